// Headings, paragraphs and lists, made from lines: what begins where, and which lines go on.
#include "compiler/import/blocks.hpp"

#include <algorithm>
#include <map>

#include "compiler/base/name_list.hpp"
#include "compiler/base/utf8.hpp"
#include "compiler/import/headings.hpp"
#include "compiler/import/joins.hpp"
#include "compiler/import/numbering.hpp"
#include "compiler/import/tables.hpp"
#include "compiler/import/text.hpp"

namespace stet::import {

namespace {

std::vector<TextLine> text_lines(const Draft& draft) {
    std::vector<TextLine> out;
    bool gap = true;
    std::uint32_t page = 0;
    for (std::size_t i = 0; i < draft.lines.size(); ++i) {
        const Line& line = draft.lines[i];
        if (line.role != Role::body) {
            gap = true;
            continue;
        }
        out.push_back({i, gap, !out.empty() && line.page != page, utf8::count(trim(line.text))});
        gap = false, page = line.page;
    }
    return out;
}

/// Bullets nest by glyph: a glyph that first appears inside a list is deeper than those around it.
class Nesting {
  public:
    void close() { stack_.clear(); }

    /// `leads_in`: the bullet above ends with a colon, so another glyph stands below it.
    int level_of(std::uint64_t glyph, bool leads_in) {
        const auto open = std::find(stack_.begin(), stack_.end(), glyph);
        if (open != stack_.end()) {
            stack_.erase(open + 1, stack_.end());
        } else {
            const int deepest = stack_.empty() ? -1 : ranks_[stack_.back()];
            int& rank = ranks_.try_emplace(glyph, deepest + 1).first->second;
            if (leads_in) rank = std::max(rank, deepest + 1);
            while (!stack_.empty() && ranks_[stack_.back()] >= rank) stack_.pop_back();
            if (stack_.size() < 4) stack_.push_back(glyph);
        }
        return static_cast<int>(stack_.size()) - 1;
    }

  private:
    std::map<std::uint64_t, int> ranks_;
    std::vector<std::uint64_t> stack_;
};

class Builder {
  public:
    Builder(Draft& draft, const Knowledge& knowledge)
        : draft_(draft),
          knowledge_(knowledge),
          lines_(text_lines(draft)),
          headings_(draft, knowledge, lines_),
          joiner_(draft) {
        learn_widths();
    }

    void run() {
        for (std::size_t at = 0; at < lines_.size();) {
            place_contents(lines_[at].line);
            at = take(at);
        }
        place_contents(draft_.lines.size());
        set_levels(draft_, knowledge_);
    }

  private:
    Line& line(std::size_t at) { return draft_.lines[lines_[at].line]; }
    std::string_view text(std::size_t at) const { return trim(draft_.lines[lines_[at].line].text); }
    Block* open() { return open_ && !draft_.blocks.empty() ? &draft_.blocks.back() : nullptr; }

    Block& begin(Block::Kind kind, std::size_t at, std::string words) {
        Block block;
        block.kind = kind;
        block.text = std::move(words);
        block.line = line(at).number;
        draft_.blocks.push_back(std::move(block));
        open_ = true;
        longest_ = 0, own_lines_ = 0;
        count_line(at);
        if (kind != Block::bullet) nesting_.close();
        return draft_.blocks.back();
    }

    void count_line(std::size_t at) {
        longest_ = std::max(longest_, lines_[at].chars);
        ++own_lines_;
    }

    void place_contents(std::size_t before) {
        if (contents_placed_ || draft_.contents.empty() || draft_.contents_at >= before) return;
        contents_placed_ = true;
        Block block;
        block.kind = Block::contents;
        block.line = draft_.lines[draft_.contents_at].number;
        draft_.blocks.push_back(std::move(block));
        open_ = false;
        nesting_.close();
    }

    /// Takes the block or the line that begins at `at`; gives the next one.
    std::size_t take(std::size_t at) {
        if (const Block* block = open(); block != nullptr && names_wait(*block, at)) {
            take_text(at);
            return at + 1;
        }
        const bool fresh = may_begin(at);
        if (fresh) {
            if (const auto table = table_at(draft_, knowledge_, lines_, at)) {
                begin(Block::table, at, table->rows);
                open_ = false;
                return table->last + 1;
            }
            if (const auto heading = heading_at(at)) return take_heading(at, *heading);
        } else if (const Block* block = open();
                   block != nullptr && ends_terminal(block->text) && bullet_at(text(at)).size == 0) {
            if (const auto heading = headings_.find_set_solid(at)) return take_heading(at, *heading);
            if (const auto last = headings_.short_lines(at); last && *last >= at + 3)
                return take_short_lines(at, *last);
        }
        if (take_numbered(at, fresh) || take_bullet(at, fresh)) return at + 1;
        if (fresh) {
            if (const auto last = headings_.short_lines(at)) return take_short_lines(at, *last);
        }
        take_text(at);
        return at + 1;
    }

