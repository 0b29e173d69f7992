// Publications built by hand for the tests of the PDF backend. All text is invented.
#pragma once

#include <string>
#include <vector>

#include "compiler/publication/publication.hpp"
#include "tests/pdf_pieces.hpp"
#include "tests/support.hpp"

namespace stet::test {

/// A report of about `paragraphs` numbered paragraphs with all that inspection reports hold.
publication::Publication sample_report(unsigned paragraphs = 60);
/// Everything that is hard: spans, lists four deep, a table of several pages, one of eight columns, one with
/// a very long cell, a footnote across pages, headings of three lines, long words, odd charts, a quotation
/// and a box over page breaks, images with alpha, five scripts, 400 links. Its images are put into `world`.
publication::Publication torture_report(MemoryWorld& world);

/// A PNG file of RGBA pixels, a gradient with a transparent corner.
std::string png_image(unsigned width, unsigned height);

}  // namespace stet::test
