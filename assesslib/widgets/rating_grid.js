// The facilitator's grid. Python holds the truth: `state` is what stands in the folder. What was just entered is shown
// at once and marked saved only when Python says that its row is on the disk.

const STATES = { "?": ["dont_know", "?"], "-": ["not_applicable", "–"] };

function render({ model, el }) {
  const asked = model.get("asked");
  const { members, sections, levels, term } = asked;
  el.classList.add("assess-grid");
  el.dataset.lmSuppressShortcuts = "true"; // else a and b would add cells to the notebook
  if (!members.length) {
    el.append(element("p", {}, "This assessment has no members yet. Add the team on the page 01_set_up first."));
    return;
  }

  const out = line(model, () => paint(), Date.now()); // two pages on one grid must not take each other's answers for their own
  const sent = justEntered(out);
  const cells = sheet(model, sent, () => round);
  const message = element("p", { className: "message", role: "alert" });
  let row = 0, column = 0, across = false, round = TODAY, hint = "", drawn = "";

  const here = () => ({ member: members[column], item: cells.items()[row] });
  const find = (what) => el.querySelector(what);
  const at = () => find(`[data-place="${row} ${column}"]`);
  const block = pasting({ find, here, term, tell, focus, out, round: () => round });
  const act = { turn, undo, switchTo, absent: toggleAbsent, paste: () => block.open(), way: (is) => { across = is; paint(); focus(); } };

  // ---- entering ------------------------------------------------------------------------------------------------

  function enter(said, shown) {
    const { member, item } = here();
    if (cells.absent(member.id)) return tell(`${member.name} is marked absent from this section. If that is wrong, press x or the button “Present after all”.`);
    if (cells.hidden(member.id, item.id)) return tell(`${member.name} has answered this alone: it stays hidden until the section is closed.`);
    sent.send(cells.place(member.id, item.id), { type: "rate", member: member.id, item: item.id, round, ...said }, shown);
    if (said.state === "blank") paint();
    else advance();
  }

  function clear() { enter({ state: "blank" }, ""); }

  function toggleAbsent() {
    const { member } = here();
    out.send({ type: cells.absent(member.id) ? "present" : "absent", section: cells.section().id, member: member.id });
    at()?.focus();
  }

  function undo() {
    out.send({ type: "undo" });
    focus();
  }

  // ---- moving --------------------------------------------------------------------------------------------------

  function advance() {
    const all = cells.places(across);
    const after = all.slice(all.findIndex(([r, c]) => r === row && c === column) + 1);
    const next = after.find((place) => cells.isOpen(...place)) ?? all.find((place) => cells.isGap(...place));
    if (next) return go(...next);
    const following = sections[sections.indexOf(cells.section()) + 1];
    if (following) return turn(following.id);
    paint();
    tell("That was the last cell: everything is entered.");
  }

  function go(r, c) {
    row = Math.min(cells.items().length - 1, Math.max(0, r));
    column = Math.min(members.length - 1, Math.max(0, c));
    paint();
    focus();
  }

  function firstGap() { return cells.places(across).find((one) => cells.isGap(...one)) ?? [0, 0]; }

  function turn(id, place) {
    model.set("section", id);
    model.save_changes();
    go(...(place ?? firstGap()));
  }

  function switchTo(of) {
    round = of;
    hint = "";
    go(row, column);
  }

  function focus() {
    at()?.focus({ preventScroll: true });
    at()?.scrollIntoView({ block: "nearest", inline: "nearest" });
    find(".desk").scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  const MOVES = {
    ArrowDown: () => go(row + 1, column), ArrowUp: () => go(row - 1, column),
    ArrowRight: () => go(row, column + 1), ArrowLeft: () => go(row, column - 1),
    Home: () => go(row, 0), End: () => go(row, members.length - 1),
    PageUp: () => go(0, column), PageDown: () => go(cells.items().length - 1, column),
    Enter: advance, Backspace: clear, Delete: clear, x: toggleAbsent,
  };

  function key(event) {
    event.stopPropagation(); // a key in a list or a box is not meant for the notebook either
    const deed = meant(event);
    if (!deed) return;
    event.preventDefault();
    hint = "";
    if (out.text && !out.pending.size) out.tell("");
    warn();
    deed();
  }

  function meant(event) {
    if (event.key === "Escape" && block.isOpen()) return block.close;
    if (event.target.closest("select, textarea, input")) return undefined;
    if (event.ctrlKey || event.metaKey) return event.key.toLowerCase() === "z" ? undo : undefined;
    if (event.altKey || !event.target.closest("td")) return undefined;
    return answer(event.key) ?? MOVES[event.key];
  }

  function answer(typed) {
    const level = levels.find(({ code }, n) => code.toLowerCase() === typed.toLowerCase() || String(n + 1) === typed);
    if (level) return () => enter({ state: "rated", level: level.code }, level.code);
    const [state, shown] = STATES[typed] ?? [];
    return state && (() => enter({ state }, shown));
  }

  // ---- drawing -------------------------------------------------------------------------------------------------

  function tell(text) {
    hint = text;
    warn();
  }

  function warn() {
    const told = [out.text || model.get("state").trouble, hint].filter(Boolean).join(" ");
    if (message.textContent !== told) message.textContent = told;
  }

  function draw() {
    const inside = el.contains(document.activeElement) && document.activeElement.closest("td");
    el.replaceChildren(bar(sections, cells.section(), act), ...(asked.looking_back ? [roundSwitch(act)] : []), message, pasteBox(block.enter, block.close), report(block.close),
      element("div", { className: "desk" }, element("div", { className: "now" }), scale(levels), table(asked, cells.section(), stand)),
      keysLine(levels));
    paint();
    if (inside) focus();
  }

  // Whoever comes to the grid from elsewhere on the page sees all of it, as far as the screen allows.
  function arrive(event) {
    if (el.contains(event.relatedTarget) || !event.target.closest("td")) return;
    const { top, bottom } = el.getBoundingClientRect();
    if (top < 60 || bottom > window.innerHeight - 24) el.scrollIntoView({ block: "start" });
    if (find(".desk").getBoundingClientRect().bottom > window.innerHeight - 24) find(".desk").scrollIntoView({ block: "start" });
  }

  function stand(r, c) {
    if (r === row && c === column) return;
    [row, column] = [r, c];
    paint();
  }

  function paint() {
    const { member, item } = here();
    warn();
    el.classList.toggle("last-year", round === LAST_YEAR);
    for (const one of el.querySelectorAll(".round")) one.setAttribute("aria-pressed", String(Number(one.dataset.round) === round));
    find("table").setAttribute("aria-label", `${round === TODAY ? "Answers" : ROUNDS[LAST_YEAR]}: ${cells.section().title}`);
    for (const node of el.querySelectorAll("td")) paintPlace(node, ...node.dataset.place.split(" ").map(Number));
    for (const [c, head] of [...el.querySelectorAll("th[data-column]")].entries()) {
      head.classList.toggle("current", c === column);
      head.querySelector(".absent").textContent = cells.absent(members[c].id) ? "absent" : "";
    }
    el.querySelectorAll("tbody tr").forEach((one, r) => one.classList.toggle("current", r === row));
    el.querySelectorAll("option").forEach((one, n) => { one.textContent = `${cells.full(sections[n]) ? "✓ " : ""}${sections[n].title}`; });
    for (const one of el.querySelectorAll(".way")) one.setAttribute("aria-pressed", String((one.dataset.across === "true") === across));
    paintAway(find(".away"), member, cells.absent(member.id));
    find(".now").replaceChildren(...now({ member, item, term, filled: cells.marks(cells.section()), closed: cells.closed(), round }));
  }

  function paintPlace(node, r, c) {
    const member = members[c], item = cells.items()[r];
    const mark = cells.mark(member.id, item.id);
    const words = wordsFor(levels, mark, cells.absent(member.id) ? "absent" : "empty");
    node.classList.toggle("barred", !cells.isOpen(r, c));
    node.tabIndex = r === row && c === column ? 0 : -1;
    paintCell(node, { mark, status: cells.status(member.id, item.id), late: Boolean(mark) && cells.late(member.id, item.id),
      label: `${round === TODAY ? "" : "Last year: "}${member.name}, ${term} ${item.id}: ${words}` });
  }

  // ---- what Python says ----------------------------------------------------------------------------------------

  function changed() {
    sent.forgetSaved();
    row = Math.min(row, cells.items().length - 1);
    if (drawn === cells.section().id) return paint();
    drawn = cells.section().id;
    draw();
  }

  function heard(said) {
    if (said.type === "pasted") return block.heard(said);
    if (said.type === "undone") return undone(said);
    if (said.type === "refused") hint = "";
    out.heard(said);
  }

  function undone(said) {
    const part = sections.find((one) => one.id === said.section);
    round = said.round;
    turn(part.id, [part.items.findIndex((one) => one.id === said.item), members.findIndex((one) => one.id === said.member)]);
    tell(said.text);
  }

  el.addEventListener("keydown", key);
  el.addEventListener("paste", block.take);
  el.addEventListener("focusin", arrive);
  model.on("change:state change:section", changed);
  model.on("msg:custom", heard);
  changed();
  [row, column] = firstGap();
  paint();
  return () => {
    model.off("change:state change:section", changed);
    model.off("msg:custom", heard);
    out.stop();
  };
}

export default { render };
