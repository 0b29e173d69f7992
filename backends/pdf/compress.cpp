// A small pool that deflates pages.
#include "backends/pdf/compress.hpp"

#include <algorithm>

#include "backends/pdf/objects.hpp"

namespace stet::pdf {

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
        store(index, deflate(bytes));
        return;
    }
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return queue_.size() < longest_queue; });
    queue_.emplace_back(index, std::move(bytes));
    changed_.notify_all();
}

void Compressor::work() {
    std::unique_lock lock(mutex_);
    while (true) {
        changed_.wait(lock, [this] { return closed_ || !queue_.empty(); });
        if (queue_.empty()) return;
        auto [index, bytes] = std::move(queue_.front());
        queue_.pop_front();
        changed_.notify_all();
        lock.unlock();
        std::string packed = deflate(bytes);
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
