# Gathers what ships with Stet into build/<preset>/share/stet, from where programs and tests read it, and installs it.
# Fonts, the colour profile and hyphenation patterns come from Debian packages (packages.txt) with their licences.
set(STET_SHARE "${PROJECT_BINARY_DIR}/share/stet")
set(STET_FONT_FOLDERS "/usr/share/fonts/truetype" CACHE STRING "Folders that hold the fonts")
set(STET_ICC_FOLDERS "/usr/share/color/icc" CACHE STRING "Folders that hold sRGB.icc")
set(STET_HYPHEN_FOLDERS "/usr/share/hyphen" CACHE STRING "Folders that hold hyphenation patterns")

set(stet_fonts
  lato/Lato-Regular.ttf lato/Lato-Italic.ttf lato/Lato-Bold.ttf lato/Lato-BoldItalic.ttf lato/Lato-Light.ttf
  lato/Lato-Semibold.ttf
  gentiumplus/GentiumBookPlus-Regular.ttf gentiumplus/GentiumBookPlus-Italic.ttf
  gentiumplus/GentiumBookPlus-Bold.ttf gentiumplus/GentiumBookPlus-BoldItalic.ttf
  noto/NotoSans-Regular.ttf noto/NotoSansHebrew-Regular.ttf noto/NotoNaskhArabic-Regular.ttf
  noto/NotoSansDevanagari-Regular.ttf noto/NotoSansBengali-Regular.ttf noto/NotoSansGujarati-Regular.ttf
  noto/NotoSansGurmukhi-Regular.ttf noto/NotoSansTamil-Regular.ttf noto/NotoSansThai-Regular.ttf
  noto/NotoSansEthiopic-Regular.ttf noto/NotoSansSymbols2-Regular.ttf noto/NotoSansMath-Regular.ttf
  dejavu/DejaVuSans.ttf droid/DroidSansFallbackFull.ttf)
set(stet_font_licences fonts-lato fonts-sil-gentiumplus fonts-noto-core fonts-dejavu-core fonts-droid-fallback
  icc-profiles-free hyphen-en-gb)

# stet_gather(FILE INTO FOLDERS...): copies the file, found in one of the folders, below share/stet.
function(stet_gather file into)
  foreach(folder ${ARGN})
    if(EXISTS "${folder}/${file}")
      file(COPY "${folder}/${file}" DESTINATION "${STET_SHARE}/${into}")
      return()
    endif()
  endforeach()
  message(FATAL_ERROR "${file} is not in ${ARGN}; install the packages that packages.txt lists")
endfunction()

foreach(font ${stet_fonts})
  stet_gather(${font} fonts ${STET_FONT_FOLDERS})
endforeach()
stet_gather(sRGB.icc icc ${STET_ICC_FOLDERS})
stet_gather(hyph_en_GB.dic dictionaries ${STET_HYPHEN_FOLDERS})
foreach(package ${stet_font_licences})
  if(EXISTS "/usr/share/doc/${package}/copyright")
    configure_file("/usr/share/doc/${package}/copyright" "${STET_SHARE}/licences/${package}.txt" COPYONLY)
  endif()
endforeach()
file(GLOB stet_themes CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/backends/pdf/themes/*.theme")
foreach(theme ${stet_themes})
  cmake_path(GET theme FILENAME theme_name)
  configure_file("${theme}" "${STET_SHARE}/themes/${theme_name}" COPYONLY)
endforeach()

foreach(part style.css serve/shell.html serve/serve.css serve/serve.js)
  configure_file("${PROJECT_SOURCE_DIR}/backends/html/${part}" "${STET_SHARE}/html/${part}" COPYONLY)
endforeach()

# The links to the project's own folders are installed as folders (toolchain.cmake).
install(DIRECTORY "${STET_SHARE}/" DESTINATION "${CMAKE_INSTALL_DATADIR}/stet" PATTERN frameworks EXCLUDE PATTERN docs EXCLUDE)
