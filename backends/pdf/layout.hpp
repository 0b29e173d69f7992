// The whole layout: a publication to pages, handed out one by one.
#pragma once

#include "backends/pdf/paginate.hpp"
#include "backends/pdf/setter.hpp"

namespace stet::pdf {

/// Lays the publication out. Pages come in order, save that the contents, which need all page numbers, come
/// last; `Page::index` tells where a page belongs. Returns the number of pages.
std::uint32_t lay_out(Setter& setter, const PageSink& sink);

/// Page size in points.
struct PageSize {
    float width = 0;
    float height = 0;
};
PageSize page_size(Paper paper);

/// The theme changed as the options ask: large print, room for remarks, narrow paper.
Theme fit_theme(Theme theme, const Options& options);

}  // namespace stet::pdf
