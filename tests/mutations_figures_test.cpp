// Mutation operators of figures: one digit, one number or one word of a claim is changed.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>

#include "compiler/prose/number_words.hpp"
#include "compiler/prose/sentences.hpp"
#include "tests/mutation_sites.hpp"
#include "tests/mutations.hpp"

using namespace stet;
using namespace stet::test;

namespace {

using prose::Quantity;
using prose::QuantityKind;

/// A figure of a run of prose, with the sentence that holds it.
struct Figure {
    const prose::Run* run = nullptr;
    std::size_t index = 0;  ///< of the run's quantities
    const Quantity* q = nullptr;
    std::string_view before;  ///< the sentence up to the figure
    std::string_view after;   ///< and from its end
    std::string_view sentence;

    [[nodiscard]] bool directly(std::string_view words) const { return before.ends_with(words); }
    [[nodiscard]] bool is(QuantityKind kind) const { return q->kind == kind; }
};

/// Whether an author's mark gives the figure a fact.
bool is_cited(const prose::Run& run, const Quantity& q) {
    return std::any_of(run.marks.begin(), run.marks.end(), [&](const prose::Mark& mark) {
        const bool cites =
            mark.kind == prose::MarkKind::assertion || mark.kind == prose::MarkKind::fact_insert;
        return cites && mark.begin < q.end && q.begin < mark.end;
    });
}

std::vector<Figure> figures_of(const Original& original) {
    std::vector<Figure> out;
    const model::Report& report = original.report();
    for (const prose::Run& run : report.runs) {
        if (!is_prose(run) || run.span.file != 0) continue;
        const auto sentences = prose::sentences(run.text);
        const auto& quantities = report.quantities[run.id];
        for (std::size_t i = 0; i < quantities.size(); ++i) {
            const Quantity& q = quantities[i];
            if (!q.is_figure() || sentences.empty()) continue;
            const prose::Sentence& s = sentences[prose::sentence_at(sentences, q.begin)];
            out.push_back({&run, i, &q, run.words(s.begin, std::max(s.begin, q.number_begin)),
                           run.words(q.end, std::max(q.end, s.end)), run.words(s.begin, s.end)});
        }
    }
    return out;
}

Place number_place(const Figure& f) {
    return place_of(f.run->source(f.q->number_begin, f.q->number_end));
}

/// Every other digit at every digit of a number; every other number below ten for one in words.
void change_digits(const Original& original, const Figure& f, std::vector<Mutant>& out) {
    const Place place = number_place(f);
    const std::string_view words =
        std::string_view(original.text).substr(place.begin, place.end - place.begin);
    if (f.q->in_words) {
        for (int n = 1; n < 10; ++n) {
            std::string other = prose::in_words(n);
            if (Rational(n) == f.q->value) continue;
            if (words.front() < 'a') other.front() = static_cast<char>(other.front() - 'a' + 'A');
            out.push_back(replaced(place, other));
        }
        return;
    }
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] < '0' || words[i] > '9') continue;
        for (char digit = '0'; digit <= '9'; ++digit) {
            const bool leading_zero = i == 0 && digit == '0' && words.size() > 1 && words[1] != '.';
            if (digit != words[i] && !leading_zero)
                out.push_back(replaced({place.begin + i, place.begin + i + 1}, std::string(1, digit)));
        }
    }
}

/// Figures that cite a fact are left to the test of slips, which tries every digit of them.
template <class Wanted>
std::vector<Mutant> digits_where(const Original& original, Wanted wanted) {
    std::vector<Mutant> out;
    for (const Figure& f : figures_of(original)) {
        if (!is_cited(*f.run, *f.q) && wanted(f)) change_digits(original, f, out);
    }
    return out;
}

const Quantity* next_of(const Original& original, const Figure& f) {
    const auto& all = original.report().quantities[f.run->id];
    return f.index + 1 < all.size() ? &all[f.index + 1] : nullptr;
}

/// "160 (52%)", the count of it.
bool has_percentage(const Original& original, const Figure& f) {
    const Quantity* next = next_of(original, f);
    return f.is(QuantityKind::count) && next != nullptr && next->kind == QuantityKind::percent &&
           f.run->words(f.q->end, next->begin) == " (";
}

