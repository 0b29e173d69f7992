// Places where a word may be hyphenated, by libhyphen and a pattern file.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "compiler/base/world.hpp"

namespace stet::pdf {

class Hyphenator {
  public:
    /// Loads the patterns for a language tag such as "en-GB"; without them no word has hyphenation points.
    Hyphenator(World& world, std::string_view language);
    ~Hyphenator();
    Hyphenator(const Hyphenator&) = delete;
    Hyphenator& operator=(const Hyphenator&) = delete;

    /// Byte offsets inside `word` before which a hyphen may be put, rising; at least two letters stand before
    /// and three after. Only words of ASCII letters are divided.
    [[nodiscard]] std::vector<std::uint16_t> points(std::string_view word) const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace stet::pdf
