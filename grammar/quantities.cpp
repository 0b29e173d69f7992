// The reader of quantities: finds where numbers start, and settles with their surroundings what they are.
#include "grammar/quantities.hpp"

#include <algorithm>
#include <array>

#include "compiler/base/ascii.hpp"
#include "compiler/prose/context.hpp"
#include "compiler/prose/number_words.hpp"
#include "grammar/dates.hpp"
#include "grammar/number_rules.hpp"
#include "grammar/quantity_kinds.hpp"

namespace stet::grammar {

namespace {

using prose::Bound;
using prose::Quantity;
using prose::QuantityKind;
using prose::Unit;

std::uint32_t offset(std::size_t v) {
    return static_cast<std::uint32_t>(v);
}

bool word_byte(std::string_view text, std::size_t at) {
    return at < text.size() && ascii::alphanumeric(text[at]);
}

/// Where the letters, digits and inner hyphens that start at `at` end.
std::size_t token_end(std::string_view text, std::size_t at) {
    while (at < text.size() &&
           (ascii::alphanumeric(text[at]) || (text[at] == '-' && word_byte(text, at + 1))))
        ++at;
    return at;
}

Quantity bare(QuantityKind kind, std::size_t begin, std::size_t end) {
    Quantity q;
    q.kind = kind;
    q.begin = q.number_begin = offset(begin);
    q.end = q.number_end = q.noun_begin = q.noun_end = offset(end);
    return q;
}

/// One pass over a text; `floor` is the end of the last quantity.
struct Reader {
    std::string_view text;
    std::vector<Quantity>& found;
    std::size_t floor = 0;
    std::size_t chunk_begin = 0;  ///< of the bytes between two spaces that hold the position
    std::size_t chunk_end = 0;
    bool address = false;  ///< the chunk is a web or mail address

    void run();
    std::size_t at_digit(std::size_t at);
    std::size_t at_letter(std::size_t at);
    std::size_t at_number(std::size_t at);
    std::size_t keep(const Quantity& q);
    std::size_t keep_name(std::size_t begin, std::size_t end);
    bool in_address(std::size_t at);
    std::size_t label_list_end(std::size_t at, std::size_t end) const;
    [[nodiscard]] bool is_part_of_speech(const NumberReading& reading, std::size_t begin,
                                         std::size_t end) const;
};

std::size_t Reader::keep(const Quantity& q) {
    found.push_back(q);
    floor = q.end;
    return q.end;
}

std::size_t Reader::keep_name(std::size_t begin, std::size_t end) {
    return keep(bare(QuantityKind::name, begin, end));
}

bool Reader::in_address(std::size_t at) {
    if (at >= chunk_end) {
        chunk_end = std::min(text.size(), text.find(' ', at));
        const std::size_t space = text.rfind(' ', at);
        chunk_begin = space == std::string_view::npos ? 0 : space + 1;
        const std::string_view chunk = text.substr(chunk_begin, chunk_end - chunk_begin);
        address = chunk.find('@') != std::string_view::npos || chunk.find("://") != std::string_view::npos ||
                  chunk.find("www.") != std::string_view::npos;
    }
    return address;
}

/// "paragraphs 12, 15 and 18", "Key Stages 3 and 4", "section 47(1)": how far a label reaches.
std::size_t Reader::label_list_end(std::size_t at, std::size_t end) const {
    const std::string_view label = prose::word_before(text, at);
    const bool several = !label.empty() && label.back() == 's';
    while (true) {
        if (text.substr(end, 1) == "(" && word_byte(text, end + 1)) {
            const std::size_t close = text.find(')', end);
            if (close == std::string_view::npos || close - end > 4) return end;
            end = close + 1;
            continue;
        }
        std::size_t next = end;
        for (const std::string_view joint : {" and ", " to ", " or ", " & ", ", ", "\u2013", "-"}) {
            if (text.substr(end).starts_with(joint)) next = end + joint.size();
        }
        if (!several || next == end || next >= text.size() || !ascii::digit(text[next])) return end;
        const std::size_t stop = token_end(text, next);
        const std::string_view after = text.substr(stop, 2);
        if (after.starts_with("%") ||
            (after.size() == 2 && (after[0] == '.' || after[0] == ',') && ascii::digit(after[1])))
            return end;
        end = stop;
    }
}

/// "one more than", "one fewer than"; "a net gain of one.", "rose by one,"
bool counts_difference(std::string_view text, std::size_t begin, std::size_t end) {
    constexpr std::array<std::string_view, 6> sizes = {"gain of ",     "loss of ",  "increase of ",
                                                       "decrease of ", "total of ", "reduction of "};
    const std::string_view before = text.substr(0, begin);
    if (std::any_of(sizes.begin(), sizes.end(), [&](std::string_view w) { return before.ends_with(w); }))
        return true;
    constexpr std::array<std::string_view, 4> words = {" more than ", " fewer than ", " less than ",
                                                       " higher than "};
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view w) { return text.substr(end).starts_with(w); });
}

