// A block of cells from a spreadsheet: pasted at the cursor or through a box of its own, and the report on what was read.

function pasting({ find, here, term, tell, focus, out, round }) {
  function send(text) {
    tell("Entering what you pasted …");
    out.send({ type: "paste", text, member: here().member.id, item: here().item.id, round: round() });
  }

  function take(event) {
    const text = event.clipboardData?.getData("text/plain");
    if (!text || event.target.closest("textarea, input")) return;
    event.preventDefault();
    event.stopPropagation();
    send(text);
  }

  function open() {
    const { member, item } = here();
    show(".paste");
    find(".where").textContent = `Copy the cells in Excel and paste them here. The first one goes to ${member.name}, ${term} ${item.id}; `
      + "if names stand above them or numbers to their left, those are followed.";
    find(".paste textarea").focus();
  }

  function enter(text) {
    if (text.trim()) {
      close();
      return send(text);
    }
    tell("There is nothing to enter yet: copy the cells in Excel and paste them into the box first.");
    find(".paste textarea").focus();
  }

  function show(which) {
    for (const name of [".paste", ".report"]) find(name).hidden = name !== which;
    find(".paste textarea").value = "";
    find(".open-paste").setAttribute("aria-expanded", String(which === ".paste"));
  }

  function close() {
    show("");
    tell("");
    focus();
  }

  function heard(message) {
    tell("");
    show(".report");
    fillReport(find(".report"), message);
  }

  return { take, open, enter, close, heard, isOpen: () => !(find(".paste").hidden && find(".report").hidden) };
}

function pasteBox(enter, close) {
  const field = element("textarea", { rows: 4, wrap: "off", spellcheck: false, aria: { label: "Cells copied in Excel" } });
  return element("div", { className: "paste", hidden: true, role: "group", aria: { label: "Paste from Excel" } },
    element("p", { className: "where" }), field,
    button("Enter these", "enter", () => enter(field.value)), button("Cancel", "cancel", close));
}

function report(close) {
  return element("div", { className: "report", hidden: true, role: "status" },
    element("p", { className: "entered" }), element("ul"), button("Close this report", "close report", close));
}

function fillReport(box, message) {
  box.querySelector(".entered").textContent = [message.text, ...message.notes].join(" ");
  box.querySelector("ul").replaceChildren(...message.faults.map((text) => element("li", {}, text)));
  box.hidden = false;
  box.scrollIntoView({ block: "nearest" });
}
