// Shaping with HarfBuzz: faces, fallback, the word cache and the codes that glyphs get in the file.
#include "backends/pdf/fonts.hpp"

#include <hb-ot.h>
#include <hb.h>

#include <deque>
#include <map>
#include <optional>
#include <unordered_map>

#include "backends/pdf/fonts_impl.hpp"
#include "compiler/base/utf8.hpp"

namespace stet::pdf {

namespace {

constexpr std::size_t max_fonts = 200;
constexpr std::size_t max_cids = 65535;
constexpr std::string_view replacement = "\xEF\xBF\xBD";

bool has_table(hb_face_t* face, hb_tag_t tag) {
    const Blob table(hb_face_reference_table(face, tag));
    return hb_blob_get_length(table.get()) > 0;
}

float advance_of(const FontFace& face, std::uint32_t glyph) {
    return static_cast<float>(hb_font_get_glyph_h_advance(face.font.get(), glyph)) * face.scale;
}

/// Marks, joiners and variation selectors stay with the character before them.
bool joins_previous(hb_unicode_funcs_t* unicode, char32_t c) {
    switch (hb_unicode_general_category(unicode, c)) {
        case HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK:
        case HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK:
        case HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK:
        case HB_UNICODE_GENERAL_CATEGORY_FORMAT:
            return true;
        default:
            return false;
    }
}

}  // namespace

std::optional<FontFace> load_face(World& world, const std::string& file, std::string& problem) {
    ShareResult read = world.share_resource("fonts/" + file);
    if (const auto* error = std::get_if<ReadError>(&read)) {
        problem = file + ": " + error->reason;
        return std::nullopt;
    }
    FontFace made;
    made.file = file;
    made.bytes = std::move(std::get<SharedBytes>(read));
    const std::string_view bytes = made.bytes.bytes;
    const Blob blob(hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()), HB_MEMORY_MODE_READONLY,
                                   nullptr, nullptr));
    made.face.reset(hb_face_create(blob.get(), 0));
    if (hb_face_get_glyph_count(made.face.get()) == 0 ||
        !has_table(made.face.get(), HB_TAG('g', 'l', 'y', 'f'))) {
        problem = file + ": not a TrueType font";
        return std::nullopt;
    }
    made.font.reset(hb_font_create(made.face.get()));
    made.scale = 1000.0F / static_cast<float>(hb_face_get_upem(made.face.get()));
    made.cids.push_back({0, {}, advance_of(made, 0)});
    hb_codepoint_t space = 0;
    if (hb_font_get_nominal_glyph(made.font.get(), ' ', &space)) made.space = advance_of(made, space);
    return made;
}

/// Opens the font if that has not been tried; false where it cannot be used.
bool FontSet::Impl::open(FontId id) {
    Slot& slot = slots[id];
    if (!slot.tried) {
        slot.tried = true;
        std::string problem;
        slot.face = load_face(*world, slot.file, problem);
        if (!slot.face) problems.push_back(problem);
    }
    return slot.face.has_value();
}

FontId FontSet::Impl::slot_for(const std::string& file) {
    for (std::size_t i = 0; i < slots.size(); ++i) {
        if (slots[i].file == file) return static_cast<FontId>(i);
    }
    slots.push_back({file, false, std::nullopt, {}});
    return static_cast<FontId>(slots.size() - 1);
}

FontSet::FontSet(World& world, const Theme& theme) : impl_(std::make_unique<Impl>()) {
    impl_->world = &world;
    impl_->buffer.reset(hb_buffer_create());
    for (std::size_t i = 0; i < face_count; ++i) impl_->faces[i] = impl_->slot_for(theme.faces[i]);
    for (const std::string& file : theme.fallback) {
        if (impl_->slots.size() < max_fonts) impl_->chain.push_back(impl_->slot_for(file));
    }
    const auto find_stand_in = [&](const auto& fonts) {
        for (const FontId id : fonts) {
            if (!impl_->stand_in && impl_->open(id)) impl_->stand_in = id;
        }
    };
    find_stand_in(impl_->faces);
    find_stand_in(impl_->chain);
}

FontSet::~FontSet() = default;

const std::vector<std::string>& FontSet::problems() const {
    return impl_->problems;
}
bool FontSet::usable() const {
    return impl_->stand_in.has_value();
}
FontId FontSet::font(Face face) const {
    FontId& id = impl_->faces[static_cast<std::size_t>(face)];
    if (!impl_->open(id) && impl_->stand_in) id = *impl_->stand_in;
    return id;
}
const Word& FontSet::word(WordId id) const {
    return impl_->words[id];
}
void FontSet::forget_words() {
    impl_->words = std::vector<Word>();
    impl_->glyphs = std::vector<Glyph>();
    for (Impl::Slot& slot : impl_->slots) slot.cache.clear();
    impl_->texts.clear();
}
std::size_t FontSet::size() const {
    return impl_->slots.size();
}

