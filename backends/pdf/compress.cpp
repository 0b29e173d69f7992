// Deflating, and a small pool that does it for pages.
#include "backends/pdf/compress.hpp"

#include <libdeflate.h>

#include <algorithm>

namespace stet::pdf {

Deflater::Deflater() {
    constexpr int level = 6;  // the next ones take half as long again for a two-hundredth of the size
    compressor_.reset(libdeflate_alloc_compressor(level));
}

void Deflater::Free::operator()(libdeflate_compressor* compressor) const {
    libdeflate_free_compressor(compressor);
}

std::string Deflater::operator()(std::string_view bytes) {
    if (!compressor_) return {};
    const std::size_t most = libdeflate_zlib_compress_bound(compressor_.get(), bytes.size());
    if (buffer_.size() < most) buffer_.resize(most);
    return buffer_.substr(0, libdeflate_zlib_compress(compressor_.get(), bytes.data(), bytes.size(),
                                                      buffer_.data(), buffer_.size()));
}

std::string deflate(std::string_view bytes) {
    return Deflater()(bytes);
}

namespace {

constexpr unsigned most_threads = 16;
constexpr std::size_t longest_queue = 32;

}  // namespace

Compressor::Compressor(unsigned threads) {
    for (unsigned i = 1; i < std::min(threads, most_threads); ++i) threads_.emplace_back([this] { work(); });
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
