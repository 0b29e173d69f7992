// Putting the strips of one page together.
#pragma once

#include <deque>
#include <vector>

#include "backends/pdf/paginate.hpp"

namespace stet::pdf {

/// The frames of the strips on one page, outer ones first, as drawings behind the text.
struct FrameSpan {
    std::uint32_t frame = none;
    float top = 0;
    float bottom = 0;
};

/// Puts strips one below the other on the page.
struct Stacker {
    Setter& setter;
    Page& page;
    std::deque<MarginNote>& remarks;  // wait for room in the margin
    float y = 0;
    bool first = true;
    unsigned line = 0;
    float margin_end = 0;
    std::vector<FrameSpan> spans{};
    ArtifactGroup numbers{};
    std::vector<Item> margin{};

    void put(Strip strip);

    void number_line(const Strip& strip);

    /// Puts remarks in the margin, not above `from`, as far as there is room; at least one a page.
    void put_remarks(float from);

    /// Notes at the foot of the page, `height` high, below a short rule.
    void put_notes(Strips notes, float height);
};

/// Frames as drawings behind the text, the widest first.
void draw_frames(const Galley& galley, std::vector<FrameSpan> spans, std::vector<Item>& items);

}  // namespace stet::pdf
