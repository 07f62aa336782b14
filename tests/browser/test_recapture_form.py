"""The filled form that is printed with its framework, captured through the screens and signed."""

from notebook_pages import IDLE, choose, run_notebook, until
from review_pages import BOARD, draft, field, turn, write
from workshop import Facilitator, set_up_anew

import assesslib as al

NAME = "captured-form"
NOTES = ["kind", "item", "text", "owner", "due", "measure", "status"]
CONSENSUS = ["section", "item", "facet", "state", "level", "note", "dissent"]


def plain(frame, columns):
    return frame[columns].astype("str").values.tolist()


def test_the_filled_form_through_the_screens_reads_back_equal_and_is_signed(lab, new_page, home):
    printed = al.open_assessment(home / "data" / "cdrp-worked-example")
    page = run_notebook(lab, new_page(), "01_set_up.ipynb")
    folder = set_up_anew(page, home, "cdrp-dat-partnership", "Form once more", NAME, "Ada Chair")
    made = al.open_assessment(folder)
    facilitator = Facilitator(run_notebook(lab, new_page(), "03_facilitate.ipynb"), made)
    for section in made.framework.sections:
        facilitator.open(section.id)
        facilitator.close(section.id)
        settle(facilitator, printed.consensus[printed.consensus["section"] == section.id])
        items = {item.id for item in section.items}
        facilitator.write(
            printed.notes.loc[printed.notes["item"].isin(items), ["kind", "item", "text"]].values.tolist()
        )
    assert plain(made.consensus, CONSENSUS) == plain(printed.consensus, CONSENSUS)
    assert sorted(plain(made.notes, NOTES)) == sorted(plain(printed.notes, NOTES))
    sign(run_notebook(lab, new_page(), "06_review.ipynb"), made)
    assert not al.open_assessment(folder).faults


def settle(facilitator, rows):
    """Agree on what is printed; what is left blank is left alone."""
    split = rows[rows["facet"] != ""]
    facilitator.settle(rows[rows["state"] == "rated"].to_dict("records"))
    for item, sides in split.groupby("item", sort=False):
        facilitator.split(item, sides["level"].tolist())


def sign(page, made):
    """The record of the process, then the chair's signature; both are in the folder afterwards."""
    choose(page, 0, f"({made.name})")
    page.wait_for_selector(f"{BOARD} nav button:has-text('Sign')")
    turn(page, "Process")
    write(page, "process:group-work", "Two half days in the town hall.")
    page.wait_for_function(IDLE)
    page.wait_for_timeout(2000)  # until the page shows the fingerprint of the record with what was just written
    turn(page, "Sign")
    draft(page, "sign:chair:name", "Ada Chair")
    draft(page, "sign:chair:organisation", "The Council")
    field(page, "sign:chair:read").check()
    field(page, "sign:chair:do").press("Enter")
    page.wait_for_selector(f"{BOARD} [data-role='chair']:has-text('The record is still as it was signed.')")
    until(page, lambda: set(made.notes["kind"]) >= {"process", "signature"})
    kept = made.notes.set_index("kind").loc[["process", "signature"], ["text", "owner", "about"]].values.tolist()
    assert kept == [["Two half days in the town hall.", "", "group-work"], ["Ada Chair", "The Council", "chair"]]
