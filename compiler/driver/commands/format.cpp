// stet fmt.
#include "grammar/format.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <variant>
#include <vector>

#include "compiler/driver/commands/report.hpp"
#include "compiler/driver/write_file.hpp"
#include "compiler/prose/typed_references.hpp"
#include "grammar/parse.hpp"

namespace stet::driver {

namespace {

struct Formatted {
    std::string before;
    std::string after;
    std::vector<std::string> typed;  ///< references whose paragraph has another number now, a line each
};

void collect_numbers(const ast::Blocks& blocks, std::vector<std::string>& numbers) {
    for (const ast::Block& block : blocks) {
        if (const auto* paragraph = std::get_if<ast::NumberedParagraph>(&block.content))
            numbers.emplace_back(paragraph->number.text);
    }
}

/// What is typed as "paragraph 88" keeps its number when the paragraphs are numbered anew: its author must
/// look.
std::vector<std::string> moved_references(const ast::Document& before, const Sources& sources,
                                          const std::string& after) {
    Sources made;
    Diagnostics ignored;
    std::vector<std::string> was, is;
    collect_numbers(before.blocks, was);
    collect_numbers(grammar::parse(made.add("formatted", after), made, ignored).blocks, is);
    std::unordered_map<std::string, std::string> moved;
    for (std::size_t i = 0; i < std::min(was.size(), is.size()); ++i) {
        if (was[i] != is[i]) moved.emplace(was[i], is[i]);
    }
    std::vector<std::string> lines;
    const std::string_view text = sources.text(before.file);
    for (const prose::TypedReference& reference : prose::find_typed_references(text)) {
        if (reference.kind != prose::TypedReference::Kind::paragraph) continue;
        const auto found =
            moved.find(std::string(text.substr(reference.begin, reference.end - reference.begin)));
        if (reference.elsewhere || found == moved.end()) continue;
        const LineColumn place = sources.line_column(before.file, reference.begin);
        lines.push_back(fmt::format("{}:{}:{}: a reference is typed as {}; that paragraph is now {}",
                                    sources.name(before.file), place.line, place.column, found->first,
                                    found->second));
    }
    return lines;
}

std::optional<Formatted> format_file(const std::string& file, bool renumber) {
    Analysis refused;
    std::optional<std::string> text = read_plain_text(file, refused);
    if (!text) {
        show(refused);
        return std::nullopt;
    }
    Sources sources;
    Diagnostics diagnostics;
    const FileId id = sources.add(file, std::move(*text));
    const ast::Document document = grammar::parse(id, sources, diagnostics);
    Formatted made{std::string(sources.text(id)), grammar::format(document, sources, {renumber}), {}};
    if (renumber) made.typed = moved_references(document, sources, made.after);
    return made;
}

}  // namespace

int format(const FormatOptionsOfCommand& options) {
    int status = exit_clean;
    for (const std::string& file : options.files) {
        if (file == "-") {
            status = fail("standard input cannot be changed in place");
            continue;
        }
        const auto formatted = format_file(file, options.renumber);
        if (!formatted) {
            status = exit_failed;
            continue;
        }
        if (formatted->before == formatted->after) continue;
        if (options.check) {
            fmt::print(stderr, "{}: is not in canonical form\n", file);
            status = std::max<int>(status, exit_errors);
        } else if (const auto wrong = write_file(file, formatted->after)) {
            status = fail(fmt::format("cannot write {}: {}", file, *wrong));
        } else {
            for (const std::string& line : formatted->typed) fmt::print(stderr, "{}\n", line);
        }
    }
    return status;
}

}  // namespace stet::driver
