// The header: titles, subject, dates, conditions, people.
#include <algorithm>

#include "compiler/base/ascii.hpp"
#include "compiler/base/catalogue.hpp"
#include "compiler/base/suggest.hpp"
#include "compiler/model/header_dates.hpp"
#include "compiler/model/resolver.hpp"

namespace stet::model {

namespace {

/// False where the words are no period; a period of days that are not real leaves no dates (check_calendar
/// speaks of "30 February 2014").
bool read_period(std::string_view words, InspectionDates& dates) {
    const std::vector<WrittenDate> written = read_header_dates(words);
    if (written.empty()) return false;
    const bool real = std::all_of(written.begin(), written.end(),
                                  [](const WrittenDate& date) { return to_civil(date).has_value(); });
    if (!real) return true;
    dates.begins = to_civil(written.front());
    dates.ends = to_civil(written.back());
    return true;
}

void read_dates(Resolver& resolver, std::string_view key, RunId run) {
    const prose::Run& value = resolver.report.runs[run];
    InspectionDates& dates = resolver.report.dates;
    if (key == "inspected") {
        dates.inspected_span = value.span;
        if (!read_period(value.text, dates)) {
            resolver.diagnostics.add(value.span, diag::header_date_unreadable, value.text, "period")
                .with_help("write it as `14 January 2014 to 5 February 2014`");
        }
        return;
    }
    dates.published_span = value.span;
    if (const std::vector<WrittenDate> written = read_header_dates(value.text); written.size() == 1) {
        dates.published = to_civil(written.front());
        return;
    }
    resolver.diagnostics.add(value.span, diag::header_date_unreadable, value.text, "date")
        .with_help("write it as `21 March 2014`");
}

void read_conditions(Resolver& resolver, RunId run) {
    const prose::Run& value = resolver.report.runs[run];
    const std::vector<std::string>& known = resolver.report.framework.conditions;
    std::size_t at = 0;
    while (at <= value.text.size()) {
        const std::size_t end = std::min(value.text.find_first_of(",;", at), value.text.size());
        const std::string_view name = ascii::trimmed(std::string_view(value.text).substr(at, end - at));
        at = end + 1;
        if (name.empty()) continue;
        if (std::find(known.begin(), known.end(), name) != known.end()) {
            resolver.report.header.conditions.emplace_back(name);
            continue;
        }
        const auto begin = static_cast<std::uint32_t>(name.data() - value.text.data());
        const std::vector<std::string_view> candidates(known.begin(), known.end());
        resolver.diagnostics
            .add(value.source(begin, begin + static_cast<std::uint32_t>(name.size())),
                 diag::condition_not_known, name)
            .with_help(did_you_mean(name, candidates));
    }
}

}  // namespace

void read_header(Resolver& resolver) {
    Header& header = resolver.report.header;
    for (const ast::HeaderField& field : resolver.report.document.header) {
        const std::string_view key = field.key.text;
        const RunId run = field.value.id;
        const std::string& text = resolver.report.runs[run].text;
        header.fields.emplace_back(key, run);
        if (key == "title" || key == "also")
            header.titles.push_back(run);
        else if (key == "subject")
            header.subject = text;
        else if (key == "framework") {
            header.framework = text;
            if (resolver.report.framework.name.empty()) {
                resolver.diagnostics.add(resolver.report.runs[run].span, diag::framework_unknown, text);
            }
        } else if (key == "inspected" || key == "published")
            read_dates(resolver, key, run);
        else if (key == "conditions")
            read_conditions(resolver, run);
        else if (key == "standard wording") {
            header.standard_wording = text != "no";
            if (text != "yes" && text != "no")
                resolver.diagnostics.add(resolver.report.runs[run].span, diag::header_yes_or_no, key, text);
        }
    }
}

}  // namespace stet::model
