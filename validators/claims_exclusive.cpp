// F215: parts that exclude each other and are more than their whole: grades of one scale, "did" and "did
// not", where people live. Parts that the text leaves out cannot excuse that.
#include <algorithm>
#include <array>

#include "compiler/base/ascii.hpp"
#include "compiler/base/catalogue.hpp"
#include "compiler/framework/names.hpp"
#include "validators/claims_shares.hpp"

namespace stet::validators {

namespace {

using prose::Quantity;
using prose::QuantityKind;

/// How sure it is that nothing belongs to two parts.
enum class Exclusion : std::uint8_t { none, likely, certain };

/// One part: the number, and what is said of it.
struct Part {
    std::size_t index = 0;
    std::string predicate;  ///< folded: "were good"
};

/// Removes the first of `words` that the text begins with.
bool take(std::string_view& text, std::span<const std::string_view> words) {
    const std::string_view found = beginning(text, words);
    text.remove_prefix(found.size());
    return !found.empty();
}

/// A number for the grade that a predicate consists of ("were judged good", "required improvement"): its
/// place in the scale, then the words of earlier scales; absent where it says anything else.
std::optional<std::size_t> grade_of(const framework::Framework& framework, std::string_view predicate) {
    constexpr auto verbs = std::to_array<std::string_view>({"were ", "was ", "are ", "is "});
    constexpr auto judged =
        std::to_array<std::string_view>({"judged ", "rated ", "graded ", "found to be ", "judged to be "});
    take(predicate, verbs);
    take(predicate, judged);
    const auto says = [&](std::string_view grade) {
        const std::string folded = framework::fold(grade);
        const std::size_t verb = folded.find(' ');  // "require improvement" is also "required improvement"
        return predicate == folded || (verb != std::string::npos && folded[verb - 1] == 'e' &&
                                       predicate.size() == folded.size() + 1 &&
                                       predicate == folded.substr(0, verb) + "d" + folded.substr(verb));
    };
    for (std::size_t i = 0; i < framework.scale.size(); ++i) {
        const framework::Grade& grade = framework.scale[i];
        if (says(grade.name) || std::any_of(grade.variants.begin(), grade.variants.end(), says)) return i;
    }
    for (std::size_t i = 0; i < framework.retired.size(); ++i) {
        if (says(framework.retired[i])) return framework.scale.size() + i;
    }
    return std::nullopt;
}

bool grades(const framework::Framework& framework, std::span<const Part> parts) {
    std::vector<std::size_t> seen;
    for (const Part& part : parts) {
        const auto grade = grade_of(framework, part.predicate);
        if (!grade || std::find(seen.begin(), seen.end(), *grade) != seen.end()) return false;
        seen.push_back(*grade);
    }
    return true;
}

/// "seven liked it and eight did not"
bool negated(std::span<const Part> parts) {
    constexpr auto negations =
        std::to_array<std::string_view>({"did not", "do not", "does not", "were not", "are not", "was not",
                                         "is not", "had not", "have not", "has not", "could not", "not"});
    return parts.size() == 2 && !parts[0].predicate.empty() &&
           std::find(negations.begin(), negations.end(), parts[1].predicate) != negations.end();
}

/// "120 lived with foster carers, 90 with relatives and 95 in homes"
bool residence(std::span<const Part> parts) {
    constexpr auto verbs = std::to_array<std::string_view>(
        {"lived ", "live ", "were living ", "are living ", "were placed ", "are placed "});
    constexpr auto places = std::to_array<std::string_view>({"with ", "in "});
    bool with = false;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        std::string_view predicate = parts[i].predicate;
        if (!take(predicate, verbs) && i == 0) return false;
        with = with || begins_with(predicate, "with ");
        if (beginning(predicate, places).empty()) return false;
    }
    // Of two parts, only foster care and homes are never both.
    return with && (parts.size() > 2 || (parts[0].predicate.find("foster") != std::string::npos &&
                                         parts[1].predicate.find(" homes") != std::string::npos &&
                                         parts[1].predicate.find("foster") == std::string::npos));
}

/// "38 of them boys and 26 girls"
bool sexes(std::span<const Part> parts) {
    constexpr auto one =
        std::to_array<std::string_view>({"boys", "were boys", "are boys", "male", "were male"});
    constexpr auto other =
        std::to_array<std::string_view>({"girls", "were girls", "are girls", "female", "were female"});
    const auto is = [&](std::size_t i, std::span<const std::string_view> words) {
        return std::find(words.begin(), words.end(), parts[i].predicate) != words.end();
    };
    return parts.size() == 2 && ((is(0, one) && is(1, other)) || (is(0, other) && is(1, one)));
}

/// "28 were placed in homes, 20 in the north and eight in the south": a part that is the sum of those after
/// it divides into them.
bool holds_subtotal(const ClaimRun& run, std::span<const Part> parts) {
    for (std::size_t i = 0; i + 2 < parts.size(); ++i) {
        Rational sum(0);
        for (std::size_t j = i + 1; j < parts.size(); ++j) {
            sum = sum + run.quantities[parts[j].index].value;
            if (j > i + 1 && sum == run.quantities[parts[i].index].value) return true;
        }
    }
    return false;
}

class ExclusiveClaims {
  public:
    ExclusiveClaims(FigureAudit& audit, const ClaimTexts& texts, const ClaimRun& run)
        : audit_(audit), texts_(texts), run_(run) {}
    void check();

