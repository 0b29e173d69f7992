// The files of one compilation: their bytes, names and line starts.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compiler/base/span.hpp"

namespace stet {

/// A place as people count it: lines and columns from 1, columns in code points.
struct LineColumn {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
    friend bool operator==(const LineColumn&, const LineColumn&) = default;
};

/// Owns the text of every file. Views into a text stay valid for the life of the `Sources`, also when
/// more files are added or the `Sources` is moved.
class Sources {
  public:
    /// Largest file that is read, in bytes; a report has some 0.2 million.
    static constexpr std::size_t max_file_size = 16U << 20U;

    FileId add(std::string name, std::string text);
    /// Keeps a text that no file has as it stands, for as long as the files' texts.
    std::string_view keep(std::string text) { return kept_.emplace_back(std::move(text)); }
    [[nodiscard]] std::string_view name(FileId file) const { return files_[file]->name; }
    [[nodiscard]] std::string_view text(FileId file) const { return files_[file]->text; }
    [[nodiscard]] std::string_view text(Span span) const;
    [[nodiscard]] std::size_t size() const { return files_.size(); }

    /// Logarithmic in the number of lines; `offset` may be the file's size.
    [[nodiscard]] LineColumn line_column(FileId file, std::uint32_t offset) const;
    /// The line (from 1) without its line end; empty beyond the last.
    [[nodiscard]] std::string_view line(FileId file, std::uint32_t line) const;
    [[nodiscard]] std::uint32_t line_start(FileId file, std::uint32_t line) const;

  private:
    struct File {
        std::string name;
        std::string text;
        std::vector<std::uint32_t> line_starts;
    };
    std::vector<std::unique_ptr<File>> files_;
    std::deque<std::string> kept_;
};

}  // namespace stet