std::span<const Glyph> FontSet::glyphs(const Word& word) const {
    return std::span(impl_->glyphs).subspan(word.first_glyph, word.glyph_count);
}

Metrics FontSet::metrics(FontId font) const {
    return metrics_of(*impl_->slots[font].face);
}

Metrics metrics_of(const FontFace& face) {
    const auto metric = [&](hb_ot_metrics_tag_t tag, float otherwise) {
        hb_position_t value = 0;
        return hb_ot_metrics_get_position(face.font.get(), tag, &value)
                   ? static_cast<float>(value) * face.scale
                   : otherwise;
    };
    hb_font_extents_t extents{};
    hb_font_get_h_extents(face.font.get(), &extents);
    return {static_cast<float>(extents.ascender) * face.scale,
            static_cast<float>(extents.descender) * face.scale, metric(HB_OT_METRICS_TAG_CAP_HEIGHT, 700),
            metric(HB_OT_METRICS_TAG_X_HEIGHT, 500)};
}

float FontSet::space(FontId font) const {
    return impl_->slots[font].face->space;
}

/// The code of a glyph that stands for `text`: one glyph may stand for several texts (a hyphen for U+002D and
/// for U+00AD), so codes are given to pairs, in order of first use.
std::uint16_t FontSet::Impl::cid(FontFace& face, std::uint32_t glyph, std::string_view text) {
    const bool plain = text.size() == 1 && static_cast<unsigned char>(text[0]) < face.plain.size();
    std::uint16_t* known = plain ? &face.plain[static_cast<unsigned char>(text[0])] : nullptr;
    if (known != nullptr && *known != 0 && face.cids[*known].glyph == glyph) return *known;
    std::string key(reinterpret_cast<const char*>(&glyph), sizeof glyph);
    key += text;
    const auto [entry, fresh] =
        face.codes.try_emplace(std::move(key), static_cast<std::uint16_t>(face.cids.size()));
    if (!fresh) return entry->second;
    if (face.cids.size() >= max_cids) {
        entry->second = 0;
        return 0;
    }
    face.cids.push_back({glyph, std::string(text), advance_of(face, glyph)});
    if (known != nullptr) *known = entry->second;
    return entry->second;
}

/// What one glyph of a cluster of several stands for by itself: its own character where it has one.
std::string FontSet::Impl::nominal_text(FontFace& face, std::uint32_t glyph, std::string_view cluster) {
    if (face.reverse.empty()) {
        hb_set_t* all = hb_set_create();
        hb_face_collect_unicodes(face.face.get(), all);
        for (hb_codepoint_t c = HB_SET_VALUE_INVALID; hb_set_next(all, &c);) {
            hb_codepoint_t found = 0;
            if (hb_font_get_nominal_glyph(face.font.get(), c, &found)) face.reverse.try_emplace(found, c);
        }
        hb_set_destroy(all);
    }
    const auto found = face.reverse.find(glyph);
    if (found == face.reverse.end()) return std::string(cluster);
    std::string text;
    utf8::append(text, found->second);
    return text;
}

