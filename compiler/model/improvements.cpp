#include "compiler/model/improvements.hpp"

namespace stet::model {

bool says_none(const Report& report, const Paragraph& paragraph) {
    if (paragraph.runs.empty()) return false;
    bool negated = false;
    int count = 0;
    for (const prose::Word& word : report.words.in(paragraph.runs.front())) {
        const std::string_view form = report.words.form(word);
        if (++count > 8) break;
        if (count <= 5 && (form == "no" || form == "none")) return true;
        if (negated && form == "any") return true;
        negated |= form == "not";
    }
    return false;
}

}  // namespace stet::model
