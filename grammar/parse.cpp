// Files to documents: one file by itself, and a report with what it includes.
#include "grammar/parse.hpp"

#include <algorithm>
#include <variant>

#include "compiler/base/catalogue.hpp"
#include "compiler/base/plain_text.hpp"
#include "grammar/blocks.hpp"
#include "grammar/includes.hpp"

namespace stet::grammar {

namespace {

/// Files of one report, however small they are.
constexpr std::size_t max_included_files = 256;

ast::Document parse_file(Context& context) {
    ast::Document document;
    document.file = context.file;
    document.first_running_text = context.next_text;
    if (context.text.size() > Sources::max_file_size) {
        context.diagnostics.add(context.span(0, 0), diag::file_too_large, context.text.size(),
                                Sources::max_file_size);
        return document;
    }
    const std::vector<Line> lines = split_lines(context, document.comments);
    BlockParser parser(context, lines, 0);
    document.header = parser.header();
    document.blocks = parser.blocks(0);
    document.running_texts = context.next_text - document.first_running_text;
    return document;
}

/// The path without `.` and empty parts; the last part of the report's own name is its path.
std::string normalised(std::string_view path) {
    std::string out;
    for (std::size_t at = 0; at <= path.size();) {
        const std::size_t stop = std::min(path.find('/', at), path.size());
        const std::string_view part = path.substr(at, stop - at);
        if (!part.empty() && part != ".") {
            if (!out.empty()) out += '/';
            out += part;
        }
        at = stop + 1;
    }
    return out;
}

bool climbs(std::string_view path) {
    for (std::size_t at = 0; at <= path.size();) {
        const std::size_t stop = std::min(path.find('/', at), path.size());
        if (path.substr(at, stop - at) == "..") return true;
        at = stop + 1;
    }
    return false;
}

}  // namespace

ast::Document parse(FileId file, const Sources& sources, Diagnostics& diagnostics,
                    std::uint32_t first_running_text) {
    Context context{file, sources.text(file), diagnostics};
    context.next_text = first_running_text;
    return parse_file(context);
}

ast::Document parse_report(FileId file, Sources& sources, World& world, Diagnostics& diagnostics) {
    Includes includes(sources, world, file);
    Context context{file, sources.text(file), diagnostics};
    context.includes = &includes;
    return parse_file(context);
}

// ---- included files ----------------------------------------------------------------------------------

Includes::Includes(Sources& sources, World& world, FileId report)
    : sources_(sources), world_(world), bytes_(sources.text(report).size()) {
    const std::string_view name = sources.name(report);
    folder_ = name.substr(0, name.find_last_of("/\\") + 1);
    open_.emplace_back(name.substr(folder_.size()));
}

std::string Includes::checked_path(Context& includer, const ast::Word& name) const {
    const std::string_view path = name.text;
    Diagnostics& diagnostics = includer.diagnostics;
    const bool drive = path.size() > 1 && path[1] == ':';
    if (path.starts_with('/') || drive || climbs(path) ||
        path.find_first_of(std::string_view("\\\n\0", 3)) != std::string_view::npos) {
        diagnostics.add(name.span, diag::include_outside, path);
        return {};
    }
    std::string out = normalised(path);
    if (out.empty()) {
        diagnostics.add(name.span, diag::include_outside, path);
    } else if (std::find(open_.begin(), open_.end(), out) != open_.end()) {
        diagnostics.add(name.span, diag::include_cycle, path);
        out.clear();
    } else if (open_.size() > ast::max_include_depth) {
        diagnostics.add(name.span, diag::include_too_deep, ast::max_include_depth);
        out.clear();
    } else if (files_ >= max_included_files) {
        diagnostics.add(name.span, diag::too_many_includes, max_included_files);
        out.clear();
    }
    return out;
}

ast::Blocks Includes::read(Context& includer, const ast::Word& name, std::uint32_t depth) {
    std::string path = checked_path(includer, name);
    if (path.empty()) return {};
    ++files_;
    ReadResult result = world_.read(path);
    if (const auto* error = std::get_if<ReadError>(&result)) {
        includer.diagnostics.add(name.span, diag::file_unreadable, name.text, error->reason);
        return {};
    }
    std::string& text = std::get<std::string>(result);
    if (const auto other = other_than_text(text)) {
        includer.diagnostics.add(name.span, diag::not_plain_text, other->kind)
            .with_help(std::string(other->help));
        return {};
    }
    if (text.size() > ast::max_report_size - std::min(bytes_, ast::max_report_size)) {
        includer.diagnostics.add(name.span, diag::report_too_large, ast::max_report_size);
        return {};
    }
    bytes_ += text.size();
    const FileId file = sources_.add(folder_ + path, std::move(text));
    open_.push_back(std::move(path));
    Context context{file, sources_.text(file), includer.diagnostics};
    context.next_text = includer.next_text;
    context.last_number = includer.last_number;
    context.includes = this;
    std::vector<ast::Word> comments;
    const std::vector<Line> lines = split_lines(context, comments);
    BlockParser parser(context, lines, depth);
    parser.refuse_header();
    ast::Blocks blocks = parser.blocks(0);
    includer.next_text = context.next_text;
    includer.last_number = context.last_number;
    open_.pop_back();
    return blocks;
}

}  // namespace stet::grammar
