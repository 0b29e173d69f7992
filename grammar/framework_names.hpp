// Binds what one entry of a framework file says of another by name.
#pragma once

#include <cstdint>
#include <vector>

#include "compiler/base/diagnostic.hpp"
#include "compiler/framework/framework.hpp"
#include "grammar/entries.hpp"

namespace stet::grammar {

/// A name in one entry that another may answer only when the whole file is read.
template <class Entry>
struct Pending {
    Entry entry;
    Value name;
};

/// What `within`, `judges`, `in` and `wording` name; entries are indices into the framework's lists.
struct PendingNames {
    std::vector<Pending<framework::JudgementId>> parents;
    std::vector<Pending<std::uint32_t>> judged_sections;
    std::vector<Pending<std::uint32_t>> section_parts;
    std::vector<Pending<std::uint32_t>> section_wordings;
};

/// Sets what the pending names stand for, and reports (K) those that name nothing, names that two entries
/// share and judgements that lie within themselves; these are left out.
void bind_names(framework::Framework& framework, const PendingNames& pending, Diagnostics& diagnostics);

}  // namespace stet::grammar
