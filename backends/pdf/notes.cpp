// Footnotes to strips, each where its first mark stands.
#include <utility>

#include "backends/pdf/blocks.hpp"

namespace stet::pdf {

namespace {

Strips note_strips(Setter& setter, std::uint32_t index, NodeId parent) {
    const NoteState state = {setter.notes[index].body, setter.notes[index].mark, true, {}};
    const publication::Note& note = setter.publication.notes[index];
    Structure& structure = setter.galley.structure;
    const NodeId node = structure.add(parent, Tag::note);
    structure.texts_of(node).id = "note-" + std::to_string(index + 1);
    const NodeId link = structure.add(structure.add(node, Tag::lbl), Tag::link);
    Segment label = plain_segment(setter, Type::note, structure.leaf(link));
    label.font = setter.fonts.font(Face::label);
    label.colour = setter.theme.ink(Ink::link);
    setter.galley.links.push_back({link, {}, state.mark, "Back to the text, from note " + note.number});
    label.link = static_cast<LinkId>(setter.galley.links.size() - 1);

    Column column = setter.note_column;
    column.text = Type::note;
    Strips strips;
    set_blocks(setter, note.body, indented(column, setter.type(Type::note).size * 2), node, strips);
    put_label(setter, strips, 0, note.number, label, column.left, Type::note);
    strips.front().gap = setter.type(Type::note).leading * 0.2F;
    strips.front().anchors.push_back({state.body, 0});
    for (Strip& strip : strips) strip.notes.clear();
    return strips;
}

}  // namespace

void set_note(Setter& setter, std::uint32_t index, NodeId parent) {
    if (setter.notes[index].set) return;
    setter.notes[index].set = true;
    setter.waiting_notes.emplace_back(index, parent);
    if (setter.setting_notes) return;  // a mark inside a note: its note follows on the same page
    setter.setting_notes = true;
    const std::uint32_t list_depth = std::exchange(setter.list_depth, 0);
    Strips all;
    while (!setter.waiting_notes.empty()) {
        const auto [next, above] = setter.waiting_notes.front();
        setter.waiting_notes.pop_front();
        Strips strips = note_strips(setter, next, above);
        all.insert(all.end(), std::make_move_iterator(strips.begin()), std::make_move_iterator(strips.end()));
    }
    setter.notes[index].strips = std::move(all);
    setter.list_depth = list_depth;
    setter.setting_notes = false;
}

}  // namespace stet::pdf
