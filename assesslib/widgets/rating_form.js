// One member's form. Python holds the truth: `state` is what stands in the folder. What was just entered is shown at
// once and marked saved only when Python says that its row is on the disk.

function render({ model, el }) {
  const out = line(model, () => paint());
  const sent = justEntered(out);
  const message = element("p", { className: "message", role: "alert" });
  const undone = [];
  let current = 0;
  let drawn = "";
  let hint = "";
  let goal = null; // the section that was asked for, until it is shown

  el.classList.add("assess-form", "assess-rating", "asleep");
  el.dataset.lmSuppressShortcuts = "true"; // else a and b would add cells to the notebook

  const state = () => model.get("state");
  const answer = (item) => sent.get(item)?.said ?? state().answers[item] ?? {};
  const items = () => state().items;
  const here = () => el.querySelector(`.item[data-place="${current}"]`);
  const act = {
    undo,
    done: () => out.send({ type: "done" }),
    stand: (place) => { current = place; paint(); },
    choose: (place, said) => { current = place; choose(said); },
    open: (place, what) => { current = place; open(what); },
    comment: (id, text) => { const now = answer(id); rate(id, { ...now, state: now.state || "blank", comment: text }); },
  };

  // ---- entering ------------------------------------------------------------------------------------------------

  function rate(id, said, remember = true) {
    quiet();
    const before = answer(id);
    const full = { state: "", level: "", facets: {}, comment: before.comment ?? "", ...said };
    if (remember) undone.push([id, before]);
    sent.send(id, { type: "rate", item: id, ...full }, full);
    paint();
  }

  function undo() {
    const last = undone.pop();
    if (!last) return tell("There is nothing to undo.");
    const [id, { state: was, level = "", facets = {}, comment = "" }] = last;
    current = Math.max(0, items().findIndex((one) => one.id === id));
    rate(id, { state: was || "blank", level, facets, comment }, false);
    focus();
  }

  function choose(said) {
    rate(items()[current].id, said);
    if (current < items().length - 1) move(1);
    else focus();
  }

  function clear() {
    rate(items()[current].id, { state: "blank" });
    focus();
  }

  function open(what) {
    const box = here().querySelector(`.${what}`);
    if (what === "split") box.replaceChildren(...splitBox(state(), answer(items()[current].id).facets, (said) => split(box, said)));
    box.hidden = false;
    box.querySelector("textarea, input, select")?.focus();
  }

  function split(box, said) {
    const pairs = said.filter(([name, level]) => name && level);
    if (new Set(pairs.map(([name]) => name)).size < 2) return tell("A split needs two sides with a name and a level each.");
    box.hidden = true;
    choose({ state: "split", facets: Object.fromEntries(pairs) });
  }

  // ---- moving --------------------------------------------------------------------------------------------------

  function move(step) {
    current = Math.min(items().length - 1, Math.max(0, current + step));
    paint();
    focus();
  }

  function neighbour(step) {
    const s = state();
    const to = s.sections[s.sections.findIndex((part) => part.id === s.section) + step];
    if (to) turn(to.id);
  }

  function turn(section) {
    if (section === state().section) return focus(); // no new state would come, and the focus would be waited for
    quiet();
    undone.length = 0;
    current = 0;
    sent.clear();
    goal = section;
    out.send({ type: "section", section });
  }

  function focus() {
    const node = here();
    node?.focus({ preventScroll: true });
    for (const part of [el, el.querySelector(".desk")]) part.scrollIntoView({ block: "nearest" });
    node?.scrollIntoView({ block: "nearest" });
  }

  const MOVES = {
    ArrowDown: () => move(1), ArrowRight: () => move(1), ArrowUp: () => move(-1), ArrowLeft: () => move(-1),
    Home: () => move(-items().length), End: () => move(items().length), Backspace: clear, Delete: clear,
    "?": () => choose({ state: "dont_know" }), "-": () => choose({ state: "not_applicable" }),
    PageDown: () => neighbour(1), PageUp: () => neighbour(-1), "/": () => open("split"), '"': () => open("comment"),
  };

  function key(event) {
    event.stopPropagation(); // an arrow in a list is not meant for the notebook either
    const typing = event.target.closest("textarea, input, select");
    if (event.altKey || event.metaKey || (event.ctrlKey && event.key !== "z") || (typing && event.key !== "Escape")) return;
    const deed = typing ? focus : event.ctrlKey ? undo : level(event.key) ?? MOVES[event.key];
    if (!deed) return;
    event.preventDefault();
    deed();
  }

  function level(typed) {
    const found = state().levels.find(({ code }, n) => code.toLowerCase() === typed.toLowerCase() || String(n + 1) === typed);
    return found && (() => choose({ state: "rated", level: found.code }));
  }

  function tell(text) {
    hint = text;
    paint();
  }

  // What was told of an earlier entry is over with the next, but never that something is not saved.
  function quiet() {
    hint = "";
    if (out.text && !out.pending.size) out.tell("");
  }

  // ---- drawing -------------------------------------------------------------------------------------------------

  function draw() {
    const s = state();
    el.replaceChildren(message, sectionBar(s, turn), about(s),
      element("p", { className: "asleep-hint" }, "The keys are not meant for this form just now: click a line in it to go on."),
      element("div", { className: "desk" }, scale(s), element("div", { className: "items" }, s.items.map((one, place) => row(s, one, place, act)))),
      foot(s, act));
  }

  function paint() {
    const s = state();
    const told = [out.text || s.trouble, hint].filter(Boolean).join(" ");
    if (message.textContent !== told) message.textContent = told;
    for (const node of el.querySelectorAll(".item")) {
      const id = node.dataset.item, stands = s.answers[id];
      const kept = (stands?.state ?? "blank") !== "blank" || stands?.comment ? "saved" : "";
      node.classList.toggle("current", Number(node.dataset.place) === current);
      paintItem(node, answer(id), sent.get(id)?.status ?? kept);
    }
    paintProgress(s);
  }

  function paintProgress(s) {
    for (const part of s.sections) {
      const node = el.querySelector(`option[value="${CSS.escape(part.id)}"]`);
      if (node) node.textContent = `${part.answered} of ${part.asked}${part.done ? ", done" : ""}: ${part.title}`;
    }
    const part = s.sections.find((one) => one.id === s.section);
    el.querySelector(".late").hidden = !part?.closed;
    if (part) el.querySelector(".counted").textContent = `${part.answered} of ${part.asked} answered${part.done ? ", and you said you are done" : ""}`;
  }

  // ---- what Python says ----------------------------------------------------------------------------------------

  function changed() {
    const s = state();
    const shape = JSON.stringify([s.section, s.member]);
    sent.forgetSaved((item) => s.answers[item]);
    if (shape !== drawn) draw();
    drawn = shape;
    paint();
    if (goal !== s.section) return;
    goal = null;
    focus();
  }

  el.addEventListener("keydown", key);
  el.addEventListener("focusin", () => el.classList.remove("asleep"));
  el.addEventListener("focusout", (event) => el.classList.toggle("asleep", !el.contains(event.relatedTarget)));
  model.on("change:state", changed);
  model.on("msg:custom", out.heard);
  changed();
  return () => {
    model.off("change:state", changed);
    model.off("msg:custom", out.heard);
    out.stop();
  };
}

export default { render };
