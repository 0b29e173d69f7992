// Mutation of what import leaves out: the page numbers of the contents (M36).
#include <catch2/catch.hpp>
#include <sstream>

#include "compiler/driver/frameworks.hpp"
#include "compiler/import/import.hpp"
#include "tests/mutations.hpp"
#include "tests/support.hpp"

using namespace stet;

namespace {

/// The text with the number at the end of one line replaced; empty where the line ends with none.
std::string with_page(const std::string& text, std::size_t line, int by) {
    std::istringstream in(text);
    std::string out;
    std::size_t number = 0;
    bool changed = false;
    for (std::string words; std::getline(in, words);) {
        const std::size_t at = words.find_last_not_of("0123456789") + 1;
        if (++number == line && at < words.size() && at > 0) {
            words = words.substr(0, at) + std::to_string(std::stoi(words.substr(at)) + by);
            changed = true;
        }
        out += words + "\n";
    }
    return changed ? out : std::string();
}

std::vector<import::PageGoesBack> pages_of(const std::string& text,
                                           const std::vector<import::FrameworkHints>& hints) {
    return import::pages_going_back(import::import_report(text, hints));
}

}  // namespace

TEST_CASE("mutations: page numbers of the contents") {
    const auto text = test::corrected_seed_text();
    if (!text) {
        WARN("the folder with real reports is absent: page numbers were not mutated");
        return;
    }
    test::MemoryWorld world;
    const auto hints = driver::import_hints(driver::load_frameworks(world));
    CHECK(pages_of(*text, hints).empty());
    // Lines 26 to 34 are the entries; two of them share a page with their neighbour.
    for (std::size_t line = 27; line <= 34; ++line) {
        INFO("line " << line);
        const auto far = pages_of(with_page(*text, line, 40), hints);
        if (line < 34) {
            REQUIRE(far.size() == 1);
            CHECK(far.front().line == line + 1);
        } else {
            CHECK(far.empty());
        }
    }
    // Within the order nothing is told: only pages could.
    for (std::size_t line = 29; line <= 31; ++line) CHECK(pages_of(with_page(*text, line, 1), hints).empty());
}
