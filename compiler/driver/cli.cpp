// The command line: options to plain values, one function a command.
#include "compiler/driver/cli.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <optional>
#include <string>
#include <thread>

#include "compiler/base/suggest.hpp"
#include "compiler/driver/commands/commands.hpp"
#include "compiler/driver/commands/report.hpp"
#include "compiler/driver/version.hpp"

namespace stet::driver {

namespace {

/// Options of all commands; each command reads its own.
struct Arguments {
    CheckOptions check;
    CheckOptions fix;
    BuildOptions build;
    FormatOptionsOfCommand format;
    ImportOptions import;
    FiguresOptions figures;
    DiffOptions diff;
    ServeOptions serve;
    NewOptions make_new;
    std::vector<std::string> codes;
    std::string phase;
    std::string debug_file;
    std::string framework_folder;
};

/// An option that takes "a,b" and may be given again.
void add_list(CLI::App& app, const char* name, std::vector<std::string>& values, const char* help) {
    app.add_option(name, values, help)->delimiter(',')->allow_extra_args(false);
}

CLI::App* add_check(CLI::App& app, CheckOptions& o) {
    CLI::App* sub = app.add_subcommand("check", "Say what in a report cannot be, or is likely not, right");
    sub->add_option("FILE", o.files, "Reports; - for standard input")->required();
    sub->add_option("--format", o.format, "How to show diagnostics")
        ->check(CLI::IsMember({"text", "json", "sarif", "github"}))
        ->capture_default_str();
    add_list(*sub, "--deny", o.deny,
             "Treat as errors: warning, query, advice, or codes such as T103; commas between");
    add_list(*sub, "--allow", o.allow, "Do not say diagnostics of these codes or severities; commas between");
    sub->add_option("--baseline", o.baseline, "Do not say what this file knows already");
    sub->add_option("--write-baseline", o.write_baseline, "Write what is found to this file");
    sub->add_flag("--stets", o.stets, "List what the report lets stand, with the reasons");
    sub->add_flag("--strict-figures", o.strict_figures, "Warn of each figure that cites no fact");
    sub->add_flag("!--no-spelling", o.spelling, "Leave the dictionary out");
    sub->add_option("-j,--jobs", o.jobs, "Files checked at once; as many as processors if not given");
    sub->add_flag("--watch", o.watch, "Check again whenever a file is saved");
    return sub;
}

CLI::App* add_build(CLI::App& app, BuildOptions& o) {
    CLI::App* sub = app.add_subcommand(
        "build", "Publish a report as PDF, HTML and JSON (spelling is left to check, and to --review)");
    sub->add_option("FILE", o.file, "The report")->required();
    sub->add_option("-o,--out", o.out, "Folder for the results")->capture_default_str();
    sub->add_option("--to", o.to, "Forms: pdf, html, json")
        ->delimiter(',')
        ->allow_extra_args(false)  // what follows is the file
        ->check(CLI::IsMember({"pdf", "html", "json"}))
        ->capture_default_str();
    sub->add_flag("--draft", o.draft, "Write a marked draft although errors stand");
    sub->add_flag("--review", o.review, "Write a draft with every diagnostic in its margin or at its end");
    sub->add_option("--theme", o.theme, "Look of the PDF and the HTML page: a theme that ships with Stet");
    sub->add_option("--paper", o.paper, "a4 or letter")
        ->check(CLI::IsMember({"a4", "letter"}))
        ->capture_default_str();
    sub->add_flag("--large-print", o.large_print, "Larger type throughout");
    sub->add_flag("--justify", o.justify, "Justified lines with hyphenation");
    sub->add_option("-j,--jobs", o.jobs, "Threads; as many as processors if not given");
    sub->add_flag("--watch", o.watch, "Build again whenever a file is saved; keep the last good result");
    return sub;
}

CLI::App* add_fix(CLI::App& app, CheckOptions& o) {
    CLI::App* sub =
        app.add_subcommand("fix", "Make the changes that need no judgement (never a figure or a grade)");
    sub->add_option("FILE", o.files, "Reports")->required();
    add_list(*sub, "--allow", o.allow,
             "Leave diagnostics of these codes or severities alone; commas between");
    return sub;
}

CLI::App* add_format(CLI::App& app, FormatOptionsOfCommand& o) {
    CLI::App* sub = app.add_subcommand("fmt", "Bring a report's source into canonical form");
    sub->add_option("FILE", o.files, "Reports")->required();
    sub->add_flag("--check", o.check, "Change nothing; exit with 1 where a file is not in canonical form");
    sub->add_flag("--renumber", o.renumber, "Number the paragraphs anew");
    return sub;
}

CLI::App* add_import(CLI::App& app, ImportOptions& o) {
    CLI::App* sub = app.add_subcommand("import", "Turn a published report's plain text into Stet source");
    sub->add_option("TEXT", o.file, "The text, for instance from pdftotext")->required();
    sub->add_option("-o,--out", o.out, "File to write; standard output if not given");
    sub->add_option("--framework", o.framework, "Its framework; chosen from the text if not given");
    return sub;
}

CLI::App* add_figures(CLI::App& app, FiguresOptions& o) {
    CLI::App* sub =
        app.add_subcommand("figures", "List every figure: what was checked, how, and what was not");
    sub->add_option("FILE", o.file, "The report")->required();
    sub->add_option("--format", o.format, "text, json or csv")
        ->check(CLI::IsMember({"text", "json", "csv"}))
        ->capture_default_str();
    sub->add_flag("--pack", o.pack, "The factual-accuracy sheet (CSV) for the inspected body");
    return sub;
}

CLI::App* add_diff(CLI::App& app, DiffOptions& o) {
    CLI::App* sub = app.add_subcommand(
        "diff", "Say what changed between two versions: grades, facts, figures and paragraphs, not lines");
    sub->add_option("OLD", o.before, "The earlier version")->required();
    sub->add_option("NEW", o.after, "The later version")->required();
    sub->add_option("--format", o.format, "text or json")
        ->check(CLI::IsMember({"text", "json"}))
        ->capture_default_str();
    sub->add_flag("--exit-code", o.exit_code, "Status 1 where anything has changed");
    return sub;
}

CLI::App* add_serve(CLI::App& app, ServeOptions& o) {
    CLI::App* sub = app.add_subcommand(
        "serve", "Show the report and its diagnostics in a browser, anew whenever a file is saved");
    sub->add_option("FILE", o.file, "The report")->required();
    sub->add_option("--port", o.port, "Of 127.0.0.1; 0 takes any that is free")
        ->check(CLI::Range(0, 65535))
        ->capture_default_str();
    sub->add_option("--theme", o.theme, "Look of the page: a theme that ships with Stet");
    return sub;
}

int dispatch(const CLI::App& app, Arguments& a) {
    const auto chosen = [&](const char* name) { return app.got_subcommand(name); };
    a.check.framework_folder = a.fix.framework_folder = a.build.framework_folder = a.framework_folder;
    a.import.framework_folder = a.figures.framework_folder = a.diff.framework_folder = a.framework_folder;
    a.serve.framework_folder = a.framework_folder;
    if (chosen("check")) return check(a.check);
    if (a.build.review) a.build.draft = true;
    if (chosen("build")) return build(a.build);
    if (chosen("fix")) return fix(a.fix);
    if (chosen("fmt")) return format(a.format);
    if (chosen("import")) return import(a.import);
    if (chosen("figures")) return figures(a.figures);
    if (chosen("diff")) return diff(a.diff);
    if (chosen("serve")) return serve(a.serve);
    if (chosen("explain")) return explain(a.codes);
    if (chosen("new")) return make_new(a.make_new);
    if (chosen("lsp")) return lsp(a.framework_folder);
    return debug(a.phase, a.debug_file, a.framework_folder);
}

using Words = std::vector<std::string>;

std::string with_hint(std::string words, const std::string& wrong, const Words& names) {
    const std::string hint = did_you_mean(wrong, std::vector<std::string_view>(names.begin(), names.end()));
    return hint.empty() ? words : fmt::format("{}; {}", words, hint);
}

std::vector<const CLI::App*> commands(const CLI::App& app) {
    return app.get_subcommands([](const CLI::App*) { return true; });
}

/// What is wrong where the first word is no command.
std::optional<std::string> unknown_command(const CLI::App& app, const Words& words) {
    if (words.empty() || words.front().starts_with('-')) return std::nullopt;
    Words names{"help"};
    for (const CLI::App* command : commands(app)) names.push_back(command->get_name());
    if (std::find(names.begin(), names.end(), words.front()) != names.end()) return std::nullopt;
    return with_hint(fmt::format("there is no command `{}`", words.front()), words.front(), names) +
           "; `stet --help` lists all";
}

/// What is wrong where a word that begins with two hyphens is no option of the command.
std::optional<std::string> unknown_option(const CLI::App& app, const Words& words) {
    const std::vector<const CLI::App*> all = commands(app);
    const CLI::App* chosen = &app;
    for (const std::string& word : words) {
        const auto named =
            std::find_if(all.begin(), all.end(), [&](auto* one) { return one->get_name() == word; });
        if (named == all.end()) continue;
        chosen = *named;
        break;
    }
    Words names;
    for (const CLI::App* owner : {chosen, &app}) {
        for (const CLI::Option* option : owner->get_options()) {
            for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
        }
    }
    for (const std::string& word : words) {
        if (word == "--") break;
        const std::string name = word.substr(0, word.find('='));
        if (!name.starts_with("--") || std::find(names.begin(), names.end(), name) != names.end()) continue;
        const std::string whose = chosen == &app ? "stet" : "stet " + chosen->get_name();
        return with_hint(fmt::format("`{}` has no option `{}`", whose, name), name, names) +
               fmt::format("; `{} --help` lists all", whose);
    }
    return std::nullopt;
}

/// "help" and "help build" ask for what "--help" and "build --help" say.
Words without_help_command(Words words) {
    if (words.empty() || words.front() != "help") return words;
    words.erase(words.begin());
    words.emplace_back("--help");
    return words;
}

}  // namespace

int run(int argc, char** argv) {
    CLI::App app("Stet: a compiler for inspection reports.", "stet");
    app.set_version_flag("--version", std::string(version));
    app.require_subcommand(1);
    app.fallthrough();
    Arguments a;
    app.add_option("--frameworks", a.framework_folder,
                   "Folder with frameworks, looked in before those that ship");
    add_check(app, a.check);
    add_build(app, a.build);
    add_import(app, a.import);
    add_format(app, a.format);
    add_fix(app, a.fix);
    add_figures(app, a.figures);
    add_diff(app, a.diff);
    add_serve(app, a.serve);
    CLI::App* explained = app.add_subcommand("explain", "Explain a diagnostic; without a code, list all");
    explained->add_option("CODE", a.codes, "For instance F201; several may be named");
    CLI::App* made = app.add_subcommand("new", "Begin a report by a framework");
    made->add_option("--framework", a.make_new.framework,
                     "For instance ofsted-sif-2015; without it, all are listed");
    made->add_option("FILE", a.make_new.file, "File to write; standard output if not given");
    app.add_subcommand("lsp", "Serve an editor on standard input and output (Language Server Protocol)");
    CLI::App* debugged = app.add_subcommand("debug", "Show what a phase makes of a report");
    debugged->add_option("PHASE", a.phase, "ast, mentions, model, publication or layout")
        ->required()
        ->check(CLI::IsMember({"ast", "mentions", "model", "publication", "layout"}));
    debugged->add_option("FILE", a.debug_file, "The report")->required();
    Words words = without_help_command({argv + std::min(argc, 1), argv + argc});
    if (const auto wrong = unknown_command(app, words)) return fail(*wrong);
    if (const auto wrong = unknown_option(app, words)) return fail(*wrong);
    std::reverse(words.begin(), words.end());  // as CLI11 takes them
    try {
        app.parse(std::move(words));
    } catch (const CLI::ParseError& error) {
        const int status = app.exit(error);
        return status == 0 ? exit_clean : exit_failed;
    }
    return dispatch(app, a);
}

}  // namespace stet::driver
