// Who may include whom: the layers of the project, read from its #include lines.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "tests/support.hpp"

namespace fs = std::filesystem;

namespace {

using Layers = std::map<std::string, std::set<std::string>>;

/// What each layer may include besides itself.
const Layers& allowed() {
    static const Layers layers{
        {"compiler/base", {}},
        {"compiler/ast", {"compiler/base"}},
        {"compiler/prose", {"compiler/base"}},
        {"compiler/framework", {"compiler/base"}},
        {"grammar", {"compiler/base", "compiler/ast", "compiler/prose", "compiler/framework"}},
        {"compiler/model", {"compiler/base", "compiler/ast", "compiler/prose", "compiler/framework"}},
        {"compiler/publication",
         {"compiler/base", "compiler/ast", "compiler/prose", "compiler/framework", "compiler/model"}},
        {"validators", {"compiler/base", "compiler/prose", "compiler/framework", "compiler/model"}},
        {"backends/json",
         {"compiler/base", "compiler/prose", "compiler/framework", "compiler/model", "compiler/publication"}},
        {"backends/pdf", {"compiler/base", "compiler/publication"}},
        {"backends/html", {"compiler/base", "compiler/publication", "backends/pdf"}},
        {"compiler/compare", {"compiler/base", "compiler/prose", "compiler/framework", "compiler/model"}},
        {"compiler/import", {"compiler/base"}},
    };
    return layers;
}

/// The layer that a path from the project's root lies in; empty for one without rules.
std::string layer_of(const std::string& path) {
    std::string found;
    for (const auto& [layer, unused] : allowed()) {
        if (path.rfind(layer + "/", 0) == 0 && layer.size() > found.size()) found = layer;
    }
    return found;
}

std::vector<std::string> includes_of(const fs::path& file) {
    std::vector<std::string> out;
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
        if (line.rfind("#include ", 0) != 0) continue;
        const std::size_t open = line.find_first_of("\"<", 9);
        const std::size_t close = line.find_first_of("\">", open + 1);
        if (close != std::string::npos) out.push_back(line.substr(open + 1, close - open - 1));
    }
    return out;
}

/// Headers that only source files of their own folder include: what the grammars share of PEGTL, and fonts of
/// HarfBuzz.
bool is_private_header(const std::string& path) {
    return path == "grammar/slices.hpp" || path == "backends/json/parts.hpp" ||
           path == "backends/pdf/fonts_impl.hpp";
}

std::vector<fs::path> sources() {
    std::vector<fs::path> out;
    for (const char* top : {"compiler", "grammar", "validators", "backends"}) {
        for (const auto& entry : fs::recursive_directory_iterator(fs::path(stet::test::root_dir()) / top)) {
            const std::string extension = entry.path().extension().string();
            if (extension == ".cpp" || extension == ".hpp") out.push_back(entry.path());
        }
    }
    std::sort(out.begin(), out.end());
    return out;
}

}  // namespace

TEST_CASE("layers include only what lies below them") {
    const std::vector<fs::path> files = sources();
    REQUIRE(files.size() > 20);
    for (const fs::path& file : files) {
        const std::string path = fs::relative(file, stet::test::root_dir()).string();
        const std::string layer = layer_of(path);
        if (layer.empty()) continue;
        for (const std::string& include : includes_of(file)) {
            const std::string other = layer_of(include);
            const bool outside_rules = other.empty() && include.rfind("compiler/", 0) != 0;
            INFO(path << " includes " << include);
            CHECK((outside_rules || other == layer || allowed().at(layer).count(other) == 1));
        }
    }
}

TEST_CASE("heavy libraries stay in source files, PEGTL in the grammars") {
    for (const fs::path& file : sources()) {
        const std::string path = fs::relative(file, stet::test::root_dir()).string();
        for (const std::string& include : includes_of(file)) {
            INFO(path << " includes " << include);
            const auto from = [&](const char* prefix) { return include.rfind(prefix, 0) == 0; };
            if (from("tao/pegtl")) CHECK(path.rfind("grammar/", 0) == 0);
            if (from("hpdf") || from("hb") || from("png.h") || from("turbojpeg"))
                CHECK(path.rfind("backends/pdf/", 0) == 0);
            if (file.extension() != ".hpp" || is_private_header(path)) continue;
            CHECK_FALSE((from("tao/") || from("nlohmann/") || from("CLI/") || from("hpdf") || from("hb")));
        }
    }
}
