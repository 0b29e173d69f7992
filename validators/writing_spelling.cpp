// W601: words that neither the dictionary (hunspell) nor the framework nor the report itself knows.
#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <hunspell.hxx>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "compiler/base/ascii.hpp"
#include "compiler/base/catalogue.hpp"
#include "compiler/base/suggest.hpp"
#include "validators/variants.hpp"
#include "validators/writing.hpp"

namespace stet::validators {

namespace {

using prose::Run;
using prose::RunKind;
using prose::SymbolId;
using prose::Word;
using prose::Words;

/// A word that stands more often is the report's own term.
constexpr std::size_t most_uses = 2;
/// More unknown words than this mean another language or a bad extraction: saying more helps nobody.
constexpr std::size_t most_words = 25;
constexpr std::size_t shortest = 4;
constexpr std::size_t longest = 40;

/// Words in general use that dictionaries of British English do not all have yet ("16 to 18 year olds").
constexpr std::string_view newer_words[] = {
    "additionality",  "befriender",     "befrienders",     "benefitted",   "benefitting",  "bitesize",
    "codesign",       "deregistration", "deregistrations", "elearning",    "genogram",     "genograms",
    "helpline",       "homeworking",    "incentivise",     "incentivised", "incentivises", "incentivising",
    "kickboxing",     "livestream",     "longstanding",    "madrasah",     "madrasahs",    "madrasas",
    "neurodivergent", "neurodiverse",   "neurodiversity",  "offsite",      "olds",         "onboarding",
    "onsite",         "residentials",   "safeguarding",    "signposted",   "signposting",  "skilling",
    "stakeholder",    "stakeholders",   "throughcare",     "timeframe",    "timeframes",   "tokenistic",
    "upskill",        "upskilling",     "webinar",         "webinars",     "wellbeing"};

/// Bytes as a file that hunspell, which reads paths only, can open. Closed with the object.
class MemoryFile {
  public:
    explicit MemoryFile(const std::string& bytes)
        : descriptor_(memfd_create("stet-dictionary", MFD_CLOEXEC)) {
        std::size_t done = 0;
        while (descriptor_ >= 0 && done < bytes.size()) {
            const ssize_t n = write(descriptor_, bytes.data() + done, bytes.size() - done);
            if (n <= 0) break;
            done += static_cast<std::size_t>(n);
        }
        whole_ = descriptor_ >= 0 && done == bytes.size();
    }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    ~MemoryFile() {
        if (descriptor_ >= 0) close(descriptor_);
    }
    [[nodiscard]] bool whole() const { return whole_; }
    [[nodiscard]] std::string path() const { return fmt::format("/proc/self/fd/{}", descriptor_); }

  private:
    int descriptor_;
    bool whole_ = false;
};

/// "en-GB" gives the resources dictionaries/en_GB.aff and .dic; null where the world has none.
std::unique_ptr<Hunspell> load_dictionary(World& world, std::string language) {
    std::replace(language.begin(), language.end(), '-', '_');
    const ReadResult rules = world.read_resource(fmt::format("dictionaries/{}.aff", language));
    const ReadResult words = world.read_resource(fmt::format("dictionaries/{}.dic", language));
    if (!std::holds_alternative<std::string>(rules) || !std::holds_alternative<std::string>(words))
        return nullptr;
    const MemoryFile rules_file(std::get<std::string>(rules));
    const MemoryFile words_file(std::get<std::string>(words));
    if (!rules_file.whole() || !words_file.whole()) return nullptr;
    return std::make_unique<Hunspell>(rules_file.path().c_str(), words_file.path().c_str());
}

void add_words(std::string_view text, std::unordered_set<std::string>& known) {
    std::vector<prose::Run> runs(1);
    runs[0].text = text;
    const Words words = prose::split_words(runs);
    for (SymbolId symbol = 0; symbol < words.symbols.size(); ++symbol)
        known.emplace(words.symbols.form(symbol));
}

/// All words with which the framework speaks.
std::unordered_set<std::string> framework_words(const framework::Framework& framework) {
    std::unordered_set<std::string> known;
    for (const auto& judgement : framework.judgements) {
        add_words(judgement.title, known);
        for (const std::string& alias : judgement.aliases) add_words(alias, known);
    }
    for (const auto& section : framework.sections) add_words(section.title, known);
    for (const auto& wording : framework.wording) {
        for (const std::string& paragraph : wording.paragraphs) add_words(paragraph, known);
    }
    for (const auto& abbreviation : framework.abbreviations) add_words(abbreviation.expansion, known);
    for (const auto& [wrong, right] : framework.style.spellings) add_words(right, known);
    return known;
}

/// Names of the report itself that a rarer name may have been meant for, found by what both give with one
/// letter left out.
class NearNames {
  public:
    explicit NearNames(const Words& words) : words_(words) {
        for (SymbolId symbol = 0; symbol < words.symbols.size(); ++symbol) {
            if (!is_name(symbol) || words.of(symbol).size() < least_uses) continue;
            for_each_shortened(words.symbols.form(symbol),
                               [&](std::string key) { by_key_.try_emplace(std::move(key), symbol); });
        }
    }

