// The importer's passes in their order.
#include "compiler/import/import.hpp"

#include <algorithm>
#include <charconv>

#include "compiler/import/blocks.hpp"
#include "compiler/import/contents.hpp"
#include "compiler/import/cover.hpp"
#include "compiler/import/draft.hpp"
#include "compiler/import/hyphens.hpp"
#include "compiler/import/knowledge.hpp"
#include "compiler/import/lines.hpp"
#include "compiler/import/notes.hpp"
#include "compiler/import/people.hpp"
#include "compiler/import/words.hpp"
#include "compiler/import/woven.hpp"
#include "compiler/import/writer.hpp"

namespace stet::import {

Imported import_report(std::string_view text, std::span<const FrameworkHints> frameworks,
                       std::string_view chosen_framework) {
    Imported result;
    if (text.size() > max_bytes) {
        result.too_long = true;
        return result;
    }
    Draft draft;
    read_lines(draft, text);
    if (draft.lines.size() > max_lines) {
        result.too_long = true;
        return result;
    }
    find_furniture(draft);
    restore_hyphens(draft);
    const Knowledge knowledge = gather_knowledge(draft, frameworks, chosen_framework);
    unweave_titles(draft, knowledge);
    find_contents(draft);
    find_notes(draft, knowledge);
    const std::size_t end = cover_end(draft, knowledge);
    find_labels(draft, end);
    find_titles(draft, knowledge, std::min(end, find_judgements(draft, knowledge, end)));
    build_blocks(draft, knowledge);
    find_judgement_headings(draft, knowledge);
    find_people(draft);
    if (knowledge.framework.empty())
        draft.queries.emplace_back("no framework was recognised in this text; name one in the header");

    result.source = write_source(draft, knowledge.framework);
    result.framework = knowledge.framework;
    result.contents_numbered = draft.contents_numbered;
    result.differences = compare_words(draft, result.source);
    result.left_out = std::move(draft.left_out);
    std::stable_sort(result.left_out.begin(), result.left_out.end(),
                     [](const LeftOut& a, const LeftOut& b) { return a.line < b.line; });
    return result;
}

std::vector<PageGoesBack> pages_going_back(const Imported& imported) {
    std::vector<PageGoesBack> out;
    std::uint32_t before = 0;
    if (!imported.contents_numbered) return out;  // which number is whose is not known
    for (const LeftOut& left : imported.left_out) {
        if (left.kind != LeftOut::contents_page) continue;
        std::uint32_t page = 0;
        const char* const end = left.words.data() + left.words.size();
        if (std::from_chars(left.words.data(), end, page).ptr != end) continue;
        if (page < before) out.push_back({left.line, page, before});
        before = page;
    }
    return out;
}

}  // namespace stet::import
