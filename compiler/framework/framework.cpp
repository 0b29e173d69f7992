// Look-up of grades and judgements by any of their names.
#include "compiler/framework/framework.hpp"

#include "compiler/framework/names.hpp"

namespace stet::framework {

std::optional<GradeId> Framework::find_grade(std::string_view words) const {
    const std::string wanted = fold(words);
    for (std::size_t i = 0; i < scale.size(); ++i) {
        if (fold(scale[i].name) == wanted) return static_cast<GradeId>(i);
        for (const std::string& variant : scale[i].variants) {
            if (fold(variant) == wanted) return static_cast<GradeId>(i);
        }
    }
    return std::nullopt;
}

std::optional<JudgementId> Framework::find_judgement(std::string_view words) const {
    const std::string wanted = fold_name(words);
    if (wanted.empty()) return std::nullopt;
    for (std::size_t i = 0; i < judgements.size(); ++i) {
        const Judgement& judgement = judgements[i];
        if (fold_name(judgement.id) == wanted || fold_name(judgement.number) == wanted ||
            fold_name(judgement.title) == wanted ||
            fold_name(judgement.number + " " + judgement.title) == wanted) {
            return static_cast<JudgementId>(i);
        }
        for (const std::string& alias : judgement.aliases) {
            if (fold_name(alias) == wanted) return static_cast<JudgementId>(i);
        }
    }
    return std::nullopt;
}

}  // namespace stet::framework
