// P101 to P105: small counts of people, percentages that imply one, groups of all or none, unrounded counts.
//
// The threshold is the framework's. Rules as in the statistics of children in need and of the Office for
// National Statistics: a count below it is withheld, and so is a percentage of a known base from which it
// follows.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "compiler/base/ascii.hpp"
#include "compiler/base/catalogue.hpp"
#include "compiler/prose/context.hpp"
#include "compiler/prose/sentences.hpp"
#include "compiler/prose/words.hpp"
#include "validators/counted.hpp"
#include "validators/names.hpp"
#include "validators/privacy.hpp"
#include "validators/variants.hpp"

namespace stet::validators {

namespace {

using prose::Quantity;
using prose::QuantityKind;
using prose::Run;
using prose::RunId;
using prose::RunKind;

/// Beginnings of words for what the law protects most (the special categories and the offences of articles 9
/// and 10 of the UK GDPR) and for what was done to somebody.
bool is_sensitive(std::string_view form) {
    constexpr auto stems = std::to_array<std::string_view>(
        {"abus",    "alcohol",  "arrest",  "asylum",  "autis",    "convict",   "custod",
         "death",   "deceased", "die",     "disab",   "drug",     "ethnic",    "exploit",
         "gang",    "genital",  "gypsy",   "harm",    "hospital", "illness",   "lesbian",
         "mental",  "offen",    "overdos", "pregnan", "prison",   "radicalis", "refugee",
         "religio", "secure",   "sexual",  "suicid",  "terroris", "traffick",  "transgender"});
    constexpr auto others =
        std::to_array<std::string_view>({"diet", "diets", "dietary", "securely", "secured"});
    return std::any_of(stems.begin(), stems.end(), [&](std::string_view s) { return form.starts_with(s); }) &&
           std::find(others.begin(), others.end(), form) == others.end();
}

class DisclosureCheck {
  public:
    DisclosureCheck(const model::Report& report, Diagnostics& diagnostics)
        : report_(report), diagnostics_(diagnostics), smallest_(report.framework.disclosure.smallest) {}

    void check() {
        for (RunId id = 0; id < report_.quantities.size(); ++id) {
            const Run& run = report_.runs[id];
            if (!holds_sentences(run.kind) || report_.quantities[id].empty()) continue;
            if (report_.places[id].section != section_) report_statistics();
            section_ = report_.places[id].section;
            for (const Quantity& quantity : report_.quantities[id]) count(id, quantity);
            shares(id);
        }
        report_statistics();
        report_told();
        if (!unrounded_.empty()) report_unrounded();
    }

  private:
    [[nodiscard]] bool counts_people(RunId id, const Quantity& quantity) const {
        const Run& run = report_.runs[id];
        if (!is_exact_count(quantity)) return false;
        if (quantity.noun_end > quantity.noun_begin)
            return means_people(run.words(quantity.noun_begin, quantity.noun_end));
        if (is_number_of_people(run, quantity)) return true;
        // "Four lived with parents", below "305 children were looked after".
        return quantity.begin == 0 && run.kind == RunKind::bullet && run.parent >= 0 &&
               lists_people(static_cast<RunId>(run.parent));
    }

    /// "The number of children known to live there was 3": what the verb before the figure speaks of.
    [[nodiscard]] static bool is_number_of_people(const Run& run, const Quantity& quantity) {
        constexpr std::uint32_t window = 160;
        std::string_view before =
            run.words(quantity.begin - std::min(window, quantity.begin), quantity.begin);
        if (!before.ends_with(" was ") && !before.ends_with(" were ") && !before.ends_with(" is "))
            return false;
        if (const std::size_t stop = before.rfind(". "); stop != before.npos) before.remove_prefix(stop);
        constexpr std::string_view opening = "number of ";
        const std::size_t at = before.rfind(opening);
        if (at == before.npos) return false;
        before.remove_prefix(at + opening.size());
        // The noun stands within the first words: "young people", "children who were missing".
        std::size_t end = 0;
        for (int words = 0; words < 3 && end < before.size(); ++words) {
            const std::size_t begin = end;
            end = std::min(before.find(' ', end), before.size());
            const std::string_view word = before.substr(begin, end - begin);
            if (means_people(word)) return true;
            // "The number of visits to children was 2."
            if (prose::is_closed_class(word) && word != "and") return false;
            ++end;
        }
        return false;
    }

    /// Whether the run begins with a count of people, which the bullets below it divide.
    [[nodiscard]] bool lists_people(RunId id) const {
        for (const Quantity& quantity : report_.quantities[id]) {
            if (quantity.kind != QuantityKind::count) continue;
            return quantity.noun_end > quantity.noun_begin &&
                   means_people(report_.runs[id].words(quantity.noun_begin, quantity.noun_end));
        }
        return false;
    }

