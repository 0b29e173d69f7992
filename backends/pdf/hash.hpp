// MD5, which PDF uses to name files and font subsets (not for security).
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string_view>

namespace stet::pdf {

using Digest = std::array<std::uint8_t, 16>;

Digest md5(std::string_view bytes);

/// The same for bytes that come in parts.
class Md5 {
  public:
    Md5();
    ~Md5();
    Md5(const Md5&) = delete;
    Md5& operator=(const Md5&) = delete;
    void update(std::string_view bytes);
    /// Of all so far. To be called once.
    Digest finish();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace stet::pdf
