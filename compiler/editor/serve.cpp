// The language server on two streams: one thread talks and analyses, another checks spelling.
#include "compiler/editor/serve.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <mutex>
#include <optional>
#include <thread>

#include "compiler/editor/session.hpp"

namespace stet::editor {

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

/// Checks one text at a time on a thread of its own and tells when it is done.
class SpellingThread {
  public:
    explicit SpellingThread(const Machine& machine)
        : machine_(machine),
          done_(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)),
          thread_([this](const std::stop_token& stop) { run(stop); }) {}
    SpellingThread(const SpellingThread&) = delete;
    SpellingThread& operator=(const SpellingThread&) = delete;
    ~SpellingThread() {
        thread_.request_stop();
        thread_.join();
        if (done_ >= 0) close(done_);
    }

    /// Becomes readable when a result is there.
    [[nodiscard]] int descriptor() const { return done_; }
    [[nodiscard]] bool busy() {
        const std::scoped_lock lock(mutex_);
        return task_.has_value() || working_;
    }
    void start(Task task) {
        const std::scoped_lock lock(mutex_);
        task_ = std::move(task);
        wake_.notify_one();
    }
    std::optional<TaskResult> take() {
        std::uint64_t count = 0;
        if (::read(done_, &count, sizeof count) < 0 && errno != EAGAIN) return std::nullopt;
        const std::scoped_lock lock(mutex_);
        return std::exchange(result_, std::nullopt);
    }

  private:
    void run(const std::stop_token& stop) {
        std::unique_lock lock(mutex_);
        while (wake_.wait(lock, stop, [this] { return task_.has_value(); })) {
            const Task task = *std::exchange(task_, std::nullopt);
            working_ = true;
            lock.unlock();
            TaskResult made = run_task(machine_, task);
            lock.lock();
            result_ = std::move(made);
            working_ = false;
            const std::uint64_t one = 1;
            if (::write(done_, &one, sizeof one) < 0) return;
        }
    }

    const Machine& machine_;
    int done_;
    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::optional<Task> task_;
    std::optional<TaskResult> result_;
    bool working_ = false;
    std::jthread thread_;
};

bool write_all(int output, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t done = ::write(output, bytes.data(), bytes.size());
        if (done < 0 && errno == EINTR) continue;
        if (done < 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(done));
    }
    return true;
}

bool is_ready(int input) {
    pollfd ready{input, POLLIN, 0};
    return poll(&ready, 1, 0) > 0;
}

/// Messages that are read ahead of those that are answered.
constexpr std::size_t most_waiting = 256;

/// Moves bytes that are there into the session; false at the end of the stream.
bool read_some(int input, FrameReader& reader, Session& session) {
    constexpr std::size_t portion = 1U << 16U;
    constexpr int portions = 16;
    std::string buffer(portion, '\0');
    for (int n = 0; n < portions && is_ready(input); ++n) {
        const ssize_t got = ::read(input, buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return false;
        reader.feed(std::string_view(buffer).substr(0, static_cast<std::size_t>(got)));
        while (auto next = reader.next()) {
            if (const auto* bad = std::get_if<BadFrame>(&*next))
                session.refuse(*bad);
            else
                session.receive(std::get<std::string>(*next));
        }
    }
    return true;
}

/// When to analyse: at once where that is quick, else after a pause in the typing as long as the last one
/// took.
class Pace {
  public:
    void touched() { last_change_ = Clock::now(); }
    void analysed(Clock::duration took) {
        pause_ = took < quick ? 0ms : std::min<Clock::duration>(took, longest);
    }
    [[nodiscard]] Clock::duration until_analysis() const { return last_change_ + pause_ - Clock::now(); }
    [[nodiscard]] Clock::duration until_spelling() const {
        return last_change_ + spelling_pause - Clock::now();
    }

  private:
    static constexpr Clock::duration quick = 30ms;
    static constexpr Clock::duration longest = 400ms;
    static constexpr Clock::duration spelling_pause = 250ms;

    Clock::time_point last_change_ = Clock::now();
    Clock::duration pause_ = 0ms;
};

int milliseconds(Clock::duration time) {
    return static_cast<int>(std::max<std::chrono::milliseconds::rep>(
        0, std::chrono::ceil<std::chrono::milliseconds>(time).count()));
}

/// How long there is nothing to do but listen; -1 for ever.
int idle_time(const Session& session, SpellingThread& spelling, const Pace& pace) {
    if (session.behind()) return milliseconds(pace.until_analysis());
    if (!spelling.busy() && session.spelling_behind()) return milliseconds(pace.until_spelling());
    return -1;
}

}  // namespace

int serve(int input, int output, const Machine& machine) {
    std::signal(SIGPIPE, SIG_IGN);
    Session session(machine);
    SpellingThread spelling(machine);
    FrameReader reader;
    Pace pace;
    while (!session.exit_status()) {
        pollfd ready[] = {{input, POLLIN, 0}, {spelling.descriptor(), POLLIN, 0}};
        poll(ready, 2, idle_time(session, spelling, pace));
        if (ready[0].revents != 0) {
            bool open = read_some(input, reader, session);
            // What comes meanwhile is taken in between, so that a cancellation overtakes what it cancels.
            while (!session.exit_status() && session.step()) {
                if (open && session.waiting() < most_waiting && is_ready(input))
                    open = read_some(input, reader, session);
            }
            pace.touched();
            if (!open && !session.exit_status()) return 1;
        } else if (ready[1].revents != 0) {
            if (auto result = spelling.take()) session.accept(std::move(*result));
        } else if (session.behind() && pace.until_analysis() <= 0ms) {
            const auto begun = Clock::now();
            session.analyse_next();
            pace.analysed(Clock::now() - begun);
        } else if (!spelling.busy() && pace.until_spelling() <= 0ms) {
            if (auto task = session.next_spelling()) spelling.start(std::move(*task));
        }
        for (const std::string& content : session.take_output()) {
            if (!write_all(output, frame(content))) return 1;
        }
    }
    return *session.exit_status();
}

}  // namespace stet::editor
