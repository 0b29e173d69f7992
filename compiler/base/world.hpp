// The one interface through which the library meets the outside: files and today's date.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace stet {

/// A civil date; `month` and `day` count from 1.
struct CivilDate {
    std::int32_t year = 1970;
    std::uint8_t month = 1;
    std::uint8_t day = 1;
    friend auto operator<=>(const CivilDate&, const CivilDate&) = default;
};

/// Why a file could not be read, in words for a message ("no such file", "is a folder").
struct ReadError {
    std::string reason;
};

using ReadResult = std::variant<std::string, ReadError>;

/// Bytes to be read in place, as long as `owner` lives.
struct SharedBytes {
    std::string_view bytes;
    std::shared_ptr<const void> owner;
};
using ShareResult = std::variant<SharedBytes, ReadError>;

class World {
  public:
    World() = default;
    World(const World&) = delete;
    World& operator=(const World&) = delete;
    virtual ~World() = default;

    /// Reads a regular file of at most Sources::max_file_size bytes. `path` is relative to the report's
    /// folder. Whoever implements it refuses what lies outside that folder (also through links), folders and
    /// devices.
    virtual ReadResult read(std::string_view path) = 0;
    /// The text of the framework file of that name ("ofsted-sif-2013"), from the framework path.
    virtual ReadResult read_framework(std::string_view name) = 0;
    /// Names of the frameworks at hand, sorted.
    virtual std::vector<std::string> framework_names() = 0;
    /// Bytes of a resource that ships with Stet ("fonts/…", "icc/…", "themes/…", "dictionaries/…").
    virtual ReadResult read_resource(std::string_view name) = 0;
    /// The same without a copy where that can be, for large resources of which little is used.
    virtual ShareResult share_resource(std::string_view name);
    virtual CivilDate today() = 0;
};

}  // namespace stet
