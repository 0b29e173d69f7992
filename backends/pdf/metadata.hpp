// Document metadata: XMP and the information dictionary say the same.
#pragma once

#include <optional>
#include <string>

#include "backends/pdf/pdf.hpp"

namespace stet::pdf {

/// What a file says of itself. Nothing of the machine, the user or the state of the draft is in it.
struct Metadata {
    std::string title;
    std::string subject;
    std::string publisher;
    std::string language;
    std::string producer;
    std::optional<std::int64_t> time;  ///< seconds since 1970
};

Metadata metadata_of(const publication::Publication& publication, const Options& options);

/// An XMP packet with PDF/A-2a and PDF/UA-1 identification.
std::string xmp_packet(const Metadata& metadata);
/// Entries of the information dictionary.
std::string info_entries(const Metadata& metadata);

}  // namespace stet::pdf
