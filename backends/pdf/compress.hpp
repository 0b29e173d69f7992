// Compression of page contents on threads, in bounded memory and with the same result for any number of
// threads.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

struct libdeflate_compressor;

namespace stet::pdf {

/// Makes zlib data (RFC 1950), the same for the same bytes. Keeps its tables from one use to the next.
class Deflater {
  public:
    Deflater();
    /// Empty where memory ran out.
    std::string operator()(std::string_view bytes);

  private:
    struct Free {
        void operator()(libdeflate_compressor* compressor) const;
    };
    std::unique_ptr<libdeflate_compressor, Free> compressor_;
    std::string buffer_;
};

/// For a single use.
std::string deflate(std::string_view bytes);

class Compressor {
  public:
    /// One of the threads is the caller's; where it is the only one, `push` compresses.
    explicit Compressor(unsigned threads);
    ~Compressor();
    Compressor(const Compressor&) = delete;
    Compressor& operator=(const Compressor&) = delete;

    /// Takes the bytes of slot `index`; waits while many are queued.
    void push(std::size_t index, std::string bytes);
    /// Waits for all and hands over the compressed bytes by slot.
    std::vector<std::string> finish();

  private:
    void work();
    void store(std::size_t index, std::string packed);

    Deflater deflater_;  ///< where there are no threads
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::pair<std::size_t, std::string>> queue_;
    std::vector<std::string> done_;
    bool closed_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace stet::pdf
