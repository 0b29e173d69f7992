// Headings: which lines are one, and how deep it stands.
#include "compiler/import/headings.hpp"

#include <algorithm>

#include "compiler/import/text.hpp"

namespace stet::import {

namespace {

constexpr std::size_t longest_heading = 200;
constexpr std::size_t most_words = 14;

/// Headings that stand directly above one another.
constexpr int deepest_stack = 3;

/// "Section 2", "Part A", "Annex 1: ..."
bool names_part(std::string_view key) {
    for (const std::string_view word : {"section ", "part ", "chapter ", "annex ", "appendix ", "theme "}) {
        if (!key.starts_with(word)) continue;
        const std::string_view rest = key.substr(word.size());
        const std::size_t end = std::min(rest.find(' '), rest.size());
        if (end <= 3 && end > 0 &&
            (is_digit(rest[0]) || end == 1 ||
             rest.substr(0, end).find_first_not_of("ivx") == std::string_view::npos)) {
            return true;
        }
    }
    return false;
}

/// A heading may add an abbreviation that the contents leave out: "The children board (LSCB)".
std::string_view without_bracket(std::string_view text) {
    const std::size_t open = text.ends_with(')') ? text.rfind('(') : std::string_view::npos;
    return open == std::string_view::npos ? text : trim(text.substr(0, open));
}

/// Ends with letters and digits in one word, as a postcode does.
bool ends_in_code(std::string_view text) {
    const std::string_view word = text.substr(text.find_last_of(' ') + 1);
    return std::any_of(word.begin(), word.end(), is_digit) && std::any_of(word.begin(), word.end(), is_upper);
}

/// Two spellings of one word are one title.
std::string title_key(std::string_view text) {
    std::string key = key_of(text);
    for (std::size_t at = key.find("judgm"); at != std::string::npos; at = key.find("judgm", at + 1))
        key.insert(at + 4, 1, 'e');
    return key;
}

}  // namespace

Headings::Headings(const Draft& draft, const Knowledge& knowledge, const std::vector<TextLine>& lines)
    : draft_(draft), knowledge_(knowledge), lines_(lines) {
    for (const std::string& entry : draft.contents) listed_.insert(title_key(entry));
    for (const std::string& title : knowledge.sections) titles_.insert(title_key(title));
    titles_.insert(listed_.begin(), listed_.end());
    titles_.erase(std::string());
    listed_.erase(std::string());
}

bool Headings::is_title(std::string_view words) const {
    return titles_.contains(title_key(words)) || titles_.contains(title_key(without_bracket(words)));
}

bool Headings::is_listed(std::string_view words) const {
    return listed_.contains(title_key(words)) || listed_.contains(title_key(without_bracket(words)));
}

std::string_view Headings::text(std::size_t at) const {
    return trim(draft_.lines[lines_[at].line].text);
}

std::string Headings::joined(std::size_t first, std::size_t last) const {
    std::string out;
    for (std::size_t at = first; at <= last; ++at) {
        if (!out.empty()) out += ' ';
        out += text(at);
    }
    return out;
}

bool Headings::starts_item(std::size_t at) const {
    return bullet_at(text(at)).size != 0 || paragraph_number_at(text(at)).has_value();
}

bool Headings::ends_block(std::size_t at) const {
    if (at + 1 >= lines_.size() || lines_[at + 1].gap || starts_item(at + 1) || known(at + 1)) return true;
    // A line that ends far from the margin, above one that begins anew.
    const std::string_view below = text(at + 1);
    const std::size_t first_word = std::min(below.find(' '), below.size());
    return draft_.wrapped && starts_upper(below) &&
           (lines_[at].chars + 1 + first_word) * 10 < draft_.width * 7;
}

std::optional<Headings::Match> Headings::known(std::size_t at) const {
    std::optional<Match> best;
    std::string words;
    for (std::size_t last = at; last < lines_.size() && last < at + 4; ++last) {
        if (last > at && (lines_[last].page_break || starts_item(last))) break;
        if (!words.empty()) words += ' ';
        words += text(last);
        if (words.size() > longest_heading) break;
        // Where the words run on, they are more than this title.
        const bool runs_on =
            last + 1 < lines_.size() && !lines_[last + 1].gap && starts_lower(text(last + 1));
        if (!runs_on && is_title(words)) best = Match{last, is_listed(words), true};
    }
    return best;
}

/// "The progress of children looked after is good": a title and its grade, alone in its block.
std::optional<Headings::Match> Headings::states_grade(std::size_t at) const {
    if (!starts_upper(text(at)) || text(at).front() == '(' || starts_item(at)) return std::nullopt;
    std::string words;
    std::optional<Match> best;
    for (std::size_t last = at; last < lines_.size() && last < at + 4; ++last) {
        if (last > at && (lines_[last].gap || starts_item(last) || ends_sentence(words))) break;
        if (best && !starts_lower(text(last)))
            break;  // the grade is stated; another heading or prose follows
        if (!words.empty()) words += ' ';
        words += text(last);
        if (words.size() > longest_heading) break;
        if (ends_block(last) && stated_grade(knowledge_, words) &&
            (lines_[at].gap || is_about_judgement(words)))
            best = Match{last, false, false};
    }
    return best;
}

bool Headings::is_about_judgement(std::string_view words) const {
    if (title_within(knowledge_, words)) return true;
    const std::string key = key_of(words);
    return key.find("judgement") != std::string::npos || key.find("judgment") != std::string::npos ||
           key.find("effectiveness") != std::string::npos;
}

bool Headings::looks_like_heading(std::size_t at, int depth) const {
    const std::string_view words = text(at);
    const std::size_t chars = lines_[at].chars;
    if (words.size() > longest_heading || chars < 3 || !starts_upper(words) || words.front() == '(')
        return false;
    const bool question = words.ends_with('?');
    if ((ends_terminal(words) && !question) || ends_openly(words) || is_grade(knowledge_, words))
        return false;
    if (word_count(words) > most_words || (draft_.wrapped && chars * 20 > draft_.width * 17)) return false;
    if (ends_in_code(words) || words.find('@') != std::string_view::npos ||
        words.find("www.") != std::string_view::npos)
        return false;
    if (words.find('\t') != std::string_view::npos || at + 1 >= lines_.size()) return false;
    const TextLine& next = lines_[at + 1];
    const std::string_view below = text(at + 1);
    if (next.page_break || starts_lower(below)) return false;
    if (words.find(':') != std::string_view::npos && !names_part(key_of(words))) {
        // A label with its value, unless it stands above prose at the top of a page.
        if (!lines_[at].page_break || is_labelled(below) || next.chars * 10 < draft_.width * 6) return false;
    }
    if (starts_item(at + 1) || is_grade(knowledge_, below)) return true;
    const bool apart = at == 0 || lines_[at].gap || lines_[at].page_break;
    if (!draft_.wrapped || next.gap) return (apart || !draft_.wrapped) && leads_to_prose(at + 1, depth);
    // Set solid: the next line's first word would have fitted.
    const std::size_t first_word = std::min(below.find(' '), below.size());
    return (chars + 1 + first_word) * 10 < draft_.width * 9 &&
           (is_labelled(below) || leads_to_prose(at + 1, depth));
}

/// A label above a value ("Local authority", "Marlow Vale") is no heading: below one stands prose, or another
/// heading.
bool Headings::leads_to_prose(std::size_t at, int depth) const {
    const std::string_view words = text(at);
    if (lines_[at].chars * 10 > (draft_.wrapped ? draft_.width : 100) * 6 || ends_terminal(words) ||
        is_labelled(words))
        return true;
    return depth > 0 && looks_like_heading(at, depth - 1);
}

std::optional<Headings::Match> Headings::find_set_solid(std::size_t at) const {
    if (const auto match = known(at)) return match;
    if (text(at).size() > longest_heading) return std::nullopt;
    if (const auto match = states_grade(at); match && is_about_judgement(joined(at, match->last)))
        return match;
    const bool above_list = at + 1 < lines_.size() && !lines_[at + 1].page_break &&
                            (starts_item(at + 1) || is_labelled(text(at + 1)));
    if (above_list && word_count(text(at)) <= 8 && looks_like_heading(at, deepest_stack))
        return Match{at, false, false};
    return std::nullopt;
}

std::optional<Headings::Match> Headings::find(std::size_t at) const {
    if (text(at).size() > longest_heading) return std::nullopt;
    if (const auto match = known(at)) return match;
    if (const auto match = states_grade(at)) return match;
    if (looks_like_heading(at, deepest_stack)) return Match{at, false, false};
    return std::nullopt;
}

std::optional<std::size_t> Headings::short_lines(std::size_t at) const {
    std::size_t last = at;
    for (std::size_t k = at; k < lines_.size(); ++k) {
        const bool first = k == at;
        if (!first && (lines_[k].gap || lines_[k].page_break)) break;
        if (starts_item(k) || ends_terminal(text(k)) || lines_[k].chars > 45 || is_title(text(k))) break;
        if (!first && starts_lower(text(k)) && text(k).find('@') == std::string_view::npos) break;
        if (k == at + 1 && !is_labelled(text(at)) && is_labelled(text(k)))
            break;  // a heading above a list of labels
        if (k > at + 30) break;
        last = k;
    }
    // Set solid above prose they are headings, one below another.
    const bool above_prose = last + 1 < lines_.size() && !lines_[last + 1].gap &&
                             !lines_[last + 1].page_break && lines_[last + 1].chars * 10 > draft_.width * 6 &&
                             starts_upper(text(last + 1));
    if (last < at + 2 || (above_prose && last <= at + 3)) return std::nullopt;
    return last;
}

void set_levels(Draft& draft, const Knowledge& knowledge) {
    const bool judged_listed =
        std::any_of(draft.contents.begin(), draft.contents.end(),
                    [&](const std::string& entry) { return knowledge.judged.contains(key_of(entry)); });
    std::vector<Block*> headings;
    for (std::size_t i = 0; i < draft.blocks.size(); ++i) {
        Block& block = draft.blocks[i];
        if (block.kind != Block::heading) continue;
        const std::string key = key_of(block.text);
        block.known =
            block.known || knowledge.inner.contains(key) || (judged_listed && knowledge.judged.contains(key));
        block.stacked = i + 1 < draft.blocks.size() && draft.blocks[i + 1].kind == Block::heading;
        headings.push_back(&block);
    }
    // A part has its title once: where the title recurs it heads a paragraph about the part.
    std::unordered_set<const Block*> parts_found;
    std::unordered_set<std::string> part_titles;
    const Block* above = nullptr;
    for (const Block* heading : headings) {
        const std::string key = key_of(heading->text);
        // "The authority - Summary of findings" names a part and its first section in one.
        std::string title = key_of(heading->text.substr(0, heading->text.find(" - ")));
        if (!knowledge.parts.contains(title)) title = key_of(without_bracket(heading->text));
        const bool titled = knowledge.parts.contains(title) && part_titles.insert(title).second;
        // Directly below a part's heading its title stands for what it judges.
        const bool below_part =
            !parts_found.empty() && above != nullptr && above->stacked && parts_found.contains(above);
        if (names_part(key) || (titled && !below_part)) parts_found.insert(heading);
        above = heading;
    }
    const auto is_part = [&](const Block& block) { return parts_found.contains(&block); };
    const bool parts = !parts_found.empty();
    const auto names_part_again = [&](const Block& block) {
        return !is_part(block) && part_titles.contains(key_of(without_bracket(block.text)));
    };
    const auto is_judged = [&](const Block& block) { return knowledge.judged.contains(key_of(block.text)); };
    const bool any_known =
        std::any_of(headings.begin(), headings.end(), [](const Block* h) { return h->known; });
    bool within = false;  // a part has begun
    bool judged = false;  // a heading stands above those of what is judged
    int known = 0;        // level of the last heading that the contents know
    int minor = 1;        // level of the headings that they do not know
    for (std::size_t i = 0; i < headings.size(); ++i) {
        Block& h = *headings[i];
        const bool directly_below = i > 0 && headings[i - 1]->stacked;
        if (h.level != 0) {  // written as Markdown
            known = h.level, minor = std::min(4, known + 1);
        } else if (is_part(h)) {
            h.level = known = 1, minor = 2, within = true, judged = false;
        } else if (h.known) {
            // The next heading that the contents know may stand below others, all without text between.
            std::size_t k = i;
            while (k + 1 < headings.size() && headings[k]->stacked && (k == i || !headings[k]->known)) ++k;
            const bool contains = k > i && headings[k]->known && (!parts || names_part_again(*headings[k]));
            const bool below_part = directly_below && headings[i - 1]->level == 1;
            within = within || (contains && !below_part);
            judged = (judged && is_judged(h)) || (i > 0 && is_judged(h) && directly_below &&
                                                  knowledge.inner.contains(key_of(headings[i - 1]->text)));
            h.level = !within || (contains && !below_part) ? 1 : judged ? 3 : 2;
            known = h.level, minor = known + 1;
        } else if (directly_below && !headings[i - 1]->known && !is_part(*headings[i - 1])) {
            h.level = minor = std::min(4, headings[i - 1]->level + 1);
        } else {
            // Without contents a heading at the top of a page is taken to begin a part.
            const bool contains = h.stacked && i + 1 < headings.size() && !headings[i + 1]->known;
            if (contains || (!any_known && h.page_top)) minor = std::min(4, known + 1);
            h.level = minor;
        }
    }
}

}  // namespace stet::import
