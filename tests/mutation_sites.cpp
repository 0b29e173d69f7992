// Where mutation operators find their sites: numbered paragraphs, whole blocks, words in running text.
#include "tests/mutation_sites.hpp"

#include "compiler/base/ascii.hpp"

namespace stet::test {

Place place_of(Span span) {
    return {span.begin, span.end};
}

Mutant replaced(Place place, std::string words) {
    return {{{place, std::move(words)}}};
}

std::vector<const model::Paragraph*> numbered_paragraphs(const Original& original) {
    std::vector<const model::Paragraph*> out;
    for (const model::Paragraph& paragraph : original.report().paragraphs) {
        if (paragraph.numbered) out.push_back(&paragraph);
    }
    return out;
}

Place block_of(const Original& original, Span span) {
    const std::string& text = original.text;
    const std::size_t before = span.begin == 0 ? std::string::npos : text.rfind('\n', span.begin - 1);
    std::size_t end = std::min(text.find('\n', span.end == 0 ? 0 : span.end - 1), text.size());
    while (end < text.size() && text[end] == '\n') ++end;
    return {before == std::string::npos ? 0 : before + 1, end};
}

bool is_prose(const prose::Run& run) {
    return run.kind == prose::RunKind::paragraph || run.kind == prose::RunKind::bullet ||
           run.kind == prose::RunKind::footnote;
}

std::vector<Place> places_of(const Original& original, std::string_view words,
                             const std::function<bool(const prose::Run&)>& wanted) {
    const auto inside_word = [](char c) { return ascii::alphanumeric(c) || static_cast<signed char>(c) < 0; };
    std::vector<Place> out;
    for (const prose::Run& run : original.report().runs) {
        if (!wanted(run)) continue;
        const std::string& text = run.text;
        for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) {
            const std::size_t end = at + words.size();
            if (at > 0 && inside_word(text[at - 1]) && inside_word(words.front())) continue;
            if (end < text.size() && inside_word(text[end]) && inside_word(words.back())) continue;
            const Span span = run.source(static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end));
            if (span.file == 0) out.push_back(place_of(span));
        }
    }
    return out;
}

std::vector<Mutant> each_replaced(const Original& original, std::string_view words,
                                  const std::string& instead,
                                  const std::function<bool(const prose::Run&)>& wanted) {
    std::vector<Mutant> out;
    for (const Place place : places_of(original, words, wanted)) out.push_back(replaced(place, instead));
    return out;
}

}  // namespace stet::test
