// stet serve: an HTTP server on the loopback interface (libevent), and the report built anew beside it.
#include <event2/buffer.h>
#include <event2/event.h>
#include <event2/http.h>
#include <event2/thread.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include "compiler/driver/commands/report.hpp"
#include "compiler/driver/disk_world.hpp"
#include "compiler/driver/preview.hpp"
#include "compiler/driver/watch.hpp"

namespace stet::driver {

namespace {

constexpr const char* loopback = "127.0.0.1";
constexpr const char* shell_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// What the page around the report is made of.
struct Shell {
    std::string page, style, script;
};

template <auto release>
struct Release {
    template <class T>
    void operator()(T* held) const {
        release(held);
    }
};
using Base = std::unique_ptr<event_base, Release<event_base_free>>;
using Http = std::unique_ptr<evhttp, Release<evhttp_free>>;
using Event = std::unique_ptr<event, Release<event_free>>;
using Buffer = std::unique_ptr<evbuffer, Release<evbuffer_free>>;

/// Answers browsers on a thread of its own. `publish` may be called from another.
class Server {
  public:
    explicit Server(Shell shell) : shell_(std::move(shell)) {
        evthread_use_pthreads();
        base_.reset(event_base_new());
        if (base_) http_.reset(evhttp_new(base_.get()));
        if (!http_) return;
        evhttp_set_allowed_methods(http_.get(), EVHTTP_REQ_GET);
        constexpr int most = 16 * 1024;  // bytes that a request may have
        evhttp_set_max_headers_size(http_.get(), most);
        evhttp_set_max_body_size(http_.get(), most);
        evhttp_set_gencb(
            http_.get(),
            [](evhttp_request* request, void* self) { static_cast<Server*>(self)->answer(request); }, this);
        wake_.reset(event_new(
            base_.get(), -1, EV_PERSIST,
            [](evutil_socket_t, short, void* self) { static_cast<Server*>(self)->tell_all(); }, this));
    }
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;
    ~Server() {
        if (base_) event_base_loopbreak(base_.get());
        if (thread_.joinable()) thread_.join();
    }

    /// Takes the port, any free one for 0. False where it is taken.
    bool bind(int port) {
        if (!http_ || !wake_) return false;
        evhttp_bound_socket* bound =
            evhttp_bind_socket_with_handle(http_.get(), loopback, static_cast<ev_uint16_t>(port));
        if (bound == nullptr) return false;
        sockaddr_in address{};
        socklen_t size = sizeof address;
        if (getsockname(evhttp_bound_socket_get_fd(bound), reinterpret_cast<sockaddr*>(&address), &size) != 0)
            return false;
        port_ = ntohs(address.sin_port);
        return true;
    }
    [[nodiscard]] int port() const { return port_; }

    void publish(Preview preview, std::uint64_t revision) {
        {
            const std::lock_guard lock(mutex_);
            preview_ = std::move(preview);
            revision_ = revision;
        }
        if (thread_.joinable()) {
            event_active(wake_.get(), 0, 0);
        } else {
            thread_ = std::thread([this] { event_base_loop(base_.get(), EVLOOP_NO_EXIT_ON_EMPTY); });
        }
    }

  private:
    /// Another site's page may not read a report by a name that it makes lead to this machine (DNS
    /// rebinding).
    [[nodiscard]] bool is_own_name(evhttp_request* request) const {
        const char* host = evhttp_find_header(evhttp_request_get_input_headers(request), "Host");
        return host != nullptr &&
               (host == fmt::format("{}:{}", loopback, port_) || host == fmt::format("localhost:{}", port_));
    }

    static void set_header(evhttp_request* request, const char* name, const char* value) {
        evhttp_add_header(evhttp_request_get_output_headers(request), name, value);
    }

    static void send(evhttp_request* request, const char* type, const std::string& content) {
        const Buffer body(evbuffer_new());
        evbuffer_add(body.get(), content.data(), content.size());
        set_header(request, "Content-Type", type);
        evhttp_send_reply(request, HTTP_OK, "OK", body.get());
    }

