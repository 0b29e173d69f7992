// compose: from what a report means to what readers get.
#pragma once

#include <span>

#include "compiler/base/sources.hpp"
#include "compiler/model/model.hpp"
#include "compiler/publication/publication.hpp"

namespace stet::publication {

/// Numbers are as written or assigned, references are written out and linked, standard wording stands where
/// the report writes none, and private matter (notes, evidence, stets) is left out. Never fails: what could
/// not be bound is left out or printed as written. `abbreviations` are those that the text explains or
/// readers know; where they stand they carry what they stand for. Of two for one abbreviation the first
/// counts.
Publication compose(const model::Report& report, const Sources& sources,
                    std::span<const framework::Abbreviation> abbreviations = {});
/// The same, and what is composed goes from the report's document, so that a long one does not stand in
/// memory twice.
Publication compose_and_spend(model::Report& report, const Sources& sources,
                              std::span<const framework::Abbreviation> abbreviations);

}  // namespace stet::publication
