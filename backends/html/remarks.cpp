// Remarks of a review copy: notes behind what they are about.
#include "backends/html/writer.hpp"
#include "compiler/base/ascii.hpp"

namespace stet::html {

void append_remark(Writer& writer, const publication::Remark& remark, bool with_place) {
    std::string severity(severity_name(remark.severity));
    severity.front() = ascii::upper(severity.front());
    writer.out += "<p><strong>";
    writer.text(severity + " " + remark.code +
                (with_place && !remark.place.empty() ? ", " + remark.place : "") + ":");
    writer.out += "</strong> ";
    writer.text(remark.text);
    writer.out += "</p>\n";
    if (remark.help.empty()) return;
    writer.out += "<p>Suggestion: ";
    writer.text(remark.help);
    writer.out += "</p>\n";
}

void Writer::remarks_on(const void* subject) {
    const auto found = remarks.extract(subject);
    if (found.empty()) return;
    for (const publication::Remark* remark : found.mapped()) {
        out += "<div class=\"remark\" role=\"note\">";
        append_remark(*this, *remark, false);
        out += "</div>\n";
        printed.insert(remark);
    }
}

}  // namespace stet::html
