// The quantity grammar: what it reads, what it leaves alone, and that every written form comes back as its
// value.
#include "grammar/quantities.hpp"

#include <catch2/catch.hpp>
#include <chrono>
#include <random>

#include "compiler/prose/number_words.hpp"
#include "compiler/prose/sentences.hpp"
#include "grammar/dates.hpp"
#include "grammar/number_rules.hpp"

using namespace stet;
using namespace stet::prose;

namespace {

std::string number_text(const Rational& v) {
    return shown(v, 3);
}

/// Kind, words taken and value of each quantity, in one line.
std::string read(std::string_view text) {
    constexpr const char* kinds[] = {"count", "percent", "points", "rate",   "fraction", "money", "duration",
                                     "age",   "measure", "date",   "period", "ordinal",  "name"};
    std::string all;
    for (const Quantity& q : grammar::read_quantities(text)) {
        if (!all.empty()) all += "; ";
        all += kinds[static_cast<std::size_t>(q.kind)];
        all += " '" + std::string(text.substr(q.begin, q.end - q.begin)) + "'";
        if (q.is_figure()) all += " " + number_text(q.value) + (q.range ? ".." + number_text(q.upper) : "");
        if (q.kind == QuantityKind::rate) all += "/" + std::to_string(q.per);
        if (q.kind == QuantityKind::date || q.kind == QuantityKind::period) {
            for (const CivilDate& d : {q.first, q.last}) {
                all += " " + std::to_string(d.year) + "-" + std::to_string(d.month) + "-" +
                       std::to_string(d.day);
            }
        }
    }
    return all;
}

std::string noun(std::string_view text) {
    const auto all = grammar::read_quantities(text);
    return all.empty() ? "none"
                       : std::string(text.substr(all[0].noun_begin, all[0].noun_end - all[0].noun_begin));
}

struct Sample {
    std::string text;
    QuantityKind kind;
    Rational value;
    Rational upper;
    Bound bound = Bound::none;
    Approximation approximation = Approximation::none;
};

class Writer {
  public:
    explicit Writer(unsigned seed) : random_(seed) {}

    Sample write() {
        switch (pick(0, 9)) {
            case 0:
                return bounded(count());
            case 1:
                return bounded(percent());
            case 2:
                return rate();
            case 3:
                return money();
            case 4:
                return bounded(duration());
            case 5:
                return age();
            case 6:
                return fraction();
            case 7:
                return range();
            case 8:
                return points();
            default:
                return bounded(words());
        }
    }
    std::int64_t pick(std::int64_t low, std::int64_t high) {
        return std::uniform_int_distribution<std::int64_t>(low, high)(random_);
    }

