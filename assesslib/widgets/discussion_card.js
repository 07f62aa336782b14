// One item of the talk: what members said of it, and what the team agrees.

const UNSAVED = "not saved yet";
const MARKS = { saving: "saving …", waiting: `✗ ${UNSAVED}` };
const STATES = { unresolved: "No consensus, views recorded", not_applicable: "Not applicable", dont_know: "Don’t know" };

// `acts` is what people can do: agree, remark, split, step.
function carding(el, out, drafts, typed, acts) {
  const again = ratingAgain(out, drafts);

  // `catches`: whether the card takes the focus of what is gone.
  function card(s, one, { first, last, splitting, catches }) {
    return element("div", { className: "card", tabIndex: 0, dataset: { key: "card", ...(catches ? { fallback: "" } : {}) }, role: "group", aria: { label: `${s.term} ${one.id}: ${one.text}` } },
      element("div", { className: "head" },
        element("b", {}, `${s.term[0].toUpperCase()}${s.term.slice(1)} ${one.id}: ${one.shape}`),
        element("span", { className: "turn" }, element("span", { className: "clock", role: "timer" }),
          button("◂", "previous", () => acts.step(-1), { disabled: first, className: "small", aria: { label: `Previous ${s.term}` } }),
          button("Next ▸", "next", () => acts.step(1), { disabled: last, className: "small" }))),
      element("p", { className: "nag", role: "status" }),
      element("p", { className: "text" }, one.text),
      levels(s, one),
      element("p", { className: "agreed" }, agreedWords(s, one), one.agreed.status === "waiting" ? element("span", { className: "unsaved" }, out.text) : null),
      facts(one).map((words) => element("p", { className: "fact" }, words)),
      voices(one), decision(s, one, splitting), again(s, one));
  }

  function levels(s, one) {
    return element("div", { className: "levels" }, s.levels.map((level, n) => element("div", { className: "level" },
      button(level.code, `level ${level.code}`, () => acts.agree({ state: "rated", level: level.code }), { tabIndex: -1, aria: { pressed: String(level.code === one.agreed.level), label: `Agree on ${level.code}: ${level.label}` } }),
      element("span", { className: "label" }, level.label),
      element("span", { className: "dots", aria: { hidden: "true" } }, "●".repeat(one.counts[n])),
      element("span", { className: "many" }, members(one.counts[n])))));
  }

  function members(count) { return count === 0 ? "nobody" : count === 1 ? "1 member" : `${count} members`; }

  function agreedWords(s, one) {
    const label = (code) => `${code} – ${s.levels.find((level) => level.code === code)?.label ?? ""}`;
    const { settled, state: now, level, facets, note, dissent, status } = one.agreed;
    const names = Object.fromEntries(s.facets.map((facet) => [facet.id, facet.label]));
    const parts = Object.entries(facets).map(([name, code]) => `${names[name] ?? name}: ${label(code)}`);
    if (!settled) return `${note || dissent ? "Note only, not settled yet" : "Not settled yet"}. Press ${s.levels[0].code} to ${s.levels.at(-1).code} for what the team agrees.`;
    const [sign, mark] = { saving: ["…", "(saving …)"], waiting: ["✗", "(not saved yet)"] }[status] ?? ["✓", "(saved)"];
    return `${sign} ${parts.length ? `Agreed, split. ${parts.join("; ")}` : STATES[now] ?? `Agreed: ${label(level)}`} ${mark}`;
  }

  function facts(one) {
    return [
      one.others.length ? `Besides: ${one.others.join(", ")}.` : "",
      one.splits.length ? `Split ratings: ${one.splits.join("; ")}.` : "",
      one.late.count ? `${one.late.count} of these given after the reveal${one.late.who.length ? `: ${one.late.who.join(", ")}` : ""}.` : "",
      one.openers.length ? `To open the talk: ${one.openers.join("; then ")}.` : "",
    ].filter(Boolean);
  }

  function voices(one) {
    return one.comments.length ? element("ul", { className: "voices", tabIndex: 0, dataset: { key: "voices" }, aria: { label: "What members wrote" } }, one.comments.map((said) =>
      element("li", {}, said.who ? element("b", {}, `${said.who}: `) : null, `“${said.text}”`, said.late ? " (after the reveal)" : ""))) : null;
  }

  function decision(s, one, splitting) {
    const wanted = (name) => one.agreed.state === name;
    const choice = (name, words) => button(words, name, () => acts.agree({ state: name }), { aria: { pressed: String(wanted(name)) } });
    return element("div", { className: "decision" },
      s.asks.some((ask) => ask.kind === "evidence") && firm(one) && !one.notes.evidence.length && !wanted("unresolved")
        ? element("p", { className: "flag" }, "⚑ No evidence yet for what was agreed.") : null,
      element("div", { className: "row" },
        choice("unresolved", "No consensus (u)"),
        button("Split (/)", "split", acts.split, { aria: { expanded: String(splitting) } }),
        choice("not_applicable", "Not applicable"),
        one.agreed.settled ? button("Take back", "back", () => acts.agree({ state: "blank" })) : null),
      splitting ? sides(s, one) : null,
      field("note", "Note", "why, or what to remember", one), field("dissent", "Dissent", "who sees it otherwise, and why", one),
      keys(s));
  }

  function keys(s) {
    const codes = s.levels.map((level) => level.code).join(" ");
    const boxes = boxKeys(s).map(([key, kind]) => `${key} ${NAMES[kind].toLowerCase()}`).join(" · ");
    return element("p", { className: "keys" }, `Keys while the frame is on the ${s.term} (Esc leads there): ${codes} agree · u no consensus · / split · = accept what all agree on · ← → move · " note · ${boxes} · Backspace take back`);
  }

  function field(name, title, placeholder, one) {
    const key = `${name} ${one.id}`;
    const typing = drafts.has(key) && drafts.get(key) !== one.agreed[name];
    const mark = element("span", { className: "mark" }, typing ? UNSAVED : drafts.has(key) && one.agreed.status ? MARKS[one.agreed.status] : "");
    return element("label", { className: "words" }, element("span", {}, title),
      typed(key, one.agreed[name], `${title}: ${placeholder}`, { placeholder, save: () => acts.remark(one), pausing: () => { mark.textContent = UNSAVED; } }), mark);
  }

  function sides(s, one) {
    const before = Object.entries(one.agreed.facets);
    const names = s.facets.length ? s.facets : [0, 1].map((n) => ({ id: "", label: "", n }));
    const box = element("div", { className: "split" }, names.map((facet, n) => {
      const name = `side ${n} ${one.id}`, level = `side level ${n} ${one.id}`;
      const pick = element("select", { dataset: { key: level }, aria: { label: `Level for ${facet.label || `side ${n + 1}`}` }, onchange: () => drafts.set(level, pick.value) },
        element("option", { value: "" }, "level"), s.levels.map((one) => element("option", { value: one.code }, `${one.code} – ${one.label}`)));
      pick.value = drafts.get(level) ?? (facet.id ? one.agreed.facets[facet.id] : before[n]?.[1]) ?? "";
      return element("label", {}, facet.id ? `${facet.label} ` : typed(name, before[n]?.[0] ?? "", `Name of side ${n + 1}`), pick);
    }), button("Save the split", "save split", () => {
      const pairs = names.map((facet, n) => [facet.id || el.querySelector(`[data-key="side ${n} ${CSS.escape(one.id)}"]`).value.trim(), box.querySelectorAll("select")[n].value]);
      if (pairs.some(([name, level]) => !name || !level) || new Set(pairs.map(([name]) => name)).size < pairs.length) return out.tell("A split needs a name and a level for each side.");
      for (const name of drafts.keys()) if (name.startsWith("side ")) drafts.delete(name);
      out.tell("");
      acts.agree({ facets: Object.fromEntries(pairs) });
    }));
    return box;
  }

  return { card, agreedWords };
}

