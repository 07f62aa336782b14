"""Say who you are, then rate."""

import ipywidgets as w

from assesslib.assessment.settings import Member
from assesslib.widgets import page
from assesslib.widgets.choose import ChooseAssessment
from assesslib.widgets.controls import button
from assesslib.widgets.rating_form import RatingForm, is_begun

NOBODY = "Choose your name to begin. You see only your own ratings; the others see them when the section is closed."


class Rate(w.VBox):
    """The members of the chosen assessment, and the form of the one who is chosen.

    A form that somebody has begun is shown only after whoever sits there said that it is theirs; it is taken away
    when they finish and when another name is chosen.

    Attributes
    ----------
    form : RatingForm or None
        The form that is shown.
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
        self._team = {one.id: one for one in (chosen.settings.members if chosen else ())}
        names = [(", ".join(filter(None, (_name(one), one.organisation))), id) for id, one in self._team.items()]
        self._who = w.Dropdown(description="You are", options=[("choose your name", ""), *names],
                               layout=w.Layout(width="520px"))  # fmt: skip
        self._who.observe(self._choose, "value")
        self._choose()

    def _choose(self, _=None) -> None:
        self._put_away()
        member = self._team.get(self._who.value)
        if member is None:
            self._show(w.HTML(page.page(page.paragraph(NOBODY, "notice"))))
        elif is_begun(self._choice.assessment, member.id):
            self._show(*self._question(_name(member)))
        else:
            self._open()

    def _question(self, name: str) -> list[w.Widget]:
        text = f"This form was begun already: it is {name}’s own. Are you {name}?"
        yes = button(f"Yes, I am {name}", lambda _: self._open(), layout=w.Layout(width="auto"))
        no = button("No, go back", self._leave, layout=w.Layout(width="auto"))
        return [w.HTML(page.page(page.paragraph(text, "notice"))), w.HBox([yes, no])]

    def _open(self) -> None:
        self.form = RatingForm(self._choice.assessment, self._who.value)
        self.form.observe(self._leave, "finished")
        self._show(self.form)

    def _leave(self, _=None) -> None:
        self._who.value = ""

    def _put_away(self) -> None:
        """What still waits to be written is written all the same, once it can be."""
        if self.form:
            self.form.close()
        self.form = None

    def _show(self, *below: w.Widget) -> None:
        self.children = [self._who, *below]


def _name(member: Member) -> str:
    return member.name or member.id
