// What the parts of the cover share.
#pragma once

#include "backends/pdf/blocks.hpp"

namespace stet::pdf {

/// How closely the cover is set, so that it fits on one page.
struct Fit {
    float row_pad;      ///< above and below each row of the table
    float panel_pad;    ///< of the first panel; others have two thirds
    float above_title;  ///< between publisher and title
    float least_gaps;   ///< share of the gaps that must remain
    Type statement;     ///< of what is said of a judgement
};

/// The table of a group's judgements, a row each.
void set_judgements(Setter& setter, const Fit& fit, const publication::CoverGroup& group,
                    const Column& column, NodeId section, Strips& out);

}  // namespace stet::pdf