    void answer(evhttp_request* request) {
        set_header(request, "Cache-Control", "no-store");
        set_header(request, "X-Content-Type-Options", "nosniff");
        set_header(request, "Referrer-Policy", "no-referrer");
        if (!is_own_name(request)) {
            evhttp_send_reply(request, 403, "Forbidden", nullptr);
            return;
        }
        const std::lock_guard lock(mutex_);
        const std::string_view path = evhttp_request_get_uri(request);
        if (path == "/") {
            set_header(request, "Content-Security-Policy", shell_policy);
            send(request, "text/html; charset=utf-8", shell_.page);
        } else if (path == "/serve.css") {
            send(request, "text/css; charset=utf-8", shell_.style);
        } else if (path == "/serve.js") {
            send(request, "text/javascript; charset=utf-8", shell_.script);
        } else if (path == "/report") {
            send(request, "text/html; charset=utf-8", preview_.page);
        } else if (path == "/state") {
            send(request, "application/json", preview_.state);
        } else if (path == "/events") {
            begin_events(request);
        } else {
            evhttp_send_reply(request, HTTP_NOTFOUND, "Not Found", nullptr);
        }
    }

    /// Keeps the connection, and tells it of each build (server-sent events, HTML standard 9.2).
    void begin_events(evhttp_request* request) {
        set_header(request, "Content-Type", "text/event-stream");
        evhttp_send_reply_start(request, HTTP_OK, "OK");
        evhttp_connection_set_closecb(
            evhttp_request_get_connection(request),
            [](evhttp_connection* connection, void* self) {
                auto& open = static_cast<Server*>(self)->listening_;
                std::erase_if(open, [&](evhttp_request* one) {
                    return evhttp_request_get_connection(one) == connection;
                });
            },
            this);
        listening_.push_back(request);
        tell(request, revision_);
    }

    static void tell(evhttp_request* request, std::uint64_t revision) {
        const Buffer event(evbuffer_new());
        evbuffer_add_printf(event.get(), "event: built\ndata: %llu\n\n",
                            static_cast<unsigned long long>(revision));
        evhttp_send_reply_chunk(request, event.get());
    }

    void tell_all() {
        const std::lock_guard lock(mutex_);
        for (evhttp_request* request : listening_) tell(request, revision_);
    }

    Shell shell_;
    Base base_;
    Http http_;
    Event wake_;
    int port_ = 0;
    std::vector<evhttp_request*> listening_;  // of the server's thread

    std::mutex mutex_;
    Preview preview_;
    std::uint64_t revision_ = 0;
    std::thread thread_;
};

std::optional<std::string> read_part(World& world, const char* name) {
    ReadResult read = world.read_resource(fmt::format("html/serve/{}", name));
    if (auto* text = std::get_if<std::string>(&read)) return std::move(*text);
    return std::nullopt;
}

}  // namespace

int serve(const ServeOptions& options) {
    if (options.file == "-") return fail("standard input cannot be served");
    Analysis refused;
    if (!read_plain_text(options.file, refused)) {
        show(refused);
        return exit_failed;
    }
    DiskWorld world(split_path(options.file).folder, options.framework_folder);
    const auto page = read_part(world, "shell.html");
    const auto style = read_part(world, "serve.css");
    const auto script = read_part(world, "serve.js");
    if (!page || !style || !script) return fail("html/serve is missing among the program's resources");
    Server server({*page, *style, *script});
    if (!server.bind(options.port))
        return fail(fmt::format("port {} is taken; --port=0 takes any that is free", options.port));
    std::uint64_t revision = 0;
    return fail(keep_watching([&] {
        Preview preview = make_preview(options.file, options.framework_folder, options.theme, ++revision);
        std::vector<std::string> files = preview.files;
        server.publish(std::move(preview), revision);
        if (revision == 1) {
            fmt::print("{} is at http://{}:{}/ until this program ends (Ctrl+C)\n", options.file, loopback,
                       server.port());
            std::fflush(stdout);
        }
        return files;
    }));
}

}  // namespace stet::driver
