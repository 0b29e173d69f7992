// Where the names of a report stand: labels, facts, notes, judgements and abbreviations, each with all its
// places.
#include "compiler/editor/names.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "validators/abbreviations.hpp"

namespace stet::editor {

namespace {

constexpr std::string_view white = " \t\r\n";

ast::Word part(const ast::Word& whole, std::size_t begin, std::size_t end) {
    const std::string_view text = whole.text.substr(begin, end - begin);
    const std::size_t first = std::min(text.find_first_not_of(white), text.size());
    const std::size_t last = text.find_last_not_of(white);
    const std::size_t size = last == std::string_view::npos ? 0 : last + 1 - first;
    const auto at = whole.span.begin + static_cast<std::uint32_t>(begin + first);
    return {text.substr(first, size), {whole.span.file, at, at + static_cast<std::uint32_t>(size)}};
}

/// Every use of an abbreviation that the report or the framework gives in full.
void add_abbreviations(const model::Report& report, std::vector<Name>& out) {
    std::set<std::string> known;
    std::set<std::uint32_t> declared;
    for (const validators::Definition& definition : validators::collect_definitions(report)) {
        known.insert(definition.abbreviation);
        declared.insert(definition.word);
    }
    for (const framework::Abbreviation& common : report.framework.abbreviations)
        known.insert(common.abbreviation);
    const auto& words = report.words.all;
    for (std::uint32_t i = 0; i < words.size(); ++i) {
        if (!words[i].upper) continue;
        std::string key = validators::abbreviation_of(report, i);
        if (key.empty() || !known.contains(key)) continue;
        const Span span = report.runs[words[i].run].source(words[i].begin, words[i].end);
        out.push_back({NameKind::abbreviation, std::move(key), span, declared.contains(i), false, true});
    }
}

/// Facts where they are stated, also in files of data, and in every formula.
class FactCollector {
  public:
    explicit FactCollector(std::vector<Name>& out) : out_(out) {}

    void add(const model::Figures& figures) {
        for (const model::Fact& fact : figures.facts) {
            put(fact.declared.name, fact.declared.name_span, true);
            formula(fact.declared.formula);
            put(fact.declared.base.name, fact.declared.base.span, false);
            put(fact.declared.population.name, fact.declared.population.span, false);
        }
        for (const model::BoundCitation& citation : figures.citations) formula(citation.written.formula);
    }

  private:
    void put(std::string_view name, Span span, bool declaration) {
        if (!name.empty() && !span.empty())
            out_.push_back({NameKind::fact, std::string(name), span, declaration, true});
    }
    void formula(const prose::Formula& formula) {
        for (const prose::FormulaNode& node : formula.nodes) {
            if (node.operation == prose::Operation::fact) put(node.name, node.span, false);
        }
    }

    std::vector<Name>& out_;
};

/// Collects the places of names in reading order.
class Collector {
  public:
    Collector(const driver::Analysis& analysis, std::vector<Name>& out)
        : report_(analysis.report), out_(out) {}

    void node(const Node& node) { std::visit(*this, node.value); }

    /// Places where the report says that a judgement has a grade.
    void grade_statements() {
        for (const model::GradeStatement& stated : report_.grades) {
            using Kind = model::GradeStatement::Kind;
            if (stated.kind == Kind::cover || stated.kind == Kind::definition) continue;
            if (stated.judgement >= report_.framework.judgements.size()) continue;
            out_.push_back({NameKind::judgement, report_.framework.judgements[stated.judgement].id,
                            stated.span, false, false, true});
        }
    }

    void operator()(const ast::HeaderField*) {}
    void operator()(const ast::ListItem*) {}
    void operator()(const ast::Row*) {}
    void operator()(const ast::Cell*) {}
    void operator()(const ast::RunningText*) {}
    void operator()(const ast::ContentsEntry*) {}

    void operator()(const ast::Block* block) {
        if (const auto* body = std::get_if<ast::FootnoteBody>(&block->content))
            add(NameKind::note, body->name, true);
    }
    void operator()(const ast::Inline* part) {
        if (const auto* mark = part->as<ast::NoteMark>()) add(NameKind::note, mark->name, false);
    }
    void operator()(const ast::JudgementLine* line) { judgement(line->name, true); }
    void operator()(const ast::FactLine*) {}
    void operator()(const ast::Brace* brace) {
        switch (brace->kind) {
            case ast::BraceKind::label:
                return add(NameKind::label, brace->argument, true);
            case ast::BraceKind::see:
            case ast::BraceKind::because:
                for (const ast::Word& label : listed_words(brace->argument))
                    add(NameKind::label, label, false);
                return;
            case ast::BraceKind::grade:
            case ast::BraceKind::judges:
                return judgement(brace->argument, false);
            case ast::BraceKind::fact:
            case ast::BraceKind::evidence:
            case ast::BraceKind::note:
            case ast::BraceKind::stet:
                return;
        }
    }

  private:
    void add(NameKind kind, const ast::Word& word, bool declaration) {
        if (!word.empty()) out_.push_back({kind, std::string(word.text), word.span, declaration, true});
    }
    void judgement(const ast::Word& word, bool declaration) {
        const auto id = report_.framework.find_judgement(word.text);
        if (id)
            out_.push_back(
                {NameKind::judgement, report_.framework.judgements[*id].id, word.span, declaration, false});
    }

    const model::Report& report_;
    std::vector<Name>& out_;
};

}  // namespace

std::vector<ast::Word> listed_words(const ast::Word& list) {
    std::vector<ast::Word> out;
    const std::size_t size = list.text.size();
    const auto find = [&](std::string_view what, std::size_t from) {
        return std::min(list.text.find(what, from), size);
    };
    std::size_t comma = find(",", 0);
    std::size_t to = find(" to ", 0);
    for (std::size_t begin = 0; begin <= size;) {
        const std::size_t end = std::min(comma, to);
        const ast::Word word = part(list, begin, end);
        if (!word.empty()) out.push_back(word);
        begin = end + (end == to && to < comma ? 4 : 1);
        // Each is looked for once, so that a long list stays linear.
        if (comma < begin) comma = find(",", begin);
        if (to < begin) to = find(" to ", begin);
    }
    return out;
}

std::vector<Name> list_names(const driver::Analysis& analysis, const std::vector<Node>& nodes) {
    std::vector<Name> out;
    Collector collect(analysis, out);
    for (const Node& node : nodes) collect.node(node);
    collect.grade_statements();
    FactCollector(out).add(analysis.report.figures);
    add_abbreviations(analysis.report, out);
    std::stable_sort(out.begin(), out.end(), [](const Name& a, const Name& b) {
        return std::tie(a.span.file, a.span.begin, a.span.end) <
               std::tie(b.span.file, b.span.begin, b.span.end);
    });
    // A base that a block of facts gives for all its lines stands once.
    out.erase(std::unique(out.begin(), out.end(),
                          [](const Name& a, const Name& b) {
                              return a.kind == b.kind && a.span == b.span && a.key == b.key;
                          }),
              out.end());
    return out;
}

}  // namespace stet::editor
