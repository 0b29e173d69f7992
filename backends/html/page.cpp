// The page: head, cover, contents, body, notes, annex.
#include <algorithm>
#include <cmath>

#include "backends/html/html.hpp"
#include "backends/html/writer.hpp"
#include "backends/pdf/resources.hpp"

namespace stet::html {

namespace {

using namespace publication;

constexpr std::string_view contents_id = "page-contents";
constexpr std::string_view notes_id = "page-notes";
constexpr std::string_view report_id = "page-report";
constexpr std::string_view remarks_id = "page-remarks";
constexpr std::string_view annex_id = "page-figures";

/// The theme as properties that the style sheet uses.
std::string properties(const pdf::Theme& theme) {
    std::string out = ":root{";
    const std::pair<const char*, pdf::Ink> inks[] = {{"text", pdf::Ink::text},     {"muted", pdf::Ink::muted},
                                                     {"accent", pdf::Ink::accent}, {"rule", pdf::Ink::rule},
                                                     {"tint", pdf::Ink::tint},     {"link", pdf::Ink::link},
                                                     {"paper", pdf::Ink::paper}};
    for (const auto& [name, ink] : inks) out += fmt::format("--{}:{};", name, css(theme.ink(ink)));
    return out + fmt::format("--font:{};--heading-font:{}}}\n", theme.web_text, theme.web_heading);
}

std::string grade_style(const pdf::GradeLook& look) {
    return fmt::format(" style=\"--tone:{}\"", css(look.colour));
}

struct Page {
    Writer& writer;
    const Publication& publication = writer.publication;
    std::string& out = writer.out;

    void head(const Options& options, std::string_view style) const {
        const std::string title =
            publication.subject.empty() ? publication.title : publication.subject + ": " + publication.title;
        out += "<!DOCTYPE html>\n<html lang=" + quoted(publication.language) +
               ">\n<head>\n<meta charset=\"utf-8\">\n"
               "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
               "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
               "'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'\">\n<title>";
        if (options.draft) out += "Draft: ";
        writer.text(title.empty() ? "Inspection report" : title);
        out += "</title>\n";
        meta("author", publication.publisher);
        meta("dcterms.date", publication.date);
        out += "<style>\n" + properties(writer.theme);
        out += style;
        out += "</style>\n</head>\n<body>\n";
        out += fmt::format("<a class=\"skip\" href=\"#{}\">Skip to the report</a>\n", report_id);
    }

    void meta(std::string_view name, const std::string& value) const {
        if (!value.empty()) out += fmt::format("<meta name=\"{}\" content={}>\n", name, quoted(value));
    }

    void cover(const Options& options) const {
        const Cover& cover = publication.cover;
        out += "<header>\n";
        if (options.draft) out += "<p class=\"draft\" role=\"note\">Draft: not for publication</p>\n";
        if (!publication.publisher.empty()) {
            out += "<p class=\"publisher\">";
            writer.text(publication.publisher);
            out += "</p>\n";
        }
        out += "<h1>";
        const std::string& subject = cover.subject.empty() ? publication.title : cover.subject;
        writer.text(subject.empty() ? "Inspection report" : subject);
        out += "</h1>\n";
        for (std::size_t i = 0; i < cover.titles.size(); ++i) {
            if (i > 0) out += "<p class=\"joint\">and</p>\n";
            out += "<p class=\"title\">";
            writer.inlines(cover.titles[i]);
            out += "</p>\n";
        }
        if (!cover.facts.empty()) out += "<dl>\n";
        for (const auto& [name, value] : cover.facts) {
            out += "<div><dt>";
            writer.text(name);
            out += "</dt><dd>";
            writer.inlines(value);
            out += "</dd></div>\n";
        }
        if (!cover.facts.empty()) out += "</dl>\n";
        for (const CoverGroup& group : cover.groups) judgements(group);
        out += "</header>\n";
    }

