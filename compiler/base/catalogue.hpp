// The catalogue of all diagnostics: `diag::NAME` for emission, `find_diagnostic` for look-up by code.
#pragma once

#include <span>
#include <string_view>

#include "compiler/base/diagnostic.hpp"

namespace stet {

namespace diag {

using text = std::string_view;

#define STET_DIAGNOSTIC(code, severity, name, message, ...) \
    inline constexpr DiagnosticKind<__VA_ARGS__> name{#code, Severity::severity, #name, message};
#include "compiler/base/catalogue/catalogue.def"
#undef STET_DIAGNOSTIC

}  // namespace diag

/// Every entry, ordered as in the catalogue.
std::span<const DiagnosticInfo* const> all_diagnostics();

/// The entry of a code such as "F101" in any case, or of a name; null where there is none.
const DiagnosticInfo* find_diagnostic(std::string_view code_or_name);

}  // namespace stet