/// "one" the pronoun ("one of", "this one", "one another"), "half" the part of a compound ("half-term", "the
/// first half"), "a third party": words that look like quantities and are none.
bool Reader::is_part_of_speech(const NumberReading& reading, std::size_t begin, std::size_t end) const {
    const std::string_view before = prose::word_before(text, begin);
    const std::string_view after =
        text.substr(end, 1) == " " ? prose::word_after(text, end) : std::string_view();
    if (reading.kind == QuantityKind::count && reading.numbers[0].words &&
        reading.numbers[0].value == Rational(1) && reading.count == 1) {
        constexpr std::array<std::string_view, 12> pronouns = {
            "no", "this", "that", "any", "every", "each", "the", "which", "last", "only", "new", "former"};
        if (std::find(pronouns.begin(), pronouns.end(), before) != pronouns.end()) return true;
        if (after == "of") {
            const std::size_t next = end + 4;
            return !(word_byte(text, next) &&
                     (ascii::digit(text[next]) || prose::number_word(prose::word_after(text, end + 3))));
        }
        if (counts_difference(text, begin, end)) return false;
        return text.substr(end, 2) != " (" &&
               (after.empty() || prose::function_word(after) || after == "another");
    }
    if (reading.kind != QuantityKind::fraction || reading.one_in) return false;
    if (text.substr(end, 1) == "-") return true;
    const std::string_view words = text.substr(begin, end - begin);
    if (ascii::equal_ignoring_case(words, "half")) {
        constexpr std::array<std::string_view, 8> not_before = {"first",  "second", "other", "last",
                                                                "latter", "and",    "this",  "each"};
        if (std::find(not_before.begin(), not_before.end(), before) != not_before.end()) return true;
        return after == "a" || after == "an" || after == "term" || after == "day" || after == "year" ||
               after == "way" || after == "time";
    }
    const bool several = reading.numbers[0].value != Rational(1);
    if (reading.per == Rational(2) || (several && words.back() != 's'))
        return true;  // "a second", "two third parties"
    return !several && !after.empty() && after != "of" && !prose::function_word(after);
}

Quantity from_reading(const NumberReading& reading, std::string_view text, std::size_t at) {
    Quantity q = bare(reading.kind, at, static_cast<std::size_t>(reading.end - text.data()));
    q.number_end = offset(static_cast<std::size_t>(reading.number_end - text.data()));
    const Number& first = reading.numbers[0];
    q.unit = reading.unit;
    q.value = q.upper = first.value;
    q.step = first.step;
    q.decimals = first.decimals;
    q.in_words = first.words;
    q.compound = reading.compound || (reading.singular_unit && first.value != Rational(1) &&
                                      reading.kind == QuantityKind::duration);
    q.bound = reading.bound;
    if (reading.count == 2) {
        q.range = true;
        q.upper = reading.numbers[1].value;
        const Number& second = reading.numbers[1];
        if (second.scaled && !first.scaled && q.kind == QuantityKind::money) {  // "£1.2 to £1.5 million"
            q.value = q.value * (second.step / first.step);
        }
        q.step = second.step;
    }
    if (q.kind == QuantityKind::rate && reading.per.whole())
        q.per = static_cast<std::int64_t>(reading.per.numerator());
    if (q.kind == QuantityKind::fraction) {
        q.per = static_cast<std::int64_t>(reading.per.numerator());
        q.value = q.upper = first.value / reading.per;
    }
    return q;
}

