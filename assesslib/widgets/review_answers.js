// The questions: those of a section that is not rated, with its strengths and areas for improvement, and those at the end.

function answering({ at, state, making }) {
  const SAVED = "A text is saved when you leave its field or pause.";

  const question = (one) => at.field({ key: `answer:${one.question}`, label: one.text, value: one.answer, rows: 4,
    entry: (text) => ({ type: "answer", question: one.question, text }) });

  const section = (one) => [heading(one.title), one.intro && hint(one.intro), hint(`This part is not rated. ${SAVED}`),
    ...one.questions.map(question), ...one.lists.map((list) => lines(one.id, list))];

  function lines(home, list) {
    const key = `new:${list.kind}:${home}`;
    const add = () => making.make(list.kind, [key], () => ({ text: at.typed.get(key) ?? "", section: home }));
    return element("fieldset", {}, element("legend", {}, list.label),
      list.notes.map((note, n) => element("div", { className: "row" },
        making.text(list.kind, note, `${list.label} ${n + 1}`, true), making.takeOut({ ...note, kind: list.kind, section: home }))),
      making.adding(key, "One more", add));
  }

  function questions() {
    const s = state();
    const chosen = s.areas.filter((one) => one.significant).length;
    const ticks = element("fieldset", {}, element("legend", {}, `Tick the few most significant (${chosen} ticked)`),
      bySection(s.areas, significant));
    return [heading("Closing questions"), hint(`Talk about each question, then write down what the team answers. ${SAVED}`),
      ...s.questions.flatMap((one) => [question(one), one.ticks && s.areas.length > 0 && ticks])];
  }

  const significant = (area) => at.tick({ key: `tick:${area.id}`, label: short(area, state()), on: area.significant,
    entry: (on) => ({ type: "tick", target: area.id, on }) });

  return { section, questions };
}
