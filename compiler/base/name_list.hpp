// Lists of people's names in running text: "Ann Marsh HMI, Ben Okoro (Additional Inspector) and Carys Lloyd".
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace stet {

/// A name of a list: bytes of the text, and the words of a post that stand with it ("HMI").
struct ListedName {
    std::size_t begin = 0, end = 0;
    std::string_view post;
};

/// The names at the start of a text. Commas, semicolons, "and", a slash, a line's end or a full stop divide
/// them.
struct NameList {
    std::vector<ListedName> names;
    std::size_t end = 0;  ///< where the list ends: the text's size, or the first words that are no name
};

NameList read_name_list(std::string_view text);

}  // namespace stet
