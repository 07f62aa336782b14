// The time of the talk: the minutes planned for the section, how long each item took, and a word when its time is up.

const PAUSE = 3600_000; // so long nobody talks about one item
const DWELL = 5000; // passing over an item is no turn of the talk

function timing(el, scene, out, drafts, state) {
  const spent = new Map(); // item -> milliseconds talked before it was turned to last
  let item = "";
  let since = Date.now();
  let told = ""; // the item that the folder says is talked about
  let planned = null; // the minutes last told, null where the folder knows best

  function turn(id) {
    if (item) spent.set(item, passed());
    [item, since] = [id, Date.now()];
  }

  function passed() { return (spent.get(item) ?? 0) + Date.now() - since; }

  // Begins with the item that was talked about when the page or its kernel went away, else the first to be settled.
  function resume({ items, time }) {
    const last = items.find((one) => one.id === time.turned && !one.agreed.settled);
    const goesOn = last && !spent.has(last.id) && Date.now() - Date.parse(time.since) < PAUSE;
    for (const one of items) if (!spent.has(one.id)) spent.set(one.id, 1000 * one.seconds);
    item = (goesOn ? last : items.find((one) => !one.agreed.settled) ?? items[0]).id;
    since = goesOn ? Math.min(Date.parse(time.since), Date.now()) : Date.now();
    told = goesOn ? item : "";
    return item;
  }

  function leave() {
    turn("");
    planned = null;
    drafts.delete("minutes");
  }

  function field(s) {
    const input = element("input", { type: "text", inputMode: "numeric", size: 3, value: drafts.get("minutes") ?? (s.time.minutes || ""), dataset: { key: "minutes" },
      oninput: () => drafts.set("minutes", input.value), onblur: () => plan(input.value),
      onkeydown: (event) => { if (event.key === "Enter") plan(input.value, true); } });
    return [element("label", {}, "Minutes for this section ", input), element("span", { className: "until count" })];
  }

  function plan(typed, again = false) {
    const text = typed.trim();
    const before = planned ?? String(state().time.minutes || "");
    if (scene.drawing || (text === before && !(again && text))) return;
    planned = text;
    if (!/^\d{0,3}$/.test(text)) return out.tell(`“${text}” is no number of minutes. Give a whole number, such as 45.`);
    out.tell("");
    out.send({ type: "minutes", minutes: Number(text) }, () => {
      planned = null;
      if (drafts.get("minutes")?.trim() === text) drafts.delete("minutes");
    });
  }

  function tick() {
    const { time, items } = state();
    const one = items?.find((each) => each.id === item);
    const clock = el.querySelector(".clock");
    if (!one || !clock) return;
    const seconds = Math.floor(passed() / 1000);
    const said = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    const over = one.minutes && seconds >= 60 * one.minutes && !one.agreed.settled;
    put(".clock", one.minutes ? `${said} of ${one.minutes} min` : said);
    put(".nag", over ? "⏳ Its time is up: agree now, or record the views and move on." : "");
    put(".until", until(time.ends));
    tell(time.ends);
  }

  function put(place, text) {
    const node = el.querySelector(place);
    if (node && node.textContent !== text) node.textContent = text;
  }

  function until(ends) {
    if (!ends) return "";
    const at = new Date(ends).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
    return Date.now() < Date.parse(ends) ? `until ${at}` : `were over at ${at}`;
  }

  // Turns are kept while a plan runs and somebody is at work here: who only looks at the page writes nothing.
  function tell(ends) {
    const running = ends && Date.now() < Date.parse(ends) + PAUSE && el.contains(document.activeElement);
    if (!running || told === item || Date.now() - since < DWELL) return;
    told = item;
    out.send({ type: "turned", item, at: new Date(since).toISOString() });
  }

  return { turn, resume, leave, field, tick };
}

