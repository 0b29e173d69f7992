// A reader of comma-separated values that accepts what spreadsheets write.
#include "compiler/base/csv.hpp"

#include <array>

#include "compiler/base/utf8.hpp"

namespace stet {

namespace {

char find_separator(std::string_view text) {
    std::array<std::size_t, 3> counts{};
    constexpr std::string_view separators = ",;\t";
    bool quoted = false;
    for (const char c : text) {
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        if (c == '\n') break;
        const std::size_t which = separators.find(c);
        if (which != std::string_view::npos) ++counts[which];
    }
    std::size_t best = 0;
    for (std::size_t i = 1; i < counts.size(); ++i) best = counts[i] > counts[best] ? i : best;
    return separators[best];
}

bool blank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
}

struct Reader {
    std::string_view text;
    char separator;
    CsvTable table;
    std::size_t at = 0;

    [[nodiscard]] bool line_end() const {
        return at >= text.size() || text[at] == '\n' ||
               (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n');
    }
    [[nodiscard]] bool field_end() const { return line_end() || text[at] == separator; }

    CsvField quoted() {
        CsvField field;
        const std::size_t open = at++;
        field.begin = static_cast<std::uint32_t>(at);
        while (at < text.size()) {
            if (text[at] != '"') {
                field.text += text[at++];
            } else if (at + 1 < text.size() && text[at + 1] == '"') {
                field.text += '"';
                at += 2;
            } else {
                break;
            }
        }
        field.end = static_cast<std::uint32_t>(at);
        if (at >= text.size())
            table.open_quotes.push_back(static_cast<std::uint32_t>(open));
        else
            ++at;
        bool told = false;
        for (; !field_end(); ++at) {
            if (!blank(text[at]) && !told) {
                table.after_quotes.push_back(static_cast<std::uint32_t>(at));
                told = true;
            }
        }
        return field;
    }

    CsvField plain() {
        CsvField field;
        std::size_t begin = at;
        while (!field_end()) ++at;
        std::size_t end = at;
        while (end > begin && blank(text[end - 1])) --end;
        field.text = std::string(text.substr(begin, end - begin));
        field.begin = static_cast<std::uint32_t>(begin);
        field.end = static_cast<std::uint32_t>(end);
        return field;
    }

    void row() {
        CsvRow row;
        row.begin = static_cast<std::uint32_t>(at);
        while (true) {
            while (!field_end() && blank(text[at])) ++at;
            row.fields.push_back(at < text.size() && text[at] == '"' ? quoted() : plain());
            if (line_end()) break;
            ++at;
        }
        row.end = static_cast<std::uint32_t>(at);
        const bool empty = row.fields.size() == 1 && row.fields[0].text.empty();
        if (!empty) table.rows.push_back(std::move(row));
        if (at < text.size() && text[at] == '\r') ++at;
        if (at < text.size()) ++at;
    }
};

/// Windows-1252 0x80 to 0x9F; the other bytes are Latin-1.
constexpr std::array<char16_t, 32> windows_1252 = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

std::string from_windows(std::string_view bytes) {
    std::string out;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        utf8::append(out, byte >= 0x80 && byte < 0xA0 ? windows_1252[byte - 0x80U] : char32_t{byte});
    }
    return out;
}

std::string from_utf16(std::string_view bytes, bool big) {
    std::string out;
    const auto unit = [&](std::size_t i) {
        const auto first = static_cast<unsigned char>(bytes[i]),
                   second = static_cast<unsigned char>(bytes[i + 1]);
        return static_cast<char32_t>(big ? first << 8 | second : second << 8 | first);
    };
    for (std::size_t i = 2; i + 1 < bytes.size(); i += 2) {
        char32_t point = unit(i);
        if (point >= 0xD800 && point < 0xDC00 && i + 3 < bytes.size()) {
            const char32_t low = unit(i + 2);
            if (low >= 0xDC00 && low < 0xE000) {
                point = 0x10000 + ((point - 0xD800) << 10U) + (low - 0xDC00);
                i += 2;
            }
        }
        utf8::append(out, point >= 0xD800 && point < 0xE000 ? char32_t{0xFFFD} : point);
    }
    return out;
}

}  // namespace

CsvTable parse_csv(std::string_view text) {
    Reader reader{text, find_separator(text), {}, 0};
    while (reader.at < text.size()) reader.row();
    return std::move(reader.table);
}

std::string decode_table(std::string bytes) {
    if (bytes.starts_with("\xFF\xFE")) return from_utf16(bytes, false);
    if (bytes.starts_with("\xFE\xFF")) return from_utf16(bytes, true);
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
    return utf8::find_invalid(bytes) == std::string_view::npos ? bytes : from_windows(bytes);
}

}  // namespace stet