    /// "One parent told inspectors ...": a voice, not a statistic.
    [[nodiscard]] static bool speaks(const Run& run, const Quantity& quantity) {
        constexpr auto verbs = std::to_array<std::string_view>(
            {"said", "told", "wrote", "reported", "described", "explained", "commented", "felt", "spoke",
             "stated", "talked", "expressed", "interviewed"});
        const std::string_view verb = prose::word_after(run.text, quantity.noun_end);
        return std::find(verbs.begin(), verbs.end(), verb) != verbs.end();
    }

    /// Figures about the area are statistics; elsewhere a small number mostly tells a story.
    [[nodiscard]] bool is_statistical(RunId id) const {
        return report_.role(report_.places[id].section) == "information";
    }

    /// The second half of a compound or of a label: "tier-three services", "key stage 1 and 2 children".
    [[nodiscard]] static bool is_second_half(const Run& run, const Quantity& quantity) {
        std::string_view before = run.words(0, quantity.begin);
        if (before.ends_with('-')) return true;
        if (!before.ends_with(" and ")) return false;
        before.remove_suffix(5);
        return !before.empty() && ascii::digit(before.back());
    }

    void count(RunId id, const Quantity& quantity) {
        if (!counts_people(id, quantity) || is_second_half(report_.runs[id], quantity)) return;
        const Counted place{&report_.runs[id], &quantity};
        const std::uint32_t rounding = report_.framework.disclosure.rounding;
        const bool small =
            smallest_ > 0 && quantity.value >= Rational(1) && quantity.value < Rational(smallest_);
        if (rounding > 0 && !small && !(quantity.value / Rational(rounding)).whole())
            unrounded_.push_back(place);
        if (!small) return;
        if (is_statistical(id))
            small_.push_back(place);
        else if (!speaks(report_.runs[id], quantity) &&
                 (!quantity.in_words || in_sensitive_sentence(id, quantity.begin)))
            told_.push_back(place);
    }

    [[nodiscard]] bool in_sensitive_sentence(RunId id, std::uint32_t at) const {
        const auto& sentences = report_.sentences[id];
        const prose::Sentence sentence = sentences[prose::sentence_at(sentences, at)];
        constexpr std::uint32_t reach = 400;  // bytes to either side: a longer sentence is no sentence
        const std::uint32_t begin = std::max(sentence.begin, at - std::min(at, reach));
        const std::uint32_t end = std::min(sentence.end, at + reach);
        const auto words = report_.words.in(id);
        const auto first = std::partition_point(words.begin(), words.end(),
                                                [&](const prose::Word& word) { return word.begin < begin; });
        const auto last = std::partition_point(first, words.end(),
                                               [&](const prose::Word& word) { return word.end <= end; });
        return std::any_of(first, last,
                           [&](const prose::Word& word) { return is_sensitive(report_.words.form(word)); });
    }

    /// One diagnostic for all places.
    Diagnostic* report_together(const DiagnosticKind<std::uint32_t, std::string_view>& kind,
                                std::vector<Counted>& places) {
        const auto quoted = [](const Counted& place) { return fmt::format("“{}”", place.phrase()); };
        if (places.empty()) return nullptr;
        const LetStand let_stand(report_, kind.info.code);
        std::erase_if(places, [&](const Counted& place) {
            if (!let_stand.holds(place.span())) return false;
            diagnostics_.add(place.span(), kind, smallest_, quoted(place));
            return true;
        });
        if (places.empty()) return nullptr;
        std::vector<std::string> phrases;
        for (const Counted& place : places) phrases.push_back(quoted(place));
        Diagnostic& made = diagnostics_.add(places.front().span(), kind, smallest_,
                                            fmt::format("{}", fmt::join(phrases, ", ")));
        for (std::size_t i = 1; i < places.size(); ++i) made.relate(places[i].span(), phrases[i]);
        return &made;
    }

    /// One diagnostic for the figures of a section.
    void report_statistics() {
        report_together(diag::small_count, small_);
        small_.clear();
    }

    void report_told() {
        if (Diagnostic* made = report_together(diag::small_counts_in_prose, told_); made != nullptr)
            made->with_help("see to it that nobody can be recognised");
    }

    void report_unrounded() {
        Diagnostic& made =
            diagnostics_.add(unrounded_.front().span(), diag::count_not_rounded, unrounded_.front().words(),
                             report_.framework.disclosure.rounding);
        for (std::size_t i = 1; i < std::min<std::size_t>(unrounded_.size(), 8); ++i)
            made.relate(unrounded_[i].span(), "also here");
    }

