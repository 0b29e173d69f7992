// T501 to T503: numbers in words or digits, percentages in words or by sign, codes with and without a space.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <unordered_map>
#include <vector>

#include "validators/terms.hpp"
#include "validators/variants.hpp"

namespace stet::validators {

namespace {

using prose::Joint;
using prose::Word;
using prose::Words;

struct NumberWord {
    std::string_view form;
    std::uint32_t value;
};

constexpr NumberWord number_words[] = {
    {"one", 1},       {"two", 2},       {"three", 3},    {"four", 4},     {"five", 5},       {"six", 6},
    {"seven", 7},     {"eight", 8},     {"nine", 9},     {"ten", 10},     {"eleven", 11},    {"twelve", 12},
    {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18},
    {"nineteen", 19}, {"twenty", 20},   {"thirty", 30},  {"forty", 40},   {"fifty", 50},     {"sixty", 60},
    {"seventy", 70},  {"eighty", 80},   {"ninety", 90}};

/// 0 where the word is no number from 1 to 90.
std::uint32_t value_of(std::string_view form) {
    const auto found = std::find_if(std::begin(number_words), std::end(number_words),
                                    [&](const NumberWord& w) { return w.form == form; });
    return found == std::end(number_words) ? 0 : found->value;
}

class NumberStyleCheck {
  public:
    NumberStyleCheck(const model::Report& report, Diagnostics& diagnostics)
        : report_(report), words_(report.words), diagnostics_(diagnostics) {}

    void check_words() {
        const std::uint32_t from = report_.framework.style.words_below;
        if (from == 0) return;
        std::vector<Use> odd;
        std::string_view form;
        std::vector<std::uint32_t> places;
        for (const NumberWord& number : number_words) {
            if (number.value < from) continue;
            for (const std::uint32_t i : words_.of(number.form)) {
                if (counts(i)) places.push_back(i);
            }
        }
        std::sort(places.begin(), places.end());
        for (const std::uint32_t i : places) {
            const std::uint32_t last = tail(i);
            if (form.empty()) form = words_of(report_, {i, last});
            odd.push_back({source_of(report_, {i, last}), {}});
        }
        if (odd.empty() || digits_from(from) < 2 * odd.size()) return;
        Diagnostic& made = diagnostics_.add(odd.front().span, diag::number_in_words, form, from);
        for (std::size_t i = 1; i < std::min<std::size_t>(odd.size(), 8); ++i)
            made.relate(odd[i].span, "also here");
    }

    void check_percent() {
        const std::string& style = report_.framework.style.percent;
        std::vector<Use> odd;
        if (style == "%") {
            for (const std::uint32_t i : words_.of("cent")) {
                const Word* before = words_.previous(i);
                const Word* number = words_.previous(i, 2);
                if (before == nullptr || number == nullptr || words_.form(*before) != "per" ||
                    !number->digits || before->joint != Joint::space)
                    continue;
                odd.push_back({source_of(report_, {i - 1, i}),
                               {{report_.runs[before->run].source(number->end, words_.all[i].end), "%"}}});
            }
            if (!odd.empty())
                report_variant(diagnostics_, diag::percent_style, "per cent", odd,
                               {"%", 0, std::nullopt, {}});
            return;
        }
        for (std::uint32_t i = 0; i < words_.all.size(); ++i) {
            const Word& word = words_.all[i];
            const prose::Run& run = report_.runs[word.run];
            if (!word.digits || word.end >= run.text.size() || run.text[word.end] != '%' ||
                !holds_sentences(run.kind))
                continue;
            const Span span = run.source(word.end, word.end + 1);
            odd.push_back({span, {{span, " " + style}}});
        }
        if (!odd.empty())
            report_variant(diagnostics_, diag::percent_style, "%", odd, {style, 0, std::nullopt, {}});
    }

    /// "5A*" among "5 A*", "KS4" among "KS 4": letters and digits of one code.
    void check_codes() {
        struct Code {
            std::vector<Phrase> closed;
            std::vector<Phrase> open;
            std::uint32_t split = 0;
        };
        std::unordered_map<std::string, Code> codes;
        std::vector<std::string> order;
        for (std::uint32_t i = 0; i < words_.all.size(); ++i) {
            const std::uint32_t split = split_of(i);
            if (split == 0) continue;
            const std::string key = fmt::format("{}{}", words_of(report_, {i, i}), mark_after(i));
            Code& code = codes[key];
            if (code.closed.empty()) order.push_back(key);
            code.closed.push_back({i, i});
            code.split = split;
        }
        if (codes.empty()) return;
        for (std::uint32_t i = 1; i < words_.all.size(); ++i) {
            const Word& word = words_.all[i];
            if (word.joint != Joint::space || words_.all[i - 1].digits == word.digits) continue;
            const auto found = codes.find(fmt::format("{}{}{}", words_of(report_, {i - 1, i - 1}),
                                                      words_of(report_, {i, i}), mark_after(i)));
            if (found != codes.end()) found->second.open.push_back({i - 1, i});
        }
        for (const std::string& key : order) {
            const Code& code = codes[key];
            if (code.open.empty()) continue;
            report(code.closed, code.open, code.split);
        }
    }

