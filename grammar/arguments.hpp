// What follows the name of a directive or a fact: items between commas, quoted text, attributes.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "grammar/context.hpp"

namespace stet::grammar {

/// `words "quoted"`: one item of a list of arguments; either part may be absent.
struct Argument {
    Span span;
    ast::Word words;   ///< before the quotation, trimmed
    ast::Word quoted;  ///< without its marks
    bool has_quoted = false;
};

/// Items are separated by a comma that white space follows (so `63,200` is one item), outside quotations and
/// brackets. Attributes such as `{#id}` stand last.
struct Arguments {
    std::vector<Argument> items;
    std::vector<ast::Brace> attributes;
};
Arguments read_arguments(Context& context, const Slices& slices);

/// The words of one key of a list of options, and its value.
struct OptionKey {
    std::string_view name;
    bool takes_value = true;
};
using OptionKeys = std::span<const OptionKey>;

/// The option that an item gives, if its words begin with one of the keys. Reports a missing value.
std::optional<ast::FactOption> read_option(Context& context, const Argument& item, OptionKeys keys);
/// Adds the option that the item gives, or reports that it gives none or one that is there already.
void add_option(Context& context, const Argument& item, OptionKeys keys,
                std::vector<ast::FactOption>& options);

/// The parts of `slices` within [begin, end).
Slices part_of(const Slices& slices, std::uint32_t begin, std::uint32_t end);

/// The quotation of an item as a running text.
ast::RunningText read_title(Context& context, const Slices& slices, const Argument& item,
                            std::vector<ast::Brace>& attributes);

}  // namespace stet::grammar
