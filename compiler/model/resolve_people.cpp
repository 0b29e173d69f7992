// Who inspected: names in the header or the text, and how many the text says there were.
#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <unordered_set>

#include "compiler/base/ascii.hpp"
#include "compiler/base/name_list.hpp"
#include "compiler/framework/names.hpp"
#include "compiler/model/resolver.hpp"

namespace stet::model {

namespace {

/// Roles that stand before lists of names, the longest first.
constexpr auto roles = std::to_array<std::string_view>({"deputy lead inspectors",
                                                        "deputy lead inspector",
                                                        "quality assurance managers",
                                                        "quality assurance manager",
                                                        "senior data analysts",
                                                        "senior data analyst",
                                                        "lead inspector on site",
                                                        "additional inspectors",
                                                        "additional inspector",
                                                        "contracted inspectors",
                                                        "contracted inspector",
                                                        "regulatory inspectors",
                                                        "associate inspectors",
                                                        "associate inspector",
                                                        "regulatory inspector",
                                                        "seconded inspectors",
                                                        "seconded inspector",
                                                        "shadow inspectors",
                                                        "shadow inspector",
                                                        "inspection team",
                                                        "lead inspectors",
                                                        "team inspectors",
                                                        "lead inspector",
                                                        "team inspector",
                                                        "data analysts",
                                                        "data analyst",
                                                        "report author",
                                                        "inspectors",
                                                        "inspector"});

/// Adds the names at the start of `text`, which stands in the run from `begin` on. False if other words
/// follow.
bool add_names(std::vector<Person>& people, const prose::Run& run, std::size_t begin, std::string_view text,
               std::string_view role) {
    const NameList list = read_name_list(text);
    for (const ListedName& name : list.names) {
        const auto from = static_cast<std::uint32_t>(begin + name.begin);
        const auto to = static_cast<std::uint32_t>(begin + name.end);
        people.push_back({std::string(text.substr(name.begin, name.end - name.begin)), std::string(role),
                          std::string(name.post), run.source(from, to)});
    }
    return list.end == text.size();
}

/// A role and where it and its names begin.
struct Label {
    std::string_view role;
    std::size_t begin = 0, names = 0;
};

/// Finds "Team inspectors: A, B and C" in a run: at its start, on a line of its own, or behind other names.
class RoleReader {
  public:
    explicit RoleReader(Report& report) : report_(report) {}

    void read(const prose::Run& run) {
        const std::vector<Label> labels = labels_in(run.text);
        const std::string_view text = run.text;
        if (labels.empty() && !waiting_.empty()) {
            // Names that stand one a paragraph below their role.
            std::vector<Person> people;
            if (text.size() < 200 && add_names(people, run, 0, text, waiting_) && !people.empty())
                std::move(people.begin(), people.end(), std::back_inserter(report_.people_in_text));
            else
                waiting_ = {};
            return;
        }
        waiting_ = {};
        for (std::size_t i = 0; i < labels.size(); ++i) {
            const std::size_t end = i + 1 < labels.size() ? labels[i + 1].begin : text.size();
            const std::string_view names = text.substr(labels[i].names, end - labels[i].names);
            if (ascii::trimmed(names).empty()) waiting_ = labels[i].role;
            if (!add_names(report_.people_in_text, run, labels[i].names, names, labels[i].role))
                report_.people_unsure = true;
        }
    }

  private:
    static std::vector<Label> labels_in(std::string_view text) {
        std::vector<Label> labels;
        for (std::size_t colon = text.find(':'); colon != std::string_view::npos;
             colon = text.find(':', colon + 1)) {
            std::string_view before = text.substr(0, colon);
            if (before.ends_with(')')) before = before.substr(0, std::min(before.rfind('('), before.size()));
            before = before.substr(0, before.find_last_not_of(' ') + 1);
            const auto label = role_at_end(before);
            if (!label) continue;
            const bool begins = label->begin == 0 || text[label->begin - 1] == '\n';
            if (begins || !labels.empty()) labels.push_back({label->role, label->begin, colon + 1});
        }
        if (labels.empty()) {
            // "Deputy lead inspector Ann Marsh" without a colon.
            constexpr std::size_t longest = 100;
            for (const std::string_view role : roles) {
                if (text.size() < longest && text.size() > role.size() + 1 && text[role.size()] == ' ' &&
                    ascii::equal_ignoring_case(text.substr(0, role.size()), role) &&
                    read_name_list(text.substr(role.size())).end == text.size() - role.size()) {
                    labels.push_back({role, 0, role.size()});
                    break;
                }
            }
        }
        return labels;
    }