  private:
    std::int64_t size() {
        const std::int64_t top[] = {9, 99, 999, 99999, 9999999};
        return pick(2, top[pick(0, 4)]);
    }
    Sample count() {
        std::int64_t v = size();
        // A bare number of four digits from 1800 to 2099 is a year; with its comma it is a count.
        return {decimal(v, 0), QuantityKind::count, v, v};
    }
    Sample words() {
        const std::int64_t v = size();
        return {in_words(v), QuantityKind::count, v, v};
    }
    Sample percent() {
        const int places = static_cast<int>(pick(0, 2));
        const Rational v = Rational(pick(0, 9999)).rounded_to(1) * Rational::power_of_ten(-places);
        return {decimal(v, places) + (pick(0, 1) == 0 ? "%" : " per cent"), QuantityKind::percent, v, v};
    }
    Sample points() {
        const std::int64_t v = pick(2, 40);
        return {(pick(0, 1) == 0 ? in_words(v) : decimal(v, 0)) + " percentage points", QuantityKind::points,
                v, v};
    }
    Sample rate() {
        const std::int64_t v = pick(1, 400), per = pick(0, 1) == 0 ? 10000 : 1000;
        const std::string base = pick(0, 1) == 0 ? decimal(per, 0) : in_words(per);
        return {decimal(v, 0) + " per " + base, QuantityKind::rate, v, v};
    }
    Sample money() {
        if (pick(0, 1) == 0) {
            const std::int64_t v = size();
            return {"\u00A3" + decimal(v, 0), QuantityKind::money, v, v};
        }
        const Rational v = Rational::ratio(pick(10, 99), 10);
        const Rational scaled = v * Rational(1000000);
        return {"\u00A3" + decimal(v, 1) + (pick(0, 1) == 0 ? " million" : "m"), QuantityKind::money, scaled,
                scaled};
    }
    Sample duration() {
        const char* units[] = {" days", " weeks", " months", " years", " working days", " hours"};
        const std::int64_t v = pick(2, 99);
        return {(pick(0, 1) == 0 ? in_words(v) : decimal(v, 0)) + units[pick(0, 5)], QuantityKind::duration,
                v, v};
    }
    Sample age() {
        const std::int64_t low = pick(1, 15), high = pick(16, 25);
        switch (pick(0, 4)) {
            case 0:
                return {"aged " + decimal(low, 0) + " to " + decimal(high, 0), QuantityKind::age, low, high};
            case 1:
                return {"aged from " + in_words(low) + " to " + in_words(high) + " years", QuantityKind::age,
                        low, high};
            case 2:
                return {"under the age of " + decimal(high, 0), QuantityKind::age, high, high, Bound::fewer};
            case 3:
                return {"aged " + in_words(low) + " or older", QuantityKind::age, low, low, Bound::at_least};
            default:
                return {decimal(high, 0) + "-year-olds", QuantityKind::age, high, high};
        }
    }
    Sample fraction() {
        const std::int64_t n = pick(3, 10), k = pick(1, n - 1);
        const char* singular[] = {"third",   "quarter", "fifth", "sixth",
                                  "seventh", "eighth",  "ninth", "tenth"};
        const Rational v = Rational::ratio(k, n);
        if (pick(0, 1) == 0) return {in_words(k) + " in " + in_words(n), QuantityKind::fraction, v, v};
        return {in_words(k) + (pick(0, 1) == 0 ? " " : "-") + singular[n - 3] + (k > 1 ? "s" : ""),
                QuantityKind::fraction, v, v};
    }
    Sample range() {
        const std::int64_t low = pick(2, 50), high = pick(51, 400);
        if (pick(0, 1) == 0)
            return {decimal(low, 0) + "\u2013" + decimal(high, 0), QuantityKind::count, low, high};
        return {decimal(low, 0) + " to " + decimal(high, 0) + " weeks", QuantityKind::duration, low, high};
    }
    Sample bounded(Sample s) {
        struct Words {
            const char* text;
            Bound bound;
            Approximation approximation;
        };
        const Words all[] = {{"fewer than ", Bound::fewer, Approximation::none},
                             {"at least ", Bound::at_least, Approximation::none},
                             {"up to ", Bound::at_most, Approximation::none},
                             {"more than ", Bound::more, Approximation::none},
                             {"approximately ", Bound::none, Approximation::about},
                             {"nearly ", Bound::none, Approximation::below},
                             {"just over ", Bound::none, Approximation::above}};
        const std::int64_t which = pick(0, 13);
        if (which > 6) return s;
        s.text = all[which].text + s.text;
        s.bound = all[which].bound;
        s.approximation = all[which].approximation;
        return s;
    }
    std::mt19937 random_;
};

}  // namespace

TEST_CASE("the rules of quantities and dates cannot loop") {
    CHECK(grammar::number_rule_problems() == 0);
    CHECK(grammar::date_rule_problems() == 0);
}

