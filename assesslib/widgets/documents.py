"""Make a document of an assessment: choose which, look at it, take it along as a file."""

import base64
from collections.abc import Callable
from html import escape

import ipywidgets as w

from assesslib import documents
from assesslib.assessment import Assessment, open_assessment
from assesslib.documents import Document
from assesslib.faults import Fault, FaultsError
from assesslib.widgets import page
from assesslib.widgets.choose import ChooseAssessment
from assesslib.widgets.controls import button, show_if, wide_list
from assesslib.widgets.tiers import tier_list, tier_words

NAMES = {
    "the report": "report",
    "the completed form": "form",
    "the improvement plan": "plan",
    "the comparison with the year before": "comparison",
    "a blank questionnaire": "questionnaire",
}
HIDES = ("report", "comparison")
"""The documents in which it is chosen how much of who said what is shown."""
FORMATS = {"PDF, to read and print": "pdf", "Word, to edit": "docx", "web page, one file": "html", "Excel": "xlsx"}
TYPES = {
    "pdf": "application/pdf",
    "html": "text/html",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
NO_YEAR_BEFORE = "There is no earlier assessment of this partnership here to compare it with"
WORKING = "Making it. A report with its pictures takes some seconds …"


class Documents(w.VBox):
    """A row of choices, a picture of the document as it will be, and a link that saves it as a file.

    Parameters
    ----------
    choice : ChooseAssessment
    """

    def __init__(self, choice: ChooseAssessment):
        self._choice = choice
        self._which = wide_list("Document", NAMES, "report")
        self._tier = tier_list("pooled")
        self._format = wide_list("File", FORMATS, "pdf")
        self._words, self._link, self._preview = w.HTML(), w.HTML(), w.HTML()
        look = button("Look at it", self._look, icon="eye")
        make = button("Make the file", self._make, icon="file")
        super().__init__([w.HBox([self._which, self._tier]), self._words, w.HBox([self._format, make, look]),
                          self._link, self._preview])  # fmt: skip
        for control in (self._which, self._tier, self._format):
            control.observe(self._settle, "value")
        choice.observe(self._settle, "assessment")
        self._settle()

    def before(self) -> Assessment:
        """The same partnership's assessment before the chosen one.

        Raises
        ------
        FaultsError
            There is none.
        """
        found = self._choice.before()
        if not found:
            raise FaultsError([Fault(NO_YEAR_BEFORE, do="Choose another document.")])
        return open_assessment(found["path"])

    def document(self) -> Document:
        """The document as it is chosen, read from the folder now."""
        chosen, tier = self._choice.assessment, self._tier.value
        makers = {
            "report": lambda: documents.report(chosen, tier),
            "form": lambda: documents.completed_form(chosen),
            "plan": lambda: documents.plan(chosen),
            "comparison": lambda: documents.comparison([self.before(), chosen], tier),
            "questionnaire": lambda: documents.blank_questionnaire(chosen),
        }
        return makers[self._which.value]()

    def data(self, kind: str) -> bytes:
        """The document as a file; plans and questionnaires for Excel are those that can be read back."""
        chosen, which = self._choice.assessment, self._which.value
        if (which, kind) == ("plan", "xlsx"):
            return documents.plan_workbook(chosen)
        if (which, kind) == ("questionnaire", "xlsx"):
            return documents.member_workbook(chosen)
        return documents.as_bytes(self.document(), kind)

    def _settle(self, _=None) -> None:
        hides = self._which.value in HIDES
        show_if(hides, self._tier)
        self._words.value = tier_words(self._tier.value) if hides else ""
        self._link.value = self._preview.value = ""

    def _look(self, _) -> None:
        self._shown(self._preview, lambda: _framed(documents.as_html(self.document())))

    def _make(self, _) -> None:
        self._shown(self._link, lambda: self._linked(self._format.value))

    def _linked(self, kind: str) -> str:
        name = f"{self._choice.assessment.name}-{self._which.value}.{kind}"
        data = base64.b64encode(self.data(kind)).decode("ascii")
        return f"<p><a download='{escape(name)}' href='data:{TYPES[kind]};base64,{data}'>Save {escape(name)}</a></p>"

    def _shown(self, where: w.HTML, make: Callable[[], str]) -> None:
        """Show what was made, or in words why it cannot be."""
        if self._choice.assessment:
            where.value = page.page(page.paragraph(WORKING, "notice"))
            where.value = page.safely(make)


def _framed(html: bytes) -> str:
    """A page in a frame of its own, in which nothing can run."""
    inside = escape(html.decode("utf-8"), quote=True)
    return f"<iframe class='document' sandbox='' title='The document as it will be' srcdoc='{inside}'></iframe>"
