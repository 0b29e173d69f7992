# Compiler and linker settings that every target shares.
find_program(STET_CCACHE ccache)
if(STET_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${STET_CCACHE})
endif()
find_program(STET_LLD ld.lld)
if(STET_LLD)
  add_link_options(-fuse-ld=lld)
endif()

add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror)
if(STET_SANITIZE)
  add_compile_options(-fsanitize=${STET_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${STET_SANITIZE})
endif()

# stet_layer(NAME sources...): one library a layer, include paths from the project's root.
function(stet_layer name)
  add_library(${name} STATIC ${ARGN})
  target_include_directories(${name} PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}> $<INSTALL_INTERFACE:include/stet>)
  target_link_libraries(${name} PUBLIC fmt::fmt)
endfunction()

# What Stet reads at run time lies in one folder, the same in the build tree and when installed.
set(STET_SHARE ${PROJECT_BINARY_DIR}/share/stet)
file(MAKE_DIRECTORY ${STET_SHARE}/docs)
foreach(item frameworks docs/diagnostics)
  file(CREATE_LINK ${PROJECT_SOURCE_DIR}/${item} ${STET_SHARE}/${item} SYMBOLIC)
  install(DIRECTORY ${item}/ DESTINATION ${CMAKE_INSTALL_DATADIR}/stet/${item})
endforeach()
