// Look-up in the catalogue of diagnostics.
#include "compiler/base/catalogue.hpp"

#include <algorithm>

#include "compiler/base/ascii.hpp"

namespace stet {

namespace {

constexpr const DiagnosticInfo* entries[] = {
#define STET_DIAGNOSTIC(code, severity, name, message, ...) &diag::name.info,
#include "compiler/base/catalogue/catalogue.def"
#undef STET_DIAGNOSTIC
};

}  // namespace

std::span<const DiagnosticInfo* const> all_diagnostics() {
    return entries;
}

const DiagnosticInfo* find_diagnostic(std::string_view code_or_name) {
    const auto found = std::find_if(std::begin(entries), std::end(entries), [&](const DiagnosticInfo* info) {
        return ascii::equal_ignoring_case(info->code, code_or_name) ||
               ascii::equal_ignoring_case(info->name, code_or_name);
    });
    return found == std::end(entries) ? nullptr : *found;
}

}  // namespace stet
