// Test cases in tests/cases/: reading, running and writing them.
//
// A file opens with comments (`//`) and settings (`only: LN`, `phases: parse`), then `prelude:` with lines
// that are put before every report. A case begins with `--- name`; `+++ name` begins a further file of it.
// What is expected stands below the line that it speaks of:
//
//     Of the 305 children, 160 (53%) lived elsewhere.
//                          ~~~~~~~~~ error[F101] 160 of 305 is 52%
//                            = help: the nearest counts are 161 and 162
//
// `⟦FF⟧` stands for the byte 0xFF, `⟦ab↵×1000⟧` for a thousand times "ab" and a line end.
#include "tests/cases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <regex>
#include <sstream>

#include "backends/pdf/pdf.hpp"
#include "compiler/base/utf8.hpp"
#include "compiler/driver/pipeline.hpp"
#include "grammar/parse.hpp"
#include "validators/figures.hpp"

namespace stet::test {

namespace {

const std::regex& head_pattern() {
    static const std::regex pattern(R"(^\s*~+ (error|warning|query|advice)\[[A-Z][0-9]+\] .*)");
    return pattern;
}
const std::regex& detail_pattern() {
    static const std::regex pattern(R"(^\s*= (note|help|fix|related [^:]*:[0-9]+): .*)");
    return pattern;
}

std::string replace_all(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
        text.replace(at, from.size(), to);
    return text;
}

/// Expands ⟦...⟧.
std::string expanded(const std::string& line) {
    constexpr std::string_view open = "⟦";
    constexpr std::string_view close = "⟧";
    constexpr std::string_view times = "×";
    std::string out;
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t begin = line.find(open, at);
        const std::size_t end = begin == std::string::npos ? begin : line.find(close, begin);
        if (end == std::string::npos) return out + line.substr(at);
        out += line.substr(at, begin - at);
        const std::string inside = line.substr(begin + open.size(), end - begin - open.size());
        const std::size_t count = inside.rfind(times);
        if (count == std::string::npos) {
            for (std::size_t i = 0; i + 1 < inside.size(); i += 2)
                out += static_cast<char>(std::stoul(inside.substr(i, 2), nullptr, 16));
        } else {
            const std::string part = replace_all(inside.substr(0, count), "↵", "\n");
            for (std::size_t n = std::stoul(inside.substr(count + times.size())); n > 0; --n) out += part;
        }
        at = end + close.size();
    }
    return out;
}

struct Expanded {
    std::string text;
    std::vector<std::size_t> starts;  ///< offset of each line of the case
};

Expanded expand(const std::vector<std::string>& prelude, const std::vector<std::string>& lines) {
    Expanded out;
    for (const std::string& line : prelude) out.text += line + '\n';
    for (const std::string& line : lines) {
        out.starts.push_back(out.text.size());
        out.text += expanded(line) + '\n';
    }
    return out;
}

bool counts(const CaseFile& file, const Diagnostic& diagnostic) {
    return file.only.empty() || file.only.find(diagnostic.info->code.front()) != std::string::npos;
}

/// The lines that say what a diagnostic says; the marks stand below columns `from` to `to`.
std::vector<std::string> shown(const Diagnostic& diagnostic, const Sources& sources, std::size_t from,
                               std::size_t to) {
    constexpr std::size_t widest = 100;
    from = std::min(from, widest);
    to = std::clamp(to, from + 1, std::max(widest, from + 1));
    const std::string pad(from, ' ');
    std::vector<std::string> out;
    out.push_back(fmt::format("{}{} {}[{}] {}", pad, std::string(to - from, '~'),
                              severity_name(diagnostic.severity), diagnostic.info->code,
                              replace_all(diagnostic.message, "\n", "↵")));
    for (const Related& related : diagnostic.related) {
        out.push_back(fmt::format("{}  = related {}:{}: {}", pad, sources.name(related.span.file),
                                  sources.line_column(related.span.file, related.span.begin).line,
                                  related.message));
    }
    for (const std::string& note : diagnostic.notes) out.push_back(fmt::format("{}  = note: {}", pad, note));
    if (!diagnostic.help.empty()) out.push_back(fmt::format("{}  = help: {}", pad, diagnostic.help));
    for (const Fix& fix : diagnostic.fixes) out.push_back(fmt::format("{}  = fix: {}", pad, fix.title));
    return out;
}

void place(const Diagnostic& diagnostic, const Sources& sources, const Expanded& expanded, Case::File& file) {
    const auto after =
        std::upper_bound(expanded.starts.begin(), expanded.starts.end(), diagnostic.span.begin);
    const auto index = static_cast<std::size_t>(after - expanded.starts.begin());  // 0: in the prelude
    const LineColumn start = sources.line_column(diagnostic.span.file, diagnostic.span.begin);
    const LineColumn end = sources.line_column(diagnostic.span.file, diagnostic.span.end);
    const std::size_t from = start.column - 1;
    const std::size_t to =
        end.line == start.line ? end.column - 1 : utf8::count(sources.line(diagnostic.span.file, start.line));
    const std::vector<std::string> lines = shown(diagnostic, sources, from, to);
    file.expected[index].insert(file.expected[index].end(), lines.begin(), lines.end());
}

}  // namespace

