// What the importer's tests share: frameworks as hints, and questions about imported source.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/import/import.hpp"

namespace stet::test {

/// Prose of one paragraph in lines of some 70 characters, as `pdftotext` gives it.
extern const std::string prose;

/// An invented framework of an invented inspectorate.
import::FrameworkHints harbour_framework();
/// The public facts about the frameworks of the reports in the corpus.
std::vector<import::FrameworkHints> corpus_frameworks();

/// Checks that the source parses without a diagnostic.
void require_sound(std::string_view source);
/// Imports with the invented framework; checks that every word came out and that the source is sound.
import::Imported import_whole(std::string_view text);

/// The line of the source that begins with `start`, without the line feed; empty if there is none.
std::string line_with(std::string_view source, std::string_view start);
/// The grade that `@judgements` gives to `name`; empty if the name does not stand there.
std::string grade_of(std::string_view source, std::string_view name);
bool has_line(std::string_view source, std::string_view line);

struct Counts {
    std::size_t numbered = 0, headings = 0, notes = 0, judgements = 0, contents = 0;
    bool operator==(const Counts&) const = default;
};
Counts count_blocks(std::string_view source);

}  // namespace stet::test
