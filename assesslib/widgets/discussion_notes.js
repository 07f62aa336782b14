// What the team notes beside the talk: fields that keep what is typed until it is on the disk, and lists of notes.

const NAMES = { strength: "Strengths", area: "Areas for improvement", comment: "Comments", evidence: "Supporting evidence", goal: "Improvement goals" };
const GOAL = { owner: "Who sees to it", due: "By when", measure: "How we will know" };

// The keys that lead from an item to the boxes beside it, in their order.
function boxKeys(s) { return [...[...s.prompts, ...s.asks].map((ask) => ask.kind), ...s.extras].map((kind, n) => ["+-*"[n], kind]).filter(([key]) => key); }

const REST = 2500; // words beside an item are saved when their field is left, or after this long without a key

function noting(el, scene, out, drafts, draw) {
  const rests = new Map(); // data-key of a field -> the timer that saves it

  function newId(kind) {
    return `${kind}-${[...crypto.getRandomValues(new Uint8Array(4))].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
  }

  // With `pausing`, which is called at each key, what is typed is saved after a rest as well; `save` sees what is new.
  function typed(name, stored, label, more = {}) {
    const { tag = "input", save = () => {}, pausing, ...rest } = more;
    const leave = () => {
      if (scene.drawing) return;
      clearTimeout(rests.get(name));
      if (drafts.has(name) && (pausing || drafts.get(name) !== stored)) save();
    };
    const type = () => {
      drafts.set(name, node.value);
      if (!pausing) return;
      pausing();
      clearTimeout(rests.get(name));
      rests.set(name, setTimeout(save, REST));
    };
    const enter = (event) => { if (event.key === "Enter" && !event.isComposing) { event.preventDefault(); leave(); } };
    const node = element(tag, { ...(tag === "input" ? { type: "text" } : { rows: 2 }), placeholder: label, dataset: { key: name }, aria: { label },
      oninput: type, onblur: leave, onkeydown: enter, ...rest });
    node.value = drafts.get(name) ?? stored;
    return node;
  }

  function aside(s, one) {
    return element("div", { className: "aside" },
      s.prompts.map((ask) => notes(s, ask.kind, s.notes[ask.kind], { section: s.section }, one)),
      s.asks.map((ask) => notes(s, ask.kind, one.notes[ask.kind], { item: one.id }, one)),
      s.extras.map((kind) => folded(s, kind, one)));
  }

  // What the framework does not ask for, but a team may want to note.
  function folded(s, kind, one) {
    const found = one.notes[kind];
    return element("details", { open: drafts.get(`fold ${kind}`) === "open", ontoggle: (event) => drafts.set(`fold ${kind}`, event.target.open ? "open" : "") },
      element("summary", { dataset: { key: `fold ${kind}` } }, `${NAMES[kind]}, ${one.id}${found.length ? ` (${found.length})` : ""}`),
      notes(s, kind, found, { item: one.id }, one));
  }

  function notes(s, kind, found, where, one) {
    const name = `new ${kind} ${where.item ?? where.section}`;
    const waiting = [...out.pending.values()].map((one) => one.entry).filter((entry) => entry.type === "note" && entry.kind === kind && entry.fresh && (where.item ? entry.item === where.item : entry.section === where.section));
    const hint = kind === "goal" ? "What is to be achieved? Enter adds it" : `One a line; Enter adds it.${where.item ? "" : ` “${one.id}: …” ties it to ${one.id}.`}`;
    const box = typed(name, "", hint, { tag: "textarea", className: "new", save: () => add(s, kind, name, where) });
    box.setAttribute("aria-label", `${NAMES[kind]}${where.item ? ` for ${where.item}` : ""}: add one a line`);
    return element("section", { dataset: { kind } }, element("h4", {}, where.item ? `${NAMES[kind]}, ${where.item}` : NAMES[kind]),
      kind === "evidence" && s.guidance.examples ? guidance(s) : null,
      element("ul", {}, found.map((note) => entry(s, kind, note, where)), waiting.map((note) => element("li", { className: "waiting" }, `${note.text} (${out.text ? "✗ not saved yet" : "saving …"})`))),
      box);
  }

  // A line that begins with an item's number and a colon is about that item.
  function tied(s, text) {
    const [, number, words] = text.match(/^(\S+?)\s*:\s+(.+)$/s) ?? [];
    return s.items.some((one) => one.id === number) ? { text: words, item: number } : { text };
  }

  function add(s, kind, name, where) {
    const lines = (drafts.get(name) ?? "").split("\n").map((text) => text.trim()).filter(Boolean);
    drafts.delete(name);
    for (const text of lines) {
      out.send({ type: "note", kind, id: newId(kind), fresh: true, ...where, ...(where.item ? { text } : tied(s, text)) }, undefined, () => drafts.set(name, [text, drafts.get(name)].filter(Boolean).join("\n")));
    }
    const box = el.querySelector(`[data-key="${CSS.escape(name)}"]`);
    if (box) box.value = "";
    if (lines.length) setTimeout(scene.ask); // only once the focus is where somebody who left the box wants it
  }

  function about(s, note, keep) {
    const list = element("select", { className: "about", title: `Which ${s.term} it is about`, dataset: { key: `about of ${note.id}` }, aria: { label: `Which ${s.term} it is about` }, onchange: () => keep({ item: list.value }) },
      element("option", { value: "" }, "–"), s.items.map((one) => element("option", { value: one.id, selected: one.id === note.item }, one.id)));
    return list;
  }

  function entry(s, kind, note, where) {
    const read = (name) => drafts.get(`${name} of ${note.id}`) ?? note[name];
    const keep = (more = {}) => {
      const said = Object.fromEntries(["text", "owner", "due", "measure"].map((name) => [name, read(name).trim()]));
      if (!said.text) { drafts.delete(`text of ${note.id}`); return draw(); }
      out.send({ type: "note", kind, id: note.id, ...said, ...more }, () => {
        for (const name of Object.keys(said)) if ((drafts.get(`${name} of ${note.id}`) ?? "").trim() === said[name]) drafts.delete(`${name} of ${note.id}`);
      });
    };
    const points = note.points_to ? element("p", { className: "fact" }, note.stands_for.length
      ? `“${note.text}” stands for what is noted at ${note.points_to}: ${note.stands_for.join(" · ")}` : `Nothing is noted at ${note.points_to} yet.`) : null;
    return element("li", {},
      element("div", { className: "row" }, typed(`text of ${note.id}`, note.text, "Change it here", { tag: "textarea", rows: Math.ceil((note.text.length + 1) / 26), save: () => keep() }),
        where.item ? null : about(s, note, keep),
        button("withdraw", `withdraw ${note.id}`, () => keep({ state: "withdrawn" }), { className: "small", aria: { label: `Withdraw: ${note.text}` } })),
      kind === "goal" && !note.points_to ? element("div", { className: "goal" }, Object.entries(GOAL).map(([name, label]) => typed(`${name} of ${note.id}`, note[name], label, { save: () => keep() }))) : null,
      points);
  }

  function guidance(s) {
    const labels = Object.fromEntries(s.levels.map((level) => [level.code, level.label]));
    return element("details", { open: drafts.get("guidance") === "open", ontoggle: (event) => drafts.set("guidance", event.target.open ? "open" : "") },
      element("summary", { dataset: { key: "guidance" } }, "How much to write: three examples"),
      s.guidance.examples.map((one) => element("div", { className: "example" }, element("p", {}, `${one.lead} (${one.item}, ${labels[one.level]})`),
        element("ul", {}, one.evidence.map((text) => element("li", {}, text))))));
  }

  return { typed, aside };
}

