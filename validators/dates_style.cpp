// D301, D302: numeric dates among written ones; periods of one year in several styles.
#include <fmt/format.h>

#include <array>
#include <map>
#include <string>
#include <vector>

#include "compiler/base/ascii.hpp"
#include "compiler/base/calendar.hpp"
#include "validators/dates.hpp"
#include "validators/variants.hpp"

namespace stet::validators {

namespace {

using prose::DateStyle;
using prose::Quantity;
using prose::QuantityKind;
using prose::Run;

constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};

/// How a period of one year is written: "2012–13", "2012-13", "2012–2013", "2012/13".
struct PeriodStyle {
    bool whole_years = false;
    std::string mark;
    friend auto operator<=>(const PeriodStyle&, const PeriodStyle&) = default;
};

/// A dash that looks like another is that: a hyphen (U+2010, U+2011) or an en dash (figure dash, minus sign,
/// box-drawing line).
std::string plain_mark(std::string_view mark) {
    if (mark == "\u2010" || mark == "\u2011") return "-";
    if (mark == "\u2012" || mark == "\u2212" || mark == "\u2500") return "\u2013";
    return std::string(mark);
}

/// The style of "YYYY<mark>YY" or "YYYY<mark>YYYY"; the mark is empty where the words are none.
PeriodStyle style_of(std::string_view words) {
    std::size_t begin = 0;
    while (begin < words.size() && ascii::digit(words[begin])) ++begin;
    std::size_t end = words.size();
    while (end > begin && ascii::digit(words[end - 1])) --end;
    if (begin != 4 || begin == end) return {};
    return {words.size() - end == 4, plain_mark(words.substr(begin, end - begin))};
}

std::string written(const Quantity& period, const PeriodStyle& style) {
    const std::string last = style.whole_years ? fmt::format("{}", period.last.year)
                                               : fmt::format("{:02}", period.last.year % 100);
    return fmt::format("{}{}{}", period.first.year, style.mark, last);
}

struct Place {
    const Run* run;
    const Quantity* quantity;
};

class DateStyleCheck {
  public:
    DateStyleCheck(const model::Report& report, Diagnostics& diagnostics)
        : report_(report), diagnostics_(diagnostics) {
        for (prose::RunId id = 0; id < report.quantities.size(); ++id) {
            const Run& run = report.runs[id];
            if (!holds_sentences(run.kind)) continue;
            for (const Quantity& quantity : report.quantities[id]) sort(run, quantity);
        }
    }

    /// Days: "31/01/14" among "31 January 2014".
    void check_days() {
        if (numeric_.empty() || written_.size() < 2 * numeric_.size()) return;
        std::vector<Use> odd;
        for (const Place& place : numeric_) {
            const Span span = source(place);
            odd.push_back({span, {}});
            if (is_real(place.quantity->first) && place.quantity->kind == QuantityKind::date)
                odd.back().edits.push_back({span, long_date(place.quantity->first)});
        }
        Diagnostic& made =
            report_variant(diagnostics_, diag::date_style, words(numeric_.front()), odd,
                           {words(written_.front()), written_.size(), source(written_.front()), {}});
        if (!made.fixes.empty()) made.fixes.front().title = "write the month in letters";
    }

    /// Periods of one year: the house style where the report uses it at all or has no majority, else the
    /// majority.
    void check_periods() {
        if (periods_.size() < 2) return;
        const PeriodStyle house = style_of(report_.framework.style.period);
        const auto most =
            std::max_element(periods_.begin(), periods_.end(),
                             [](const auto& a, const auto& b) { return a.second.size() < b.second.size(); });
        const bool by_house = periods_.contains(house);
        const PeriodStyle& kept = by_house ? house : most->first;
        std::vector<Place> odd_places;
        for (const auto& [style, places] : periods_) {
            if (style != kept) odd_places.insert(odd_places.end(), places.begin(), places.end());
        }
        std::sort(odd_places.begin(), odd_places.end(), [](const Place& a, const Place& b) {
            return std::pair(a.run->id, a.quantity->begin) < std::pair(b.run->id, b.quantity->begin);
        });
        std::vector<Use> odd;
        for (const Place& place : odd_places)
            odd.push_back({source(place), {{source(place), written(*place.quantity, kept)}}});
        const std::vector<Place>& model = periods_[kept];
        report_variant(diagnostics_, diag::period_style, words(odd_places.front()), odd,
                       {words(model.front()), model.size(), source(model.front()),
                        by_house ? ": the second is the house style" : ""})
            .fixes.front()
            .title = fmt::format("write periods as “{}” is written", words(model.front()));
    }

  private:
    void sort(const Run& run, const Quantity& quantity) {
        const Place place{&run, &quantity};
        if (quantity.date_style == DateStyle::day_month_year) written_.push_back(place);
        const bool joined = quantity.date_style == DateStyle::from_to;
        const std::string_view text = words(place);
        if (quantity.date_style == DateStyle::numeric ||
            (joined && text.find('/') != text.npos && text.find('/') != text.rfind('/')))
            numeric_.push_back(place);
        else if (joined && text.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") != text.npos)
            written_.push_back(place);
        const bool span = quantity.date_style == DateStyle::short_span ||
                          quantity.date_style == DateStyle::long_span ||
                          quantity.date_style == DateStyle::slash_span;
        if (!span || quantity.last.year - quantity.first.year != 1) return;
        const PeriodStyle style = style_of(text);
        if (!style.mark.empty()) periods_[style].push_back(place);
    }

    [[nodiscard]] static std::string_view words(const Place& place) {
        return place.run->words(place.quantity->begin, place.quantity->end);
    }
    [[nodiscard]] static Span source(const Place& place) {
        return place.run->source(place.quantity->begin, place.quantity->end);
    }

    const model::Report& report_;
    Diagnostics& diagnostics_;
    std::vector<Place> written_;
    std::vector<Place> numeric_;
    std::map<PeriodStyle, std::vector<Place>> periods_;
};

}  // namespace

std::string long_date(const CivilDate& date) {
    if (date.month < 1 || date.month > 12) return fmt::format("{}", date.year);
    return fmt::format("{} {} {}", date.day, months[date.month - 1U], date.year);
}

void check_date_style(const model::Report& report, const Sources&, Diagnostics& diagnostics) {
    DateStyleCheck check(report, diagnostics);
    check.check_days();
    check.check_periods();
}

}  // namespace stet::validators
