// Writes a draft as Stet source in canonical form.
#include "compiler/import/writer.hpp"

#include <algorithm>

#include "compiler/base/utf8.hpp"
#include "compiler/import/text.hpp"

namespace stet::import {

namespace {

bool opens_after(std::string_view before) {
    if (before.empty()) return true;
    const char last = before.back();
    if (last == ' ' || last == '\n' || last == '(' || last == '[' || last == '"' || last == '\'') return true;
    return before.ends_with("“") || before.ends_with("‘") || before.ends_with("–") || before.ends_with("—");
}

/// What the language would take for the start of a block or for a comment, at the start of a line.
bool starts_markup(std::string_view text) {
    if (text.empty()) return false;
    const char first = text.front();
    if (first == '#' || first == '>' || first == '|' || text.starts_with("//")) return true;
    if (first == '@') return text.size() > 1 && (is_lower(text[1]) || is_upper(text[1]));
    return first == '-' && (text.size() == 1 || text[1] == ' ');
}

/// Turns text with marks into inline markup; everything else stands for itself.
class InlineWriter {
  public:
    explicit InlineWriter(std::string_view text, bool in_cell = false) : text_(text), in_cell_(in_cell) {
        strong_ = std::count(text.begin(), text.end(), mark::strong) % 2 == 0;
        emphasis_ = std::count(text.begin(), text.end(), mark::emphasis) % 2 == 0;
    }

    std::string run(std::string_view indent) {
        line_start(0);
        for (std::size_t at = 0; at < text_.size(); ++at) put(at, indent);
        while (!out_.empty() && out_.back() == ' ') out_.pop_back();
        return std::move(out_);
    }

  private:
    char next(std::size_t at) const { return at + 1 < text_.size() ? text_[at + 1] : ' '; }

    void line_start(std::size_t at) {
        const std::string_view rest = text_.substr(at);
        if (starts_markup(rest)) {
            out_ += '\\';
        } else if (const auto number = paragraph_number_at(rest.substr(0, 12)); number && !number->bracket) {
            escape_at_ = at + rest.find('.');  // "12\. words"
        }
    }

    void put(std::size_t at, std::string_view indent) {
        const char c = text_[at];
        switch (c) {
            case mark::note_open:
                out_ += "[^";
                break;
            case mark::note_close:
                out_ += ']';
                break;
            case mark::strong:
                toggle(strong_, strong_open_, '*', at);
                break;
            case mark::emphasis:
                toggle(emphasis_, emphasis_open_, '_', at);
                break;
            case mark::cut:
                break;
            case mark::new_line:
                out_ += "\\\n";
                out_ += indent;
                line_start(at + 1);
                break;
            case ' ':
            case '\t':
                if (!out_.empty() && out_.back() != ' ' && out_.back() != '\n') out_ += ' ';
                break;
            case '\\':
            case '{':
            case '}':
                out_ += '\\', out_ += c;
                break;
            case '*':
            case '_':
                escape_if(opens_after(out_) && next(at) != ' ', c);
                break;
            case '[':
                escape_if(next(at) == '^', c);
                break;
            case ']':
                escape_if(next(at) == '(', c);
                break;
            case '|':
                escape_if(in_cell_, c);
                break;
            case '.':
                escape_if(at == escape_at_, c);
                break;
            default:
                out_ += c;
        }
    }

    void escape_if(bool acts, char c) {
        if (acts) out_ += '\\';
        out_ += c;
    }

    /// An opener must stand at the start of a word, else both marks are dropped.
    void toggle(bool balanced, int& open, char c, std::size_t at) {
        if (!balanced) return;
        if (open == 0) {
            open = opens_after(out_) && next(at) != ' ' ? 1 : 2;
            if (open == 1) out_ += c;
        } else {
            if (open == 1) out_ += c;
            open = 0;
        }
    }

    std::string_view text_;
    std::string out_;
    std::size_t escape_at_ = std::string_view::npos;
    int strong_open_ = 0, emphasis_open_ = 0;  ///< 0: closed, 1: open, 2: open but not written
    bool strong_ = true, emphasis_ = true, in_cell_ = false;
};

std::string inline_text(std::string_view text, std::string_view indent = {}) {
    return InlineWriter(text).run(indent);
}

class Writer {
  public:
    explicit Writer(const Draft& draft) : draft_(draft) {}

