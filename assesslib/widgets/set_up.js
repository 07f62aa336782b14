// Setting up, one step at a time. The page holds the draft and hands every change to Python, which says what stands
// beside it (`shown`): an id and a remark for each row, the folder's name, what is still missing. Python keeps the draft
// in a file; the folder is not made until the last step's button.

function render({ model, el }) {
  const own = `set-up-${Math.random().toString(36).slice(2)}`; // two pages may show this at a time: names must differ
  let draft = structuredClone(model.get("draft"));
  let seq = 0;
  let lost = null;

  el.classList.add("assess-form", "set-up");
  el.dataset.lmSuppressShortcuts = "true"; // else a and b would add cells to the notebook

  const shown = () => model.get("shown");
  const find = (selector) => el.querySelector(selector);
  const whole = () => ({ ...draft, rows: withoutBlankEnd(draft.rows) });
  const hold = (rows) => { draft = { ...draft, rows }; }; // rows that are not worth telling Python of
  const team = teaming({ el, own, find, keep, hold, ask, tell, draw, paint, get draft() { return draft; } });

  // ---- telling Python ------------------------------------------------------------------------------------------

  function keep(changes) {
    draft = { ...draft, ...changes };
    model.set("draft", structuredClone(whole()));
    model.save_changes();
  }

  function ask(message) {
    seq += 1;
    clearTimeout(lost);
    lost = setTimeout(() => tell([["fault", GONE]]), 4000);
    model.send({ ...message, seq });
  }

  // A line is said as a fault, as done, or as a note: [kind, text].
  function tell(lines) {
    const box = find(".message");
    const said = JSON.stringify(lines);
    if (box.dataset.said === said) return; // a screen reader need not say it again
    box.dataset.said = said;
    box.replaceChildren(...lines.map(([kind, text]) => element("div", { className: kind }, text)));
    if (lines.length) (find(".foot") ?? box).scrollIntoView({ block: "nearest" });
  }

  // ---- steps ---------------------------------------------------------------------------------------------------

  function go(step) {
    keep({ step });
    draw();
    (find(".panel input:checked") ?? find(".panel input, .panel select, .panel button"))?.focus();
    el.scrollIntoView({ block: "nearest" });
  }

  function make() {
    tell([["note", "Making the folder …"]]);
    ask({ type: "make", draft: whole() });
  }

  function restart(other) {
    draft = other;
    go(other.step);
  }

  // ---- 1: what is asked ----------------------------------------------------------------------------------------

  function frameworkPanel(s) {
    return [...(s.earlier.length ? [earlier(s)] : []), frameworks(s)];
  }

  function earlier(s) {
    const list = element("select", { id: `${own}-earlier`, className: "earlier", onchange: () => ask({ type: "carry", earlier: list.value }) },
      element("option", { value: "" }, "No, this is the first time"),
      ...s.earlier.map((one) => element("option", { value: one.value, disabled: !one.usable }, `Yes: ${one.label}`)));
    list.value = draft.earlier;
    return element("div", { className: "field" },
      element("label", { htmlFor: list.id }, "Does the team carry on from last year?"), list,
      element("p", { className: "hint" }, "If so, its team is copied and each member is known again, so that the years can be compared."));
  }

  function frameworks(s) {
    const choose = (value) => { keep({ framework: value }); paint(); };
    return element("fieldset", {}, element("legend", {}, "Which framework does the team use?"),
      ...s.frameworks.map((one) => card(one, own, draft.framework === one.value, choose)),
      element("p", { className: "other hint", role: "status" }));
  }

  function carry(message) {
    const typed = draft.rows.filter((row) => filled(row) && !row.id);
    keep({
      earlier: message.earlier,
      rows: [...message.rows, ...typed],
      framework: message.framework || draft.framework,
      partnership: draft.partnership || message.partnership || "",
    });
    draw();
    find(".earlier")?.focus();
    if (message.earlier) tell([["done", `${counted(message.rows.length, "member")} copied. You can change the team in step 3.`]]);
  }

  // ---- 2: who and when -----------------------------------------------------------------------------------------

  function partnershipPanel() {
    const said = (key) => (event) => { keep({ [key]: event.target.value }); paint(); };
    return [
      field("partnership", "Name of the partnership", { type: "text", value: draft.partnership, maxLength: 200, oninput: said("partnership") }),
      field("date", "Day of the assessment", { type: "date", value: draft.date, oninput: said("date") }),
      field("folder", "Name of its folder (made from the two above; you may change it)", { type: "text", maxLength: 60, value: draft.folder, oninput: said("folder"), onblur: paint }),
      field("about", "A remark on this assessment (you may leave it out)", { type: "text", maxLength: 500, value: draft.about ?? "", oninput: said("about") }),
      lookingBack(),
    ];
  }

  function lookingBack() {
    const box = element("input", { type: "checkbox", className: "looking-back", checked: draft.looking_back,
      onchange: () => { keep({ looking_back: box.checked }); paint(); }, aria: { describedby: `${own}-back-hint` } });
    return element("div", { className: "field" }, element("label", { className: "tick" }, box, " Also ask: where were we last year, seen from today?"),
      element("p", { className: "hint", id: `${own}-back-hint` }, BACK_HINT));
  }

  function field(key, words, props) {
    const input = element("input", { id: `${own}-${key}`, className: key, ...props, aria: { describedby: `${own}-${key}-hint` },
      onkeydown: (event) => { if (event.key === "Enter") { event.preventDefault(); go("team"); } } });
    return element("div", { className: "field" }, element("label", { htmlFor: input.id }, words), input,
      element("p", { className: `hint ${key}-hint`, id: `${own}-${key}-hint`, role: "status" }));
  }

  // ---- 4: check and make ---------------------------------------------------------------------------------------

  function makePanel() {
    return [element("dl", { className: "summary" }), element("div", { className: "missing" })];
  }

  // ---- drawing -------------------------------------------------------------------------------------------------

  const PANELS = { framework: frameworkPanel, partnership: partnershipPanel, team: team.panel, make: makePanel };

  function draw() {
    const s = shown();
    const message = element("div", { className: "message", role: "alert" });
    if (s.made.folder) return el.replaceChildren(message, ...madePanel(s.made));
    const panel = element("div", { className: "panel", dataset: { panel: draft.step } });
    const notice = element("div", { className: "kept", role: "status" });
    el.replaceChildren(steps(go), notice, panel, message, foot(draft.step, go, make));
    panel.append(...PANELS[draft.step](s));
    paint();
  }

  function paint() {
    const s = shown();
    if (s.made.folder) return;
    for (const [id] of STEPS) paintStep(id, s);
    paintKept(s);
    ({ framework: paintFramework, partnership: paintPartnership, team: team.painted, make: paintMake })[draft.step](s);
  }

  function paintStep(id, s) {
    const node = find(`[data-step="${id}"]`);
    if (id === draft.step) node.setAttribute("aria-current", "step");
    const done = id !== "make" && !s.missing.some((one) => one.step === id);
    node.querySelector(".state").textContent = done ? "✓ done" : "";
  }

  function paintKept(s) {
    const box = find(".kept");
    const said = `${s.kept} ${s.not_kept}`;
    if (box.dataset.said === said) return;
    box.dataset.said = said;
    box.replaceChildren(...kept(s, () => ask({ type: "back" }), () => ask({ type: "again", draft: whole() })));
  }

  function paintFramework(s) {
    const before = s.earlier.find((one) => one.value === draft.earlier);
    find(".other").textContent = before && before.framework !== draft.framework
      ? "Last time the team used another framework: its answers cannot be compared with those of this one." : "";
  }

  function paintPartnership(s) {
    const faults = s.missing.filter((one) => one.step === "partnership").map((one) => one.text);
    const folder = find("input.folder");
    folder.placeholder = s.folder;
    if (!draft.folder && document.activeElement !== folder) folder.value = s.folder;
    find(".date-hint").textContent = s.spoken;
    find(".folder-hint").textContent = s.folder ? `Everything is kept in ${s.place}` : "";
    tell(draft.partnership ? faults.map((text) => ["fault", text]) : []);
  }

  function paintMake(s) {
    find(".summary").replaceChildren(...summary(s, draft));
    find(".missing").replaceChildren(...missing(s, go));
  }

  // ---- what Python says ----------------------------------------------------------------------------------------

  function heard(message) {
    if (message.seq !== seq) return;
    clearTimeout(lost);
    if (message.type === "carry") carry(message);
    if (message.draft) restart(message.draft);
    if (message.type === "paste") team.paste(message);
    if (message.type === "refused") tell(message.faults.map((text) => ["fault", text]));
    if (message.type === "make") { draw(); find(".made")?.focus(); }
  }

  function changed() {
    const said = model.get("draft");
    const same = JSON.stringify(said) === JSON.stringify(whole());
    if (same) return;
    draft = structuredClone(said); // from another view of this page
    draw();
  }

  function reshown() {
    if (shown().made.folder && !find(".made")) draw();
    else paint();
  }

  // The notebook takes the arrows for moving between cells where it hears of them.
  el.addEventListener("keydown", (event) => event.stopPropagation());
  model.on("change:shown", reshown);
  model.on("change:draft", changed);
  model.on("msg:custom", heard);
  draw();
  return () => { model.off("change:shown", reshown); model.off("change:draft", changed); model.off("msg:custom", heard); clearTimeout(lost); };
}

export default { render };
