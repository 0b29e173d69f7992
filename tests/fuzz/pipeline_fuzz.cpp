// Fuzzes the whole way of a report: any bytes are parsed, checked, formatted and published; formatting twice
// gives what formatting once gives.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "backends/json/report_json.hpp"
#include "compiler/driver/pipeline.hpp"
#include "grammar/format.hpp"
#include "grammar/parse.hpp"

namespace {

/// A world without files: fonts and PDF have a fuzz target of their own.
class EmptyWorld final : public stet::World {
  public:
    stet::ReadResult read(std::string_view) override { return stet::ReadError{"no such file"}; }
    stet::ReadResult read_framework(std::string_view) override {
        return stet::ReadError{"no such framework"};
    }
    std::vector<std::string> framework_names() override { return {}; }
    stet::ReadResult read_resource(std::string_view) override { return stet::ReadError{"no such resource"}; }
    stet::CivilDate today() override { return {2026, 1, 15}; }
};

std::string formatted(std::string text) {
    stet::Sources sources;
    stet::Diagnostics diagnostics;
    const stet::FileId file = sources.add("report.stet", std::move(text));
    return stet::grammar::format(stet::grammar::parse(file, sources, diagnostics), sources, {false});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    EmptyWorld world;
    const stet::driver::Analysis analysis = stet::driver::analyse(world, "report.stet", text, {});
    const std::string json =
        stet::json::write(analysis.report, stet::driver::compose(analysis), *analysis.sources, "fuzz", {});
    if (json.empty()) std::abort();
    const std::string once = formatted(text);
    if (formatted(once) != once) std::abort();
    return 0;
}
