// The talk about one closed section. `state` is what stands in the folder; what is typed and not yet on the disk is
// kept in `drafts` and `line` until Python says that it is.

function render({ model, el }) {
  const state = () => model.get("state");
  const scene = stage(el, draw);
  const out = line(model, scene.ask);
  const drafts = new Map(); // data-key of a field -> what is typed there
  let current = "";
  let splitting = false;
  let offered = ""; // the section closed meanwhile that somebody at work here has yet to turn to
  let met = "";
  const decided = agreeing(out, drafts);
  const { typed, aside } = noting(el, scene, out, drafts, draw);
  const { card, agreedWords } = carding(el, out, drafts, typed, { agree, remark, split, step });
  const time = timing(el, scene, out, drafts, state);
  const items = () => (state().items ?? []).map(decided.over);
  const item = () => items().find((one) => one.id === current);
  el.classList.add("assess-talk");
  el.dataset.lmSuppressShortcuts = "true"; // else a and b would add cells to the notebook

  // ---- what people do --------------------------------------------------------------------------------------------

  function go(id) {
    time.turn(id);
    [current, splitting] = [id, false];
    draw();
    focus();
  }

  function step(by) {
    const place = items().findIndex((one) => one.id === current) + by;
    if (items()[place]) go(items()[place].id);
  }

  function focus() { el.querySelector('[data-key="card"]')?.focus({ preventScroll: true }); }

  function agree(said) {
    splitting = false;
    decided.send({ type: "agree", item: current, state: "", level: "", facets: {}, ...said, ...words(item()) });
    draw();
    focus();
  }

  // The words alone: what is agreed stays as it stands. The focus stays where it went.
  function remark(one) {
    const said = words(items().find(({ id }) => id === one.id) ?? decided.over(one));
    if (!Object.keys(said).length) return;
    decided.send({ type: "words", item: one.id, ...said });
    setTimeout(scene.ask); // only once the focus is where somebody who left the field wants it
  }

  // What is typed beside an item and was not sent yet.
  function words(one) {
    return Object.fromEntries(["note", "dissent"].map((name) => [name, drafts.get(`${name} ${one.id}`)])
      .filter(([name, text]) => text !== undefined && text !== one.agreed[name]));
  }

  function turn(section) {
    time.leave();
    [current, offered] = ["", ""];
    out.send({ type: "section", section });
  }

  // A section that is closed meanwhile is turned to at once, unless somebody is at work on this one.
  function follow() {
    const { revealed = "" } = state();
    if (revealed === met) return;
    [met, offered] = [revealed, revealed && busy() ? revealed : ""];
    if (revealed && !offered) turn(revealed);
  }

  function busy() {
    const texts = [...drafts].filter(([name, text]) => /^(note|dissent|new|text|owner|due|measure) /.test(name) && text.trim());
    return !state().hint && (el.contains(document.activeElement) || texts.length > 0);
  }

  function split() {
    splitting = !splitting;
    draw();
    if (splitting) el.querySelector(".split select, .split input").focus();
  }

  function accept() { if (easy().length) out.send({ type: "accept" }); }

  function easy() { return items().filter((one) => one.unanimous && !one.agreed.settled); }

  function key(event) {
    if (event.key === "Escape") { splitting = false; draw(); event.preventDefault(); return focus(); }
    const onCard = event.target.dataset.key === "card"; // a letter anywhere else may be meant for something else
    if (!onCard || event.altKey || event.metaKey || event.ctrlKey || !item()) return;
    const act = action(event.key);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  function action(pressed) {
    const { levels } = state();
    const level = levels.find(({ code }, n) => code.toLowerCase() === pressed.toLowerCase() || String(n + 1) === pressed);
    if (level) return () => agree({ state: "rated", level: level.code });
    const box = boxKeys(state()).find(([sign]) => sign === pressed);
    if (box) return () => reach(box[1]);
    return { ArrowRight: () => step(1), ArrowDown: () => step(1), ArrowLeft: () => step(-1), ArrowUp: () => step(-1),
      Home: () => go(items()[0].id), End: () => go(items().at(-1).id),
      u: () => agree({ state: "unresolved" }), U: () => agree({ state: "unresolved" }), "/": split, "=": accept,
      Backspace: () => agree({ state: "blank" }), '"': () => el.querySelector(`[data-key="note ${CSS.escape(current)}"]`).focus() }[pressed];
  }

  function reach(kind) {
    const box = el.querySelector(`[data-kind="${kind}"] .new`), fold = box.closest("details");
    if (fold) fold.open = true;
    box.focus();
  }

  // ---- drawing ---------------------------------------------------------------------------------------------------

  function changed() {
    decided.shown();
    follow();
    scene.ask();
  }

  function draw() {
    const s = { ...state(), ...(state().items ? { items: items() } : {}) };
    const writing = el.contains(document.activeElement) && document.activeElement.matches("textarea, input[type=text]");
    scene.tell([out.text, s.trouble].filter(Boolean).join(" "));
    if (!s.sections) return;
    if (s.items && !item()) current = time.resume(s);
    scene.say(s.hint || `${item().id}: ${agreedWords(s, item())}`);
    if (s.hint) return scene.show(top(s, writing), element("p", { className: "next" }, s.hint));
    const place = { first: s.items[0].id === current, last: s.items.at(-1).id === current, splitting, catches: !writing };
    scene.show(top(s, writing), agenda(s), s.items.every(firm) ? onward(s) : null,
      element("div", { className: "columns" }, card(s, item(), place), aside(s, item())));
    time.tick();
  }

  // `catches`: whether it takes the focus of a field that is gone, where a letter typed on does nothing.
  function top(s, catches) {
    const props = { className: "top", ...(catches ? { tabIndex: -1, dataset: { fallback: "" } } : {}) };
    const signs = { "not opened": "○", open: "●", closed: "✓" };
    const list = element("select", { dataset: { key: "section" }, aria: { label: "Section" }, onchange: () => turn(list.value) },
      s.sections.map((one) => element("option", { value: one.id, selected: one.id === s.section }, `${signs[one.state]} ${one.title}${one.state === "closed" ? "" : ` (${one.state})`}`)));
    if (s.hint) return element("div", props, list, offer(s));
    const names = element("input", { type: "checkbox", checked: s.names, dataset: { key: "names" }, onchange: () => out.send({ type: "names", names: names.checked }) });
    return element("div", props, list, time.field(s),
      element("label", {}, names, " show names"),
      element("span", { className: "mark" }, out.status), offer(s));
  }

  function offer(s) {
    const { id, title } = s.sections.find((one) => one.id === offered) ?? {};
    return id && id === s.revealed ? button(`${title} was closed just now. Talk about it ▸`, "offer", () => turn(id)) : null;
  }

  function onward(s) {
    const board = () => {
      const place = (el.closest(".jp-Notebook") ?? document).querySelector(".assess-board");
      (place?.querySelector('[data-key="onward"]') ?? place?.querySelector("[data-fallback]"))?.focus();
      place?.scrollIntoView();
    };
    return element("div", { className: "next" }, `Every ${s.term} of this section is settled. Note what else you see, then go on. `,
      button("Back to the board ▴", "board", board));
  }

  function agenda(s) {
    const settled = s.items.filter(firm).length;
    const sign = (one) => one.agreed.settled ? (firm(one) ? " ✓" : " …") : "";
    const same = easy().length;
    return element("div", { className: "agenda", role: "group", aria: { label: `${s.terms}, the widest differences first` } },
      element("span", { className: "count" }, `Widest differences first: `),
      s.items.map((one) => button(`${one.id}${sign(one)}`, `go ${one.id}`, () => go(one.id), {
        className: "small", aria: { current: String(one.id === current), label: `${s.term} ${one.id}, ${one.shape}${firm(one) ? ", settled" : ""}` } })),
      element("span", { className: "count" }, `${settled} of ${s.items.length} settled`),
      same ? button(`Accept the ${same === 1 ? "one" : same} on which all agree (=)`, "accept", accept) : null,
      s.absent.length ? element("span", { className: "count" }, `· Absent: ${s.absent.join(", ")}`) : null);
  }

  const timer = setInterval(time.tick, 1000);
  el.addEventListener("keydown", key);
  model.on("change:state", changed);
  model.on("msg:custom", out.heard);
  changed();
  return () => {
    model.off("change:state", changed);
    model.off("msg:custom", out.heard);
    clearInterval(timer);
    out.stop();
    scene.stop();
  };
}

export default { render };
