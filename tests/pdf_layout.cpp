// A publication laid out, for tests that look at pages.
#include "tests/pdf_layout.hpp"

#include <catch2/catch.hpp>

#include "backends/pdf/dump.hpp"

namespace stet::test {

std::unique_ptr<Laid> lay_out(const publication::Publication& report, const pdf::Options& options,
                              const pdf::Hyphenator* hyphenator) {
    auto laid = std::make_unique<Laid>();
    laid->options = options;
    const ReadResult read = laid->world.read_resource("themes/" + options.theme + ".theme");
    REQUIRE(std::holds_alternative<std::string>(read));
    auto parsed = pdf::parse_theme(std::get<std::string>(read));
    REQUIRE(std::holds_alternative<pdf::Theme>(parsed));
    laid->theme = pdf::fit_theme(std::get<pdf::Theme>(parsed), options);
    laid->fonts = std::make_unique<pdf::FontSet>(laid->world, laid->theme);
    REQUIRE(laid->fonts->problems().empty());
    const pdf::PageSize size = pdf::page_size(options.paper);
    laid->setter = std::make_unique<pdf::Setter>(pdf::Setter{report, laid->options, laid->theme, laid->world,
                                                             *laid->fonts, hyphenator, laid->galley,
                                                             laid->diagnostics, size.width, size.height});
    pdf::lay_out(*laid->setter, [&](pdf::Page&& page) {
        if (laid->pages.size() <= page.index) laid->pages.resize(page.index + 1);
        laid->pages[page.index] = std::move(page);
    });
    return laid;
}

std::string page_text(const Laid& laid, const pdf::Page& page) {
    std::string text;
    for (const pdf::Item& item : page.items) {
        if (const auto* run = std::get_if<pdf::TextRun>(&item))
            text += pdf::run_text(*run, *laid.fonts) + "\n";
    }
    return text;
}

}  // namespace stet::test
