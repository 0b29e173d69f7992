// Words in quotation marks in running text.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace stet::prose {

/// What stands between quotation marks: bytes [begin, end), without the marks.
struct Quotation {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

/// The quotations of a text, single or double, curly or straight, none in another, at most 400 bytes long: an
/// opening mark stands before a word, a closing one after a word, and an apostrophe is neither. Linear.
std::vector<Quotation> quotations(std::string_view text);

}  // namespace stet::prose
