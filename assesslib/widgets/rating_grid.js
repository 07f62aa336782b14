// The facilitator's grid. Python holds the truth: `state` is what stands in the folder. What was just entered is shown
// at once from `sent` and marked saved only when Python says that its row is on the disk.

const HIDDEN = "•";
const STATES = { "?": ["dont_know", "?"], "-": ["not_applicable", "–"] };
const SIGNS = { saving: "…", saved: "✓", waiting: "✗", refused: "✗" };
const WORDS = { saving: "saving", saved: "saved", waiting: "not saved yet", refused: "not allowed" };
const MEANT = { "?": "don’t know", "–": "not applicable", [HIDDEN]: "answered alone, hidden until the section is closed" };

function element(tag, props = {}, ...children) {
  const { dataset, ...rest } = props;
  const node = Object.assign(document.createElement(tag), rest);
  Object.assign(node.dataset, dataset);
  for (const name of Object.keys(rest)) if (name.startsWith("aria-") || name === "role") node.setAttribute(name, rest[name]);
  node.append(...children);
  return node;
}

function button(text, onclick, props = {}) {
  return element("button", { type: "button", onclick, ...props }, text);
}

function render({ model, el }) {
  const asked = model.get("asked");
  const { members, sections, levels, term } = asked;
  const sent = new Map(); // "member item" -> { seq, mark, status }
  const pending = new Set(); // seq of what Python has not answered yet
  let seq = Date.now(); // two pages on one grid must not take each other's answers for their own
  let row = 0, column = 0, across = false, lost = null;

  el.classList.add("assess-grid");
  el.dataset.lmSuppressShortcuts = "true"; // else a and b would add cells to the notebook
  if (!members.length) {
    el.append(element("p", {}, "This assessment has no members yet. Add the team on the page 01_set_up first."));
    return;
  }

  const state = () => model.get("state");
  const section = () => sections.find((one) => one.id === model.get("section")) ?? sections[0];
  const items = () => section().items;
  const name = (id) => `${id} `;
  const stands = (member, item) => state().answers?.[member]?.[item] ?? "";
  const now = (member, item) => sent.get(name(member) + item);
  const mark = (member, item) => now(member, item)?.mark ?? stands(member, item);
  const absent = (member, part = section()) => Boolean(state().absent?.[part.id]?.includes(member));
  const closed = () => Boolean(state().closed?.includes(section().id));
  const isOpen = (r, c) => !absent(members[c].id) && stands(members[c].id, items()[r].id) !== HIDDEN;
  const isGap = (r, c) => isOpen(r, c) && !mark(members[c].id, items()[r].id);
  const here = () => ({ member: members[column], item: items()[row] });
  const find = (what) => el.querySelector(what);

  function send(entry) {
    seq += 1;
    pending.add(seq);
    model.send({ ...entry, seq });
    clearTimeout(lost);
    lost = setTimeout(() => {
      if (pending.size) {
        tell("NOT SAVED: the page has lost its connection. What is marked ✓ is safe. Run the page again (Run ▸ Run All Cells) and enter the rest.");
      }
    }, 4000);
    return seq;
  }

  // ---- entering ------------------------------------------------------------------------------------------------

  function enter(said, shown) {
    const { member, item } = here();
    if (absent(member.id)) return tell(`${member.name} is marked absent from this section. If that is wrong, press x or the button “present after all”.`);
    if (stands(member.id, item.id) === HIDDEN) return tell(`${member.name} has answered this alone: it stays hidden until the section is closed.`);
    sent.set(name(member.id) + item.id, { seq: send({ type: "rate", member: member.id, item: item.id, ...said }), mark: shown, status: "saving" });
    if (said.state === "blank") paint();
    else advance();
  }

  function toggleAbsent() {
    send({ type: absent(here().member.id) ? "present" : "absent", section: section().id, member: here().member.id });
    find(`[data-place="${row} ${column}"]`)?.focus();
  }

  function paste(event) {
    const text = event.clipboardData?.getData("text/plain");
    if (!text || event.target.closest("textarea, input")) return;
    event.preventDefault();
    event.stopPropagation();
    tell("Entering what you pasted …");
    send({ type: "paste", text, member: here().member.id, item: here().item.id });
  }

  // ---- moving --------------------------------------------------------------------------------------------------

  function places() {
    const all = items().flatMap((_, r) => members.map((__, c) => [r, c]));
    return across ? all : all.sort((one, other) => one[1] - other[1] || one[0] - other[0]);
  }

  function advance() {
    const all = places();
    const after = all.slice(all.findIndex(([r, c]) => r === row && c === column) + 1);
    const next = after.find((place) => isOpen(...place)) ?? all.find((place) => isGap(...place));
    if (next) return go(...next);
    const following = sections[sections.indexOf(section()) + 1];
    if (following) return turn(following.id);
    paint();
    tell("That was the last cell: everything is entered.");
  }

  function go(r, c) {
    row = Math.min(items().length - 1, Math.max(0, r));
    column = Math.min(members.length - 1, Math.max(0, c));
    paint();
    focus();
  }

  function turn(id, place) {
    model.set("section", id);
    model.save_changes();
    if (!place) [row, column] = places().find((one) => isGap(...one)) ?? [0, 0];
    go(...(place ?? [row, column]));
  }

  function focus() {
    const cell = find(`[data-place="${row} ${column}"]`);
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: "nearest", inline: "nearest" });
    find(".now").scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  function key(event) {
    if (event.target.closest("select, textarea, input")) return;
    if (event.key === "Escape" && !find(".report").hidden) return done(event, hideReport);
    if (event.ctrlKey || event.metaKey) return event.key.toLowerCase() === "z" ? done(event, undo) : undefined;
    if (event.altKey || !event.target.closest("td")) return;
    const typed = event.key.toLowerCase();
    const level = levels.find((one) => one.code.toLowerCase() === typed) ?? (/^[1-9]$/.test(typed) ? levels[typed - 1] : undefined);
    if (level) return done(event, () => enter({ state: "rated", level: level.code }, level.code));
    if (STATES[event.key]) return done(event, () => enter({ state: STATES[event.key][0] }, STATES[event.key][1]));
    const last = [items().length - 1, members.length - 1];
    const act = {
      ArrowDown: () => go(row + 1, column), ArrowUp: () => go(row - 1, column),
      ArrowRight: () => go(row, column + 1), ArrowLeft: () => go(row, column - 1),
      Home: () => go(row, 0), End: () => go(row, last[1]), PageUp: () => go(0, column), PageDown: () => go(last[0], column),
      Enter: advance, Backspace: () => enter({ state: "blank" }, ""), Delete: () => enter({ state: "blank" }, ""),
      x: toggleAbsent,
    }[event.key];
    if (act) done(event, act);
  }

  function done(event, act) {
    event.preventDefault();
    event.stopPropagation();
    tell("");
    act();
  }

  function undo() {
    send({ type: "undo" });
    focus();
  }

  // ---- drawing -------------------------------------------------------------------------------------------------

  function tell(text) {
    find(".message").textContent = text;
  }

  function draw() {
    const inside = el.contains(document.activeElement) && document.activeElement.closest("td");
    el.replaceChildren(bar(), element("p", { className: "message", role: "alert" }), report(),
      element("div", { className: "now" }), table(), scale());
    paint();
    if (inside) focus();
  }

  function bar() {
    const list = element("select", { className: "sections", "aria-label": "Section", onchange: () => { turn(list.value); list.focus(); } },
      ...sections.map((one) => element("option", { value: one.id, selected: one.id === section().id })));
    const way = (words, is) => button(words, () => { across = is; paint(); focus(); }, { className: "way", dataset: { across: is }, title: `After each answer move ${words.slice(2)}` });
    const ways = element("span", { className: "ways", role: "group", "aria-label": "After each answer move" },
      way("↓ down", false), way("→ across", true));
    return element("div", { className: "bar" }, list, ways, button("", toggleAbsent, { className: "away" }), button("Undo", undo));
  }

  function report() {
    return element("div", { className: "report", hidden: true, role: "status" },
      element("p", { className: "entered" }), element("ul", {}), button("Close this report", () => { hideReport(); }));
  }

  function hideReport() {
    find(".report").hidden = true;
    focus();
  }

  function table() {
    const heads = members.map((one, c) => element("th", { scope: "col", title: [one.name, one.about].filter(Boolean).join(", "), dataset: { column: c } },
      element("span", { className: "name" }, one.name), element("span", { className: "absent" })));
    const rows = items().map((one, r) => element("tr", { role: "row" },
      element("th", { scope: "row", role: "rowheader", title: one.text }, element("b", {}, one.id), ` ${one.text}`),
      ...members.map((_, c) => element("td", { tabIndex: -1, role: "gridcell", dataset: { place: `${r} ${c}` }, onfocus: () => stand(r, c) },
        element("span", { className: "level" }), element("span", { className: "sign" })))));
    for (const one of heads) one.setAttribute("role", "columnheader");
    const corner = element("th", { scope: "col", className: "corner", role: "columnheader" }, term[0].toUpperCase() + term.slice(1));
    return element("div", { className: "frame" },
      element("table", { role: "grid", "aria-label": `Answers: ${section().title}`, style: `min-width: ${6 + 3.6 * members.length}em` },
        element("thead", {}, element("tr", { role: "row" }, corner, ...heads)), element("tbody", {}, ...rows)));
  }

  // Whoever comes to the grid from elsewhere on the page sees all of it, as far as the screen allows.
  function arrive(event) {
    if (el.contains(event.relatedTarget) || !event.target.closest("td")) return;
    const { top, bottom } = el.getBoundingClientRect();
    if (top < 60 || bottom > window.innerHeight - 24) el.scrollIntoView({ block: "start" });
  }

  function stand(r, c) {
    if (r === row && c === column) return;
    [row, column] = [r, c];
    paint();
  }

  function scale() {
    const codes = levels.map((one) => one.code).join(" ");
    return element("div", { className: "scale" },
      element("ul", {}, ...levels.map((one) => element("li", {}, element("b", {}, one.code), ` ${one.label}`))),
      element("p", { className: "keys" }, `Keys: ${codes} or 1 to ${levels.length}: answer   ?: don’t know   -: not applicable   Enter: leave empty   Backspace: clear   x: absent   arrows, Home, End, Page Up, Page Down: move   Ctrl+Z: undo   Ctrl+V: paste cells from Excel`));
  }

  function paint() {
    for (const cell of el.querySelectorAll("td")) paintCell(cell, ...cell.dataset.place.split(" ").map(Number));
    for (const [c, head] of [...el.querySelectorAll("th[data-column]")].entries()) {
      head.classList.toggle("current", c === column);
      head.querySelector(".absent").textContent = absent(members[c].id) ? "absent" : "";
    }
    el.querySelectorAll("tbody tr").forEach((one, r) => one.classList.toggle("current", r === row));
    for (const option of el.querySelectorAll("option")) {
      const part = sections.find((one) => one.id === option.value);
      option.textContent = `${full(part) ? "✓ " : ""}${part.title}`;
    }
    for (const one of el.querySelectorAll(".way")) one.setAttribute("aria-pressed", String((one.dataset.across === "true") === across));
    find(".away").textContent = absent(here().member.id) ? `${here().member.name}: present after all` : `${here().member.name}: absent`;
    paintNow();
  }

  function paintCell(cell, r, c) {
    const member = members[c], item = items()[r];
    const shown = mark(member.id, item.id);
    const status = now(member.id, item.id)?.status ?? (shown && shown !== HIDDEN ? "saved" : "");
    const label = levels.find((one) => one.code === shown)?.label;
    const words = label ? `${shown}, ${label}` : MEANT[shown] ?? (shown || (absent(member.id) ? "absent" : "empty"));
    cell.querySelector(".level").textContent = shown;
    cell.querySelector(".sign").textContent = SIGNS[status] ?? "";
    cell.dataset.status = status;
    cell.classList.toggle("barred", !isOpen(r, c));
    cell.tabIndex = r === row && c === column ? 0 : -1;
    cell.setAttribute("aria-label", `${member.name}, ${term} ${item.id}: ${[words, WORDS[status]].filter(Boolean).join(", ")}`);
  }

  function paintNow() {
    const { member, item } = here();
    const late = closed() ? [element("p", { className: "late" }, "This section is closed. What you enter now is kept and counts as late.")] : [];
    const all = cells(section());
    const entered = element("span", {}, `${all.filter(Boolean).length} of ${all.length} cells of this section filled`);
    find(".now").replaceChildren(
      element("p", { className: "who" }, element("span", {}, element("b", {}, member.name), member.about ? `, ${member.about}` : ""), entered),
      element("p", { className: "text" }, element("b", {}, `${term[0].toUpperCase()}${term.slice(1)} ${item.id}`), ` ${item.text}`), ...late);
  }

  function cells(part) {
    return members.filter((one) => !absent(one.id, part)).flatMap((one) => part.items.map((item) => mark(one.id, item.id)));
  }

  function full(part) {
    return cells(part).length > 0 && cells(part).every(Boolean);
  }

  // ---- what Python says ----------------------------------------------------------------------------------------

  let drawn = "";
  function changed() {
    for (const [id, one] of sent) if (one.status === "saved") sent.delete(id);
    if (drawn !== section().id) {
      drawn = section().id;
      row = Math.min(row, items().length - 1);
      draw();
    } else paint();
    if (state().trouble) tell(state().trouble);
  }

  function heard(message) {
    if (message.type === "pasted") return pasted(message);
    if (message.type === "undone") return undone(message);
    pending.delete(message.seq);
    const one = [...sent.values()].find((other) => other.seq === message.seq);
    if (one) one.status = message.type;
    if (message.type !== "saved") tell(message.text);
    else if (find(".message").textContent.startsWith("NOT SAVED") && ![...sent.values()].some((other) => other.status === "waiting")) tell("");
    paint();
  }

  function undone(message) {
    const part = sections.find((one) => one.id === message.section);
    turn(part.id, [part.items.findIndex((one) => one.id === message.item), members.findIndex((one) => one.id === message.member)]);
    tell(message.text);
  }

  function pasted(message) {
    tell("");
    const box = find(".report");
    box.querySelector(".entered").textContent = [message.text, ...message.notes].join(" ");
    box.querySelector("ul").replaceChildren(...message.faults.map((text) => element("li", {}, text)));
    box.hidden = false;
    box.scrollIntoView({ block: "nearest" });
  }

  el.addEventListener("keydown", key);
  el.addEventListener("paste", paste);
  el.addEventListener("focusin", arrive);
  model.on("change:state change:section", changed);
  model.on("msg:custom", heard);
  changed();
  [row, column] = places().find((one) => isGap(...one)) ?? [0, 0];
  paint();
  return () => {
    model.off("change:state change:section", changed);
    model.off("msg:custom", heard);
    clearTimeout(lost);
  };
}

export default { render };
