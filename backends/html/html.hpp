// The HTML backend: a publication to one self-contained accessible page (WCAG 2.2 AA), with the ids of the
// JSON.
#pragma once

#include <string>
#include <vector>

#include "compiler/base/diagnostic.hpp"
#include "compiler/base/world.hpp"
#include "compiler/publication/publication.hpp"
#include "compiler/publication/remarks.hpp"

namespace stet::html {

struct Options {
    std::string theme = "plain";  ///< resource themes/NAME.theme, of which colours and shapes are taken
    bool draft = false;           ///< marked as a draft, in the title too
    /// Of a review copy: each stands behind what it is about, or in a list at the end.
    std::vector<publication::Remark> remarks{};
};

struct Result {
    std::string bytes;  ///< empty where nothing could be written; then `diagnostics` has an error
    Diagnostics diagnostics;
};

/// The id of a judgement's row or panel on the page: judgements have names of their own, which may be those
/// of sections and may have spaces.
std::string judgement_id(const publication::JudgementRow& row);

/// One page without scripts, which loads nothing: styles and images are in it. The style sheet and the theme
/// come from the world's resources, images from the report's folder. The same input gives the same bytes.
Result write(const publication::Publication& publication, const Options& options, World& world);

}  // namespace stet::html
