// What `stet serve` shows of a report: its page, and what check says of it with the places on the page.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace stet::driver {

struct Preview {
    std::string page;  ///< HTML, marked as a draft
    std::string
        state;  ///< JSON: revision, summary, diagnostics, each with the anchor of its place on the page
    std::vector<std::string> files;  ///< the report and all that was read, or looked for, for it
};

/// Reads, checks and composes the report anew. A file that cannot be read gives a page that says so.
Preview make_preview(const std::string& file, const std::string& framework_folder, const std::string& theme,
                     std::uint64_t revision);

}  // namespace stet::driver
