// The second round: who sees an item differently after the talk. Without names, only how many are shown at which level.

function ratingAgain(out, drafts) {
  const HINT = {
    true: "Members who see it differently now; “–” takes it back. Their first ratings are kept as well.",
    false: "Members who see it differently now. What is chosen is counted above and not shown beside a name; tick “show names” to see it there. Their first ratings are kept as well.",
  };

  function again(s, one) {
    if (!s.members.length) return null;
    const answers = [...s.levels.map((level) => [level.code, level.code, `at ${level.code}`]), ["dont_know", "don’t know", "don’t know"]];
    const many = answers.filter(([id]) => one.again[id]).map(([id, , words]) => `${one.again[id]} ${words}`);
    const choices = s.names ? [["", "–"], ...answers] : [["", "choose"], ...answers, ["back", "take back"]];
    return element("details", { open: drafts.get("again") === "open", ontoggle: (event) => drafts.set("again", event.target.open ? "open" : "") },
      element("summary", { dataset: { key: "again" } }, many.length ? `Rated again after the talk: ${many.join(", ")}` : "Rate again after the talk"),
      element("p", { className: "fact" }, HINT[s.names]),
      element("div", { className: "people" }, s.members.map((person) => choice(s, one, person, choices))));
  }

  function choice(s, one, person, choices) {
    const chosen = () => { if (s.names || pick.value) out.send({ type: "second", member: person.id, item: one.id, ...answer(pick.value) }); };
    const pick = element("select", { dataset: { key: `again ${person.id}` }, onchange: chosen },
      choices.map(([id, label]) => element("option", { value: id, selected: id === (one.second[person.id] ?? "") }, label)));
    return element("label", {}, pick, element("span", {}, person.name));
  }

  function answer(id) {
    if (id === "dont_know") return { state: id, level: "" };
    return { state: "", level: id === "back" ? "" : id };
  }

  return again;
}

