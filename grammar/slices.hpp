// A text that lies in several lines: a cursor over its parts and the PEGTL rule that steps between them.
//
// Included by grammar .cpp files only.
#pragma once

#include <algorithm>
#include <tao/pegtl.hpp>
#include <tao/pegtl/contrib/analyze.hpp>

#include "grammar/context.hpp"

namespace stet::grammar {

using Input = tao::pegtl::memory_input<tao::pegtl::tracking_mode::lazy, tao::pegtl::eol::lf, const char*>;

inline Input input(std::string_view text) {
    return {text.data(), text.data() + text.size(), ""};
}

/// State of a grammar that reads slices. The slices must not be empty.
class SliceCursor {
  public:
    SliceCursor(Context& context, const Slices& slices) : context_(context), slices_(slices) {}

    /// Moves to the slice that holds `at` (or ends there); cheap where `at` is near the last place.
    void seek(std::uint32_t at) {
        while (slice_ > 0 && slices_[slice_].begin > at) --slice_;
        while (slice_ + 1 < slices_.size() && slices_[slice_].end < at) ++slice_;
    }
    [[nodiscard]] std::uint32_t slice_begin() const { return slices_[slice_].begin; }
    [[nodiscard]] std::uint32_t slice_end() const { return slices_[slice_].end; }
    /// Where reading goes on after the end of the slice, or `at` itself where nothing follows.
    [[nodiscard]] std::uint32_t next_slice(std::uint32_t at) {
        seek(at);
        return at == slice_end() && slice_ + 1 < slices_.size() ? slices_[slice_ + 1].begin : at;
    }
    [[nodiscard]] Context& context() const { return context_; }
    [[nodiscard]] std::uint32_t offset(const char* at) const { return context_.offset({at, 0}); }
    [[nodiscard]] Input all() const {
        return input(context_.view(slices_.front().begin, slices_.back().end));
    }

  private:
    Context& context_;
    const Slices& slices_;
    std::size_t slice_ = 0;
};

/// The way from the end of one slice to the start of the next: line end, indent, comments.
struct between {
    using rule_t = between;
    using subs_t = tao::pegtl::empty_list;
    template <tao::pegtl::apply_mode, tao::pegtl::rewind_mode, template <class...> class,
              template <class...> class, class In>
    static bool match(In& in, SliceCursor& cursor) {
        const std::uint32_t at = cursor.offset(in.current());
        const std::uint32_t next = cursor.next_slice(at);
        in.bump(next - at);
        return next > at;
    }
};

}  // namespace stet::grammar

namespace tao::pegtl {
template <class Name>
struct analyze_traits<Name, stet::grammar::between> : analyze_any_traits<> {};
}  // namespace tao::pegtl
