// What the functions that set a publication share: the report, its looks, the galley being filled.
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "backends/pdf/fonts.hpp"
#include "backends/pdf/galley.hpp"
#include "backends/pdf/hyphenate.hpp"
#include "backends/pdf/pdf.hpp"
#include "compiler/publication/publication.hpp"

namespace stet::pdf {

/// A column on the page: x of its left edge and its width. Paragraph numbers hang to the left of it, where
/// there is room (`hang`); its paragraphs are set in `text`.
struct Column {
    float left = 0;
    float width = 0;
    float hang = 0;
    Type text = Type::body;
};

/// The first page of the cover has no running head: its text begins this much higher.
constexpr float cover_rise = 26;
/// Space above the notes of a page, with their rule.
constexpr float note_separator = 16;

/// What is known of a footnote while its report is set.
struct NoteState {
    AnchorId body = none;
    AnchorId mark = none;  ///< of the first reference to it
    bool set = false;
    std::vector<Strip> strips;  ///< waits for the page of its mark
};

/// Blocks of a body that is so long that what they leave behind is given back to the system.
constexpr std::size_t long_body = 4000;

struct Setter {
    const publication::Publication& publication;
    const Options& options;
    const Theme& theme;
    World& world;
    FontSet& fonts;
    const Hyphenator* hyphenator = nullptr;  ///< null where text is not justified
    Galley& galley;
    Diagnostics& diagnostics;
    float page_width = 0;
    float page_height = 0;

    std::vector<NoteState> notes{};
    std::deque<std::pair<std::uint32_t, NodeId>>
        waiting_notes{};  ///< marked inside the note that is being set
    bool setting_notes = false;
    std::map<std::string, std::uint32_t> images{};  ///< file to index in the galley, `none` for a bad one
    std::set<std::string, std::less<>> missing{};   ///< characters already reported
    std::vector<std::pair<std::uint8_t, NodeId>> sections{};          ///< open sections, outermost first
    std::unordered_map<std::string, std::string> paragraph_labels{};  ///< id to printed number
    std::set<AnchorId> facts{};                                       ///< rows of the annex of cited facts
    std::uint8_t last_level = 1;
    std::uint32_t depth = 0;       ///< nesting of blocks
    std::uint32_t list_depth = 0;  ///< nesting of lists
    /// Remarks of a review copy by the block, or judgement's row, beside which they stand.
    std::unordered_map<const void*, std::vector<const ReviewNote*>> review{};
    std::set<const ReviewNote*> remarks{};  ///< that stand nowhere yet; a vector's elements, so in its order
    NodeId document = no_node;
    Column note_column{};                       ///< where footnotes are set
    std::uint8_t top_level = 1;                 ///< of the largest headings; running heads name those
    publication::Publication* spent = nullptr;  ///< the publication, where what is set need not stay in it

    /// Headings and contents are never hyphenated: calls `set` without patterns.
    template <class Set>
    void unhyphenated(const Set& set) {
        const Hyphenator* kept = std::exchange(hyphenator, nullptr);
        set();
        hyphenator = kept;
    }

    [[nodiscard]] const TypeStyle& type(Type t) const { return theme.type(t); }
    /// The column of body text, right of the hanging numbers.
    [[nodiscard]] Column body_column() const;
    /// The whole width between the margins.
    [[nodiscard]] Column full_column() const;
    [[nodiscard]] float text_height() const { return page_height - theme.top - theme.bottom; }
};

}  // namespace stet::pdf
