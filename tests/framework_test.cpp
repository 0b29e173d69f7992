// Framework files, their rules, and the tutorial that teaches to write one.
#include "grammar/framework.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "compiler/base/render.hpp"
#include "compiler/framework/names.hpp"
#include "compiler/framework/rules.hpp"
#include "grammar/rules.hpp"
#include "tests/support.hpp"

using namespace stet;
using framework::Framework;
using framework::GradeId;

namespace {

struct Read {
    Framework framework;
    std::string diagnostics;
};

Read read(std::string name, const std::string& text) {
    Sources sources;
    Diagnostics diagnostics;
    const FileId file = sources.add(name + ".stet", text);
    Read out{grammar::parse_framework(name, file, sources, diagnostics), {}};
    for (const Diagnostic& diagnostic : diagnostics.all()) out.diagnostics += render(diagnostic, sources, {});
    return out;
}

Framework shipped(const std::string& name) {
    return read(name, test::slurp(test::root_dir() + "/frameworks/" + name + ".stet")).framework;
}

/// The verdict on the first judgement that has rules, with the grades of the key judgements in order.
framework::Verdict judge(const Framework& framework, const std::vector<std::string>& keys,
                         std::vector<std::string> conditions = {}, const std::string& subject = "overall") {
    framework::Standing standing;
    standing.grades.resize(framework.judgements.size());
    standing.conditions = std::move(conditions);
    std::size_t next = 0;
    for (std::size_t i = 0; i < framework.judgements.size(); ++i) {
        if (!framework.judgements[i].key) continue;
        REQUIRE(next < keys.size());
        if (const std::string& grade = keys[next++]; !grade.empty())
            standing.grades[i] = framework.find_grade(grade).value();
    }
    return framework::evaluate(framework, framework.find_judgement(subject).value(), standing);
}

std::string decided(const Framework& framework, const framework::Verdict& verdict) {
    if (verdict.judgement_needed) return "judgement";
    return verdict.decided ? framework.scale[*verdict.decided].name : "open";
}

/// The stet blocks of docs/frameworks.md.
std::vector<std::string> tutorial_steps() {
    const std::string text = test::slurp(test::root_dir() + "/docs/frameworks.md");
    constexpr std::string_view opening = "```stet\n";
    std::vector<std::string> steps;
    for (std::size_t at = 0; (at = text.find(opening, at)) != std::string::npos;) {
        at += opening.size();
        const std::size_t end = text.find("```", at);
        steps.push_back(text.substr(at, end - at));
        at = end;
    }
    return steps;
}

/// Random grades for all judgements, with some conditions.
framework::Standing random_standing(const Framework& framework, std::mt19937& random) {
    framework::Standing standing;
    for (std::size_t i = 0; i < framework.judgements.size(); ++i) {
        standing.absent.push_back(framework.judgements[i].optional && random() % 4 == 0);
        standing.grades.emplace_back(static_cast<GradeId>(random() % framework.scale.size()));
        if (standing.absent.back()) standing.grades.back().reset();
    }
    for (const std::string& condition : framework.conditions) {
        if (random() % 3 == 0) standing.conditions.push_back(condition);
    }
    return standing;
}

/// Whether a rule says something of its judgement: it leaves out a grade, decides, or asks a person.
bool speaks(const framework::Verdict& verdict, std::uint32_t rule, std::uint32_t every_grade) {
    return verdict.judgement_needed == rule ||
           std::any_of(verdict.effects.begin(), verdict.effects.end(), [&](const framework::Effect& effect) {
               return effect.rule == rule && effect.allowed != every_grade;
           });
}

}  // namespace

TEST_CASE("the frameworks that ship are free of diagnostics") {
    const std::vector<std::string> names = test::MemoryWorld().framework_names();
    CHECK(names == std::vector<std::string>{"cqc-ratings", "hmi-prisons", "ofsted-ilacs", "ofsted-sif-2013",
                                            "ofsted-sif-2015"});
    for (const std::string& name : names) {
        const Read out = read(name, test::slurp(test::root_dir() + "/frameworks/" + name + ".stet"));
        INFO(name);
        CHECK(out.diagnostics.empty());
        CHECK_FALSE(out.framework.title.empty());
        CHECK_FALSE(out.framework.recognise.empty());
        CHECK(out.framework.scale.size() == 4);
    }
}

