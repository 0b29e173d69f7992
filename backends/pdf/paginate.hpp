// Strips to pages: page breaks by badness with footnotes at the foot of the page of their mark.
#pragma once

#include <deque>
#include <functional>
#include <string>

#include "backends/pdf/blocks.hpp"
#include "backends/pdf/setter.hpp"

namespace stet::pdf {

struct Stacker;
using PageSink = std::function<void(Page&&)>;

/// Takes strips as they are set and hands out pages as soon as their breaks are certain, so that a long
/// report is never held whole.
class Paginator {
  public:
    Paginator(Setter& setter, PageKind kind, std::uint32_t first_page, PageSink sink);

    void push(Strips strips);
    /// Hands out all pages but the last, so that more can follow on that. Its breaks are settled: each anchor
    /// on it has its page.
    void hold_last_page();
    /// Hands out what is left. Returns the index of the page after the last.
    std::uint32_t finish();

  private:
    /// A way to end the page: before strip `end`, with the notes that then fit.
    struct Candidate {
        std::size_t end = 0;
        double cost = 0;
        float carried = 0;  ///< height of note lines left for the next page
        bool allowed = true;
    };

    /// How much higher than on other pages the text of the next page begins.
    [[nodiscard]] float rise() const { return kind_ == PageKind::cover && page_ == 0 ? cover_rise : 0; }
    [[nodiscard]] float note_height(const Strip& strip) const;
    [[nodiscard]] float least_note_height(const Strip& strip) const;
    [[nodiscard]] float top_padding(const Strip& strip) const;
    [[nodiscard]] float head_height(const Strip& strip) const;
    [[nodiscard]] bool part_fits(std::size_t begin, float room) const;
    [[nodiscard]] std::vector<Candidate> candidates(std::size_t begin, float carried) const;
    [[nodiscard]] double best_cost(std::size_t begin, float carried) const;
    [[nodiscard]] std::size_t choose_end() const;
    void put_heads(std::uint32_t index, Stacker& page) const;
    void emit_page(std::size_t end);
    float take_notes(std::size_t end, float room, Strips& notes);
    void emit_ready();

    Setter& setter_;
    PageKind kind_;
    std::uint32_t page_;
    PageSink sink_;
    std::deque<Strip> window_;        // strips that no page has yet
    std::deque<Strip> carried_;       // note lines that go on at the foot of the next page
    std::deque<MarginNote> remarks_;  // of a review that found no room beside their text
    float window_height_ = 0;
    bool finishing_ = false;
    std::string section_;  // of the page before, for running heads
};

/// Says on which page a strip's anchors and those of its notes will stand, before they have their places on
/// it.
void place_on_page(Setter& setter, const Strip& strip, std::uint32_t page);

/// Running head, page number, draft marks and cover band.
void add_furniture(Setter& setter, const std::string& section, Page& page);
/// Numbers a line of a draft that stands at `baseline`.
void add_line_number(Setter& setter, unsigned number, float baseline, ArtifactGroup& group);

}  // namespace stet::pdf
