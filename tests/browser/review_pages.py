"""What people do on the review page, by keyboard."""

from notebook_pages import choose

BOARD = ".assess-review"


def opened(notebook, name):
    page = notebook("06_review.ipynb")
    page.wait_for_selector(f"{BOARD} nav button")
    choose(page, 0, f"({name})")
    return page


def turn(page, title):
    """Go to a part by its button, with the keyboard."""
    page.locator(f"{BOARD} nav button", has_text=title).focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(f"{BOARD} nav button[aria-current]:has-text('{title}')")


def field(page, key):
    return page.locator(f'{BOARD} [data-key="{key}"]')


def write(page, key, text):
    """Type into a field and leave it; wait until the page says that it is saved."""
    field(page, key).focus()
    page.keyboard.type(text)
    page.keyboard.press("Tab")
    page.wait_for_selector(f'{BOARD} [data-mark="{key}"][data-status="saved"]')


def tick(page, key):
    field(page, key).focus()
    page.keyboard.press("Space")
    page.wait_for_selector(f'{BOARD} [data-mark="{key}"][data-status="saved"]')


def draft(page, key, text):
    field(page, key).focus()
    page.keyboard.type(text)
