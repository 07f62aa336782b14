// Who has finished. The state holds no rating, so there is none to show.

const NOBODY = "This assessment has no members yet, so there is nobody to wait for. To add them, open the file assessment.toml "
  + "in its folder with a double click. Every member is a few lines there: [[members]], and below it the lines "
  + "id = \"ada\" and name = \"Ada\". Save it, then run this page again (Run ▸ Run All Cells).";
const SIGNS = { "not opened": "○ not opened", open: "● open", closed: "✓ closed and shown" };

function render({ model, el }) {
  const scene = stage(el, draw);
  const out = line(model, scene.ask);
  const state = () => model.get("state");
  el.classList.add("assess-talk", "assess-board");
  el.dataset.lmSuppressShortcuts = "true";

  function draw() {
    const s = state();
    scene.tell([out.text, s.trouble].filter(Boolean).join(" "));
    if (!s.sections) return;
    const here = s.sections.find((one) => one.id === s.section);
    scene.show(element("div", { className: "columns" }, list(s), here ? detail(s, here) : null));
    scene.say(s.question.text || (here ? `${here.title}: ${SIGNS[here.state]}, ${finished(here)}` : ""));
  }

  function list(s) {
    return element("div", { className: "sections", role: "group", aria: { label: "Sections" } }, s.sections.map((one) =>
      element("button", { type: "button", className: "line", dataset: { key: `section ${one.id}` }, aria: { pressed: String(one.id === s.section) },
        onclick: () => out.send({ type: "look", section: one.id }) },
        element("span", { className: "name" }, one.title),
        element("span", { className: "count" }, `${SIGNS[one.state]} · ${finished(one)}`))));
  }

  function finished(one) {
    return `${one.finished} of ${one.expected} finished${one.absent.length ? ` · ${one.absent.length} absent` : ""}`;
  }

  function detail(s, here) {
    return element("div", { className: "detail" },
      element("h3", {}, here.title),
      s.question.text ? question(s.question) : next(here),
      s.members.length ? element("ul", { className: "people" }, s.members.map((one) => person(here, one)))
        : element("p", {}, NOBODY));
  }

  function next(here) {
    const waiting = here.expected - here.finished;
    const main = (label, act) => button(label, "turn", act, { className: "main", dataset: { fallback: "" } });
    const turn = (type, section = here.id) => () => out.send({ type, section });
    const after = state().sections.find((one) => one.state === "not opened");
    const [words, ...buttons] = {
      "not opened": () => ["Open the section, and everybody rates it alone.", main("Open this section", turn("open"))],
      open: () => [waiting ? `Wait until everybody has finished: ${finished(here)}.` : "Everybody has finished.",
        main("Close and show the ratings", turn("close"))],
      closed: () => ["The ratings are shown. Talk about them, then open the next section.",
        main("Go to the talk ▾", () => talk(here.id)),
        after ? button(`Open next: ${after.title}`, "onward", turn("open", after.id)) : null,
        button("Reopen this section", "reopen", turn("reopen"))],
    }[here.state]();
    return element("div", { className: "next" }, element("p", {}, words), buttons, element("span", { className: "mark" }, out.status));
  }

  // The talk turns to a section within a second or so of its closing.
  function talk(section, tries = 20) {
    const place = (el.closest(".jp-Notebook") ?? document).querySelector(".assess-talk:not(.assess-board)");
    const list = place?.querySelector('[data-key="section"]');
    const card = place?.querySelector(".card");
    if (list?.value === section && card) {
      card.focus({ preventScroll: true });
      return place.scrollIntoView();
    }
    if (list && tries === 10) {
      list.value = section;
      list.dispatchEvent(new Event("change"));
    }
    if (tries) setTimeout(() => talk(section, tries - 1), 200);
  }

  function question(asked) {
    const yes = { close: "Yes, close and show", reopen: "Yes, reopen" }[asked.type];
    return element("div", { className: "next question", role: "alertdialog", aria: { label: asked.text } },
      element("p", {}, asked.text),
      button(yes, "yes", () => out.send({ ...asked, sure: true })),
      button("No, wait", "turn", () => out.send({ type: "wait" })));
  }

  function person(here, one) {
    const type = one.absent ? "present" : "absent";
    return element("li", { className: one.finished ? "finished" : "" },
      element("span", { className: "sign", aria: { hidden: "true" } }, one.absent ? "–" : one.finished ? "✓" : "…"),
      element("span", { className: "name" }, one.name, element("span", { className: "count" }, ` ${one.said}`)),
      button(one.absent ? "is here" : "absent?", `member ${one.id}`, () => out.send({ type, section: here.id, member: one.id }),
        { className: "small", aria: { label: one.absent ? `${one.name} is here after all` : `Mark ${one.name} as absent` } }));
  }

  model.on("change:state", scene.ask);
  model.on("msg:custom", out.heard);
  draw();
  return () => {
    model.off("change:state", scene.ask);
    model.off("msg:custom", out.heard);
    out.stop();
    scene.stop();
  };
}

export default { render };
