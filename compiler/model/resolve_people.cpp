// Who inspected: names in the header or the text, and how many the text says there were.
#include <algorithm>
#include <array>
#include <unordered_set>

#include "compiler/framework/names.hpp"
#include "compiler/model/resolver.hpp"

namespace stet::model {

namespace {

/// "Ann Marsh, His Majesty's Inspector": the second part is a post.
bool is_post(std::string_view words) {
    const std::string folded = framework::fold(words);
    return folded.find("inspector") != std::string::npos || folded.find("majestys") != std::string::npos ||
           folded == "hmi" || folded == "ofsted";
}

/// Adds the names that stand in a run from `begin` on, separated by commas, semicolons or "and".
void add_names(std::vector<Person>& people, const prose::Run& run, std::size_t begin, std::string_view role) {
    const std::string_view text = run.text;
    while (begin < text.size()) {
        std::size_t end = std::min(text.find_first_of(",;", begin), text.size());
        const std::size_t joint = text.substr(begin, end - begin).find(" and ");
        std::size_t next = end + 1;
        if (joint != std::string_view::npos) {
            end = begin + joint;
            next = end + 5;
        }
        std::size_t from = begin;
        std::size_t to = end;
        while (from < to && text[from] == ' ') ++from;
        if (text.substr(from, to - from).starts_with("and ")) from += 4;
        while (to > from && (text[to - 1] == ' ' || text[to - 1] == '.')) --to;
        if (to > from && !is_post(text.substr(from, to - from))) {
            people.push_back({std::string(text.substr(from, to - from)), std::string(role),
                              run.source(static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to))});
        }
        begin = next;
    }
}

/// "Team inspectors: A, B and C": a line of the text that names inspectors.
void read_text_line(Report& report, const prose::Run& run) {
    const std::size_t colon = run.text.find(':');
    if (colon == std::string::npos || colon > 40) return;
    const std::string role = framework::fold(std::string_view(run.text).substr(0, colon));
    constexpr std::array<std::string_view, 9> roles = {
        "lead inspector", "deputy lead inspector", "team inspector",        "team inspectors", "inspectors",
        "inspector",      "additional inspector",  "additional inspectors", "inspection team"};
    if (std::find(roles.begin(), roles.end(), role) != roles.end())
        add_names(report.people_in_text, run, colon + 1, role);
}

// ---- the stated number -------------------------------------------------------------------------------

std::uint32_t number_of(std::string_view word) {
    constexpr std::array<std::string_view, 21> words = {
        "",         "one",     "two",     "three",     "four",     "five",     "six",
        "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};
    const auto found = std::find(words.begin() + 1, words.end(), word);
    if (found != words.end()) return static_cast<std::uint32_t>(found - words.begin());
    if (word.empty() || word.size() > 2) return 0;
    std::uint32_t value = 0;
    for (const char c : word) {
        if (c < '0' || c > '9') return 0;
        value = value * 10 + static_cast<std::uint32_t>(c - '0');
    }
    return value;
}

std::vector<std::string_view> split(std::string_view folded) {
    std::vector<std::string_view> words;
    while (!folded.empty()) {
        const std::size_t end = std::min(folded.find(' '), folded.size());
        words.push_back(folded.substr(0, end));
        folded.remove_prefix(std::min(end + 1, folded.size()));
    }
    return words;
}

/// Adds up "eight of the inspectorate's inspectors and an additional inspector": a number, or "a", counts
/// where "inspector" follows within a few words and before the next number.
std::uint32_t inspectors_in(const std::vector<std::string_view>& words) {
    constexpr std::size_t reach = 7;
    std::uint32_t total = 0;
    std::uint32_t pending = 0;
    std::size_t distance = 0;
    for (const std::string_view word : words) {
        const bool article = word == "a" || word == "an";
        const std::uint32_t number = article ? 1 : number_of(word);
        if (number > 0) {
            pending = number;
            distance = 0;
        } else if (word.starts_with("inspector") || word == "hmi") {
            if (pending > 0 && distance < reach) total += pending;
            pending = 0;
        }
        ++distance;
    }
    return total;
}

void read_team_size(Report& report, const prose::Run& run) {
    std::size_t begin = 0;
    const std::string_view text = run.text;
    while (begin < text.size()) {
        std::size_t end = text.find(". ", begin);
        end = end == std::string_view::npos ? text.size() : end + 1;
        const std::string folded = framework::fold(text.substr(begin, end - begin));
        const bool team = folded.find("inspection team") != std::string::npos ||
                          folded.find("team of") != std::string::npos;
        std::size_t verb = std::string::npos;
        for (const std::string_view words : {"consisted of ", "comprised ", "made up of ", "team of "}) {
            const std::size_t at = folded.find(words);
            if (at != std::string::npos) verb = std::min(verb, at + words.size());
        }
        if (team && verb != std::string::npos) {
            const std::uint32_t count = inspectors_in(split(std::string_view(folded).substr(verb)));
            if (count > 1) {
                report.team_sizes.push_back(
                    {count, run.source(static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end))});
            }
        }
        begin = end + 1;
    }
}

}  // namespace

void find_people(Resolver& resolver) {
    Report& report = resolver.report;
    for (const auto& [key, id] : report.header.fields) {
        if (key == "lead inspector" || key == "team") add_names(report.people, report.runs[id], 0, key);
    }
    for (const prose::Run& run : report.runs) {
        if (run.kind != prose::RunKind::paragraph && run.kind != prose::RunKind::bullet) continue;
        if (run.text.find("nspect") == std::string::npos) continue;
        read_text_line(report, run);
        read_team_size(report, run);
    }
    // The text may repeat the names of the header; it adds only those that are new.
    std::unordered_set<std::string> in_header;
    for (const Person& person : report.people) in_header.insert(framework::fold(person.name));
    for (const Person& person : report.people_in_text) {
        if (!in_header.contains(framework::fold(person.name))) report.people.push_back(person);
    }
}

}  // namespace stet::model
