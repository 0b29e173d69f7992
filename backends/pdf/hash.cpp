// MD5 by libharu's implementation.
#include "backends/pdf/hash.hpp"

#include <hpdf.h>
#include <hpdf_encrypt.h>

#include <algorithm>

namespace stet::pdf {

Digest md5(std::string_view bytes) {
    HPDF_MD5_CTX context;
    HPDF_MD5Init(&context);
    constexpr std::size_t step = 1U << 20U;
    for (std::size_t at = 0; at < bytes.size(); at += step) {
        const std::string_view part = bytes.substr(at, step);
        HPDF_MD5Update(&context, reinterpret_cast<const HPDF_BYTE*>(part.data()),
                       static_cast<HPDF_UINT32>(part.size()));
    }
    Digest digest{};
    HPDF_MD5Final(digest.data(), &context);
    return digest;
}

}  // namespace stet::pdf
