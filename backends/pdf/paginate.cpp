// Choosing page breaks, and putting a page together.
#include "backends/pdf/paginate.hpp"

#include <algorithm>
#include <iterator>
#include <limits>

#include "backends/pdf/stacker.hpp"

namespace stet::pdf {

namespace {

constexpr float lookahead = 2.3F;       // pages of strips that must be known before a break is certain
constexpr double slack_unit = 0.2;      // share of the page whose emptiness costs 100
constexpr double before_opening = 0.6;  // where the next page begins with a heading, table or figure
constexpr double in_a_text = 2;         // where it goes on in the middle of a paragraph
constexpr double split_note_cost = 450;
constexpr double part_page = -20;  // a part that begins a page after one that is well filled
constexpr float well_filled = 0.6F;
constexpr double stranded_page_cost = 300;
constexpr float stranded_lines = 11;  // fewer lines than this look lost on a page of their own
constexpr float below_head = 3.6F;    // between a repeated head and a row that goes on
constexpr float tolerance = 0.01F;

/// How much the emptiness of a page disturbs, given what the next begins with.
double weight_of_slack(const Strip& next) {
    if (next.opens) return before_opening;
    return next.break_before == within_text ? in_a_text : 1;
}

float strips_height(const std::deque<Strip>& strips) {
    float height = 0;
    for (const Strip& strip : strips) height += strip.gap + strip.height;
    return height;
}

}  // namespace

void place_on_page(Setter& setter, const Strip& strip, std::uint32_t page) {
    for (const AnchorPlace& place : strip.anchors) setter.galley.anchors[place.anchor].page = page;
    for (const std::uint32_t note : strip.notes) {
        for (const Strip& line : setter.notes[note].strips) place_on_page(setter, line, page);
    }
}

Paginator::Paginator(Setter& setter, PageKind kind, std::uint32_t first_page, PageSink sink)
    : setter_(setter), kind_(kind), page_(first_page), sink_(std::move(sink)) {}

float Paginator::note_height(const Strip& strip) const {
    float height = 0;
    for (const std::uint32_t note : strip.notes) {
        for (const Strip& line : setter_.notes[note].strips) height += line.gap + line.height;
    }
    return height;
}

/// What must stand on the page of the marks: every note but the last whole, of the last its first two lines.
float Paginator::least_note_height(const Strip& strip) const {
    float height = 0;
    float last = 0;
    for (const std::uint32_t note : strip.notes) {
        const Strips& lines = setter_.notes[note].strips;
        if (lines.empty()) continue;
        height += last;
        last = 0;
        for (const Strip& line : lines) last += line.gap + line.height;
    }
    for (std::size_t i = strip.notes.size(); i-- > 0;) {
        const Strips& lines = setter_.notes[strip.notes[i]].strips;
        if (lines.empty()) continue;
        if (lines.size() > 3) last = lines[0].gap + lines[0].height + lines[1].gap + lines[1].height;
        break;
    }
    return height + last;
}

float Paginator::top_padding(const Strip& strip) const {
    float padding = 0;
    for (std::uint32_t f = strip.frame; f != none; f = setter_.galley.frames[f].parent) {
        padding += setter_.galley.frames[f].pad_above;
    }
    return padding;
}

float Paginator::head_height(const Strip& strip) const {
    if (strip.table == none || strip.head) return 0;
    float height = strip.row ? 0 : below_head;
    for (std::uint32_t i = strip.table; i != none; i = setter_.galley.table_heads[i].above) {
        for (const Strip& head : setter_.galley.table_heads[i].strips) height += head.height;
    }
    return height;
}

/// True where the part that begins at a strip is all that comes and fits in `room`: it needs no page of its
/// own.
bool Paginator::part_fits(std::size_t begin, float room) const {
    float height = 0;
    for (std::size_t i = begin; i < window_.size(); ++i) {
        height += window_[i].gap + window_[i].height + note_height(window_[i]);
        if (height > room || (i > begin && window_[i].mark.level == 1)) return false;
    }
    return finishing_;
}

std::vector<Paginator::Candidate> Paginator::candidates(std::size_t begin, float carried) const {
    std::vector<Candidate> found;
    const float page = setter_.text_height() + (begin == 0 ? rise() : 0);
    const float two_lines = 2 * setter_.type(Type::note).leading;
    float body = top_padding(window_[begin]) + head_height(window_[begin]);
    float notes = carried > 0 ? carried + note_separator : 0;
    float may_go_on = std::max(0.0F, carried - two_lines);  // how much of the last note another page may take
    for (std::size_t i = begin; i < window_.size(); ++i) {
        const Strip& strip = window_[i];
        if (i > begin && strip.page_before) break;
        body += strip.height + (i > begin ? strip.gap : 0);
        if (const float own = note_height(strip); own > 0) {
            if (notes == 0) notes = note_separator;
            notes += own;
            may_go_on = own - least_note_height(strip);
        }
        if (body + notes - may_go_on > page + tolerance) break;
        const std::size_t end = i + 1;
        const bool at_end = end == window_.size();
        if (at_end && !finishing_) break;
        Candidate candidate{end, 0, 0, true};
        if (body + notes > page + tolerance) candidate.carried = body + notes - page;
        const Penalty penalty = at_end ? 0 : window_[end].break_before;
        candidate.allowed = penalty < never_break;
        const bool forced = at_end || window_[end].page_before;
        if (forced) {
            if (body + notes < stranded_lines * setter_.type(Type::body).leading)
                candidate.cost = stranded_page_cost;
        } else if (window_[end].mark.level == 1 && body + notes > well_filled * page &&
                   !part_fits(end, page - body - notes)) {
            candidate.cost = part_page;
        } else {
            const double slack = std::max(0.0F, page - body - notes) / (slack_unit * page);
            candidate.cost = 100 * slack * slack * weight_of_slack(window_[end]) + penalty;
        }
        if (candidate.carried > 0) candidate.cost += split_note_cost + 100 * candidate.carried / page;
        found.push_back(candidate);
    }
    return found;
}

double Paginator::best_cost(std::size_t begin, float carried) const {
    if (begin >= window_.size()) return 0;
    double best = std::numeric_limits<double>::infinity();
    for (const Candidate& c : candidates(begin, carried)) {
        if (c.allowed) best = std::min(best, c.cost);
    }
    return best == std::numeric_limits<double>::infinity() ? 1e5 : best;
}

/// End of the next page: the cheapest break, counting what it does to the page after.
std::size_t Paginator::choose_end() const {
    const std::vector<Candidate> found = candidates(0, strips_height(carried_));
    if (found.empty()) return carried_.empty() ? 1 : 0;  // too high for any page, or the notes go first
    const Candidate* best = nullptr;
    double best_total = std::numeric_limits<double>::infinity();
    for (auto c = found.rbegin(); c != found.rend(); ++c) {
        if (!c->allowed || c->cost >= best_total + 1000) continue;
        const double total = c->cost + best_cost(c->end, c->carried);
        if (total < best_total) {
            best_total = total;
            best = &*c;
        }
    }
    return best != nullptr ? best->end : found.back().end;
}

/// Moves the note lines that belong on the page into `notes`; what does not fit stays in `carried_`.
float Paginator::take_notes(std::size_t end, float room, Strips& notes) {
    std::deque<Strip> waiting = std::move(carried_);
    carried_.clear();
    for (std::size_t i = 0; i < end; ++i) {
        for (const std::uint32_t note : window_[i].notes) {
            Strips& lines = setter_.notes[note].strips;
            waiting.insert(waiting.end(), std::make_move_iterator(lines.begin()),
                           std::make_move_iterator(lines.end()));
            lines.clear();
        }
    }
    float height = 0;
    std::size_t fit = 0;
    while (fit < waiting.size()) {
        const float more = waiting[fit].gap + waiting[fit].height;
        if (height + more > room + tolerance) break;
        height += more;
        ++fit;
    }
    if (fit < waiting.size()) {
        // Leave no single line behind or ahead, if that can be helped.
        std::size_t split = fit;
        while (split > 0 && waiting[split].break_before >= never_break) --split;
        if (split > 0) fit = split;
        if (fit == 0 && end == 0) fit = 1;
    }
    height = 0;
    for (std::size_t i = 0; i < fit; ++i) height += waiting[i].gap + waiting[i].height;
    notes.assign(std::make_move_iterator(waiting.begin()),
                 std::make_move_iterator(waiting.begin() + static_cast<std::ptrdiff_t>(fit)));
    waiting.erase(waiting.begin(), waiting.begin() + static_cast<std::ptrdiff_t>(fit));
    carried_ = std::move(waiting);
    return height;
}

/// What a page repeats of a table: what stands above comes first.
void Paginator::put_heads(std::uint32_t index, Stacker& page) const {
    const TableHead& head = setter_.galley.table_heads[index];
    if (head.above != none) put_heads(head.above, page);
    for (const Strip& strip : head.strips) page.put(strip);
}

void Paginator::emit_page(std::size_t end) {
    const float begin = setter_.theme.top - rise();
    Page page;
    page.index = page_++;
    page.kind = kind_;
    page.width = setter_.page_width;
    page.height = setter_.page_height;
    Stacker body{setter_, page, remarks_, begin};
    body.put_remarks(begin);
    std::string section = section_;
    bool section_seen = false;
    if (end > 0) {
        body.y += top_padding(window_.front());
        if (head_height(window_.front()) > 0) {
            put_heads(window_.front().table, body);
            if (!window_.front().row) body.y += below_head;
        }
    }
    float used = body.y - begin;
    for (std::size_t i = 0; i < end; ++i)
        used += window_[i].height + (i > 0 || !body.first ? window_[i].gap : 0);
    Strips notes;
    const float height =
        take_notes(end, setter_.theme.top + setter_.text_height() - begin - used - note_separator, notes);
    for (std::size_t i = 0; i < end; ++i) {
        Strip strip = std::move(window_.front());
        window_.pop_front();
        window_height_ -= strip.height + strip.gap;
        if (strip.mark.level > 0 && strip.mark.level <= setter_.top_level) {
            section_ = setter_.galley.headings[strip.mark.heading].title;
            if (!section_seen) section = section_;
            section_seen = true;
        }
        body.put(std::move(strip));
    }
    if (!notes.empty()) body.put_notes(std::move(notes), height);
    ArtifactGroup frames{Artifact::layout, {}};
    draw_frames(setter_.galley, std::move(body.spans), frames.items);
    if (!frames.items.empty()) page.behind.push_back(std::move(frames));
    page.items.insert(page.items.end(), std::make_move_iterator(body.margin.begin()),
                      std::make_move_iterator(body.margin.end()));
    if (!body.numbers.items.empty()) page.front.push_back(std::move(body.numbers));
    add_furniture(setter_, section, page);
    sink_(std::move(page));
}

void Paginator::emit_ready() {
    while (!window_.empty() && (finishing_ || window_height_ > lookahead * setter_.text_height())) {
        emit_page(choose_end());
    }
}

void Paginator::push(Strips strips) {
    for (Strip& strip : strips) {
        window_height_ += strip.height + strip.gap;
        window_.push_back(std::move(strip));
    }
    emit_ready();
}

void Paginator::hold_last_page() {
    finishing_ = true;
    while (!window_.empty()) {
        const std::size_t end = choose_end();
        const std::vector<Candidate> found = candidates(0, strips_height(carried_));
        const bool last = end == window_.size() && !found.empty() && found.back().end == end;
        if (last && found.back().carried == 0) break;  // notes that go on need a page of their own
        emit_page(end);
    }
    finishing_ = false;
    for (std::size_t i = 0; i < window_.size(); ++i) {
        place_on_page(setter_, window_[i], page_);
        if (i > 0) window_[i].break_before = never_break;
    }
}

std::uint32_t Paginator::finish() {
    finishing_ = true;
    emit_ready();
    while (!carried_.empty() || !remarks_.empty()) emit_page(0);
    return page_;
}

}  // namespace stet::pdf
