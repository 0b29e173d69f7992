// Areas for improvement, and what stands among them without being one.
#pragma once

#include "compiler/model/model.hpp"

namespace stet::model {

/// "Inspectors found no area that needs action at once", "The inspection did not find any": says that there
/// is none. Looks at the first eight words.
bool says_none(const Report& report, const Paragraph& paragraph);

}  // namespace stet::model
