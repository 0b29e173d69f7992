// English number words, read and written.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace stet::prose {

enum class NumberWordKind : std::uint8_t {
    unit,  ///< one to nine
    teen,  ///< ten to nineteen
    ten,   ///< twenty to ninety
    hundred,
    thousand,
    million,
    billion,
    zero,
    article,  ///< "a", "an": one, before "hundred", "third" and the like
    half,
    part,     ///< "thirds", "quarters" ..., value 3, 4, ...: what plural or singular fractions are made of
    ordinal,  ///< "first", "second", "twelfth"; those from third on are also parts
};

struct NumberWord {
    NumberWordKind kind;
    std::int64_t value;
};

/// What a word (letters only, any case) says as a number; "third" is an ordinal, "thirds" a part.
std::optional<NumberWord> number_word(std::string_view word);

/// 0 to 999,999,999 in words: "two thousand, five hundred and twelve"; empty outside.
std::string in_words(std::int64_t value);

/// Month 1 to 12 of a capitalised month name, full or of three letters ("Sept" also); 0 for any other word.
std::uint8_t month_number(std::string_view word);

/// The full name of month 1 to 12.
std::string_view month_name(std::uint8_t month);

}  // namespace stet::prose
