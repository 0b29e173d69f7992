// Publications built by hand for the tests of the PDF backend. All text is invented.
#pragma once

#include <string>
#include <vector>

#include "compiler/publication/publication.hpp"
#include "tests/support.hpp"

namespace stet::test {

publication::Text text(std::string words);
publication::Block paragraph(std::string words);
publication::Block numbered(std::string number, publication::Text words, std::string id = {});
publication::Block heading(unsigned level, std::string words, std::string id = {});

/// A report of about `paragraphs` numbered paragraphs with all that inspection reports hold.
publication::Publication sample_report(unsigned paragraphs = 60);
/// Everything that is hard: spans, nested lists, a table of several pages, a footnote across pages, images
/// with alpha, five scripts, 400 links. Its images are put into `world`.
publication::Publication torture_report(MemoryWorld& world);
/// Invented running prose of that many words, the same for the same seed.
std::string prose(unsigned words, unsigned seed);

/// A PNG file of RGBA pixels, a gradient with a transparent corner.
std::string png_image(unsigned width, unsigned height);

}  // namespace stet::test
