// The phases of a compilation, listed once.
#include "compiler/driver/pipeline.hpp"

#include <fmt/format.h>
#include <malloc.h>

#include "compiler/base/catalogue.hpp"
#include "compiler/base/suggest.hpp"
#include "compiler/model/stets.hpp"
#include "compiler/publication/compose.hpp"
#include "grammar/figures.hpp"
#include "grammar/framework.hpp"
#include "grammar/parse.hpp"
#include "grammar/quantities.hpp"
#include "grammar/read.hpp"
#include "validators/abbreviations.hpp"
#include "validators/validators.hpp"

namespace stet::driver {

namespace {

/// The framework that the header names; an unknown one is said by `resolve`, an absent one is an empty value.
framework::Framework find_framework(World& world, const std::string& name, Sources& sources,
                                    Diagnostics& diagnostics) {
    if (name.empty()) return {};
    ReadResult read = world.read_framework(name);
    if (std::holds_alternative<ReadError>(read)) return {};
    const FileId file = sources.add("frameworks/" + name + ".stet", std::move(std::get<std::string>(read)));
    return grammar::parse_framework(name, file, sources, diagnostics);
}

std::string framework_name(const ast::Document& document, const Sources& sources) {
    for (const ast::HeaderField& field : document.header) {
        if (field.key.text != "framework") continue;
        std::string_view value = sources.text(field.value.span);
        while (!value.empty() && value.back() == ' ') value.remove_suffix(1);
        return std::string(value);
    }
    return {};
}

/// Says which framework may have been meant by a name that is none.
void suggest_framework(World& world, Diagnostics& diagnostics) {
    for (Diagnostic& diagnostic : diagnostics.all()) {
        if (diagnostic.info != &diag::framework_unknown.info || !diagnostic.help.empty()) continue;
        const std::vector<std::string> names = world.framework_names();
        const std::size_t begin = diagnostic.message.find('`') + 1;
        const std::string written = diagnostic.message.substr(begin, diagnostic.message.rfind('`') - begin);
        diagnostic.help = did_you_mean(written, std::vector<std::string_view>(names.begin(), names.end()));
        if (diagnostic.help.empty() && !names.empty())
            diagnostic.help = fmt::format("there are: {}", fmt::join(names, ", "));
    }
}

/// Facts and citations, bound; inserted facts are written into the runs.
void resolve_figures(model::Report& report, Sources& sources, World& world, Diagnostics& diagnostics) {
    auto written = grammar::read_figures(report.document, report.runs, sources, world, diagnostics);
    report.figures = model::resolve_figures(std::move(written), diagnostics);
    model::write_inserts(report.figures, report.runs, model::number_style(report.framework.style));
}

/// Words, sentences and quantities of all runs, which the validators share. After inserts were written into
/// the runs.
void read_mentions(model::Report& report) {
    for (model::BoundCitation& citation : report.figures.citations) {
        prose::Citation& written = citation.written;
        if (written.kind != prose::Citation::Kind::assertion) continue;
        written.quantities = grammar::read_words(report.runs[written.run], written.begin, written.end);
    }
    std::size_t bytes = 0;
    for (const prose::Run& run : report.runs) bytes += run.text.size();
    report.quantities.reserve(report.runs.size(), bytes / 64);  // about as many as a report has
    report.sentences.reserve(report.runs.size(), bytes / 64);
    for (const prose::Run& run : report.runs) {
        report.quantities.add([&](auto& found) { grammar::read_quantities(run, found); });
        report.sentences.add([&](auto& found) { prose::sentences(run.text, found); });
    }
    report.quantities.shrink();
    report.sentences.shrink();
    report.words = prose::split_words(report.runs);
}

/// Abbreviations that the text explains, then those that its readers know.
std::vector<framework::Abbreviation> known_abbreviations(const model::Report& report) {
    std::vector<framework::Abbreviation> abbreviations;
    for (const validators::Definition& definition : validators::collect_definitions(report)) {
        if (!definition.initials_agree) continue;
        abbreviations.push_back(
            {definition.abbreviation, std::string(validators::words_of(report, definition.expansion))});
    }
    const auto& known = report.framework.abbreviations;
    abbreviations.insert(abbreviations.end(), known.begin(), known.end());
    return abbreviations;
}

/// What the report lets stand. A stet of a check that is not made is neither used nor unused.
std::vector<model::Stet> stets_to_apply(const model::Report& report, const AnalyseOptions& options) {
    std::vector<model::Stet> stets = model::find_stets(report.document);
    if (!options.spelling) {
        std::erase_if(
            stets, [](const model::Stet& s) { return find_diagnostic(s.code) == &diag::unknown_word.info; });
    }
    return stets;
}

}  // namespace

Analysis read_report(World& world, std::string name, std::string text, const AnalyseOptions& options) {
    Analysis out;
    out.sources = std::make_unique<Sources>();
    const FileId file = out.sources->add(std::move(name), std::move(text));
    ast::Document document = grammar::parse_report(file, *out.sources, world, out.diagnostics);
    std::vector<prose::Run> runs = grammar::read_runs(document, *out.sources);
    const std::string chosen =
        options.framework.empty() ? framework_name(document, *out.sources) : options.framework;
    framework::Framework framework = find_framework(world, chosen, *out.sources, out.diagnostics);
    const std::vector<std::string_view> more_keys(framework.header_keys.begin(), framework.header_keys.end());
    grammar::check_header(document, more_keys, out.diagnostics);
    out.report = model::resolve(std::move(document), std::move(runs), std::move(framework), *out.sources,
                                out.diagnostics);
    suggest_framework(world, out.diagnostics);
    resolve_figures(out.report, *out.sources, world, out.diagnostics);
    read_mentions(out.report);
    out.abbreviations = known_abbreviations(out.report);
    return out;
}

void validate(Analysis& analysis, World& world, const AnalyseOptions& options) {
    validators::check_texts(analysis.report, *analysis.sources, world,
                            {options.spelling, options.strict_figures}, analysis.diagnostics);
    if (!options.keep_words) analysis.report.words = prose::Words();
    analysis.ledger =
        validators::check_all_figures(analysis.report, options.strict_figures, analysis.diagnostics);
    const std::vector<model::Stet> stets = stets_to_apply(analysis.report, options);
    analysis.stets = validators::apply_stets(stets, analysis.diagnostics);
    analysis.diagnostics.sort();
}

Analysis analyse(World& world, std::string name, std::string text, const AnalyseOptions& options) {
    Analysis out = read_report(world, std::move(name), std::move(text), options);
    validate(out, world, options);
    return out;
}

namespace {

/// Forgets what only checks read: the running texts of all but the header, and what was read in them.
void forget_prose(Analysis& analysis) {
    model::Report& report = analysis.report;
    analysis.ledger = {};
    report.words = prose::Words();
    report.quantities = {};
    report.sentences = {};
    for (model::BoundCitation& citation : report.figures.citations)
        citation.written.quantities = std::vector<prose::Quantity>();
    for (prose::Run& run : report.runs) {
        if (run.kind != prose::RunKind::header) run = prose::Run();
    }
}

}  // namespace

publication::Publication compose(const Analysis& analysis) {
    return publication::compose(analysis.report, *analysis.sources, analysis.abbreviations);
}

publication::Publication compose_and_forget(Analysis& analysis) {
    forget_prose(analysis);
    publication::Publication made =
        publication::compose_and_spend(analysis.report, *analysis.sources, analysis.abbreviations);
    analysis.report = model::Report();
    malloc_trim(0);  // the outputs' large blocks do not fit into the holes
    return made;
}

}  // namespace stet::driver
