// T401, T402: telephone numbers and addresses that vary.
#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "compiler/base/suggest.hpp"
#include "validators/terms.hpp"
#include "validators/variants.hpp"

namespace stet::validators {

namespace {

using prose::Word;
using prose::Words;

/// One way to write a number, or an address, and its places.
struct Contact {
    std::string plain;  ///< digits alone, or the address in lower case
    std::vector<Phrase> uses;
};

bool all_digits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

class ContactCheck {
  public:
    ContactCheck(const model::Report& report, Diagnostics& diagnostics)
        : report_(report), words_(report.words), diagnostics_(diagnostics) {}

    void check() {
        collect();
        for (const Contact& number : numbers_) check_layout(number);
        check_near(numbers_);
        check_near(addresses_);
    }

  private:
    void collect() {
        for (std::uint32_t i = 0; i < words_.all.size(); ++i) {
            const Word& word = words_.all[i];
            if (word.address)
                i = read_address(i);
            else if (word.digits && report_.runs[word.run].text[word.begin] == '0')
                i = read_number(i);
        }
    }

    static void add(std::vector<Contact>& contacts, std::unordered_map<std::string, std::size_t>& index,
                    std::string plain, Phrase phrase) {
        const auto [found, fresh] = index.try_emplace(plain, contacts.size());
        if (fresh) contacts.push_back({std::move(plain), {}});
        contacts[found->second].uses.push_back(phrase);
    }

    /// A British number: groups of digits, 10 or 11 in all, the first a nought.
    std::uint32_t read_number(std::uint32_t first) {
        std::string digits;
        std::uint32_t last = first;
        for (std::uint32_t i = first;; ++i) {
            const Word* word = words_.next(first, i - first);
            if (word == nullptr || !all_digits(words_.form(*word)) || digits.size() > 11) break;
            if (i > first) {
                const std::string& text = report_.runs[word->run].text;
                const std::string_view gap =
                    std::string_view(text).substr(words_.all[i - 1].end, word->begin - words_.all[i - 1].end);
                if (gap != " " && gap != "-" && gap != ") ") break;
            }
            digits += words_.form(*word);
            last = i;
        }
        if (digits.size() == 10 || digits.size() == 11)
            add(numbers_, number_index_, std::move(digits), {first, last});
        return last;
    }

    /// An e-mail address or the name of a host, to the next space or line, without a final stop.
    std::uint32_t read_address(std::uint32_t first) {
        std::uint32_t last = first;
        while (words_.next(last) != nullptr && words_.all[last + 1].address &&
               words_.all[last + 1].joint != prose::Joint::space &&
               report_.runs[words_.all[first].run].text.find_first_of(" \n", words_.all[last].end) >
                   words_.all[last + 1].begin) {
            ++last;
        }
        std::string plain(words_of(report_, {first, last}));
        std::transform(plain.begin(), plain.end(), plain.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
        const bool whole = plain.find('@') != plain.npos || plain.find('/') == plain.npos;
        if (whole) add(addresses_, address_index_, std::move(plain), {first, last});
        return last;
    }

    /// One number in two layouts: the commoner is kept, of equals the one with spaces.
    void check_layout(const Contact& number) {
        std::map<std::string_view, std::vector<Phrase>> layouts;
        for (const Phrase& use : number.uses) layouts[words_of(report_, use)].push_back(use);
        if (layouts.size() < 2) return;
        const auto best = std::max_element(layouts.begin(), layouts.end(), [](const auto& a, const auto& b) {
            return std::pair(a.second.size(), a.first.size()) < std::pair(b.second.size(), b.first.size());
        });
        std::vector<Use> odd;
        std::string_view form;
        for (const Phrase& use : number.uses) {
            if (words_of(report_, use) == best->first) continue;
            if (odd.empty()) form = words_of(report_, use);
            const Span span = source_of(report_, use);
            odd.push_back({span, {{span, std::string(best->first)}}});
        }
        report_variant(diagnostics_, diag::telephone_layout, form, odd,
                       {best->first, best->second.size(), source_of(report_, best->second.front()), {}});
    }

    /// A number or address that stands once and is one slip from one that stands more often.
    void check_near(const std::vector<Contact>& contacts) {
        const std::size_t compared = std::min(contacts.size(), most_compared);
        for (std::size_t a = 0; a < compared; ++a) {
            for (std::size_t b = 0; b < compared; ++b) {
                if (contacts[a].uses.size() > 1 || contacts[b].uses.size() < 2) continue;
                if (edit_distance(contacts[a].plain, contacts[b].plain, 1) != 1) continue;
                const Phrase odd = contacts[a].uses.front();
                const Phrase model = contacts[b].uses.front();
                diagnostics_
                    .add(source_of(report_, odd), diag::contact_near_miss, words_of(report_, odd),
                         words_of(report_, model))
                    .relate(source_of(report_, model), "the other, here");
                break;
            }
        }
    }

    /// Contacts of one kind that are compared with each other: no report has as many.
    static constexpr std::size_t most_compared = 64;

    const model::Report& report_;
    const Words& words_;
    Diagnostics& diagnostics_;
    std::vector<Contact> numbers_;
    std::vector<Contact> addresses_;
    std::unordered_map<std::string, std::size_t> number_index_;
    std::unordered_map<std::string, std::size_t> address_index_;
};

}  // namespace

void check_contacts(const model::Report& report, const Sources&, Diagnostics& diagnostics) {
    ContactCheck(report, diagnostics).check();
}

}  // namespace stet::validators