/// The whole of a part, where "of whom" or the bullet above names it.
const Quantity* whole_of(const Original& original, const Figure& f) {
    const model::Report& report = original.report();
    const auto first_count = [&](const prose::Run& run, std::uint32_t end) -> const Quantity* {
        for (const Quantity& q : report.quantities[run.id]) {
            if (q.kind == QuantityKind::count && q.end <= end) return &q;
        }
        return nullptr;
    };
    const std::size_t whom = f.before.rfind("of whom");
    if (whom != std::string_view::npos)
        return first_count(*f.run, static_cast<std::uint32_t>(f.before.data() + whom - f.run->text.data()));
    if (f.run->parent < 0) return nullptr;
    const prose::Run& parent = report.runs[static_cast<std::size_t>(f.run->parent)];
    return first_count(parent, static_cast<std::uint32_t>(parent.text.size()));
}

std::vector<Mutant> percentage_digits(const Original& original) {
    return digits_where(original, [](const Figure& f) {
        const std::size_t bracket = f.before.size() > 1 ? f.before.size() - 1 : 0;
        return f.is(QuantityKind::percent) && f.directly(" (") && bracket > 1 &&
               f.before[bracket - 2] >= '0' && f.before[bracket - 2] <= '9';
    });
}

std::vector<Mutant> numerator_digits(const Original& original) {
    return digits_where(original, [&](const Figure& f) { return has_percentage(original, f); });
}

std::vector<Mutant> base_digits(const Original& original) {
    std::vector<const Quantity*> wholes;
    for (const Figure& f : figures_of(original)) {
        if (has_percentage(original, f)) wholes.push_back(whole_of(original, f));
    }
    return digits_where(original, [&](const Figure& f) {
        return std::find(wholes.begin(), wholes.end(), f.q) != wholes.end();
    });
}

/// A percentage of a stated base that stands alone.
bool is_bare(const Original& original, const Figure& f, bool small) {
    if (!f.is(QuantityKind::percent) || f.directly("(")) return false;
    const Quantity* whole =
        f.before.find("of whom") == std::string_view::npos ? nullptr : whole_of(original, f);
    return whole != nullptr && (whole->value < Rational(100)) == small;
}

std::vector<Mutant> bare_digits_small(const Original& original) {
    return digits_where(original, [&](const Figure& f) { return is_bare(original, f, true); });
}
std::vector<Mutant> bare_digits_large(const Original& original) {
    return digits_where(original, [&](const Figure& f) { return is_bare(original, f, false); });
}

bool compares(std::string_view sentence) {
    constexpr auto words =
        std::to_array<std::string_view>({" than", "below", "above", "compared", "average", " from ", "A*",
                                         "remaining", "even higher", "of whom"});
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view w) { return sentence.find(w) != std::string_view::npos; });
}

std::vector<Mutant> unbased_digits(const Original& original) {
    return digits_where(original, [](const Figure& f) {
        return f.is(QuantityKind::percent) && !f.directly("(") && !compares(f.sentence) &&
               !is_cited(*f.run, *f.q) && f.run->parent < 0;
    });
}

bool directed(std::string_view sentence) {
    return sentence.find("higher than") != std::string_view::npos ||
           sentence.find("lower than") != std::string_view::npos ||
           sentence.find("reduction from") != std::string_view::npos ||
           sentence.find("below other") != std::string_view::npos;
}

/// Both sides of a directed comparison; "This is a reduction from ..." compares the sentence before.
std::vector<Mutant> comparison_digits(const Original& original) {
    return digits_where(original, [](const Figure& f) {
        const bool kind =
            f.is(QuantityKind::percent) || f.is(QuantityKind::duration) || f.is(QuantityKind::count);
        const std::string_view rest(f.run->text);
        const std::size_t end = static_cast<std::size_t>(f.sentence.data() - rest.data()) + f.sentence.size();
        const bool before_this = rest.substr(end).starts_with(" This is a reduction from");
        return kind && (directed(f.sentence) || before_this);
    });
}

