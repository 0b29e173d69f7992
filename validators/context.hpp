// What the functions of one family hand on to each other.
#pragma once

#include "compiler/base/diagnostic.hpp"
#include "compiler/model/model.hpp"

namespace stet::validators {

struct Context {
    const model::Report& report;
    Diagnostics& diagnostics;
};

}  // namespace stet::validators
