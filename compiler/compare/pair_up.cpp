// Pairing passages: first those that stand once in each version with the same words and in the same order
// (the anchors of Bram Cohen's patience diff), then, between these, the rest by words, label and likeness;
// then what has moved, last what has moved and changed.
#include <algorithm>
#include <map>
#include <unordered_map>

#include "compiler/compare/passages.hpp"

namespace stet::compare {

namespace {

/// A passage must share this much of its words with another to be the same one, changed.
constexpr double least_likeness = 0.5;
/// And this much where it stands elsewhere too, and has this many words.
constexpr double least_likeness_moved = 0.6;
constexpr std::size_t least_words = 6;
/// A word that stands in more passages is not rare.
constexpr std::size_t most_places = 8;
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
        moved_and_changed();
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
            const auto [place, added] = places.emplace(units[i].compared, i);
            if (!added) place->second.reset();
        }
        return places;
    }

    void anchor() {
        const auto in_before = once(before_);
        const auto in_after = once(after_);
        std::vector<std::pair<std::size_t, std::size_t>> both;
        for (std::size_t i = 0; i < before_.size(); ++i) {
            const std::string_view text = before_[i].compared;
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
        if (!words_[j]) words_[j] = words_of(after_[j].compared);
        return *words_[j];
    }

    std::optional<std::size_t> best(const Unit& unit, std::size_t b, std::size_t b_end) {
        for (std::size_t j = b; j < b_end; ++j) {
            if (after_[j].compared == unit.compared) return j;
        }
        for (std::size_t j = b; j < b_end; ++j) {
            if (!unit.label.empty() && after_[j].label == unit.label) return j;
        }
        const Words words = words_of(unit.compared);
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
            texts[after_[j].compared] = j;
            if (!after_[j].label.empty()) labels[after_[j].label] = j;
        }
        for (std::size_t i = 0; i < before_.size(); ++i) {
            if (pairs_[i]) continue;
            auto found = texts.find(before_[i].compared);
            if (found == texts.end()) {
                found = labels.find(before_[i].label);
                if (found == labels.end()) continue;
            }
            if (!taken_[found->second]) pair(i, found->second, true);
        }
    }

    /// Where the words of passages that are still alone stand in the new version; those that stand in many of
    /// them tell nothing.
    std::unordered_map<std::string_view, std::vector<std::size_t>> rare_words() {
        std::unordered_map<std::string_view, std::vector<std::size_t>> places;
        for (std::size_t j = 0; j < after_.size(); ++j) {
            if (taken_[j] || words_after(j).total < least_words) continue;
            for (const auto& [word, count] : words_after(j).count) places[word].push_back(j);
        }
        std::erase_if(places, [](const auto& entry) { return entry.second.size() > most_places; });
        return places;
    }

    /// What has moved and changed: of the passages that share rare words with it, the one most like it.
    void moved_and_changed() {
        const auto rare = rare_words();
        for (std::size_t i = 0; i < before_.size(); ++i) {
            if (pairs_[i]) continue;
            const Words words = words_of(before_[i].compared);
            if (words.total < least_words) continue;
            std::map<std::size_t, unsigned> shared;
            for (const auto& [word, count] : words.count) {
                const auto found = rare.find(word);
                if (found == rare.end()) continue;
                for (const std::size_t j : found->second) shared[j] += taken_[j] ? 0U : 1U;
            }
            if (const auto found = most_alike(words, shared)) pair(i, *found, true);
        }
    }

    /// Compares with the few that share most words.
    std::optional<std::size_t> most_alike(const Words& words, const std::map<std::size_t, unsigned>& shared) {
        constexpr std::size_t few = 4;
        std::vector<std::pair<unsigned, std::size_t>> candidates;
        for (const auto& [j, count] : shared) {
            if (count > 0) candidates.emplace_back(count, j);
        }
        const auto end = candidates.begin() + static_cast<std::ptrdiff_t>(std::min(few, candidates.size()));
        std::partial_sort(candidates.begin(), end, candidates.end(), [](const auto& a, const auto& b) {
            return a.first != b.first ? a.first > b.first : a.second < b.second;
        });
        std::optional<std::size_t> found;
        double most = least_likeness_moved;
        for (auto candidate = candidates.begin(); candidate != end; ++candidate) {
            const double alike = likeness(words, words_after(candidate->second));
            if (alike > most) most = alike, found = candidate->second;
        }
        return found;
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
