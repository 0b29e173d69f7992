// Writing a file so that a reader finds the old one or the new one, whole.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace stet::driver {

/// Whether bytes must have reached the disk before the old file is replaced. What a build can make again need
/// not.
enum class Durability : bool { rebuilt, kept };

/// A file that is written part by part into a temporary file in the same folder and takes the place of the
/// one at `path` with `commit`; until then, and where anything fails, that one is untouched. Follows a link
/// to the file behind it and keeps the mode of a file that was there. The temporary file goes with this
/// object.
class FileWriter {
  public:
    /// `mode_from` names the file whose mode the new one takes, instead of the one at `path`.
    explicit FileWriter(const std::string& path, Durability durability = Durability::kept,
                        std::string mode_from = {});
    ~FileWriter();
    FileWriter(FileWriter&& other) noexcept;
    FileWriter(const FileWriter&) = delete;
    FileWriter& operator=(const FileWriter&) = delete;

    /// False once anything has failed.
    bool write(std::string_view bytes);
    /// The reason where it cannot.
    std::optional<std::string> commit();
    /// Why nothing more can be written; empty where all is well.
    [[nodiscard]] const std::string& problem() const { return problem_; }

  private:
    void fail(std::string reason);

    std::string target_;
    std::string temporary_;
    std::string mode_from_;
    std::string problem_;
    int file_ = -1;
    Durability durability_;
};

/// A file whose bytes are all at hand. The reason where it cannot be written.
std::optional<std::string> write_file(const std::string& path, std::string_view bytes,
                                      Durability durability = Durability::kept);

/// The outcome of `write_file_with_backup`.
struct Replaced {
    std::string backup;   ///< where the old file is kept; empty where there was none, or the same one
    std::string problem;  ///< why nothing was written; empty where all is well
};
/// Like `write_file`, but where a file with other bytes is there, it is first kept beside the new one: as
/// `path~`, or where that holds something else, as `path~2` and so on. Nothing is lost.
Replaced write_file_with_backup(const std::string& path, std::string_view bytes);

/// Makes a folder and those above it.
std::optional<std::string> make_folder(const std::string& path);

}  // namespace stet::driver
