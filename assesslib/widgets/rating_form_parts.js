// Pieces of the form that keep nothing: each is made anew from what it is given.

const OTHERS = { dont_know: "don’t know", not_applicable: "not applicable" };
const SIGNS = { saving: "saving …", saved: "✓ saved", waiting: "✗ not saved yet", refused: "✗ not allowed",
  writing: "… not saved yet" };
const TODAY = 1, LAST_YEAR = 0; // the rounds
const BACK = "Last year, seen from today";

function sectionBar(sections, section, turn) {
  const list = element("select", { onchange: () => turn(list.value), aria: { label: "Section" } },
    sections.map((part) => element("option", { value: part.id, selected: part === section })));
  const place = sections.indexOf(section);
  const step = (text, words, to) => button(text, words, () => turn(sections[to].id),
    { disabled: !sections[to], title: words, aria: { label: words } });
  return element("div", { className: "top" },
    step("◂ before", "Section before", place - 1), list, step("next ▸", "Next section", place + 1));
}

function about(member, section) {
  return element("div", { className: "about" },
    element("p", { className: "who" }, element("b", {}, member), ": your own view, before anyone talks. ", section.intro),
    element("p", { className: "late" },
      "This section is closed. What you change now is kept, and marked as given after the others’ ratings were shown."));
}

function scale(s) {
  return element("p", { className: "scale levels" },
    s.levels.map((level) => element("span", {}, element("b", {}, level.code), `\u00a0${level.label}`)));
}

function rows(s, one, place, act) {
  const words = `${s.term} ${one.id}: ${one.text}`;
  const comment = choice("comment", "Write a comment", { open: "comment" }, () => act.open(place, TODAY, "comment"));
  const today = row(place, one, TODAY, words, act, element("div", { className: "text" }, element("b", {}, one.id), " ", one.text),
    answers(s, place, TODAY, act, comment), splitPlace(), commentBox(one, act));
  return s.looking_back ? [today, lastYear(s, one, place, words, act)] : [today];
}

// The second line of an item, where the team looks back: set apart, so that nobody takes it for today's answer.
function lastYear(s, one, place, words, act) {
  const made = row(place, one, LAST_YEAR, `${BACK}: ${words}`, act,
    element("div", { className: "text" }, element("b", {}, `↩ ${BACK}`), ` (${one.id}; you may leave it out)`),
    answers(s, place, LAST_YEAR, act), splitPlace());
  made.classList.add("last-year");
  return made;
}

function row(place, one, round, words, act, ...inside) {
  return element("div", { className: "item", tabIndex: 0, role: "group", aria: { label: words },
    dataset: { place, item: one.id, round }, onfocus: () => act.stand(place, round) }, inside);
}

function answers(s, place, round, act, comment) {
  const choose = (said) => () => act.choose(place, round, said);
  const levels = s.levels.map(({ code, label }) => choice(code, `${code}: ${label}`, { level: code }, choose({ state: "rated", level: code })));
  const others = Object.entries(OTHERS).map(([state, words]) => choice(words, words, { state }, choose({ state })));
  return element("div", { className: "answers" }, element("span", { className: "choice" }, levels), others,
    choice("split", "Split this rating between sides", { open: "split" }, () => act.open(place, round, "split")),
    comment, element("span", { className: "mark", aria: { live: "polite" } }));
}

function splitPlace() { return element("div", { className: "split", hidden: true }); }

function choice(text, words, dataset, onclick) {
  return button(text, words, onclick, { title: words, dataset, tabIndex: -1, aria: { label: words } });
}

function commentBox(one, act) {
  const field = element("textarea", { rows: 2, placeholder: "Why do you see it so? (saved when you pause or leave the field)",
    aria: { label: `Comment on ${one.id}` }, oninput: () => act.write(one.id, field.value), onchange: () => act.written(one.id) });
  return element("div", { className: "comment", hidden: true }, field);
}

// The sides are those of the framework; where it has none, two that the member names.
function sides(s, facets) {
  const chosen = Object.entries(facets ?? {});
  const free = [0, 1].map((n) => ({ id: "", name: chosen[n]?.[0] ?? "", level: chosen[n]?.[1] }));
  const given = s.facets.map((facet) => ({ ...facet, level: facets?.[facet.id] }));
  return given.length ? given : free;
}

function splitBox(s, facets, keep) {
  const fields = sides(s, facets).map((side, n) => {
    const name = side.id ? side.label
      : element("input", { className: "side", placeholder: `Name of side ${n + 1}`, value: side.name });
    const list = element("select", { aria: { label: `Level for ${side.label || `side ${n + 1}`}` } },
      element("option", { value: "" }, "level"),
      s.levels.map(({ code }) => element("option", { value: code, selected: code === side.level }, code)));
    return { label: element("label", {}, name, " ", list), read: () => [side.id || name.value.trim(), list.value] };
  });
  const words = "Save the split rating";
  return ["A level for each side: ", ...fields.map((field) => field.label),
    button("save the split", words, () => keep(fields.map((field) => field.read())), { title: words, aria: { label: words } })];
}

function foot(s, act) {
  const codes = s.levels.map((level) => level.code);
  const back = s.looking_back ? " · → last year, ← today" : "";
  return element("div", { className: "foot" },
    element("span", { className: "counted" }), button("Undo", "undo", act.undo, { className: "plain" }),
    button("I am done with this section", "done", act.done, { className: "plain" }),
    button("Finish and hide my form", "finish", act.finish, { className: "plain" }),
    element("p", { className: "keys" }, `Keys: ${codes.join(" ")} or 1 to ${codes.length} rate and move on · ↑ ↓ move${back} · Backspace clear · `
      + '? don’t know · - not applicable · / split · " comment · Ctrl+Z undo · PageUp PageDown section'));
}

function paintItem(node, said, status) {
  for (const one of node.querySelectorAll("[data-level], [data-state]")) {
    const { level, state } = one.dataset;
    one.setAttribute("aria-pressed", String(level ? said.state === "rated" && said.level === level : said.state === state));
  }
  const split = Object.entries(said.facets ?? {}).map(([name, level]) => `${name}: ${level}`).join(", ");
  const mark = [split, SIGNS[status]].filter(Boolean).join("  ");
  if (node.querySelector(".mark").textContent !== mark) node.querySelector(".mark").textContent = mark;
  node.dataset.status = status;
  paintComment(node, said.comment ?? "");
}

// What somebody is just writing is theirs until they leave the field.
function paintComment(node, comment) {
  const field = node.querySelector(".comment textarea");
  if (!field || field === document.activeElement) return;
  field.value = comment;
  if (comment) field.parentElement.hidden = false;
}
