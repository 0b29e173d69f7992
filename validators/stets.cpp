// Letting diagnostics stand: takes out what the report's stets name, and says which stets are wrong or
// unused.
#include "validators/stets.hpp"

#include <algorithm>

#include "compiler/base/catalogue.hpp"
#include "compiler/base/suggest.hpp"

namespace stet::validators {

namespace {

bool names_nearest(const model::Stet& stet, std::string& hint) {
    std::vector<std::string_view> codes;
    for (const DiagnosticInfo* info : all_diagnostics()) codes.push_back(info->code);
    hint = did_you_mean(stet.code, codes);
    return !hint.empty();
}

/// Whether the stet is well formed; says so where it is not.
bool admit(const model::Stet& stet, const DiagnosticInfo* info, Diagnostics& diagnostics) {
    if (info == nullptr) {
        Diagnostic& said = diagnostics.add(stet.span, diag::unknown_stet_code, stet.code);
        std::string hint;
        if (names_nearest(stet, hint)) said.with_help(hint);
        return false;
    }
    if (info->code.front() == 'L' || info->code.front() == 'V') {
        diagnostics.add(stet.span, diag::stet_of_unshakeable, info->code);
        return false;
    }
    if (stet.reason.empty()) {
        diagnostics.add(stet.span, diag::stet_without_reason)
            .with_help("write the reason after a colon: {stet CODE: reason}");
        return false;
    }
    return true;
}

bool lets_stand(const model::Stet& stet, const DiagnosticInfo* info, const Diagnostic& d) {
    return d.info == info && d.span.file == stet.scope.file && stet.scope.begin <= d.span.begin &&
           d.span.begin <= stet.scope.end;
}

}  // namespace

std::vector<UsedStet> apply_stets(std::span<const model::Stet> stets, Diagnostics& diagnostics) {
    std::vector<UsedStet> used;
    for (const model::Stet& stet : stets) {
        const DiagnosticInfo* info = find_diagnostic(stet.code);
        if (!admit(stet, info, diagnostics)) continue;
        auto& all = diagnostics.all();
        const auto rest = std::remove_if(all.begin(), all.end(),
                                         [&](const Diagnostic& d) { return lets_stand(stet, info, d); });
        const auto count = static_cast<std::size_t>(all.end() - rest);
        all.erase(rest, all.end());
        if (count == 0)
            diagnostics.add(stet.span, diag::unused_stet, info->code);
        else
            used.push_back({stet, count});
    }
    return used;
}

}  // namespace stet::validators
