// Pairing passages: first those that stand once in each version with the same words and in the same order
// (the anchors of Bram Cohen's patience diff), then, between these, the rest by words, label and likeness;
// last what has moved.
#include <algorithm>
#include <map>
#include <unordered_map>

#include "compiler/compare/passages.hpp"

namespace stet::compare {

namespace {

/// A passage must share this much of its words with another to be the same one, changed.
constexpr double least_likeness = 0.5;
/// How many passages ahead a changed one is looked for.
constexpr std::size_t reach = 40;

struct Words {
    std::map<std::string_view, unsigned> count;
    std::size_t total = 0;
};

Words words_of(std::string_view text) {
    Words words;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        if (end > at) {
            ++words.count[text.substr(at, end - at)];
            ++words.total;
        }
        at = end + 1;
    }
    return words;
}

/// Dice's coefficient of the two bags of words, from 0 to 1.
double likeness(const Words& a, const Words& b) {
    if (a.total + b.total == 0) return 0;
    std::size_t common = 0;
    for (const auto& [word, count] : a.count) {
        const auto found = b.count.find(word);
        if (found != b.count.end()) common += std::min(count, found->second);
    }
    return 2.0 * static_cast<double>(common) / static_cast<double>(a.total + b.total);
}

/// Indices of a longest run of pairs whose second parts ascend; the first parts do.
std::vector<std::size_t> longest_ascent(const std::vector<std::pair<std::size_t, std::size_t>>& pairs) {
    std::vector<std::size_t> tails;  // the pair that ends the best ascent of each length
    std::vector<std::optional<std::size_t>> before(pairs.size());
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const auto place =
            std::lower_bound(tails.begin(), tails.end(), pairs[i].second,
                             [&](std::size_t tail, std::size_t value) { return pairs[tail].second < value; });
        if (place != tails.begin()) before[i] = *(place - 1);
        if (place == tails.end()) {
            tails.push_back(i);
        } else {
            *place = i;
        }
    }
    std::vector<std::size_t> ascent;
    for (std::optional<std::size_t> at = tails.empty() ? std::nullopt : std::optional(tails.back()); at;
         at = before[*at])
        ascent.push_back(*at);
    std::reverse(ascent.begin(), ascent.end());
    return ascent;
}

class Pairing {
  public:
    Pairing(const std::vector<Unit>& before, const std::vector<Unit>& after)
        : before_(before),
          after_(after),
          pairs_(before.size()),
          taken_(after.size(), false),
          words_(after.size()) {}

    Pairs run() {
        anchor();
        std::size_t a = 0;
        std::size_t b = 0;
        for (std::size_t i = 0; i <= before_.size(); ++i) {
            if (i < before_.size() && !pairs_[i]) continue;
            const std::size_t end = i < before_.size() ? pairs_[i]->index : after_.size();
            fill(a, i, b, end);
            a = i + 1;
            b = end + 1;
        }
        moved();
        return std::move(pairs_);
    }

  private:
    void pair(std::size_t i, std::size_t j, bool moved = false) {
        pairs_[i] = Partner{j, moved};
        taken_[j] = true;
    }

    /// Where each text stands, if once.
    static std::unordered_map<std::string_view, std::optional<std::size_t>> once(
        const std::vector<Unit>& units) {
        std::unordered_map<std::string_view, std::optional<std::size_t>> places;
        for (std::size_t i = 0; i < units.size(); ++i) {
            const auto [place, added] = places.emplace(units[i].passage.text, i);
            if (!added) place->second.reset();
        }
        return places;
    }

    void anchor() {
        const auto in_before = once(before_);
        const auto in_after = once(after_);
        std::vector<std::pair<std::size_t, std::size_t>> both;
        for (std::size_t i = 0; i < before_.size(); ++i) {
            const std::string_view text = before_[i].passage.text;
            const auto there = in_after.find(text);
            if (in_before.at(text) && there != in_after.end() && there->second)
                both.emplace_back(i, *there->second);
        }
        for (const std::size_t at : longest_ascent(both)) pair(both[at].first, both[at].second);
    }

    /// Pairs what stands between two anchors, in order.
    void fill(std::size_t a, std::size_t a_end, std::size_t b, std::size_t b_end) {
        for (; a < a_end && b < b_end; ++a) {
            const std::optional<std::size_t> found = best(before_[a], b, std::min(b_end, b + reach));
            if (!found) continue;
            pair(a, *found);
            b = *found + 1;
        }
    }

    const Words& words_after(std::size_t j) {
        if (!words_[j]) words_[j] = words_of(after_[j].passage.text);
        return *words_[j];
    }

    std::optional<std::size_t> best(const Unit& unit, std::size_t b, std::size_t b_end) {
        for (std::size_t j = b; j < b_end; ++j) {
            if (after_[j].passage.text == unit.passage.text) return j;
        }
        for (std::size_t j = b; j < b_end; ++j) {
            if (!unit.label.empty() && after_[j].label == unit.label) return j;
        }
        const Words words = words_of(unit.passage.text);
        std::optional<std::size_t> found;
        double most = least_likeness;
        for (std::size_t j = b; j < b_end; ++j) {
            const double alike = likeness(words, words_after(j));
            if (alike > most) {
                most = alike;
                found = j;
            }
        }
        return found;
    }

    /// The rest stands elsewhere, if it stands anywhere: with the same words or the same label.
    void moved() {
        std::unordered_map<std::string_view, std::size_t> texts;
        std::unordered_map<std::string_view, std::size_t> labels;
        for (std::size_t j = after_.size(); j-- > 0;) {
            if (taken_[j]) continue;
            texts[after_[j].passage.text] = j;
            if (!after_[j].label.empty()) labels[after_[j].label] = j;
        }
        for (std::size_t i = 0; i < before_.size(); ++i) {
            if (pairs_[i]) continue;
            auto found = texts.find(before_[i].passage.text);
            if (found == texts.end()) {
                found = labels.find(before_[i].label);
                if (found == labels.end()) continue;
            }
            if (!taken_[found->second]) pair(i, found->second, true);
        }
    }

    const std::vector<Unit>& before_;
    const std::vector<Unit>& after_;
    Pairs pairs_;
    std::vector<bool> taken_;
    std::vector<std::optional<Words>> words_;  // of `after_`, where they were asked for
};

}  // namespace

Pairs pair_up(const std::vector<Unit>& before, const std::vector<Unit>& after) {
    return Pairing(before, after).run();
}

}  // namespace stet::compare
