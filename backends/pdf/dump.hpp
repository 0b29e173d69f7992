// The layout as text, for `stet debug layout` and for tests.
#pragma once

#include <string>

#include "backends/pdf/galley.hpp"

namespace stet::pdf {

/// The words of a run as they would be copied.
std::string run_text(const TextRun& run, const FontSet& fonts);
/// A line for each run and drawing of the page: place, element, size, words.
std::string dump_page(const Page& page, const FontSet& fonts, const Galley& galley);
/// The structure tree, an element a line, indented.
std::string dump_structure(const Structure& structure);

}  // namespace stet::pdf
