// The review: its parts, one at a time, and the notes that are made, taken out and put back in them.

function render({ model, el }) {
  let part = null;
  let opened = ""; // the cause or action whose details are shown
  let taken = null; // what was taken out last, to be put back
  let told = "";

  el.classList.add("assess-review");
  el.dataset.lmSuppressShortcuts = "true"; // else typing would run commands of the notebook

  const state = () => model.get("state");
  const tell = (text = told) => { told = text; show(); };
  const trouble = () => [at.held, told, state().trouble].filter(Boolean).join(" "); // what is not saved comes first
  const show = () => { const node = el.querySelector(".message"); if (node && node.textContent !== trouble()) node.textContent = trouble(); };
  const at = desk(model, el, tell);
  const page = steady(el, draw);
  const making = { make, text, adding, takeOut, open: (id) => { opened = id; page.redraw(); }, get opened() { return opened; } };
  const shared = { at, state, making };
  const { section, questions } = answering(shared);
  const { causes, actions } = planning(shared);
  const { process, signing } = recording(shared);

  // ---- the page ------------------------------------------------------------------------------------------------

  function parts(s) {
    return [
      ["read", "What we wrote", () => read(s)],
      ...s.sections.map((one) => [`section:${one.id}`, one.title, () => beside(section(one))]),
      s.questions.length && ["questions", "Closing questions", () => beside(questions())],
      (s.asks_areas || s.causes.length) && ["causes", "Causes", causes],
      ["actions", "Actions", actions],
      s.process && ["process", "Process", process],
      s.signing && ["sign", "Sign", () => beside(signing(), "The record", record(s))],
    ].filter(Boolean);
  }

  function draw() {
    const s = state(), all = parts(s);
    const place = Math.max(0, all.findIndex(([id]) => id === part));
    part = all[place][0];
    el.replaceChildren(
      element("nav", { aria: { label: "Parts of the review" } }, all.map(([id, title], n) =>
        button(`${n + 1} ${title}`, `part:${id}`, () => turn(id), { aria: id === part ? { current: "step" } : {} }))),
      element("p", { className: "message", role: "alert" }, trouble()),
      element("p", { className: "taken", role: "status", hidden: !taken },
        taken && `Taken out: “${taken.text}” `, taken && button("Put it back", "put-back", putBack)),
      element("main", { dataset: { part } }, all[place][2]()),
      element("p", { className: "foot" },
        [[all[place - 1], "back", "◂ ", ""], [all[place + 1], "next", "Next: ", " ▸"]].map(([to, key, before, after]) =>
          to && button(`${before}${to[1]}${after}`, key, () => turn(to[0])))),
    );
    at.paint();
  }

  function turn(to) {
    part = to;
    opened = "";
    taken = null;
    if (!at.stuck()) told = "";
    draw();
    el.querySelector("h3")?.focus({ preventScroll: true });
    el.scrollIntoView({ block: "nearest" });
  }

  const beside = (nodes, title = "What we wrote", others = everything(state())) => [element("div", { className: "beside" },
    element("div", { className: "doing", dataset: { scroll: part } }, nodes),
    element("aside", { tabIndex: 0, dataset: { scroll: `aside:${part}`, key: "aside" }, aria: { label: title } },
      element("h4", {}, title), others))];

  // ---- making, taking out, putting back --------------------------------------------------------------------------

  function adding(key, label, add) {
    const row = element("div", { className: "row" },
      at.draft({ key, label, hint: "Type it and press Enter", enter: add }), button("Add", `${key}:add`, add));
    return element("div", {}, row, at.coming(key));
  }

  function text(kind, note, label, hidden) {
    const wide = Math.max(16, Math.min(hidden ? 34 : 70, el.clientWidth / 12)); // letters that stand on a line
    const rows = note.text.length > wide ? Math.min(6, Math.ceil(note.text.length / wide)) : 0;
    return at.field({ key: `${note.id}:text`, label, hidden, value: note.text, rows,
      entry: (said) => ({ type: "note", id: note.id, kind, text: said }) });
  }

  // The fields are emptied at once, for the next; until it is on the disk, what was made stands under them. Where it is
  // not taken it goes back into its fields, unless something else is typed there by now.
  function make(kind, keys, said, show) {
    const key = keys[0];
    const id = `${kind}-${digits()}`, given = keys.map((one) => at.typed.get(one));
    if (!(given[0] ?? "").trim()) return el.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus();
    const fields = said(), text = given[0].trim();
    const done = () => {
      if (show) opened = id;
      taken = null;
      page.redraw();
    };
    const back = () => {
      if (keys.some((one) => at.typed.get(one))) return;
      keys.forEach((one, n) => given[n] && at.typed.set(one, given[n]));
      at.sent.delete(id);
      page.redraw();
    };
    for (const one of keys) {
      at.typed.delete(one);
      for (const box of el.querySelectorAll(`[data-key="${CSS.escape(one)}"]`)) box.value = "";
    }
    at.send(id, { type: "note", id, kind, ...fields }, text, done, { back, of: key });
    page.redraw();
  }

  function digits() {
    return [...crypto.getRandomValues(new Uint8Array(4))].map((n) => n.toString(16).padStart(2, "0")).join("");
  }

  function takeOut(note) {
    const name = `out:${note.id}`;
    const done = () => { taken = note; page.redraw(); };
    return button("Take out", name, () => at.send(name, { type: "withdraw", id: note.id }, "", done),
      { className: "out", aria: { label: `Take out: ${note.text}` } });
  }

  function putBack() {
    const { id, kind, text: words, section: home, item, about, areas, leads_to: other, owner, due, measure, status: how } = taken;
    const links = about ?? [...(areas ?? []), ...(other ?? [])];
    const others = Object.entries({ owner, due, measure, status: how, section: home, item }).filter(([, value]) => value);
    at.send("put-back", { type: "note", id, kind, text: words, about: links, ...Object.fromEntries(others) }, "",
      () => { taken = null; page.redraw(); });
  }

  function heard(message) {
    at.heard(message);
    if (message.type === "refused") page.redraw(); // a tick that was not allowed goes back
  }

  model.on("change:state", page.redraw);
  model.on("msg:custom", heard);
  page.redraw();
  return () => { model.off("change:state", page.redraw); model.off("msg:custom", heard); at.stop(); page.stop(); };
}

export default { render };
