// File names as URIs (RFC 3986, RFC 8089).
#pragma once

#include <string>
#include <string_view>

namespace stet::editor {

/// The absolute, tidied path of a `file:` URI on this machine; any other URI as it is, so that a document
/// that was never saved has a name too.
std::string path_of(std::string_view uri);

/// The URI of an absolute path; anything else as it is.
std::string uri_of(std::string_view path);

/// The path without `.`, `..` and doubled slashes, by its letters alone.
std::string tidy_path(std::string_view path);

/// The folder of a path, "" where it has none.
std::string_view folder_of(std::string_view path);

}  // namespace stet::editor
