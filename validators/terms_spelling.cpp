// T101, T102: one word in two accepted spellings, and spellings that the house style rejects.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "validators/terms.hpp"
#include "validators/variants.hpp"

namespace stet::validators {

namespace {

using prose::SymbolId;
using prose::Symbols;
using prose::Word;
using prose::Words;

enum class Extent : std::uint8_t { prefix, whole, phrase };

struct Pair {
    std::string_view preferred;
    std::string_view variant;
    Extent extent;
};

constexpr Pair pairs[] = {
#define SPELLING_PAIR(preferred, variant, extent) {preferred, variant, Extent::extent},
#include "validators/spelling_pairs.def"
#undef SPELLING_PAIR
};

struct Alternative {
    std::string form;
    bool phrase = false;
};

std::size_t vowel_groups(std::string_view text) {
    std::size_t groups = 0;
    bool inside = false;
    for (const char c : text) {
        const bool vowel = std::string_view("aeiouy").find(c) != std::string_view::npos;
        groups += vowel && !inside ? 1U : 0U;
        inside = vowel;
    }
    return groups;
}

/// -ize and -yze for -ise and -yse.
std::optional<std::string> with_s_for_z(std::string_view form) {
    const std::size_t z = form.find('z', 4);
    if (z == form.npos || z + 1 >= form.size()) return std::nullopt;
    if ((form[z - 1] != 'i' && form[z - 1] != 'y') ||
        std::string_view("eia").find(form[z + 1]) == std::string_view::npos)
        return std::nullopt;
    std::string out(form);
    out[z] = 's';
    return out;
}

/// "counseling" for "counselling": British spelling doubles a final l of two or more syllables.
std::optional<std::string> with_double_l(std::string_view form) {
    for (const std::string_view ending : {"ed", "ing", "er", "ers", "or", "ors"}) {
        if (form.size() < ending.size() + 4 || !form.ends_with(ending)) continue;
        const std::string_view stem = form.substr(0, form.size() - ending.size());
        if (!stem.ends_with('l') || stem.ends_with("ll") || vowel_groups(stem) < 2) continue;
        if (std::string_view("aeiou").find(stem[stem.size() - 2]) == std::string_view::npos) continue;
        return fmt::format("{}l{}", stem, ending);
    }
    return std::nullopt;
}

/// The preferred spelling of a word that has one, whether or not the report uses it.
std::optional<Alternative> preferred_spelling(std::string_view form) {
    for (const Pair& pair : pairs) {
        if (form[0] != pair.variant[0] || !form.starts_with(pair.variant)) continue;
        if (pair.extent == Extent::whole && form.size() != pair.variant.size()) continue;
        return Alternative{fmt::format("{}{}", pair.preferred, form.substr(pair.variant.size())),
                           pair.extent == Extent::phrase};
    }
    if (auto s = with_s_for_z(form)) return Alternative{std::move(*s)};
    if (auto l = with_double_l(form)) return Alternative{std::move(*l)};
    return std::nullopt;
}

/// Two spellings of one word, with all inflections of the pair in the report.
struct Cluster {
    std::vector<std::uint32_t> variant;  ///< words, by index
    std::vector<std::uint32_t> preferred;
    std::vector<std::string> replacements;  ///< for each of `variant`
};

/// Capitalised inside a sentence: part of a name, which keeps its own spelling.
bool in_name(const Word& word) {
    return word.capital && !word.opens;
}

class SpellingCheck {
  public:
    SpellingCheck(const model::Report& report, Diagnostics& diagnostics)
        : report_(report), words_(report.words), diagnostics_(diagnostics) {}

    void check_pairs() {
        for (SymbolId symbol = 0; symbol < words_.symbols.size(); ++symbol) {
            const std::string_view form = words_.symbols.form(symbol);
            if (form.size() < 4 || settled_.contains(symbol)) continue;
            const auto better = preferred_spelling(form);
            if (!better) continue;
            const SymbolId other = words_.symbols.find(better->form);
            if (better->phrase)
                add_phrases(symbol, other, better->form);
            else
                add_words(symbol, other, better->form);
        }
        for (const auto& [name, cluster] : clusters_) report(cluster);
    }

    void check_house_style() {
        for (const auto& [wrong, right] : report_.framework.style.spellings) {
            std::vector<Use> odd;
            const auto parts = symbols_of(wrong);
            if (parts.empty()) continue;
            for (const std::uint32_t at : words_.of(parts.front())) {
                if (!stands_at(at, parts)) continue;
                const Phrase phrase{at, at + static_cast<std::uint32_t>(parts.size()) - 1};
                const Span span = source_of(report_, phrase);
                odd.push_back({span, {{span, in_case_of(words_of(report_, phrase), right)}}});
            }
            if (parts.size() == 1) settled_.insert(parts.front());
            if (!odd.empty())
                report_variant(diagnostics_, diag::house_spelling, wrong, odd, {right, 0, std::nullopt, {}});
        }
    }

