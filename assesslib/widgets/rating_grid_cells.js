// What stands in the cells: what was just entered, else what the folder holds.

const HIDDEN = "•";

function sheet(model, sent) {
  const { members, sections } = model.get("asked");
  const state = () => model.get("state");
  const section = () => sections.find((one) => one.id === model.get("section")) ?? sections[0];
  const items = () => section().items;
  const place = (member, item) => `${member} ${item}`;
  const stands = (member, item) => state().answers?.[member]?.[item] ?? "";
  const mark = (member, item) => sent.get(place(member, item))?.said ?? stands(member, item);
  const absent = (member, part = section()) => Boolean(state().absent?.[part.id]?.includes(member));
  const hidden = (member, item) => stands(member, item) === HIDDEN;
  const late = (member, item) => Boolean(state().late?.[member]?.includes(item));
  const closed = () => Boolean(state().closed?.includes(section().id));

  function isOpen(r, c) { return !absent(members[c].id) && !hidden(members[c].id, items()[r].id); }
  function isGap(r, c) { return isOpen(r, c) && !mark(members[c].id, items()[r].id); }

  // Every place of the section in the order in which it is filled, down or across.
  function places(across) {
    const all = items().flatMap((_, r) => members.map((__, c) => [r, c]));
    return across ? all : all.sort((one, other) => one[1] - other[1] || one[0] - other[0]);
  }

  function marks(part) {
    return members.filter((one) => !absent(one.id, part)).flatMap((one) => part.items.map((item) => mark(one.id, item.id)));
  }

  function full(part) { return marks(part).length > 0 && marks(part).every(Boolean); }

  function status(member, item) {
    const shown = mark(member, item);
    return sent.get(place(member, item))?.status ?? (shown && shown !== HIDDEN ? "saved" : "");
  }

  return { section, items, place, mark, absent, hidden, late, closed, isOpen, isGap, places, marks, full, status };
}
