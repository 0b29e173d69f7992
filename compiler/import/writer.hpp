// Writes a draft as Stet source in canonical form.
#pragma once

#include <string>

#include "compiler/import/draft.hpp"

namespace stet::import {

std::string write_source(const Draft& draft, std::string_view framework);

}  // namespace stet::import
