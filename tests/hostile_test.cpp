// Hostile input: any bytes end in a document, in linear time, with bounded nesting and a bounded number of
// diagnostics.
#include <catch2/catch.hpp>
#include <ctime>
#include <functional>
#include <random>
#include <string>

#include "compiler/base/utf8.hpp"
#include "grammar/parse.hpp"
#include "grammar/read.hpp"
#include "tests/support.hpp"

using namespace stet;

namespace {

std::string repeat(std::string_view part, std::size_t times) {
    std::string out;
    out.reserve(part.size() * times);
    for (std::size_t i = 0; i < times; ++i) out += part;
    return out;
}

struct Outcome {
    std::size_t diagnostics = 0;
    std::size_t runs = 0;
    std::size_t text = 0;
    bool valid = true;
    double seconds = 0;  ///< of this process, so that a busy machine changes nothing
};

/// Parses and reads; checks what holds for every input.
Outcome take(std::string text) {
    Sources sources;
    const FileId file = sources.add("hostile.stet", std::move(text));
    Diagnostics diagnostics;
    const std::clock_t start = std::clock();
    const ast::Document document = grammar::parse(file, sources, diagnostics);
    const std::vector<prose::Run> runs = grammar::read_runs(document, sources);
    Outcome out;
    out.seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    out.diagnostics = diagnostics.all().size();
    out.runs = runs.size();
    for (const prose::Run& run : runs) {
        out.text += run.text.size();
        out.valid = out.valid && utf8::find_invalid(run.text) == std::string::npos;
        for (const prose::Run::Piece& piece : run.pieces) {
            out.valid = out.valid && piece.source + piece.length <= sources.text(file).size();
        }
    }
    CHECK(out.valid);
    CHECK(out.diagnostics <= 1000 * 12);
    return out;
}

/// A quadratic parser takes 16 times as long for four times the input, a linear one 4 times. Between them,
/// and above what the clock can tell, stands the limit.
void check_linear(std::string_view name, const std::function<std::string(std::size_t)>& make,
                  std::size_t size) {
    INFO(name);
    const Outcome small = take(make(size));
    const Outcome large = take(make(size * 4));
    INFO("seconds " << small.seconds << " and " << large.seconds);
    CHECK(large.seconds < 0.05 + small.seconds * 10);
}

}  // namespace

TEST_CASE("time is linear in what is repeated") {
    const auto repeated = [](std::string_view part, std::string_view before = "",
                             std::string_view after = "") {
        return [=](std::size_t n) { return std::string(before) + repeat(part, n) + std::string(after); };
    };
    check_linear("open brackets", repeated("["), 50'000);
    check_linear(
        "open brackets, then closed", [](std::size_t n) { return repeat("[", n) + repeat("]{a}", n); },
        25'000);
    check_linear("open braces", repeated("{"), 50'000);
    check_linear("closed braces", repeated("}"), 50'000);
    check_linear("open braces with words", repeated("{a "), 50'000);
    check_linear("braces far from their end", repeated("{a\n  b\n"), 25'000);
    check_linear("openers of emphasis", repeated(" *a _b"), 25'000);
    check_linear("stars", repeated("*"), 50'000);
    check_linear("stars and words", repeated("*a* "), 25'000);
    check_linear("emphasis in brackets", repeated("[*"), 25'000);
    check_linear("links that never end", repeated("[a](b"), 25'000);
    check_linear("half of a link", repeated("]("), 50'000);
    check_linear("note marks that never end", repeated("[^a"), 25'000);
    check_linear("escapes", repeated("\\*"), 50'000);
    check_linear("backslashes", repeated("\\"), 50'000);
    check_linear("hard breaks", repeated("a\\\n"), 25'000);
    check_linear("bullets", repeated("- a\n"), 15'000);
    check_linear("bullets on one line", repeated("- "), 50'000);
    check_linear("quotes on one line", repeated("> "), 50'000);
    check_linear("quotes in lines", repeated("> > > > > > > > > > > > > > > > a\n"), 2'000);
    check_linear("numbers", repeated("1. a\n"), 15'000);
    check_linear("letters", repeated("(a) b\n"), 15'000);
    check_linear("blank lines", repeated("\n"), 100'000);
    check_linear("paragraphs", repeated("a\n\n"), 15'000);
    check_linear("comments", repeated("a // b  // c\n"), 25'000);
    check_linear("slashes", repeated("/"), 100'000);
    check_linear("slashes without comments", repeated("a//b\n"), 25'000);
    check_linear("headers", repeated("a: b\n"), 15'000);
    check_linear("cells", repeated("|"), 50'000);
    check_linear("rows", repeated("| a | b |\n"), 5'000);
    check_linear("cells that grow downwards", repeated("| ^^ | b |\n"), 5'000);
    check_linear("quotation marks", repeated("\"", "@chart bars "), 50'000);
    check_linear("escaped quotation marks", repeated("\\\"", "@chart bars \""), 50'000);
    check_linear("brackets in arguments", repeated("(", "@facts "), 50'000);
    check_linear("arguments", repeated("a, ", "@chart bars \"x\", of "), 15'000);
    check_linear("facts", repeated("  a  1, source \"b\", at 1 May 2020\n", "@facts\n"), 5'000);
    check_linear("judgements", repeated("  a  good\n    Because.\n", "@judgements\n"), 5'000);
    check_linear("directives", repeated("@note a\n"), 15'000);
    check_linear("white space in braces", repeated(" ", "{a", "b}"), 100'000);
    check_linear("white space", repeated(" "), 100'000);
    check_linear("carriage returns", repeated("\r"), 50'000);
    check_linear("nul bytes", repeated(std::string_view("\0", 1)), 50'000);
    check_linear("broken UTF-8", repeated("\xC3\x28\xFF"), 50'000);
}

TEST_CASE("nesting is cut off") {
    std::string bullets;
    for (std::size_t i = 0; i < 1000; ++i) bullets += std::string(i * 2, ' ') + "- a\n";
    const Outcome outcome = take(bullets);
    CHECK(outcome.diagnostics == 1);
    CHECK(outcome.runs == 1000);
    CHECK(take(repeat(">", 100'000)).runs == 1);
    CHECK(take(repeat("> ", 100'000)).runs == 1);
}

TEST_CASE("one line of 16 megabytes is one run") {
    const Outcome outcome = take(repeat("word ", 3'200'000));
    CHECK(outcome.runs == 1);
    CHECK(outcome.text == 15'999'999);
    CHECK(outcome.seconds < 5);
}

TEST_CASE("ten megabytes of noise end") {
    std::mt19937 random(1);  // NOLINT(cert-msc51-cpp): the same noise in every run
    std::string noise;
    for (std::size_t i = 0; i < 10'000'000 / 4; ++i) {
        const auto word = static_cast<std::uint32_t>(random());
        for (unsigned shift = 0; shift < 32; shift += 8) noise += static_cast<char>(word >> shift);
    }
    CHECK(take(noise).seconds < 20);
    std::string marks;
    constexpr std::string_view alphabet = "[]{}*_\\()^|>-#@:,\"\n\n  a1.";
    for (std::size_t i = 0; i < 1'000'000; ++i) marks += alphabet[random() % alphabet.size()];
    CHECK(take(marks).seconds < 20);
}

TEST_CASE("a million lines and more are said") {
    CHECK(take(repeat("a\n", ast::max_lines + 10)).diagnostics == 1);
}
