// Look-up in the catalogue of diagnostics.
#include "compiler/base/catalogue.hpp"

#include <algorithm>
#include <cctype>

namespace stet {

namespace {

constexpr const DiagnosticInfo* entries[] = {
#define STET_DIAGNOSTIC(code, severity, name, message, ...) &diag::name.info,
#include "compiler/base/catalogue/catalogue.def"
#undef STET_DIAGNOSTIC
};

bool equal_ignoring_case(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

}  // namespace

std::span<const DiagnosticInfo* const> all_diagnostics() {
    return entries;
}

const DiagnosticInfo* find_diagnostic(std::string_view code_or_name) {
    const auto found = std::find_if(std::begin(entries), std::end(entries), [&](const DiagnosticInfo* info) {
        return equal_ignoring_case(info->code, code_or_name) || equal_ignoring_case(info->name, code_or_name);
    });
    return found == std::end(entries) ? nullptr : *found;
}

}  // namespace stet
