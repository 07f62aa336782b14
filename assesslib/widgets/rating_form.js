// One member's form. Python holds the truth: `state` is what stands in the folder. What was just entered is shown at
// once from `sent` and marked saved only when Python says that its row is on the disk.

const STATES = { dont_know: "don’t know", not_applicable: "not applicable" };

function element(tag, props = {}, ...children) {
  const { dataset, ...rest } = props;
  const node = Object.assign(document.createElement(tag), rest);
  Object.assign(node.dataset, dataset);
  node.append(...children);
  return node;
}

function render({ model, el }) {
  const sent = new Map(); // item -> { seq, answer, status, text }
  const undone = [];
  let seq = 0;
  let current = 0;
  let lost = null;
  let goal = null; // the section that was asked for, until it is shown

  el.classList.add("assess-form", "asleep");
  el.dataset.lmSuppressShortcuts = "true"; // else a and b would add cells to the notebook

  const state = () => model.get("state");
  const answer = (item) => sent.get(item)?.answer ?? state().answers[item] ?? {};
  const items = () => state().items;
  const item = () => items()[current];

  function send(entry) {
    seq += 1;
    model.send({ ...entry, seq });
    clearTimeout(lost);
    lost = setTimeout(() => {
      if ([...sent.values()].some((one) => one.status === "saving")) {
        tell("NOT SAVED: the page has lost its connection. What was marked saved is safe. Run the page again (Run ▸ Run All Cells) and enter the rest.");
      }
    }, 4000);
    return seq;
  }

  function rate(id, said, remember = true) {
    const before = answer(id);
    const full = { state: "", level: "", facets: {}, comment: before.comment ?? "", ...said };
    if (remember) undone.push([id, before]);
    sent.set(id, { seq: send({ type: "rate", item: id, ...full }), answer: full, status: "saving" });
    paint();
  }

  function undo() {
    const last = undone.pop();
    if (!last) return tell("There is nothing to undo.");
    const [id, before] = last;
    current = Math.max(0, items().findIndex((one) => one.id === id));
    rate(id, { state: before.state || "blank", level: before.level ?? "", facets: before.facets ?? {}, comment: before.comment ?? "" }, false);
    focus();
  }

  function move(step) {
    current = Math.min(items().length - 1, Math.max(0, current + step));
    paint();
    focus();
  }

  function choose(said) {
    rate(item().id, said);
    if (current < items().length - 1) move(1);
    else focus();
  }

  function key(event) {
    if (event.target.closest("textarea, input, select")) return event.key === "Escape" ? leave(event) : undefined;
    if (event.altKey || event.metaKey || (event.ctrlKey && event.key !== "z")) return;
    const levels = state().levels;
    const typed = event.key.toLowerCase();
    const place = levels.findIndex((level, n) => level.code.toLowerCase() === typed || String(n + 1) === event.key);
    const act =
      event.ctrlKey ? undo
      : place >= 0 ? () => choose({ state: "rated", level: levels[place].code })
      : { ArrowDown: () => move(1), ArrowUp: () => move(-1), ArrowRight: () => move(1), ArrowLeft: () => move(-1),
          Home: () => move(-items().length), End: () => move(items().length),
          Backspace: () => { rate(item().id, { state: "blank" }); focus(); },
          Delete: () => { rate(item().id, { state: "blank" }); focus(); },
          "?": () => choose({ state: "dont_know" }), "-": () => choose({ state: "not_applicable" }),
          PageDown: () => neighbour(1), PageUp: () => neighbour(-1),
          "/": () => open("split"), '"': () => open("comment") }[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  function leave(event) {
    event.preventDefault();
    focus();
  }

  function focus() {
    const node = el.querySelector(`.item[data-place="${current}"]`);
    node?.focus({ preventScroll: true });
    node?.scrollIntoView({ block: "nearest" });
  }

  function open(what) {
    const box = el.querySelector(`.item[data-place="${current}"] .${what}`);
    box.hidden = false;
    box.querySelector("textarea, input, select")?.focus();
  }

  function tell(text) {
    el.querySelector(".message").textContent = text;
  }

  // ---- drawing -------------------------------------------------------------------------------------------------

  function draw() {
    const s = state();
    el.replaceChildren(
      element("p", { className: "message", role: "alert" }, s.trouble ?? ""),
      sections(s),
      scale(s),
      element("p", { className: "asleep-hint" }, "The keys are not meant for this form just now: click a line in it to go on."),
      element("div", { className: "items" }, ...s.items.map((one, place) => row(s, one, place))),
      foot(),
    );
    paint();
  }

  function sections(s) {
    const list = element("select", { onchange: () => turn(list.value) },
      ...s.sections.map((part) => element("option", { value: part.id, selected: part.id === s.section })));
    list.setAttribute("aria-label", "Section");
    const place = s.sections.findIndex((part) => part.id === s.section);
    const step = (text, to) => element("button", { type: "button", disabled: !s.sections[to], onclick: () => turn(s.sections[to].id) }, text);
    return element("div", { className: "top" }, step("◂ section before", place - 1), list, step("next section ▸", place + 1));
  }

  function neighbour(step) {
    const s = state();
    const to = s.sections[s.sections.findIndex((part) => part.id === s.section) + step];
    if (to) turn(to.id);
  }

  function turn(section) {
    undone.length = 0;
    current = 0;
    sent.clear();
    goal = section;
    send({ type: "section", section });
  }

  function scale(s) {
    const here = s.sections.find((part) => part.id === s.section);
    const codes = s.levels.map((level) => level.code);
    return element("div", { className: "scale" },
      element("p", { className: "who" }, element("b", {}, s.member), ": your own view, before anyone talks. ", here?.intro ?? ""),
      element("p", { className: "late", hidden: !here?.closed }, "This section is closed. What you change now is kept, and marked as given after the others’ ratings were shown."),
      element("p", { className: "levels" }, ...s.levels.map((level) => element("span", {}, element("b", {}, level.code), ` ${level.label}`))),
      element("p", { className: "keys" }, `Keys: ${codes.join(" ")} or 1 to ${codes.length} rate and move on · ↑ ↓ move · Backspace clear · ? don’t know · - not applicable · / split · " comment · Ctrl+Z undo · PageUp PageDown section`));
  }

  function row(s, one, place) {
    const node = element("div", { className: "item", tabIndex: 0, dataset: { place, item: one.id }, onfocus: () => { current = place; paint(); } });
    node.setAttribute("role", "group");
    node.setAttribute("aria-label", `${s.term} ${one.id}: ${one.text}`);
    const press = (said) => () => { current = place; choose(said); };
    const levels = s.levels.map((level) => button(level.code, `${level.code}: ${level.label}`, { level: level.code }, press({ state: "rated", level: level.code })));
    const others = Object.entries(STATES).map(([name, words]) => button(words, words, { state: name }, press({ state: name })));
    const more = [
      button("split", "Split this rating between sides", { open: "split" }, () => { current = place; open("split"); }),
      button("comment", "Write a comment", { open: "comment" }, () => { current = place; open("comment"); }),
    ];
    const mark = element("span", { className: "mark" });
    mark.setAttribute("aria-live", "polite");
    node.append(
      element("div", { className: "text" }, element("b", {}, one.id), " ", one.text),
      element("div", { className: "answers" }, element("span", { className: "choice" }, ...levels), ...others, ...more, mark),
      split(s, one), comment(one),
    );
    return node;
  }

  function button(text, title, dataset, onclick) {
    const node = element("button", { type: "button", title, dataset, onclick, tabIndex: -1 }, text);
    node.setAttribute("aria-label", title);
    return node;
  }

  function split(s, one) {
    const names = s.facets.length ? s.facets : [{ id: "", label: "" }, { id: "", label: "" }];
    const sides = names.map((facet, n) => element("label", {},
      facet.id ? facet.label : element("input", { className: "side", placeholder: `Name of side ${n + 1}`, value: Object.keys(answer(one.id).facets ?? {})[n] ?? "" }), " ",
      pick(s, one, facet, n)));
    const keep = button("save the split", "Save the split rating", {}, () => saveSplit(one.id, names, box));
    keep.tabIndex = 0;
    const box = element("div", { className: "split", hidden: true }, "A level for each side: ", ...sides, keep);
    return box;
  }

  function pick(s, one, facet, n) {
    const chosen = Object.entries(answer(one.id).facets ?? {}).find(([name], place) => name === facet.id || (!facet.id && place === n))?.[1];
    const list = element("select", {}, element("option", { value: "" }, "level"),
      ...s.levels.map((level) => element("option", { value: level.code, selected: level.code === chosen }, level.code)));
    list.setAttribute("aria-label", `Level for ${facet.label || `side ${n + 1}`}`);
    return list;
  }

  function saveSplit(id, names, box) {
    const given = [...box.querySelectorAll(".side")].map((input) => input.value.trim());
    const levels = [...box.querySelectorAll("select")].map((list) => list.value);
    const pairs = names.map((facet, n) => [facet.id || given[n], levels[n]]).filter(([name, level]) => name && level);
    if (pairs.length < 2 || new Set(pairs.map(([name]) => name)).size < 2) return tell("A split needs two sides with a name and a level each.");
    tell("");
    box.hidden = true;
    choose({ state: "split", facets: Object.fromEntries(pairs) });
  }

  function comment(one) {
    const field = element("textarea", { rows: 2, value: answer(one.id).comment ?? "", placeholder: "Why do you see it so? (saved when you leave the field)",
      onchange: () => { const now = answer(one.id); rate(one.id, { ...now, state: now.state || "blank", comment: field.value }); } });
    field.setAttribute("aria-label", `Comment on ${one.id}`);
    return element("div", { className: "comment", hidden: !answer(one.id).comment }, field);
  }

  function foot() {
    return element("div", { className: "foot" },
      element("span", { className: "progress" }),
      plain("Undo", undo), plain("I am done with this section", () => send({ type: "done" })));
  }

  function plain(text, onclick) {
    return element("button", { type: "button", className: "plain", onclick }, text);
  }

  function paint() {
    const s = state();
    for (const node of el.querySelectorAll(".item")) {
      const id = node.dataset.item, said = answer(id), now = sent.get(id);
      node.classList.toggle("current", Number(node.dataset.place) === current);
      for (const one of node.querySelectorAll("[data-level], [data-state]")) {
        const on = one.dataset.level ? said.state === "rated" && said.level === one.dataset.level : said.state === one.dataset.state;
        one.setAttribute("aria-pressed", String(on));
      }
      const sides = Object.entries(said.facets ?? {}).map(([name, level]) => `${name}: ${level}`).join(", ");
      const status = now?.status ?? ((s.answers[id]?.state ?? "blank") !== "blank" || s.answers[id]?.comment ? "saved" : "");
      node.querySelector(".mark").textContent = [sides, { saving: "saving …", saved: "✓ saved", waiting: "✗ not saved yet", refused: "✗ not allowed" }[status] ?? ""].filter(Boolean).join("  ");
      node.dataset.status = status;
    }
    for (const part of s.sections) {
      const node = el.querySelector(`option[value="${CSS.escape(part.id)}"]`);
      if (node) node.textContent = `${part.answered} of ${part.asked}${part.done ? ", done" : ""}: ${part.title}`;
    }
    const here = s.sections.find((part) => part.id === s.section);
    if (here) el.querySelector(".progress").textContent = `${here.answered} of ${here.asked} answered${here.done ? ", and you said you are done" : ""}`;
  }

  // ---- what Python says ----------------------------------------------------------------------------------------

  let drawn = "";
  function changed() {
    const s = state();
    for (const [id, now] of sent) if (now.status === "saved" && s.answers[id]) sent.delete(id);
    const shape = JSON.stringify([s.section, s.member, s.sections.map((part) => part.closed)]);
    if (shape !== drawn) { drawn = shape; draw(); } else paint();
    if (goal === s.section) { goal = null; focus(); }
    if (s.trouble) tell(s.trouble);
  }

  function heard(message) {
    const one = [...sent.values()].find((now) => now.seq === message.seq);
    if (one) one.status = message.type;
    if (message.type === "saved") { if (![...sent.values()].some((now) => now.status === "waiting")) tell(""); }
    else tell(message.text);
    paint();
  }

  el.addEventListener("keydown", key);
  el.addEventListener("keydown", (event) => event.stopPropagation()); // an arrow in a list is not meant for the notebook
  el.addEventListener("focusin", () => el.classList.remove("asleep"));
  el.addEventListener("focusout", (event) => el.classList.toggle("asleep", !el.contains(event.relatedTarget)));
  model.on("change:state", changed);
  model.on("msg:custom", heard);
  changed();
  return () => { model.off("change:state", changed); model.off("msg:custom", heard); clearTimeout(lost); };
}

export default { render };