TEST_CASE("each step of the tutorial is a framework without diagnostics") {
    const std::vector<std::string> steps = tutorial_steps();
    REQUIRE(steps.size() == 7);
    for (const std::string& step : steps) {
        INFO(step);
        CHECK(read("nurseries", step).diagnostics.empty());
    }
}

TEST_CASE("the tutorial's rules do what it says") {
    const Framework nurseries = read("nurseries", tutorial_steps()[2]).framework;
    CHECK(decided(nurseries, judge(nurseries, {"strong", "strong", "sound"})) == "strong");
    CHECK(decided(nurseries, judge(nurseries, {"strong", "strong", "sound"}, {"accident"})) == "sound");
    CHECK(decided(nurseries, judge(nurseries, {"strong", "sound", "sound"})) == "sound");
    CHECK(decided(nurseries, judge(nurseries, {"weak", "weak", "strong"})) == "weak");
    CHECK(decided(nurseries, judge(nurseries, {"weak", "sound", "strong"})) == "judgement");
    CHECK(decided(nurseries, judge(nurseries, {"weak", "", "strong"})) == "open");
}

TEST_CASE("ratings of adult social care are aggregated as published") {
    const Framework cqc = shipped("cqc-ratings");
    const std::string o = "outstanding";
    const std::string g = "good";
    const std::string r = "requires improvement";
    const std::string i = "inadequate";
    CHECK(decided(cqc, judge(cqc, {g, g, g, g, g})) == g);
    CHECK(decided(cqc, judge(cqc, {o, g, g, g, g})) == g);
    CHECK(decided(cqc, judge(cqc, {o, o, g, g, g})) == o);
    CHECK(decided(cqc, judge(cqc, {o, o, o, o, o})) == o);
    CHECK(decided(cqc, judge(cqc, {o, o, o, o, r})) == g);
    CHECK(decided(cqc, judge(cqc, {g, g, g, r, r})) == r);
    CHECK(decided(cqc, judge(cqc, {i, i, o, o, o})) == i);
    CHECK(decided(cqc, judge(cqc, {i, r, r, g, g})) == "judgement");
    CHECK(decided(cqc, judge(cqc, {o, o, g, g, g}, {"breach"})) == r);
    CHECK(decided(cqc, judge(cqc, {i, i, g, g, g}, {"breach"})) == i);
}

TEST_CASE("a registered manager who is missing caps well-led and nothing else") {
    const Framework cqc = shipped("cqc-ratings");
    const std::vector<std::string> good(5, "good");
    const auto verdict = judge(cqc, good, {"registered manager missing"}, "well-led");
    CHECK_FALSE(verdict.allows(0));
    CHECK_FALSE(verdict.allows(1));
    CHECK(verdict.allows(2));
    CHECK(verdict.allows(3));
    CHECK(judge(cqc, good, {}, "well-led").allows(0));
}

TEST_CASE("an inadequate key judgement makes the single inspection inadequate") {
    const Framework sif = shipped("ofsted-sif-2013");
    CHECK(decided(sif, judge(sif, {"good", "inadequate", "good"})) == "inadequate");
    CHECK(decided(sif, judge(sif, {"good", "good", "good"})) == "open");
    const auto none_good =
        judge(sif, {"requires improvement", "requires improvement", "requires improvement"});
    CHECK_FALSE(none_good.allows(0));
    CHECK_FALSE(none_good.allows(1));
    CHECK(none_good.allows(2));
    const auto two_outstanding = judge(sif, {"good", "outstanding", "outstanding"});
    CHECK(two_outstanding.allows(0));
    // Nothing is excluded by a grade that is not known.
    CHECK(judge(sif, {"good", "", ""}).allows(0));
}

