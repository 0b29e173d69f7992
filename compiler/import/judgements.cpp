// The judgements on the cover, as sentences or as rows of a table whose cells may be split over lines.
#include <algorithm>
#include <set>

#include "compiler/import/cover.hpp"
#include "compiler/import/text.hpp"

namespace stet::import {

namespace {

std::string grade_as_written(std::string_view words, std::string_view grade);

/// A stretch of lines that a judgement's parts were read from.
struct Row {
    std::size_t first = 0, title_end = 0;  ///< title from `first` to before `title_end`
    std::size_t grade = 0, last = 0;       ///< grade from `grade` to `last`
    bool one_line = false;                 ///< title and grade share a line, divided by a tab
};

class Finder {
  public:
    Finder(Draft& draft, const Knowledge& knowledge, std::size_t end)
        : draft_(draft), knowledge_(knowledge), end_(end) {}

    std::size_t run() {
        for (std::size_t i = 0; i < end_;) {
            if (!is_text(i)) {
                ++i;
            } else if (const auto rows = titles_above_grades(i); !rows.empty()) {
                for (const Row& row : rows) take_row(row);
                i = rows.back().last + 1;
            } else if (const auto row = row_at(i)) {
                take_row(*row);
                i = row->last + 1;
            } else if (const std::size_t last = sentence_at(i); last != npos) {
                take_sentence(i, last);
                i = last + 1;
            } else {
                ++i;
            }
        }
        take_lone_numbers();
        take_column_heads();
        statements();
        report_repeats();
        return first_;
    }

  private:
    static constexpr std::size_t npos = static_cast<std::size_t>(-1);

    bool is_text(std::size_t i) const { return i < end_ && draft_.lines[i].role == Role::body; }
    bool is_gap(std::size_t i) const { return i < end_ && draft_.lines[i].role != Role::body; }
    std::string_view text(std::size_t i) const { return trim(draft_.lines[i].text); }

    /// Last line of a grade that begins at line `i`; npos if none does.
    std::size_t grade_at(std::size_t i) const {
        std::string words;
        std::size_t found = npos;
        for (std::size_t k = i; k < i + 4 && is_text(k); ++k) {
            words += ' ';
            words += text(k);
            if (is_grade(knowledge_, words)) found = k;
        }
        return found;
    }

    static bool is_row_number(std::string_view line) {
        const auto number = paragraph_number_at(line);
        return number && number->size < line.size();
    }

    /// A row whose title begins at line `i`: a title of up to four lines, perhaps a gap, then a grade.
    std::optional<Row> row_at(std::size_t i) const {
        const auto cells = cells_of(draft_.lines[i].text);
        if (cells.size() == 2 && is_grade(knowledge_, cells[1])) return Row{i, i, i, i, true};
        if (grade_at(i) != npos) return std::nullopt;
        for (std::size_t k = i + 1; k < i + 6 && k < end_; ++k) {
            std::size_t at = k;
            while (at < end_ && at < k + 4 && is_gap(at)) ++at;
            if (is_text(at)) {
                const std::size_t last = grade_at(at);
                if (last != npos && title_fits(i, k))
                    return is_sentence(i, at, last) ? std::nullopt
                                                    : std::optional(Row{i, k, at, last, false});
            }
            if (!is_text(k) || ends_terminal(text(k - 1)) || is_row_number(text(k))) return std::nullopt;
        }
        return std::nullopt;
    }

    bool title_fits(std::size_t first, std::size_t end) const {
        std::size_t size = 0;
        for (std::size_t k = first; k < end; ++k) size += text(k).size();
        const bool starts = starts_upper(text(first)) || is_row_number(text(first));
        // A sentence that only happens to stand above a grade has a stop; a question does not ("Is it
        // safe?").
        return starts && size < 200 && !ends_openly(text(end - 1)) && text(end - 1).back() != '.' &&
               text(end - 1).back() != ':';
    }

    /// "Services in Marlow" / "require improvement to be good": the words run on to a grade that is their
    /// verb.
    bool is_sentence(std::size_t first, std::size_t grade, std::size_t last) const {
        if (is_row_number(text(first)) || !starts_lower(text(grade)) || !is_text(grade - 1)) return false;
        std::string words;
        for (std::size_t k = first; k <= last; ++k) join(words, text(k));
        return stated_grade(knowledge_, words).has_value();
    }

