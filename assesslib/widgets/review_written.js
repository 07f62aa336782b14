// What the team wrote, and the words the parts of the review share: made anew from the state, keeping nothing.

const DAY = { day: "numeric", month: "long", year: "numeric" };
const IS_DAY = /^\d{4}-\d\d-\d\d$/;

const heading = (text) => element("h3", { tabIndex: -1 }, text);
const hint = (text) => element("p", { className: "hint" }, text);
const spoken = (day) => (IS_DAY.test(day) ? new Date(`${day}T12:00`).toLocaleDateString("en-GB", DAY) : day);
const word = (action) =>
  [action.owner || "nobody sees to it yet", action.due ? `by ${spoken(action.due)}` : "no date yet", action.status || "open"].join(", ");

// An area for improvement where its section stands above it, and where it does not.
const short = (area, s) => `${area.text}${area.item ? ` (${s.term} ${area.item})` : ""}`;
const named = (area, s) => `${area.text} (${[area.section, area.item && `${s.term} ${area.item}`].filter(Boolean).join(", ")})`;

const bySection = (areas, show) => areas.flatMap((area, n) => [
  area.section !== areas[n - 1]?.section && element("p", { className: "kind" }, area.section), show(area)]);

const entry = (name, text) => element("li", {}, name && element("b", {}, `${name} `), text);

const read = (s) => [heading("What we wrote"),
  hint(`Read through it once together.${s.questions.length || s.sections.length ? " It stays in sight beside the questions that follow." : ""}`),
  ...everything(s)];

function everything(s) {
  const run = (one) => [element("p", { className: "kind" }, one.label),
    element("ul", {}, one.texts.map((said) => entry(said.item, said.text || "no words were recorded")))];
  const sections = s.written.map((one) =>
    element("section", { className: "written" }, element("h5", {}, one.title), one.runs.flatMap(run)));
  const none = "Nothing is written down yet. What the team writes while it discusses a section is shown here.";
  return [...(s.later ? [hint(s.later)] : []), ...(sections.length ? sections : [hint(none)])];
}

// What is signed: the levels that were agreed, all that was written, the actions and how the assessment was done.
function record(s) {
  const list = (title, texts) => (texts.length ? [element("section", { className: "written" }, element("h5", {}, title), element("ul", {}, texts))] : []);
  return [
    ...s.agreed.flatMap((one) => list(`Agreed: ${one.title}`, one.items.map((said) => entry(said.item, said.agreed)))),
    ...everything(s),
    ...list("Actions", s.actions.map((one) => entry("", `${one.text} (${word(one)})`))),
    ...(s.process ? list(s.process.heading, s.process.rows.filter((row) => row.comment).map((row) => entry(row.text, row.comment))) : []),
  ];
}