  private:
    [[nodiscard]] std::vector<Part> parts_from(std::size_t first, std::size_t last, const Base& base) const;
    [[nodiscard]] std::string predicate(std::size_t part, std::size_t next, std::size_t last,
                                        const Base& base) const;
    void judge(std::span<const Part> parts, const Base& base);

    FigureAudit& audit_;
    const ClaimTexts& texts_;
    const ClaimRun& run_;
};

/// What is said of a number: the words after it, its noun where that is the whole's, and its bracket.
std::string ExclusiveClaims::predicate(std::size_t part, std::size_t next, std::size_t last,
                                       const Base& base) const {
    constexpr auto joints =
        std::to_array<std::string_view>({", and ", "; and ", " and ", ", whereas ", " whereas ", ", while ",
                                         " while ", ", but ", " but ", ", ", "; "});
    const std::string_view noun = head_noun(run_, part);
    const bool same = !noun.empty() && ascii::equal_ignoring_case(noun, head_noun(*base.run, base.index));
    std::uint32_t begin = same ? run_.quantities[part].noun_end : run_.quantities[part].end;
    if (next > part + 1) {
        const auto close = run_.text().find(')', run_.quantities[next - 1].end);
        if (close != std::string_view::npos) begin = static_cast<std::uint32_t>(close + 1);
    }
    const std::uint32_t end =
        next < last ? run_.quantities[next].begin : run_.sentences[run_.sentence[part]].end;
    std::string_view words = run_.run->words(begin, std::max(begin, end));
    constexpr auto whom = std::to_array<std::string_view>({" of whom", " of which", " of them"});
    take(words, whom);
    if (next < last) {
        const std::string_view joint = ending(words, joints);
        if (joint.empty()) return {};
        words.remove_suffix(joint.size());
    } else if (ends_with(words, ".")) {
        words.remove_suffix(1);
    }
    // A second clause may say anything.
    return words.find_first_of(",;:(") == std::string_view::npos ? framework::fold(words) : std::string();
}

/// The numbers of a sentence from `first` on, all counts or all percentages, brackets left out; empty where
/// any other figure stands there, or a number of which nothing is said.
std::vector<Part> ExclusiveClaims::parts_from(std::size_t first, std::size_t last, const Base& base) const {
    std::vector<Part> parts;
    for (std::size_t i = first; i < last; ++i) {
        const Quantity& q = run_.quantities[i];
        if (run_.bracketed[i]) continue;
        const bool percent = q.kind == QuantityKind::percent && q.bound == prose::Bound::none && !q.range;
        if (!run_.plain_count(i) && !percent) return {};
        if (!parts.empty() && q.kind != run_.quantities[parts.front().index].kind) return {};
        std::size_t next = i + 1;
        while (next < last && run_.bracketed[next]) ++next;
        parts.push_back({i, predicate(i, next, last, base)});
        if (parts.back().predicate.empty()) return {};
    }
    return parts;
}

void ExclusiveClaims::judge(std::span<const Part> parts, const Base& base) {
    const bool sides = parts.size() == 2 && opposed(parts[0].predicate, parts[1].predicate);
    const Exclusion exclusion =
        sides || sexes(parts) || grades(audit_.report.framework, parts) || negated(parts) ? Exclusion::certain
        : residence(parts)                                                                ? Exclusion::likely
                                                                                          : Exclusion::none;
    if (exclusion == Exclusion::likely && holds_subtotal(run_, parts)) return;
    const bool percent = run_.quantities[parts[0].index].kind == QuantityKind::percent;
    const Rational whole = percent ? Rational(100) : base.quantity().value;
    const std::string unit = percent ? "%" : "";
    Rational sum(0);
    Interval least = Interval::point(Rational(0)), unrounded = least;
    std::string written;
    for (const Part& part : parts) {
        const Quantity& q = run_.quantities[part.index];
        if (audit_.states[run_.id][part.index].status == FigureStatus::in_conflict) return;  // told already
        sum = sum + q.value;
        least = least + q.interval;
        unrounded = unrounded + Interval::rounded(q.value, 5);
        written += (written.empty() ? "" : " + ") + shown(q.value) + unit;
    }
    if (sum.known() && sum == whole) {
        for (const Part& part : parts)
            audit_.agrees(run_.id, part.index, written + " is " + shown(sum) + unit);
        if (!percent) audit_.agrees(base.run->id, base.index, written + " is " + shown(sum));
    }
    if (exclusion == Exclusion::none) return;
    const Interval within = Interval::at_most(whole);
    if (!sum.known() || !least.known() || meet(least, within) != Verdict::conflicts) return;
    const std::string calculation = written + " is " + shown(sum) + unit;
    for (const Part& part : parts)
        audit_.conflicts(run_.id, part.index, "the parts are more than their whole", calculation);
    const Span place =
        run_.run->source(run_.quantities[parts.front().index].begin, run_.quantities[parts.back().index].end);
    Diagnostic& diagnostic = audit_.diagnostics.add(place, diag::parts_do_not_add_up, written,
                                                    shown(sum) + unit, "at most " + shown(whole) + unit);
    diagnostic.relate(base.run->place(base.index), "the whole stands here");
    const bool rounded =
        run_.looks_rounded &&
        meet(unrounded, Interval::at_most(Interval::rounded(whole, 5).high.value_or(whole))) !=
            Verdict::conflicts;
    if (exclusion == Exclusion::likely || base.unsure || rounded) diagnostic.severity = Severity::query;
}

void ExclusiveClaims::check() {
    constexpr auto within = std::to_array<std::string_view>({", of whom ", ", of which ", ": "});
    for (std::size_t s = 0; s < run_.sentences.size(); ++s) {
        const auto [first, last] = run_.of_sentence(s);
        if (last - first < 2 || run_.crowded(s)) continue;
        std::optional<Base> base = opening_base(texts_, run_, s);
        const bool opens = base && base->run == &run_ && base->index >= first;
        constexpr auto shared = std::to_array<std::string_view>({" of whom ", " of which ", " of them "});
        const bool whom = !base && run_.plain_count(first) &&
                          (!ending(run_.between(first, first + 1), within).empty() ||
                           !beginning(run_.after(first + 1), shared).empty());
        if (whom) base = Base{&run_, first};
        // "41 of the 46 were seen and 13 were not"
        const bool divided =
            !base && run_.plain_count(first) && run_.plain_count(first + 1) && part_of_next(run_, first);
        if (divided) base = Base{&run_, first + 1};
        if (!base) continue;
        std::vector<Part> parts = parts_from(opens || whom || divided ? base->index + 1 : first, last, *base);
        if (divided && !parts.empty()) {
            std::string one = predicate(first + 1, first + 2, last, *base);
            if (one.empty()) continue;
            parts.insert(parts.begin(), {first, std::move(one)});
        }
        if (parts.size() > 1) judge(parts, *base);
    }
}

}  // namespace

void check_exclusive_claims(FigureAudit& audit, const ClaimTexts& texts) {
    for (const ClaimRun& run : texts.runs) {
        if (run.quantities.size() > 1) ExclusiveClaims(audit, texts, run).check();
    }
}

}  // namespace stet::validators