/// "higher" for "lower" and back, where a value follows.
std::vector<Mutant> direction_reversed(const Original& original) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> pairs = {
        {{"higher than", "lower than"},
         {"lower than", "higher than"},
         {"reduction from", "increase from"},
         {"increase from", "reduction from"},
         {"below other", "above other"},
         {"fell from", "rose from"}}};
    std::vector<Mutant> out;
    const auto figures = figures_of(original);
    for (const auto& [word, instead] : pairs) {
        for (Mutant& mutant : each_replaced(original, word, std::string(instead))) {
            const std::size_t at = mutant.changes.front().place.end;
            const bool valued =
                std::any_of(figures.begin(), figures.end(), [at, sought = word](const Figure& f) {
                    const Span own = f.run->source(f.q->begin, f.q->end);
                    return own.begin >= at && own.begin < at + 90 &&
                           f.before.find(sought) != std::string_view::npos;
                });
            if (valued) out.push_back(std::move(mutant));
        }
    }
    return out;
}

std::vector<Mutant> net_digits(const Original& original) {
    return digits_where(original, [](const Figure& f) {
        return f.is(QuantityKind::count) && f.sentence.find("net gain of ") != std::string_view::npos &&
               f.before.find("net gain of") != std::string_view::npos;
    });
}

std::vector<Mutant> nested_digits(const Original& original) {
    return digits_where(original, [](const Figure& f) {
        return f.is(QuantityKind::percent) && f.sentence.find("A*") != std::string_view::npos &&
               !(f.directly(" at ") && f.sentence.find("comparators") != std::string_view::npos);
    });
}

/// A limit in a paragraph that gives another in another unit.
std::vector<Mutant> limit_digits(const Original& original) {
    const auto limit = [](const Figure& f) {
        return f.is(QuantityKind::duration) && (f.directly("threshold of ") || f.directly("target of "));
    };
    const std::vector<Figure> figures = figures_of(original);
    return digits_where(original, [&](const Figure& f) {
        return limit(f) && std::any_of(figures.begin(), figures.end(), [&](const Figure& other) {
                   return other.run == f.run && limit(other) && other.q->unit != f.q->unit;
               });
    });
}

/// M21: parts raised above their whole.
std::vector<Mutant> parts_raised(const Original& original) {
    std::vector<Mutant> out;
    for (const Figure& f : figures_of(original)) {
        if (!f.is(QuantityKind::count) || f.q->bound != prose::Bound::none) continue;
        const Quantity* next = next_of(original, f);
        const Quantity* whole = nullptr;
        if (next != nullptr && next->kind == QuantityKind::count &&
            f.run->words(f.q->end, next->begin) == " of ")
            whole = next;
        else if (f.before.ends_with("of whom ") || (f.before.empty() && f.run->parent >= 0))
            whole = whole_of(original, f);
        if (whole == nullptr || whole->kind != QuantityKind::count) continue;
        for (const int by : {1, 10, 100})
            out.push_back(replaced(number_place(f), decimal(whole->value + Rational(by), 0)));
    }
    return out;
}

/// M22: the population and the rates, a tenth and a quarter more and less.
std::vector<Mutant> rates_moved(const Original& original) {
    std::vector<Mutant> out;
    for (const Figure& f : figures_of(original)) {
        const bool population = f.is(QuantityKind::count) && f.q->value > Rational(10000) &&
                                f.after.find("under the age of 18") != std::string_view::npos;
        if (!population && !(f.is(QuantityKind::rate) && f.q->per == 10000)) continue;
        const Place place = number_place(f);
        const std::string words = original.text.substr(place.begin, place.end - place.begin);
        for (const int share : {75, 90, 110, 125}) {
            const Rational moved = (f.q->value * Rational::ratio(share, 100)).rounded_to(f.q->step);
            const std::string shown = decimal(moved, f.q->decimals);
            // The words of a rate go on after its number.
            const std::size_t digits = std::min(words.size(), words.find_first_not_of("0123456789,."));
            if (digits > 0) out.push_back(replaced({place.begin, place.begin + digits}, shown));
        }
    }
    return out;
}

/// M23: the year of an end of March, one later and one earlier.
std::vector<Mutant> snapshots_moved(const Original& original) {
    std::vector<Mutant> out;
    for (const int year : {2012, 2013}) {
        const std::string words = fmt::format("31 March {}", year);
        for (const int by : {-1, 1}) {
            for (Mutant& m : each_replaced(original, words, fmt::format("31 March {}", year + by)))
                out.push_back(std::move(m));
        }
    }
    return out;
}

