// Where a figure stands, in words for people: a paragraph, a cell of a table, a section.
#pragma once

#include <string>
#include <unordered_map>

#include "compiler/model/model.hpp"

namespace stet::validators {

class FigurePlaces {
  public:
    explicit FigurePlaces(const model::Report& report);

    /// "paragraph 12" for it and for what stands below it, "Table 2", "a table", the section's title, "before
    /// the first heading" or "front page".
    [[nodiscard]] std::string where(prose::RunId run) const;
    /// What the figure at `at` is said in: its sentence; of a cell, the row's and the column's heading and
    /// the cell ("Under 1, Per cent: 6%").
    [[nodiscard]] std::string context(prose::RunId run, std::uint32_t at) const;

  private:
    struct CellPlace {
        const model::Table* table = nullptr;
        std::string row;
        std::string column;
    };
    void add_table(const model::Table& table);
    [[nodiscard]] std::string section_title(std::optional<model::SectionId> section) const;

    const model::Report& report_;
    std::unordered_map<prose::RunId, CellPlace> cells_;
};

}  // namespace stet::validators
