// Splitting runs into words.
#include "compiler/prose/words.hpp"

#include <catch2/catch.hpp>

#include "compiler/prose/quotations.hpp"

using namespace stet::prose;

namespace {

Words split(std::vector<std::string> texts) {
    std::vector<Run> runs(texts.size());
    for (RunId id = 0; id < runs.size(); ++id) runs[id].id = id, runs[id].text = std::move(texts[id]);
    return split_words(runs);
}

std::string forms(const Words& words) {
    std::string out;
    for (const Word& word : words.all) out.append(words.form(word)).append("|");
    return out;
}

}  // namespace

TEST_CASE("words are letters and digits with the apostrophes inside them") {
    CHECK(forms(split({"The board’s well-run Café, 'open' 24/7."})) ==
          "the|board's|well|run|café|open|24|7|");
    CHECK(forms(split({"", "\xFF\xFE a\xC3", "’’--"})) == "a|");
}

TEST_CASE("a word knows what joins it to the one before") {
    const Words words = split({"multi-agency work–life co‑op a (b) c,d"});
    std::vector<Joint> joints;
    for (const Word& word : words.all) joints.push_back(word.joint);
    CHECK(joints == std::vector{Joint::start, Joint::hyphen, Joint::space, Joint::dash, Joint::space,
                                Joint::hyphen, Joint::space, Joint::mark, Joint::mark, Joint::mark});
}

TEST_CASE("a word knows its letters and whether something begins with it") {
    const Words words = split({"Most LSCBs met. They said: “Good” and KS4 e.g. MPs’ Ofsted"});
    const auto at = [&](std::string_view form) { return words.all[words.of(form)[0]]; };
    CHECK(at("lscbs").upper);
    CHECK(at("mps").upper);
    CHECK_FALSE(at("ofsted").upper);
    CHECK(at("ks4").digits);
    CHECK(at("most").opens);
    CHECK(at("they").opens);
    CHECK(at("good").opens);
    CHECK_FALSE(at("and").opens);
    CHECK_FALSE(at("ofsted").opens);
    CHECK(at("ofsted").capital);
}

TEST_CASE("addresses are marked whole") {
    const Words words = split({"Write to help@marlowvale.example or see www.marlowvale.example/help today."});
    std::string marked;
    for (const Word& word : words.all) {
        if (word.address) marked.append(words.form(word)).append("|");
    }
    CHECK(marked == "help|marlowvale|example|www|marlowvale|example|help|");
}

TEST_CASE("places of a word are found by its form, in any run") {
    const Words words = split({"One board.", "", "Board and board"});
    CHECK(words.of("board").size() == 3);
    CHECK(words.of("nothing").empty());
    CHECK(words.in(1).empty());
    CHECK(words.in(2).size() == 3);
    CHECK(words.previous(2) == nullptr);
    CHECK(words.form(*words.next(2)) == "and");
    CHECK(words.symbols.find_joined("bo", "ard") == words.symbols.find("board"));
    CHECK(words.symbols.find_joined("bo", "ards") == Symbols::none);
}

TEST_CASE("many distinct words keep their symbols") {
    std::string text;
    for (int i = 0; i < 5000; ++i) text += "w" + std::to_string(i) + " ";
    const Words words = split({text + text});
    CHECK(words.symbols.size() == 5000);
    CHECK(words.of("w4999").size() == 2);
    CHECK(words.form(words.all[4321]) == "w4321");
}

TEST_CASE("quotations stand between marks, and apostrophes are none") {
    const auto quoted = [](std::string_view text) {
        std::string all;
        for (const Quotation& q : quotations(text))
            all += "[" + std::string(text.substr(q.begin, q.end - q.begin)) + "]";
        return all;
    };
    CHECK(quoted("The ‘Frontline’ programme and “Staying Close”.") == "[Frontline][Staying Close]");
    CHECK(quoted("'It's the children's plan', she said (\"so far\").") ==
          "[It's the children's plan][so far]");
    CHECK(quoted("The parents' views and carers’ reports, and O'Neill's too.").empty());
    CHECK(quoted("‘Children’s rights’ matter.") == "[Children’s rights]");
    CHECK(quoted("“Never closed, " + std::string(600, 'x')).empty());
    CHECK(quoted("").empty());
}