/// M24: the ends of a range of dates swapped.
std::vector<Mutant> ranges_inverted(const Original& original) {
    std::vector<Mutant> out;
    const auto swap = [&](Place place) {
        const std::string words = original.text.substr(place.begin, place.end - place.begin);
        for (const std::string_view joint : {" to ", " and "}) {
            const std::size_t at = words.find(joint);
            if (at == std::string::npos) continue;
            std::string lead;
            std::string first = words.substr(0, at);
            if (first.starts_with("between ")) lead = "between ", first = first.substr(lead.size());
            out.push_back(
                replaced(place, lead + words.substr(at + joint.size()) + std::string(joint) + first));
            return;
        }
    };
    const model::Report& report = original.report();
    if (report.dates.inspected_span.end > report.dates.inspected_span.begin)
        swap(place_of(report.dates.inspected_span));
    for (const prose::Run& run : report.runs) {
        if (!is_prose(run)) continue;
        for (const Quantity& q : report.quantities[run.id]) {
            const Span span = run.source(q.begin, q.end);
            if (q.kind == QuantityKind::period && q.date_style == prose::DateStyle::from_to && span.file == 0)
                swap(place_of(span));
        }
    }
    return out;
}

/// M52: three for the two that "both" speaks of.
std::vector<Mutant> both_miscounted(const Original& original) {
    std::vector<Mutant> out;
    for (const Figure& f : figures_of(original)) {
        const std::string_view rest(f.run->text);
        const std::size_t end = static_cast<std::size_t>(f.sentence.data() - rest.data()) + f.sentence.size();
        const bool both =
            rest.substr(end).starts_with(" Both ") || f.after.find(" both of ") == f.after.find(", ");
        if (f.is(QuantityKind::count) && f.q->in_words && f.q->value == Rational(2) && both &&
            rest.find("oth ", end) != std::string_view::npos)
            out.push_back(replaced(number_place(f), "three"));
    }
    return out;
}

}  // namespace

TEST_CASE("mutations: shares and their bases") {
    const std::vector<Operator> operators = {
        {"M07", "a digit of a percentage beside a count", Demand::caught, Severity::query, percentage_digits},
        {"M07r", "the same, and apparent rounding does not explain it", Demand::in_part, Severity::error,
         percentage_digits},
        {"M08", "a digit of a count beside its percentage", Demand::in_part, Severity::query,
         numerator_digits},
        {"M08r", "the same, and apparent rounding does not explain it", Demand::in_part, Severity::error,
         numerator_digits},
        {"M09", "a digit of the base of percentages", Demand::in_part, Severity::query, base_digits},
        {"M09r", "the same, and apparent rounding does not explain it", Demand::in_part, Severity::error,
         base_digits},
        {"M10", "a digit of a percentage of fewer than 100", Demand::in_part, Severity::query,
         bare_digits_small},
        {"M11", "a digit of a percentage of 100 or more", Demand::silent, Severity::query, bare_digits_large},
        {"M12", "a digit of a percentage without a base", Demand::silent, Severity::query, unbased_digits},
    };
    require_operators(operators, {uncited_sample()});
}

TEST_CASE("mutations: comparisons and changes") {
    const std::vector<Operator> operators = {
        {"M13", "a digit of a side of a directed comparison", Demand::in_part, Severity::query,
         comparison_digits},
        {"M14", "a direction reversed", Demand::caught, Severity::query, direction_reversed},
        {"M15", "a digit of a net change", Demand::caught, Severity::query, net_digits},
        {"M19", "a digit of nested attainments", Demand::in_part, Severity::query, nested_digits},
        {"M20", "a digit of a limit given in two units", Demand::in_part, Severity::query, limit_digits},
    };
    require_operators(operators, {uncited_sample()});
}

TEST_CASE("mutations: parts, populations, dates and both") {
    const std::vector<Operator> operators = {
        {"M21", "a part raised above its whole", Demand::in_part, Severity::query, parts_raised},
        {"M22", "a population or rate moved by a tenth or more", Demand::caught, Severity::query,
         rates_moved},
        {"M23", "the year of an end of March moved", Demand::in_part, Severity::query, snapshots_moved},
        {"M24", "the ends of a range of dates swapped", Demand::caught, Severity::query, ranges_inverted},
        {"M52", "three for the two of “both”", Demand::caught, Severity::query, both_miscounted},
    };
    require_operators(operators, {uncited_sample()});
}
