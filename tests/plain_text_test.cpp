// Files that are no plain text are known by their first bytes; text with a few stray bytes is text.
#include "compiler/base/plain_text.hpp"

#include <catch2/catch.hpp>
#include <random>
#include <string>

using namespace stet;

namespace {

std::string kind(std::string_view bytes) {
    const auto other = other_than_text(bytes);
    return other ? std::string(other->kind) : "text";
}

std::string utf16(std::string_view ascii, bool little) {
    std::string out;
    for (const char c : ascii) out += little ? std::string{c, '\0'} : std::string{'\0', c};
    return out;
}

}  // namespace

TEST_CASE("other than text: signatures") {
    CHECK(kind("%PDF-1.7\n") == "a PDF");
    CHECK(kind("PK\x03\x04\x14") == "a word processor's file or an archive");
    CHECK(kind("\xD0\xCF\x11\xE0\xA1\xB1") == "a word processor's file");
    CHECK(kind("{\\rtf1\\ansi") == "a word processor's file (RTF)");
    CHECK(kind("\n<!DOCTYPE HTML>\n<html>") == "an HTML page");
    CHECK(kind("\xEF\xBB\xBF<html lang=en>") == "an HTML page");
    CHECK(kind("<?xml version=\"1.0\"?>") == "an XML file");
}

TEST_CASE("other than text: UTF-16 with and without its mark") {
    const std::string words = "title: A report\n\n1. Children do well.\n";
    CHECK(kind("\xFF\xFE" + utf16(words, true)) == "text in UTF-16");
    CHECK(kind("\xFE\xFF" + utf16(words, false)) == "text in UTF-16");
    CHECK(kind(utf16(words, true)) == "text in UTF-16");
    CHECK(kind(utf16(words, false)) == "text in UTF-16");
}

TEST_CASE("other than text: random bytes") {
    std::mt19937 random(7);
    std::string noise;
    for (int i = 0; i < 5000; ++i) noise += static_cast<char>(random());
    CHECK(kind(noise) == "a binary file");
}

TEST_CASE("text stays text, with stray bytes, page breaks and Windows-1252 too") {
    CHECK(kind("") == "text");
    CHECK(kind("title: x\n\n1. Words in <html> and %PDF.\n") == "text");
    CHECK(kind(std::string("title: x\n\n1. A\0B.\n", 18)) == "text");
    CHECK(kind("\xEF\xBB\xBFtitle: x\n") == "text");
    CHECK(kind("A page\f\n\fA page\f\n\f\f\f\f\f\f\f\f") == "text");
    CHECK(kind("Caf\xE9, \x93quoted\x94 and \xA3"
               "5") == "text");
    CHECK(kind("Children\xE2\x80\x99s views: \xC4\x80\xC4\x80") == "text");
}
