// What is typed and what became of it. Python holds the truth: the state is what stands in the folder. A text that
// was typed stays in its field until Python says that it is on the disk.

const PAUSE = 2500; // a text is saved when it is left, or after this long without a key
const MARKS = {
  typing: "not saved yet", saving: "saving …", saved: "✓ saved", waiting: "✗ NOT SAVED YET", refused: "✗ not saved",
};
const GONE = "NOT SAVED: the page has lost its connection. What was marked saved is safe, and what you typed is still on " +
  "this page: copy it, then run the page again (Run ▸ Run All Cells).";

function desk(model, el, tell) {
  const typed = new Map(); // key -> text that is not on the disk yet
  const sent = new Map(); // key -> { number, status, value, done, back, of }
  const pauses = new Map();
  let seq = apart();
  const open = () => [...sent.values()].filter((one) => one.status === "saving" || one.waits);
  const route = connection(model, open, lose);
  let held = ""; // why something waits, said for as long as it does

  function send(key, entry, value, done, more = {}) {
    seq += 1;
    const one = { number: seq, status: "saving", value, done, get waits() { return this.status === "waiting"; }, ...more };
    sent.set(key, one);
    if (!route.send({ ...entry, seq })) land(one, { type: "refused" });
    paint();
  }

  function lose() {
    route.stop();
    held = "";
    for (const one of sent.values()) if (one.status === "saving") one.status = "waiting";
    tell(GONE);
    paint();
  }

  function heard(message) {
    for (const [key, one] of sent) if (one.number === message.seq) land(one, message, key);
    if (message.type === "waiting") held = message.text;
    else if (message.type !== "saved") tell(message.text);
    else if (!stuck()) tell("");
    tell();
    paint();
  }

  function land(one, message, key) {
    one.status = message.type;
    if (message.type === "saved") {
      if (typed.get(key) === one.value) typed.delete(key);
      one.done?.();
    }
    if (message.type === "refused") one.back?.();
  }

  const stuck = () => [...sent.values()].some((one) => one.waits);
  const busy = (key) => ["saving", "waiting"].includes(sent.get(key)?.status);

  // A field for a text that stands in the folder: `entry` makes the message that changes it.
  function field({ key, label, value, entry, rows, kind, hidden }) {
    const known = typed.get(key) ?? (busy(key) ? sent.get(key).value : value);
    const box = entryBox({ value: known, rows, kind, key });
    const save = () => {
      clearTimeout(pauses.get(key));
      if (!typed.has(key)) return;
      const text = typed.get(key);
      if (text === value && !busy(key)) typed.delete(key), paint();
      else if (!(busy(key) && sent.get(key).value === text)) send(key, entry(text), text);
    };
    box.addEventListener("input", () => {
      typed.set(key, box.value);
      clearTimeout(pauses.get(key));
      pauses.set(key, setTimeout(save, PAUSE));
      paint();
    });
    box.addEventListener("change", save);
    box.addEventListener("keydown", (event) => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save(); });
    return labelled(label, box, key, hidden);
  }

  // What was made in a draft and is not on the disk yet stands under it, so that the draft is free for the next.
  const coming = (of) => [...sent].filter(([, one]) => one.of === of && one.status !== "saved").map(([key, one]) =>
    element("p", { className: "coming" }, `${one.value} `,
      element("span", { className: "mark", dataset: { mark: key }, aria: { live: "polite" } })));

  // A field of something that is not made yet: it is kept here until the button is pressed.
  function draft({ key, label, kind, hint, enter }) {
    const box = entryBox({ value: typed.get(key) ?? "", kind, key });
    box.placeholder = hint ?? "";
    box.addEventListener("input", () => typed.set(key, box.value));
    box.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing) return;
      event.preventDefault();
      enter();
    });
    return labelled(label, box);
  }

  const entryBox = ({ value, rows, kind, key }) => element(rows ? "textarea" : "input",
    { value, className: "entry", dataset: { key }, ...(rows ? { rows } : { type: kind ?? "text" }) });

  function labelled(label, box, key, hidden) {
    const mark = element("span", { className: "mark", dataset: key ? { mark: key } : {}, aria: { live: "polite" } });
    const words = element("span", { className: hidden ? "words unseen" : "words" }, label);
    return element("label", { className: "field" }, element("span", { className: "line" }, words, key ? mark : null), box);
  }

  function tick({ key, label, on, entry }) {
    const now = busy(key) ? sent.get(key).value : on;
    const box = element("input", { type: "checkbox", checked: now, dataset: { key } });
    box.addEventListener("change", () => send(key, entry(box.checked), box.checked));
    const mark = element("span", { className: "mark", dataset: { mark: key }, aria: { live: "polite" } });
    return element("label", { className: "tick" }, box, element("span", {}, label, " ", mark));
  }

  function paint() {
    for (const node of el.querySelectorAll("[data-mark]")) {
      const key = node.dataset.mark, one = sent.get(key);
      const told = one && (busy(key) || !typed.has(key) || typed.get(key) === one.value);
      const status = told ? one.status : typed.has(key) ? "typing" : "";
      node.textContent = MARKS[status] ?? "";
      node.dataset.status = status;
    }
  }

  const stop = () => { route.stop(); [...pauses.values()].forEach(clearTimeout); };
  return { typed, sent, send, heard, get held() { return stuck() ? held : ""; }, stuck, busy, coming, field, draft, labelled, tick, paint, stop };
}

// Draw anew when the state changes, but never under somebody's hands: not while a button is held down, a list is open
// or a letter is being composed; the cursor, and how far the lists are scrolled, stay where they are.
function steady(el, draw) {
  const held = new Set();
  let due = false;
  const choosing = () => el.contains(document.activeElement) && document.activeElement.matches("select, input[type=date]");
  const inTheWay = () => held.size || choosing();

  function redraw() {
    due = Boolean(inTheWay());
    if (due) return;
    const was = document.activeElement, inside = el.contains(was), key = inside ? was.dataset.key : undefined;
    const range = key && was.matches("textarea, input[type=text]") ? [was.selectionStart, was.selectionEnd] : null;
    const scrolled = [...el.querySelectorAll("[data-scroll]")].map((node) => [node.dataset.scroll, node.scrollTop]);
    draw();
    for (const [name, top] of scrolled) {
      const node = el.querySelector(`[data-scroll="${CSS.escape(name)}"]`);
      if (node) node.scrollTop = top;
    }
    if (!inside) return;
    const now = (key && el.querySelector(`[data-key="${CSS.escape(key)}"]`)) || el.querySelector("h3");
    now?.focus({ preventScroll: true });
    if (range && now?.dataset.key === key) now.setSelectionRange(...range);
  }

  const hold = (name) => held.add(name);
  const free = (name) => { held.delete(name); if (due) setTimeout(() => due && redraw()); };
  const away = () => free("pointer");
  el.addEventListener("pointerdown", () => hold("pointer"));
  for (const end of ["pointerup", "pointercancel"]) window.addEventListener(end, away);
  el.addEventListener("keydown", (event) => event.key === " " && hold("space"));
  el.addEventListener("keyup", () => free("space"));
  el.addEventListener("compositionstart", () => hold("letter"));
  el.addEventListener("compositionend", () => free("letter"));
  el.addEventListener("focusout", () => { held.delete("space"); if (due) setTimeout(() => due && redraw()); });
  return { redraw, stop: () => { for (const end of ["pointerup", "pointercancel"]) window.removeEventListener(end, away); } };
}
