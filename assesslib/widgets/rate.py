"""Say who you are, then rate."""

import ipywidgets as w

from assesslib.widgets import page
from assesslib.widgets.choose import ChooseAssessment
from assesslib.widgets.rating_form import RatingForm

NOBODY = "Choose your name to begin. You see only your own ratings; the others see them when the section is closed."


class Rate(w.VBox):
    """The members of the chosen assessment, and the form of the one who is chosen.

    Attributes
    ----------
    form : RatingForm or None
    """

    form: RatingForm | None = None

    def __init__(self, choice: ChooseAssessment):
        self._choice = choice
        super().__init__()
        choice.observe(self._list, "assessment")
        self._list()

    def __repr__(self) -> str:
        return type(self).__name__

    def _list(self, _=None) -> None:
        chosen = self._choice.assessment
        team = chosen.settings.members if chosen else ()
        names = [(", ".join(filter(None, (one.name or one.id, one.organisation))), one.id) for one in team]
        self._who = w.Dropdown(description="You are", options=[("choose your name", ""), *names],
                               layout=w.Layout(width="520px"))  # fmt: skip
        self._who.observe(self._open, "value")
        self._open()

    def _open(self, _=None) -> None:
        self.form = RatingForm(self._choice.assessment, self._who.value) if self._who.value else None
        hint = w.HTML(page.page(page.paragraph(NOBODY, "notice")))
        self.children = [self._who, self.form or hint]
