// Hyphenation by libhyphen.
#include "backends/pdf/hyphenate.hpp"

#include <hyphen.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace stet::pdf {

struct Hyphenator::Impl {
    HyphenDict* dictionary = nullptr;
};

Hyphenator::Hyphenator(World& world, std::string_view language) : impl_(std::make_unique<Impl>()) {
    std::string name(language);
    std::replace(name.begin(), name.end(), '-', '_');
    ReadResult read = world.read_resource("dictionaries/hyph_" + name + ".dic");
    auto* patterns = std::get_if<std::string>(&read);
    if (patterns == nullptr || patterns->empty()) return;
    FILE* stream = fmemopen(patterns->data(), patterns->size(), "r");
    if (stream == nullptr) return;
    impl_->dictionary = hnj_hyphen_load_file(stream);
    std::fclose(stream);
}

Hyphenator::~Hyphenator() {
    if (impl_->dictionary != nullptr) hnj_hyphen_free(impl_->dictionary);
}

std::vector<std::uint16_t> Hyphenator::points(std::string_view word) const {
    std::vector<std::uint16_t> found;
    constexpr std::size_t shortest = 6;
    constexpr std::size_t longest = 60;
    if (impl_->dictionary == nullptr || word.size() < shortest || word.size() > longest) return found;
    std::string lower;
    for (const char c : word) {
        if ((c < 'a' || c > 'z') && (c < 'A' || c > 'Z')) return found;
        lower += static_cast<char>(c | 0x20);
    }
    std::string marks(lower.size() + 5, '\0');
    char** replaced = nullptr;
    int* positions = nullptr;
    int* cuts = nullptr;
    const int failed = hnj_hyphen_hyphenate3(impl_->dictionary, lower.c_str(), static_cast<int>(lower.size()),
                                             marks.data(), nullptr, &replaced, &positions, &cuts, 2, 3, 0, 0);
    if (failed == 0) {
        for (std::size_t i = 0; i + 1 < lower.size(); ++i) {
            const bool plain = replaced == nullptr || replaced[i] == nullptr;  // no change of spelling
            const bool odd = (static_cast<unsigned char>(marks[i]) & 1U) != 0;
            if (odd && plain && i + 1 >= 2 && i + 4 <= lower.size())
                found.push_back(static_cast<std::uint16_t>(i + 1));
        }
    }
    if (replaced != nullptr) {
        for (std::size_t i = 0; i < lower.size(); ++i) std::free(replaced[i]);
    }
    std::free(replaced);
    std::free(positions);
    std::free(cuts);
    return found;
}

}  // namespace stet::pdf
