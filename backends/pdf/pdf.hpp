// The PDF backend: a publication to one file that is PDF/UA-1 and PDF/A-2a.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "backends/pdf/sink.hpp"
#include "compiler/base/diagnostic.hpp"
#include "compiler/base/world.hpp"
#include "compiler/publication/publication.hpp"
#include "compiler/publication/remarks.hpp"

namespace stet::pdf {

enum class Paper : std::uint8_t { a4, letter };

/// A remark in the margin of a review copy, or on a last page where it is about nothing printed.
using ReviewNote = publication::Remark;

struct Options {
    std::string theme = "plain";  ///< resource themes/NAME.theme
    Paper paper = Paper::a4;
    bool large_print = false;                       ///< body text of at least 16 points
    bool justify = false;                           ///< justified lines with hyphenation
    bool draft = false;                             ///< watermark and line numbers
    bool review = false;                            ///< every one of `notes` printed
    unsigned threads = 1;                           ///< for compression; the bytes do not depend on it
    std::optional<std::int64_t> source_date_epoch;  ///< seconds since 1970; else the report's own date
    std::string version = "0.1.0";
    std::vector<ReviewNote> notes;
};

struct Outcome {
    bool whole =
        false;  ///< the sink has the whole file; else `diagnostics` has an error, or the sink refused
    Diagnostics diagnostics;
    std::uint32_t pages = 0;
};

/// Writes the publication. Fonts, colour profile, patterns and theme come from the world's resources, images
/// from the report's folder. The same input gives the same bytes. The publication is taken apart while it is
/// set, so that the memory of a long one goes to its pages.
Outcome write(publication::Publication publication, const Options& options, World& world, const Sink& sink);

struct Result : Outcome {
    std::string bytes;
};
/// The same in memory.
Result write(publication::Publication publication, const Options& options, World& world);

/// Pages as text for `stet debug layout`: every run and drawing with its place, the structure tree, the
/// links.
std::string dump_layout(const publication::Publication& publication, const Options& options, World& world);

}  // namespace stet::pdf