TEST_CASE("every written form of a value is read as that value, alone and in a sentence") {
    Writer writer(11);
    for (int i = 0; i < 100000; ++i) {
        const Sample s = writer.write();
        const bool alone = i % 2 == 0;
        const std::string text = alone ? s.text : "It was reported (" + s.text + "), as before.";
        const auto found = grammar::read_quantities(text);
        if (found.size() != 1) FAIL("'" << text << "' gives " << read(text));
        const Quantity& q = found[0];
        const std::string taken = text.substr(q.begin, q.end - q.begin);
        if (q.kind != s.kind || !(q.value == s.value) || !(q.upper == s.upper) || q.bound != s.bound ||
            q.approximation != s.approximation || taken != s.text) {
            FAIL("'" << text << "' gives " << read(text));
        }
        if (!q.interval.contains(s.value) && s.bound != Bound::fewer && s.bound != Bound::more &&
            s.approximation == Approximation::none) {
            FAIL("the interval of '" << text << "' misses its value");
        }
    }
}

TEST_CASE("dates come back from every style") {
    Writer writer(12);
    for (int i = 0; i < 20000; ++i) {
        const auto year = static_cast<std::int32_t>(writer.pick(1990, 2040));
        const auto month = static_cast<std::uint8_t>(writer.pick(1, 12));
        const auto day = static_cast<std::uint8_t>(writer.pick(1, days_in_month(year, month)));
        const std::string y = std::to_string(year), m = std::to_string(month), d = std::to_string(day);
        const std::string name(month_name(month));
        const std::string forms[] = {d + " " + name + " " + y,
                                     d + "/" + m + "/" + y,
                                     d + "/" + m + "/" + y.substr(2),
                                     name + " " + y,
                                     y + "\u2013" + std::to_string(year + 1).substr(2),
                                     y + "/" + std::to_string(year + 1).substr(2),
                                     "1 January " + y + " to " + d + " " + name + " " + y};
        const auto which = static_cast<std::size_t>(writer.pick(0, 6));
        const auto found = grammar::read_quantities("in the report of " + forms[which] + ".");
        if (found.size() != 1) FAIL(forms[which] << " gives " << read(forms[which]));
        const Quantity& q = found[0];
        const bool span = which == 4 || which == 5;
        REQUIRE(q.kind == (span || which == 6 ? QuantityKind::period : QuantityKind::date));
        const CivilDate last = span ? CivilDate{year + 1, 12, 31}
                                    : CivilDate{year, month, which == 3 ? days_in_month(year, month) : day};
        if (!(q.last == last)) FAIL(forms[which]);
        REQUIRE(q.first.year == year);
    }
}

TEST_CASE("figures in their usual company") {
    CHECK(read("At 31 March 2013, 410 children (a rate of 52 per 10,000 children) were there, a fall from "
               "1,420.") ==
          "date '31 March 2013' 2013-3-31 2013-3-31; count '410' 410; rate '52 per 10,000' 52/10000; count "
          "'1,420' 1,420");
    CHECK(read("Of this number 160 (52%) lived within 20 miles and 7% did not.") ==
          "count '160' 160; percent '52%' 52; measure 'within 20 miles' 20; percent '7%' 7");
    CHECK(read("five of 12 plans; from 320 to 305; between five and 10 visits") ==
          "count 'five' 5; count '12' 12; count '320' 320; count '305' 305; count 'five and 10' 5..10");
    CHECK(read("between 1/04/12 and 31/01/14") == "period '1/04/12 and 31/01/14' 2012-4-1 2014-1-31");
    CHECK(read("two and a half years, twenty months, a hundred homes") ==
          "duration 'two and a half years' 2.5; duration 'twenty months' 20; count 'a hundred' 100");
    CHECK(read("ten thousand, five of whom") == "count 'ten thousand' 10,000; count 'five' 5");
    CHECK(read("between 20% and 30%, 20\u201330%, 3% or more") ==
          "percent '20% and 30%' 20..30; percent '20\u201330%' 20..30; percent '3% or more' 3");
    CHECK(read("\u00A31.2 to \u00A31.5 million") ==
          "money '\u00A31.2 to \u00A31.5 million' 1,200,000..1,500,000");
    CHECK(read("just over half, a third of them, one in five, nine out of ten") ==
          "fraction 'just over half' 0.5; fraction 'a third' 0.333; fraction 'one in five' 0.2; count 'nine' "
          "9; count 'ten' 10");
    CHECK(read("January to March 2013, 14\u201316 May 2014, 14 and 15 May 2014") ==
          "period 'January to March 2013' 2013-1-1 2013-3-31; period '14\u201316 May 2014' 2014-5-14 "
          "2014-5-16; "
          "period '14 and 15 May 2014' 2014-5-14 2014-5-15");
    CHECK(read("children under 18, those aged 0-2, under-18s, young people aged 16 and 17") ==
          "age 'under 18' 18; age 'aged 0-2' 0..2; age 'under-18s' 18; age 'aged 16' 16; count '17' 17");
}