std::vector<std::string> case_files() {
    std::vector<std::string> out;
    for (const auto& entry : std::filesystem::directory_iterator(root_dir() + "/tests/cases")) {
        if (entry.path().extension() == ".txt") out.push_back(entry.path().string());
    }
    std::sort(out.begin(), out.end());
    return out;
}

CaseFile read_case_file(const std::string& path) {
    CaseFile file;
    file.path = path;
    std::istringstream in(slurp(path));
    bool prelude = false;
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("--- ")) {
            file.cases.emplace_back().name = line.substr(4);
            file.cases.back().files.push_back({"report.stet", {}, {{}}});
        } else if (file.cases.empty()) {
            file.opening.push_back(line);
            if (prelude)
                file.prelude.push_back(line);
            else if (line.starts_with("only: "))
                file.only = line.substr(6);
            else if (line.starts_with("phases: "))
                file.phases = line.substr(8);
            else if (line == "prelude:")
                prelude = true;
        } else if (line.starts_with("+++ ")) {
            file.cases.back().files.push_back({line.substr(4), {}, {{}}});
        } else if (std::regex_match(line, head_pattern()) || std::regex_match(line, detail_pattern())) {
            file.cases.back().files.back().expected.back().push_back(line);
        } else {
            file.cases.back().files.back().lines.push_back(line);
            file.cases.back().files.back().expected.emplace_back();
        }
    }
    return file;
}

std::string write_case_file(const CaseFile& file) {
    std::string out;
    const auto put = [&](const std::string& line) { (out += line) += '\n'; };
    for (const std::string& line : file.opening) put(line);
    for (const Case& c : file.cases) {
        put("--- " + c.name);
        for (std::size_t f = 0; f < c.files.size(); ++f) {
            const Case::File& part = c.files[f];
            if (f > 0) put("+++ " + part.name);
            for (std::size_t i = 0; i < part.expected.size(); ++i) {
                if (i > 0) put(part.lines[i - 1]);
                for (const std::string& line : part.expected[i]) put(line);
            }
        }
    }
    return out;
}

Case run_case(const CaseFile& file, const Case& source, std::multiset<std::string>& fired) {
    Case out = source;
    std::vector<Expanded> texts;
    MemoryWorld world;
    for (std::size_t f = 0; f < out.files.size(); ++f) {
        texts.push_back(expand(f == 0 ? file.prelude : std::vector<std::string>(), out.files[f].lines));
        if (f > 0) world.files[out.files[f].name] = texts.back().text;
        for (auto& expected : out.files[f].expected) expected.clear();
    }
    const Diagnosed result = diagnose(texts.front().text, world, file.phases);
    for (const Diagnostic& diagnostic : result.diagnostics.all()) {
        if (!counts(file, diagnostic)) continue;
        fired.emplace(diagnostic.info->code);
        const std::string_view name = result.sources->name(diagnostic.span.file);
        for (std::size_t f = 0; f < out.files.size(); ++f) {
            if (out.files[f].name == name) place(diagnostic, *result.sources, texts[f], out.files[f]);
        }
    }
    return out;
}

Diagnosed diagnose(const std::string& text, MemoryWorld& world, const std::string& phases) {
    if (phases != "parse") {
        driver::Analysis analysis =
            driver::analyse(world, "report.stet", text, {phases == "spelling", phases == "strict", {}});
        if (phases == "pdf") {
            validators::check_labels_of_facts(analysis.report, analysis.diagnostics);
            analysis.diagnostics.append(pdf::write(driver::compose(analysis), {}, world).diagnostics);
            analysis.diagnostics.sort();
        }
        return {std::move(analysis.sources), std::move(analysis.diagnostics)};
    }
    Diagnosed out{std::make_unique<Sources>(), {}};
    const FileId file = out.sources->add("report.stet", text);
    const ast::Document document = grammar::parse_report(file, *out.sources, world, out.diagnostics);
    grammar::check_header(document, {}, out.diagnostics);
    out.diagnostics.sort();
    return out;
}

}  // namespace stet::test
