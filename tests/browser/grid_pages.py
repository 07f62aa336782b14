"""The facilitator's grid on a page of its own, and what there is to see and do in it."""

import nbformat

import assesslib as al

NAMES = ("Amara", "Olek", "Callum", "Dilys Pugh-Llewellyn", "Farid", "Grace", "Hamish", "Imogen <b>Ash</b>", "Nadia",
         "Keiko", "Leona", "Marek Wiśniewski")  # fmt: skip
MEMBERS = [{"id": f"m{place}", "name": name, "role": "manager", "organisation": "Northvale Council"}
           for place, name in enumerate(NAMES)]  # fmt: skip
CURSOR = "document.activeElement.dataset.place"
PASTE = """text => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', {clipboardData, bubbles: true}));
}"""


def open_grid(home, notebook, name, **options):
    """A grid over a new assessment of twelve members: the assessment and the page."""
    made = al.create_assessment(home / "data" / name, framework="csit-collaborative-working",
                                partnership="Northvale Together", members=MEMBERS)  # fmt: skip
    write_notebook(home, name, options)
    return made, show(notebook, name)


def write_notebook(home, name, options):
    said = "".join(f", {key}={value!r}" for key, value in options.items())
    code = f"import assesslib as al\nfrom assesslib import widgets\na = al.open_assessment('../data/{name}')\n"
    cell = nbformat.v4.new_code_cell(f"{code}widgets.RatingGrid(a{said})")
    cell.metadata = {"jupyter": {"source_hidden": True}}
    book = nbformat.v4.new_notebook(cells=[cell])
    book.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(book, home / "notebooks" / f"{name}.ipynb")


def show(notebook, name):
    page = notebook(f"{name}.ipynb")
    page.wait_for_selector(".assess-grid td")
    return page


def stand(page, place):
    """Put the cursor in a cell, named by its row and column."""
    page.locator(f'.assess-grid td[data-place="{place}"]').focus()


def saved(page, many):
    """Wait until so many cells of the section are marked saved and none is on its way."""
    page.wait_for_function(f"document.querySelectorAll('.assess-grid td[data-status=saved]').length === {many} && "
                           "!document.querySelector('.assess-grid td[data-status=saving]')")  # fmt: skip


def levels(assessment):
    rated = assessment.ratings.query("state == 'rated'")
    return {(row.member, row.item): row.level for row in rated.itertuples()}


def paste(page, text):
    """What the browser does when a block copied from a spreadsheet is pasted."""
    page.evaluate(PASTE, text)


def message(page):
    return page.locator(".assess-grid .message").text_content()
