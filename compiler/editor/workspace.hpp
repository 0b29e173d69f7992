// Open documents over the files on disk, and the reports that they belong to.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/base/world.hpp"
#include "compiler/editor/encode.hpp"
#include "compiler/editor/reading.hpp"
#include "compiler/editor/text_document.hpp"

namespace stet::editor {

/// What the server needs of the machine it runs on. Paths are absolute. All may be called from any thread.
struct Machine {
    /// The files below a folder, with frameworks and resources; "" for a document that lies nowhere.
    std::function<std::unique_ptr<World>(const std::string& folder)> world;
    /// Where the framework of that name lies; "" where there is none.
    std::function<std::string(std::string_view name)> framework_path;
    /// Reports that may include the file: the .stet files in its folder and those above it.
    std::function<std::vector<std::string>(std::string_view path)> reports_near;
    std::string version;
};

/// Texts by path.
using Texts = std::map<std::string, std::string, std::less<>>;

/// A World in which the texts of open documents stand before what is on disk; notes what is asked for.
class OverlayWorld final : public World {
  public:
    OverlayWorld(const Machine& machine, std::string folder, const Texts& open);

    ReadResult read(std::string_view path) override;
    ReadResult read_framework(std::string_view name) override;
    std::vector<std::string> framework_names() override { return disk_->framework_names(); }
    ReadResult read_resource(std::string_view name) override { return disk_->read_resource(name); }
    ShareResult share_resource(std::string_view name) override { return disk_->share_resource(name); }
    CivilDate today() override { return disk_->today(); }

    /// Paths of all files that were asked for, whether they were there or not.
    [[nodiscard]] const std::set<std::string>& reads() const { return reads_; }

  private:
    const Machine& machine_;
    std::string folder_;
    const Texts& open_;
    std::unique_ptr<World> disk_;
    std::set<std::string> reads_;
};

/// All that one analysis needs, so that it may run on any thread.
struct Task {
    std::string path;  ///< of the report, or of a framework file
    std::uint64_t revision = 0;
    bool framework = false;  ///< a framework file is checked by itself
    bool spelling = false;
    std::string text;
    Texts open;
};

struct TaskResult {
    std::string path;
    std::uint64_t revision = 0;
    bool spelling = false;
    driver::Analysis analysis;
    std::vector<std::string> paths;  ///< of each file of the analysis
    std::set<std::string> reads;
};

TaskResult run_task(const Machine& machine, const Task& task);

/// A report, or a framework file, with what its last analysis says.
struct Draft {
    std::string path;
    bool framework = false;
    std::uint64_t revision = 1;  ///< counts changes of what the draft is made from
    std::uint64_t analysed = 0;  ///< the revision that `reading` speaks of
    std::uint64_t spelled = 0;   ///< the revision whose spelling was checked
    Reading reading;
    std::vector<Diagnostic> misspellings;  ///< of the last spelling check, moved along with the text since
    Places places;
    std::vector<std::string> paths;  ///< of each file
    std::set<std::string> reads;
    std::map<std::string, std::vector<std::string>> said;  ///< diagnostics as the protocol has them, by URI

    [[nodiscard]] bool stale() const { return analysed != revision; }
    [[nodiscard]] std::optional<FileId> file(std::string_view path_of_file) const;
};

struct OpenDocument {
    std::string uri;  ///< as the client writes it
    TextDocument document;
};

class Workspace {
  public:
    explicit Workspace(Machine machine) : machine_(std::move(machine)) {}

    /// How columns are counted; holds for all that comes after.
    void count_in(Encoding encoding) { encoding_ = encoding; }

    void open(std::string uri, std::int64_t version, std::string text);
    /// False where the document is not open or would become too long; then it is closed.
    bool change(std::string_view uri, std::int64_t version, const std::vector<Change>& changes);
    void close(std::string_view uri);
    /// What reads the document may say more once it is on disk (an image, a file of data).
    void saved(const std::string& path) { changed(path); }
    /// Files changed on disk.
    void touched(const std::vector<std::string>& paths);

    [[nodiscard]] const OpenDocument* document(std::string_view path) const;
    /// The URI under which the client knows a path.
    [[nodiscard]] std::string uri(const std::string& path) const;

    [[nodiscard]] bool stale() const;
    /// Paths of the drafts that are stale, those of open documents first.
    [[nodiscard]] std::vector<std::string> stale_drafts() const;
    /// Drafts that contain the file; those that are made from it alone first.
    std::vector<Draft*> drafts_of(const std::string& path);
    Draft* draft(const std::string& path);
    [[nodiscard]] const std::map<std::string, Draft>& drafts() const { return drafts_; }

    [[nodiscard]] Task task(const Draft& draft, bool spelling) const;
    /// Takes a result unless it speaks of an older revision; true where it was taken.
    bool accept(TaskResult result);
    /// Analyses the draft on this thread, without spelling.
    void analyse(Draft& draft);
    /// Analyses every draft that holds the file and is stale; true where there was one.
    bool bring_up_to_date(const std::string& path);
    /// Gives every open document the report that it belongs to, and takes out what no open document needs.
    void settle_homes();

    [[nodiscard]] const Machine& machine() const { return machine_; }

  private:
    void changed(const std::string& path);
    void moved(const std::string& path, const Replaced& replaced);
    void take_misspellings(Draft& draft, TaskResult& result);
    void find_home(const std::string& path);
    Draft& add_draft(const std::string& path);
    [[nodiscard]] std::optional<std::string> current_text(const std::string& path) const;

    Machine machine_;
    Encoding encoding_ = Encoding::utf16;
    std::map<std::string, OpenDocument> documents_;
    std::map<std::string, Draft> drafts_;
};

}  // namespace stet::editor
