// F218: a number of things and the names that follow it: "two homes, Ash House and Beech Lodge".
#include <array>
#include <set>

#include "compiler/base/ascii.hpp"
#include "compiler/base/catalogue.hpp"
#include "validators/claims.hpp"

namespace stet::validators {

namespace {

/// How many names a list may hold: "and" inside a name ("Health and Wellbeing") leaves it open.
struct NameCount {
    std::size_t least = 0;
    std::size_t most = 0;
};

/// Words that a name may hold between its capitals.
bool joins_name(std::string_view word) {
    constexpr auto joiners =
        std::to_array<std::string_view>({"of", "the", "for", "in", "on", "upon", "at", "by"});
    return std::find(joiners.begin(), joiners.end(), word) != joiners.end();
}

/// Whether every word of an item is capitalised, but for joiners inside it.
bool is_name(std::string_view item) {
    if (item.empty() || !ascii::upper_letter(item.front())) return false;
    for (std::size_t at = 0; at < item.size();) {
        const std::size_t end = std::min(item.size(), item.find(' ', at));
        const std::string_view word = item.substr(at, end - at);
        if (word.empty() || !(ascii::upper_letter(word.front()) || joins_name(word))) return false;
        at = end + 1;
    }
    return true;
}

/// The names that stand between two commas, joined by "and"; 0 where other words stand among them.
std::size_t names_in(std::string_view item) {
    for (std::size_t pieces = 0;;) {
        const std::size_t joint = std::min(item.size(), item.find(" and "));
        if (!is_name(item.substr(0, joint))) return 0;
        ++pieces;
        if (joint == item.size()) return pieces;
        item.remove_prefix(joint + 5);
    }
}

/// Whether text that is no name shares a beginning with one: "Elm Grange is new", where the list runs on.
bool begins_with_name(std::string_view item) {
    return item.find(" and ") != std::string_view::npos && is_name(item.substr(0, item.find(" and ")));
}

/// Reads a list up to a bracket, stop, or the comma before its sentence goes on; it must hold an "and" and
/// nothing but names. The last "and" joins two names, unless a comma stands before it ("Ash, Beech, and
/// Elm"); any other may stand inside a name.
std::optional<NameCount> read_names(std::string_view text, bool in_brackets) {
    constexpr std::size_t longest = 400;
    text = text.substr(0, longest);
    text = text.substr(0, std::min(text.size(), text.find_first_of(in_brackets ? ")" : ".;:(")));
    text = text.substr(0, text.find(" \u2013 "));
    NameCount count;
    bool joined = false, comma_joins = false;
    std::size_t last_pieces = 0;
    while (!text.empty()) {
        const auto [item, after_and] = take_item(text);
        const std::size_t pieces = names_in(item);
        if (pieces == 0 && begins_with_name(item)) return std::nullopt;  // names run on into other words
        if (pieces == 0) break;
        joined = joined || after_and || pieces > 1;
        comma_joins = after_and;
        last_pieces = pieces;
        ++count.least;
        count.most += pieces;
    }
    if (!joined || count.most < 2) return std::nullopt;
    if (!comma_joins && last_pieces > 1) ++count.least;
    return count;
}

/// "homes in Aldermere (...": the names of what is in a place may follow it in brackets, after a colon or a
/// dash.
std::string_view after_place(std::string_view rest) {
    constexpr std::size_t longest = 40;
    if (!begins_with(rest, " in ") && !begins_with(rest, " of ")) return rest;
    const std::size_t mark = std::min(rest.find_first_of("(:"), rest.find("\u2013"));
    const std::size_t end = mark == std::string_view::npos || mark > longest ? 0
                            : rest[mark] == ':'                              ? mark
                                                                             : mark - 1;
    return end > 4 && is_name(rest.substr(4, end - 4)) ? rest.substr(end) : rest;
}

/// "Ash House, Beech Lodge and Cedar Court are the three homes"
std::optional<NameCount> names_before(std::string_view lead) {
    constexpr std::string_view joint = " are the ";
    if (!ends_with(lead, joint)) return std::nullopt;
    lead.remove_suffix(joint.size());
    return lead.find_first_of(".;:()") == std::string_view::npos ? read_names(lead, false) : std::nullopt;
}

void check_list(FigureAudit& audit, const ClaimRun& run, std::size_t i) {
    const prose::Quantity& q = run.quantities[i];
    // Names after people may tell what they are, not who: "12 pupils (Black and Asian)".
    constexpr auto people = std::to_array<std::string_view>(
        {"children", "people", "pupils", "students", "families", "adults", "carers", "staff", "boys", "girls",
         "men", "women", "learners", "residents", "prisoners"});
    const std::string_view noun = head_noun(run, i);
    if (std::find(people.begin(), people.end(), noun) != people.end()) return;
    if (!run.plain_count(i) || q.noun_begin == q.noun_end || q.value < Rational(2) || q.value > Rational(40))
        return;
    constexpr std::size_t reach = 440;
    const std::string_view rest =
        after_place(run.run->words(q.noun_end, std::max(q.noun_end, run.sentences[run.sentence[i]].end))
                        .substr(0, reach));
    constexpr auto openings =
        std::to_array<std::string_view>({": ", ", namely ", ", called ", ", named ", ", known as ",
                                         ", which are ", ", ", " (", " called ", " known as ", " \u2013 "});
    const std::string_view opening = beginning(rest, openings);
    // "The three homes are Ash House, ...", "Ash House, ... are the three homes"
    std::string_view said = rest;
    const std::size_t are = begins_with(said, " in ") ? said.find(" are ") : std::string_view::npos;
    if (are != std::string_view::npos && are > 4 && is_name(said.substr(4, are - 4))) said.remove_prefix(are);
    const bool equated = begins_with(said, " are ") && run.before(i) == "The ";
    const auto names = !opening.empty() ? read_names(rest.substr(opening.size()), opening == " (")
                       : equated        ? read_names(said.substr(5), false)
                                        : names_before(run.before(i));
    if (!names) return;
    const Rational least(static_cast<std::int64_t>(names->least)),
        most(static_cast<std::int64_t>(names->most));
    if (q.value >= least && q.value <= most) {
        audit.agrees(run.id, i, shown(q.value) + " are named");
        return;
    }
    const std::string counted = least == most ? shown(most) : shown(least) + " to " + shown(most);
    audit.conflicts(run.id, i, counted + " are named", "");
    audit.diagnostics.add(run.place(i), diag::names_of_other_number, run.words(i), counted);
}

/// "The team consisted of eight inspectors and one other": as many as the header names. (That they differ is
/// told by the checks of structure.)
void settle_team_size(FigureAudit& audit, const ClaimRun& run) {
    const auto& fair = audit.report.team_counts;
    for (const model::TeamSize& size : audit.report.team_sizes) {
        if (std::find(fair.begin(), fair.end(), size.count) == fair.end()) continue;
        for (std::size_t i = 0; i < run.quantities.size(); ++i) {
            const Span place = run.place(i);
            if (place.file == size.span.file && place.begin >= size.span.begin &&
                place.end <= size.span.end && run.exact_count(i))
                audit.agrees(run.id, i, std::to_string(size.count) + " inspectors are named");
        }
    }
}

}  // namespace

void check_name_list_claims(FigureAudit& audit, const ClaimTexts& texts) {
    for (const ClaimRun& run : texts.runs) {
        settle_team_size(audit, run);
        for (std::size_t i = 0; i < run.quantities.size(); ++i) check_list(audit, run, i);
    }
}

}  // namespace stet::validators
