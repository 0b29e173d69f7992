// Telling text from files that only look like some to a program.
#include "compiler/base/plain_text.hpp"

#include <algorithm>
#include <array>

#include "compiler/base/ascii.hpp"

namespace stet {

namespace {

constexpr std::string_view from_pdf =
    "`pdftotext report.pdf report.txt` gives its text, and `stet import report.txt` makes a draft of that";
constexpr std::string_view from_word = "save it as plain text in UTF-8 from the word processor";
constexpr std::string_view from_html = "copy its words into a text file, or save the page as plain text";
constexpr std::string_view from_utf16 = "save it as UTF-8 (\"Encoding\" in the editor's dialogue for saving)";

struct Signature {
    std::string_view opening;
    OtherThanText is;
};
constexpr std::array binary_signatures = {
    Signature{"%PDF", {"a PDF", from_pdf}},
    Signature{"PK\x03\x04", {"a word processor's file or an archive", from_word}},
    Signature{"\xD0\xCF\x11\xE0", {"a word processor's file", from_word}},
    Signature{"{\\rtf", {"a word processor's file (RTF)", from_word}},
    Signature{"\xFF\xFE", {"text in UTF-16", from_utf16}},
    Signature{"\xFE\xFF", {"text in UTF-16", from_utf16}},
};
/// Compared without regard to case.
constexpr std::array markup_signatures = {
    Signature{"<!doctype html", {"an HTML page", from_html}},
    Signature{"<html", {"an HTML page", from_html}},
    Signature{"<?xml", {"an XML file", from_html}},
};

/// Letters of most languages have a NUL beside them in UTF-16, always on the same side.
bool is_utf16_without_mark(std::string_view opening) {
    std::array<std::size_t, 2> nuls{};
    for (std::size_t at = 0; at < opening.size(); ++at) nuls[at % 2] += opening[at] == '\0' ? 1U : 0U;
    const auto [least, most] = std::minmax(nuls[0], nuls[1]);
    return opening.size() >= 8 && most * 4 >= opening.size() && least * 10 <= most;
}

bool is_binary(std::string_view opening) {
    constexpr std::size_t stray = 8;
    const auto controls = static_cast<std::size_t>(std::count_if(opening.begin(), opening.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 &&
               std::string_view("\t\n\v\f\r").find(c) == std::string_view::npos;
    }));
    return controls > stray && controls * 50 > opening.size();
}

}  // namespace

std::optional<OtherThanText> other_than_text(std::string_view bytes) {
    const std::string_view opening = bytes.substr(0, 4096);
    for (const Signature& signature : binary_signatures) {
        if (opening.starts_with(signature.opening)) return signature.is;
    }
    std::string_view words = opening.starts_with("\xEF\xBB\xBF") ? opening.substr(3) : opening;
    words.remove_prefix(std::min(words.find_first_not_of(" \t\r\n"), words.size()));
    for (const Signature& signature : markup_signatures) {
        if (ascii::starts_ignoring_case(words, signature.opening)) return signature.is;
    }
    if (is_utf16_without_mark(opening)) return OtherThanText{"text in UTF-16", from_utf16};
    if (is_binary(opening)) return OtherThanText{"a binary file", {}};
    return std::nullopt;
}

}  // namespace stet
