// The parts of the review, one at a time.

function render({ model, el }) {
  let part = null;
  let opened = ""; // the cause or action whose details are shown
  let taken = null; // what was taken out last, to be put back
  let told = "";

  el.classList.add("assess-review");
  el.dataset.lmSuppressShortcuts = "true"; // else typing would run commands of the notebook

  const state = () => model.get("state");
  const tell = (text) => { told = text; show(); };
  const show = () => { const node = el.querySelector(".message"); if (node) node.textContent = state().trouble ?? told; };
  const at = desk(model, el, tell);
  const page = steady(el, draw);
  const digits = () => [...crypto.getRandomValues(new Uint8Array(4))].map((n) => n.toString(16).padStart(2, "0")).join("");
  const fresh = (kind) => `${kind}-${digits()}`;
  const button = (text, onclick, more = {}) => element("button", { type: "button", onclick, ...more }, text);
  const heading = (text) => element("h3", { tabIndex: -1 }, text);
  const hint = (text) => element("p", { className: "hint" }, text);

  // ---- the page ------------------------------------------------------------------------------------------------

  function parts(s) {
    return [
      ["read", "What we wrote", read],
      ...s.sections.map((one) => [`section:${one.id}`, one.title, () => beside(section(one))]),
      s.questions.length && ["questions", "Closing questions", () => beside(questions())],
      (s.asks_areas || s.causes.length) && ["causes", "Causes", causes],
      ["actions", "Actions", actions],
      s.process && ["process", "Process", process],
      s.signing && ["sign", "Sign", () => beside(signing(), "The record", record())],
    ].filter(Boolean);
  }

  function draw() {
    const s = state(), all = parts(s);
    const place = Math.max(0, all.findIndex(([id]) => id === part));
    part = all[place][0];
    el.replaceChildren(
      element("nav", { aria: { label: "Parts of the review" } }, ...all.map(([id, title], n) =>
        button(`${n + 1} ${title}`, () => turn(id), { dataset: { key: `part:${id}` }, aria: id === part ? { current: "step" } : {} }))),
      element("p", { className: "message", aria: { role: "alert" } }, s.trouble ?? told),
      element("p", { className: "taken", aria: { role: "status" }, hidden: !taken },
        taken && `Taken out: “${taken.text}” `, taken && button("Put it back", putBack, { dataset: { key: "put-back" } })),
      element("main", { dataset: { part } }, ...all[place][2]()),
      element("p", { className: "foot" },
        ...[[all[place - 1], "back", "◂ ", ""], [all[place + 1], "next", "Next: ", " ▸"]].map(([to, key, before, after]) =>
          to && button(`${before}${to[1]}${after}`, () => turn(to[0]), { dataset: { key } }))),
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

  const beside = (nodes, title = "What we wrote", others = everything()) => [element("div", { className: "beside" },
    element("div", { className: "doing", dataset: { scroll: part } }, ...nodes),
    element("aside", { tabIndex: 0, dataset: { scroll: `aside:${part}`, key: "aside" }, aria: { label: title } },
      element("h4", {}, title), ...others))];

  // ---- what the team wrote -------------------------------------------------------------------------------------

  const read = () => [heading("What we wrote"),
    hint("Read through it once together. It stays in sight beside the questions that follow."), ...everything()];

  function everything() {
    const s = state();
    const line = (said) => element("li", {}, said.item && element("b", {}, `${said.item} `), said.text || "no words were recorded");
    const run = (one) => [element("p", { className: "kind" }, one.label), element("ul", {}, ...one.texts.map(line))];
    const sections = s.written.map((one) =>
      element("section", { className: "written" }, element("h5", {}, one.title), ...one.runs.flatMap(run)));
    const none = "Nothing is written down yet. What the team writes while it discusses a section is shown here.";
    return [...(s.later ? [hint(s.later)] : []), ...(sections.length ? sections : [hint(none)])];
  }

  // What is signed: the levels that were agreed, all that was written, the actions and how the assessment was done.
  function record() {
    const s = state();
    const list = (title, texts) => (texts.length ? [element("section", { className: "written" }, element("h5", {}, title), element("ul", {}, ...texts))] : []);
    const entry = (name, text) => element("li", {}, name && element("b", {}, `${name} `), text);
    return [
      ...s.agreed.flatMap((one) => list(`Agreed: ${one.title}`, one.items.map((said) => entry(said.item, said.agreed)))),
      ...everything(),
      ...list("Actions", s.actions.map((one) => entry("", `${one.text} (${word(one)})`))),
      ...(s.process ? list(s.process.heading, s.process.rows.filter((row) => row.comment).map((row) => entry(row.text, row.comment))) : []),
    ];
  }

  // ---- questions -----------------------------------------------------------------------------------------------

  const question = (one) => at.field({ key: `answer:${one.question}`, label: one.text, value: one.answer, rows: 4,
    entry: (text) => ({ type: "answer", question: one.question, text }) });

  const section = (one) => [heading(one.title), one.intro && hint(one.intro),
    hint("This part is not rated. A text is saved when you leave its field or pause."),
    ...one.questions.map(question), ...one.lists.map((list) => lines(one.id, list))];

  function lines(home, list) {
    const key = `new:${list.kind}:${home}`;
    const add = () => make(list.kind, [key], () => ({ text: at.typed.get(key) ?? "", section: home }));
    return element("fieldset", {}, element("legend", {}, list.label),
      ...list.notes.map((note, n) => element("div", { className: "row" },
        text(list.kind, note, `${list.label} ${n + 1}`, true), takeOut({ ...note, kind: list.kind, section: home }))),
      adding(key, "One more", add));
  }

  const adding = (key, label, add) => element("div", { className: "row" },
    at.draft({ key, label, hint: "Type it and press Enter", enter: add }), button("Add", add, { dataset: { key: `${key}:add` } }));

  const lineCount = (words, wide) => (words.length > wide ? Math.min(6, Math.ceil(words.length / wide)) : 0);

  const text = (kind, note, label, hidden) => at.field({
    key: `${note.id}:text`, label, hidden, value: note.text, rows: lineCount(note.text, hidden ? 34 : 70),
    entry: (said) => ({ type: "note", id: note.id, kind, text: said }) });

  function questions() {
    const s = state();
    const chosen = s.areas.filter((one) => one.significant).length;
    const ticks = element("fieldset", {}, element("legend", {}, `Tick the few most significant (${chosen} ticked)`),
      ...bySection(s.areas, significant));
    return [heading("Closing questions"),
      hint("Talk about each question, then write down what the team answers. A text is saved when you leave its field or pause."),
      ...s.questions.flatMap((one) => [question(one), ...(one.ticks && s.areas.length ? [ticks] : [])])];
  }

  const significant = (area) => at.tick({ key: `tick:${area.id}`, label: short(area), on: area.significant,
    entry: (on) => ({ type: "tick", target: area.id, on }) });
  const short = (area) => `${area.text}${area.item ? ` (${state().term} ${area.item})` : ""}`;
  const bySection = (areas, show) => areas.flatMap((area, n) => [
    area.section !== areas[n - 1]?.section && element("p", { className: "kind" }, area.section), show(area)].filter(Boolean));
  const named = (area) => `${area.text} (${[area.section, area.item && `${state().term} ${area.item}`].filter(Boolean).join(", ")})`;

  // ---- causes --------------------------------------------------------------------------------------------------

  function causes() {
    const s = state();
    const key = "new:cause";
    const add = () => make("cause", [key], () => ({ text: at.typed.get(key) ?? "" }));
    const bare = s.areas.filter((one) => s.without.includes(one.id));
    return [heading("Causes"),
      hint("Which few underlying causes stand behind most of the areas for improvement? Write a cause, then tick the areas it " +
        "stands behind. An area may have several causes, and a cause may stand behind another cause."),
      ...s.causes.map(cause),
      adding(key, "A new cause", add),
      element("p", { className: "without", aria: { role: "status" } }, without(s, bare)),
      bare.length && bare.length < s.areas.length && element("ul", {}, ...bare.map((one) => element("li", {}, named(one)))),
    ];
  }

  function without(s, bare) {
    if (!s.areas.length) return "No areas for improvement are written down yet.";
    if (!bare.length) return "Every area for improvement has a cause behind it.";
    if (bare.length === s.areas.length) return "No area for improvement has a cause behind it yet.";
    if (bare.length === 1) return "One area for improvement has no cause behind it yet:";
    return `${bare.length} areas for improvement have no cause behind them yet:`;
  }

  function cause(one) {
    const s = state(), others = s.causes.filter((other) => other.id !== one.id);
    const count = (n, word) => `${n} ${word}${n === 1 ? "" : "s"}`;
    const behind = [[one.areas, "area"], [one.leads_to, "other cause"]].filter(([ids]) => ids.length)
      .map(([ids, word]) => count(ids.length, word)).join(" and ");
    return card(one, "cause", `stands behind ${behind || "nothing yet"}`, () => [
      text("cause", one, "The cause in words"),
      s.areas.length && links(one.id, "It stands behind these areas for improvement", s.areas, one.areas, short),
      others.length && links(one.id, "It stands behind these other causes", others, one.leads_to, (other) => other.text)]);
  }

  const links = (id, legend, targets, on, name) => element("fieldset", {}, element("legend", {}, legend),
    ...bySection(targets, (target) => at.tick({ key: `link:${id}:${target.id}`, label: name(target), on: on.includes(target.id),
      entry: (now) => ({ type: "link", id, target: target.id, on: now }) })));

  function card(one, kind, word, inside) {
    const open = opened === one.id;
    const toggle = () => { opened = open ? "" : one.id; page.redraw(); };
    return element("div", { className: "card", dataset: { card: one.id } },
      element("div", { className: "top" },
        button(`${open ? "▾" : "▸"} ${one.text}`, toggle,
          { className: "title", dataset: { key: `open:${one.id}` }, aria: { expanded: String(open) } }),
        element("span", { className: "word" }, word)),
      ...(open ? [element("div", { className: "inside" }, ...inside(), takeOut({ ...one, kind }))] : []));
  }

  // ---- actions -------------------------------------------------------------------------------------------------

  const STATUS = ["open", "under way", "done", "dropped"];
  const ASKS = [["owner", "Who sees to it"], ["due", "By when"], ["measure", "How we will know it is done"]];
  const kindOf = (name, value) => (name === "due" && (!value || /^\d{4}-\d\d-\d\d$/.test(value)) ? "date" : "text");
  const DAY = { day: "numeric", month: "long", year: "numeric" };
  const spoken = (day) => (/^\d{4}-\d\d-\d\d$/.test(day) ? new Date(`${day}T12:00`).toLocaleDateString("en-GB", DAY) : day);

  function actions() {
    const keys = ["text", ...ASKS.map(([name]) => name)].map((name) => `new:action:${name}`);
    const said = () => Object.fromEntries(keys.map((key) => [key.slice("new:action:".length), at.typed.get(key) ?? ""]));
    const add = () => make("action", keys, () => ({ status: "open", ...said() }), true);
    const ask = ([name, label], n) => at.draft({ key: keys[n + 1], label, kind: kindOf(name, at.typed.get(keys[n + 1])), enter: add });
    return [heading("Actions"),
      hint("What will be done, who sees to it, by when, and how will we know? Open an action to change it or to say what it is about."),
      ...state().actions.map(action),
      element("fieldset", { className: "new" }, element("legend", {}, "A new action"),
        at.draft({ key: keys[0], label: "What will be done", enter: add }),
        element("div", { className: "asks" }, ...ASKS.map(ask)),
        button("Add the action", add, { dataset: { key: "new:action:add" } }))];
  }

  const word = (one) =>
    [one.owner || "nobody sees to it yet", one.due ? `by ${spoken(one.due)}` : "no date yet", one.status || "open"].join(", ");

  function action(one) {
    const s = state();
    const targets = [...s.causes.map((cause) => ({ id: cause.id, section: "Causes", words: cause.text })),
      ...s.areas.map((area) => ({ id: area.id, section: area.section, words: short(area) })),
      ...s.goals.map((goal) => ({ id: goal.id, section: "Goals", words: `${goal.item} ${goal.text}` }))];
    const ask = ([name, label]) => at.field({ key: `${one.id}:${name}`, label, value: one[name], kind: kindOf(name, one[name]),
      entry: (now) => ({ type: "note", id: one.id, kind: "action", [name]: now }) });
    return card(one, "action", word(one), () => [
      text("action", one, "What will be done"),
      element("div", { className: "asks" }, ...ASKS.map(ask), status(one)),
      targets.length && links(one.id, "What it is about", targets, one.about, (target) => target.words)]);
  }

  function status(one) {
    const key = `${one.id}:status`, now = at.busy(key) ? at.sent.get(key).value : one.status || "open";
    const names = STATUS.includes(now) ? STATUS : [now, ...STATUS];
    const list = element("select", { dataset: { key } }, ...names.map((name) => element("option", { value: name, selected: name === now }, name)));
    list.addEventListener("change", () => at.send(key, { type: "note", id: one.id, kind: "action", status: list.value }, list.value));
    return at.labelled("How it stands", list, key);
  }

  // ---- the record of the process, and signing ------------------------------------------------------------------

  function process() {
    const record = state().process;
    return [heading(record.heading), hint(record.intro), hint("A text is saved when you leave its field or pause."),
      ...record.rows.map((row) => at.field({ key: `process:${row.row}`, label: row.text, value: row.comment, rows: 2,
        entry: (said) => ({ type: "process", row: row.row, text: said }) }))];
  }

  function signing() {
    const s = state().signing;
    return [heading(s.heading), element("blockquote", {}, s.attestation),
      element("p", {}, "This record as it stands now has the fingerprint ", element("b", { className: "print" }, s.short),
        ". It changes when anything in the record changes, so a signature shows whether it is still the record that was signed."),
      ...s.roles.map((role) => (role.signed ? signed(role) : unsigned(role))),
      s.footnote && hint(s.footnote)];
  }

  function signed(role) {
    const one = role.signed;
    const when = new Date(one.at).toLocaleString("en-GB", { ...DAY, hour: "2-digit", minute: "2-digit" });
    const who = [one.name, one.organisation].filter(Boolean).join(", ");
    const back = () => at.send(`back:${role.id}`, { type: "withdraw", id: one.id }, "");
    return element("fieldset", { className: "role", dataset: { role: role.id } }, element("legend", {}, role.title),
      element("p", {}, `✓ Signed by ${who} on ${when}, fingerprint `, element("b", { className: "print" }, one.short), "."),
      ...(one.changes.length ? changed(one.changes) : [element("p", {}, "✓ The record is still as it was signed.")]),
      button("Take this signature back", back, { dataset: { key: `back:${role.id}` } }));
  }

  const changed = (changes) => [element("p", { className: "changed" }, "✗ The record was changed after this signature:"),
    element("ul", { className: "changes" }, ...changes.map((text) => element("li", {}, text)))];

  function unsigned(role) {
    const [name, organisation, box] = ["name", "organisation", "read"].map((part) => `sign:${role.id}:${part}`);
    const key = `sign:${role.id}`;
    const shown = state().signing.fingerprint;
    const agree = element("input", { type: "checkbox", checked: at.typed.get(box) === true, dataset: { key: box },
      onchange: () => at.typed.set(box, agree.checked) });
    const sign = () => {
      if (at.busy(key)) return;
      const said = { name: at.typed.get(name) ?? "", organisation: at.typed.get(organisation) ?? "", read: at.typed.get(box) === true };
      at.send(key, { type: "sign", role: role.id, fingerprint: shown, ...said }, "", () => [name, organisation, box].forEach((one) => at.typed.delete(one)));
    };
    return element("fieldset", { className: "role", dataset: { role: role.id } }, element("legend", {}, role.title),
      at.draft({ key: name, label: "Name", enter: sign }),
      role.organisation && at.draft({ key: organisation, label: role.organisation, enter: sign }),
      element("label", { className: "tick" }, agree, element("span", {}, "I have read it and agree with the statement above")),
      button("Sign", sign, { dataset: { key: `${key}:do` }, aria: { label: `Sign: ${role.title}` } }),
      element("span", { className: "mark", dataset: { mark: key }, aria: { live: "polite" } }));
  }

  // ---- making, taking out, putting back --------------------------------------------------------------------------

  // A draft is kept in its fields until it is on the disk; what was typed meanwhile stays.
  function make(kind, keys, said, show) {
    const key = keys[0];
    if (at.busy(key)) return tell("The one before is still being saved. It is added as soon as that succeeds.");
    const id = fresh(kind), given = keys.map((one) => at.typed.get(one));
    if (!(given[0] ?? "").trim()) return el.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus();
    at.send(key, { type: "note", id, kind, ...said() }, given[0], () => {
      keys.forEach((one, n) => { if (at.typed.get(one) === given[n]) at.typed.delete(one); });
      if (show) opened = id;
      taken = null;
      page.redraw();
    });
  }

  function takeOut(note) {
    const name = `out:${note.id}`;
    const done = () => { taken = note; page.redraw(); };
    return button("Take out", () => at.send(name, { type: "withdraw", id: note.id }, "", done),
      { className: "out", dataset: { key: name }, aria: { label: `Take out: ${note.text}` } });
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
