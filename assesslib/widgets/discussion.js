// The talk about one closed section. `state` is what stands in the folder; what is typed and not yet on the disk is
// kept in `drafts` and `line` until Python says that it is.

const STATES = { unresolved: "No consensus, views recorded", not_applicable: "Not applicable", dont_know: "Don’t know" };

function render({ model, el }) {
  const scene = stage(el, draw);
  const out = line(model, scene.ask);
  const drafts = new Map(); // data-key of a field -> what is typed there
  const spent = new Map(); // item -> milliseconds talked
  let current = "";
  let since = Date.now();
  let splitting = false;
  let planned = ""; // the minutes last told
  const { typed, aside } = noting(el, scene, out, drafts, draw);
  const state = () => model.get("state");
  const items = () => state().items ?? [];
  const item = () => items().find((one) => one.id === current);
  el.classList.add("assess-talk");
  el.dataset.lmSuppressShortcuts = "true"; // else a and b would add cells to the notebook

  // ---- what people do --------------------------------------------------------------------------------------------

  function go(id) {
    if (current) spent.set(current, (spent.get(current) ?? 0) + Date.now() - since);
    [current, since, splitting] = [id, Date.now(), false];
    draw();
    focus();
  }

  function step(by) {
    const place = items().findIndex((one) => one.id === current) + by;
    if (items()[place]) go(items()[place].id);
  }

  function focus() { el.querySelector('[data-key="card"]')?.focus({ preventScroll: true }); }

  function agree(said) {
    const one = item();
    const [note, dissent] = ["note", "dissent"].map((name) => drafts.get(`${name} ${one.id}`) ?? one.agreed[name]);
    splitting = false;
    out.send({ type: "agree", item: one.id, state: "", level: "", facets: {}, ...said, note, dissent }, () => {
      if (drafts.get(`note ${one.id}`) === note) drafts.delete(`note ${one.id}`);
      if (drafts.get(`dissent ${one.id}`) === dissent) drafts.delete(`dissent ${one.id}`);
    });
    draw();
    focus();
  }

  function standing(one) {
    const { state: now, level, facets } = one.agreed;
    return Object.keys(facets).length ? { facets } : { state: now, level };
  }

  function accept() { if (easy().length) out.send({ type: "accept" }); }

  function easy() { return items().filter((one) => one.unanimous && !one.agreed.settled); }

  function key(event) {
    const typing = event.target.closest("textarea, input, select");
    if (event.key === "Escape" && (typing || splitting)) { splitting = false; draw(); event.preventDefault(); return focus(); }
    if (typing || event.altKey || event.metaKey || event.ctrlKey || !item()) return;
    const typed = event.key.toLowerCase();
    const place = state().levels.findIndex((level, n) => level.code.toLowerCase() === typed || String(n + 1) === event.key);
    const act = place >= 0 ? () => agree({ state: "rated", level: state().levels[place].code })
      : { ArrowRight: () => step(1), ArrowDown: () => step(1), ArrowLeft: () => step(-1), ArrowUp: () => step(-1),
          Home: () => step(-items().findIndex((one) => one.id === current)), End: () => go(items().at(-1).id),
          u: () => agree({ state: "unresolved" }), U: () => agree({ state: "unresolved" }), "/": () => split(), "=": accept,
          Backspace: () => agree({ state: "blank" }), '"': () => el.querySelector(`[data-key="note ${CSS.escape(current)}"]`).focus() }[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  function split() {
    splitting = !splitting;
    draw();
    if (splitting) el.querySelector(".split select, .split input").focus();
  }

  // ---- drawing ---------------------------------------------------------------------------------------------------

  function draw() {
    const s = state();
    scene.tell(s.trouble || out.text);
    if (!s.sections) return;
    if (s.items && !item()) [current, since] = [s.items.find((one) => !one.agreed.settled)?.id ?? s.items[0].id, Date.now()];
    scene.say(s.hint || `${item().id}: ${agreedWords(s, item())}`);
    scene.show(
      top(s),
      s.hint ? element("p", { className: "next" }, s.hint) : agenda(s),
      !s.hint && s.items.every((one) => one.agreed.settled) ? onward(s) : null,
      s.hint ? null : element("div", { className: "columns" }, card(s, item()), aside(s, item())));
    tick();
  }

  function top(s) {
    const signs = { "not opened": "○", open: "●", closed: "✓" };
    const list = element("select", { dataset: { key: "section" }, aria: { label: "Section" }, onchange: () => { current = planned = ""; drafts.delete("minutes"); out.send({ type: "section", section: list.value }); } },
      s.sections.map((one) => element("option", { value: one.id, selected: one.id === s.section }, `${signs[one.state]} ${one.title}${one.state === "closed" ? "" : ` (${one.state})`}`)));
    if (s.hint) return element("div", { className: "top" }, list);
    const minutes = element("input", { type: "text", inputMode: "numeric", size: 3, value: drafts.get("minutes") ?? "", dataset: { key: "minutes" },
      oninput: () => drafts.set("minutes", minutes.value), onblur: () => plan(minutes.value),
      onkeydown: (event) => { if (event.key === "Enter") plan(minutes.value); } });
    const names = element("input", { type: "checkbox", checked: s.names, dataset: { key: "names" }, onchange: () => out.send({ type: "names", names: names.checked }) });
    return element("div", { className: "top" }, list,
      element("label", {}, "Minutes for this section ", minutes),
      element("label", {}, names, " show names"),
      element("span", { className: "mark" }, out.status));
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

  function plan(text) {
    if (scene.drawing || text === planned) return;
    planned = text;
    if (!/^\d{0,3}$/.test(text.trim())) return out.tell(`“${text}” is no number of minutes. Give a whole number, such as 45.`);
    out.send({ type: "minutes", minutes: Number(text) });
  }

  function agenda(s) {
    const settled = s.items.filter((one) => one.agreed.settled).length;
    const same = easy().length;
    return element("div", { className: "agenda", role: "group", aria: { label: `${s.terms}, the widest differences first` } },
      element("span", { className: "count" }, `Widest differences first: `),
      s.items.map((one) => button(`${one.id}${one.agreed.settled ? " ✓" : ""}`, `go ${one.id}`, () => go(one.id), {
        className: "small", aria: { current: String(one.id === current), label: `${s.term} ${one.id}, ${one.shape}${one.agreed.settled ? ", settled" : ""}` } })),
      element("span", { className: "count" }, `${settled} of ${s.items.length} settled`),
      same ? button(`Accept the ${same === 1 ? "one" : same} on which all agree (=)`, "accept", accept) : null,
      s.absent.length ? element("span", { className: "count" }, `Absent: ${s.absent.join(", ")}`) : null);
  }

  function card(s, one) {
    return element("div", { className: "card", tabIndex: 0, dataset: { key: "card", fallback: "" }, role: "group", aria: { label: `${s.term} ${one.id}: ${one.text}` } },
      element("div", { className: "head" },
        element("b", {}, `${s.term[0].toUpperCase()}${s.term.slice(1)} ${one.id}: ${one.shape}`),
        element("span", { className: "turn" }, element("span", { className: "clock", role: "timer" }),
          button("◂", "previous", () => step(-1), { disabled: items()[0].id === one.id, className: "small", aria: { label: `Previous ${s.term}` } }),
          button("Next ▸", "next", () => step(1), { disabled: items().at(-1).id === one.id, className: "small" }))),
      element("p", { className: "nag", role: "status" }),
      element("p", { className: "text" }, one.text),
      levels(s, one),
      element("p", { className: "agreed" }, agreedWords(s, one)),
      facts(one).map((words) => element("p", { className: "fact" }, words)),
      one.comments.length ? element("ul", { className: "voices", tabIndex: 0, dataset: { key: "voices" }, aria: { label: "What members wrote" } }, one.comments.map((said) =>
        element("li", {}, said.who ? element("b", {}, `${said.who}: `) : null, `“${said.text}”`, said.late ? " (after the reveal)" : ""))) : null,
      decision(s, one), again(s, one));
  }

  function levels(s, one) {
    const most = one.agreed.level;
    return element("div", { className: "levels" }, s.levels.map((level, n) => element("div", { className: "level" },
      button(level.code, `level ${level.code}`, () => agree({ state: "rated", level: level.code }), { tabIndex: -1, aria: { pressed: String(level.code === most), label: `Agree on ${level.code}: ${level.label}` } }),
      element("span", { className: "label" }, level.label),
      element("span", { className: "dots", aria: { hidden: "true" } }, "●".repeat(one.counts[n])),
      element("span", { className: "many" }, members(one.counts[n])))));
  }

  function members(count) { return count === 0 ? "nobody" : count === 1 ? "1 member" : `${count} members`; }

  function facts(one) {
    return [
      one.others.length ? `Besides: ${one.others.join(", ")}.` : "",
      one.splits.length ? `Split ratings: ${one.splits.join("; ")}.` : "",
      one.late.count ? `${one.late.count} of these given after the reveal${one.late.who.length ? `: ${one.late.who.join(", ")}` : ""}.` : "",
      one.openers.length ? `To open the talk: ${one.openers.join("; then ")}.` : "",
    ].filter(Boolean);
  }

  function decision(s, one) {
    const codes = s.levels.map((level) => level.code).join(" ");
    const wanted = (name) => one.agreed.state === name;
    return element("div", { className: "decision" },
      s.asks.some((ask) => ask.kind === "evidence") && one.agreed.settled && !one.notes.evidence.length && !wanted("unresolved")
        ? element("p", { className: "flag" }, "⚑ No evidence yet for what was agreed.") : null,
      element("div", { className: "row" },
        button("No consensus (u)", "unresolved", () => agree({ state: "unresolved" }), { aria: { pressed: String(wanted("unresolved")) } }),
        button("Split (/)", "split", split, { aria: { expanded: String(splitting) } }),
        button("Not applicable", "not_applicable", () => agree({ state: "not_applicable" }), { aria: { pressed: String(wanted("not_applicable")) } }),
        one.agreed.settled ? button("Take back", "back", () => agree({ state: "blank" })) : null),
      splitting ? sides(s, one) : null,
      field("note", "Note: why, or what to remember", one), field("dissent", "Dissent: who sees it otherwise, and why", one),
      element("p", { className: "keys" }, `Keys: ${codes} agree · u no consensus · / split · = accept what all agree on · ← → move · " note · Backspace take back · Esc leave a field`));
  }

  function agreedWords(s, one) {
    const label = (code) => `${code} – ${s.levels.find((level) => level.code === code)?.label ?? ""}`;
    const { state: now, level, facets } = one.agreed;
    const names = Object.fromEntries(s.facets.map((facet) => [facet.id, facet.label]));
    const parts = Object.entries(facets).map(([name, code]) => `${names[name] ?? name}: ${label(code)}`);
    if (!one.agreed.settled) return `Not settled yet. Press ${s.levels[0].code} to ${s.levels.at(-1).code} for what the team agrees.`;
    return `✓ ${parts.length ? `Agreed, split. ${parts.join("; ")}` : STATES[now] ?? `Agreed: ${label(level)}`} (saved)`;
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
      agree({ facets: Object.fromEntries(pairs) });
    }));
    return box;
  }

  function field(name, label, one) {
    return typed(`${name} ${one.id}`, one.agreed[name], label, { save: () => remark(one) });
  }

  // Leaving a field keeps what stands agreed and saves the words; the focus stays where it went.
  function remark(one) {
    const words = Object.fromEntries(["note", "dissent"].map((name) => [name, drafts.get(`${name} ${one.id}`) ?? one.agreed[name]]));
    out.send({ type: "agree", item: one.id, state: "", level: "", facets: {}, ...standing(one), ...words }, () => {
      for (const [name, text] of Object.entries(words)) if (drafts.get(`${name} ${one.id}`) === text) drafts.delete(`${name} ${one.id}`);
    });
  }

  function again(s, one) {
    if (!s.members.length) return null;
    const given = Object.values(one.again);
    const many = s.levels.map((level) => [level.code, given.filter((code) => code === level.code).length]).filter(([, count]) => count);
    return element("details", { open: drafts.get("again") === "open", ontoggle: (event) => drafts.set("again", event.target.open ? "open" : "") },
      element("summary", { dataset: { key: "again" } }, many.length ? `Rated again after the talk: ${many.map(([code, count]) => `${count} at ${code}`).join(", ")}` : "Rate again after the talk"),
      element("p", { className: "fact" }, "Members who see it differently now. Their first ratings are kept as well."),
      element("div", { className: "people" }, s.members.map((person) => {
        const pick = element("select", { dataset: { key: `again ${person.id}` }, onchange: () => out.send({ type: "again", member: person.id, item: one.id, level: pick.value }) },
          element("option", { value: "" }, "–"), s.levels.map((level) => element("option", { value: level.code, selected: one.again[person.id] === level.code }, level.code)));
        return element("label", {}, pick, ` ${person.name}`);
      })));
  }

  // ---- the clock -------------------------------------------------------------------------------------------------

  function tick() {
    const one = item(), clock = el.querySelector(".clock"), nag = el.querySelector(".nag");
    if (!one || !clock) return;
    const seconds = Math.floor(((spent.get(current) ?? 0) + Date.now() - since) / 1000);
    const said = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    const whole = one.minutes ?? 0;
    clock.textContent = whole ? `${said} of ${whole}:00 minutes` : said;
    const over = whole && seconds >= 60 * whole && !one.agreed.settled;
    const words = over ? "⏳ Its time is up: agree now, or record the views and move on." : "";
    if (nag.textContent !== words) nag.textContent = words;
  }

  const timer = setInterval(tick, 1000);
  el.addEventListener("keydown", key);
  model.on("change:state", scene.ask);
  model.on("msg:custom", out.heard);
  draw();
  return () => {
    model.off("change:state", scene.ask);
    model.off("msg:custom", out.heard);
    clearInterval(timer);
    out.stop();
    scene.stop();
  };
}

export default { render };
