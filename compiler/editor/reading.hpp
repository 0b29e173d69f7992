// An analysis with what the features look up in it.
#pragma once

#include <optional>
#include <vector>

#include "compiler/driver/pipeline.hpp"
#include "compiler/editor/names.hpp"
#include "compiler/editor/nodes.hpp"

namespace stet::editor {

struct Reading {
    driver::Analysis analysis;
    std::vector<Node> nodes;
    std::vector<Name> names;

    [[nodiscard]] const model::Report& report() const { return analysis.report; }
    [[nodiscard]] const Sources& sources() const { return *analysis.sources; }
};

Reading make_reading(driver::Analysis analysis);

/// The name at the spot; null where none stands there.
const Name* name_at(const Reading& reading, Spot spot);

/// The places of the same name, in order.
std::vector<const Name*> places_of(const Reading& reading, const Name& name);

/// The last run (the innermost) that contains the spot; null where none does.
const prose::Run* run_at(const Reading& reading, Spot spot);

/// Where the spot stands in the run's text; none where it stands in markup.
std::optional<std::uint32_t> text_offset(const prose::Run& run, Spot spot);

}  // namespace stet::editor