  private:
    /// The key is the stem of the pair, so that "judgment" and "judgments" make one cluster.
    static std::string stem(std::string_view form) {
        for (const std::string_view ending : {"ing", "es", "ed", "s", "d", "e"}) {
            if (form.size() > ending.size() + 4 && form.ends_with(ending))
                return std::string(form.substr(0, form.size() - ending.size()));
        }
        return std::string(form);
    }

    void add(Cluster& cluster, std::uint32_t at, const std::string& preferred) {
        cluster.variant.push_back(at);
        cluster.replacements.push_back(in_case_of(words_of(report_, {at, at}), preferred));
    }

    void add_words(SymbolId variant, SymbolId preferred, const std::string& form) {
        Cluster& cluster = clusters_[stem(form)];
        for (const std::uint32_t at : words_.of(variant)) {
            if (!in_name(words_.all[at]) && !words_.all[at].address) add(cluster, at, form);
        }
        for (const std::uint32_t at : words_.of(preferred)) {
            if (!in_name(words_.all[at])) cluster.preferred.push_back(at);
        }
    }

    /// Compares only where one word stands before both spellings.
    void add_phrases(SymbolId variant, SymbolId preferred, const std::string& form) {
        std::map<SymbolId, Cluster> by_context;
        const auto context = [&](std::uint32_t at) -> SymbolId {
            const Word* before = words_.previous(at);
            const bool bound = before != nullptr && words_.all[at].joint == prose::Joint::space &&
                               !words_.closed_class[before->symbol];
            return bound && !in_name(words_.all[at]) ? before->symbol : Symbols::none;
        };
        for (const std::uint32_t at : words_.of(variant)) {
            if (context(at) != Symbols::none) add(by_context[context(at)], at, form);
        }
        // The singular and the plural of the preferred form stand for each other.
        const std::string_view singular = form.ends_with("ies")
                                              ? std::string_view(form).substr(0, form.size() - 3)
                                              : std::string_view(form);
        const SymbolId others[] = {preferred, words_.symbols.find_joined(singular, "y")};
        for (const SymbolId other : others) {
            for (const std::uint32_t at : words_.of(other)) {
                const auto found = by_context.find(context(at));
                if (found != by_context.end()) found->second.preferred.push_back(at);
            }
        }
        for (auto& [before, cluster] : by_context)
            clusters_[fmt::format("{} {}", words_.symbols.form(before), form)] = std::move(cluster);
    }

    void report(const Cluster& cluster) {
        if (cluster.variant.empty() || cluster.preferred.empty()) return;
        const bool turned = outnumbers(cluster.variant.size(), cluster.preferred.size());
        std::vector<Use> odd;
        if (turned) {
            const std::string form(words_of(report_, {cluster.variant.front(), cluster.variant.front()}));
            for (const std::uint32_t at : cluster.preferred)
                odd.push_back({source_of(report_, {at, at}), {}});
            report_variant(diagnostics_, diag::spelling_variant,
                           words_of(report_, {cluster.preferred.front(), cluster.preferred.front()}), odd,
                           {form, cluster.variant.size(),
                            source_of(report_, {cluster.variant.front(), cluster.variant.front()})});
            return;
        }
        for (std::size_t i = 0; i < cluster.variant.size(); ++i) {
            const Span span = source_of(report_, {cluster.variant[i], cluster.variant[i]});
            odd.push_back({span, {{span, cluster.replacements[i]}}});
        }
        const std::uint32_t example = cluster.preferred.front();
        const bool rarer = cluster.preferred.size() <= cluster.variant.size();
        report_variant(
            diagnostics_, diag::spelling_variant,
            words_of(report_, {cluster.variant.front(), cluster.variant.front()}), odd,
            {cluster.replacements.front(), cluster.preferred.size(), source_of(report_, {example, example}),
             rarer ? ": neither prevails, and dictionaries give the second first" : ""});
    }

    std::vector<SymbolId> symbols_of(std::string_view phrase) const {
        std::vector<SymbolId> parts;
        for (std::size_t at = 0; at < phrase.size();) {
            const std::size_t end = std::min(phrase.find(' ', at), phrase.size());
            const SymbolId symbol = words_.symbols.find(phrase.substr(at, end - at));
            if (symbol == Symbols::none) return {};
            parts.push_back(symbol);
            at = end + 1;
        }
        return parts;
    }

    bool stands_at(std::uint32_t at, const std::vector<SymbolId>& parts) const {
        if (words_.all[at].address || in_name(words_.all[at])) return false;
        for (std::size_t i = 1; i < parts.size(); ++i) {
            const Word* word = words_.next(at, i);
            if (word == nullptr || word->symbol != parts[i] || word->joint != prose::Joint::space)
                return false;
        }
        return true;
    }

    const model::Report& report_;
    const Words& words_;
    Diagnostics& diagnostics_;
    std::map<std::string, Cluster> clusters_;
    std::set<SymbolId> settled_;  ///< by the house style
};

}  // namespace

void check_spelling_variants(const model::Report& report, const Sources&, Diagnostics& diagnostics) {
    SpellingCheck check(report, diagnostics);
    check.check_house_style();
    check.check_pairs();
}

}  // namespace stet::validators