    void judgements(const CoverGroup& group) const {
        const JudgementRow* leading = group.leading ? &*group.leading : nullptr;
        if (leading == nullptr && group.rows.size() == 1 && group.lead.empty()) leading = &group.rows.front();
        if (leading != nullptr) {
            panel(group, *leading);
            writer.remarks_on(leading);
        } else if (!group.lead.empty()) {
            out += "<p class=\"title\">";
            writer.inlines(group.lead);
            out += "</p>\n";
        }
        writer.blocks(group.statement);
        if (leading != nullptr && !group.leading) {
            writer.blocks(leading->statement);
            return;
        }
        if (group.rows.empty()) return;
        out +=
            "<table class=\"judgements\">\n<thead><tr><th scope=\"col\">Area judged</th>"
            "<th scope=\"col\">Judgement</th></tr></thead>\n<tbody>\n";
        for (const JudgementRow& row : group.rows) judgement(row);
        out += "</tbody>\n</table>\n";
    }

    void panel(const CoverGroup& group, const JudgementRow& row) const {
        const pdf::GradeLook& look = writer.theme.grade(row.rank, row.ranks);
        out += "<div class=\"panel\"" + id_attribute(judgement_id(row)) + grade_style(look) + ">" +
               shape_image(look.shape) + "<div><p>";
        if (group.lead.empty()) {
            writer.text(row.title);
        } else {
            writer.inlines(group.introduction.empty() ? group.lead : group.introduction);
        }
        out += "</p><p class=\"grade\">";
        writer.text(row.grade);
        out += "</p></div></div>\n";
    }

    void judgement(const JudgementRow& row) const {
        const pdf::GradeLook& look = writer.theme.grade(row.rank, row.ranks);
        out += fmt::format("<tr{}><th scope=\"row\"{}>", id_attribute(judgement_id(row)),
                           row.level > 0 ? " class=\"nested\"" : "");
        if (!row.target.empty()) out += "<a href=" + fragment(row.target) + ">";
        if (!row.number.empty()) {
            writer.text(row.number);
            out += "&#160; ";
        }
        writer.text(row.title);
        if (!row.target.empty()) out += "</a>";
        writer.blocks(row.statement);
        writer.remarks_on(&row);
        out += "</th><td class=\"grade\"" + grade_style(look) + ">" + shape_image(look.shape) + " <span>";
        writer.text(row.grade);
        out += "</span></td></tr>\n";
    }

    /// A list in lists, as deep as the entries are.
    void contents(const Options& options) const {
        if (publication.contents.empty()) return;
        out += fmt::format("<nav aria-labelledby=\"{0}\">\n<h2 id=\"{0}\">Contents</h2>\n", contents_id);
        unsigned depth = 0;
        for (const ContentsEntry& entry : publication.contents) {
            const unsigned wanted = std::clamp<unsigned>(entry.level, 1, depth + 1);
            if (wanted > depth) {
                out += "<ul>\n";
            } else {
                out += "</li>\n";
                for (; depth > wanted; --depth) out += "</ul></li>\n";
            }
            depth = wanted;
            out += "<li><a href=" + fragment(entry.target) + ">";
            if (!entry.number.empty()) {
                writer.text(entry.number);
                out += "&#160; ";
            }
            writer.text(entry.title);
            out += "</a>";
        }
        for (; depth > 1; --depth) out += "</li>\n</ul>";
        out += "</li>\n";
        own_entry(publication.notes.empty() ? "" : notes_id, "Notes");
        own_entry(publication.facts.empty() ? "" : annex_id, annex_title);
        own_entry(placed_remarks() == options.remarks.size() ? "" : remarks_id, "Other remarks");
        out += "</ul>\n</nav>\n";
    }

    /// How many remarks of a review copy are, or will be, behind what they are about.
    [[nodiscard]] std::size_t placed_remarks() const {
        std::size_t count = writer.printed.size();
        for (const auto& [subject, remarks] : writer.remarks) count += remarks.size();
        return count;
    }

