"""Actions beside what their items did, read back from what was drawn."""

import pandas as pd
import pytest
from change_frames import LONG, traced_of
from matplotlib.figure import Figure
from matplotlib.text import Text
from text_boxes import off_the_page, on_each_other

from assesslib.charts import actions_beside
from assesslib.charts.actions_beside import PAD, WIDE
from assesslib.charts.alt_text_change import actions_beside_text
from assesslib.faults import FaultsError

BETWEEN = ("2025-03-01", "2026-03-01")
DONE = ("a1", "action", "One calendar.", "Ann", "2025-09-30", "done", "2025-03-01", "2025-09-16", "")
DROPPED = ("a2", "goal", "One guide.", "", "when there is money", "dropped", "2025-03-01", "", "2025-11-18")
NONE = ("",) * 9
SMALL = traced_of(
    (*DONE, "5", "no clear change", "done, no movement", "closed"),
    (*DONE, "13", "improved", "done before the movement", "closed"),
    (*DROPPED, "", "", "dropped, touches nothing that was rated", "carried forward"),
    (*NONE, "30", "declined", "moved without any action", ""),
    (*NONE, "28", "views split", "moved without any action", ""),
)
FULL = pd.concat([SMALL.assign(id=SMALL["id"] + f"-{n}", text=LONG) for n in range(9)])


def days(ax, label):
    """Where the marks of one kind stand, from the top down, as shares of the time between the assessments."""
    found = sorted((line for line in ax.get_lines() if line.get_label() == label), key=lambda one: one.get_ydata()[0])
    return [round((line.get_xdata()[0] - PAD) / (WIDE - 2 * PAD), 3) for line in found]


def words(ax, left=True):
    inside = [text for text in ax.texts if (text.get_position()[0] < 0) == left and text.get_position()[1] > 0]
    return [text.get_text().replace("\N{NO-BREAK SPACE}", " ") for text in inside]


def test_every_day_has_its_mark_on_the_time_line():
    ax = actions_beside(SMALL, between=BETWEEN)
    assert days(ax, "written") == [0.0, 0.0]
    assert days(ax, "due") == [round(213 / 365, 3)]
    assert days(ax, "done") == [round(199 / 365, 3)]
    assert days(ax, "dropped") == [round(262 / 365, 3)]
    assert days(ax, "assessed") == [0.0, 1.0]
    shapes = {line.get_label(): line.get_marker() for line in ax.get_lines()}
    assert [shapes[name] for name in ("written", "due", "done", "dropped")] == ["o", "|", "s", "X"]


def test_an_action_says_whose_it_is_and_a_due_time_that_is_no_day():
    assert words(actions_beside(SMALL))[:4] == [
        "One calendar.", "Action of Ann, done.", "One guide.",
        "Goal, due when there is money, dropped.\nCarried forward.",
    ]  # fmt: skip


def test_what_moved_stands_first_and_heavy_beside_its_action():
    ax = actions_beside(SMALL)
    assert words(ax, left=False) == ["Done before the movement:\n13 ▲ improved", "Done, no movement: 5",
                                     "Dropped, touches nothing that was rated"]  # fmt: skip
    heavy = [text.get_fontweight() for text in ax.texts if text.get_position()[0] > WIDE]
    assert heavy == ["bold", "normal", "normal"]


def test_what_moved_without_an_action_stands_at_the_end():
    assert words(actions_beside(SMALL, items={"30": "Commitment lasts"}))[-3:] == [
        "Moved without any action", "30 ▼ declined: Commitment lasts", "28 views split",
    ]  # fmt: skip
    assert words(actions_beside(SMALL.tail(2))) == ["Moved without any action", "30 ▼ declined", "28 views split"]
    assert "Moved without any action" not in words(actions_beside(SMALL.head(3)))


def test_the_key_explains_what_occurs_and_claims_no_cause():
    def key(table, **more):
        return [text.get_text() for text in actions_beside(table, **more).get_legend().get_texts()]

    last = "That one came before the other does not say that it is why."
    assert key(SMALL, between=BETWEEN) == ["written", "due", "done", "dropped", "an assessment", last]
    assert key(SMALL.head(2)) == ["written", "due", "done", last]


@pytest.mark.parametrize(
    ("table", "between"),
    [(SMALL, BETWEEN), (FULL, BETWEEN), (SMALL, ("2025-03-01", "2025-03-20")), (SMALL, ("2018-01-01", "2026-03-01")),
     (SMALL.assign(text="$x$ " + "N" * 300, owner="王" * 90, due="", written="", done_on="", dropped_on=""), ()),
     (pd.concat([SMALL.head(1).assign(item=f"{n}.{n}") for n in range(40)]), BETWEEN)],
    ids=["small", "many", "close", "eight years", "no days", "forty items"],
)  # fmt: skip
@pytest.mark.filterwarnings("ignore:Glyph")
def test_no_text_leaves_the_page_or_stands_on_another(table, between):
    ax = actions_beside(table, between=between, items={"30": LONG})
    assert off_the_page(ax) == []
    assert on_each_other(ax) == []
    assert not any(text.get_parse_math() for text in ax.findobj(Text))
    assert min(text.get_fontsize() for text in ax.findobj(Text) if text.get_text()) >= 11


def test_it_draws_where_it_is_told_to_and_refuses_an_unknown_tier():
    ax = Figure().subplots()
    assert actions_beside(SMALL, ax=ax) is ax
    with pytest.raises(FaultsError) as caught:
        actions_beside(SMALL, anonymity="secret")
    assert str(caught.value) == (
        "“secret” is no tier of anonymity. Allowed: named, role, organisation, pooled; nearest: organisation. "
        "Choose one of these."
    )


def test_no_action_and_no_movement_is_said_in_words():
    sentence = "No action or goal was written, and no item moved."
    assert [" ".join(text.get_text().split()) for text in actions_beside(SMALL.head(0)).texts] == [sentence]
    assert actions_beside_text(SMALL.head(0)) == sentence


def test_the_chart_in_sentences():
    assert actions_beside_text(SMALL) == (
        "“One calendar”: written 1 March 2025, due 30 September 2025, done 16 September 2025. Action of Ann, done. "
        "Done before the movement: 13 (improved). Done, no movement: 5. “One guide”: written 1 March 2025, dropped "
        "18 November 2025. Goal, due when there is money, dropped. Carried forward. Dropped, touches nothing that was "
        "rated. Moved without any action: 30 (declined) and 28 (views split)."
    )
