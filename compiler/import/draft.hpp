// The importer's working state: the lines of the text with the role each was found to play, and the blocks
// made of them.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/import/import.hpp"

namespace stet::import {

/// Marks inside line text. Cleaning removes every control character, so these cannot occur in the input.
namespace mark {
inline constexpr char note_open = '\x01';  ///< followed by the note's number and `note_close`
inline constexpr char note_close = '\x02';
inline constexpr char strong = '\x03';    ///< toggles
inline constexpr char emphasis = '\x04';  ///< toggles
inline constexpr char cut = '\x05';       ///< soft hyphen at the end of a line: the word goes on
inline constexpr char new_line = '\x06';  ///< a line break to keep inside a block
}  // namespace mark

enum class Role : std::uint8_t {
    body,
    blank,
    furniture,       ///< page number, running head, label: accounted for in `left_out`
    cover,           ///< became header or judgements
    contents_title,  ///< the word "Contents"
    contents,
    note_number,  ///< a note's number alone on a line
    note,         ///< text of a note
    table,        ///< a cell of a table that `pdftotext` set one cell a paragraph
};

/// One line of cleaned text.
struct Line {
    std::string_view text;     ///< trimmed at the end, with marks
    std::uint32_t number = 0;  ///< line of the input, from 1
    std::uint32_t page = 0;    ///< from 0
    std::uint32_t skip = 0;    ///< bytes at the start that stand for markup or a label (bullet glyph, key)
    std::uint32_t drop = 0;    ///< bytes at the end that are furniture (a contents page number)
    Role role = Role::body;
    bool page_top = false;  ///< first line after a form feed
    bool merges = false;    ///< its last word goes on in the next line without its hyphen
};

struct Note {
    std::string number;
    std::string text;
    std::uint32_t line = 0;
    bool marked = false;  ///< a mark for it was found in the text
};

struct Block {
    enum Kind : std::uint8_t { heading, numbered, paragraph, bullet, table, contents, editor_note, restart };
    Kind kind = paragraph;
    int level = 0;          ///< heading: 1 to 4; bullet: nesting from 0
    bool known = false;     ///< heading: stands in the contents, or directly in a part of the framework
    bool page_top = false;  ///< heading: first on its page
    bool stacked = false;   ///< heading: another heading follows with no text between
    std::string number;     ///< numbered: as written, without a final dot
    std::string text;       ///< with marks; table: rows divided by new_line marks, cells by tabs
    std::uint32_t line = 0;
};

struct Judgement {
    std::string name;
    std::string grade;
    std::vector<std::string> statement;
    std::uint32_t line = 0;
};

struct Cover {
    std::string title, also, subject, inspected, published, lead, team;
    std::vector<Judgement> judgements;
    std::vector<std::string> copies;  ///< words that the source states once more than the text does
};

struct Draft {
    std::string clean;                ///< what the lines view
    std::deque<std::string> spliced;  ///< lines that were rewritten with marks
    std::vector<Line> lines;
    bool wrapped = false;   ///< lines end where the page's width ends, not where a paragraph does
    std::size_t width = 0;  ///< characters of a full line, if wrapped
    bool paged = false;     ///< the text has form feeds
    Cover cover;
    std::vector<std::string> contents;  ///< entries as written
    std::size_t contents_at =
        0;  ///< index of the line with the contents title; lines.size() if there is none
    bool contents_numbered = false;  ///< each of them stood with its page number
    std::vector<Note> notes;
    std::vector<Block> blocks;
    std::vector<LeftOut> left_out;
    std::vector<std::string> queries;  ///< remarks for the editor that belong to the whole report
};

}  // namespace stet::import
