// compose: from what a report means to what readers get.
#pragma once

#include "compiler/base/sources.hpp"
#include "compiler/model/model.hpp"
#include "compiler/publication/publication.hpp"

namespace stet::publication {

/// Numbers are as written or assigned, references are written out and linked, standard wording stands where
/// the report writes none, and private matter (notes, evidence, stets) is left out. Never fails: what could
/// not be bound is left out or printed as written.
Publication compose(const model::Report& report, const Sources& sources);

}  // namespace stet::publication
