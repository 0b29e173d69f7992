// Turns the plain text of a published inspection report into Stet source and accounts for every word of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace stet::import {

/// A judgement of a framework, under all the names that reports give it.
struct JudgementHint {
    std::string title;
    std::vector<std::string> aliases;
};

/// What the importer may know about a framework; nothing about any inspectorate is compiled in.
struct FrameworkHints {
    std::string name;
    std::vector<std::string> recognise;  ///< phrases that speak for this framework
    std::vector<JudgementHint> judgements;
    std::vector<std::string> section_titles;   ///< headings that reports of this framework usually have
    std::vector<std::string> part_titles;      ///< those of them that stand at the top level
    std::vector<std::string> grades;           ///< grades with their wording variants
    std::vector<std::string> inner_titles{};   ///< section titles that stand directly in a part
    std::vector<std::string> judged_titles{};  ///< section titles that every report has of what is judged
};

/// A word that is in the text and not in the source, or the other way round. Unexplained, so always worth a
/// look.
struct Difference {
    enum Kind { left_out, added, moved };
    std::uint32_t line = 0;  ///< line of the input, from 1; for `added`, the line near which the words appear
    Kind kind = left_out;
    std::string words;
};

/// Words that are left out on purpose.
struct LeftOut {
    enum Kind { page_number, running_head, contents_page, label };
    std::uint32_t line = 0;  ///< line of the input, from 1
    Kind kind = page_number;
    std::string words;  ///< for `label`: words that a header key or a directive now stands for
};

/// A page number of the contents that is less than the one before it.
struct PageGoesBack {
    std::uint32_t line = 0;  ///< line of the input, from 1
    std::uint32_t page = 0;
    std::uint32_t before = 0;
};

struct Imported {
    std::string source;     ///< Stet source, UTF-8, ends with a newline
    std::string framework;  ///< name of the chosen framework, empty if none was recognised
    std::vector<Difference> differences;
    std::vector<LeftOut> left_out;
    bool contents_numbered = false;  ///< each entry of the contents stands with its page number
    bool too_long = false;           ///< the text is over `max_bytes` or `max_lines`: nothing was imported
};

/// Page numbers of a table of contents rise. They are left out of the source, so import looks at them.
std::vector<PageGoesBack> pages_going_back(const Imported& imported);

/// Longest text that is imported. A long report has 0.2 million bytes and 3,000 lines.
inline constexpr std::size_t max_bytes = std::size_t{64} << 20U;
inline constexpr std::size_t max_lines = 1'000'000;

/// Imports `text`: any bytes, in any of three shapes (light Markdown, one paragraph a line, or the
/// hard-wrapped lines of `pdftotext`). Never fails; takes time near-linear in the length of `text`.
/// `chosen_framework` names one of `frameworks`; if it is empty, the one whose phrases occur most often near
/// the beginning is taken.
Imported import_report(std::string_view text, std::span<const FrameworkHints> frameworks,
                       std::string_view chosen_framework = {});

}  // namespace stet::import
