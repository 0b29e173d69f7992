// One wrong digit in a figure or a fact of the sample: it is caught, or what the text then says can still be
// true, which is shown by trying every pair of counts.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>

#include "tests/figures_support.hpp"
#include "tests/instrumented.hpp"

using namespace stet;
using namespace stet::test;

namespace {

constexpr int most_steps = instrumented ? 1 : 9;

/// The files of the sample report, the report itself under its name.
using Files = std::map<std::string, std::string, std::less<>>;
Files sample() {
    Files files;
    const std::string folder = root_dir() + "/samples/marlow-vale";
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.is_regular_file()) files[entry.path().filename().string()] = slurp(entry.path().string());
    }
    return files;
}

/// One digit of one of the world's files.
struct Site {
    std::string file;
    std::uint32_t offset;
};

struct Sites {
    std::vector<Site> figures;  ///< in the words of assertions
    std::vector<Site> facts;    ///< in the values of facts that assertions cite by name
};

void add_digits(const CheckedFigures& checked, Span span, std::vector<Site>& sites) {
    const std::string_view text = checked.sources->text(span);
    for (std::uint32_t i = 0; i < text.size(); ++i) {
        if (text[i] >= '0' && text[i] <= '9')
            sites.push_back({std::string(checked.sources->name(span.file)), span.begin + i});
    }
}

bool asserts(const model::BoundCitation& citation) {
    return citation.written.kind == prose::Citation::Kind::assertion;
}

Sites sites_of(const CheckedFigures& clean) {
    const model::Figures& figures = clean.report.figures;
    Sites sites;
    std::vector<bool> asserted(figures.facts.size());
    for (const model::BoundCitation& citation : figures.citations) {
        if (!asserts(citation)) continue;
        add_digits(clean, citation.written.span, sites.figures);
        if (citation.only) asserted[*citation.only] = true;
    }
    for (std::size_t i = 0; i < figures.facts.size(); ++i) {
        const prose::FactDeclaration& declared = figures.facts[i].declared;
        if (asserted[i] && declared.stated) add_digits(clean, declared.value_span, sites.facts);
    }
    return sites;
}

bool holds(const CheckedFigures& checked, Span span, const Site& site) {
    return span.begin <= site.offset && site.offset < span.end &&
           checked.sources->name(span.file) == site.file;
}

/// The whole numbers that a declared count may stand for.
std::pair<long, long> window(const prose::FactDeclaration& fact) {
    const auto value = static_cast<long>(fact.stated->value.numerator());
    const auto step = fact.rounding.known() ? static_cast<long>(fact.rounding.numerator()) : 0;
    if (fact.truncated) return {value, value + std::max(step, 1L) - 1};
    return {value - step / 2, value + step / 2};
}

/// Whether some k of some n, each in its window, is written as this percentage. Whole numbers only:
/// |100 k / n - p| <= half a step, with p and the step in units of 1 / `scale`.
bool attainable(const prose::Quantity& percent, std::pair<long, long> k, std::pair<long, long> n) {
    long scale = 2;
    for (int i = 0; i < percent.decimals; ++i) scale *= 10;
    const Rational scaled = percent.value * Rational(scale);
    const auto written = static_cast<long>(scaled.numerator());
    for (long whole = std::max(n.first, 1L); whole <= n.second; ++whole) {
        for (long part = k.first; part <= k.second; ++part) {
            if (std::abs(100 * scale * part - written * whole) <= whole) return true;
        }
    }
    return false;
}

/// "About" inside the words or right before them.
bool about(const CheckedFigures& checked, const model::BoundCitation& citation, const prose::Quantity& q) {
    const std::string_view text = checked.report.runs[citation.written.run].text;
    return q.approximation == prose::Approximation::about ||
           text.substr(0, citation.written.begin).ends_with("pproximately ");
}

/// "About 51,000": what rounds to it at its last digit that is not zero.
bool roughly(const prose::Quantity& q, const Rational& value) {
    Rational unit = 1;
    while ((q.value / (unit * Rational(10))).whole()) unit = unit * Rational(10);
    return value.rounded_to(unit) == q.value;
}

/// "Just over half": more than half, and less than three fifths.
bool just_over_half(const prose::Quantity& q, std::pair<long, long> k, std::pair<long, long> n) {
    return q.kind == prose::QuantityKind::fraction && q.value == Rational::ratio(1, 2) &&
           q.approximation == prose::Approximation::above && 2 * k.second > n.first &&
           5 * k.first < 3 * n.second;
}

