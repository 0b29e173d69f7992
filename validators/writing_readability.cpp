// W501: the length of sentences, as a measure of the whole report.
#include <fmt/format.h>

#include "compiler/base/catalogue.hpp"
#include "validators/variants.hpp"
#include "validators/writing.hpp"

namespace stet::validators {

namespace {

/// Mean length in words beyond which readers without training lose the thread; guides for plain English
/// ask for 15 to 20.
constexpr std::size_t longest_mean = 35;
/// Fewer sentences give no mean worth a remark.
constexpr std::size_t fewest_sentences = 20;

}  // namespace

void check_readability(const model::Report& report, const Sources&, Diagnostics& diagnostics) {
    std::size_t sentences = 0;
    std::size_t counted = 0;
    std::size_t length = 0;
    std::size_t longest = 0;
    std::uint32_t longest_first = 0;
    std::uint32_t first = 0;
    const auto end_sentence = [&](std::uint32_t next) {
        if (length == 0) return;
        ++sentences;
        counted += length;
        if (length > longest) longest = length, longest_first = first;
        length = 0;
        first = next;
    };
    for (std::uint32_t i = 0; i < report.words.all.size(); ++i) {
        const prose::Word& word = report.words.all[i];
        if (report.runs[word.run].kind != prose::RunKind::paragraph) continue;
        if (word.joint == prose::Joint::start || (word.opens && word.capital)) end_sentence(i);
        if (length++ == 0) first = i;
    }
    end_sentence(0);
    if (sentences < fewest_sentences || counted <= longest_mean * sentences) return;
    diagnostics
        .add(source_of(report, {longest_first, longest_first}), diag::sentences_long, counted / sentences)
        .note(fmt::format("{} sentences; the longest, which begins here, has {} words", sentences, longest));
}

}  // namespace stet::validators