    /// The name that stands much oftener and differs in one letter, but not by a plural's.
    [[nodiscard]] std::optional<SymbolId> meant_by(SymbolId symbol) const {
        const std::string_view form = words_.symbols.form(symbol);
        if (!is_name(symbol) || words_.of(symbol).size() > most_slips) return std::nullopt;
        std::optional<SymbolId> found;
        for_each_shortened(form, [&](const std::string& key) {
            const auto near = by_key_.find(key);
            if (found || near == by_key_.end() || near->second == symbol) return;
            const std::string_view other = words_.symbols.form(near->second);
            const bool plural = form.ends_with('s') != other.ends_with('s');
            if (!plural && form.front() == other.front() && edit_distance(form, other, 1) == 1)
                found = near->second;
        });
        return found;
    }

  private:
    static constexpr std::size_t least_uses = 3;
    static constexpr std::size_t most_slips = 2;
    static constexpr std::size_t shortest_name = 5;
    static constexpr std::size_t longest_name = 24;

    /// Always with a capital, and not in capitals throughout.
    [[nodiscard]] bool is_name(SymbolId symbol) const {
        const std::string_view form = words_.symbols.form(symbol);
        if (form.size() < shortest_name || form.size() > longest_name) return false;
        const auto uses = words_.of(symbol);
        return std::all_of(form.begin(), form.end(), ascii::lower_letter) &&
               std::all_of(uses.begin(), uses.end(), [&](std::uint32_t i) {
                   const Word& word = words_.all[i];
                   return word.capital && !word.upper && !word.address && word.joint != prose::Joint::hyphen;
               });
    }

    /// Calls with the whole form and with each letter left out.
    template <class Use>
    static void for_each_shortened(std::string_view form, const Use& use) {
        use(std::string(form));
        for (std::size_t i = 0; i < form.size(); ++i)
            use(std::string(form.substr(0, i)).append(form.substr(i + 1)));
    }

    const Words& words_;
    std::unordered_map<std::string, SymbolId> by_key_;
};

class WordCheck {
  public:
    WordCheck(const model::Report& report, Diagnostics& diagnostics)
        : report_(report),
          words_(report.words),
          diagnostics_(diagnostics),
          joined_(joined_compounds(report.words)) {}

    /// Candidates first: a report without any never loads the dictionary's suggestions.
    void check(Hunspell& dictionary) {
        const std::unordered_set<std::string> known = framework_words(report_.framework);
        std::size_t told = 0;
        for (SymbolId symbol = 0; symbol < words_.symbols.size() && told < most_words; ++symbol) {
            const std::string form(words_.symbols.form(symbol));
            if (!is_candidate(symbol, form) || known.contains(form) || dictionary.spell(form) ||
                is_coined(form, dictionary))
                continue;
            // "multiagency" is rarer than wrong; a name's first use in small letters is known in capitals.
            if (dictionary.spell(in_case_of("Aa", form))) continue;
            if (only_opens(symbol) && !is_slip(form, dictionary)) continue;
            if (is_mixed(symbol, dictionary)) continue;
            report(symbol, form, dictionary);
            ++told;
        }
    }

    /// "Harowmere", where "Harrowmere" stands throughout.
    void check_names(Hunspell& dictionary) {
        const NearNames names(words_);
        for (SymbolId symbol = 0; symbol < words_.symbols.size(); ++symbol) {
            const std::optional<SymbolId> meant = names.meant_by(symbol);
            if (!meant) continue;
            const std::string form(words_.symbols.form(symbol));
            const std::uint32_t here = words_.of(symbol).front();
            const std::uint32_t there = words_.of(*meant).front();
            if (dictionary.spell(form) || dictionary.spell(in_case_of("Aa", form))) continue;
            const std::string_view usual = words_of(report_, {there, there});
            Diagnostic& made = diagnostics_.add(source_of(report_, {here, here}), diag::unknown_word,
                                                words_of(report_, {here, here}));
            made.severity = Severity::query;
            made.relate(source_of(report_, {there, there}), fmt::format("“{}” here", usual))
                .with_help(fmt::format("did you mean “{}”, which stands {}?", usual,
                                       times(words_.of(*meant).size())));
        }
    }

  private:
    /// The joined forms of all compounds with a hyphen: check_hyphens speaks of their closed twins.
    [[nodiscard]] static std::unordered_set<std::string> joined_compounds(const Words& words) {
        std::unordered_set<std::string> joined;
        for (std::size_t i = 1; i < words.all.size(); ++i) {
            if (words.all[i].joint == prose::Joint::hyphen)
                joined.insert(std::string(words.form(words.all[i - 1])).append(words.form(words.all[i])));
        }
        return joined;
    }

