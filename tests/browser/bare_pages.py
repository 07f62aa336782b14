"""A screen's script in an empty page, without JupyterLab: what it sends is kept, and the test answers."""

START = """
async ([script, state]) => {
  const model = {
    state, heard: new Set(), redraw: new Set(),
    get(name) { return this[name]; },
    on(event, call) { (event === "msg:custom" ? this.heard : this.redraw).add(call); },
    off() {},
    send(message) { if (window.dead) throw new Error("Cannot send"); window.sent.push(message); },
  };
  const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  Object.assign(window, { sent: [], dead: false, script: await import(url), model });
  window.answer = (message) => model.heard.forEach((call) => call(message));
  window.changed = (state) => { model.state = state; model.redraw.forEach((call) => call()); };
}
"""


def bare(page, script, state=None):
    """Load a script into an empty page: its exports are in ``window.script``, its model in ``window.model``."""
    page.set_content("<main id=here></main>")
    page.evaluate(START, [script, state or {}])
    return page


def rendered(page, script, state):
    """Load a screen's script and let it draw itself."""
    bare(page, script, state)
    page.evaluate("() => { window.script.default.render({ model, el: document.querySelector('#here') }); }")
    return page


def sent(page):
    """What the page sent so far, but for questions whether something arrived."""
    return page.evaluate("window.sent.filter((one) => one.type !== 'again')")


def answer(page, kind, place, text=""):
    """Answer what was sent at a place."""
    page.evaluate("(message) => window.answer(message)", {"type": kind, "seq": sent(page)[place]["seq"], "text": text})
