// Fuzzes import: any text becomes a draft, within its limits.
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "compiler/import/import.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const std::vector<stet::import::FrameworkHints> frameworks{
        {"plain",
         {"inspection"},
         {{"Overall", {"overall effectiveness"}}},
         {"Findings"},
         {},
         {"good", "poor"}}};
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const stet::import::Imported imported = stet::import::import_report(text, frameworks);
    if (imported.source.empty() && size > 0) std::abort();
    return 0;
}
