// Finds what a page carries beside the text: page numbers, running heads and feet.
#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>

#include "compiler/import/lines.hpp"
#include "compiler/import/text.hpp"

namespace stet::import {

namespace {

/// The number in "12", "- 12 -", "[12]", "Page 12", "Page 12 of 30", "12 | Page"; nothing in any other line.
std::optional<std::uint32_t> page_number_in(std::string_view text) {
    text = trim(text);
    if (text.size() > 24) return std::nullopt;
    const std::string key = key_of(text);
    std::string_view rest = key;
    if (rest.empty()) return std::nullopt;
    if (rest.starts_with("page ")) rest.remove_prefix(5);
    if (rest.ends_with(" page")) rest.remove_suffix(5);
    const std::size_t of = rest.find(" of ");
    if (of != std::string_view::npos) {
        if (!bare_number(rest.substr(of + 4))) return std::nullopt;
        rest = rest.substr(0, of);
    }
    if (rest == key && text.find('.') != std::string_view::npos)
        return std::nullopt;  // "12." numbers a paragraph
    if (rest == key && text.find(')') != std::string_view::npos) return std::nullopt;
    if (rest == key && text.find('%') != std::string_view::npos) return std::nullopt;
    return bare_number(rest);
}

void set_aside(Draft& draft, std::size_t index, LeftOut::Kind kind) {
    Line& line = draft.lines[index];
    line.role = Role::furniture;
    draft.left_out.push_back({line.number, kind, std::string(trim(line.text))});
}

/// Indices of the non-blank lines at the head and at the foot of each page.
struct PageEnds {
    std::vector<std::size_t> head, foot;
};

std::vector<PageEnds> page_ends(const Draft& draft, std::size_t depth) {
    std::vector<PageEnds> pages;
    for (std::size_t i = 0; i < draft.lines.size(); ++i) {
        const Line& line = draft.lines[i];
        if (line.page >= pages.size()) pages.resize(line.page + 1);
        if (line.role == Role::blank || line.role == Role::furniture) continue;
        PageEnds& page = pages[line.page];
        if (page.head.size() < depth) page.head.push_back(i);
        page.foot.push_back(i);
        if (page.foot.size() > depth) page.foot.erase(page.foot.begin());
    }
    return pages;
}

/// Page numbers run with the pages, so number minus page is the same on most of them.
void find_page_numbers(Draft& draft) {
    const std::vector<PageEnds> pages = page_ends(draft, 3);
    std::map<std::int64_t, std::size_t> offsets;
    const auto offset_of = [&](std::size_t index) -> std::optional<std::int64_t> {
        const auto number = page_number_in(draft.lines[index].text);
        if (!number) return std::nullopt;
        return static_cast<std::int64_t>(*number) - static_cast<std::int64_t>(draft.lines[index].page);
    };
    for (const PageEnds& page : pages) {
        std::vector<std::int64_t> seen;
        for (const auto* end : {&page.head, &page.foot}) {
            for (const std::size_t index : *end) {
                if (const auto offset = offset_of(index)) seen.push_back(*offset);
            }
        }
        std::sort(seen.begin(), seen.end());
        seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
        for (const std::int64_t offset : seen) ++offsets[offset];
    }
    if (offsets.empty()) return;
    const auto best = std::max_element(offsets.begin(), offsets.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    if (best->second < 2 || best->second * 3 < pages.size()) return;
    for (const PageEnds& page : pages) {
        // The foot first: a note of the same number may stand above it.
        std::vector<std::size_t> order(page.foot.rbegin(), page.foot.rend());
        order.insert(order.end(), page.head.begin(), page.head.end());
        const auto found = std::find_if(order.begin(), order.end(),
                                        [&](std::size_t i) { return offset_of(i) == best->first; });
        if (found != order.end()) set_aside(draft, *found, LeftOut::page_number);
    }
}

/// Without page breaks: numbers that stand alone between blank lines and rise by one, far enough apart.
void find_page_numbers_by_rise(Draft& draft) {
    std::vector<std::size_t> chain, best;
    std::uint32_t expected = 0;
    const auto alone = [&](std::size_t i) {
        const bool before = i == 0 || draft.lines[i - 1].role == Role::blank;
        return before && (i + 1 == draft.lines.size() || draft.lines[i + 1].role == Role::blank);
    };
    for (std::size_t i = 0; i < draft.lines.size(); ++i) {
        if (draft.lines[i].role == Role::blank || !alone(i)) continue;
        const auto number = bare_number(draft.lines[i].text);
        if (!number) continue;
        const bool goes_on = !chain.empty() && *number == expected && i - chain.back() >= 15;
        if (!goes_on && (chain.empty() || *number <= 2)) chain.clear();
        if (goes_on || chain.empty()) chain.push_back(i), expected = *number + 1;
        if (chain.size() > best.size()) best = chain;
    }
    if (best.size() < 3) return;
    for (const std::size_t i : best) set_aside(draft, i, LeftOut::page_number);
}

/// A running head's wording with its digits as '#': the page number in it differs from page to page.
std::string head_key(std::string_view text) {
    std::string key = key_of(text);
    if (std::none_of(key.begin(), key.end(), [](char c) { return is_lower(c); })) return {};
    std::string out;
    for (const char c : key) {
        if (!is_digit(c)) {
            out.push_back(c);
        } else if (out.empty() || out.back() != '#') {
            out.push_back('#');
        }
    }
    return out;
}

/// Pages between two appearances of one head: left and right pages may have different ones.
constexpr std::uint32_t widest_step = 2;

/// The same words at the outermost line of three pages near to each other (the cover aside) are a running
/// head or foot; a heading that some section has at the top of its page recurs, but far apart. True if any
/// were found.
bool find_running_heads(Draft& draft, bool foot) {
    std::unordered_map<std::string, std::vector<std::size_t>> seen;
    for (const PageEnds& page : page_ends(draft, 1)) {
        for (const std::size_t index : foot ? page.foot : page.head) {
            const Line& line = draft.lines[index];
            if ((line.page == 0 && !foot) || line.text.size() > 160) continue;
            std::string key = head_key(line.text);
            if (!key.empty()) seen[std::move(key)].push_back(index);
        }
    }
    // Of two or three pages, all but the cover's are enough.
    const bool short_report = foot && draft.lines.back().page <= 3;
    bool any = false;
    for (const auto& [key, places] : seen) {
        for (std::size_t first = 0, last = 0; first < places.size(); first = last + 1) {
            const auto page = [&draft, &where = places](std::size_t n) { return draft.lines[where[n]].page; };
            for (last = first; last + 1 < places.size() && page(last + 1) - page(last) <= widest_step;)
                ++last;
            if (last - first < (short_report ? 1U : 2U)) continue;
            for (std::size_t n = first; n <= last; ++n) set_aside(draft, places[n], LeftOut::running_head);
            any = true;
        }
    }
    return any;
}

}  // namespace

void find_furniture(Draft& draft) {
    if (!draft.paged) {
        find_page_numbers_by_rise(draft);
        return;
    }
    find_page_numbers(draft);
    // Each round uncovers the line behind the one before.
    for (const bool foot : {false, true}) {
        for (int round = 0; round < 3 && find_running_heads(draft, foot); ++round) {
        }
    }
}

}  // namespace stet::import
