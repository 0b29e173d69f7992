// Incremental sync: the text and its lines after edits are those of a fresh text.
#include <catch2/catch.hpp>
#include <random>
#include <string>

#include "compiler/base/utf8.hpp"
#include "compiler/editor/text_document.hpp"

using namespace stet::editor;

namespace {

const std::vector<std::string> pieces{"a", "children", " ", "\n", "\r\n", "\r",      "é",
                                      "–", "£",        "😀", "\t", "12. ", "{see x}", ""};

std::string random_text(std::mt19937& random, std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += pieces[random() % pieces.size()];
    return out;
}

/// An offset where a character begins.
std::uint32_t random_boundary(std::mt19937& random, const std::string& text) {
    std::uint32_t at = static_cast<std::uint32_t>(random() % (text.size() + 1));
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
    return at;
}

}  // namespace

TEST_CASE("documents: 1,000 random edits leave the text and the lines of a fresh text") {
    for (const Encoding encoding : {Encoding::utf8, Encoding::utf16}) {
        std::mt19937 random(11);
        std::string expected = random_text(random, 200);
        TextDocument document(expected, 1);
        for (int round = 0; round < 1000; ++round) {
            std::uint32_t begin = random_boundary(random, expected);
            std::uint32_t end = std::min<std::uint32_t>(static_cast<std::uint32_t>(expected.size()),
                                                        begin + static_cast<std::uint32_t>(random() % 20));
            while (end < expected.size() && (static_cast<unsigned char>(expected[end]) & 0xC0U) == 0x80U)
                ++end;
            // A cursor never stands within a line end.
            if (begin > 0 && begin < expected.size() && expected[begin - 1] == '\r' &&
                expected[begin] == '\n')
                --begin;
            if (end > 0 && end < expected.size() && expected[end - 1] == '\r' && expected[end] == '\n') ++end;
            const std::string inserted = random_text(random, random() % 6);
            const LineIndex fresh(expected);
            const Range range{fresh.position(expected, begin, encoding),
                              fresh.position(expected, end, encoding)};
            const auto replaced = apply(document, {range, inserted}, encoding);
            REQUIRE(replaced);
            expected.replace(begin, end - begin, inserted);
            REQUIRE(document.text == expected);
            REQUIRE(document.lines == LineIndex(expected));
        }
        CHECK(stet::utf8::find_invalid(document.text) == std::string::npos);
    }
}

TEST_CASE("documents: positions that are nowhere stand for the nearest place") {
    const std::string text = "één\r\n😀 x";
    const LineIndex lines(text);
    REQUIRE(lines.lines() == 2);
    const auto offset = [&](Position p, Encoding e) { return lines.offset(text, p, e); };
    CHECK(offset({0, 99}, Encoding::utf16) == 5);  // before the line end
    CHECK(offset({9, 0}, Encoding::utf16) == text.size());
    CHECK(offset({1, 1}, Encoding::utf16) == 7);  // inside the pair of surrogates
    CHECK(offset({1, 2}, Encoding::utf16) == 11);
    CHECK(offset({0, 1}, Encoding::utf8) == 0);  // inside the two bytes of é
    CHECK(lines.position(text, 7, Encoding::utf16) == Position{1, 0});
    CHECK(lines.position(text, 11, Encoding::utf16) == Position{1, 2});
    CHECK(lines.position(text, 11, Encoding::utf8) == Position{1, 4});
}

TEST_CASE("documents: a change without a range, and one with its ends swapped") {
    TextDocument document("one\ntwo\n", 1);
    REQUIRE(apply(document, {Range{{1, 3}, {0, 1}}, "X"}, Encoding::utf16));
    CHECK(document.text == "oX\n");
    REQUIRE(apply(document, {std::nullopt, "new\rtext"}, Encoding::utf16));
    CHECK(document.text == "new\rtext");
    CHECK(document.lines.lines() == 2);
}

TEST_CASE("documents: a text that would grow beyond all bounds is refused") {
    TextDocument document("x", 1);
    CHECK_FALSE(apply(document, {std::nullopt, std::string(max_document + 1, 'x')}, Encoding::utf8));
    CHECK(document.text == "x");
}
