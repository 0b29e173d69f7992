// Subsets for embedding: only the glyphs that are used, only the tables that PDF viewers read.
#include <hb-ot.h>
#include <hb-subset.h>

#include <cmath>

#include "backends/pdf/fonts_impl.hpp"
#include "backends/pdf/hash.hpp"

namespace stet::pdf {

namespace {

struct SubsetDelete {
    void operator()(hb_subset_input_t* p) const { hb_subset_input_destroy(p); }
    void operator()(hb_subset_plan_t* p) const { hb_subset_plan_destroy(p); }
};

/// Tables that are of no use in a CIDFontType2 (ISO 32000-1, 9.9).
constexpr const char* dropped_tables[] = {"GSUB", "GPOS", "GDEF", "kern", "name", "post", "OS/2", "cmap",
                                          "DSIG", "LTSH", "VDMX", "hdmx", "gasp", "FFTM", "meta", "BASE",
                                          "JSTF", "MATH", "STAT", "PCLT", "Feat", "Glat", "Gloc", "Silf",
                                          "Sill", "TTFA", "prep", "cvt ", "fpgm", "vhea", "vmtx"};

std::string postscript_name(hb_face_t* face) {
    char text[128] = "";
    unsigned size = sizeof text;
    hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, hb_language_from_string("en", -1), &size, text);
    std::string name;
    for (const char* c = text; *c != '\0' && name.size() < 100; ++c) {
        if ((*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z') || (*c >= '0' && *c <= '9') || *c == '-')
            name += *c;
    }
    return name.empty() ? "Font" : name;
}

/// Six capital letters made from the subset's bytes (ISO 32000-1, 9.6.4), so that equal subsets are named
/// alike.
std::string subset_tag(std::string_view bytes) {
    const Digest digest = md5(bytes);
    std::string tag;
    for (std::size_t i = 0; i < 6; ++i) tag += static_cast<char>('A' + digest[i] % 26);
    return tag;
}

/// Font bounding box from the head table, in thousandths of an em.
void read_box(const FontFace& face, float (&box)[4]) {
    const Blob head(hb_face_reference_table(face.face.get(), HB_TAG('h', 'e', 'a', 'd')));
    unsigned size = 0;
    const auto* data = reinterpret_cast<const std::uint8_t*>(hb_blob_get_data(head.get(), &size));
    if (size < 44) return;
    for (std::size_t i = 0; i < 4; ++i) {
        const auto value = static_cast<std::int16_t>(data[36 + 2 * i] << 8U | data[37 + 2 * i]);
        box[i] = std::round(static_cast<float>(value) * face.scale);
    }
}

bool is_fixed_pitch(hb_font_t* font) {
    hb_codepoint_t narrow = 0;
    hb_codepoint_t wide = 0;
    return hb_font_get_nominal_glyph(font, 'i', &narrow) && hb_font_get_nominal_glyph(font, 'W', &wide) &&
           hb_font_get_glyph_h_advance(font, narrow) == hb_font_get_glyph_h_advance(font, wide);
}

}  // namespace

FontProgram FontSet::subset(FontId id) const {
    FontProgram program;
    const auto& slot = impl_->slots[id];
    if (!slot.face || slot.face->cids.size() <= 1) return program;
    const FontFace& face = *slot.face;
    const std::unique_ptr<hb_subset_input_t, SubsetDelete> input(hb_subset_input_create_or_fail());
    for (const Code& code : face.cids) hb_set_add(hb_subset_input_glyph_set(input.get()), code.glyph);
    hb_subset_input_set_flags(input.get(), static_cast<unsigned>(HB_SUBSET_FLAGS_NO_HINTING) |
                                               static_cast<unsigned>(HB_SUBSET_FLAGS_NOTDEF_OUTLINE));
    for (const char* tag : dropped_tables) {
        hb_set_add(hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG),
                   hb_tag_from_string(tag, 4));
    }
    const std::unique_ptr<hb_subset_plan_t, SubsetDelete> plan(
        hb_subset_plan_create_or_fail(face.face.get(), input.get()));
    if (!plan) return program;
    const std::unique_ptr<hb_face_t, HbDelete> made(hb_subset_plan_execute_or_fail(plan.get()));
    if (!made) return program;
    const Blob blob(hb_face_reference_blob(made.get()));
    unsigned size = 0;
    const char* data = hb_blob_get_data(blob.get(), &size);
    program.bytes.assign(data, size);

    const hb_map_t* renumbered = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
    for (const Code& code : face.cids) {
        hb_codepoint_t glyph = hb_map_get(renumbered, code.glyph);
        if (glyph == HB_MAP_VALUE_INVALID) glyph = 0;
        program.cid_to_gid += static_cast<char>(glyph >> 8U);
        program.cid_to_gid += static_cast<char>(glyph & 255U);
        program.widths.push_back(code.advance);
        program.unicode.push_back(code.text);
    }
    program.name = subset_tag(program.bytes) + "+" + postscript_name(face.face.get());
    program.metrics = metrics_of(face);
    read_box(face, program.box);
    program.italic_angle = hb_style_get_value(face.font.get(), HB_STYLE_TAG_SLANT_ANGLE);
    // A usual estimate of the stem from the weight class; viewers use it only for substitutes.
    const float weight = hb_style_get_value(face.font.get(), HB_STYLE_TAG_WEIGHT) / 65.0F;
    program.stem = 50 + weight * weight;
    program.fixed_pitch = is_fixed_pitch(face.font.get());
    return program;
}

}  // namespace stet::pdf