    std::string run(std::string_view framework) {
        header(framework);
        judgements();
        for (const std::string& query : draft_.queries) {
            out_ += "\n@note for editor: " + inline_text(query) + '\n';
        }
        for (std::size_t i = 0; i < draft_.blocks.size(); ++i) block(i);
        if (!draft_.notes.empty()) out_ += '\n';
        for (const Note& note : draft_.notes)
            out_ += "[^" + note.number + "]: " + inline_text(note.text) + '\n';
        return std::move(out_);
    }

  private:
    void field(std::string_view key, std::string_view value) {
        if (value.empty()) return;
        out_ += key;
        out_ += ": ";
        out_ += inline_text(value);
        out_ += '\n';
    }

    void header(std::string_view framework) {
        const Cover& cover = draft_.cover;
        field("framework", framework);
        field("title", cover.title);
        field("also", cover.also);
        field("subject", cover.subject);
        field("inspected", cover.inspected);
        field("published", cover.published);
        field("lead inspector", cover.lead);
        field("team", cover.team);
        if (!framework.empty()) field("standard wording", "no");  // a published report says all that it says
    }

    void judgements() {
        if (draft_.cover.judgements.empty()) return;
        std::size_t width = 0;
        for (const Judgement& j : draft_.cover.judgements)
            width = std::max(width, utf8::count(inline_text(j.name)));
        out_ += "\n@judgements\n";
        for (const Judgement& j : draft_.cover.judgements) {
            const std::string name = inline_text(j.name);
            out_ +=
                "  " + name + std::string(width - utf8::count(name) + 2, ' ') + inline_text(j.grade) + '\n';
            for (std::size_t i = 0; i < j.statement.size(); ++i) {
                const std::string words = inline_text(j.statement[i], "    ");
                // Lines of one statement run on: what has no stop of its own keeps its break.
                const bool breaks = i + 1 < j.statement.size() && !words.empty() &&
                                    std::string_view(".:;?!").find(words.back()) == std::string_view::npos;
                out_ += "    " + words + (breaks ? "\\\n" : "\n");
            }
        }
    }

    void block(std::size_t i) {
        const Block& b = draft_.blocks[i];
        const bool list_goes_on =
            b.kind == Block::bullet && i > 0 && draft_.blocks[i - 1].kind == Block::bullet;
        if (!list_goes_on) out_ += '\n';
        switch (b.kind) {
            case Block::heading:
                out_ += std::string(static_cast<std::size_t>(std::clamp(b.level, 1, 4)), '#') + ' ' +
                        inline_text(b.text) + '\n';
                break;
            case Block::numbered:
                out_ += b.number + (b.number.find('.') == std::string::npos ? ". " : " ") +
                        inline_text(b.text, "   ") + '\n';
                break;
            case Block::bullet:
                bullet(b);
                break;
            case Block::table:
                table(b.text);
                break;
            case Block::contents:
                contents();
                break;
            case Block::editor_note:
                out_ += "@note for editor: " + inline_text(b.text) + '\n';
                break;
            case Block::paragraph:
                out_ += inline_text(b.text) + '\n';
                break;
            case Block::restart:
                out_ += "@restart\n";
                break;
        }
    }

    void bullet(const Block& b) {
        const std::size_t indent = 2 * static_cast<std::size_t>(b.level) + (b.number.empty() ? 0U : 2U);
        out_ += std::string(indent, ' ') + "- " + inline_text(b.text, std::string(indent + 2, ' ')) + '\n';
    }

    void contents() {
        out_ += "@contents\n";
        for (const std::string& entry : draft_.contents) out_ += "  " + inline_text(entry) + '\n';
    }

    void table(std::string_view rows) {
        bool head = true;
        while (!rows.empty()) {
            const std::size_t end = std::min(rows.find(mark::new_line), rows.size());
            std::string_view row = rows.substr(0, end);
            rows.remove_prefix(std::min(end + 1, rows.size()));
            std::size_t columns = 0;
            out_ += '|';
            for (bool more = true; more; ++columns) {
                const std::size_t tab = row.find('\t');
                out_ += ' ' + InlineWriter(row.substr(0, tab), true).run({}) + " |";
                more = tab != std::string_view::npos;
                if (more) row.remove_prefix(tab + 1);
            }
            out_ += '\n';
            for (std::size_t c = 0; head && c < columns; ++c) out_ += c == 0 ? "|---|" : "---|";
            if (head) out_ += '\n';
            head = false;
        }
    }

    const Draft& draft_;
    std::string out_;
};

}  // namespace

std::string write_source(const Draft& draft, std::string_view framework) {
    std::string source = Writer(draft).run(framework);
    return source.empty() ? "\n" : source;
}

}  // namespace stet::import
