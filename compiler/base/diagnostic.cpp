// Collecting and ordering diagnostics.
#include "compiler/base/diagnostic.hpp"

#include <algorithm>
#include <tuple>

namespace stet {

std::string_view severity_name(Severity severity) {
    switch (severity) {
        case Severity::advice:
            return "advice";
        case Severity::query:
            return "query";
        case Severity::warning:
            return "warning";
        case Severity::error:
            return "error";
    }
    return "error";
}

Diagnostic& Diagnostics::push(Span span, const DiagnosticInfo& info, std::string message) {
    auto count =
        std::find_if(counts_.begin(), counts_.end(), [&](const auto& c) { return c.first == &info; });
    if (count == counts_.end()) count = counts_.insert(counts_.end(), {&info, 0});
    if (++count->second > max_per_code) {
        ++dropped_;
        surplus_ = {};
        return surplus_;
    }
    Diagnostic& made = all_.emplace_back();
    made.info = &info;
    made.severity = info.severity;
    made.span = span;
    made.message = std::move(message);
    return made;
}

void Diagnostics::append(Diagnostics&& other) {
    all_.insert(all_.end(), std::make_move_iterator(other.all_.begin()),
                std::make_move_iterator(other.all_.end()));
    dropped_ += other.dropped_;
    other.all_.clear();
}

void Diagnostics::sort() {
    const auto key = [](const Diagnostic& d) {
        return std::tuple(d.span.file, d.span.begin, d.span.end, d.info->code, std::string_view(d.message));
    };
    std::stable_sort(all_.begin(), all_.end(),
                     [&](const Diagnostic& a, const Diagnostic& b) { return key(a) < key(b); });
    all_.erase(std::unique(all_.begin(), all_.end(),
                           [&](const Diagnostic& a, const Diagnostic& b) { return key(a) == key(b); }),
               all_.end());
}

}  // namespace stet