/// Whether what was read as one quantity is one: a range ascends, "k in n" has k below n.
bool plausible(const NumberReading& reading, NumberOptions& options) {
    if (reading.count == 2 && !(reading.numbers[0].value < reading.numbers[1].value) &&
        !reading.numbers[1].scaled) {
        options.to = options.and_ = false;
        return false;
    }
    if (reading.kind == QuantityKind::rate && !(reading.per.whole() && reading.per > Rational(1)))
        return false;
    if (reading.one_in && (!(reading.numbers[0].value < reading.per) || !reading.per.whole() ||
                           reading.per > Rational(100000) ||
                           (reading.per > Rational(10) && !(reading.per / Rational(5)).whole()))) {
        options.one_in = false;
        return false;
    }
    return true;
}

/// The number at `at`, as one quantity can be; absent where there is none. "Of 16 to 21" is no range, "of 16
/// to 21 year olds" is one.
std::optional<NumberReading> read_plausible(std::string_view text, std::size_t at, NumberOptions options) {
    if (!options.to) {
        NumberOptions ranging = options;
        ranging.to = true;
        const auto reading = read_number(text, at, ranging);
        if (reading && reading->kind == QuantityKind::age && plausible(*reading, ranging)) return reading;
    }
    auto reading = read_number(text, at, options);
    for (int again = 0; again < 2 && reading && !plausible(*reading, options); ++again)
        reading = read_number(text, at, options);
    return reading && plausible(*reading, options) ? reading : std::nullopt;
}

/// Reads the number (digits or words) at `at`; returns where to go on, `at` where there is none.
std::size_t Reader::at_number(std::size_t at) {
    prose::Lead lead = prose::lead_before(text, at, floor);
    const std::string_view before = prose::word_before(text, lead.begin);
    NumberOptions options;
    options.and_ = lead.between;
    options.to = lead.age || !(lead.from || before == "by" || before == "of" || before == "from");
    const auto reading = read_plausible(text, at, options);
    if (!reading) return at;
    const auto end = static_cast<std::size_t>(reading->end - text.data());
    if (reading->kind == QuantityKind::ordinal) return keep(bare(QuantityKind::ordinal, at, end));
    if (reading->numbers[0].too_long || reading->numbers[1].too_long)
        return keep_name(at, token_end(text, end));
    if (!lead.age && reading->bound == Bound::none && is_part_of_speech(*reading, at, end)) {
        return reading->kind == QuantityKind::fraction ? at : end;  // "a third party": an ordinal may follow
    }
    if (text.substr(end, 1) == "-" && reading->kind == QuantityKind::count) {
        return keep_name(at, token_end(text, end));  // "two-stage", "10-point", "16- and"
    }
    Quantity q = from_reading(*reading, text, at);
    if (q.compound && q.unit == Unit::hour && q.value == Rational(24))
        return keep_name(at, end);  // "a 24-hour helpline" is always open
    if (q.bound == Bound::none) q.bound = lead.bound;
    q.approximation = lead.approximation;
    if (q.kind == QuantityKind::duration && ascii::equal_ignoring_case(text.substr(lead.begin, 5), "over ")) {
        q.bound = Bound::none;  // "over five years" tells how long, not how much more
        lead.begin = at;
    }
    q.begin = offset(std::min(lead.begin, at));
    if (q.kind == QuantityKind::count || q.kind == QuantityKind::rate) {
        const auto [noun_begin, noun_end] = prose::noun_phrase(text, end, q.value == Rational(1));
        q.noun_begin = offset(noun_begin), q.noun_end = offset(noun_end);
    }
    settle_kind(q, text, lead, reading->age_bound);
    q.interval = prose::meaning(q);
    return keep(q);
}