TEST_CASE("an optional judgement that was not made is left out, one that is not known is not") {
    const Framework ilacs = shipped("ofsted-ilacs");
    framework::Standing standing;
    standing.grades.resize(ilacs.judgements.size());
    standing.absent.resize(ilacs.judgements.size());
    const auto overall = ilacs.find_judgement("overall").value();
    for (const char* made : {"leaders", "protection", "care"})
        standing.grades[ilacs.find_judgement(made).value()] = GradeId{2};
    CHECK(framework::evaluate(ilacs, overall, standing).allows(0));
    for (const char* name : {"children in care", "care leavers"})
        standing.absent[ilacs.find_judgement(name).value()] = true;
    CHECK_FALSE(framework::evaluate(ilacs, overall, standing).allows(0));
    CHECK_FALSE(framework::evaluate(ilacs, overall, standing).allows(1));
    CHECK(framework::evaluate(ilacs, overall, standing).allows(2));
}

TEST_CASE("rules are read in all their forms") {
    const Framework f = shipped("cqc-ratings");
    const auto rule = [&](std::string_view text) {
        Diagnostics diagnostics;
        auto out = grammar::parse_rule(text, {0, 0, static_cast<std::uint32_t>(text.size())}, f, diagnostics);
        CHECK(diagnostics.all().size() == (out ? 0U : 1U));
        return out;
    };
    CHECK(rule("overall is good when all key are good or better")->terms[0].count.least ==
          framework::Count::all);
    CHECK(rule("overall is good when all key are good or better")->terms[0].grades.size() == 2);
    CHECK(rule("overall is at least good when at least two of safe, caring are good")
              ->terms[0]
              .judgements.size() == 2);
    CHECK(rule("overall is good when no key is inadequate")->terms[0].count.most == 0);
    CHECK(rule("overall is good when at most 1 key is inadequate or requires improvement")
              ->terms[0]
              .count.most == 1);
    CHECK(rule("overall is good when 3 or fewer key are inadequate")->terms[0].count.most == 3);
    CHECK(rule("overall is good when safe is good and no breach")->terms[1].kind ==
          framework::Term::Kind::condition);
    CHECK(rule("overall needs judgment when one key is inadequate")->kind == framework::RuleKind::undecided);
    CHECK(rule("well-led is requires improvement otherwise")->terms.empty());
    for (const char* wrong :
         {"", "overall", "overall is good", "overall is good when", "is good when any breach",
          "overall is good when the rest are good", "overall is good when any key is good and"}) {
        INFO(wrong);
        CHECK_FALSE(rule(wrong));
    }
}

TEST_CASE("names are compared without case, marks and articles") {
    CHECK(framework::fold("Children’s services – Marlow\u00A0Vale.") == "childrens services marlow vale");
    CHECK(framework::fold_name("The effectiveness of the Board (LSCB)") == "effectiveness of the board");
    CHECK(framework::fold_name("Board (from 2013 on) (x") == "board from 2013 on x");
    CHECK(framework::fold("\xFF\xC3") == "\xFF\xC3");
    CHECK(framework::fold("...").empty());
}

TEST_CASE("every rule of the frameworks that ship speaks for some grades and is silent for others") {
    test::MemoryWorld world;
    for (const std::string& name : world.framework_names()) {
        const Framework framework = shipped(name);
        const auto every_grade = static_cast<std::uint32_t>((1ULL << framework.scale.size()) - 1);
        std::vector<bool> spoke(framework.rules.size()), silent(framework.rules.size());
        std::mt19937 random(7);
        for (int round = 0; round < 3000; ++round) {
            const framework::Standing standing = random_standing(framework, random);
            for (std::uint32_t rule = 0; rule < framework.rules.size(); ++rule) {
                const auto verdict = framework::evaluate(framework, framework.rules[rule].subject, standing);
                (speaks(verdict, rule, every_grade) ? spoke : silent)[rule] = true;
            }
        }
        for (std::uint32_t rule = 0; rule < framework.rules.size(); ++rule) {
            INFO(name << ": " << framework.rules[rule].text);
            CHECK(spoke[rule]);
            CHECK(silent[rule]);
        }
    }
}
