// What the importer's tests share: frameworks as hints, and questions about imported source.
#include "tests/import_support.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "compiler/base/sources.hpp"
#include "grammar/parse.hpp"

namespace stet::test {

const std::string prose =
    "The harbour lies at the mouth of the river and has two basins, a dry\n"
    "dock and a slip for smaller boats. Some forty vessels a week call here,\n"
    "most of them to load stone from the quarries inland, and the pilots who\n"
    "bring them in know the channel and its banks in every state of tide.\n";

namespace {

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

bool is_numbered(std::string_view line) {
    std::size_t at = 0;
    while (at < line.size() && line[at] >= '0' && line[at] <= '9') ++at;
    if (at == 0 || at + 1 >= line.size() || line[at] != '.') return false;
    if (line[at + 1] == ' ') return true;
    std::size_t minor = at + 1;
    while (minor < line.size() && line[minor] >= '0' && line[minor] <= '9') ++minor;
    return minor > at + 1 && minor < line.size() && line[minor] == ' ';
}

}  // namespace

import::FrameworkHints harbour_framework(){return {
    "harbour-2020",
    {"harbour", "harbours", "summary of findings"},
    {{"Safety of the quays", {"quays"}}, {"Care of the crews", {"crews"}}, {"Harbour board", {"board"}}},
    {"Summary of findings", "Areas for improvement"},
    {},
    {"outstanding", "good", "requires improvement", "inadequate"}};
}  // namespace stet::test

std::vector<import::FrameworkHints> corpus_frameworks() {
    const std::vector<std::string> grades = {"outstanding", "good", "requires improvement",
                                             "requires improvement to be good", "inadequate"};
    return {{"ofsted-sif-2013",
             {"children in need of help and protection", "children looked after and care leavers"},
             {{"Children who need help and protection", {}},
              {"Children looked after and achieving permanence", {}},
              {"Adoption performance", {"adoption"}},
              {"Experiences and progress of care leavers",
               {"experience and progress of care leavers", "care leavers"}},
              {"Leadership, management and governance", {"leadership"}},
              {"The effectiveness of the Local Safeguarding Children Board (LSCB)",
               {"Local Safeguarding Children Board", "LSCB"}}},
             {"Summary of key findings", "Executive summary", "Recommendations", "Areas for improvement",
              "Priority and immediate action", "Information about this inspection"},
             {},
             grades},
            {"ofsted-ilacs-2018",
             {"Inspection of children's social care services"},
             {{"Overall effectiveness", {}},
              {"The impact of leaders on social work practice with children and families", {}},
              {"The experiences and progress of children who need help and protection", {}},
              {"The experiences and progress of children in care and care leavers", {}}},
             {"What needs to improve"},
             {},
             grades}};
}

void require_sound(std::string_view source) {
    Sources sources;
    Diagnostics diagnostics;
    grammar::parse(sources.add("imported.stet", std::string(source)), sources, diagnostics);
    for (const Diagnostic& diagnostic : diagnostics.all()) {
        UNSCOPED_INFO(sources.line_column(0, diagnostic.span.begin).line << ": " << diagnostic.message);
    }
    CHECK(diagnostics.all().empty());
}

import::Imported import_whole(std::string_view text){
    const std::vector<import::FrameworkHints> frameworks = {harbour_framework()};
import::Imported result = import::import_report(text, frameworks);
INFO(result.source);
for (const import::Difference& difference : result.differences) {
    UNSCOPED_INFO("line " << difference.line << ", kind " << difference.kind << ": " << difference.words);
}
CHECK(result.differences.empty());
require_sound(result.source);
return result;
}

std::string line_with(std::string_view source, std::string_view start) {
    for (const std::string_view line : lines_of(source)) {
        if (line.starts_with(start)) return std::string(line);
    }
    return {};
}

std::string grade_of(std::string_view source, std::string_view name) {
    const std::string start = "  " + std::string(name) + "  ";
    const std::string line = line_with(source, start);
    const std::size_t grade = line.find_first_not_of(' ', start.size());
    return grade == std::string::npos ? std::string() : line.substr(grade);
}

bool has_line(std::string_view source, std::string_view line) {
    const auto lines = lines_of(source);
    return std::find(lines.begin(), lines.end(), line) != lines.end();
}

Counts count_blocks(std::string_view source) {
    Counts counts;
    std::size_t* inside = nullptr;
    for (const std::string_view line : lines_of(source)) {
        if (line.empty()) inside = nullptr;
        if (inside != nullptr && line.starts_with("  ") && !line.starts_with("   ")) ++*inside;
        if (line == "@judgements") inside = &counts.judgements;
        if (line == "@contents") inside = &counts.contents;
        counts.headings += line.starts_with('#') ? 1U : 0U;
        counts.numbered += is_numbered(line) ? 1U : 0U;
        counts.notes += line.starts_with("[^") ? 1U : 0U;
    }
    return counts;
}

}  // namespace stet::test
