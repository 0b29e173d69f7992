// The samples: what is said to be clean is, and what is broken on purpose is found.
#include <catch2/catch.hpp>
#include <set>

#include "compiler/driver/pipeline.hpp"
#include "tests/support.hpp"

using namespace stet;

namespace {

/// Files of a sample's folder, as they lie in the project.
class SampleWorld final : public World {
  public:
    explicit SampleWorld(std::string folder) : folder_(std::move(folder)) {}
    ReadResult read(std::string_view path) override { return test::slurp(folder_ + "/" + std::string(path)); }
    ReadResult read_framework(std::string_view name) override { return rest_.read_framework(name); }
    std::vector<std::string> framework_names() override { return rest_.framework_names(); }
    ReadResult read_resource(std::string_view name) override { return rest_.read_resource(name); }
    CivilDate today() override { return rest_.today(); }

  private:
    std::string folder_;
    test::MemoryWorld rest_;
};

/// Codes of the errors and warnings of samples/FOLDER/NAME.
std::set<std::string> codes(const std::string& folder, const std::string& name) {
    const std::string path = test::root_dir() + "/samples" + folder;
    SampleWorld world(path);
    const driver::Analysis analysis =
        driver::analyse(world, name, test::slurp(path + "/" + name), {false, false, {}});
    std::set<std::string> result;
    for (const Diagnostic& diagnostic : analysis.diagnostics.all()) {
        if (diagnostic.severity >= Severity::warning) result.emplace(diagnostic.info->code);
    }
    return result;
}

using Codes = std::set<std::string>;

}  // namespace

TEST_CASE("clean samples have no errors or warnings") {
    for (const char* name : {"cqc-ratings-clean.stet", "hmi-prisons-clean.stet", "ofsted-ilacs-clean.stet",
                             "ofsted-sif-2013-clean.stet"}) {
        INFO(name);
        CHECK(codes("/frameworks", name) == Codes{});
    }
    CHECK(codes("", "hello.stet") == Codes{});
    CHECK(codes("/marlow-vale", "report.stet") == Codes{});
}

TEST_CASE("broken samples are broken by what they say") {
    CHECK(codes("/frameworks", "cqc-ratings-broken.stet") == Codes{"G105", "G108"});
    CHECK(codes("/frameworks", "hmi-prisons-broken.stet") == Codes{"G102", "G105"});
    CHECK(codes("/frameworks", "ofsted-ilacs-broken.stet") == Codes{"G105", "G108"});
    CHECK(codes("/frameworks", "ofsted-sif-2013-broken.stet") == Codes{"G105", "G108", "S104"});
}
