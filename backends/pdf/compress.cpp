// Deflating, and a small pool that does it for pages.
#include "backends/pdf/compress.hpp"

#include <zlib.h>

#include <algorithm>

namespace stet::pdf {

struct Deflater::State {
    z_stream stream{};
    bool ready = false;
    std::string buffer;
};

Deflater::Deflater() : state_(std::make_unique<State>()) {
    constexpr int level = 5;  // 6 takes twice as long for a twenty-fifth of the size
    state_->ready = deflateInit(&state_->stream, level) == Z_OK;
}

Deflater::~Deflater() {
    if (state_->ready) deflateEnd(&state_->stream);
}

std::string Deflater::operator()(std::string_view bytes) {
    if (!state_->ready || deflateReset(&state_->stream) != Z_OK) return {};
    z_stream& stream = state_->stream;
    const auto most = static_cast<std::size_t>(deflateBound(&stream, static_cast<uLong>(bytes.size())));
    if (state_->buffer.size() < most) state_->buffer.resize(most);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // zlib only reads it
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(state_->buffer.data());
    stream.avail_out = static_cast<uInt>(state_->buffer.size());
    if (::deflate(&stream, Z_FINISH) != Z_STREAM_END) return {};
    return state_->buffer.substr(0, stream.total_out);
}

std::string deflate(std::string_view bytes) {
    return Deflater()(bytes);
}

namespace {

constexpr unsigned most_threads = 16;
constexpr std::size_t longest_queue = 32;

}  // namespace

Compressor::Compressor(unsigned threads) {
    const unsigned count = std::min(threads, most_threads);
    for (unsigned i = 0; count > 1 && i < count; ++i) threads_.emplace_back([this] { work(); });
}

Compressor::~Compressor() {
    finish();
}

void Compressor::store(std::size_t index, std::string packed) {
    if (done_.size() <= index) done_.resize(index + 1);
    done_[index] = std::move(packed);
}

void Compressor::push(std::size_t index, std::string bytes) {
    if (threads_.empty()) {
        store(index, deflater_(bytes));
        return;
    }
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return queue_.size() < longest_queue; });
    queue_.emplace_back(index, std::move(bytes));
    changed_.notify_all();
}

void Compressor::work() {
    Deflater deflater;
    std::unique_lock lock(mutex_);
    while (true) {
        changed_.wait(lock, [this] { return closed_ || !queue_.empty(); });
        if (queue_.empty()) return;
        auto [index, bytes] = std::move(queue_.front());
        queue_.pop_front();
        changed_.notify_all();
        lock.unlock();
        std::string packed = deflater(bytes);
        lock.lock();
        store(index, std::move(packed));
    }
}

std::vector<std::string> Compressor::finish() {
    {
        const std::lock_guard lock(mutex_);
        closed_ = true;
    }
    changed_.notify_all();
    for (std::thread& thread : threads_) thread.join();
    threads_.clear();
    return std::move(done_);
}

}  // namespace stet::pdf
