// Claims rendered into documents, a block each, and what the checks of figures say of them.
#include "tests/claims_generator.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "tests/figures_support.hpp"

namespace stet::test {

namespace {

constexpr std::size_t claims_of_a_document = 200;  ///< well below the limit of diagnostics of one code
constexpr std::size_t misses_kept = 12;

/// "Tarvel", "Tarvem", ...: a name for each number.
std::string place_name(std::size_t serial) {
    constexpr std::array<std::string_view, 16> parts = {"ba",  "del", "fen", "gor", "hal", "kin",
                                                        "lor", "mar", "nes", "pol", "rud", "sel",
                                                        "tam", "ver", "wil", "yar"};
    std::string name;
    for (int i = 0; i < 4; ++i, serial /= parts.size()) name += parts[serial % parts.size()];
    name.front() = static_cast<char>(name.front() - 'a' + 'A');
    return name;
}

template <std::size_t N>
std::string_view one_of(const std::array<std::string_view, N>& words, Random& random) {
    return words[static_cast<std::size_t>(random.between(0, N - 1))];
}

constexpr auto nouns = std::to_array<std::string_view>({
    "children",
    "care leavers",
    "assessments",
    "pupils",
    "plans",
    "foster carers",
    "young people",
    "visits",
    "cases",
    "schools",
});
constexpr auto predicates = std::to_array<std::string_view>({
    "were late",
    "were outside the area",
    "had been reviewed",
    "did not have a plan",
    "were of good quality",
    "needed more help",
});

}  // namespace

RenderedClaim render_claim(std::string_view wording, const ClaimValues& values, std::size_t serial,
                           Random& random) {
    RenderedClaim made;
    for (std::size_t i = 0; i < wording.size(); ++i) {
        const std::string_view rest = wording.substr(i);
        if (rest.starts_with("@")) {
            made.text += rest[1] == 'x'   ? std::string(one_of(nouns, random))
                         : rest[1] == 'v' ? std::string(one_of(predicates, random))
                                          : place_name(serial);
            ++i;
        } else if (rest.starts_with("[")) {
            const std::size_t slash = rest.find('/'), end = rest.find(']');
            made.text += values.up ? rest.substr(1, slash - 1) : rest.substr(slash + 1, end - slash - 1);
            i += end;
        } else if (rest.starts_with("{")) {
            const auto slot = std::find_if(values.slots.begin(), values.slots.end(),
                                           [&](const auto& s) { return s.first == rest[1]; });
            if (rest[2] == '}') made.figures.push_back(made.text.size());
            std::string text = slot->second;
            const bool opens = made.text.empty() || made.text.ends_with(". ");
            if (opens && text.front() >= 'a' && text.front() <= 'z')
                text.front() = static_cast<char>(text.front() - 'a' + 'A');
            made.text += text;
            i += rest.find('}');
        } else {
            made.text += rest.front();
        }
    }
    return made;
}

ClaimScore score_claims(const ClaimPattern& pattern, std::span<const std::string_view> wordings, bool hold,
                        std::size_t number, std::uint64_t seed) {
    ClaimScore score;
    Random random(seed);
    MemoryWorld world;
    for (std::size_t serial = 0; score.claims < number;) {
        std::string source = "title: Claims\n\n";
        if (!pattern.before.empty()) source.append(pattern.before).append("\n\n");
        std::vector<std::size_t> begins;
        std::vector<RenderedClaim> claims;
        for (; claims.size() < claims_of_a_document && score.claims + claims.size() < number; ++serial) {
            const auto wording =
                wordings[static_cast<std::size_t>(random.between(0, static_cast<int>(wordings.size()) - 1))];
            claims.push_back(render_claim(wording, pattern.values(random, hold), serial, random));
            begins.push_back(source.size());
            // A rule between them keeps bullets of one claim apart from those of the next.
            source += claims.back().text + "\n\nIt is so.\n\n";
        }
        const CheckedFigures checked = check_figures(source, world);
        std::vector<std::size_t> said(claims.size());
        const auto claim_at = [&](std::size_t offset) {
            return static_cast<std::size_t>(std::upper_bound(begins.begin(), begins.end(), offset) -
                                            begins.begin()) -
                   1;
        };
        std::vector<std::string> words(claims.size());
        for (const Diagnostic& d : checked.diagnostics.all()) {
            if (d.span.begin < begins.front()) continue;
            ++said[claim_at(d.span.begin)];
            words[claim_at(d.span.begin)] += " [" + std::string(d.info->code) + " " + d.message + "]";
        }
        const auto& entries = checked.ledger.figures;
        for (std::size_t i = 0; i < claims.size(); ++i) {
            const bool all =
                std::all_of(claims[i].figures.begin(), claims[i].figures.end(), [&](std::size_t offset) {
                    const std::size_t at = begins[i] + offset;
                    const auto entry =
                        std::lower_bound(entries.begin(), entries.end(), at,
                                         [](const auto& e, std::size_t v) { return e.span.end <= v; });
                    return entry != entries.end() && entry->state.status == validators::FigureStatus::checked;
                });
            score.silent += said[i] == 0;
            score.checked += all;
            if (said[i] > 0 && score.told.size() < misses_kept)
                score.told.push_back(claims[i].text + words[i]);
            const bool right = hold ? said[i] == 0 && all : said[i] > 0;
            if (!right && score.misses.size() < misses_kept)
                score.misses.push_back(claims[i].text + words[i]);
        }
        score.claims += claims.size();
    }
    return score;
}

}  // namespace stet::test
