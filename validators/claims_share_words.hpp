// Words for a share of a whole, "most", "a small minority", and where they stand before what gives its size.
#pragma once

#include <string_view>

#include "compiler/base/interval.hpp"

namespace stet::validators {

/// Words for a share, and the shares in per cent that they cannot be stretched beyond: less than the bands of
/// a framework, which say how to choose a word, not what is wrong. Half is neither most nor few.
struct ShareWords {
    std::string_view words;
    int least;
    int most;

    [[nodiscard]] Interval meaning() const;
};

/// Words for a share that stand in a text.
struct FoundShareWords {
    const ShareWords* share = nullptr;  ///< null where there are none
    std::size_t begin = 0;              ///< in the text
    std::size_t end = 0;
};
/// The words for a share that end `text`, but for the name of the whole that may follow them: "most of the
/// children seen".
FoundShareWords share_words_before(std::string_view text);

/// "of the children seen", "children": what may stand between words for a share and their size.
bool names_whole(std::string_view text);

}  // namespace stet::validators
