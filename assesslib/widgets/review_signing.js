// The record of the process and the signatures, under the headings that the form prints.

function recording({ at, state }) {
  function process() {
    const { heading: title, intro, columns, rows } = state().process;
    return [heading(title), hint(intro), hint("A text is saved when you leave its field or pause."),
      element("table", { className: "process" },
        columns.length > 0 && element("thead", {}, element("tr", {}, columns.map((name) => element("th", { scope: "col" }, name)))),
        element("tbody", {}, rows.map(processRow)))];
  }

  const processRow = (row) => element("tr", {}, element("th", { scope: "row" }, row.text),
    element("td", {}, at.field({ key: `process:${row.row}`, label: row.text, hidden: true, value: row.comment, rows: 2,
      entry: (said) => ({ type: "process", row: row.row, text: said }) })));

  function signing() {
    const s = state().signing;
    return [heading(s.heading), element("blockquote", {}, s.attestation),
      element("p", {}, "This record as it stands now has the fingerprint ", element("b", { className: "print" }, s.short),
        ". It changes when anything in the record changes, so a signature shows whether it is still the record that was signed."),
      ...s.roles.map((role) => element("fieldset", { className: "role", dataset: { role: role.id } },
        element("legend", {}, role.title), role.signed ? signed(role) : unsigned(role))),
      s.footnote && hint(s.footnote)];
  }

  const printed = (role) => role.signature && element("p", { className: "words printed" }, role.signature);

  function signed(role) {
    const one = role.signed;
    const when = new Date(one.at).toLocaleString("en-GB", { ...DAY, hour: "2-digit", minute: "2-digit" });
    const who = [one.name, one.organisation].filter(Boolean).join(", ");
    const back = () => at.send(`back:${role.id}`, { type: "withdraw", id: one.id }, "");
    return [printed(role),
      element("p", {}, `✓ Signed by ${who} on ${when}, fingerprint `, element("b", { className: "print" }, one.short), "."),
      one.changes.length ? changed(one.changes) : element("p", {}, "✓ The record is still as it was signed."),
      button("Take this signature back", `back:${role.id}`, back)].flat();
  }

  const changed = (changes) => [element("p", { className: "changed" }, "✗ The record was changed after this signature:"),
    element("ul", { className: "changes" }, changes.map((text) => element("li", {}, text)))];

  function unsigned(role) {
    const [name, organisation, box] = ["name", "organisation", "read"].map((part) => `sign:${role.id}:${part}`);
    const key = `sign:${role.id}`;
    const seen = state().signing.fingerprint;
    const agree = element("input", { type: "checkbox", checked: at.typed.get(box) === true, dataset: { key: box },
      onchange: () => at.typed.set(box, agree.checked) });
    const sign = () => {
      if (at.busy(key)) return;
      const said = { name: at.typed.get(name) ?? "", organisation: at.typed.get(organisation) ?? "", read: at.typed.get(box) === true };
      at.send(key, { type: "sign", role: role.id, fingerprint: seen, ...said }, "", () => [name, organisation, box].forEach((one) => at.typed.delete(one)));
    };
    return [at.draft({ key: name, label: "Name", enter: sign }),
      role.organisation && at.draft({ key: organisation, label: role.organisation, enter: sign }), printed(role),
      element("label", { className: "tick" }, agree, element("span", {}, "I have read it and agree with the statement above")),
      button("Sign", `${key}:do`, sign, { aria: { label: `Sign: ${role.title}` } }),
      element("span", { className: "mark", dataset: { mark: key }, aria: { live: "polite" } })];
  }

  return { process, signing };
}
