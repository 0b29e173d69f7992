// Files that a report includes.
#pragma once

#include <string>
#include <vector>

#include "compiler/base/sources.hpp"
#include "compiler/base/world.hpp"
#include "grammar/context.hpp"

namespace stet::grammar {

/// Reads included files in place and keeps the limits on them. One object serves one report.
class Includes {
  public:
    Includes(Sources& sources, World& world, FileId report);

    /// The blocks of the file that `@include` names, or none where it is refused or cannot be read (said at
    /// the name). Running texts of the file are numbered on from those of `includer`.
    ast::Blocks read(Context& includer, const ast::Word& name, std::uint32_t depth);

  private:
    /// The path as the World knows it; empty where it is refused.
    std::string checked_path(Context& includer, const ast::Word& name) const;

    Sources& sources_;
    World& world_;
    std::string folder_;             ///< of the report, as messages show it
    std::vector<std::string> open_;  ///< from the report down to the file that is being read
    std::size_t bytes_ = 0;
    std::size_t files_ = 0;
};

}  // namespace stet::grammar
