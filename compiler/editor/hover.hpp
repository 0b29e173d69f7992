// What Stet knows about the words at a place.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "compiler/editor/answers.hpp"
#include "compiler/editor/reading.hpp"

namespace stet::editor {

/// The page about a code in Markdown; empty where there is none.
using Explain = std::function<std::string(std::string_view code)>;

/// A name with what it stands for, a figure with its reading and calculation, a paragraph's number, and the
/// explanation of the diagnostics there. None where Stet has nothing to say.
std::optional<Hover> hover(const Reading& reading, Spot spot, const Explain& explain);

/// The first paragraphs of a page up to its first example or further heading, without its title.
std::string page_summary(std::string_view page);

}  // namespace stet::editor
