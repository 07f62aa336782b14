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

  el.classList.add("assess-form", "assess-rating", "asleep");
  el.dataset.lmSuppressShortcuts = "true"; // else a and b would add cells to the notebook

  const asked = model.get("asked");
  const section = () => asked.sections.find((one) => one.id === model.get("section")) ?? asked.sections[0];
  const items = () => section().items;
  const stands = (item) => model.get("state").answers?.[item];
  const answer = (item) => sent.get(item)?.said ?? stands(item) ?? {};
  const writing = drafts(comment);
  const here = () => el.querySelector(`.item[data-place="${current}"]`);
  const act = {
    undo,
    done: () => out.send({ type: "done", section: section().id }),
    finish: () => { writing.allDone(); out.send({ type: "finish" }); },
    stand: (place) => { current = place; paint(); },
    choose: (place, said) => { current = place; choose(said); },
    open: (place, what) => { current = place; open(what); },
    write: (id, text) => { writing.write(id, text); paint(); },
    written: writing.done,
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

  function comment(id, text) {
    const now = answer(id);
    if (text === (now.comment ?? "")) return paint();
    rate(id, { ...now, state: now.state || "blank", comment: text });
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
    if (what === "split") box.replaceChildren(...splitBox(asked, answer(items()[current].id).facets, (said) => split(box, said)));
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
    const to = asked.sections[asked.sections.indexOf(section()) + step];
    if (to) turn(to.id);
  }

  // The page turns by itself: the next key may come before Python has heard of it.
  function turn(id) {
    if (id === section().id) return focus();
    quiet();
    model.set("section", id);
    focus();
    model.save_changes();
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
    const found = asked.levels.find(({ code }, n) => code.toLowerCase() === typed.toLowerCase() || String(n + 1) === typed);
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
    writing.allDone();
    undone.length = 0;
    current = 0;
    el.replaceChildren(message, sectionBar(asked.sections, section(), turn), about(asked.member, section()),
      element("p", { className: "asleep-hint" }, "The keys are not meant for this form just now: click a line in it to go on."),
      element("div", { className: "desk" }, scale(asked),
        element("div", { className: "items" }, items().map((one, place) => row(asked, one, place, act)))),
      foot(asked, act));
  }

  function paint() {
    const told = [out.text || model.get("state").trouble, hint].filter(Boolean).join(" ");
    if (message.textContent !== told) message.textContent = told;
    for (const node of el.querySelectorAll(".item")) {
      const id = node.dataset.item;
      node.classList.toggle("current", Number(node.dataset.place) === current);
      paintItem(node, answer(id), writing.has(id) ? "writing" : sent.get(id)?.status ?? kept(stands(id)));
    }
    for (const part of asked.sections) paintProgress(part, model.get("state").progress?.[part.id] ?? {});
  }

  function kept(said) { return (said?.state ?? "blank") !== "blank" || said?.comment ? "saved" : ""; }

  function paintProgress(part, { answered = 0, done = false, closed = false }) {
    const counted = `${answered} of ${part.items.length}`;
    el.querySelector(`option[value="${CSS.escape(part.id)}"]`).textContent = `${counted}${done ? ", done" : ""}: ${part.title}`;
    if (part !== section()) return;
    el.querySelector(".late").hidden = !closed;
    el.querySelector(".counted").textContent = `${counted} answered${done ? ", and you said you are done" : ""}`;
  }

  // ---- what Python says ----------------------------------------------------------------------------------------

  function changed() {
    sent.forgetSaved(stands);
    if (drawn !== section().id) draw();
    drawn = section().id;
    paint();
  }

  el.addEventListener("keydown", key);
  el.addEventListener("focusin", () => el.classList.remove("asleep"));
  el.addEventListener("focusout", (event) => el.classList.toggle("asleep", !el.contains(event.relatedTarget)));
  model.on("change:state change:section", changed);
  model.on("msg:custom", out.heard);
  changed();
  return () => {
    model.off("change:state change:section", changed);
    model.off("msg:custom", out.heard);
    writing.allDone();
    out.stop();
  };
}

export default { render };
