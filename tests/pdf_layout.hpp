// A publication laid out, for tests that look at pages.
#pragma once

#include <string>
#include <vector>

#include "backends/pdf/layout.hpp"
#include "tests/pdf_samples.hpp"

namespace stet::test {

struct Laid {
    MemoryWorld world;
    pdf::Options options;
    pdf::Theme theme;
    std::unique_ptr<pdf::FontSet> fonts;
    pdf::Galley galley;
    Diagnostics diagnostics;
    std::unique_ptr<pdf::Setter> setter;
    std::vector<pdf::Page> pages;
};

/// Lays out with the plain theme; `report` and `hyphenator` must live as long as the result.
std::unique_ptr<Laid> lay_out(const publication::Publication& report, const pdf::Options& options = {},
                              const pdf::Hyphenator* hyphenator = nullptr);

/// All text of a page, a line break after each run.
std::string page_text(const Laid& laid, const pdf::Page& page);

}  // namespace stet::test
