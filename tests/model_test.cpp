// The resolved report and what is composed of it.
#include <algorithm>
#include <catch2/catch.hpp>

#include "compiler/driver/pipeline.hpp"
#include "compiler/model/grade_phrases.hpp"
#include "compiler/model/titles.hpp"
#include "tests/support.hpp"

using namespace stet;

namespace {

driver::Analysis analyse(const std::string& text, std::string framework = {}) {
    test::MemoryWorld world;
    if (!framework.empty()) world.files["frameworks/tiny.stet"] = std::move(framework);
    return driver::analyse(world, "report.stet", text, {false, false, {}});
}

const char* const tiny = R"(title: Tiny
publisher: Marlow Vale Inspectorate
@scale
  good
  requires improvement
    also: require improvement
  poor
@judged
  overall: Overall quality
    lead: Overall: {grade}.
  care: Quality of care
    also: care of residents
  food: Food
    within: care
    optional
@judged "The garden"
  garden: Garden
    optional
@sections
  The home
    level: 1
  Quality of care
    judges: care
  What the grades mean
    in: The home
    role: definitions
    wording: definitions
@wording overall
  good: All is well.
  poor: Little is well.
@wording definitions
  good: A good home does well.
  poor: A poor home does badly.
)";

const char* const report = R"(framework: tiny
title: Inspection of homes
also: Review of the garden[^garden]
subject: Marlow Vale
inspected: 28 February to 14 March 2025
published: 2 May 2025
lead inspector: Ann Marsh

@judgements
  overall  good
  care     requires improvement
    Care is given late.
  food     not judged
  garden   good

# The home {#home}

## Findings

