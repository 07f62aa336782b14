"""The end of the day: closing questions, causes, actions, the record of the process, and who signs."""

from collections.abc import Mapping
from typing import Any

import ipywidgets as w

from assesslib.assessment import Assessment
from assesslib.widgets.board import ELEMENTS, HERE
from assesslib.widgets.capture import Capture
from assesslib.widgets.choose import ChooseAssessment
from assesslib.widgets.review_entries import write
from assesslib.widgets.review_state import shown

PARTS = ("review_fields", "review_written", "review_answers", "review_plans", "review_signing", "review")


class ReviewBoard(Capture):
    """The review of one assessment."""

    _esm = ELEMENTS + "".join((HERE / f"{part}.js").read_text(encoding="utf-8") for part in PARTS)
    _css = HERE / "review.css"

    def __init__(self, assessment: Assessment):
        super().__init__(assessment)

    def act(self, entry: Mapping[str, Any]) -> None:
        write(self.assessment, entry)

    def shown(self) -> dict[str, Any]:
        return shown(self.assessment)


class Review(w.VBox):
    """The review of the chosen assessment; it follows the choice.

    Attributes
    ----------
    board : ReviewBoard or None
    """

    board: ReviewBoard | None = None

    def __init__(self, choice: ChooseAssessment):
        self._choice = choice
        super().__init__()
        choice.observe(self._open, "assessment")
        self._open()

    def __repr__(self) -> str:
        return type(self).__name__

    def _open(self, _=None) -> None:
        if self.board:
            # What could not be written yet is kept and tried again all the same; only the page goes.
            self.board.close()
        self.board = ReviewBoard(self._choice.assessment) if self._choice.assessment else None
        self.children = [self.board] if self.board else []
