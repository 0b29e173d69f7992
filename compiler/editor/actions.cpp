// Changes that an inspector may ask for at a place: fixes, letting a diagnostic stand, renumbering.
#include "compiler/editor/actions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "compiler/base/suggest.hpp"

namespace stet::editor {

namespace {

/// "1.4" as "1." and 4; none where the last part is no number.
struct SplitNumber {
    std::string_view prefix;
    std::uint32_t last = 0;
};
std::optional<SplitNumber> split(std::string_view number) {
    const std::size_t dot = number.rfind('.');
    const std::size_t begin = dot == std::string_view::npos ? 0 : dot + 1;
    SplitNumber out{number.substr(0, begin), 0};
    const char* end = number.data() + number.size();
    const auto [stop, error] = std::from_chars(number.data() + begin, end, out.last);
    if (error != std::errc() || stop != end) return std::nullopt;
    return out;
}

bool is_written(const model::Paragraph& paragraph) {
    return paragraph.numbered && paragraph.written_number != "#" && !paragraph.written_number.empty();
}

/// The number that comes after that of an earlier paragraph of the same series.
std::string number_after(std::string_view number, std::string_view otherwise) {
    const auto before = split(number);
    return before ? fmt::format("{}{}", before->prefix, before->last + 1) : std::string(otherwise);
}

std::string_view prefix_of(std::string_view number) {
    const auto parts = split(number);
    return parts ? parts->prefix : std::string_view();
}

bool touch(Span a, Span b) {
    return a.file == b.file && a.begin <= b.end && b.begin <= a.end;
}

/// Whether the block's own attributes may hold a stet.
bool holds_stets(const ast::Block& block) {
    return std::holds_alternative<ast::Heading>(block.content) ||
           std::holds_alternative<ast::Paragraph>(block.content);
}

/// For each name in the span that nothing declares, the nearest that something does.
void add_nearest_names(const Reading& reading, Span span, std::vector<Action>& out) {
    for (const Name& name : reading.names) {
        if (!name.written || name.in_prose || !touch(name.span, span)) continue;
        std::vector<std::string_view> declared;
        for (const Name& other : reading.names) {
            if (other.kind == name.kind && other.declaration) declared.push_back(other.key);
        }
        if (std::find(declared.begin(), declared.end(), name.key) != declared.end()) continue;
        const std::string_view meant = nearest(name.key, declared);
        if (meant.empty()) continue;
        const auto& all = reading.analysis.diagnostics.all();
        const auto about = std::find_if(all.begin(), all.end(),
                                        [&](const Diagnostic& d) { return touch(d.span, name.span); });
        const Diagnostic* diagnostic = about == all.end() ? nullptr : &*about;
        out.push_back({ActionKind::quick_fix,
                       fmt::format("Write `{}`", meant),
                       {{name.span, std::string(meant)}},
                       diagnostic,
                       true});
    }
}

}  // namespace

std::vector<Edit> renumber_from(const Reading& reading, Spot spot) {
    const auto& paragraphs = reading.report().paragraphs;
    const auto here = std::find_if(paragraphs.begin(), paragraphs.end(), [&](const model::Paragraph& p) {
        return p.numbered && touches(p.span, spot);
    });
    std::vector<Edit> edits;
    if (here == paragraphs.end()) return edits;
    const auto same_series = [&](const model::Paragraph& p) {
        return p.numbered && p.series == here->series && prefix_of(p.number) == prefix_of(here->number);
    };
    const auto above = std::find_if(std::make_reverse_iterator(here), paragraphs.rend(), same_series);
    std::string next = above == paragraphs.rend() ? here->number : number_after(above->number, here->number);
    for (auto p = here; p != paragraphs.end(); ++p) {
        if (!same_series(*p)) continue;
        if (is_written(*p) && p->written_number != next) edits.push_back({p->number_span, next});
        next = number_after(next, next);
    }
    return edits;
}

std::optional<Edit> let_stand(const Reading& reading, const Diagnostic& diagnostic) {
    const char family = diagnostic.info->code.front();
    if (family == 'L' || family == 'V') return std::nullopt;
    const ast::Block* holder = nullptr;
    for (const Node& node : reading.nodes) {
        const auto* block = std::get_if<const ast::Block*>(&node.value);
        if (block == nullptr || !holds_stets(**block)) continue;
        if (touches(node.span, {diagnostic.span.file, diagnostic.span.begin})) holder = *block;
    }
    if (holder == nullptr) return std::nullopt;
    std::uint32_t end = holder->span.end;
    for (const ast::Brace& attribute : holder->attributes) end = std::max(end, attribute.span.end);
    const std::string_view text = reading.sources().text(holder->span.file);
    while (end > holder->span.begin &&
           (text[end - 1] == '\n' || text[end - 1] == '\r' || text[end - 1] == ' '))
        --end;
    return Edit{{holder->span.file, end, end},
                fmt::format(" {{stet {}: give the reason here}}", diagnostic.info->code)};
}

std::vector<Action> list_actions(const Reading& reading, Span span) {
    std::vector<Action> out;
    for (const Diagnostic& d : reading.analysis.diagnostics.all()) {
        if (!touch(d.span, span)) continue;
        for (const Fix& fix : d.fixes) {
            out.push_back({ActionKind::quick_fix, fix.title, fix.edits, &d, d.fixes.size() == 1});
        }
    }
    add_nearest_names(reading, span, out);
    for (const Diagnostic& d : reading.analysis.diagnostics.all()) {
        if (!touch(d.span, span)) continue;
        if (auto edit = let_stand(reading, d)) {
            out.push_back({ActionKind::quick_fix,
                           fmt::format("Let {} stand here", d.info->code),
                           {std::move(*edit)},
                           &d,
                           false});
        }
    }
    std::vector<Edit> numbers = renumber_from(reading, {span.file, span.begin});
    if (!numbers.empty())
        out.push_back({ActionKind::rewrite, "Renumber from here", std::move(numbers), nullptr, false});
    return out;
}

}  // namespace stet::editor
