// Pieces of the facilitator's grid that keep nothing: each is made anew from what it is given.

const SIGNS = { saving: "…", saved: "✓", waiting: "✗", refused: "✗" };
const WORDS = { saving: "saving", saved: "saved", waiting: "not saved yet", refused: "not allowed" };
const MEANT = { "?": "don’t know", "–": "not applicable", [HIDDEN]: "answered alone, hidden until the section is closed" };
const LATE = "given after the section was closed";
const ROUNDS = { [TODAY]: "Today", [LAST_YEAR]: "Last year, seen from today" };

const capital = (text) => text[0].toUpperCase() + text.slice(1);

function roundSwitch(act) {
  const one = (of) => button(ROUNDS[of], `round ${of}`, () => act.switchTo(of), { className: "round", dataset: { round: of } });
  return element("div", { className: "rounds", role: "group", aria: { label: "What is typed in" } }, "What is typed in: ",
    one(TODAY), one(LAST_YEAR));
}

function bar(sections, section, act) {
  const list = element("select", { className: "sections", aria: { label: "Section" }, onchange: () => { act.turn(list.value); list.focus(); } },
    sections.map((one) => element("option", { value: one.id, selected: one.id === section.id })));
  const way = (words, across) => button(words, words, () => act.way(across),
    { className: "way", dataset: { across }, title: `After each answer move ${words.slice(2)}` });
  return element("div", { className: "bar" }, list,
    element("span", { className: "ways", role: "group", aria: { label: "After each answer move" } }, way("↓ down", false), way("→ across", true)),
    button("", "away", act.absent, { className: "away" }),
    button("Paste from Excel …", "paste", act.paste, { className: "open-paste", aria: { expanded: "false" } }),
    button("Undo", "undo", act.undo));
}

// A narrow head has little room: names that begin alike are told apart by their place in the team, and a long one keeps
// its end.
function headings(names) {
  const beginning = (name) => name.slice(0, 10).toLowerCase();
  return names.map((name, n) => {
    const short = name.length > 20 ? `${name.slice(0, 8)}…${name.slice(-6)}` : name;
    return names.some((other, m) => m !== n && beginning(other) === beginning(name)) ? `${n + 1} ${short}` : short;
  });
}

function table({ members, term }, section, stand) {
  const names = headings(members.map((one) => one.name));
  const heads = members.map((one, c) => element("th", { scope: "col", role: "columnheader", dataset: { column: c },
    title: [one.name, one.about].filter(Boolean).join(", "), aria: { label: one.name } },
  element("span", { className: "name" }, names[c]), element("span", { className: "absent" })));
  const cell = (r, c) => element("td", { tabIndex: -1, role: "gridcell", dataset: { place: `${r} ${c}` }, onfocus: () => stand(r, c) },
    element("span", { className: "level" }), element("span", { className: "sign" }));
  const rows = section.items.map((one, r) => element("tr", { role: "row" },
    element("th", { scope: "row", role: "rowheader", title: one.text }, element("b", {}, one.id), ` ${one.text}`),
    members.map((_, c) => cell(r, c))));
  const corner = element("th", { scope: "col", role: "columnheader", className: "corner" }, capital(term));
  return element("div", { className: "frame" },
    element("table", { role: "grid", aria: { label: `Answers: ${section.title}` }, style: `min-width: calc(var(--items) + ${3.8 * members.length}em)` },
      element("thead", {}, element("tr", { role: "row" }, corner, heads)), element("tbody", {}, rows)));
}

function scale(levels) {
  return element("div", { className: "scale" },
    element("ul", {}, levels.map((one) => element("li", {}, element("b", {}, one.code), `\u00a0${one.label}`))));
}

function keysLine(levels) {
  const codes = levels.map((one) => one.code).join(" ");
  return element("p", { className: "keys" }, [`Keys: ${codes} or 1 to ${levels.length}: answer`, "?: don’t know", "-: not applicable",
    "Enter: leave empty", "Backspace: clear", "x: absent", "arrows, Home, End, Page Up, Page Down: move", "Ctrl+Z: undo",
    "Ctrl+V: paste cells from Excel"].join("   "));
}

function wordsFor(levels, mark, empty) {
  const level = levels.find((one) => one.code === mark);
  return level ? `${mark}, ${level.label}` : MEANT[mark] ?? (mark || empty);
}

function paintCell(node, { mark, status, late, label }) {
  const words = [label, WORDS[status], late && LATE].filter(Boolean).join(", ");
  node.querySelector(".level").textContent = mark;
  node.querySelector(".sign").textContent = late && status === "saved" ? "late" : SIGNS[status] ?? "";
  node.dataset.status = status;
  node.classList.toggle("after", late);
  node.title = late ? capital(LATE) : "";
  node.setAttribute("aria-label", words);
}

function paintAway(node, member, absent) {
  node.textContent = absent ? "Present after all" : "Mark absent";
  node.setAttribute("aria-label", absent ? `Present after all: ${member.name}` : `Mark absent: ${member.name}`);
}

function now({ member, item, term, filled, closed, round }) {
  const today = round === TODAY;
  return [
    !today && element("p", { className: "back" }, "↩ What you type now is for LAST YEAR, as the member sees it today. It may be left empty."),
    element("p", { className: "who" },
      element("span", {}, element("b", {}, member.name), member.about && element("span", { className: "about" }, `, ${member.about}`)),
      element("span", { className: "filled" }, `${filled.filter(Boolean).length} of ${filled.length} cells of this section filled`),
      closed && today && element("span", { className: "late" }, "This section is closed: what you enter now counts as late.")),
    element("p", { className: "text" }, element("b", {}, `${capital(term)} ${item.id}`), ` ${item.text}`),
  ].filter(Boolean);
}
