// How two lines of one paragraph join: with a space, or within a word that was divided at its hyphen.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/import/draft.hpp"

namespace stet::import {

/// The document's own spelling of compounds decides what a hyphen at the end of a line was.
class Joiner {
  public:
    explicit Joiner(const Draft& draft);

    /// Appends `next` to `text`. True if a hyphen was dropped, so that two words became one.
    bool join(std::string& text, std::string_view next) const;

  private:
    std::vector<std::uint64_t> compounds_;  ///< hashes of "multi-agency"
    std::vector<std::uint64_t> words_;      ///< hashes of "together", only those that a division could make
};

}  // namespace stet::import