    /// May a block begin here? Not where the sentence above plainly goes on.
    bool may_begin(std::size_t at) {
        const Block* block = open();
        if (block == nullptr || block->kind == Block::heading) return true;
        if (block->text.empty()) return false;  // a number or bullet that waits for its words
        const bool apart = lines_[at].gap || lines_[at].page_break;
        if (ends_openly(block->text) && !(lines_[at].gap && starts_upper(text(at)) && is_short(at)))
            return false;
        if (ends_terminal(block->text)) return apart || !draft_.wrapped || is_short(at);
        if (!draft_.wrapped) return !starts_lower(text(at));
        return is_short(at) || (lines_[at].gap && !starts_lower(text(at)) && block->kind != Block::numbered);
    }

    /// Did the line above `at` end although the first word of line `at` would have fitted? Characters differ
    /// in width, so only a clear case counts; the clearer, the fewer lines of the block show its width.
    bool is_short(std::size_t at) const {
        const Block* block = open_ && !draft_.blocks.empty() ? &draft_.blocks.back() : nullptr;
        const bool item =
            block != nullptr && (block->kind == Block::bullet || block->kind == Block::numbered);
        return is_short(at, item ? 82 : 94);
    }

    bool is_short(std::size_t at, std::size_t percent) const {
        if (at == 0) return true;
        const std::size_t width =
            own_lines_ >= 3 ? std::min(longest_, width_here_ + width_here_ / 16) : width_here_;
        const std::string_view words = text(at);
        const std::size_t first_word = std::min(words.find(' '), words.size());
        return (lines_[at - 1].chars + 1 + first_word) * 100 < width * percent;
    }

    std::optional<Headings::Match> heading_at(std::size_t at) {
        if (bullet_at(text(at)).size != 0) return std::nullopt;
        auto match = headings_.find(at);
        if (!match) return std::nullopt;
        const Block* block = open();
        // Below an unfinished sentence only a heading that the contents know is sure.
        const bool unfinished = block != nullptr && block->kind != Block::heading &&
                                block->kind != Block::bullet && !ends_terminal(block->text) &&
                                !lines_[at].gap;
        if (unfinished && !match->sure) return std::nullopt;
        if (!match->sure && headings_.short_lines(at)) return std::nullopt;
        return match;
    }

    std::size_t take_heading(std::size_t at, const Headings::Match& match) {
        std::string words;
        int level = 0;
        std::string_view first = text(at);
        while (level < 4 && first.starts_with('#')) first.remove_prefix(1), ++level;
        words = trim(first);
        for (std::size_t k = at + 1; k <= match.last; ++k) join(words, k);
        // A heading and, below it, a table's cell with the same words.
        if (level == 0 && open() != nullptr && open()->kind == Block::heading &&
            key_of(open()->text) == key_of(words)) {
            begin(Block::paragraph, at, std::move(words));
            open_ = false;
            return match.last + 1;
        }
        Block& block = begin(Block::heading, at, std::move(words));
        block.known = match.known;
        block.level = level;
        block.page_top = lines_[at].page_break;
        return match.last + 1;
    }

    bool take_numbered(std::size_t at, bool fresh) {
        auto number = paragraph_number_at(text(at));
        if (!number) number = number_without_stop(at);
        if (!number) return false;
        const Block* block = open();
        // A number or a bullet that waits for its words gets none if the next number comes first.
        const bool waits = block != nullptr && block->text.empty();
        if (waits && !numbering_.is_next(*number)) return false;
        // A lead-in may end openly ("... because"); a line that runs to the margin may go on with a number
        // and so does not begin a paragraph. A number alone on its line does.
        const bool alone = number->size == text(at).size();
        const bool apart =
            alone || lines_[at].gap || lines_[at].page_break || !draft_.wrapped || is_short(at);
        const bool unfinished =
            block != nullptr && block->kind != Block::heading && ends_openly(block->text) && !apart;
        const bool after_heading = block == nullptr || block->kind == Block::heading;
        const bool anew = after_heading && number->major == 1 && !number->minor && numbering_.last() > 1 &&
                          next_number(at) == 2;
        if (!numbering_.accept(*number, {fresh || apart, after_heading, alone, unfinished})) return false;
        if (waits && block->kind == Block::bullet) draft_.blocks.pop_back();
        if (anew) begin(Block::restart, at, {});
        const std::string_view rest = text(at).substr(number->size);
        Block& begun = begin(Block::numbered, at, std::string(rest));
        begun.number = number->written;
        width_here_ = draft_.width;
        return true;
    }

