"""Opening a notebook in a page of JupyterLab, running it to the end, choosing from its lists, killing its kernel."""

import psutil

SESSION = "window.jupyterapp.shell.currentWidget.sessionContext"
IDLE = f"({SESSION}?.session?.kernel?.status === 'idle')"
CELLS = "[...window.jupyterapp.shell.currentWidget.content.model.cells].filter(cell => cell.type === 'code')"
DONE = f"{CELLS}.every(cell => cell.executionCount)"
KERNEL = "window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.id"


def run_notebook(lab, page, name):
    """Open a notebook in a page and run it to the end; returns the page."""
    page.goto(f"{lab}/lab/tree/notebooks/{name}?reset")
    page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=60_000)
    page.wait_for_function(IDLE, timeout=60_000)
    page.wait_for_timeout(2000)
    for _ in range(4):
        page.evaluate("window.jupyterapp.commands.execute('notebook:run-all-cells')")
        if started(page):
            break
    page.wait_for_function(f"{DONE} && {IDLE}", timeout=90_000)
    page.wait_for_timeout(500)
    return page


def started(page):
    """A run asked for right after the kernel turned idle is sometimes lost; whether this one was taken up."""
    try:
        page.wait_for_function(f"!{IDLE} || {CELLS}.some(cell => cell.executionCount)", timeout=5000)
    except Exception:
        return False
    return True


def choose(page, place, label):
    """Choose from a list at the top of a page by a part of its label; wait until the page has followed."""
    choice = page.locator(".jupyter-widgets select").nth(place)
    choice.select_option(label=choice.locator("option", has_text=label).first.text_content())
    page.wait_for_timeout(500)
    page.wait_for_function(IDLE)
    page.wait_for_timeout(300)


def kill_the_kernel(page):
    """Without a warning, as when it runs out of memory."""
    name = page.evaluate(KERNEL)
    [kernel] = [one for one in psutil.process_iter(["cmdline"]) if name in " ".join(one.info["cmdline"] or [])]
    kernel.kill()
    kernel.wait(10)


def until(page, condition, seconds=20):
    """Wait for what is on the disk."""
    for _ in range(seconds * 20):
        if condition():
            return
        page.wait_for_timeout(50)
    raise AssertionError("It did not come about in time.")
