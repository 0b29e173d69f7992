// MD5 by libharu's implementation.
#include "backends/pdf/hash.hpp"

#include <hpdf.h>
#include <hpdf_encrypt.h>

namespace stet::pdf {

struct Md5::State {
    HPDF_MD5_CTX context;
};

Md5::Md5() : state_(std::make_unique<State>()) {
    HPDF_MD5Init(&state_->context);
}

Md5::~Md5() = default;

void Md5::update(std::string_view bytes) {
    constexpr std::size_t step = 1U << 20U;
    for (std::size_t at = 0; at < bytes.size(); at += step) {
        const std::string_view part = bytes.substr(at, step);
        HPDF_MD5Update(&state_->context, reinterpret_cast<const HPDF_BYTE*>(part.data()),
                       static_cast<HPDF_UINT32>(part.size()));
    }
}

Digest Md5::finish() {
    Digest digest{};
    HPDF_MD5Final(digest.data(), &state_->context);
    return digest;
}

Digest md5(std::string_view bytes) {
    Md5 hash;
    hash.update(bytes);
    return hash.finish();
}

}  // namespace stet::pdf
