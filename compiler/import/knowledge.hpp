// What the framework lets the importer recognise: grades, judgement titles, section titles.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "compiler/import/draft.hpp"

namespace stet::import {

struct Knowledge {
    std::string framework;            ///< empty where none was recognised
    std::vector<std::string> grades;  ///< keys (key_of), longest first, with plural verb forms
    struct Title {
        std::string key;
        std::size_t judgement = 0;  ///< counts the framework's judgements
    };
    std::vector<Title> titles;                 ///< titles and aliases of judgements, longest first
    std::unordered_set<std::string> sections;  ///< keys of section titles
    std::unordered_set<std::string> parts;     ///< keys of those at the top level
    std::unordered_set<std::string> inner;     ///< keys of those directly in a part
    std::unordered_set<std::string> judged;    ///< keys of those of what is judged
};

/// Chooses the framework and collects its words. Where none is recognised, all frameworks' grades are taken.
Knowledge gather_knowledge(const Draft& draft, std::span<const FrameworkHints> frameworks,
                           std::string_view chosen);

/// Is the text nothing but a grade ("Requires improvement.", "Good ●")?
bool is_grade(const Knowledge& knowledge, std::string_view text);

/// Where a sentence or title states a grade at its end ("... are good", "...: outstanding", "... requires
/// improvement"), the key of that grade. Nothing if there are no words before it.
std::optional<std::string> stated_grade(const Knowledge& knowledge, std::string_view text);

/// The words of `text` that are a judgement's title, as written; the longest title that occurs in it.
struct FoundTitle {
    std::string_view words;
    std::size_t judgement = 0;
};
std::optional<FoundTitle> title_within(const Knowledge& knowledge, std::string_view text);

}  // namespace stet::import
