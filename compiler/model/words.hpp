// The words of a running text with what stands after each, as the search for grade statements reads them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace stet::model {

/// What ends a word: the strongest mark before the next one.
enum class After : std::uint8_t { space, dash, bracket, comma, colon, stop };

struct WordAt {
    std::string_view text;    ///< folded: lower case, no apostrophes
    std::uint32_t begin = 0;  ///< place in the text
    std::uint32_t end = 0;
    After after = After::space;
    bool bracketed = false;  ///< stands in brackets
};

/// A text as words. Not copied or moved: the words point into it.
class Words {
  public:
    explicit Words(std::string_view text);
    Words(const Words&) = delete;
    Words& operator=(const Words&) = delete;
    [[nodiscard]] const std::vector<WordAt>& all() const { return words_; }

  private:
    std::string folded_;
    std::vector<WordAt> words_;
};

/// Half-open range of indices in Words::all().
struct WordRange {
    std::size_t begin = 0;
    std::size_t end = 0;
    [[nodiscard]] bool empty() const { return begin >= end; }
};

/// The sentences: ranges that end with a stop or at the end.
std::vector<WordRange> sentences(const std::vector<WordAt>& words);

}  // namespace stet::model
