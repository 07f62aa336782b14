// Pieces of the set-up page that keep nothing: each is made anew from what it is given.

const STEPS = [["framework", "What is asked"], ["partnership", "Who and when"], ["team", "The team"], ["make", "Check and make"]];
const FIELDS = [["name", "Name"], ["organisation", "Organisation"], ["role", "Role"]];
const BLANK = { name: "", organisation: "", role: "" };
const LEAST_ROWS = 3;
const GONE = "There is no answer. What you entered is still on this page. If nothing happens within a minute, the page has lost its connection: copy what you need, then choose Run ▸ Run All Cells.";

const BACK_HINT = "For a team that rated itself a year ago. Standards rise as a team learns: if members also say where they now think it was, "
  + "you can tell whether the work has changed or the yardstick has. It is a second line under each item, nobody has to fill it in, and it is never counted with today’s answers.";

const filled = (row) => Boolean(row.name || row.organisation || row.role);
const counted = (n, word) => `${n} ${word}${n === 1 ? "" : "s"}`;
const padded = (rows) => [...rows, ...Array(Math.max(1, LEAST_ROWS - rows.length)).fill(BLANK)];

function withoutBlankEnd(rows) {
  const last = rows.findLastIndex(filled);
  return rows.slice(0, last + 1);
}

function steps(go) {
  return element("nav", { aria: { label: "Steps" } }, ...STEPS.map(([id, title], place) =>
    button([element("span", {}, `${place + 1}. ${title}`), " ", element("span", { className: "state" })], `step ${id}`, () => go(id),
      { className: "step", dataset: { step: id } })));
}

function foot(step, go, make) {
  const place = STEPS.findIndex(([id]) => id === step);
  const back = STEPS[place - 1], next = STEPS[place + 1];
  return element("div", { className: "foot" },
    back && button("Back", "back", () => go(back[0]), { className: "back" }),
    next ? button(`Next: ${next[1]}`, "next", () => go(next[0]), { className: "main next" })
      : button("Make the assessment", "make", make, { className: "main make" }));
}

function kept(s, back, again) {
  const turn = s.thrown ? button("Put it back", "turn", back) : button("Start again", "turn", again);
  return [...(s.kept ? [element("span", {}, s.kept), turn] : []), ...(s.not_kept ? [element("div", { className: "fault" }, s.not_kept)] : [])];
}

function card(one, group, checked, choose) {
  const radio = element("input", { type: "radio", name: group, value: one.value, checked, onchange: () => choose(one.value) });
  const levels = element("ul", {}, ...one.levels.map((level) => element("li", {}, element("b", {}, level.code), " ", level.label)));
  return element("label", { className: "card" }, radio,
    element("div", {}, element("b", { className: "title" }, one.title), element("div", {}, one.asks), levels));
}

function summary(s, draft) {
  const chosen = s.frameworks.find((one) => one.value === draft.framework);
  const lines = [
    ["Framework", chosen ? `${chosen.title}: ${chosen.asks}` : "not chosen"],
    ["Partnership", draft.partnership || "not named"],
    ["Day", s.spoken || "not chosen"],
    ["Team", [counted(s.members, "member"), ...(s.organisations.length ? [counted(s.organisations.length, "organisation")] : [])].join(" from ")],
    ["Folder", s.folder ? s.place : "not named"],
    ...(draft.looking_back ? [["Looking back", "members may also say where the team was last year, seen from today"]] : []),
    ...(draft.about?.trim() ? [["Remark", draft.about]] : []),
  ];
  return lines.flatMap(([term, words]) => [element("dt", {}, term), element("dd", {}, words)]);
}

function missing(s, go) {
  if (!s.missing.length) return [element("p", {}, "All is there. The button makes the folder; until then no assessment is there.")];
  return [element("p", {}, element("b", {}, "Still to do:")), element("ul", {}, ...s.missing.map((one) => element("li", {}, one.text, " ",
    button(`Go to step ${STEPS.findIndex(([id]) => id === one.step) + 1}`, `go ${one.text}`, () => go(one.step)))))];
}

function madePanel(made) {
  return [
    element("h4", { tabIndex: -1, className: "made" }, `✓ Made: ${made.folder}`),
    element("p", {}, `${made.partnership}, ${counted(made.members, "member")}.`),
    element("p", {}, element("b", {}, "What to open next")),
    element("ul", {},
      element("li", {}, "Each member rates at a computer: open the page 02_rate in the list of files on the left."),
      element("li", {}, "Paper forms or a show of hands: open the page 03_facilitate.")),
    element("p", { className: "hint" }, `Does somebody join later? The team stands in the file assessment.toml in ${made.folder}; open it with a double click. Every member is a few lines that begin with [[members]]: copy those of one member to the end, then change the id and the name in the copy, and save. A page that is open does not see new members until you choose Run ▸ Run All Cells on it.`),
    element("p", { className: "hint" }, "Does somebody leave? Let their lines stay: what they rated belongs to them. Mark them absent on the page 03_facilitate."),
    element("p", { className: "hint" }, "To set up another assessment, choose Run ▸ Run All Cells."),
  ];
}
