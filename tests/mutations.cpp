// Makes mutants, checks them, and holds the share that is caught to what the operators demand.
#include "tests/mutations.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>

#include "tests/support.hpp"

namespace stet::test {

namespace {

std::string key_of(const Diagnostic& d) {
    return std::string(d.info->code) + " " + d.message;
}

driver::Analysis analysis_of(const Original& original, std::string text) {
    MemoryWorld world;
    world.files = original.files;
    return driver::analyse(world, "report.stet", std::move(text), {false, false, {}});
}

/// Lines of a text, first and last, from 1.
struct Lines {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
};

/// The mutant's text with the lines of it where a diagnostic counts.
struct Written {
    std::string text;
    std::vector<Place> places;  ///< in `text`
};

Written write(const Original& original, const Mutant& mutant) {
    std::vector<Change> changes = mutant.changes;
    std::sort(changes.begin(), changes.end(),
              [](const Change& a, const Change& b) { return a.place.begin < b.place.begin; });
    Written out;
    std::size_t at = 0;
    std::vector<std::pair<std::size_t, std::ptrdiff_t>> shifts;  // from here in the original, so far
    for (const Change& change : changes) {
        out.text.append(original.text, at, change.place.begin - at);
        const std::size_t begin = out.text.size();
        out.text += change.words;
        out.places.push_back({begin, out.text.size()});
        at = change.place.end;
        shifts.emplace_back(at,
                            static_cast<std::ptrdiff_t>(out.text.size()) - static_cast<std::ptrdiff_t>(at));
    }
    out.text.append(original.text, at);
    for (const Place& place : mutant.also) {
        std::ptrdiff_t shift = 0;
        for (const auto& [from, by] : shifts) shift = from <= place.begin ? by : shift;
        const auto moved = [&](std::size_t offset) {
            return static_cast<std::size_t>(static_cast<std::ptrdiff_t>(offset) + shift);
        };
        out.places.push_back({moved(place.begin), moved(place.end)});
    }
    return out;
}

Lines lines_of(const Sources& sources, std::size_t begin, std::size_t end) {
    const auto line = [&](std::size_t offset) {
        return sources.line_column(0, static_cast<std::uint32_t>(offset)).line;
    };
    return {line(begin), line(std::max(begin, end == 0 ? 0 : end - 1))};
}

bool stands_at(Span span, const Written& written, const Sources& sources) {
    if (span.file != 0) return false;
    const Lines own = lines_of(sources, span.begin, span.end);
    return std::any_of(written.places.begin(), written.places.end(), [&](const Place& place) {
        const Lines theirs = lines_of(sources, place.begin, place.end);
        return own.first <= theirs.last && theirs.first <= own.last;
    });
}

/// What is said of the mutant and was not said of the original.
std::vector<const Diagnostic*> news(const Original& original, const driver::Analysis& analysis) {
    std::multiset<std::string> known;
    for (const Diagnostic& d : original.analysis->diagnostics.all()) known.insert(key_of(d));
    std::vector<const Diagnostic*> out;
    for (const Diagnostic& d : analysis.diagnostics.all()) {
        const auto found = known.find(key_of(d));
        if (found == known.end())
            out.push_back(&d);
        else
            known.erase(found);
    }
    return out;
}

bool speaks_of(const Diagnostic& d, const Written& written, const Sources& sources) {
    return stands_at(d.span, written, sources) ||
           std::any_of(d.related.begin(), d.related.end(),
                       [&](const Related& related) { return stands_at(related.span, written, sources); });
}

/// What stands at a place, in brackets, with a few words to either side.
std::string around(const std::string& text, const Place& place) {
    constexpr std::size_t reach = 24, longest = 80;
    const std::size_t begin = place.begin - std::min(place.begin, reach);
    std::string out = text.substr(begin, place.begin - begin) + "[" +
                      text.substr(place.begin, std::min(place.end - place.begin, longest)) + "]" +
                      text.substr(place.end, reach);
    std::replace(out.begin(), out.end(), '\n', ' ');
    return out;
}

/// Whether the mutant is caught, or for a demand of silence, whether anything is said. `told` takes a line
/// for those who read why.
bool is_said(const Original& original, const Mutant& mutant, const Operator& op, std::string& told) {
    const Written written = write(original, mutant);
    const driver::Analysis analysis = analysis_of(original, written.text);
    const Sources& sources = *analysis.sources;
    const auto fresh = news(original, analysis);
    const Lines lines = lines_of(sources, written.places.front().begin, written.places.front().end);
    told = fmt::format("{} {} line {}: {}", op.name, original.name, lines.first,
                       around(written.text, written.places.front()));
    for (const Diagnostic* d : fresh) {
        told += fmt::format("\n    {} {}: {}", sources.line_column(0, d->span.begin).line, d->info->code,
                            d->message);
    }
    if (op.demand == Demand::silent) return !fresh.empty();
    return std::any_of(fresh.begin(), fresh.end(), [&](const Diagnostic* d) {
        return d->severity >= op.least && speaks_of(*d, written, sources);
    });
}

struct Score {
    std::size_t tried = 0;
    std::size_t said = 0;
    std::size_t sites = 0;
    std::string wrong;  ///< the mutants that a demand does not allow
};

/// Names of operators to explain, in the environment: every mutant that is missed, or where silence was
/// asked.
bool explained(const Operator& op) {
    const char* named = std::getenv("STET_EXPLAIN");
    return named != nullptr &&
           (" " + std::string(named) + " ").find(" " + op.name + " ") != std::string::npos;
}

Score score_of(const Original& original, const Operator& op) {
    const std::vector<Mutant> mutants = op.sites(original);
    Score score;
    score.sites = mutants.size();
    score.tried = std::min(mutants.size(), most_sites);
    for (std::size_t i = 0; i < score.tried; ++i) {
        std::string told;
        const bool said = is_said(original, mutants[i * mutants.size() / score.tried], op, told);
        score.said += said ? 1U : 0U;
        if (said == (op.demand == Demand::silent)) score.wrong += told + "\n";
    }
    return score;
}

using Table = std::map<std::pair<std::string, std::string>, std::pair<std::size_t, std::size_t>>;

std::string table_path() {
    return root_dir() + "/tests/corpus/mutations.tsv";
}

Table read_table() {
    Table table;
    std::istringstream in(slurp(table_path()));
    std::string head;
    std::getline(in, head);
    for (std::string op, report; in >> op >> report;) {
        auto& [said, tried] = table[{op, report}];
        in >> said >> tried;
    }
    return table;
}

void write_table(const Table& table) {
    std::ofstream out(table_path());
    out << "operator\treport\tcaught\ttried\n";
    for (const auto& [key, value] : table) {
        out << fmt::format("{}\t{}\t{}\t{}\n", key.first, key.second, value.first, value.second);
    }
}

/// Whether the score meets the demand; `floor` is the table's share.
bool meets(const Score& score, Demand demand, std::pair<std::size_t, std::size_t> floor) {
    switch (demand) {
        case Demand::caught:
            return score.said * 100 >= score.tried * 95;
        case Demand::in_part:
            return score.said * floor.second >= floor.first * score.tried;
        case Demand::silent:
            return score.said == 0;
    }
    return false;
}

std::string_view name_of(Demand demand) {
    switch (demand) {
        case Demand::caught:
            return "caught";
        case Demand::in_part:
            return "caught, in part";
        case Demand::silent:
            return "with something said";
    }
    return {};
}

}  // namespace

void require_operators(std::span<const Operator> operators, std::vector<Original> also) {
    std::vector<Original> originals{sample_report()};
    if (auto seed = corrected_seed())
        originals.push_back(std::move(*seed));
    else
        WARN("the folder with real reports is absent: only the sample was mutated");
    const std::size_t others = originals.size();
    std::move(also.begin(), also.end(), std::back_inserter(originals));
    const bool update = std::getenv("STET_UPDATE") != nullptr;
    Table table = read_table();
    std::string said;
    for (const Operator& op : operators) {
        for (const Original& original : originals) {
            const bool aside = static_cast<std::size_t>(&original - originals.data()) >= others;
            const Demand demand = aside && op.demand == Demand::caught ? Demand::in_part : op.demand;
            const Score score = score_of(original, op);
            if (score.tried == 0) continue;
            said += fmt::format("\n  {:4} {:7} {:3} of {:3} {}{}: {}", op.name, original.name, score.said,
                                score.tried, name_of(demand),
                                score.tried < score.sites ? fmt::format(" (every {:.1f}th site)",
                                                                        static_cast<double>(score.sites) /
                                                                            static_cast<double>(score.tried))
                                                          : "",
                                op.what);
            auto& floor = table[{op.name, original.name}];
            if (update) floor = {score.said, score.tried};
            INFO(op.name << " in the " << original.name << ":\n" << score.wrong);
            if (explained(op)) WARN(score.wrong);
            if (!instrumented) CHECK(meets(score, demand, floor));
        }
    }
    WARN("mutants:" << said);
    if (update) write_table(table);
}

}  // namespace stet::test