    /// A word made of known ones: with a common prefix or "-ly", or two nouns in one ("timeframe"). Two words
    /// of which the second is a participle are one no more than "well known" is.
    [[nodiscard]] bool is_coined(const std::string& form, Hunspell& dictionary) const {
        if (form.ends_with("'s") && dictionary.spell(form.substr(0, form.size() - 2))) return true;
        if (joined_.contains(form) ||
            std::find(std::begin(newer_words), std::end(newer_words), form) != std::end(newer_words))
            return true;
        for (const std::string_view prefix : {"co", "cross", "multi", "non", "over", "post", "pre", "re",
                                              "self", "semi", "sub", "tri", "un", "under"}) {
            if (form.starts_with(prefix) && form.size() >= prefix.size() + shortest &&
                dictionary.spell(form.substr(prefix.size())))
                return true;
        }
        if (form.ends_with("ly") && form.size() > 5 && dictionary.spell(form.substr(0, form.size() - 2)))
            return true;
        if (form.ends_with("ed") || form.ends_with("ing")) return false;
        for (std::size_t split = 3; split + 3 <= form.size(); ++split) {
            const std::string head = form.substr(0, split);
            const std::string tail = form.substr(split);
            if (!prose::is_closed_class(head) && !prose::is_closed_class(tail) && dictionary.spell(head) &&
                dictionary.spell(tail))
                return true;
        }
        return false;
    }

    [[nodiscard]] bool is_candidate(SymbolId symbol, const std::string& form) const {
        if (form.size() < shortest || form.size() > longest || words_.of(symbol).size() > most_uses)
            return false;
        if (!std::all_of(form.begin(), form.end(),
                         [](char c) { return (c >= 'a' && c <= 'z') || c == '\''; }))
            return false;
        return std::all_of(words_.of(symbol).begin(), words_.of(symbol).end(), [&](std::uint32_t i) {
            const Word& word = words_.all[i];
            const RunKind kind = report_.runs[word.run].kind;
            const Word* next = words_.next(i);
            const bool in_compound = word.joint == prose::Joint::hyphen || word.joint == prose::Joint::dash ||
                                     (next != nullptr && next->joint == prose::Joint::hyphen);
            return (!word.capital || opens_a_sentence(i)) && !word.address && !in_compound &&
                   kind != RunKind::header && kind != RunKind::contents;
        });
    }

    /// With a capital that need not be a name's: "Safegaurding is strong."
    [[nodiscard]] bool opens_a_sentence(std::uint32_t i) const {
        const Word& word = words_.all[i];
        const Word* next = words_.next(i);
        return word.opens && !word.upper && holds_sentences(report_.runs[word.run].kind) && next != nullptr &&
               !next->capital && !next->digits && next->joint == prose::Joint::space;
    }

    [[nodiscard]] bool only_opens(SymbolId symbol) const {
        const auto uses = words_.of(symbol);
        return std::all_of(uses.begin(), uses.end(), [&](std::uint32_t i) { return words_.all[i].capital; });
    }

    /// "iPad", "ePEP": a capital inside, and not because a space was lost before it ("throughPathways").
    [[nodiscard]] bool is_mixed(SymbolId symbol, Hunspell& dictionary) const {
        constexpr std::size_t shortest_word = 4;
        const std::uint32_t first = words_.of(symbol).front();
        const std::string_view text = words_of(report_, {first, first});
        const auto capital = std::find_if(text.begin() + 1, text.end(), ascii::upper_letter);
        if (capital == text.end()) return false;
        const std::string head(text.begin(), capital);
        return head.size() < shortest_word || !dictionary.spell(head);
    }

    /// One letter away from a word that is no name; what is further away may be a name.
    [[nodiscard]] static bool is_slip(const std::string& form, Hunspell& dictionary) {
        constexpr std::size_t shortest_slip = 6;
        const std::vector<std::string> near = dictionary.suggest(form);
        return form.size() >= shortest_slip &&
               std::any_of(near.begin(), near.end(), [&](const std::string& word) {
                   return ascii::lower_letter(word.front()) && word.find(' ') == word.npos &&
                          edit_distance(form, word, 1) == 1;
               });
    }

    void report(SymbolId symbol, const std::string& form, Hunspell& dictionary) {
        const std::uint32_t first = words_.of(symbol).front();
        Diagnostic& made = diagnostics_.add(source_of(report_, {first, first}), diag::unknown_word,
                                            words_of(report_, {first, first}));
        if (words_.of(symbol).size() > 1)
            made.relate(source_of(report_, {words_.of(symbol)[1], words_.of(symbol)[1]}), "also here");
        std::vector<std::string> suggestions = dictionary.suggest(form);
        if (suggestions.size() > 3) suggestions.resize(3);
        for (std::string& suggestion : suggestions) suggestion = fmt::format("“{}”", suggestion);
        if (!suggestions.empty())
            made.with_help(fmt::format("did you mean {}?", fmt::join(suggestions, " or ")));
    }

    const model::Report& report_;
    const Words& words_;
    Diagnostics& diagnostics_;
    std::unordered_set<std::string> joined_;
};

}  // namespace

void check_spelling(const model::Report& report, World& world, Diagnostics& diagnostics) {
    const std::unique_ptr<Hunspell> dictionary = load_dictionary(world, report.framework.language);
    if (dictionary == nullptr) return;
    WordCheck check(report, diagnostics);
    check.check(*dictionary);
    check.check_names(*dictionary);
}

}  // namespace stet::validators