TEST_CASE("quantities: what words around a number make of it") {
    CHECK(read("61% of 6 weekly visits, and six monthly reviews") ==
          "percent '61%' 61; duration '6 weekly' 6; duration 'six monthly' 6");
    CHECK(read("of 16 to 21 year old care leavers") == "age '16 to 21 year old' 16..21");
    CHECK(read("of 16 to 21 homes") == "count '16' 16; count '21' 21");
    CHECK(read("36 children and young people per 10,000 (209)") ==
          "rate '36 children and young people per 10,000' 36/10000; count '209' 209");
    CHECK(read("12 children per 4 workers") == "count '12' 12; name '4'");
    CHECK(read("the rate per 10,000 is below 59") == "name '10,000'; count 'below 59' 59");
    CHECK(read("42,6163 children") == "name '42,6163'");
    CHECK(read("1,042,616 children") == "count '1,042,616' 1,042,616");
    CHECK(read("12, 15 and 1,100") == "count '12' 12; count '15' 15; count '1,100' 1,100");
    for (const std::string_view dash : {"-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2212", "\u2500"}) {
        const std::string period = "2012" + std::string(dash) + "15";
        CHECK(read("for " + period + ".") == "period '" + period + "' 2012-1-1 2015-12-31");
    }
}

TEST_CASE("names that look like figures are none") {
    for (const char* text : {"Key Stage 4",
                             "Key Stages 3 and 4",
                             "5 A* to Cs",
                             "5A*-C",
                             "section 15A",
                             "section 47(1)",
                             "M1 2WD",
                             "two-stage",
                             "0300 123 1231",
                             "on 0300 123 1231, or",
                             "(0300 123 1231), (0300 1231231)",
                             "0300.123.1231",
                             "telephone 0300123 1231",
                             "telephone 0161 496 0000",
                             "a 24-hour line",
                             "paragraphs 12, 15 and 18",
                             "Children Act 1989",
                             "EF-12",
                             "COVID-19",
                             "www.example.org/12345",
                             "a7@example.org",
                             "9.30am",
                             "24/7",
                             "1.1.2",
                             "Year 11",
                             "Table 3",
                             "123456789012345678",
                             "No. 7"}) {
        INFO(text << ": " << read(text));
        for (const Quantity& q : grammar::read_quantities(text)) CHECK(q.kind == QuantityKind::name);
        CHECK_FALSE(grammar::read_quantities(text).empty());
    }
    for (const char* text :
         {"no one", "one another", "one of the homes", "this one", "the first half of", "half-term",
          "half a day", "often", "tenant", "weight", "someone", "A* grades", "a home"}) {
        INFO(text << ": " << read(text));
        for (const Quantity& q : grammar::read_quantities(text)) CHECK_FALSE(q.is_figure());
    }
    CHECK(read("a 12-hour shift") == "duration '12-hour' 12");
    CHECK(grammar::read_quantities("a 12-hour shift")[0].compound);
    CHECK(read("the 21st century, the second home, a third party") ==
          "ordinal '21st'; ordinal 'second'; ordinal 'third'");
}

