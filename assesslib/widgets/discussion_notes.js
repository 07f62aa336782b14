// What the team notes beside the talk: fields that keep what is typed until it is on the disk, and lists of notes.

const NAMES = { strength: "Strengths", area: "Areas for improvement", comment: "Comments", evidence: "Supporting evidence", goal: "Improvement goals" };
const GOAL = { owner: "Who sees to it", due: "By when", measure: "How we will know" };

function noting(el, scene, out, drafts, draw) {
  function newId(kind) {
    return `${kind}-${[...crypto.getRandomValues(new Uint8Array(4))].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
  }

  function typed(name, stored, label, more = {}) {
    const { tag = "input", save = () => {}, ...rest } = more;
    const leave = () => { if (!scene.drawing && drafts.has(name) && drafts.get(name) !== stored) save(); };
    const enter = (event) => { if (event.key === "Enter" && !event.isComposing) { event.preventDefault(); leave(); } };
    const node = element(tag, { ...(tag === "input" ? { type: "text" } : { rows: 2 }), placeholder: label, dataset: { key: name }, aria: { label },
      oninput: () => drafts.set(name, node.value), onblur: leave, onkeydown: enter, ...rest });
    node.value = drafts.get(name) ?? stored;
    return node;
  }

  function aside(s, one) {
    return element("div", { className: "aside" },
      s.prompts.map((ask) => notes(s, ask.kind, s.notes[ask.kind], { section: s.section })),
      s.asks.map((ask) => notes(s, ask.kind, one.notes[ask.kind], { item: one.id })));
  }

  function notes(s, kind, found, where) {
    const name = `new ${kind} ${where.item ?? where.section}`;
    const waiting = [...out.pending.values()].map((one) => one.entry).filter((entry) => entry.type === "note" && entry.kind === kind && entry.fresh && entry.item === where.item);
    const box = typed(name, "", kind === "goal" ? "What is to be achieved? Enter adds it" : "One a line; Enter adds it", { tag: "textarea", save: () => add(kind, name, where) });
    box.setAttribute("aria-label", `${NAMES[kind]}${where.item ? ` for ${where.item}` : ""}: add one a line`);
    return element("section", { dataset: { kind } }, element("h4", {}, where.item ? `${NAMES[kind]}, ${where.item}` : NAMES[kind]),
      kind === "evidence" && s.guidance.examples ? guidance(s) : null,
      element("ul", {}, found.map((note) => entry(kind, note)), waiting.map((note) => element("li", { className: "waiting" }, `${note.text} (saving …)`))),
      box);
  }

  function add(kind, name, where) {
    const lines = (drafts.get(name) ?? "").split("\n").map((text) => text.trim()).filter(Boolean);
    drafts.delete(name);
    for (const text of lines) {
      out.send({ type: "note", kind, text, id: newId(kind), fresh: true, ...where }, undefined, () => drafts.set(name, [text, drafts.get(name)].filter(Boolean).join("\n")));
    }
    const box = el.querySelector(`[data-key="${CSS.escape(name)}"]`);
    if (box) box.value = "";
    if (lines.length) scene.ask();
  }

  function entry(kind, note) {
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