/// Shapes text that the font covers as far as it can; false where a glyph is missing.
bool FontSet::Impl::run_harfbuzz(const FontFace& face, std::string_view text) {
    hb_buffer_clear_contents(buffer.get());
    hb_buffer_set_cluster_level(buffer.get(), HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
    hb_buffer_add_utf8(buffer.get(), text.data(), static_cast<int>(text.size()), 0,
                       static_cast<int>(text.size()));
    hb_buffer_guess_segment_properties(buffer.get());
    hb_buffer_set_language(buffer.get(), hb_language_from_string("en", 2));
    hb_shape(face.font.get(), buffer.get(), nullptr, 0);
    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
    for (unsigned i = 0; i < count; ++i) {
        if (infos[i].codepoint == 0) return false;
    }
    return count > 0;
}

/// Turns what HarfBuzz left in the buffer into a word of that font.
Word FontSet::Impl::collect(FontId id, std::string_view text) {
    FontFace& face = *slots[id].face;
    Word word;
    word.text = text;
    word.font = id;
    word.first_glyph = static_cast<std::uint32_t>(glyphs.size());
    word.rtl = HB_DIRECTION_IS_BACKWARD(hb_buffer_get_direction(buffer.get()));
    word.actual = word.rtl;
    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
    const hb_glyph_position_t* places = hb_buffer_get_glyph_positions(buffer.get(), &count);
    for (unsigned i = 0; i < count;) {
        unsigned end = i + 1;
        while (end < count && infos[end].cluster == infos[i].cluster) ++end;
        const std::size_t begin = infos[i].cluster;
        std::size_t stop = text.size();
        if (word.rtl) {
            if (i > 0) stop = infos[i - 1].cluster;
        } else if (end < count) {
            stop = infos[end].cluster;
        }
        const std::string_view cluster = text.substr(begin, stop - begin);
        word.actual = word.actual || end - i > 1;
        for (unsigned k = i; k < end; ++k) {
            Glyph glyph;
            glyph.cid = end - i > 1
                            ? cid(face, infos[k].codepoint, nominal_text(face, infos[k].codepoint, cluster))
                            : cid(face, infos[k].codepoint, cluster);
            glyph.text_begin = static_cast<std::uint32_t>(begin);
            glyph.text_size = k == i
                                  ? static_cast<std::uint16_t>(std::min<std::size_t>(cluster.size(), 0xFFFF))
                                  : std::uint16_t{0};
            glyph.advance = static_cast<float>(places[k].x_advance) * face.scale;
            glyph.nominal = face.cids[glyph.cid].advance;
            glyph.x = static_cast<float>(places[k].x_offset) * face.scale;
            glyph.y = static_cast<float>(places[k].y_offset) * face.scale;
            word.width += glyph.advance;
            glyphs.push_back(glyph);
        }
        i = end;
    }
    word.glyph_count = static_cast<std::uint32_t>(glyphs.size()) - word.first_glyph;
    return word;
}

bool FontSet::Impl::covers(FontId id, char32_t c) {
    hb_codepoint_t glyph = 0;
    return open(id) && hb_font_get_nominal_glyph(slots[id].face->font.get(), c, &glyph) && glyph != 0;
}

/// The first font of the chain that has the character; none where there is no such font.
std::optional<FontId> FontSet::Impl::font_for(FontId wanted, char32_t c) {
    if (covers(wanted, c)) return wanted;
    const auto known = fallback_of.find(c);
    if (known != fallback_of.end()) return known->second;
    std::optional<FontId> found;
    for (const FontId id : chain) {
        if (!covers(id, c)) continue;
        found = id;
        break;
    }
    fallback_of.emplace(c, found);
    return found;
}

/// Stretches of text that one font can show each.
std::vector<FontSet::Impl::Stretch> FontSet::Impl::stretches(FontId wanted, std::string_view text) {
    std::vector<Stretch> found;
    hb_unicode_funcs_t* unicode = hb_unicode_funcs_get_default();
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded c = utf8::decode(text, at);
        std::optional<FontId> font;
        if (!found.empty() &&
            (joins_previous(unicode, c.point) ||
             (found.back().font && covers(*found.back().font, c.point) && !covers(wanted, c.point)))) {
            font = found.back().font;
        } else {
            font = font_for(wanted, c.point);
        }
        if (found.empty() || found.back().font != font) found.push_back({at, at, font});
        at += c.size;
        found.back().end = at;
    }
    return found;
}

WordId FontSet::Impl::shape_stretches(FontId wanted, std::string_view text) {
    const WordId first = static_cast<WordId>(words.size());
    for (const Stretch& stretch : stretches(wanted, text)) {
        const std::string_view part = text.substr(stretch.begin, stretch.end - stretch.begin);
        if (stretch.font && run_harfbuzz(*slots[*stretch.font].face, part)) {
            words.push_back(collect(*stretch.font, part));
            continue;
        }
        const FontId shown = font_for(wanted, 0xFFFD).value_or(wanted);
        if (!run_harfbuzz(*slots[shown].face, replacement)) run_harfbuzz(*slots[wanted].face, "?");
        Word word = collect(shown, part);
        word.replaced = true;
        word.actual = true;
        words.push_back(word);
    }
    for (WordId id = static_cast<WordId>(words.size()) - 1; id > first; --id) {
        words[id - 1].next = id;
        words[id - 1].width += words[id].width;
        words[id - 1].replaced = words[id - 1].replaced || words[id].replaced;
    }
    return first;
}

WordId FontSet::shape(FontId font, std::string_view text) {
    Impl& impl = *impl_;
    auto& cache = impl.slots[font].cache;
    const auto found = cache.find(text);
    if (found != cache.end()) return found->second;
    impl.texts.emplace_back(text);
    const std::string_view kept = impl.texts.back();
    WordId id = static_cast<WordId>(impl.words.size());
    if (impl.run_harfbuzz(*impl.slots[font].face, kept)) {
        impl.words.push_back(impl.collect(font, kept));
    } else {
        id = impl.shape_stretches(font, kept);
    }
    cache.emplace(kept, id);
    return id;
}

}  // namespace stet::pdf