    /// "34" alone on its line where paragraph 34 is due and 35 follows: its stop was lost.
    std::optional<ParagraphNumber> number_without_stop(std::size_t at) const {
        const auto bare = bare_number(text(at));
        if (!bare || numbering_.last() == 0 || *bare != numbering_.last() + 1 || next_number(at) != *bare + 1)
            return std::nullopt;
        ParagraphNumber number;
        number.size = text(at).size();
        number.major = *bare;
        number.written = text(at);
        return number;
    }

    /// The next paragraph number below line `at`; 0 if none is near.
    std::uint32_t next_number(std::size_t at) const {
        constexpr std::size_t reach = 200;
        for (std::size_t k = at + 1; k < lines_.size() && k < at + reach; ++k) {
            if (const auto number = paragraph_number_at(text(k));
                number && !number->minor && !number->bracket)
                return number->major;
        }
        return 0;
    }

    bool take_bullet(std::size_t at, bool fresh) {
        const std::string_view raw = line(at).text;
        Bullet bullet = bullet_at(raw);
        if (bullet.size == 0) bullet = lone_dash(at);
        if (bullet.size == 0) return false;
        Block* block = open();
        if (block != nullptr && block->text.empty()) return false;
        const std::uint64_t glyph = glyph_key(raw, bullet.glyph);
        const bool dash = is_dash(bullet.glyph);
        // A dash may also stand in a sentence that the line's end divides.
        // Horizontal bars and minus signs are bullets only; "-", "–" and "—" stand in sentences too.
        const bool common = bullet.glyph == U'-' || bullet.glyph == U'–' || bullet.glyph == U'—';
        const bool list_goes_on = block != nullptr && block->kind == Block::bullet && glyph == last_glyph_ &&
                                  (!common || is_short(at, 94));
        if (dash && !fresh && !list_goes_on && !(block != nullptr && ends_terminal(block->text)))
            return false;
        const bool inside = block != nullptr && block->kind == Block::numbered && !ends_sentence(block->text);
        const bool inside_still = block != nullptr && block->kind == Block::bullet && block->number == "in";
        line(at).skip = static_cast<std::uint32_t>(bullet.size);
        const bool leads_in = block != nullptr && block->kind == Block::bullet && block->text.ends_with(':');
        const int level = nesting_.level_of(glyph, leads_in);
        last_glyph_ = glyph;
        Block& begun = begin(Block::bullet, at, std::string(trim(raw.substr(bullet.size))));
        begun.level = level;
        if (inside || inside_still) begun.number = "in";
        width_here_ = width_of(glyph);
        return true;
    }

    /// A dash alone on its line below a colon, or in a list of its kind: its words stand on the next line.
    Bullet lone_dash(std::size_t at) {
        const Block* block = open();
        const std::string_view raw = line(at).text;
        const utf8::Decoded d = utf8::decode(text(at), 0);
        if (block == nullptr || d.size != text(at).size() || !is_dash(d.point)) return {};
        const bool list = block->kind == Block::bullet && glyph_key(raw, d.point) == last_glyph_;
        return list || block->text.ends_with(':') ? Bullet{raw.size(), d.point} : Bullet{};
    }

    /// ASCII bullets nest by their indent.
    static std::uint64_t glyph_key(std::string_view raw, char32_t glyph) {
        const std::size_t indent = std::min<std::size_t>(raw.find_first_not_of(" \t"), 40);
        return glyph < 0x80 ? (static_cast<std::uint64_t>(indent) << 32U) | glyph : glyph;
    }

