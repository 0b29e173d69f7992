// stet explain and stet new.
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cstdio>

#include "compiler/base/catalogue.hpp"
#include "compiler/base/suggest.hpp"
#include "compiler/driver/commands/report.hpp"
#include "compiler/driver/disk_world.hpp"
#include "compiler/driver/skeleton.hpp"
#include "compiler/driver/write_file.hpp"
#include "grammar/framework.hpp"

namespace stet::driver {

namespace {

void list_codes() {
    for (const DiagnosticInfo* info : all_diagnostics()) {
        std::string name(info->name);
        for (char& c : name) c = c == '_' ? ' ' : c;
        fmt::print("{}  {:<8} {}\n", info->code, severity_name(info->severity), name);
    }
}

}  // namespace

namespace {

int explain_one(const std::string& code) {
    const DiagnosticInfo* info = find_diagnostic(code);
    if (info == nullptr) {
        std::vector<std::string_view> names;
        for (const DiagnosticInfo* known : all_diagnostics())
            names.push_back(known->code), names.push_back(known->name);
        const std::string hint = did_you_mean(code, names);
        return fail(fmt::format("there is no diagnostic `{}`{}{}; `stet explain` lists all", code,
                                hint.empty() ? "" : "; ", hint));
    }
    DiskWorld world("");
    const ReadResult page = world.read_resource(fmt::format("docs/diagnostics/{}.md", info->code));
    if (const auto* error = std::get_if<ReadError>(&page)) {
        return fail(fmt::format("the page of {} cannot be read: {}", info->code, error->reason));
    }
    const std::string& text = std::get<std::string>(page);
    std::fwrite(text.data(), 1, text.size(), stdout);
    return exit_clean;
}

}  // namespace

int explain(const std::vector<std::string>& codes) {
    if (codes.empty()) list_codes();
    int status = exit_clean;
    for (const std::string& code : codes) {
        if (&code != &codes.front()) fmt::print("\n");
        status = std::max(status, explain_one(code));
    }
    return status;
}

int make_new(const NewOptions& options) {
    DiskWorld world("");
    const std::vector<std::string> names = world.framework_names();
    const std::string known = fmt::format("{}", fmt::join(names, ", "));
    if (options.framework.empty())
        return fail(fmt::format("choose a framework with --framework NAME; there are: {}", known));
    const ReadResult read = world.read_framework(options.framework);
    if (std::holds_alternative<ReadError>(read)) {
        const std::vector<std::string_view> views(names.begin(), names.end());
        const std::string hint = did_you_mean(options.framework, views);
        return fail(fmt::format("there is no framework `{}`{}{}; there are: {}", options.framework,
                                hint.empty() ? "" : "; ", hint, known));
    }
    Sources sources;
    Diagnostics diagnostics;
    const FileId file = sources.add(options.framework, std::get<std::string>(read));
    const framework::Framework framework =
        grammar::parse_framework(options.framework, file, sources, diagnostics);
    const std::string text = skeleton(framework);
    if (options.file.empty() || options.file == "-") {
        std::fwrite(text.data(), 1, text.size(), stdout);
        return exit_clean;
    }
    struct stat status {};
    if (lstat(options.file.c_str(), &status) == 0) {
        return fail(fmt::format("{} exists already; nothing is overwritten", options.file));
    }
    if (const auto wrong = write_file(options.file, text)) {
        return fail(fmt::format("cannot write {}: {}", options.file, *wrong));
    }
    fmt::print(stderr, "{}: a first draft by {}\n", options.file, options.framework);
    return exit_clean;
}

}  // namespace stet::driver
