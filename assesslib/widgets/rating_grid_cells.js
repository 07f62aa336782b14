// What stands in the cells: what was just entered, else what the folder holds.

const HIDDEN = "•";
const TODAY = 1, LAST_YEAR = 0; // the rounds

// `round()` says which of the two the cells are of; without saying else, all here is of that one.
function sheet(model, sent, round) {
  const { members, sections } = model.get("asked");
  const state = () => model.get("state");
  const section = () => sections.find((one) => one.id === model.get("section")) ?? sections[0];
  const items = () => section().items;
  const place = (member, item, of = round()) => `${of} ${member} ${item}`;
  const stands = (member, item, of = round()) => state()[of === TODAY ? "answers" : "last_year"]?.[member]?.[item] ?? "";
  const mark = (member, item, of = round()) => sent.get(place(member, item, of))?.said ?? stands(member, item, of);
  const absent = (member, part = section()) => Boolean(state().absent?.[part.id]?.includes(member));
  const hidden = (member, item) => stands(member, item) === HIDDEN;
  const late = (member, item) => round() === TODAY && Boolean(state().late?.[member]?.includes(item));
  const closed = () => Boolean(state().closed?.includes(section().id));

  function isOpen(r, c) { return !absent(members[c].id) && !hidden(members[c].id, items()[r].id); }
  function isGap(r, c) { return isOpen(r, c) && !mark(members[c].id, items()[r].id); }

  // Every place of the section in the order in which it is filled, down or across.
  function places(across) {
    const all = items().flatMap((_, r) => members.map((__, c) => [r, c]));
    return across ? all : all.sort((one, other) => one[1] - other[1] || one[0] - other[0]);
  }

  function marks(part, of = round()) {
    return members.filter((one) => !absent(one.id, part)).flatMap((one) => part.items.map((item) => mark(one.id, item.id, of)));
  }

  // Last year is never waited for.
  function full(part) { return marks(part, TODAY).length > 0 && marks(part, TODAY).every(Boolean); }

  function status(member, item) {
    const shown = mark(member, item);
    return sent.get(place(member, item))?.status ?? (shown && shown !== HIDDEN ? "saved" : "");
  }

  return { section, items, place, mark, absent, hidden, late, closed, isOpen, isGap, places, marks, full, status };
}