    /// Those that are about nothing printed, each with its line.
    void other_remarks(const Options& options) const {
        if (writer.printed.size() == options.remarks.size()) return;
        out += fmt::format(
            "<section class=\"remarks\" aria-labelledby=\"{0}\">\n<h2 id=\"{0}\">Other remarks</h2>\n<ul>\n",
            remarks_id);
        for (const Remark& remark : options.remarks) {
            if (writer.printed.contains(&remark)) continue;
            out += "<li>";
            append_remark(writer, remark, true);
            out += "</li>\n";
        }
        out += "</ul>\n</section>\n";
    }

    void own_entry(std::string_view id, std::string_view title) const {
        if (!id.empty()) out += fmt::format("<li><a href=\"#{}\">{}</a></li>\n", id, title);
    }

    void notes() const {
        if (publication.notes.empty()) return;
        out += fmt::format(
            "<section class=\"notes\" role=\"doc-endnotes\" aria-labelledby=\"{0}\">\n"
            "<h2 id=\"{0}\">Notes</h2>\n",
            notes_id);
        for (std::size_t i = 0; i < publication.notes.size(); ++i) {
            const Note& note = publication.notes[i];
            out += "<div class=\"paragraph\"" + id_attribute(note.id) + ">";
            const bool marked = writer.marked.contains(static_cast<std::uint32_t>(i));
            if (marked) {
                out += fmt::format("<a class=\"number\" href={} role=\"doc-backlink\" aria-label={}>",
                                   fragment(note.id + "-mark"),
                                   quoted("Back to the text, from note " + note.number));
            } else {
                out += "<span class=\"number\">";
            }
            writer.text(note.number);
            out += marked ? "</a><div>\n" : "</span><div>\n";
            writer.blocks(note.body);
            out += "</div></div>\n";
        }
        out += "</section>\n";
    }

    void annex() const {
        if (publication.facts.empty()) return;
        out += fmt::format("<section aria-labelledby=\"{0}\">\n<h2 id=\"{0}\">{1}</h2>\n", annex_id,
                           annex_title);
        out +=
            "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"Figures and their sources\">\n"
            "<table class=\"annex\">\n<thead><tr><th scope=\"col\">Figure</th><th scope=\"col\">At or in</th>"
            "<th scope=\"col\" class=\"right\">Value</th><th scope=\"col\">Calculation</th>"
            "<th scope=\"col\">Cited in</th></tr></thead>\n";
        for (const auto& group : by_source(publication.facts)) {
            out += "<tbody>\n";
            if (!group.front()->source.empty()) {
                out += "<tr><th scope=\"rowgroup\" colspan=\"5\">";
                writer.text(group.front()->source);
                out += "</th></tr>\n";
            }
            for (const FactRow* fact : group) fact_row(*fact);
            out += "</tbody>\n";
        }
        out += "</table>\n</div>\n</section>\n";
    }

