// Splitting of running text into folded words.
#include "compiler/model/words.hpp"

#include <algorithm>

#include "compiler/base/utf8.hpp"

namespace stet::model {

namespace {

bool is_word(char32_t c) {
    if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return c >= 0xC0 && !(c >= 0x2000 && c <= 0x206F) && c != 0xFFFC;
}

bool is_apostrophe(char32_t c) {
    return c == '\'' || c == 0x2018 || c == 0x2019;
}

After mark(char32_t c) {
    switch (c) {
        case '.':
        case '!':
        case '?':
            return After::stop;
        case ':':
        case '\t':
            return After::colon;
        case ',':
        case ';':
            return After::comma;
        case '(':
        case ')':
            return After::bracket;
        case 0x2013:
        case 0x2014:
            return After::dash;
        default:
            return After::space;
    }
}

}  // namespace

Words::Words(std::string_view text) {
    folded_.reserve(text.size());  // folding never grows the text, so the views stay valid
    bool open = false;
    bool bracketed = false;
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded c = utf8::decode(text, at);
        const auto place = static_cast<std::uint32_t>(at);
        at += c.size;
        if (is_word(c.point)) {
            const std::size_t start = folded_.size();
            if (c.point < 0x80) {
                const char byte = text[place];
                folded_ += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
            } else {
                folded_ += text.substr(place, c.size);
            }
            if (!open)
                words_.push_back(
                    {std::string_view(folded_.data() + start, 0), place, place, After::space, bracketed});
            open = true;
            WordAt& word = words_.back();
            word.text = {word.text.data(),
                         static_cast<std::size_t>(folded_.data() + folded_.size() - word.text.data())};
            word.end = static_cast<std::uint32_t>(at);
        } else if (!(open && is_apostrophe(c.point))) {
            open = false;
            if (c.point == '(') bracketed = true;
            if (c.point == ')') bracketed = false;
            // The stop in "2.1" ends no sentence.
            const bool inner_stop = c.point == '.' && at < text.size() && text[at] >= '0' && text[at] <= '9';
            if (!words_.empty() && !inner_stop)
                words_.back().after = std::max(words_.back().after, mark(c.point));
        }
    }
    if (!words_.empty()) words_.back().after = After::stop;
}

std::vector<WordRange> sentences(const std::vector<WordAt>& words) {
    std::vector<WordRange> result;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i].after != After::stop) continue;
        result.push_back({begin, i + 1});
        begin = i + 1;
    }
    return result;
}

}  // namespace stet::model
