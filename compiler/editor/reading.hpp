// An analysis with what the features look up in it.
#pragma once

#include <vector>

#include "compiler/driver/pipeline.hpp"
#include "compiler/editor/names.hpp"
#include "compiler/editor/nodes.hpp"

namespace stet::editor {

struct Reading {
    driver::Analysis analysis;
    std::vector<Node> nodes;  ///< by `list_parts`, as the names are
    std::vector<Name> names;
    bool listed = false;

    [[nodiscard]] const model::Report& report() const { return analysis.report; }
    [[nodiscard]] const Sources& sources() const { return *analysis.sources; }
};

/// Lists nodes and names unless they are listed already: to say diagnostics they are not needed, and most
/// analyses of a text that is being typed say no more.
void list_parts(Reading& reading);

/// The name at the spot; null where none stands there.
const Name* name_at(const Reading& reading, Spot spot);

/// The places of the same name, in order.
std::vector<const Name*> places_of(const Reading& reading, const Name& name);

}  // namespace stet::editor