std::size_t Reader::at_digit(std::size_t at) {
    if (in_address(at)) {
        std::size_t begin = std::max(floor, chunk_begin);
        keep_name(begin, chunk_end);
        return chunk_end;
    }
    const DigitGroups groups = digit_groups(text, at);
    const std::size_t token = std::max(token_end(text, at), groups.end);
    if (groups.odd) return keep_name(at, token);
    if (prose::labelled(text, at))
        return keep_name(at, std::max(label_list_end(at, token), read_name(text, at)));
    const std::string_view before = prose::word_before(text, at);
    if (text.substr(token - 1, 1) == "s" && token - at > 1 &&
        ascii::digit(text[token - 2])) {  // "under 18s", "over-65s"
        const bool under = before == "under" || before.ends_with("under-") || before == "Under",
                   over = before == "over" || before.ends_with("over-") || before == "Over";
        const auto years = read_number(text.substr(0, token - 1), at, {});
        if ((under || over) && years) {
            Quantity q = from_reading(*years, text, at);
            q.kind = QuantityKind::age, q.unit = Unit::year;
            q.bound = under ? Bound::fewer : Bound::more;
            q.begin = offset(static_cast<std::size_t>(before.data() - text.data()));
            q.end = offset(token);
            q.interval = prose::meaning(q);
            return keep(q);
        }
    }
    const bool between = before == "between" || before == "Between";
    if (auto date = read_date(text, at, floor, between)) return keep(*date);
    const std::size_t after_name = read_name(text, at);
    if (after_name != at) {
        const auto reading = read_number(text, at, {});
        const std::size_t number_end = reading ? static_cast<std::size_t>(reading->end - text.data()) : at;
        const bool telling = reading && reading->kind == QuantityKind::ordinal;
        if (!telling || number_end < after_name)
            return keep_name(at, std::max(after_name, token_end(text, after_name)));
    }
    const std::size_t next = at_number(at);
    return next != at ? next : keep_name(at, token);
}

std::size_t Reader::at_letter(std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && ascii::letter(text[end])) ++end;
    if (end < text.size() && ascii::digit(text[end])) {
        if (in_address(end)) return at_digit(end);
        return keep_name(at, token_end(text, end));  // "M1", "P45"
    }
    if (end + 1 < text.size() && text[end] == '-' && ascii::digit(text[end + 1])) {
        constexpr std::array<std::string_view, 7> prefixes = {"mid",  "pre",   "post", "under",
                                                              "over", "early", "late"};
        std::array<char, 6> lower{};
        const std::size_t n = std::min(end - at, lower.size());
        std::transform(text.begin() + static_cast<std::ptrdiff_t>(at),
                       text.begin() + static_cast<std::ptrdiff_t>(at + n), lower.begin(), ascii::lower);
        const std::string_view word(lower.data(), n);
        if (end - at == n && std::find(prefixes.begin(), prefixes.end(), word) != prefixes.end())
            return end + 1;
        return keep_name(at, token_end(text, end + 1));  // "EF-12", "COVID-19"
    }
    constexpr std::string_view first_letters = "abefhmnostzABEFHMNOSTZ";
    if (end - at > 11 || first_letters.find(text[at]) == std::string_view::npos) return end;
    const std::string_view word = text.substr(at, end - at);
    if (!prose::number_word(word)) return end;
    if (end - at < 3) {  // "a" and "an" only before what they count
        const auto next = prose::number_word(prose::word_after(text, end));
        if (!next || text.substr(end, 1) != " ") return end;
        using enum prose::NumberWordKind;
        if (next->kind != hundred && next->kind != thousand && next->kind != million && next->kind != half &&
            next->kind != part && next->kind != ordinal) {
            return end;
        }
    }
    if (prose::labelled(text, at)) return keep_name(at, end);
    const std::size_t next = at_number(at);
    return next != at ? next : end;
}

bool currency_at(std::string_view text, std::size_t at) {
    switch (text[at]) {
        case '$':
            return true;
        case '\xC2':
            return text.substr(at, 2) == "\u00A3";
        case '\xE2':
            return text.substr(at, 3) == "\u20AC";
        default:
            return false;
    }
}

void Reader::run() {
    std::size_t at = 0;
    while (at < text.size()) {
        const char c = text[at];
        if (ascii::digit(c)) {
            at = at_digit(at);
        } else if (ascii::letter(c)) {
            at = at_letter(at);
        } else if (currency_at(text, at) && !in_address(at)) {
            const std::size_t next = at_number(at);
            at = next != at ? next : at + 1;
        } else {
            ++at;
        }
    }
}

}  // namespace

std::vector<Quantity> read_quantities(std::string_view text) {
    std::vector<Quantity> found;
    Reader{text, found}.run();
    return found;
}

std::vector<Quantity> read_quantities(const prose::Run& run) {
    return read_quantities(run.text);
}

void read_quantities(const prose::Run& run, std::vector<Quantity>& found) {
    Reader{run.text, found}.run();
}

}  // namespace stet::grammar
