// The team of the set-up page: a row a member, typed or pasted. `page` holds the draft, asks Python and shows messages.

function teaming(page) {
  const rows = () => page.draft.rows;

  function panel() {
    page.hold(padded(withoutBlankEnd(rows())));
    const head = element("div", { className: "row head", aria: { hidden: "true" } }, element("span"), ...FIELDS.map(([, words]) => element("span", {}, words)));
    return [
      element("p", { className: "hint" }, "One row a member; a pseudonym will do. Or copy the list in Excel and paste it into the first empty cell: it is sorted into the columns."),
      element("datalist", { id: `${page.own}-organisations` }),
      element("div", { className: "rows" }, head, ...rows().map(row)),
      element("div", { className: "more" },
        button("Add a row", "add", () => { addRow(); focusRow(rows().length - 1); }, { className: "add" }),
        button("Paste from Excel", "open", openBox, { className: "open", aria: { expanded: "false" } }),
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
      if (key === "organisation") input.setAttribute("list", `${page.own}-organisations`);
      return input;
    });
    const remove = button("✕", `remove ${place}`, () => removeRow(place), { className: "remove" });
    return element("div", { className: "row", role: "group", dataset: { place } },
      element("span", { className: "number" }, String(place + 1)), ...inputs, remove, element("span", { className: "remark" }));
  }

  function change(place, key, text) {
    const now = rows().map((one, n) => (n === place ? { ...one, [key]: text } : one));
    page.keep({ rows: now });
    if (place === now.length - 1) addRow();
    page.paint();
  }

  function addRow() {
    page.hold([...rows(), BLANK]);
    page.find(".rows").append(row(BLANK, rows().length - 1));
    page.paint();
  }

  function removeRow(place) {
    const name = rows()[place].name;
    page.keep({ rows: rows().filter((_, n) => n !== place) });
    page.draw();
    focusRow(Math.min(place, rows().length - 1));
    if (name) page.tell([["done", `${name} was removed.`]]);
  }

  function focusRow(place, key = "name") {
    page.find(`.row[data-place="${place}"] .${key}`)?.focus();
  }

  function leave(event, place, key) {
    const step = { Enter: event.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    // With the list of organisations open, the arrows and Enter belong to it.
    if (!step || (key === "organisation" && event.key !== "Enter")) return;
    event.preventDefault();
    if (place + step === rows().length) addRow();
    focusRow(place + step, key);
  }

  function box() {
    const area = element("textarea", { rows: 4, className: "pasted", onpaste: pasted, aria: { label: "Rows copied from Excel" },
      placeholder: "Copy the rows in Excel, click here, press Ctrl+V. With a row of headings (Name, Organisation, Role) the columns may be in any order." });
    return element("div", { className: "box", hidden: true }, area,
      button("Add these rows", "read", () => page.ask({ type: "paste", text: area.value }), { className: "read" }));
  }

  function openBox() {
    page.find(".box").hidden = !page.find(".box").hidden;
    page.find(".open").setAttribute("aria-expanded", String(!page.find(".box").hidden));
    if (!page.find(".box").hidden) page.find(".pasted").focus();
  }

  function pasted(event) {
    const text = event.clipboardData.getData("text/plain");
    if (!/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    page.ask({ type: "paste", text });
  }

  function paste(message) {
    const before = rows().filter(filled);
    page.keep({ rows: [...before, ...message.rows] });
    page.draw();
    focusRow(before.length);
    page.tell([["done", `${counted(message.rows.length, "member")} added.`], ...message.said]);
  }

  function painted(s) {
    for (const node of page.el.querySelectorAll(".row[data-place]")) paintRow(node, rows()[node.dataset.place], s.rows[node.dataset.place]);
    page.find(".count").textContent = counted(s.members, "member");
    page.find(".left").textContent = s.left_out.length ? `Took part last time and not now: ${s.left_out.join(", ")}.` : "";
    page.find("datalist").replaceChildren(...s.organisations.map((value) => element("option", { value })));
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

  return { panel, painted, paste };
}
