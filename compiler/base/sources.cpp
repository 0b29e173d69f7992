// Line index over the files of a compilation.
#include "compiler/base/sources.hpp"

#include <algorithm>

#include "compiler/base/utf8.hpp"

namespace stet {

FileId Sources::add(std::string name, std::string text) {
    auto file = std::make_unique<File>();
    file->name = std::move(name);
    file->text = std::move(text);
    file->line_starts.push_back(0);
    for (std::size_t at = file->text.find('\n'); at != std::string::npos;
         at = file->text.find('\n', at + 1)) {
        file->line_starts.push_back(static_cast<std::uint32_t>(at + 1));
    }
    files_.push_back(std::move(file));
    return static_cast<FileId>(files_.size() - 1);
}

std::string_view Sources::text(Span span) const {
    const std::string_view all = text(span.file);
    const std::size_t begin = std::min<std::size_t>(span.begin, all.size());
    const std::size_t end = std::clamp<std::size_t>(span.end, begin, all.size());
    return all.substr(begin, end - begin);
}

LineColumn Sources::line_column(FileId file, std::uint32_t offset) const {
    const File& f = *files_[file];
    offset = std::min(offset, static_cast<std::uint32_t>(f.text.size()));
    const auto after = std::upper_bound(f.line_starts.begin(), f.line_starts.end(), offset);
    const std::uint32_t start = *(after - 1);
    const auto line = static_cast<std::uint32_t>(after - f.line_starts.begin());
    const std::string_view before = std::string_view(f.text).substr(start, offset - start);
    return {line, static_cast<std::uint32_t>(utf8::count(before)) + 1};
}

std::uint32_t Sources::line_start(FileId file, std::uint32_t line) const {
    const File& f = *files_[file];
    if (line == 0) return 0;
    if (line > f.line_starts.size()) return static_cast<std::uint32_t>(f.text.size());
    return f.line_starts[line - 1];
}

std::string_view Sources::line(FileId file, std::uint32_t line) const {
    const std::uint32_t begin = line_start(file, line);
    const std::uint32_t end = line_start(file, line + 1);
    std::string_view out = text(file).substr(begin, end - begin);
    while (!out.empty() && (out.back() == '\n' || out.back() == '\r')) out.remove_suffix(1);
    return out;
}

}  // namespace stet
