// Comments that are still being written: kept after a pause, when their field is left, and before it is drawn away.

const PAUSE = 2500;

function drafts(keep) {
  const texts = new Map(); // item -> { text, timer }

  function done(item) {
    const one = texts.get(item);
    if (!one) return;
    clearTimeout(one.timer);
    texts.delete(item);
    keep(item, one.text);
  }

  function write(item, text) {
    clearTimeout(texts.get(item)?.timer);
    texts.set(item, { text, timer: setTimeout(() => done(item), PAUSE) });
  }

  return { write, done, has: (item) => texts.has(item), allDone: () => [...texts.keys()].forEach(done) };
}
