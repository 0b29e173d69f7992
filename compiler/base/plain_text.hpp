// Telling text from files that only look like some to a program.
#pragma once

#include <optional>
#include <string_view>

namespace stet {

/// What a file is that is no plain text in UTF-8, and what its owner can do.
struct OtherThanText {
    std::string_view kind;  ///< "a PDF", "text in UTF-16"
    std::string_view help;
};

/// Judges by the first 4096 bytes: signatures of formats, and how many NULs and control characters stand
/// among them. A few stray ones make no binary file; those are reported where they stand.
std::optional<OtherThanText> other_than_text(std::string_view bytes);

}  // namespace stet