    /// Two or more numbered titles one below another, then as many grades: columns that `pdftotext` read one
    /// after the other. Empty where it is not so.
    std::vector<Row> titles_above_grades(std::size_t i) const {
        std::vector<Row> rows;
        std::size_t at = i;
        while (is_text(at) && is_row_number(text(at)) && rows.size() < 10) {
            Row row;
            row.first = at++;
            while (is_text(at) && at < row.first + 4 && !is_row_number(text(at)) && grade_at(at) == npos)
                ++at;
            row.title_end = at;
            if (!title_fits(row.first, row.title_end)) return {};
            rows.push_back(row);
            while (is_gap(at)) ++at;
        }
        if (rows.size() < 2) return {};
        for (Row& row : rows) {
            while (is_gap(at)) ++at;
            row.last = is_text(at) ? grade_at(at) : npos;
            if (row.last == npos) return {};
            row.grade = at;
            at = row.last + 1;
        }
        return rows;
    }

    void take_row(const Row& row) {
        Judgement judgement;
        judgement.line = draft_.lines[row.first].number;
        std::string title, grade;
        if (row.one_line) {
            const auto cells = cells_of(draft_.lines[row.first].text);
            title = cells[0], grade = cells[1];
            skip_row_number(row.first);
        } else {
            skip_row_number(row.first);
            for (std::size_t k = row.first; k < row.title_end; ++k) join(title, text(k));
            for (std::size_t k = row.grade; k <= row.last; ++k) join(grade, text(k));
        }
        if (const auto number = paragraph_number_at(title); number && number->size < title.size()) {
            title.erase(0, number->size);
        }
        while (!grade.empty() && !is_lower(grade.back()) && !is_upper(grade.back())) grade.pop_back();
        judgement.name = std::move(title);
        judgement.grade = std::move(grade);
        take_lines(row.first, row.title_end);
        take_lines(row.grade, row.last + 1);
        add(std::move(judgement), row.first, row.last, true);
    }

    /// The framework knows the number of a judgement; the source names it by its title.
    void skip_row_number(std::size_t i) {
        const auto number = paragraph_number_at(draft_.lines[i].text);
        if (!number || number->size >= draft_.lines[i].text.size()) return;
        draft_.lines[i].skip = static_cast<std::uint32_t>(number->size);
        draft_.left_out.push_back({draft_.lines[i].number, LeftOut::label, std::string(number->written)});
    }

    static void join(std::string& out, std::string_view more) {
        if (!out.empty() && !out.ends_with('-')) out += ' ';
        out += more;
    }

    /// Last line of a sentence that begins at line `i` and states a grade; npos if there is none.
    std::size_t sentence_at(std::size_t i) const {
        if (!starts_upper(text(i)) || is_row_number(text(i))) return npos;
        if (i > 0 && is_text(i - 1) && !ends_terminal(text(i - 1)) && !taken(i - 1) && !could_end(i - 1))
            return npos;
        std::string words;
        std::size_t found = npos;
        for (std::size_t k = i; k < i + 4 && is_text(k); ++k) {
            if (k > i && (is_row_number(text(k)) || ends_sentence(text(k - 1)))) break;
            if (k > i && starts_upper(text(k)) && (found != npos || could_end(k - 1))) break;
            join(words, text(k));
            if (words.size() > 300) break;
            if (stated_grade(knowledge_, words) && !given_already(words)) found = k;
        }
        return found;
    }

    /// Below a table of judgements, prose speaks again of what the table grades. What names no judgement can
    /// only be the overall one, which stands first.
    bool given_already(std::string_view words) const {
        if (!places_.empty() && !title_within(knowledge_, words)) return true;
        const bool table = std::any_of(places_.begin(), places_.end(), [](const Place& p) { return p.row; });
        return table && given_.contains(judgement_named(words));
    }

    /// A line that ends well before the margin ends what it says.
    bool could_end(std::size_t i) const { return !draft_.wrapped || text(i).size() + 12 < draft_.width; }

    bool taken(std::size_t i) const { return draft_.lines[i].role == Role::cover; }