    /// The first lines of bullets that go on show how wide the text beside a glyph is set. A few lines are
    /// too long because two were joined, so the widest do not count.
    void learn_widths() {
        std::map<std::uint64_t, std::vector<std::size_t>> seen;
        for (std::size_t at = 0; at + 1 < lines_.size(); ++at) {
            if (lines_[at + 1].gap || !starts_lower(text(at + 1))) continue;
            const std::string_view raw = line(at).text;
            const Bullet bullet = bullet_at(raw);
            if (bullet.size != 0) seen[glyph_key(raw, bullet.glyph)].push_back(lines_[at].chars);
        }
        for (auto& [glyph, lengths] : seen) {
            const auto nth = lengths.begin() + static_cast<std::ptrdiff_t>((lengths.size() - 1) * 85 / 100);
            std::nth_element(lengths.begin(), nth, lengths.end());
            widths_[glyph] = *nth;
        }
        width_here_ = draft_.width;
    }

    std::size_t width_of(std::uint64_t glyph) const {
        const auto found = widths_.find(glyph);
        return found == widths_.end() ? draft_.width : found->second;
    }

    std::size_t take_short_lines(std::size_t at, std::size_t last) {
        std::string words(text(at));
        for (std::size_t k = at + 1; k <= last; ++k) {
            words += mark::new_line;
            words += text(k);
        }
        begin(Block::paragraph, at, std::move(words));
        open_ = false;
        return last + 1;
    }

    void join(std::string& words, std::size_t at) {
        if (joiner_.join(words, text(at)) && lines_[at].line > 0)
            draft_.lines[lines_[at - 1].line].merges = true;
    }

    void take_text(std::size_t at) {
        Block* block = open();
        if (block == nullptr || block->kind == Block::heading || !goes_on(*block, at)) {
            begin(Block::paragraph, at, std::string(text(at)));
            width_here_ = draft_.width;
            return;
        }
        join(block->text, at);
        count_line(at);
    }

    /// "Lead inspector:" on a line, the name on the next.
    bool names_wait(const Block& block, std::size_t at) const {
        if (block.kind != Block::paragraph || block.text.size() > 40 || !block.text.ends_with(':') ||
            word_count(block.text) > 4 || lines_[at].page_break || headings_.short_lines(at))
            return false;  // several lines keep their breaks
        const NameList list = read_name_list(text(at));
        return list.end == text(at).size() && !list.names.empty() &&
               word_count(text(at).substr(list.names.front().begin,
                                          list.names.front().end - list.names.front().begin)) >= 2;
    }

    bool goes_on(const Block& block, std::size_t at) const {
        if (block.text.empty() || names_wait(block, at)) return true;
        const TextLine& here = lines_[at];
        const bool lower = starts_lower(text(at));
        const bool unfinished = !ends_terminal(block.text);
        if (block.kind == Block::paragraph && is_labelled(block.text) && starts_upper(text(at)) &&
            !ends_openly(block.text) && (is_labelled(text(at)) || here.gap || here.page_break))
            return false;  // the next of several labels, or what stands below them
        if (ends_openly(block.text) || (lower && unfinished)) return true;
        if (without_closers(block.text).ends_with(';') && (!here.gap || here.page_break)) return true;
        if (!draft_.wrapped) return unfinished && block.kind == Block::numbered;
        // "Of this number:" between a bullet and those below it is the bullet's.
        const bool leads_in =
            text(at).ends_with(':') && at + 1 < lines_.size() && bullet_at(text(at + 1)).size != 0;
        if (block.kind == Block::bullet && leads_in && !here.gap) return true;
        if (!here.gap && !here.page_break) {
            const bool may_end = starts_upper(text(at)) || ends_terminal(block.text);
            return lower || ends_with_colon(block) || !may_end || !is_short(at);
        }
        if (here.page_break) {
            if (unfinished) return block.kind == Block::numbered || !is_short(at);
            return !lower && !ends_with_colon(block) && !is_short(at);
        }
        return unfinished && block.kind == Block::numbered;
    }

    static bool ends_with_colon(const Block& block) {
        const std::string_view words = without_closers(block.text);
        return block.kind == Block::bullet && !words.empty() && (words.back() == ':');
    }

    Draft& draft_;
    const Knowledge& knowledge_;
    std::vector<TextLine> lines_;
    Headings headings_;
    Joiner joiner_;
    Numbering numbering_;
    Nesting nesting_;
    std::map<std::uint64_t, std::size_t> widths_;
    std::uint64_t last_glyph_ = 0;
    std::size_t longest_ = 0, own_lines_ = 0, width_here_ = 0;
    bool open_ = false, contents_placed_ = false;
};

}  // namespace

void build_blocks(Draft& draft, const Knowledge& knowledge) {
    Builder(draft, knowledge).run();
}

}  // namespace stet::import
