// What stands in a first draft (`stet new`) for words that are still to be written.
#pragma once

#include <array>
#include <string_view>

namespace stet::framework {

inline constexpr std::string_view subject_placeholder = "Name of who is inspected";
inline constexpr std::string_view lead_placeholder = "Name of the lead inspector";
inline constexpr std::string_view team_placeholder = "First inspector, Second inspector";
inline constexpr std::string_view first_paragraph_placeholder =
    "Write the first paragraph here. `#.` numbers itself.";
inline constexpr std::string_view paragraph_placeholder = "Write here.";

/// All of them, as running texts.
inline constexpr std::array<std::string_view, 5> placeholders = {
    subject_placeholder, lead_placeholder, team_placeholder, first_paragraph_placeholder,
    paragraph_placeholder};

}  // namespace stet::framework
