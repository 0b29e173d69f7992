// The inspectors whom the running text names, for the header.
#include "compiler/import/people.hpp"

#include "compiler/base/name_list.hpp"
#include "compiler/import/text.hpp"

namespace stet::import {

namespace {

constexpr std::size_t longest_label = 24;
constexpr std::size_t longest_list = 2000;

void copy(Cover& cover, std::string& field, std::string_view names) {
    names = trim(names.substr(0, read_name_list(names).end));
    while (!names.empty() && names.back() == ',') names.remove_suffix(1);
    while (!names.empty() && names.back() == '.') names.remove_suffix(1);
    if (!field.empty() || names.empty()) return;
    field = std::string(names);
    cover.copies.push_back(field);
}

}  // namespace

void find_people(Draft& draft) {
    for (const Block& block : draft.blocks) {
        if (block.kind != Block::paragraph || block.text.size() > longest_list) continue;
        std::string_view rest = block.text;
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find(mark::new_line), rest.size());
            const std::string_view line = rest.substr(0, end);
            rest.remove_prefix(std::min(end + 1, rest.size()));
            const std::size_t colon = line.find(':');
            if (colon == std::string_view::npos || colon > longest_label) continue;
            const std::string label = key_of(line.substr(0, colon));
            if (label == "lead inspector") copy(draft.cover, draft.cover.lead, line.substr(colon + 1));
            if (label == "team inspectors" || label == "team inspector")
                copy(draft.cover, draft.cover.team, line.substr(colon + 1));
        }
    }
}

}  // namespace stet::import
