// The causes behind the areas for improvement, and the actions: a list of cards, one of them open at a time.

function planning({ at, state, making }) {
  const STATUS = ["open", "under way", "done", "dropped"];
  const ASKS = [["owner", "Who sees to it"], ["due", "By when"], ["measure", "How we will know it is done"]];
  const kindOf = (name, value) => (name === "due" && (!value || IS_DAY.test(value)) ? "date" : "text");
  const count = (n, words) => `${n} ${words}${n === 1 ? "" : "s"}`;

  // ---- causes --------------------------------------------------------------------------------------------------

  function causes() {
    const s = state();
    const key = "new:cause";
    const add = () => making.make("cause", [key], () => ({ text: at.typed.get(key) ?? "" }));
    const bare = s.areas.filter((one) => s.without.includes(one.id));
    return [heading("Causes"),
      hint("Which few underlying causes stand behind most of the areas for improvement? Write a cause, then open it and tick " +
        "the areas it stands behind. An area may have several causes, and a cause may stand behind another cause."),
      ...s.causes.map(cause),
      making.adding(key, "A new cause", add),
      element("p", { className: "without", role: "status" }, without(s, bare)),
      bare.length > 0 && bare.length < s.areas.length && element("ul", {}, bare.map((one) => element("li", {}, named(one, s)))),
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
    const behind = [[one.areas, "area"], [one.leads_to, "other cause"]].filter(([ids]) => ids.length)
      .map(([ids, words]) => count(ids.length, words)).join(" and ");
    return card(one, "cause", `stands behind ${behind || "nothing yet"}`, () => [
      making.text("cause", one, "The cause in words"),
      s.areas.length > 0 && links(one.id, "It stands behind these areas for improvement", s.areas, one.areas, (area) => short(area, s)),
      others.length > 0 && links(one.id, "It stands behind these other causes", others, one.leads_to, (other) => other.text)]);
  }

  const links = (id, legend, targets, on, name) => element("fieldset", {}, element("legend", {}, legend),
    bySection(targets, (target) => at.tick({ key: `link:${id}:${target.id}`, label: name(target), on: on.includes(target.id),
      entry: (now) => ({ type: "link", id, target: target.id, on: now }) })));

  function card(one, kind, words, inside) {
    const open = making.opened === one.id;
    return element("div", { className: "card", dataset: { card: one.id } },
      element("div", { className: "top" },
        button(`${open ? "▾" : "▸"} ${one.text}`, `open:${one.id}`, () => making.open(open ? "" : one.id),
          { className: "title", aria: { expanded: String(open) } }),
        element("span", { className: "word" }, words)),
      open && element("div", { className: "inside" }, inside(), making.takeOut({ ...one, kind })));
  }

  // ---- actions -------------------------------------------------------------------------------------------------

  function actions() {
    const keys = ["text", ...ASKS.map(([name]) => name)].map((name) => `new:action:${name}`);
    const said = () => Object.fromEntries(keys.map((key) => [key.slice("new:action:".length), at.typed.get(key) ?? ""]));
    const add = () => making.make("action", keys, () => ({ status: "open", ...said() }), true);
    const ask = ([name, label], n) => at.draft({ key: keys[n + 1], label, kind: kindOf(name, at.typed.get(keys[n + 1])), enter: add });
    return [heading("Actions"),
      hint("What will be done, who sees to it, by when, and how will we know? Open an action to change it or to say what it is about."),
      ...state().actions.map(action),
      element("fieldset", { className: "new" }, element("legend", {}, "A new action"),
        at.draft({ key: keys[0], label: "What will be done", enter: add }),
        element("div", { className: "asks" }, ASKS.map(ask)),
        button("Add the action", "new:action:add", add), at.coming(keys[0]))];
  }

  function action(one) {
    const s = state();
    const targets = [...s.causes.map((cause) => ({ id: cause.id, section: "Causes", words: cause.text })),
      ...s.areas.map((area) => ({ id: area.id, section: area.section, words: short(area, s) })),
      ...s.goals.map((goal) => ({ id: goal.id, section: "Goals", words: `${goal.item} ${goal.text}` }))];
    const ask = ([name, label]) => at.field({ key: `${one.id}:${name}`, label, value: one[name], kind: kindOf(name, one[name]),
      entry: (now) => ({ type: "note", id: one.id, kind: "action", [name]: now }) });
    return card(one, "action", word(one), () => [
      making.text("action", one, "What will be done"),
      element("div", { className: "asks" }, ASKS.map(ask), status(one)),
      one.notes !== "" && element("p", { className: "beside" }, `Notes from the improvement plan: ${one.notes}`),
      targets.length > 0 && links(one.id, "What it is about", targets, one.about, (target) => target.words)]);
  }

  function status(one) {
    const key = `${one.id}:status`, now = at.busy(key) ? at.sent.get(key).value : one.status || "open";
    const names = STATUS.includes(now) ? STATUS : [now, ...STATUS];
    const list = element("select", { dataset: { key } }, names.map((name) => element("option", { value: name, selected: name === now }, name)));
    list.addEventListener("change", () => at.send(key, { type: "note", id: one.id, kind: "action", status: list.value }, list.value));
    return at.labelled("How it stands", list, key);
  }

  return { causes, actions };
}
