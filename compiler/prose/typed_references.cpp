#include "compiler/prose/typed_references.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "compiler/base/ascii.hpp"

namespace stet::prose {

namespace {

class Finder {
  public:
    explicit Finder(std::string_view text) : text_(text) {}

    std::vector<TypedReference> run() {
        constexpr std::size_t shortest = 4;  // "para"
        for (std::size_t at = 0; at + shortest <= text_.size(); ++at) {
            const char c = text_[at];
            const bool starts = (c == 'p' || c == 'P' || c == 'T' || c == 'F') &&
                                (at == 0 || !ascii::alphanumeric(text_[at - 1]));
            if (starts) at = std::max(at, after_label(at) - 1);
        }
        return std::move(found_);
    }

  private:
    /// Reads the label at `at` and the numbers behind it; returns where to go on.
    std::size_t after_label(std::size_t at) {
        std::size_t end = at;
        while (end < text_.size() && ascii::letter(text_[end])) ++end;
        const auto kind = kind_of(text_.substr(at, end - at));
        if (!kind) return end;
        const std::size_t first = found_.size();
        for (std::size_t next = skip_space(end); next > end && number(next);) {
            end = found_.back().end;
            next = after_joint(end);
        }
        const bool elsewhere = names_another(end);
        for (std::size_t i = first; i < found_.size(); ++i) {
            found_[i].elsewhere = elsewhere;
            found_[i].kind = *kind;
        }
        return end;
    }

    static std::optional<TypedReference::Kind> kind_of(std::string_view word) {
        if (word == "Table" || word == "Tables") return TypedReference::Kind::table;
        if (word == "Figure" || word == "Figures") return TypedReference::Kind::figure;
        for (const std::string_view label : {"paragraph", "paragraphs", "para", "paras"}) {
            if (ascii::equal_ignoring_case(word, label)) return TypedReference::Kind::paragraph;
        }
        return std::nullopt;
    }

    bool number(std::size_t at) {
        std::size_t end = at;
        while (end < text_.size() &&
               (ascii::digit(text_[end]) ||
                (text_[end] == '.' && end > at && end + 1 < text_.size() && ascii::digit(text_[end + 1]))))
            ++end;
        const bool is_number = end > at && (end == text_.size() || !ascii::letter(text_[end]));
        if (is_number) {
            found_.push_back({});
            found_.back().begin = static_cast<std::uint32_t>(at);
            found_.back().end = static_cast<std::uint32_t>(end);
        }
        return is_number;
    }

    std::size_t after_joint(std::size_t end) const {
        constexpr std::array<std::string_view, 5> joints = {"and", "to", "or", "\u2013", "-"};
        std::size_t at = skip_space(end);
        if (text_.substr(at, 1) == ",") at = skip_space(at + 1);
        for (const std::string_view joint : joints) {
            if (text_.substr(at).starts_with(joint)) return skip_space(at + joint.size());
        }
        return at;
    }

    /// "of the guidance", "in the last report", "(2) of Schedule 1".
    [[nodiscard]] bool names_another(std::size_t end) const {
        if (text_.substr(end, 1) == "(") return true;
        const std::string_view rest = text_.substr(skip_space(end));
        return rest.starts_with("of ") || rest.starts_with("in the ") || rest.starts_with("of\n");
    }

    [[nodiscard]] std::size_t skip_space(std::size_t at) const {
        while (at < text_.size()) {
            if (text_[at] == ' ' || text_[at] == '\n' || text_[at] == '\r' || text_[at] == '\t')
                ++at;
            else if (text_.substr(at, 2) == "\u00A0")
                at += 2;
            else
                break;
        }
        return at;
    }

    std::string_view text_;
    std::vector<TypedReference> found_;
};

}  // namespace

std::vector<TypedReference> find_typed_references(std::string_view text) {
    return Finder(text).run();
}

}  // namespace stet::prose