    static std::optional<Label> role_at_end(std::string_view before) {
        for (const std::string_view role : roles) {
            if (before.size() < role.size()) continue;
            const std::size_t begin = before.size() - role.size();
            const bool apart = begin == 0 || !ascii::letter(before[begin - 1]);
            if (apart && ascii::equal_ignoring_case(before.substr(begin), role)) return Label{role, begin, 0};
        }
        return std::nullopt;
    }

    Report& report_;
    std::string_view waiting_;  ///< a role whose names stand in the runs below it
};

bool is_inspector(std::string_view role) {
    return role.find("inspect") != std::string_view::npos && !role.starts_with("shadow");
}

bool belongs_to_team(std::string_view role) {
    return role == "team" || role == "lead inspector" || role == "lead inspectors" ||
           role == "team inspectors" || role == "team inspector" || role == "inspectors" ||
           role == "inspector" || role == "inspection team";
}

/// How many inspectors the names make: those who lead and the team, and, as the text may count them or not,
/// each other role; or those alone whose post says that they are the inspectorate's own.
std::vector<std::uint32_t> fair_counts(const std::vector<Person>& people) {
    using Names = std::unordered_set<std::string>;
    constexpr std::size_t most_roles = 8;
    Names team, own;
    std::vector<std::pair<std::string_view, Names>> others;
    for (const Person& person : people) {
        std::string name = framework::fold(person.name);
        const std::string post = framework::fold(person.post);
        if (post.find("hmi") != std::string::npos || post.find("majesty") != std::string::npos)
            own.insert(name);
        if (belongs_to_team(person.role)) {
            team.insert(std::move(name));
            continue;
        }
        auto role =
            std::find_if(others.begin(), others.end(), [&](const auto& o) { return o.first == person.role; });
        if (role == others.end()) {
            if (others.size() == most_roles) continue;
            role = others.emplace(others.end(), person.role, Names());
        }
        role->second.insert(std::move(name));
    }
    std::vector<std::uint32_t> counts;
    if (!own.empty()) counts.push_back(static_cast<std::uint32_t>(own.size()));
    for (std::size_t chosen = 0; chosen < (std::size_t{1} << others.size()); ++chosen) {
        Names all = team;
        for (std::size_t i = 0; i < others.size(); ++i) {
            if ((chosen >> i & 1U) != 0) all.insert(others[i].second.begin(), others[i].second.end());
        }
        counts.push_back(static_cast<std::uint32_t>(all.size()));
    }
    std::sort(counts.begin(), counts.end());
    counts.erase(std::unique(counts.begin(), counts.end()), counts.end());
    return counts;
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
        if (key != "lead inspector" && key != "team") continue;
        if (!add_names(report.people, report.runs[id], 0, report.runs[id].text, key))
            report.people_unsure = true;
    }
    RoleReader reader(report);
    for (const prose::Run& run : report.runs) {
        if (run.kind != prose::RunKind::paragraph && run.kind != prose::RunKind::bullet) continue;
        reader.read(run);
        if (run.text.find("nspect") != std::string::npos) read_team_size(report, run);
    }
    // The text may repeat the names of the header; it adds only those that are new.
    std::unordered_set<std::string> in_header;
    for (const Person& person : report.people) in_header.insert(framework::fold(person.name));
    const bool listed = std::any_of(report.people_in_text.begin(), report.people_in_text.end(),
                                    [](const Person& person) { return person.role.starts_with("team"); });
    if (!report.people_unsure)
        report.team_counts = fair_counts(listed ? report.people_in_text : report.people);
    for (const Person& person : report.people_in_text) {
        if (is_inspector(person.role) && in_header.insert(framework::fold(person.name)).second)
            report.people.push_back(person);
    }
    if (!listed && !report.people_unsure) report.team_counts = fair_counts(report.people);
}

}  // namespace stet::model
