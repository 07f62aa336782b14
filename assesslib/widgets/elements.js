// Shared by the screens that draw themselves anew on every change: elements from plain text, a stage that keeps the
// focus and never redraws under a pressed mouse button, and the line of messages with the Python side.

function element(tag, props = {}, ...children) {
  const { dataset, aria, ...rest } = props;
  const node = Object.assign(document.createElement(tag), rest);
  Object.assign(node.dataset, dataset);
  for (const [name, value] of Object.entries(aria ?? {})) node.setAttribute(`aria-${name}`, value);
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

function button(text, key, onclick, props = {}) {
  return element("button", { type: "button", onclick, ...props, dataset: { key, ...props.dataset } }, text);
}

// `show(...children)` puts new contents into `el`. The element with the same data-key has the focus afterwards, at the
// same place in its text; where it is gone, the one with data-fallback has it. Trouble and news stand in elements that
// stay, so that a screen reader announces each of them once.
function stage(el, draw) {
  const body = element("div");
  const alert = element("p", { className: "message", role: "alert" });
  const news = element("div", { className: "news", role: "status" });
  const self = { drawing: false, ask, show, tell: (text) => put(alert, text), say: (text) => put(news, text), stop };
  let down = false;
  let wanted = false;
  el.replaceChildren(alert, body, news);

  function put(node, text) { if (node.textContent !== text) node.textContent = text; }
  // A button that is replaced between press and release is never clicked: wait for the release.
  function ask() { if (down) wanted = true; else draw(); }
  function press() { down = true; }
  function release() {
    down = false;
    if (wanted) setTimeout(() => { wanted = false; draw(); });
  }
  function stop() {
    window.removeEventListener("pointerup", release, true);
    window.removeEventListener("pointercancel", release, true);
  }
  el.addEventListener("pointerdown", press, true);
  window.addEventListener("pointerup", release, true);
  window.addEventListener("pointercancel", release, true);

  function show(...children) {
    const active = body.contains(document.activeElement) ? document.activeElement : null;
    const key = active?.dataset.key;
    const place = active?.matches("textarea, input[type=text]") ? [active.selectionStart, active.selectionEnd] : null;
    self.drawing = true; // what is taken away loses the focus, which is not the same as somebody leaving it
    body.replaceChildren(...children.filter(Boolean));
    self.drawing = false;
    const next = key && (body.querySelector(`[data-key="${CSS.escape(key)}"]`) ?? body.querySelector("[data-fallback]"));
    if (!next) return;
    next.focus({ preventScroll: true });
    if (place && next.setSelectionRange) next.setSelectionRange(...place);
  }
  return self;
}

// Entries on their way: what is not yet known to be on the disk, and what to tell people about it. Numbers begin
// elsewhere on every page, so that of several pages on one model none takes another's answer for its own.
const apart = () => Date.now() * 1000 + Math.floor(Math.random() * 1000);

// Sends messages and sees to it that each is answered. `open()` gives the entries that are not: { number, waits, asked }.
// Where nobody is there to answer, `lose()` is called: at once if sending throws, else after asking once in vain.
function connection(model, open, lose) {
  const PATIENCE = 2000;
  let timer = null;
  function post(message) {
    try {
      model.send(message);
      return true;
    } catch {
      clearTimeout(timer);
      lose();
      return false;
    }
  }

  // An answer may get lost on its way (a laptop asleep): ask for it, and say so where there is none either.
  function ask() {
    const entries = open();
    if (!entries.length) return;
    if (entries.some((one) => one.asked && !one.waits)) return lose();
    for (const one of entries) one.asked = true;
    const numbers = (wait) => entries.filter((one) => Boolean(one.waits) === wait).map((one) => one.number);
    if (post({ type: "again", numbers: numbers(false), waiting: numbers(true) })) watch();
  }

  function watch() {
    clearTimeout(timer);
    timer = setTimeout(ask, PATIENCE);
  }

  function send(message) {
    const went = post(message);
    if (went) watch();
    return went;
  }

  return { send, stop: () => clearTimeout(timer) };
}

function line(model, changed, first = apart()) {
  const LOST = "NOT SAVED: the page has lost its connection. What was marked saved is safe. "
    + "Run the page again (Run ▸ Run All Cells) and enter the rest.";
  const pending = new Map();
  let seq = first;
  let text = "";
  let why = ""; // what keeps entries from the disk; said for as long as one of them waits
  const route = connection(model, () => (text === LOST ? [] : [...pending.values()]), lose);
  const waits = () => [...pending.values()].some((one) => one.waits);
  const told = () => [waits() && why, text].filter(Boolean).join(" ");
  const self = {
    pending,
    get text() { return told(); },
    get status() { return told() ? "✗ not saved yet" : pending.size ? "saving …" : seq > first ? "✓ saved" : ""; },
    tell(words) { text = words; changed(); },
    send(entry, done = () => {}, back = () => {}, held = () => {}) {
      seq += 1;
      pending.set(seq, { number: seq, entry, done, back, held });
      route.send({ ...entry, seq });
    },
    heard(message) {
      const one = pending.get(message.seq);
      if (message.type !== "waiting") pending.delete(message.seq);
      if (message.type === "saved") one?.done();
      if (message.type === "refused") one?.back();
      if (message.type === "waiting") hold(one, message.text);
      else if (message.type !== "saved") text = message.text;
      else if (!pending.size) text = "";
      changed();
    },
    stop: route.stop,
  };

  function lose() {
    route.stop();
    why = "";
    for (const one of pending.values()) one.held();
    self.tell(LOST);
  }

  function hold(one, words) {
    why = words;
    if (!one) return;
    one.waits = true;
    one.held();
  }
  return self;
}

// What was just entered, by its place: shown at once, and `saved` only once it is known to be on the disk.
function justEntered(out) {
  const entries = new Map(); // place -> { said, status }
  return {
    get: (place) => entries.get(place),
    clear: () => entries.clear(),
    send(place, entry, said) {
      const one = { said, status: "saving" };
      const turn = (status) => () => { one.status = status; };
      entries.set(place, one);
      out.send(entry, turn("saved"), turn("refused"), turn("waiting"));
    },
    forgetSaved(stands = () => true) {
      for (const [place, one] of entries) if (one.status === "saved" && stands(place)) entries.delete(place);
    },
  };
}
