// W: stops, spaces, quotation marks, doubled words, repeated sentences, readability, spelling.
#pragma once

#include "compiler/base/diagnostic.hpp"
#include "compiler/base/sources.hpp"
#include "compiler/base/world.hpp"
#include "compiler/model/model.hpp"

namespace stet::validators {

/// Final stops of paragraphs, and stops of headings that state a grade among their like.
void check_stops(const model::Report& report, const Sources& sources, Diagnostics& diagnostics);
/// Two spaces, a space before a stop, none after a comma, a comma before a bracket.
void check_spaces(const model::Report& report, const Sources& sources, Diagnostics& diagnostics);
/// "the the", and sentences that begin with a small letter.
void check_words(const model::Report& report, const Sources& sources, Diagnostics& diagnostics);
/// Sentences of ten words or more that stand in two numbered paragraphs, whatever their case and punctuation;
/// quotations, standard wording and summaries of findings aside.
void check_repeats(const model::Report& report, const Sources& sources, Diagnostics& diagnostics);
/// Straight and curly marks by majority; brackets and quotation marks without their partner.
void check_marks(const model::Report& report, const Sources& sources, Diagnostics& diagnostics);
/// The length of the report's sentences on the average.
void check_readability(const model::Report& report, const Sources& sources, Diagnostics& diagnostics);

/// Words that neither the dictionary nor the framework nor the report itself knows. Loads a whole dictionary:
/// not for every keystroke. Nothing is said where the world has no dictionary of the framework's language.
void check_spelling(const model::Report& report, World& world, Diagnostics& diagnostics);

}  // namespace stet::validators
