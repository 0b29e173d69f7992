// stet fmt.
#include "grammar/format.hpp"

#include <fmt/format.h>

#include "compiler/driver/commands/report.hpp"
#include "compiler/driver/disk_world.hpp"
#include "compiler/driver/write_file.hpp"
#include "grammar/parse.hpp"

namespace stet::driver {

namespace {

struct Formatted {
    std::string before;
    std::string after;
};

std::optional<Formatted> format_file(const std::string& file, bool renumber) {
    ReadResult read = read_regular_file(file);
    if (const auto* error = std::get_if<ReadError>(&read)) {
        fail(fmt::format("cannot read {}: {}", file, error->reason));
        return std::nullopt;
    }
    Sources sources;
    Diagnostics diagnostics;
    const FileId id = sources.add(file, std::move(std::get<std::string>(read)));
    const ast::Document document = grammar::parse(id, sources, diagnostics);
    return Formatted{std::string(sources.text(id)), grammar::format(document, sources, {renumber})};
}

}  // namespace

int format(const FormatOptionsOfCommand& options) {
    int status = exit_clean;
    for (const std::string& file : options.files) {
        const auto formatted = format_file(file, options.renumber);
        if (!formatted) {
            status = exit_failed;
            continue;
        }
        if (formatted->before == formatted->after) continue;
        if (options.check) {
            fmt::print(stderr, "{}: is not in canonical form\n", file);
            status = std::max<int>(status, exit_errors);
        } else if (const auto wrong = write_file(file, formatted->after)) {
            status = fail(fmt::format("cannot write {}: {}", file, *wrong));
        }
    }
    return status;
}

}  // namespace stet::driver