    /// "45 children lived in homes, of whom 7% ...", "10 lived ..., all of whom ...".
    void shares(RunId id) {
        if (smallest_ == 0) return;
        const Run& run = report_.runs[id];
        const auto& quantities = report_.quantities[id];
        std::size_t stop = 0;  // the end of the sentence
        for (std::size_t i = 0; i < quantities.size(); ++i) {
            // A base that is small itself gives all away without them.
            if (!counts_people(id, quantities[i]) || quantities[i].value < Rational(smallest_)) continue;
            // Nothing else is counted between a group and "of whom".
            const std::size_t next = i + 1 < quantities.size() ? quantities[i + 1].begin : run.text.size();
            const std::string_view between = run.words(quantities[i].end, static_cast<std::uint32_t>(next));
            const std::size_t after = between.find("of whom");
            if (after == std::string_view::npos || between.find(". ") < after) continue;
            const std::size_t whom = quantities[i].end + after;
            if (stop <= whom) stop = std::min(run.text.find(". ", whom), run.text.size());
            if (is_statistical(id) || in_sensitive_sentence(id, quantities[i].begin))
                group(run, quantities[i], whom);
            for (std::size_t k = i + 1; k < quantities.size() && quantities[k].begin < stop; ++k) {
                if (quantities[k].kind == QuantityKind::count) break;
                if (quantities[k].kind == QuantityKind::percent) share(run, quantities[i], quantities[k]);
            }
        }
    }

    /// A percentage of a known base: all whole numbers that it may stand for are small.
    void share(const Run& run, const Quantity& base, const Quantity& percent) {
        const Interval& p = percent.interval;
        if (!p.low || !p.high || !p.known()) return;
        const Rational least = (*p.low * base.value / Rational(100)).ceil();
        const Rational most = (*p.high * base.value / Rational(100)).floor();
        if (!(least >= Rational(1)) || !(most < Rational(smallest_)) || !(least <= most)) return;
        const std::string implied =
            least == most ? to_string(least) : fmt::format("{} or {}", to_string(least), to_string(most));
        diagnostics_
            .add(run.source(percent.begin, percent.end), diag::implied_small_count,
                 run.words(percent.begin, percent.end), to_string(base.value), implied)
            .relate(run.source(base.begin, base.end), "the base");
    }

    /// "all of whom", "none of whom" after a group so small that its members know who is meant.
    void group(const Run& run, const Quantity& base, std::size_t whom) {
        const std::string_view before = std::string_view(run.text).substr(0, whom);
        const bool all = before.ends_with("all ");
        if ((!all && !before.ends_with("none ")) ||
            base.value > Rational(2 * static_cast<std::int64_t>(smallest_)))
            return;
        const auto begin = static_cast<std::uint32_t>(whom - (all ? 4 : 5));
        diagnostics_
            .add(run.source(begin, static_cast<std::uint32_t>(whom + 7)), diag::whole_group,
                 all ? "all" : "none", to_string(base.value))
            .relate(run.source(base.begin, base.end), "the group");
    }

    static std::string to_string(const Rational& value) {
        return fmt::format("{}", static_cast<std::int64_t>(value.numerator()));
    }

    const model::Report& report_;
    Diagnostics& diagnostics_;
    std::uint32_t smallest_;
    std::optional<model::SectionId> section_;  ///< of the run before
    std::vector<Counted> small_;               ///< in that section, where it is statistical
    std::vector<Counted> told_;
    std::vector<Counted> unrounded_;
};

}  // namespace

bool means_people(std::string_view noun_phrase) {
    constexpr std::array<std::string_view, 29> people{
        "adolescent", "adopter", "adult",    "baby",       "boy",    "brother",  "child",   "daughter",
        "family",     "father",  "girl",     "individual", "infant", "leaver",   "mother",  "parent",
        "patient",    "people",  "person",   "prisoner",   "pupil",  "resident", "sibling", "sister",
        "son",        "student", "teenager", "victim",     "youth"};
    const std::size_t space = noun_phrase.find_last_of(" -");
    const std::string last =
        singular(space == noun_phrase.npos ? noun_phrase : noun_phrase.substr(space + 1));
    std::string small = last;
    std::transform(small.begin(), small.end(), small.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return std::find(people.begin(), people.end(), small) != people.end();
}

void check_disclosure(const model::Report& report, const Sources&, Diagnostics& diagnostics) {
    if (report.framework.disclosure.smallest == 0 && report.framework.disclosure.rounding == 0) return;
    DisclosureCheck(report, diagnostics).check();
}

}  // namespace stet::validators
