// Setting up, one step at a time. The page holds the draft and hands every change to Python, which says what stands
// beside it (`shown`): an id and a remark for each row, the folder's name, what is still missing. Nothing is written
// until the last step's button.

function render({ model, el }) {
  const own = `set-up-${Math.random().toString(36).slice(2)}`; // two pages may show this at a time: names must differ
  let draft = structuredClone(model.get("draft"));
  let seq = 0;
  let lost = null;

  el.classList.add("assess-form", "set-up");
  el.dataset.lmSuppressShortcuts = "true"; // else a and b would add cells to the notebook

  const shown = () => model.get("shown");
  const find = (selector) => el.querySelector(selector);

  // ---- telling Python ------------------------------------------------------------------------------------------

  function keep(changes) {
    draft = { ...draft, ...changes };
    const full = { ...draft, rows: withoutBlankEnd(draft.rows) };
    model.set("draft", structuredClone(full));
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

  function steps() {
    const buttons = STEPS.map(([id, title], place) =>
      element("button", { type: "button", className: "step", dataset: { step: id }, onclick: () => go(id) },
        element("span", {}, `${place + 1}. ${title}`), " ", element("span", { className: "state" })));
    return element("nav", { aria: { label: "Steps" } }, ...buttons);
  }

  function foot() {
    const place = STEPS.findIndex(([id]) => id === draft.step);
    const back = STEPS[place - 1], next = STEPS[place + 1];
    const last = element("button", { type: "button", className: "main make", onclick: make }, "Make the assessment");
    return element("div", { className: "foot" },
      ...(back ? [element("button", { type: "button", className: "back", onclick: () => go(back[0]) }, "Back")] : []),
      next ? element("button", { type: "button", className: "main next", onclick: () => go(next[0]) }, `Next: ${next[1]}`) : last);
  }

  function make() {
    tell([["note", "Making the folder …"]]);
    ask({ type: "make", draft: { ...draft, rows: withoutBlankEnd(draft.rows) } });
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
    ];
  }

  function field(key, words, props) {
    const input = element("input", { id: `${own}-${key}`, className: key, ...props, aria: { describedby: `${own}-${key}-hint` },
      onkeydown: (event) => { if (event.key === "Enter") { event.preventDefault(); go("team"); } } });
    return element("div", { className: "field" }, element("label", { htmlFor: input.id }, words), input,
      element("p", { className: `hint ${key}-hint`, id: `${own}-${key}-hint`, role: "status" }));
  }

  // ---- 3: the team ---------------------------------------------------------------------------------------------

  function teamPanel() {
    draft = { ...draft, rows: padded(withoutBlankEnd(draft.rows)) };
    const head = element("div", { className: "row head", aria: { hidden: "true" } }, element("span"), ...FIELDS.map(([, words]) => element("span", {}, words)));
    return [
      element("p", { className: "hint" }, "One row a member; a pseudonym will do. Or copy the list in Excel and paste it into the first empty cell: it is sorted into the columns."),
      element("datalist", { id: `${own}-organisations` }),
      element("div", { className: "rows" }, head, ...draft.rows.map(row)),
      element("div", { className: "more" },
        element("button", { type: "button", className: "add", onclick: () => { addRow(); focusRow(draft.rows.length - 1); } }, "Add a row"),
        element("button", { type: "button", className: "open", onclick: openBox, aria: { expanded: "false" } }, "Paste from Excel"),
        element("span", { className: "count", role: "status" })),
      box(),
      element("p", { className: "left hint", role: "status" }),
    ];
  }

  function row(said, place) {
    const inputs = FIELDS.map(([key, words]) => {
      const input = element("input", { type: "text", className: key, value: said[key] ?? "", placeholder: words, maxLength: 200,
        oninput: () => change(place, key, input.value), onpaste: pasted, onkeydown: (event) => leave(event, place, key),
        aria: { label: `${words}, row ${place + 1}` } });
      if (key === "organisation") input.setAttribute("list", `${own}-organisations`);
      return input;
    });
    const remove = element("button", { type: "button", className: "remove", onclick: () => removeRow(place) }, "✕");
    return element("div", { className: "row", role: "group", dataset: { place } },
      element("span", { className: "number" }, String(place + 1)), ...inputs, remove, element("span", { className: "remark" }));
  }

  function change(place, key, text) {
    const rows = draft.rows.map((one, n) => (n === place ? { ...one, [key]: text } : one));
    keep({ rows });
    if (place === rows.length - 1) addRow();
    paint();
  }

  function addRow() {
    draft = { ...draft, rows: [...draft.rows, BLANK] };
    find(".rows").append(row(BLANK, draft.rows.length - 1));
    paint();
  }

  function removeRow(place) {
    const name = draft.rows[place].name;
    keep({ rows: draft.rows.filter((_, n) => n !== place) });
    draw();
    focusRow(Math.min(place, draft.rows.length - 1));
    if (name) tell([["done", `${name} was removed.`]]);
  }

  function focusRow(place, key = "name") {
    find(`.row[data-place="${place}"] .${key}`)?.focus();
  }

  function leave(event, place, key) {
    const step = { Enter: event.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    // With the list of organisations open, the arrows and Enter belong to it.
    if (!step || (key === "organisation" && event.key !== "Enter")) return;
    event.preventDefault();
    if (place + step === draft.rows.length) addRow();
    focusRow(place + step, key);
  }

  function box() {
    const area = element("textarea", { rows: 4, className: "pasted", onpaste: pasted, aria: { label: "Rows copied from Excel" },
      placeholder: "Copy the rows in Excel, click here, press Ctrl+V. With a row of headings (Name, Organisation, Role) the columns may be in any order." });
    return element("div", { className: "box", hidden: true }, area,
      element("button", { type: "button", className: "read", onclick: () => ask({ type: "paste", text: area.value }) }, "Add these rows"));
  }

  function openBox() {
    find(".box").hidden = !find(".box").hidden;
    find(".open").setAttribute("aria-expanded", String(!find(".box").hidden));
    if (!find(".box").hidden) find(".pasted").focus();
  }

  function pasted(event) {
    const text = event.clipboardData.getData("text/plain");
    if (!/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    ask({ type: "paste", text });
  }

  function paste(message) {
    const before = draft.rows.filter(filled);
    keep({ rows: [...before, ...message.rows] });
    draw();
    focusRow(before.length);
    tell([["done", `${counted(message.rows.length, "member")} added.`], ...message.said]);
  }

  // ---- 4: check and make ---------------------------------------------------------------------------------------

  function makePanel() {
    return [element("dl", { className: "summary" }), element("div", { className: "missing" })];
  }

  // ---- drawing -------------------------------------------------------------------------------------------------

  const PANELS = { framework: frameworkPanel, partnership: partnershipPanel, team: teamPanel, make: makePanel };

  function draw() {
    const s = shown();
    const message = element("div", { className: "message", role: "alert" });
    if (s.made.folder) return el.replaceChildren(message, ...madePanel(s.made));
    const panel = element("div", { className: "panel", dataset: { panel: draft.step } });
    el.replaceChildren(steps(), panel, message, foot());
    panel.append(...PANELS[draft.step](s));
    paint();
  }

  function paint() {
    const s = shown();
    if (s.made.folder) return;
    for (const [id] of STEPS) paintStep(id, s);
    ({ framework: paintFramework, partnership: paintPartnership, team: paintTeam, make: paintMake })[draft.step](s);
  }

  function paintStep(id, s) {
    const node = find(`[data-step="${id}"]`);
    if (id === draft.step) node.setAttribute("aria-current", "step");
    const done = id !== "make" && !s.missing.some((one) => one.step === id);
    node.querySelector(".state").textContent = done ? "✓ done" : "";
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

  function paintTeam(s) {
    for (const node of el.querySelectorAll(".row[data-place]")) paintRow(node, draft.rows[node.dataset.place], s.rows[node.dataset.place]);
    find(".count").textContent = counted(s.members, "member");
    find(".left").textContent = s.left_out.length ? `Took part last time and not now: ${s.left_out.join(", ")}.` : "";
    find("datalist").replaceChildren(...s.organisations.map((value) => element("option", { value })));
  }

  function paintRow(node, said, beside) {
    const place = Number(node.dataset.place) + 1;
    node.setAttribute("aria-label", `Row ${place}${said.name ? `, ${said.name}` : ""}`);
    const remove = node.querySelector(".remove");
    remove.title = "Remove this row";
    remove.setAttribute("aria-label", `Remove row ${place}${said.name ? `, ${said.name}` : ""}`);
    remove.style.visibility = filled(said) ? "" : "hidden";
    node.querySelector(".remark").textContent = filled(said) ? beside?.remark ?? "" : "";
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
    if (message.type === "paste") paste(message);
    if (message.type === "refused") tell(message.faults.map((text) => ["fault", text]));
    if (message.type === "make") { draw(); find(".made")?.focus(); }
  }

  function changed() {
    const said = model.get("draft");
    const same = JSON.stringify(said) === JSON.stringify({ ...draft, rows: withoutBlankEnd(draft.rows) });
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
