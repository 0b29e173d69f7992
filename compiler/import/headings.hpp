// Headings: which lines are one, and how deep it stands.
#pragma once

#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "compiler/import/draft.hpp"
#include "compiler/import/knowledge.hpp"

namespace stet::import {

/// Lines that are neither blank nor set aside, with what stands between them.
struct TextLine {
    std::size_t line = 0;  ///< index in Draft::lines
    bool gap = false;      ///< a blank line or lines set aside stand before it
    bool page_break = false;
    std::size_t chars = 0;
};

class Headings {
  public:
    Headings(const Draft& draft, const Knowledge& knowledge, const std::vector<TextLine>& lines);

    struct Match {
        std::size_t last = 0;  ///< index of the last text line that belongs to the heading
        bool known = false;    ///< stands in the contents
        bool sure = false;     ///< stands there or among the framework's section titles
    };
    /// The heading that begins at text line `at`, where a block may begin.
    std::optional<Match> find(std::size_t at) const;

    /// The same where only a full stop shows that the text above has ended.
    std::optional<Match> find_set_solid(std::size_t at) const;

    /// Last of at least three short lines without a stop, as in an address; nothing if there are fewer.
    std::optional<std::size_t> short_lines(std::size_t at) const;

  private:
    std::string_view text(std::size_t at) const;
    std::string joined(std::size_t first, std::size_t last) const;
    bool starts_item(std::size_t at) const;
    bool ends_block(std::size_t at) const;
    std::optional<Match> known(std::size_t at) const;
    std::optional<Match> states_grade(std::size_t at) const;
    bool is_about_judgement(std::string_view words) const;
    bool looks_like_heading(std::size_t at, int depth) const;
    bool leads_to_prose(std::size_t at, int depth) const;

    const Draft& draft_;
    const Knowledge& knowledge_;
    const std::vector<TextLine>& lines_;
    bool is_title(std::string_view words) const;
    bool is_listed(std::string_view words) const;

    std::unordered_set<std::string> titles_;  ///< of the contents and the framework's sections
    std::unordered_set<std::string> listed_;  ///< of the contents
};

/// Gives each heading its level: the contents' own order, sections named as such, and headings that stand
/// directly above another tell what contains what.
void set_levels(Draft& draft, const Knowledge& knowledge);

}  // namespace stet::import
