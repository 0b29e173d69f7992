// Tables of comma-separated values (RFC 4180), each field with its place.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace stet {

struct CsvField {
    std::string text;         ///< without quotes, white space at both ends removed
    std::uint32_t begin = 0;  ///< in the file's bytes, without quotes
    std::uint32_t end = 0;
};

/// Bytes [begin, end) of the file; a row may span lines inside quotes. Blank lines are no rows.
struct CsvRow {
    std::vector<CsvField> fields;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

struct CsvTable {
    std::vector<CsvRow> rows;
    std::vector<std::uint32_t> open_quotes;   ///< where a quote opens that never closes
    std::vector<std::uint32_t> after_quotes;  ///< where words follow a closing quote before the separator
};

/// Reads any bytes, in linear time. The separator is the one of `,` `;` and tab that the first line has most
/// of outside quotes.
CsvTable parse_csv(std::string_view text);

/// The text of a CSV file as UTF-8 without a byte order mark: UTF-16 (by its mark) and what is not valid
/// UTF-8 (taken as Windows-1252, as spreadsheets save it) are converted, line by line as they were.
std::string decode_table(std::string bytes);

}  // namespace stet
