"""What runs through the years: threads that held or healed, actions beside movement, and last year seen from today."""

import pandas as pd

from assesslib import charts, tables
from assesslib.charts import alt_text_change as alt
from assesslib.tables.change.traced import near
from assesslib.widgets import page
from assesslib.widgets.views.view import View

NO_ACTIONS = "No actions or goals were written down in the earlier assessment."
PLANNED = {"text": "Goal or action", "owner": "Who", "due": "By when", "status": "Status", "done_on": "Done on"}
BESIDE = {"word": "Which moved", "course": "Beside each other", "fate": "What became of it"}
HEADINGS = {
    "then_lower": "Last year looks lower now", "then_same": "the same", "then_higher": "higher",
    "then_word": "The yardstick", "felt_up": "Today is higher than that", "felt_same": "the same ",
    "felt_down": "lower", "felt_word": "What they feel",
}  # fmt: skip
NO_LOOKING_BACK = (
    "Nobody was asked where the team stood last year, seen from today. Setting up an assessment offers it: standards "
    "rise as teams learn, and then the same work is rated lower than before."
)

TOO_FEW_LOOKED_BACK = "Too few members of both years looked back for anything to be shown here."


class ThreadsYearsView(View):
    """Golden threads and fault lines, year by year."""

    @property
    def table(self) -> pd.DataFrame:
        return tables.threads_over(self.filters.years)

    def show(self) -> str:
        found = self.table
        return page.picture(charts.threads_by_year(found), alt.threads_by_year_text(found))


class ActionsView(View):
    """Last year's goals and actions beside what moved since."""

    @property
    def table(self) -> pd.DataFrame:
        return tables.traced(*self.filters.pair, self.filters.change())

    def show(self) -> str:
        found = near(self.table)
        if not (found["id"] != "").any():
            return page.paragraph(NO_ACTIONS, "notice")
        days = [one.date for one in self.filters.pair]
        items = {item.id: item.text for item in self.assessment.framework.items}
        chart = charts.actions_beside(found, between=days, items=items, anonymity=self.filters.anonymity)
        return page.picture(chart, alt.actions_beside_text(found)) + self._rows(self.table)

    def _rows(self, found: pd.DataFrame) -> str:
        term = self.assessment.framework.item_term.capitalize()
        caption = "What comes after is not therefore caused by it"
        table = page.table(found, PLANNED | {"item": term} | BESIDE, caption, wide=("text",))
        return page.unfolding("The rows behind this picture", table)


class LookingBackView(View):
    """Where members put last year when they look back from today, beside what they said then."""

    @property
    def table(self) -> pd.DataFrame:
        return self.of_section(tables.looking_back(*self.filters.pair, anonymity=self.filters.anonymity))

    def show(self) -> str:
        found = self.table
        if found.empty:
            asked = (self.assessment.ratings["round"] == 0).any()
            return page.paragraph(TOO_FEW_LOOKED_BACK if asked else NO_LOOKING_BACK, "notice")
        ways = {"item": self.assessment.framework.item_term.capitalize(), "text": "Wording"} | HEADINGS
        shown = found.assign(then_word=_by_n(found, "then"), felt_word=_by_n(found, "felt"))
        caption = "Last year, seen from today: how many members put it where"
        return page.table(shown, ways, caption, wide=("text",))


def _by_n(found: pd.DataFrame, part: str) -> list[str]:
    return [f"{word} (n {n})" for word, n in zip(found[f"{part}_word"], found[f"{part}_n"], strict=True)]
