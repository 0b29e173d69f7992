// Running texts and what was read in them, for `stet debug mentions`.
#include "compiler/prose/dump.hpp"

#include <fmt/format.h>

#include <array>
#include <string_view>

#include "compiler/base/rational.hpp"

namespace stet::prose {

namespace {

constexpr std::array<std::string_view, 12> run_kinds{"header",  "statement", "heading",   "paragraph",
                                                     "bullet",  "quote",     "cell",      "table head",
                                                     "caption", "footnote",  "box title", "contents"};
constexpr std::array<std::string_view, 10> mark_kinds{"emphasis",     "strong",  "link",  "note mark",
                                                      "fact insert",  "see",     "grade", "assertion",
                                                      "private note", "evidence"};
constexpr std::array<std::string_view, 13> quantity_kinds{
    "count", "percent", "points", "rate",   "fraction", "money", "duration",
    "age",   "measure", "date",   "period", "ordinal",  "name"};

template <std::size_t N, class Kind>
std::string_view name(const std::array<std::string_view, N>& names, Kind kind) {
    const auto index = static_cast<std::size_t>(kind);
    return index < N ? names[index] : "?";
}

void dump_quantity(std::string& out, const Run& run, const Quantity& q) {
    out += fmt::format("  {} [{}, {}) \"{}\"", name(quantity_kinds, q.kind), q.begin, q.end,
                       run.words(q.begin, q.end));
    if (q.is_figure()) out += " is " + shown(q.value) + (q.range ? " to " + shown(q.upper) : "");
    if (q.noun_end > q.noun_begin) out += fmt::format(" of \"{}\"", run.words(q.noun_begin, q.noun_end));
    out += '\n';
}

}  // namespace

std::string dump(std::span<const Run> runs, const PerRun<Quantity>& quantities) {
    std::string out;
    for (const Run& run : runs) {
        out += fmt::format("{} {}", run.id, name(run_kinds, run.kind));
        if (run.depth > 0) out += fmt::format(" depth {}", run.depth);
        if (run.parent >= 0) out += fmt::format(" under {}", run.parent);
        out += fmt::format(" [{}, {}): {}\n", run.span.begin, run.span.end, run.text);
        for (const Mark& mark : run.marks) {
            out += fmt::format("  {} [{}, {}) {}\n", name(mark_kinds, mark.kind), mark.begin, mark.end,
                               mark.argument);
        }
        for (const Quantity& q : quantities[run.id]) dump_quantity(out, run, q);
    }
    return out;
}

}  // namespace stet::prose