1. Meals are late.[^late] {evidence EF-1} They are {note really?} warm. {#meals}

   - Breakfast is at ten.
   - Lunch is at three. {#lunch}

#. See {see meals}, {see lunch}, {see meals to care} and {see ages}. Overall it is {grade overall}.

## Quality of care

3. Care requires improvement. {because meals} {#care}

Table: Residents {#ages}

| Age | Residents |
| --- | --------: |
| 80  | 12        |

@appendix "How we inspected"

1. Ann came.

[^late]: By an hour.

[^garden]: Made at the same time.

[^unused]: Never.
)";

std::vector<std::string> phrases(const std::string& sentence) {
    static const framework::Framework sif = [] {
        return analyse("framework: ofsted-sif-2013\ntitle: T\n\n1. Text.\n").report.framework;
    }();
    const model::GradeLexicon lexicon(sif);
    const model::Words words(sentence);
    std::vector<std::string> out;
    for (const model::WordRange& range : model::sentences(words.all())) {
        for (const model::GradePhrase& phrase : model::grade_phrases(words.all(), range, lexicon)) {
            std::string subject;
            for (std::size_t i = phrase.subject.begin; i < phrase.subject.end; ++i) {
                subject += (subject.empty() ? "" : " ") + std::string(words.all()[i].text);
            }
            out.push_back(subject + (phrase.cited ? " [cited]" : "") + (phrase.not_reached ? " < " : " = ") +
                          sif.scale[phrase.id].name);
        }
    }
    return out;
}

using Found = std::vector<std::string>;

}  // namespace

TEST_CASE("a report is resolved") {
    const driver::Analysis analysis = analyse(report, tiny);
    CHECK(model::dump(analysis.report, *analysis.sources) == R"(framework tiny
title Inspection of homes
title Review of the garden
subject Marlow Vale
inspected 2025-02-28 to 2025-03-14
published 2025-05-02
person Ann Marsh (lead inspector)
judgement overall grade=good statements=0 section=-
judgement care grade=requires improvement statements=1 section=quality-of-care
judgement food grade=not judged statements=0 section=-
judgement garden grade=good statements=0 section=-
section 16:1 level=1 id=home judges=- rule=The home
section 18:1 level=2 id=findings judges=- rule=-
section 27:1 level=2 id=quality-of-care judges=care rule=Quality of care
section 37:1 level=1 id=how-we-inspected judges=- rule=-
numbered 20:1 id=meals number=1 series=0 runs=3
item 22:4 id=findings-breakfast-is-at-ten number=- series=0 runs=1
item 23:4 id=lunch number=- series=0 runs=1
numbered 25:1 id=findings-see-and-overall-it-is number=2 series=0 runs=1
numbered 29:1 id=care number=3 series=0 runs=1 because=meals
numbered 39:1 id=how-we-inspected-ann-came number=1 series=1 runs=1
table 31:1 id=ages number=1
label home -> home (“The home”)
label meals -> meals (paragraph 1)
label lunch -> lunch (paragraph 1)
label care -> care (paragraph 3)
label ages -> ages (Table 1)
see 25:8 paragraph 1
see 25:21 paragraph 1
see 25:34 paragraph 1 paragraph 3 (range)
see 25:58 Table 1
footnote late number=2 marks=1 words=yes
footnote garden number=1 marks=1 words=yes
footnote unused number=0 marks=0 words=yes
grade 10:12 cover overall good
grade 11:12 cover care requires improvement
grade 14:12 cover garden good
grade 29:9 sentence care requires improvement
)");
}

TEST_CASE("what the header says to Stet alone is not printed on the cover") {
    std::string text = report;
    text.insert(text.find("published: "), "standard wording: no\nstatus: final\n");
    const std::string dump = publication::dump(driver::compose(analyse(text, tiny)));
    CHECK(dump.find("cover Report published") != std::string::npos);
    for (const char* key : {"cover Standard", "cover Status", "cover Framework", "All is well."})
        CHECK(dump.find(key) == std::string::npos);
}

TEST_CASE("a publication is composed") {
    const driver::Analysis analysis = analyse(report, tiny);
    CHECK(publication::dump(driver::compose(analysis)) ==
          R"(title Inspection of homes and Review of the garden
subject Marlow Vale | publisher Marlow Vale Inspectorate | language en-GB | date 2025-05-02
cover title Inspection of homes
cover title Review of the garden[^1]
cover Inspection dates: 28 February to 14 March 2025
cover Report published: 2 May 2025
cover Lead inspector: Ann Marsh
cover group Overall: good.
  paragraph All is well. standard
  row care  Quality of care = Requires improvement (1/3) level 0 -> quality-of-care
  paragraph Care is given late.
  row food  Food = Not judged (0/0) level 1 -> 
cover group 
  row garden  Garden = Good (0/3) level 0 -> 
contents 1  The home -> home
contents 2  Findings -> findings
contents 2  Quality of care -> quality-of-care
contents 2  What the grades mean -> standard-what-the-grades-mean
contents 1 Appendix A How we inspected -> how-we-inspected
heading 1  The home #home
heading 2  Findings #findings
numbered 1 #meals
  paragraph Meals are late.[^2] They are warm.
  list
    item •
    paragraph Breakfast is at ten. #findings-breakfast-is-at-ten
    item •
    paragraph Lunch is at three. #lunch
numbered 2 #findings-see-and-overall-it-is
  paragraph See [paragraph 1](#meals), [paragraph 1](#lunch), paragraphs [1](#meals) to [3](#care) and [Table 1](#ages). Overall it is good.
heading 2  Quality of care #quality-of-care
numbered 3 #care
  paragraph Care requires improvement.
table Table 1 Residents #ages
  head | Age | Residents
  row | 80 | 12
heading 2  What the grades mean #standard-what-the-grades-mean standard
paragraph A *good* home does well. #standard-what-the-grades-mean-plain-1 standard
paragraph A *poor* home does badly. #standard-what-the-grades-mean-plain-2 standard
heading 1 Appendix A How we inspected #how-we-inspected
numbered 1 #how-we-inspected-ann-came
  paragraph Ann came.
note 1 note-1
  paragraph Made at the same time.
note 2 note-2
  paragraph By an hour.
)");
}

TEST_CASE("the cover says a grade once, and abbreviations carry what they stand for") {
    const driver::Analysis analysis = analyse(R"(framework: ofsted-sif-2013
title: Inspection
subject: Marlow Vale

@judgements
  overall  good
    The overall judgement is good. All is well.
  lscb  good
    The LSCB is not yet outstanding.

The Emergency Duty Team (EDT) is busy. The NHS helps the EDT; the EDTs of others do not.
)");
    const publication::Publication publication = driver::compose(analysis);
    REQUIRE(publication.cover.groups.size() == 2);
    CHECK(publication.cover.groups[0].lead[0].text == "The overall judgement is good.");
    CHECK(
        std::get<publication::Paragraph>(publication.cover.groups[0].statement.at(0).content).text[0].text ==
        "All is well.");
    CHECK(publication.cover.groups[1].lead[0].text ==
          "The effectiveness of the Local Safeguarding Children Board (LSCB) is judged: good.");
    CHECK(publication.cover.groups[1].statement.size() == 1);
    REQUIRE(publication.abbreviations.size() == 2);
    CHECK(publication.abbreviations[0].abbreviation == "EDT");
    CHECK(publication.abbreviations[0].expansion == "Emergency Duty Team");
    CHECK(publication.abbreviations[1].expansion == "National Health Service");
    const auto& text = std::get<publication::Paragraph>(publication.body.at(0).content).text;
    REQUIRE(text.size() == 7);
    CHECK(text[1].expansion == "Emergency Duty Team");
    CHECK(text[3].text == "NHS");
    CHECK(text[6].text == "; the EDTs of others do not.");
}

TEST_CASE("a cover's lead ends before the grade that its panel shows") {
    const driver::Analysis analysis = analyse(R"(framework: ofsted-sif-2013
title: Inspection
subject: Marlow Vale

@judgements
  overall  requires improvement
    Services in Marlow Vale require improvement\
    Help comes too late\
    All who work there know it.
  lscb  good

The council is small.
)");
    const publication::Publication publication = driver::compose(analysis);
    REQUIRE(publication.cover.groups.size() == 2);
    const publication::CoverGroup& overall = publication.cover.groups[0];
    CHECK(overall.lead.at(0).text == "Services in Marlow Vale require improvement");
    CHECK(overall.introduction.at(0).text == "Services in Marlow Vale");
    const auto& rest = std::get<publication::Paragraph>(overall.statement.at(0).content).text;
    CHECK(rest.at(0).text == "Help comes too late");
    CHECK(rest.at(0).line_break);
    CHECK(publication.cover.groups[1].introduction.at(0).text ==
          "The effectiveness of the Local Safeguarding Children Board (LSCB) is judged");
}

TEST_CASE("a standard section of no part stands after the parts and names each grade") {
    const driver::Analysis analysis = analyse(R"(framework: hmi-prisons
title: Report
subject: HMP Marlow

@judgements
  safety  good

# Safety

Outcomes were good.
)");
    const publication::Publication publication = driver::compose(analysis);
    REQUIRE(publication.contents.size() == 2);
    CHECK(publication.contents[0].title == "Safety");
    CHECK(publication.contents[1].title == "What the judgements mean");
    CHECK(publication.contents[1].level == 1);
    const auto section =
        std::find_if(publication.body.begin(), publication.body.end(),
                     [](const publication::Block& b) { return b.id.starts_with("standard-"); });
    REQUIRE(section != publication.body.end());
    const auto& first = std::get<publication::Paragraph>((section + 1)->content).text;
    CHECK(first.at(0).text == "Good");
    CHECK(first.at(0).strong);
}

TEST_CASE("grades are read from sentences") {
    CHECK(phrases("This local authority requires improvement and is not yet good because") ==
          Found{"this local authority = requires improvement", "this local authority < good"});
    CHECK(phrases("The graded judgment for adoption performance is that it is outstanding.") ==
          Found{"adoption performance [cited] = outstanding"});
    CHECK(phrases("The graded judgement about care leavers is that it requires improvement") ==
          Found{"care leavers [cited] = requires improvement"});
    CHECK(phrases("The overall judgement is that children’s services are inadequate") ==
          Found{"overall judgement [cited] = inadequate"});
    CHECK(phrases("The judgement for the effectiveness of the Board (LSCB) is requires improvement.") ==
          Found{"effectiveness of the board lscb [cited] = requires improvement"});
    CHECK(phrases("Adoption is judged to be good. Overall, the service is still good.") ==
          Found{"adoption = good", "service = good"});
    CHECK(phrases("The LSCB is not yet demonstrating the characteristics of good.") == Found{"lscb < good"});
    CHECK(phrases("The authority does not yet meet the criteria for good.") == Found{"authority < good"});
    CHECK(phrases("Adoption: outstanding") == Found{"adoption = outstanding"});
    CHECK(phrases("Leaders require improvement to be good.") == Found{"leaders = requires improvement"});
}

TEST_CASE("what only looks like a grade is none") {
    for (const char* sentence :
         {"The home was judged to be good.", "Services were inadequate.", "It is good at listening.",
          "An outstanding leader left.", "Schools graded good or better.",
          "Adoption requires improvement to be consistently fast.", "It is not good.",
          "Services that are inadequate get help.", "It is good or outstanding.",
          "Plans are of good quality.", "good practice", ""}) {
        INFO(sentence);
        CHECK(phrases(sentence) == Found{});
    }
}

TEST_CASE("headings lose their grade and nothing else") {
    const framework::Framework f =
        analyse("framework: ofsted-sif-2013\ntitle: T\n\n1. Text.\n").report.framework;
    CHECK(model::without_grade("Adoption is good", f) == "Adoption");
    CHECK(model::without_grade("Leadership, management and governance require improvement.", f) ==
          "Leadership, management and governance");
    CHECK(model::without_grade("Care leavers: Requires improvement to be good", f) == "Care leavers");
    CHECK(model::without_grade("The graded judgement for adoption is that it is outstanding", f) ==
          "The graded judgement for adoption");
    CHECK(model::without_grade("What is good", f) == "What");
    CHECK(model::without_grade("The common good", f) == "The common good");
    CHECK(model::without_grade("good", f) == "good");
}

TEST_CASE("published ids come from words, not from numbers, and are unique") {
    const driver::Analysis analysis =
        analyse("title: T\n\n# A\n\n1. Same words.\n\n2. Same words.\n\n3. …\n\n# A\n\n# A\n");
    const auto& report_ = analysis.report;
    CHECK(report_.paragraphs[0].id == "a-same-words");
    CHECK(report_.paragraphs[1].id == "a-same-words-2");
    CHECK(report_.paragraphs[2].id == "a-2");
    CHECK(report_.sections[1].id == "a-3");
    CHECK(report_.sections[2].id == "a-4");
}

TEST_CASE("many things of one name stay quick") {
    std::string text = "title: T\n\n";
    for (int i = 0; i < 20000; ++i) text += "# Annex\n\n1. Same. {#x}\n\n2. {see y} [^z]\n\n[^z]: Z.\n\n";
    const driver::Analysis analysis = analyse(text);
    CHECK(analysis.report.sections.size() == 20000);
    CHECK(driver::compose(analysis).contents.size() == 20000);
}
