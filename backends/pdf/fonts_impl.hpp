// What fonts.cpp and subset.cpp share: HarfBuzz objects with owners, faces and the codes given out.
// Included by those two files only.
#pragma once

#include <hb.h>

#include <array>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "backends/pdf/fonts.hpp"

namespace stet::pdf {

struct HbDelete {
    void operator()(hb_blob_t* p) const { hb_blob_destroy(p); }
    void operator()(hb_face_t* p) const { hb_face_destroy(p); }
    void operator()(hb_font_t* p) const { hb_font_destroy(p); }
    void operator()(hb_buffer_t* p) const { hb_buffer_destroy(p); }
};
using Blob = std::unique_ptr<hb_blob_t, HbDelete>;

/// A glyph together with the text that it stands for.
struct Code {
    std::uint32_t glyph = 0;
    std::string text;
    float advance = 0;
};

struct FontFace {
    std::string file;
    SharedBytes bytes;
    std::unique_ptr<hb_face_t, HbDelete> face;
    std::unique_ptr<hb_font_t, HbDelete> font;
    float scale = 1;    ///< thousandths of an em for one unit of the font
    float space = 250;  ///< advance of a space, in thousandths of an em
    std::vector<Code> cids;
    std::unordered_map<std::string, std::uint16_t> codes;
    std::array<std::uint16_t, 128> plain{};               ///< the latest of each ASCII character; 0 for none
    std::unordered_map<std::uint32_t, char32_t> reverse;  ///< glyph to character, filled when first needed
};

Metrics metrics_of(const FontFace& face);

struct FontSet::Impl {
    struct Slot {
        std::string file;
        bool tried = false;
        std::optional<FontFace> face;
        std::unordered_map<std::string_view, WordId> cache;
    };
    struct Stretch {
        std::size_t begin = 0;
        std::size_t end = 0;
        std::optional<FontId> font;
    };

    World* world = nullptr;
    std::vector<Slot> slots;
    std::array<FontId, face_count> faces{};
    std::vector<FontId> chain;
    std::vector<std::string> problems;
    std::optional<FontId> stand_in;  ///< the first face that opens, for those that do not
    std::unique_ptr<hb_buffer_t, HbDelete> buffer;
    std::deque<std::string> texts;  ///< owns the text of every word
    std::vector<Word> words;
    std::vector<Glyph> glyphs;
    std::unordered_map<char32_t, std::optional<FontId>> fallback_of;

    bool open(FontId id);
    FontId slot_for(const std::string& file);
    std::uint16_t cid(FontFace& face, std::uint32_t glyph, std::string_view text);
    std::string nominal_text(FontFace& face, std::uint32_t glyph, std::string_view cluster);
    bool run_harfbuzz(const FontFace& face, std::string_view text);
    Word collect(FontId id, std::string_view text);
    bool covers(FontId id, char32_t c);
    std::optional<FontId> font_for(FontId wanted, char32_t c);
    std::vector<Stretch> stretches(FontId wanted, std::string_view text);
    WordId shape_stretches(FontId wanted, std::string_view text);
};

}  // namespace stet::pdf