    void take_sentence(std::size_t first, std::size_t last) {
        Judgement judgement;
        judgement.line = draft_.lines[first].number;
        std::string words;
        for (std::size_t k = first; k <= last; ++k) join(words, text(k));
        const std::string grade = *stated_grade(knowledge_, words);
        const auto title = title_within(knowledge_, words);
        judgement.name = title ? std::string(title->words) : "overall";
        judgement.grade = grade_as_written(words, grade);
        draft_.cover.copies.push_back(judgement.name);
        draft_.cover.copies.push_back(judgement.grade);
        judgement.statement.push_back(std::move(words));
        take_lines(first, last + 1);
        add(std::move(judgement), first, last, false);
    }

    void add(Judgement judgement, std::size_t first, std::size_t last, bool row) {
        first_ = std::min(first_, first);
        places_.push_back({first, last, row});
        given_.insert(judgement_named(judgement.name));
        draft_.cover.judgements.push_back(std::move(judgement));
    }

    void take_lines(std::size_t begin, std::size_t end) {
        for (std::size_t k = begin; k < end; ++k) draft_.lines[k].role = Role::cover;
    }

    std::size_t judgement_named(std::string_view name) const {
        const auto title = title_within(knowledge_, name);
        return title ? title->judgement : npos;
    }

    /// Numbers of rows that `pdftotext` set apart from their titles.
    void take_lone_numbers() {
        if (places_.empty()) return;
        const auto row_number = [&](std::size_t k) {
            const auto number = is_text(k) ? paragraph_number_at(text(k)) : std::nullopt;
            return number && !number->bracket && number->size == text(k).size() && number->major < 10;
        };
        const std::size_t end = places_.back().first;
        for (std::size_t k = places_.front().last; k < end; ++k) {
            if (!row_number(k)) continue;
            draft_.lines[k].role = Role::furniture;
            draft_.left_out.push_back({draft_.lines[k].number, LeftOut::label, std::string(text(k))});
        }
    }

    /// "Judgement" and "Grade" above the first row.
    void take_column_heads() {
        const auto row =
            std::find_if(places_.begin(), places_.end(), [](const Place& place) { return place.row; });
        if (row == places_.end()) return;
        std::vector<std::size_t> heads;
        for (std::size_t k = row->first; k-- > 0 && heads.size() < 2;) {
            if (draft_.lines[k].role == Role::blank) continue;
            const std::string key = key_of(text(k).substr(0, 60));
            const bool head =
                key.find("judgement") != std::string::npos || key.find("judgment") != std::string::npos ||
                key.find("grade") != std::string::npos || key.find("rating") != std::string::npos;
            if (draft_.lines[k].role != Role::body || !head || word_count(text(k)) > 3 ||
                ends_terminal(text(k)))
                break;
            heads.push_back(k);
        }
        for (const std::size_t k : heads) {
            draft_.lines[k].role = Role::furniture;
            draft_.left_out.push_back({draft_.lines[k].number, LeftOut::label, std::string(text(k))});
            first_ = std::min(first_, k);
        }
    }

    /// What stands below a sentence is its statement: up to the next judgement, and after the last one to the
    /// gap. Below a row there is one only where the row is a sentence of its own, without a table around it.
    void statements() {
        for (std::size_t n = 0; n < places_.size(); ++n) {
            const bool last = n + 1 == places_.size();
            const bool alone =
                (n == 0 || !places_[n - 1].row || places_[n].last - places_[n].first <= 1) && last;
            if (places_[n].row && !alone) continue;
            if (places_[n].row && !stands_below(places_[n].last)) continue;
            const std::size_t stop = last ? end_ : places_[n + 1].first;
            std::string paragraph;
            const auto flush = [&] {
                if (!paragraph.empty()) draft_.cover.judgements[n].statement.push_back(std::move(paragraph));
                paragraph.clear();
            };
            for (std::size_t k = places_[n].last + 1; k < stop; ++k) {
                Line& line = draft_.lines[k];
                if (line.role == Role::blank) {
                    flush();
                    if (last) break;
                }
                if (line.role != Role::body) continue;
                const bool goes_on =
                    k > 0 && draft_.wrapped && !(ends_sentence(paragraph) && could_end(k - 1));
                if (!goes_on || (could_end(k - 1) && starts_upper(text(k)))) flush();
                join(paragraph, text(k));
                line.role = Role::cover;
            }
            flush();
        }
    }

    /// Directly below the grade, without a gap, stand words that are about it.
    bool stands_below(std::size_t last) const { return is_text(last + 1); }

