// What changed from one version of a report to another, in the terms of its readers: grades, dates, facts,
// figures and paragraphs, not lines.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "compiler/base/span.hpp"
#include "compiler/model/model.hpp"

namespace stet::compare {

/// Something with a name that has a value: a grade, a date of the header, a fact. Empty where it is not
/// there.
struct NamedChange {
    std::string name;
    std::string before;
    std::string after;
};

/// A paragraph, a bullet, a heading, a row of a table or a footnote of one version.
struct Passage {
    std::string place;    ///< "paragraph 12", "bullet in paragraph 12", "row of Table 2", "plain paragraph"
    std::string section;  ///< the title of the section it stands in; may be empty
    std::string text;
    Span span;
    std::vector<std::string> figures;  ///< numbers and dates as written, in order
};

/// A part of a text that both versions have, or only one.
struct Piece {
    enum class Kind : std::uint8_t { same, gone, fresh } kind = Kind::same;
    std::string words;
};

struct PassageChange {
    std::optional<Passage> before;     ///< none for a new passage
    std::optional<Passage> after;      ///< none for one that is gone
    bool moved = false;                ///< stands elsewhere among the passages
    std::vector<Piece> words;          ///< of a passage that both have, where its words differ
    std::vector<NamedChange> figures;  ///< that changed with them, in order
};

struct Comparison {
    std::vector<NamedChange> header;
    std::vector<NamedChange> grades;
    std::vector<NamedChange> facts;
    std::vector<PassageChange> passages;  ///< in the order of the new version; what is gone, where it stood
    std::size_t same = 0;                 ///< passages whose words are the same
    std::size_t renumbered = 0;           ///< of these, paragraphs with another number

    [[nodiscard]] bool empty() const {
        return header.empty() && grades.empty() && facts.empty() && passages.empty();
    }
};

/// Pairs passages by their words, by their labels and by likeness, in time that grows with the length of the
/// reports and of each changed passage's square.
Comparison compare(const model::Report& before, const model::Report& after);

/// The words that changed from one text to another; texts of more than 3,000 words are taken whole.
std::vector<Piece> compare_words(std::string_view before, std::string_view after);

}  // namespace stet::compare