/// A citation of one count that is a part of another, or of the whole itself: what its words say is true of
/// some counts. What this cannot show is not taken for true.
bool can_be_true(const CheckedFigures& checked, const model::BoundCitation& citation) {
    if (!citation.only) return false;
    const std::vector<model::Fact>& facts = checked.report.figures.facts;
    const model::Fact& fact = facts[*citation.only];
    if (!fact.declared.stated || fact.declared.stated->kind != prose::QuantityKind::count) return false;
    const Rational& value = fact.declared.stated->value;
    const std::vector<prose::Quantity>& said = citation.written.quantities;
    return std::all_of(said.begin(), said.end(), [&](const prose::Quantity& q) {
        if (q.kind == prose::QuantityKind::count)
            return q.value == value || (about(checked, citation, q) && roughly(q, value));
        if (!fact.base || !facts[*fact.base].declared.stated) return false;
        const auto part = window(fact.declared), whole = window(facts[*fact.base].declared);
        return just_over_half(q, part, whole) ||
               (q.kind == prose::QuantityKind::percent && attainable(q, part, whole));
    });
}

bool touches(const CheckedFigures& checked, const model::BoundCitation& citation, const Site& site) {
    if (holds(checked, citation.written.span, site)) return true;
    const std::vector<model::Fact>& facts = checked.report.figures.facts;
    return std::any_of(citation.facts.begin(), citation.facts.end(), [&](model::FactId id) {
        const model::Fact& fact = facts[id];
        return holds(checked, fact.declared.value_span, site) ||
               (fact.base && holds(checked, facts[*fact.base].declared.value_span, site));
    });
}

struct Tally {
    std::size_t slips = 0;
    std::size_t caught = 0;
    std::size_t still_true = 0;
    std::string unexplained;
};

bool loud(const CheckedFigures& checked) {
    return std::any_of(checked.diagnostics.all().begin(), checked.diagnostics.all().end(),
                       [](const Diagnostic& d) { return d.severity > Severity::advice; });
}

void slip(const Files& clean, const std::vector<Site>& sites, int step, Tally& tally) {
    MemoryWorld world;
    world.files = clean;
    for (const Site& site : sites) {
        char& digit = world.files[site.file][site.offset];
        const char right = digit;
        digit = static_cast<char>('0' + (right - '0' + step) % 10);
        const CheckedFigures checked = check_figures(world.files["report.stet"], world);
        ++tally.slips;
        if (loud(checked)) {
            ++tally.caught;
        } else if (std::all_of(checked.report.figures.citations.begin(),
                               checked.report.figures.citations.end(),
                               [&](const model::BoundCitation& citation) {
                                   return !asserts(citation) || !touches(checked, citation, site) ||
                                          can_be_true(checked, citation);
                               })) {
            ++tally.still_true;
        } else {
            tally.unexplained += " " + site.file + ":" + std::to_string(site.offset) + "=" + digit;
        }
        digit = right;
    }
}

void slip_all(int first, int last) {
    MemoryWorld world;
    world.files = sample();
    const CheckedFigures clean = check_figures(world.files["report.stet"], world);
    const Sites sites = sites_of(clean);
    Tally figures, facts;
    for (int step = first; step <= std::min(last, most_steps); ++step) {
        slip(world.files, sites.figures, step, figures);
        slip(world.files, sites.facts, step, facts);
    }
    WARN("digits changed by " << first << " to " << last << ": of " << figures.slips << " in cited figures "
                              << figures.caught << " caught, " << figures.still_true << " can be true; of "
                              << facts.slips << " in facts " << facts.caught << " caught, "
                              << facts.still_true << " can be true");
    CHECK(figures.unexplained + facts.unexplained == "");
    CHECK(figures.caught * 100 >= figures.slips * 90);
    CHECK(facts.caught * 100 >= facts.slips * 90);
}

}  // namespace

TEST_CASE("the sample cites its figures, and all of them are checked") {
    MemoryWorld world;
    world.files = sample();
    const CheckedFigures clean = check_figures(world.files["report.stet"], world);
    for (const Diagnostic& d : clean.diagnostics.all()) {
        INFO(d.info->code << " " << d.message);
        CHECK(d.severity == Severity::advice);
    }
    std::size_t cited = 0;
    for (const validators::FigureEntry& figure : clean.ledger.figures) {
        const auto entry = validators::account_of(figure, clean.ledger, clean.report);
        if (entry.facts.empty()) continue;
        ++cited;
        INFO(entry.words << " cites " << entry.facts << ": " << entry.reason);
        CHECK(entry.status == validators::FigureStatus::checked);
    }
    WARN(clean.ledger.figures.size() << " figures, " << cited << " cited");
    CHECK(cited >= 80);
}

// Three cases, so that they can run side by side.
TEST_CASE("a slip in any digit that the sample cites is caught or can be true: changed by 1, 2 or 3") {
    slip_all(1, 3);
}

TEST_CASE("a slip in any digit that the sample cites is caught or can be true: changed by 4, 5 or 6") {
    if (most_steps < 4) return;
    slip_all(4, 6);
}

TEST_CASE("a slip in any digit that the sample cites is caught or can be true: changed by 7, 8 or 9") {
    if (most_steps < 7) return;
    slip_all(7, 9);
}
