// Baselines: diagnostics that are known already and are not said again.
#include "compiler/driver/baseline.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <unordered_map>

namespace stet::driver {

namespace {

using json = nlohmann::ordered_json;

/// The words at the place, white space made one space, at most 120 bytes.
std::string words_at(const Sources& sources, Span span) {
    std::string out;
    for (const char c : sources.text(span)) {
        const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        if (space && (out.empty() || out.back() == ' ')) continue;
        out += space ? ' ' : c;
        if (out.size() >= 120) break;
    }
    return out;
}

std::string key_of(const Diagnostic& d, const Sources& sources) {
    const std::string words = words_at(sources, d.span);
    return fmt::format("{} {}", d.info->code, words.empty() ? d.message : words);
}

}  // namespace

std::vector<std::string> baseline_keys(const Diagnostics& diagnostics, const Sources& sources) {
    std::vector<std::string> keys;
    for (const Diagnostic& d : diagnostics.all()) keys.push_back(key_of(d, sources));
    std::sort(keys.begin(), keys.end());
    return keys;
}

std::string write_baseline(const std::vector<std::string>& keys) {
    return json({{"schema", "stet-baseline/1"}, {"known", keys}})
               .dump(2, ' ', false, json::error_handler_t::replace) +
           "\n";
}

std::variant<std::vector<std::string>, std::string> read_baseline(std::string_view text) {
    const json parsed = json::parse(text, nullptr, false);
    if (parsed.is_discarded() || !parsed.is_object()) return "is not JSON";
    const auto schema = parsed.find("schema");
    if (schema == parsed.end() || *schema != "stet-baseline/1") return "has no schema stet-baseline/1";
    std::vector<std::string> keys;
    const auto known = parsed.find("known");
    if (known == parsed.end() || !known->is_array()) return "has no list `known`";
    for (const json& key : *known) {
        if (!key.is_string()) return "holds something other than text in `known`";
        keys.push_back(key.get<std::string>());
    }
    return keys;
}

std::size_t apply_baseline(std::vector<std::string> keys, const Sources& sources, Diagnostics& diagnostics) {
    std::unordered_map<std::string, std::size_t> left;
    for (std::string& key : keys) ++left[std::move(key)];
    auto& all = diagnostics.all();
    const auto rest = std::remove_if(all.begin(), all.end(), [&](const Diagnostic& d) {
        const auto found = left.find(key_of(d, sources));
        if (found == left.end() || found->second == 0) return false;
        --found->second;
        return true;
    });
    const auto removed = static_cast<std::size_t>(all.end() - rest);
    all.erase(rest, all.end());
    return removed;
}

}  // namespace stet::driver
