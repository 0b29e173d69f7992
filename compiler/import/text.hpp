// Small questions about a line of report text: how it begins and ends, and what it is for purposes of
// comparison.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stet::import {

std::string_view trim(std::string_view text);
bool is_digit(char c);
bool is_lower(char c);
bool is_upper(char c);

/// Is the code point a letter for our purposes? Beyond ASCII everything is, save spaces, punctuation, symbols
/// and private use.
bool is_letter(char32_t point);

/// Lower-case words and numbers, one space apart, without punctuation, apostrophes and note marks: two texts
/// with one key are one title.
std::string key_of(std::string_view text);
std::size_t word_count(std::string_view text);

/// First letter, after opening quotes and brackets, is a capital / a small letter.
bool starts_upper(std::string_view text);
bool starts_lower(std::string_view text);

/// Text without closing quotes, brackets and note marks at its end.
std::string_view without_closers(std::string_view text);
/// Ends with `.`, `!` or `?`, closers aside.
bool ends_sentence(std::string_view text);
/// Ends with one of `.`, `!`, `?`, `:`, `;`, closers aside.
bool ends_terminal(std::string_view text);
/// Ends with a word that cannot end a title or a sentence ("of", "because", "and").
bool ends_openly(std::string_view text);

/// "Lead inspector: ...": a label of few words and what it is for.
bool is_labelled(std::string_view text);

/// The value if `text` is nothing but one to three digits.
std::optional<std::uint32_t> bare_number(std::string_view text);

/// Bytes of the bullet glyph and the white space after it at the start of `text`; 0 if there is none. `glyph`
/// is the code point.
struct Bullet {
    std::size_t size = 0;
    char32_t glyph = 0;
};
Bullet bullet_at(std::string_view text);

/// A hyphen, a dash or what looks like one: a bullet at the start of a line, but it may also stand in a
/// sentence.
bool is_dash(char32_t point);

/// A paragraph number at the start of `text`: "12." or "1.1" or "12)"; `size` counts its bytes with the white
/// space that follows (or all of `text` if the number stands alone).
struct ParagraphNumber {
    std::size_t size = 0;
    std::uint32_t major = 0;
    std::optional<std::uint32_t> minor;
    bool bracket = false;      ///< written "12)"
    std::string_view written;  ///< "12", "1.1"
};
std::optional<ParagraphNumber> paragraph_number_at(std::string_view text);

/// Cells of a line that is divided by tabs or by runs of at least three spaces; one cell if it is not.
std::vector<std::string_view> cells_of(std::string_view text);

/// FNV-1a, for sets of words.
std::uint64_t hash_of(std::string_view text);

}  // namespace stet::import
