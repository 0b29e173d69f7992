// From publication to bytes: theme, fonts, layout, writer.
#include "backends/pdf/pdf.hpp"

#include <malloc.h>

#include "backends/pdf/dump.hpp"
#include "backends/pdf/layout.hpp"
#include "backends/pdf/metadata.hpp"
#include "backends/pdf/resources.hpp"
#include "backends/pdf/writer.hpp"
#include "compiler/base/catalogue.hpp"

namespace stet::pdf {

namespace {

/// The theme's logo is decoded before the cover needs it; a bad one is left out.
void read_logo(Setter& setter) {
    const std::string& file = setter.theme.logo;
    if (file.empty()) return;
    std::uint32_t index = none;
    const ReadResult read = setter.world.read(file);
    if (const auto* error = std::get_if<ReadError>(&read)) {
        setter.diagnostics.add({}, diag::image_unreadable, file, error->reason);
    } else if (auto decoded = decode_image(std::get<std::string>(read));
               std::holds_alternative<ImageData>(decoded)) {
        index = static_cast<std::uint32_t>(setter.galley.images.size());
        setter.galley.images.push_back(std::move(std::get<ImageData>(decoded)));
    } else {
        setter.diagnostics.add({}, diag::image_damaged, file, std::get<ImageError>(decoded).reason);
    }
    setter.images.emplace(file, index);
}

/// What both outputs need; `use` gets the setter ready for layout.
template <class Use>
void with_setter(const publication::Publication& publication, const Options& options, World& world,
                 Diagnostics& diagnostics, const Use& use) {
    std::optional<Theme> theme = read_theme(world, options.theme, diagnostics);
    if (!theme) return;
    theme = fit_theme(std::move(*theme), options);
    FontSet fonts(world, *theme);
    const auto report_fonts = [&] {
        for (const std::string& problem : fonts.problems()) diagnostics.add({}, diag::font_unusable, problem);
    };
    if (!fonts.usable()) {
        report_fonts();
        diagnostics.add({}, diag::resource_missing, "fonts", "no usable font at all");
        return;
    }
    std::optional<Hyphenator> hyphenator;
    if (options.justify) hyphenator.emplace(world, publication.language);
    Galley galley;
    const PageSize size = page_size(options.paper);
    Setter setter{
        publication, options,     *theme,     world,      fonts, hyphenator ? &*hyphenator : nullptr,
        galley,      diagnostics, size.width, size.height};
    read_logo(setter);
    use(setter);
    report_fonts();  // a face is opened when it is first used
}

}  // namespace

Outcome write(publication::Publication publication, const Options& options, World& world, const Sink& sink) {
    Outcome outcome;
    const std::optional<std::string> profile = read_resource(world, "icc/sRGB.icc", outcome.diagnostics);
    if (!profile) return outcome;
    with_setter(publication, options, world, outcome.diagnostics, [&](Setter& setter) {
        Writer writer(setter.fonts, setter.galley, options.threads);
        const Metadata metadata = metadata_of(publication, options);
        setter.spent = &publication;
        outcome.pages = lay_out(setter, [&](Page&& page) { writer.add_page(page); });
        const bool is_long = publication.body.size() >= long_body;
        publication = publication::Publication();
        setter.galley.names = {};
        setter.fonts.forget_words();
        if (is_long) malloc_trim(0);
        outcome.whole = writer.finish(metadata, *profile, sink);
        if (!writer.error().empty()) outcome.diagnostics.add({}, diag::pdf_failed, writer.error());
    });
    return outcome;
}

Result write(publication::Publication publication, const Options& options, World& world) {
    Result result;
    static_cast<Outcome&>(result) =
        write(std::move(publication), options, world, [&](std::string_view bytes) {
            result.bytes += bytes;
            return true;
        });
    if (!result.whole) result.bytes.clear();
    return result;
}

std::string dump_layout(const publication::Publication& publication, const Options& options, World& world) {
    Diagnostics diagnostics;
    std::string structure;
    std::vector<std::string> pages;
    with_setter(publication, options, world, diagnostics, [&](Setter& setter) {
        lay_out(setter, [&](Page&& page) {
            if (pages.size() <= page.index) pages.resize(page.index + 1);
            pages[page.index] = dump_page(page, setter.fonts, setter.galley);
        });
        structure = dump_structure(setter.galley.structure);
    });
    std::string out;
    for (const std::string& page : pages) out += page;
    out += structure;
    for (const Diagnostic& d : diagnostics.all()) out += std::string(d.info->code) + " " + d.message + "\n";
    return out;
}

}  // namespace stet::pdf