TEST_CASE("the noun after a number") {
    CHECK(noun("305 children and young people were") == "children and young people");
    CHECK(noun("21 new carers and six who resigned") == "new carers");
    CHECK(noun("231 were on a list") == "");
    CHECK(noun("Five children became subjects of plans") == "children");
    CHECK(noun("one mother said that") == "mother");
    CHECK(noun("one young person ceased") == "young person");
    CHECK(noun("one home needs to") == "home");
    CHECK(noun("one care leavers group") == "");
    CHECK(noun("one district's 'step up'") == "");
    CHECK(noun("one newly qualified social worker recently left") == "newly qualified social worker");
    CHECK(noun("20 newly qualified social workers") == "newly qualified social workers");
    CHECK(noun("two sports clubs") == "sports clubs");
    CHECK(noun("four children\u2019s homes") == "children\u2019s homes");
    CHECK(noun("12 plans seen by managers") == "plans");
    CHECK(noun("160 (52%) lived") == "");
}

TEST_CASE("bounds and approximations stand for intervals") {
    const auto interval = [](std::string_view text) { return grammar::read_quantities(text).at(0).interval; };
    CHECK(interval("fewer than five") == Interval{Rational(0), Rational(5), false, true});
    CHECK(interval("at least 5") == Interval::at_least(5));
    CHECK(interval("up to 5") == Interval::closed(0, 5));
    CHECK(interval("approximately 63,200") == Interval::closed(63150, 63250));
    CHECK(interval("about 100") == Interval::closed(90, 110));
    CHECK(interval("nearly 90%") == Interval{Rational(85), Rational(90), false, true});
    CHECK(interval("12.5%") == Interval::closed(Rational::ratio(1245, 100), Rational::ratio(1255, 100)));
    CHECK(interval("1.2 million people") == Interval::closed(1150000, 1250000));
    CHECK(interval("52 per 10,000") == Interval::closed(Rational::ratio(103, 2), Rational::ratio(105, 2)));
    CHECK(interval("305") == Interval::point(305));
}

TEST_CASE("sentences end at stops, not at abbreviations") {
    const auto count = [](std::string_view text) { return sentences(text).size(); };
    CHECK(count("One. Two? Three!") == 3);
    CHECK(count("He saw Dr. Shaw at St. Anne's, e.g. Monday. It rained.") == 2);
    CHECK(count("It took 12.5 days. 14 homes opened.") == 2);
    CHECK(count("'It is good.' She left (early.) No. 7 closed.") == 3);
    CHECK(count("") == 0);
    CHECK(sentence_at(sentences("One. Two."), 6) == 1);
}

TEST_CASE("any bytes are read in linear time") {
    const auto time = [](const std::string& text) {
        const auto start = std::chrono::steady_clock::now();
        const std::size_t n = grammar::read_quantities(text).size() + sentences(text).size();
        CHECK(n < text.size() + 2);
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    };
    for (const std::string unit :
         {"1", "1,", "1 ", "one ", "one-", "1-", "a1-", "1.", "five hundred and ", "a ", "\xFF", "1@",
          "aged ", "2013\u2013", "14 to ", "no. ", "1(", "\u00A3"}) {
        std::string small, large;
        while (small.size() < 20000) small += unit;
        while (large.size() < 320000) large += unit;
        const double one = time(small), sixteen = time(large);
        INFO(unit << " " << one << " " << sixteen);
        CHECK(sixteen < 16 * 4 * one + 1.0);
    }
    std::mt19937 random(3);
    for (int i = 0; i < 2000; ++i) {
        std::string text;
        for (int n = 0; n < 60; ++n)
            text +=
                random() % 4 == 0 ? static_cast<char>(random() % 256) : " 0123456789one-%,."[random() % 18];
        for (const Quantity& q : grammar::read_quantities(text)) {
            REQUIRE((q.begin < q.end && q.end <= text.size() && q.begin <= q.number_begin &&
                     q.number_end <= q.end));
        }
    }
}
