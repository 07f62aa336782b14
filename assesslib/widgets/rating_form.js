// One member's form. Python holds the truth: `state` is what stands in the folder. What was just entered is shown at
// once and marked saved only when Python says that its row is on the disk.

function render({ model, el }) {
  const out = line(model, () => paint());
  const sent = justEntered(out);
  const message = element("p", { className: "message", role: "alert" });
  const undone = [];
  let current = 0;
  let round = TODAY;
  let drawn = "";
  let hint = "";

  el.classList.add("assess-form", "assess-rating", "asleep");
  el.dataset.lmSuppressShortcuts = "true"; // else a and b would add cells to the notebook

  const asked = model.get("asked");
  const section = () => asked.sections.find((one) => one.id === model.get("section")) ?? asked.sections[0];
  const items = () => section().items;
  const slot = (item, of) => `${of} ${item}`;
  const stands = (item, of) => model.get("state")[of === TODAY ? "answers" : "last_year"]?.[item];
  const answer = (item, of) => sent.get(slot(item, of))?.said ?? stands(item, of) ?? {};
  const writing = drafts(comment);
  const here = () => el.querySelector(`.item[data-place="${current}"][data-round="${round}"]`);
  const act = {
    undo,
    done: () => out.send({ type: "done", section: section().id }),
    finish: () => { writing.allDone(); out.send({ type: "finish" }); },
    stand: (...at) => { [current, round] = at; paint(); },
    choose: (place, of, said) => { [current, round] = [place, of]; choose(said); },
    open: (place, of, what) => { [current, round] = [place, of]; open(what); },
    write: (id, text) => { writing.write(id, text); paint(); },
    written: writing.done,
  };

  // ---- entering ------------------------------------------------------------------------------------------------

  function rate(id, of, said, remember = true) {
    quiet();
    const before = answer(id, of);
    const full = { state: "", level: "", facets: {}, comment: before.comment ?? "", ...said };
    if (remember) undone.push([id, of, before]);
    sent.send(slot(id, of), { type: "rate", item: id, round: of, ...full }, full);
    paint();
  }

  function comment(id, text) {
    const now = answer(id, TODAY);
    if (text === (now.comment ?? "")) return paint();
    rate(id, TODAY, { ...now, state: now.state || "blank", comment: text });
  }

  function undo() {
    const last = undone.pop();
    if (!last) return tell("There is nothing to undo.");
    const [id, of, { state: was, level = "", facets = {}, comment = "" }] = last;
    [current, round] = [Math.max(0, items().findIndex((one) => one.id === id)), of];
    rate(id, of, { state: was || "blank", level, facets, comment }, false);
    focus();
  }

  function choose(said) {
    rate(items()[current].id, round, said);
    if (current < items().length - 1) move(1);
    else focus();
  }

  function clear() {
    rate(items()[current].id, round, { state: "blank" });
    focus();
  }

  function open(what) {
    const box = here().querySelector(`.${what}`);
    if (!box) return tell("A comment goes with today’s answer: press ← to go there, then \".");
    const { facets } = answer(items()[current].id, round);
    if (what === "split") box.replaceChildren(...splitBox(asked, facets, (said) => split(box, said)));
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

  // To the right of today's answer is last year's, where the team looks back; else the keys go down and up.
  function side(step) {
    if (!asked.looking_back) return move(step);
    round = step > 0 ? LAST_YEAR : TODAY;
    move(0);
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
    if (round === LAST_YEAR) node?.previousElementSibling.scrollIntoView({ block: "nearest" }); // the wording it is about
    node?.scrollIntoView({ block: "nearest" });
  }

  const MOVES = {
    ArrowDown: () => move(1), ArrowRight: () => side(1), ArrowUp: () => move(-1), ArrowLeft: () => side(-1),
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
    [current, round] = [0, TODAY];
    el.replaceChildren(message, sectionBar(asked.sections, section(), turn), about(asked.member, section()),
      element("p", { className: "asleep-hint" }, "The keys are not meant for this form just now: click a line in it to go on."),
      element("div", { className: "desk" }, scale(asked),
        element("div", { className: "items" }, items().flatMap((one, place) => rows(asked, one, place, act)))),
      foot(asked, act));
  }

  function paint() {
    const told = [out.text || model.get("state").trouble, hint].filter(Boolean).join(" ");
    if (message.textContent !== told) message.textContent = told;
    for (const node of el.querySelectorAll(".item")) {
      const { item: id } = node.dataset;
      const [place, of] = [Number(node.dataset.place), Number(node.dataset.round)];
      node.classList.toggle("current", place === current && of === round);
      const status = sent.get(slot(id, of))?.status ?? kept(stands(id, of));
      paintItem(node, answer(id, of), of === TODAY && writing.has(id) ? "writing" : status);
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
    sent.forgetSaved((place) => stands(place.slice(2), Number(place[0])));
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
