// References that are typed as numbers: "see paragraph 88", "paragraphs 82 to 85 and 90", "Table 4", "Figures
// 1 and 2".
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace stet::prose {

/// One number of a typed reference.
struct TypedReference {
    enum class Kind : std::uint8_t { paragraph, table, figure } kind = Kind::paragraph;
    std::uint32_t begin = 0;  ///< of the number, in the text
    std::uint32_t end = 0;
    /// The words go on to name something else that has paragraphs: "paragraph 4 of the guidance".
    bool elsewhere = false;
};

/// The numbers ("88", "2.7") after "paragraph", "paragraphs", "para", "paras", and after "Table", "Tables",
/// "Figure" and "Figures" with their capital, in order. Linear in the text.
std::vector<TypedReference> find_typed_references(std::string_view text);

}  // namespace stet::prose