    void fact_row(const FactRow& fact) const {
        out += "<tr" + id_attribute(fact.id) + "><th scope=\"row\">";
        writer.text(fact.label.empty() ? fact.name : fact.label);
        out += "</th><td>";
        writer.text(fact.date);
        out += "</td><td class=\"right\">";
        writer.text(fact.value);
        out += "</td><td>";
        writer.text(fact.calculation);
        out += "</td><td>";
        bool first = true;
        for (const std::string& id : fact.cited_in) {
            const auto label = writer.labels.find(id);
            if (label == writer.labels.end()) continue;
            if (!first) out += ", ";
            first = false;
            out += "<a href=" + fragment(id) + ">";
            writer.text(label->second);
            out += "</a>";
        }
        out += "</td></tr>\n";
    }
};

/// How the annex names the place of each id: a paragraph by its number, a table by its label, anything else
/// by the heading above it.
void label_places(Writer& writer, const Blocks& blocks, std::string& heading) {
    for (const Block& block : blocks) {
        std::string label = heading;
        const Blocks* body = nullptr;
        if (const auto* h = std::get_if<Heading>(&block.content)) {
            heading = words_of(h->title);
            label = heading;
        } else if (const auto* numbered = std::get_if<NumberedParagraph>(&block.content)) {
            if (!numbered->number.empty()) label = numbered->number;
            body = &numbered->body;
        } else if (const auto* table = std::get_if<Table>(&block.content)) {
            if (!table->label.empty()) label = table->label;
        } else if (const auto* chart = std::get_if<Chart>(&block.content)) {
            if (!chart->label.empty()) label = chart->label;
        } else if (const auto* quote = std::get_if<Quote>(&block.content)) {
            body = &quote->body;
        } else if (const auto* box = std::get_if<Box>(&block.content)) {
            body = &box->body;
        } else if (const auto* list = std::get_if<List>(&block.content)) {
            for (const ListItem& item : list->items) label_places(writer, item.body, heading);
        }
        if (!block.id.empty()) writer.labels.emplace(block.id, label.empty() ? "the cover" : label);
        if (body != nullptr) label_places(writer, *body, heading);
    }
}

}  // namespace

std::string judgement_id(const JudgementRow& row) {
    if (row.id.empty()) return {};
    std::string id = "judgement-" + row.id;
    std::replace(id.begin(), id.end(), ' ', '-');
    return id;
}

std::string css(pdf::Colour colour) {
    const auto part = [](float value) { return std::lround(value * 255); };
    return fmt::format("#{:02x}{:02x}{:02x}", part(colour.red), part(colour.green), part(colour.blue));
}

std::string shape_image(pdf::Shape shape) {
    std::string_view drawing;
    switch (shape) {
        case pdf::Shape::disc:
            drawing = "<circle cx=\"12\" cy=\"12\" r=\"10\"/>";
            break;
        case pdf::Shape::diamond:
            drawing = "<path d=\"M12 .8 23.2 12 12 23.2 .8 12z\"/>";
            break;
        case pdf::Shape::square:
            drawing = "<path d=\"M3 3h18v18H3z\"/>";
            break;
        case pdf::Shape::triangle:
            drawing = "<path d=\"M12 2 23 21H1z\"/>";
            break;
        case pdf::Shape::octagon:
            drawing = "<path d=\"M7.8 2h8.4L22 7.8v8.4L16.2 22H7.8L2 16.2V7.8z\"/>";
            break;
        case pdf::Shape::ring:
            drawing = "<circle class=\"ring\" cx=\"12\" cy=\"12\" r=\"8.5\"/>";
            break;
    }
    return fmt::format("<svg class=\"shape\" viewBox=\"0 0 24 24\" aria-hidden=\"true\">{}</svg>", drawing);
}

Result write(const Publication& publication, const Options& options, World& world) {
    Result result;
    const auto style = pdf::read_resource(world, "html/style.css", result.diagnostics);
    const auto theme = pdf::read_theme(world, options.theme, result.diagnostics);
    if (!style || !theme) return result;
    Writer writer{publication, *theme, world, result.diagnostics};
    for (const FactRow& fact : publication.facts) writer.facts.insert(fact.id);
    writer.remarks = place_remarks(publication, options.remarks);
    std::string heading;
    label_places(writer, publication.body, heading);
    const Page page{writer};
    page.head(options, *style);
    page.cover(options);
    page.contents(options);
    writer.out += fmt::format("<main id=\"{}\">\n", report_id);
    writer.blocks(publication.body);
    page.notes();
    page.annex();
    page.other_remarks(options);
    writer.out += "</main>\n</body>\n</html>\n";
    result.bytes = std::move(writer.out);
    return result;
}

}  // namespace stet::html
