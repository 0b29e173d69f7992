// Sentences that say which grade something has, read word by word; whose grade it is, is for the caller.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "compiler/framework/framework.hpp"
#include "compiler/model/words.hpp"

namespace stet::model {

/// The grades in all their forms, and the retired words that are no grades.
class GradeLexicon {
  public:
    explicit GradeLexicon(const framework::Framework& framework);

    struct Match {
        std::size_t length = 0;  ///< in words; 0 for none
        framework::GradeId grade = 0;
        bool retired = false;
    };
    /// The longest form that starts at word `at`, within `sentence`.
    [[nodiscard]] Match match(const std::vector<WordAt>& words, std::size_t at, std::size_t end) const;
    /// False where no grade can stand in the text: a quick look.
    [[nodiscard]] bool may_hold(std::string_view text) const;

  private:
    struct Form {
        std::vector<std::string> words;
        framework::GradeId grade = 0;
        bool retired = false;
    };
    void add(std::string_view form, framework::GradeId grade, bool retired);

    std::unordered_map<std::string, std::vector<Form>> forms_;  ///< by first word, longest first
    std::vector<std::string> stems_;                            ///< of first words without the first letter
};

/// "SUBJECT is GRADE" and its like.
struct GradePhrase {
    WordRange subject;  ///< without article; empty where the sentence begins with the grade
    WordRange grade;
    framework::GradeId id = 0;
    bool retired = false;
    bool not_reached = false;  ///< "is not yet good"
    bool cited = false;        ///< "the graded judgement for SUBJECT is GRADE"
    bool verbless = false;     ///< nothing but a colon, a dash or nothing stands between subject and grade
};

/// The statements of one sentence. Only the present tense counts ("was judged good" speaks of another
/// inspection), and the grade must end its clause ("is good at listening" is no grade).
std::vector<GradePhrase> grade_phrases(const std::vector<WordAt>& words, WordRange sentence,
                                       const GradeLexicon& lexicon);

}  // namespace stet::model
