// XMP (ISO 16684-1) as PDF/A-2, 6.6 and PDF/UA-1, 5 ask for it.
#include "backends/pdf/metadata.hpp"

#include <charconv>
#include <chrono>

#include "backends/pdf/normalise.hpp"
#include "backends/pdf/syntax.hpp"
#include "compiler/base/xml.hpp"

namespace stet::pdf {

namespace {

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const std::string_view entity = xml_entity(c);
        out += entity.empty() ? std::string_view(&c, 1) : entity;
    }
    return out;
}

void append_padded(std::string& out, std::int64_t value, std::size_t width) {
    char text[24];
    const auto end = std::to_chars(text, text + sizeof text, value).ptr;
    const auto size = static_cast<std::size_t>(end - text);
    if (size < width) out.append(width - size, '0');
    out.append(text, end);
}

/// "2014-03-21T00:00:00Z", or without separators for the information dictionary.
std::string date_text(std::int64_t seconds, bool separators) {
    using namespace std::chrono;
    const sys_seconds time{std::chrono::seconds(seconds)};
    const auto day = floor<days>(time);
    const year_month_day date(day);
    const hh_mm_ss clock(time - day);
    std::string out;
    append_padded(out, static_cast<int>(date.year()), 4);
    const auto part = [&](char separator, std::int64_t value) {
        if (separators) out += separator;
        append_padded(out, value, 2);
    };
    part('-', static_cast<unsigned>(date.month()));
    part('-', static_cast<unsigned>(date.day()));
    part('T', clock.hours().count());
    part(':', clock.minutes().count());
    part(':', clock.seconds().count());
    out += 'Z';
    return out;
}

/// Midnight of an ISO 8601 date; none where it is no date between the years 1 and 9999.
std::optional<std::int64_t> parse_date(std::string_view text) {
    using namespace std::chrono;
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    int parts[3] = {};
    const std::string_view fields[3] = {text.substr(0, 4), text.substr(5, 2), text.substr(8, 2)};
    for (int i = 0; i < 3; ++i) {
        const auto [end, error] =
            std::from_chars(fields[i].data(), fields[i].data() + fields[i].size(), parts[i]);
        if (error != std::errc() || end != fields[i].data() + fields[i].size() || parts[i] < 1)
            return std::nullopt;
    }
    const year_month_day date{year{parts[0]}, month{static_cast<unsigned>(parts[1])},
                              day{static_cast<unsigned>(parts[2])}};
    if (!date.ok()) return std::nullopt;
    return sys_days(date).time_since_epoch().count() * std::int64_t{86400};
}

std::string alternatives(std::string_view name, const std::string& text) {
    return "<dc:" + std::string(name) + "><rdf:Alt><rdf:li xml:lang=\"x-default\">" + escaped(text) +
           "</rdf:li></rdf:Alt></dc:" + std::string(name) + ">\n";
}

/// PDF/A-2, 6.6.2.3: a property outside the predefined schemas is described in the packet.
constexpr std::string_view extension_schema =
    "<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name>\n"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>\n";

}  // namespace

Metadata metadata_of(const publication::Publication& publication, const Options& options) {
    Metadata metadata;
    metadata.title = normalise(publication.title);
    if (metadata.title.empty()) metadata.title = normalise(publication.cover.subject);
    if (metadata.title.empty()) metadata.title = "Inspection report";
    metadata.subject = normalise(publication.subject);
    metadata.publisher = normalise(publication.publisher);
    metadata.language = publication.language.empty() ? "en-GB" : publication.language;
    metadata.producer = "Stet " + options.version;
    metadata.time = options.source_date_epoch ? options.source_date_epoch : parse_date(publication.date);
    constexpr std::int64_t end_of_9999 = 253402300799;
    if (metadata.time && (*metadata.time < 0 || *metadata.time > end_of_9999)) metadata.time.reset();
    return metadata;
}

std::string xmp_packet(const Metadata& metadata) {
    std::string out =
        "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
        "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
        "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
        " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
        " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" "
        "xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
        "<dc:format>application/pdf</dc:format>\n";
    out += alternatives("title", metadata.title);
    if (!metadata.subject.empty()) out += alternatives("description", metadata.subject);
    if (!metadata.publisher.empty()) {
        const std::string name = escaped(metadata.publisher);
        out += "<dc:creator><rdf:Seq><rdf:li>" + name + "</rdf:li></rdf:Seq></dc:creator>\n";
        out += "<dc:publisher><rdf:Bag><rdf:li>" + name + "</rdf:li></rdf:Bag></dc:publisher>\n";
    }
    out +=
        "<dc:language><rdf:Bag><rdf:li>" + escaped(metadata.language) + "</rdf:li></rdf:Bag></dc:language>\n";
    if (metadata.time) {
        const std::string date = date_text(*metadata.time, true);
        for (const std::string_view name : {"CreateDate", "ModifyDate", "MetadataDate"}) {
            out += "<xmp:" + std::string(name) + ">" + date + "</xmp:" + std::string(name) + ">\n";
        }
    }
    out += "<xmp:CreatorTool>" + escaped(metadata.producer) + "</xmp:CreatorTool>\n";
    out += "<pdf:Producer>" + escaped(metadata.producer) + "</pdf:Producer>\n";
    out +=
        "<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n<pdfuaid:part>1</"
        "pdfuaid:part>\n";
    out += "</rdf:Description>\n";
    out += extension_schema;
    out += "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>";
    return out;
}

std::string info_entries(const Metadata& metadata) {
    std::string out;
    const auto entry = [&](std::string_view key, const std::string& value) {
        if (value.empty()) return;
        out += '/';
        out += key;
        out += ' ';
        append_text(out, value);
        out += '\n';
    };
    entry("Title", metadata.title);
    entry("Subject", metadata.subject);
    entry("Author", metadata.publisher);
    entry("Creator", metadata.producer);
    entry("Producer", metadata.producer);
    if (metadata.time) {
        const std::string date = "D:" + date_text(*metadata.time, false);
        entry("CreationDate", date);
        entry("ModDate", date);
    }
    return out;
}

}  // namespace stet::pdf