  private:
    [[nodiscard]] std::string_view mark_after(std::uint32_t i) const {
        const Word& word = words_.all[i];
        const std::string_view text = report_.runs[word.run].text;
        return word.end < text.size() && text[word.end] == '*' ? "*" : "";
    }

    /// Where digits and capitals of a code meet, from the word's begin: "5A" and "KS4" split, "15th" does
    /// not.
    [[nodiscard]] std::uint32_t split_of(std::uint32_t i) const {
        const Word& word = words_.all[i];
        if (!word.digits || word.address) return 0;
        const std::string_view text = words_of(report_, {i, i});
        const auto digit = [](char c) { return c >= '0' && c <= '9'; };
        std::uint32_t split = 0;
        for (std::uint32_t k = 1; k < text.size(); ++k) {
            if (digit(text[k]) == digit(text[k - 1])) continue;
            if (split != 0) return 0;
            split = k;
        }
        const bool capitals =
            std::all_of(text.begin(), text.end(), [&](char c) { return digit(c) || (c >= 'A' && c <= 'Z'); });
        return capitals ? split : 0;
    }

    void report(const std::vector<Phrase>& closed, const std::vector<Phrase>& open, std::uint32_t split) {
        const bool keep_open = open.size() >= closed.size();
        const auto& odd = keep_open ? closed : open;
        const auto& kept = keep_open ? open : closed;
        std::vector<Use> uses;
        for (const Phrase& phrase : odd) {
            const Word& first = words_.all[phrase.first];
            const prose::Run& run = report_.runs[first.run];
            const Span gap = keep_open ? run.source(first.begin + split, first.begin + split)
                                       : run.source(first.end, words_.all[phrase.last].begin);
            uses.push_back({source_of(report_, phrase), {{gap, keep_open ? " " : ""}}});
        }
        report_variant(diagnostics_, diag::code_spacing, words_of(report_, odd.front()), uses,
                       {words_of(report_, kept.front()), kept.size(), source_of(report_, kept.front()), {}});
    }

    /// A cardinal inside a sentence that no smaller number in words stands beside ("three to sixteen",
    /// "one in ten", "nine or ten").
    [[nodiscard]] bool counts(std::uint32_t i) const {
        const Word& word = words_.all[i];
        if (word.opens || word.capital || !holds_sentences(report_.runs[word.run].kind)) return false;
        for (const std::uint32_t away : {1U, 2U, 3U}) {
            const Word* before = words_.previous(i, away);
            const Word* after = words_.next(i, away);
            if (before != nullptr && value_of(words_.form(*before)) != 0 && away > 1) return false;
            if (after != nullptr && value_of(words_.form(*after)) != 0 && away > 1) return false;
        }
        const Word* before = words_.previous(i);
        const Word* after = words_.next(i);
        if (before != nullptr && before->joint != Joint::start && value_of(words_.form(*before)) != 0)
            return false;
        return after == nullptr || after->joint != Joint::hyphen || value_of(words_.form(*after)) != 0;
    }

    /// The last word of "twenty-five".
    [[nodiscard]] std::uint32_t tail(std::uint32_t i) const {
        const Word* after = words_.next(i);
        return after != nullptr && after->joint == Joint::hyphen && value_of(words_.form(*after)) != 0 ? i + 1
                                                                                                       : i;
    }

    /// Whole numbers of at least `from` in digits inside sentences, years left out.
    [[nodiscard]] std::size_t digits_from(std::uint32_t from) const {
        std::size_t count = 0;
        for (const Word& word : words_.all) {
            if (!word.digits || !holds_sentences(report_.runs[word.run].kind)) continue;
            const std::string_view form = words_.form(word);
            std::uint32_t value = 0;
            const auto read = std::from_chars(form.data(), form.data() + form.size(), value);
            if (read.ec == std::errc() && read.ptr == form.data() + form.size() && value >= from &&
                value < 1900)
                ++count;
        }
        return count;
    }

    const model::Report& report_;
    const Words& words_;
    Diagnostics& diagnostics_;
};

}  // namespace

void check_number_style(const model::Report& report, const Sources&, Diagnostics& diagnostics) {
    NumberStyleCheck check(report, diagnostics);
    check.check_words();
    check.check_percent();
    check.check_codes();
}

}  // namespace stet::validators
