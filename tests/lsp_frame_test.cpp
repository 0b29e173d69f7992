// The base protocol: messages cut out of a stream of bytes, whatever comes.
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

#include "compiler/editor/frame.hpp"

using stet::editor::BadFrame;
using stet::editor::frame;
using stet::editor::FrameReader;

namespace {

/// Contents and complaints ("!") that a reader gives for these portions.
std::vector<std::string> read(const std::vector<std::string>& portions) {
    FrameReader reader;
    std::vector<std::string> out;
    for (const std::string& portion : portions) {
        reader.feed(portion);
        while (auto next = reader.next()) {
            out.push_back(std::holds_alternative<BadFrame>(*next) ? "!" : std::get<std::string>(*next));
        }
    }
    return out;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("frames: messages arrive whole, together and byte by byte") {
    const std::string stream = frame("{}") + frame("[1,2]") + frame("");
    CHECK(read({stream}) == Strings{"{}", "[1,2]", ""});
    Strings bytes;
    for (const char c : stream) bytes.emplace_back(1, c);
    CHECK(read(bytes) == Strings{"{}", "[1,2]", ""});
}

TEST_CASE("frames: headers in any case, order and with bare line feeds") {
    CHECK(
        read({"content-LENGTH:  2 \r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n{}"}) ==
        Strings{"{}"});
    CHECK(read({"Content-Type: x\nContent-Length: 2\n\n{}"}) == Strings{"{}"});
}

TEST_CASE("frames: what is no message is reported once and passed over") {
    const std::string good = frame("ok");
    CHECK(read({"Content-Type: x\r\n\r\n" + good}) == Strings{"!", "ok"});
    CHECK(read({"Content-Length: two\r\n\r\n" + good}) == Strings{"!", "ok"});
    CHECK(read({"Content-Length: -1\r\n\r\n" + good}) == Strings{"!", "ok"});
    CHECK(read({"Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}" + good}) == Strings{"!", "ok"});
    CHECK(read({"Content-Length: 99999999999999999999999\r\n\r\n" + good}) == Strings{"!", "ok"});
    CHECK(read({"GET / HTTP/1.1\r\n\r\n" + good}) == Strings{"!", "ok"});
    CHECK(read({std::string(10'000, 'x') + good}) == Strings{"!", "ok"});
    CHECK(read({std::string(10'000, 'x'), good.substr(0, 5), good.substr(5)}) == Strings{"!", "ok"});
}

TEST_CASE("frames: a huge content is refused without being held") {
    FrameReader reader;
    const std::size_t size = FrameReader::max_content + 1;
    reader.feed("Content-Length: " + std::to_string(size) + "\r\n\r\n");
    auto refused = reader.next();
    REQUIRE(refused);
    CHECK(std::holds_alternative<BadFrame>(*refused));
    const std::string portion(1U << 20U, 'x');
    for (std::size_t left = size; left > 0;) {
        const std::size_t now = std::min(left, portion.size());
        reader.feed(std::string_view(portion).substr(0, now));
        CHECK_FALSE(reader.next());
        left -= now;
    }
    reader.feed(frame("ok"));
    auto next = reader.next();
    REQUIRE(next);
    CHECK(std::get<std::string>(*next) == "ok");
}

TEST_CASE("frames: random bytes never end the session") {
    std::mt19937 random(7);
    const std::string letters = "Content-Length: 0123456789\r\n{}[]\"";
    for (int round = 0; round < 300; ++round) {
        FrameReader reader;
        for (int portion = 0; portion < 20; ++portion) {
            std::string bytes;
            for (std::size_t n = random() % 60; n > 0; --n) bytes += letters[random() % letters.size()];
            reader.feed(bytes);
            while (reader.next()) {
            }
        }
    }
    SUCCEED();
}
