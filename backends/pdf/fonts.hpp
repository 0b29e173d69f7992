// Fonts: shaping with a word cache, metrics, and the subsets that are embedded at the end.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "backends/pdf/theme.hpp"
#include "compiler/base/world.hpp"

namespace stet::pdf {

using FontId = std::uint16_t;
using WordId = std::uint32_t;
constexpr WordId no_word = 0xFFFFFFFF;

/// One glyph; lengths in thousandths of an em.
struct Glyph {
    std::uint16_t cid = 0;         ///< code in the content stream
    std::uint16_t text_size = 0;   ///< bytes of the cluster's text; 0 on a glyph that continues a cluster
    std::uint32_t text_begin = 0;  ///< in Word::text
    float advance = 0;
    float nominal = 0;  ///< advance that the font file gives to the code
    float x = 0;
    float y = 0;
};

/// A shaped stretch without a break opportunity. Stretches in another font follow as `next`.
struct Word {
    std::string_view text;
    std::uint32_t first_glyph = 0;
    std::uint32_t glyph_count = 0;
    WordId next = no_word;
    FontId font = 0;
    float width = 0;        ///< of this stretch and all that follow it, in thousandths of an em
    bool rtl = false;       ///< right to left
    bool replaced = false;  ///< no font has the character: U+FFFD is shown in its place
    bool actual = false;    ///< what a reader copies differs from the glyphs one by one: needs ActualText
};

/// In thousandths of an em, above the baseline positive.
struct Metrics {
    float ascent = 0;
    float descent = 0;
    float cap_height = 0;
    float x_height = 0;
};

/// What the writer needs to embed one font: a TrueType subset whose glyphs are addressed by CID.
struct FontProgram {
    std::string name;  ///< with subset tag
    std::string bytes;
    std::string cid_to_gid;  ///< two bytes a CID
    std::vector<float> widths;
    std::vector<std::string> unicode;  ///< UTF-8 text of each CID; empty for CID 0
    Metrics metrics;
    float box[4] = {};
    float italic_angle = 0;
    float stem = 80;
    bool fixed_pitch = false;
};

/// The fonts of one document. Each distinct word is shaped once a font. Not for use by several threads.
class FontSet {
  public:
    FontSet(World& world, const Theme& theme);
    ~FontSet();
    FontSet(const FontSet&) = delete;
    FontSet& operator=(const FontSet&) = delete;

    /// Files that could not be read or are no usable TrueType fonts, with the reason; a face that is
    /// missing is replaced by the next usable one. `usable` is false where there is none at all.
    [[nodiscard]] const std::vector<std::string>& problems() const;
    [[nodiscard]] bool usable() const;

    [[nodiscard]] FontId font(Face face) const;
    /// Shapes NFC text that holds no white space but possibly is one space.
    WordId shape(FontId font, std::string_view text);
    [[nodiscard]] const Word& word(WordId id) const;
    /// All words that were shaped go; the fonts and their codes stay.
    void forget_words();
    [[nodiscard]] std::span<const Glyph> glyphs(const Word& word) const;
    [[nodiscard]] Metrics metrics(FontId font) const;
    /// Width of the word space in thousandths of an em.
    [[nodiscard]] float space(FontId font) const;
    [[nodiscard]] std::size_t size() const;

    /// Subset of one font with every CID given out so far; empty bytes where it was never used.
    FontProgram subset(FontId font) const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace stet::pdf