    /// Two grades for one judgement are for the editor to settle.
    void report_repeats() {
        std::set<std::string> names;
        for (const Judgement& judgement : draft_.cover.judgements) {
            if (!names.insert(key_of(judgement.name)).second) {
                draft_.queries.push_back("the cover states \"" + judgement.name + "\" more than once");
            }
        }
    }

    struct Place {
        std::size_t first, last;
        bool row;
    };
    Draft& draft_;
    const Knowledge& knowledge_;
    std::size_t end_;
    std::size_t first_ = npos;
    std::vector<Place> places_;
    std::set<std::size_t> given_;  ///< judgements that the cover has graded so far
};

/// The grade's words at the end of a sentence, in its own spelling.
std::string grade_as_written(std::string_view words, std::string_view grade) {
    std::string_view rest = without_closers(words);
    while (!rest.empty() && (rest.back() == '.' || rest.back() == '!')) rest.remove_suffix(1);
    std::size_t at = rest.size();
    for (std::size_t n = word_count(grade); n > 0 && at != std::string_view::npos && at > 0; --n)
        at = rest.find_last_of(' ', at - 1);
    return std::string(at == std::string_view::npos ? rest : rest.substr(at + 1));
}

}  // namespace

void find_judgement_headings(Draft& draft, const Knowledge& knowledge) {
    std::set<std::size_t> known;
    for (const Judgement& judgement : draft.cover.judgements) {
        if (const auto title = title_within(knowledge, judgement.name)) known.insert(title->judgement);
    }
    for (const Block& block : draft.blocks) {
        if (block.kind != Block::heading) continue;
        const auto grade = stated_grade(knowledge, block.text);
        const auto title = title_within(knowledge, block.text);
        if (!grade || !title || !known.insert(title->judgement).second) continue;
        Judgement judgement;
        judgement.name = std::string(title->words);
        judgement.grade = grade_as_written(block.text, *grade);
        judgement.line = block.line;
        draft.cover.copies.push_back(judgement.name);
        draft.cover.copies.push_back(judgement.grade);
        draft.cover.judgements.push_back(std::move(judgement));
    }
}

std::size_t find_judgements(Draft& draft, const Knowledge& knowledge, std::size_t cover_end) {
    if (knowledge.grades.empty()) return draft.lines.size();
    return std::min(Finder(draft, knowledge, cover_end).run(), draft.lines.size());
}

namespace {

std::size_t next_body(const Draft& draft, std::size_t i) {
    while (i < draft.lines.size() && draft.lines[i].role != Role::body) ++i;
    return i;
}

/// The cover's table runs over to the page that begins at line `i`: its next row stands there.
bool goes_on_with_row(const Draft& draft, const Knowledge& knowledge, std::size_t i) {
    const std::size_t first = next_body(draft, i);
    if (first == draft.lines.size() || draft.lines[first].page != draft.lines[i].page) return false;
    const std::string_view text = trim(draft.lines[first].text);
    const auto number = paragraph_number_at(text);
    const auto title = number ? title_within(knowledge, text.substr(number->size)) : std::nullopt;
    return title && title->words.size() == text.size() - number->size;
}

/// A row of the cover's table may have a section's title.
bool stands_above_grade(const Draft& draft, const Knowledge& knowledge, std::size_t i) {
    const std::size_t next = next_body(draft, i + 1);
    return next < draft.lines.size() && next < i + 4 && is_grade(knowledge, draft.lines[next].text);
}

}  // namespace

std::size_t cover_end(const Draft& draft, const Knowledge& knowledge) {
    std::uint32_t pages = 0;  // pages that the cover takes, less one
    for (std::size_t i = 0; i < draft.lines.size(); ++i) {
        const Line& line = draft.lines[i];
        if (draft.paged && line.page > pages) {
            if (!goes_on_with_row(draft, knowledge, i)) return i;
            ++pages;
        }
        if (line.role == Role::contents_title || (!draft.paged && i > 80)) return i;
        const std::string_view text = trim(line.text);
        const bool section =
            line.role == Role::body && text.size() < 120 && knowledge.sections.contains(key_of(text));
        if (section && !stands_above_grade(draft, knowledge, i)) return i;
    }
    return draft.lines.size();
}

}  // namespace stet::import
