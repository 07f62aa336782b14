"""The views of the analysis pages: what they show of the constructed year, and what each tier keeps back."""

import re
import shutil
from pathlib import Path

import pytest

import assesslib as al
from assesslib import widgets
from assesslib.widgets import ChooseAssessment, Filters, Tags

DATA = Path(__file__).parents[2] / "data"
VIEWS = (
    widgets.FindingsView, widgets.AgendaView, widgets.SectionsView, widgets.SectionView, widgets.DisparityView,
    widgets.DividesView, widgets.ConsensusView, widgets.AuditView, widgets.ThreadsView, widgets.CausesView,
)  # fmt: skip


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(DATA / "collaboration-2026", tmp_path / "collaboration-2026")
    return tmp_path


@pytest.fixture
def filters(folder):
    return Filters(ChooseAssessment(folder))


def shown(view):
    return view.children[-1].value


def text(view):
    return re.sub(r"<[^>]*>", " ", shown(view))


def pick(filters, **chosen):
    section, show, _ = filters.children[0].children
    section.value, show.value = chosen.get("section", section.value), chosen.get("show", show.value)


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.__name__)
@pytest.mark.parametrize("tier", ["organisation", "role", "pooled"])
def test_no_view_shows_a_name_where_names_are_hidden(filters, view, tier):
    pick(filters, show=tier)
    html = re.sub(r"base64,[^']*", "", shown(view(filters)))
    written = " ".join([*filters.said().ratings["comment"], *filters.said().notes.astype("str").values.ravel(),
                        *filters.said().consensus["note"], *filters.said().consensus["dissent"]])  # fmt: skip
    names = [name for name in filters.said().members["name"] if name not in written]
    assert names
    assert [name for name in names if re.search(rf"\b{name}\b", html)] == []
    assert "Traceback" not in html


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.__name__)
def test_every_view_says_something_where_nothing_is_recorded(tmp_path, view):
    al.create_assessment(tmp_path / "one", framework="csit-collaborative-working", partnership="One")
    html = shown(view(Filters(ChooseAssessment(tmp_path))))
    assert len(re.sub(r"<style>.*?</style>|<[^>]*>", "", html, flags=re.S).strip()) > 20


def test_a_finding_opens_to_its_rows(filters):
    html = shown(widgets.FindingsView(filters, ["difference"]))
    assert html.count("<details>") == 7
    first = html.split("<details>")[1]
    assert first.startswith("<summary>Key feature 28: two camps. 6 of 12 say b, 6 say d or higher.")
    assert "<caption>What members said alone</caption>" in first
    assert first.count("<tr>") > 12


def test_findings_of_one_section_alone(filters):
    pick(filters, section="delivery")
    assert set(widgets.FindingsView(filters, ["difference", "consensus"]).table["section"]) == {"delivery"}


def test_the_section_that_was_chosen_is_the_one_that_is_drawn(filters):
    view = widgets.SectionView(filters)
    pick(filters, section="review")
    assert set(view.table["item"]) == {"34", "35", "36", "37"}
    assert view.children[0].layout.display == "none"
    pick(filters, show="organisation")
    assert "Northvale Council" in set(view.table["label"])


def test_who_sees_it_differently(filters):
    view = widgets.DividesView(filters)
    assert "Northvale Health Trust rates key features 25, 26 and 27 lower" in text(view)
    few = "Not shown, because fewer than three of a group rated: Northvale College and Northvale Community Network."
    assert few in text(view)
    assert "comparisons of two organisations on one key feature, 255 are not shown" in text(view)
    assert shown(view).count("<img ") == 1
    pick(filters, show="pooled")
    assert "Groups are not shown where everybody is counted together." in text(view)


def test_who_sees_it_differently_in_one_section(filters):
    view = widgets.DividesView(filters)
    pick(filters, section="preparing")
    assert set(view.table["section"]) == {"preparing"}
    assert "On no key feature of this section do two organisations stand wide apart." in text(view)
    assert "rates key features 25, 26 and 27 lower" not in text(view)
    pick(filters, section="delivery")
    assert "Northvale Health Trust rates key features 25, 26 and 27 lower" in text(view)
    assert "How often as much comes about by chance is reckoned over all sections together." in text(view)


def test_an_order_of_talk_adds_up_to_the_minutes_at_hand(filters):
    view = widgets.AgendaView(filters)
    minutes, widest = view.children[0].children
    assert view.table["item"].tolist() == ["28", "24", "2", "35", "6", "8", "36", "4", "5", "25", "21"]
    assert view.table["minutes"].sum() == 60
    minutes.value, widest.value = 30, 1
    assert view.table["item"].tolist() == ["28", "5", "25", "21"]
    assert view.table["minutes"].sum() == 30
    assert view.table["reasons"].tolist() == [
        "Two camps: 6 at b, 2 at d, 4 at e; left without a consensus.",
        "Scattered: 6 at c, 5 at d, 1 at e; agreed at e, away from both medians.",
        "Scattered: 3 at b, 7 at c, 2 at d; left without a consensus.",
        "Adjacent: 3 at a, 8 at b, 1 not applicable; agreed at c, outside every rating.",
    ]
    assert "<caption>4 key features for 30 minutes, in this order</caption>" in shown(view)
    assert "Amara, who rated it low; Farid, who rated it high" in shown(view)


def test_an_order_of_talk_for_one_section_names_nobody_where_names_are_hidden(filters):
    view = widgets.AgendaView(filters)
    pick(filters, section="delivery", show="organisation")
    assert set(view.table["section"]) == {"delivery"}
    assert "ask who would like to begin." in text(view)
    assert "who rated it" not in text(view)


def test_areas_and_causes_of_one_section(filters):
    view, said = widgets.CausesView(filters), widgets.FindingsView(filters, ["cause"])
    assert len(view.table) == 4
    pick(filters, section="preparing")
    assert view.table[["id", "count", "of"]].values.tolist() == [["cause-01", 3, 3]]
    assert "None of these causes was said to stand behind another." in text(view)
    assert "We do not know which partners will be cut next." not in text(view)
    assert list(said.table["notes"]) == [("cause-01", "area-01", "area-02", "area-03")]
    pick(filters, section="maintaining")
    assert "We do not know which partners will be cut next." in text(view)


def test_threads_say_that_they_run_across_sections(filters):
    view = widgets.ThreadsView(filters)
    pick(filters, section="preparing")
    assert "A thread runs across sections, so all of them stand here, whichever section is chosen." in text(view)
    assert view.table["found"].sum() == 2


def test_agreements_away_from_what_was_said_stand_first(filters):
    (alt,) = re.findall("alt='(What was agreed on [^']*)'", shown(widgets.ConsensusView(filters)))
    said = [sentence.split(";")[0] for sentence in alt.split(". ")[1:3]]
    lone = "5: e was agreed, away from both medians, the level that only Amara gave"
    assert said == [lone, "21: c was agreed, outside every rating"]


def test_threads_by_what_was_said_alone(filters):
    view = widgets.ThreadsView(filters)
    assert view.table.query("found")["theme"].tolist() == ["relationships", "performance"]
    view.children[0].value = "medians"
    assert view.table.query("found")["items"].tolist() == [("12", "20", "29", "33"), ("9", "17", "34", "36")]


def test_causes_and_areas_without_one(filters):
    html = shown(widgets.CausesView(filters))
    assert html.count("<img ") == 2
    assert "<caption>Areas for improvement without a cause</caption>" in html
    assert "We do not know which partners will be cut next." in html


def tags(filters):
    view = Tags(filters)
    (name, items, add), told, (_, out) = view.children[0].children, view.children[1], view.children[2].children
    return view, name, items, add, told, out


def test_a_tag_is_kept_looked_at_and_taken_out(filters, folder):
    view, name, items, add, told, out = tags(filters)
    threads = widgets.ThreadsView(filters)
    name.value, items.value = "Rooms <b>", "14, 21 22;14"
    add.click()
    assert view.table[["text", "about"]].values.tolist() == [["Rooms <b>", "14 21 22"]]
    assert (name.value, items.value) == ("", "")
    assert "Rooms &lt;b&gt;" in told.value
    assert "Rooms <b>" in set(threads.table["title"])
    assert not al.open_assessment(folder / "collaboration-2026").faults
    out.click()
    assert view.table.empty
    assert "No tag of your own yet." in told.value


@pytest.mark.parametrize(
    ("name", "items", "said"),
    [
        ("", "1", "The tag has no name. Write one, such as “money”."),
        ("money", "", "The tag has no items. Give numbers of key features, with commas between."),
        ("money", "1, 99", "“99” is none of this framework’s key features. Give numbers of key features, with commas "
                           "between."),
    ],
)  # fmt: skip
def test_a_tag_that_cannot_be_kept_is_said_and_stays_in_its_fields(filters, name, items, said):
    view, name_field, items_field, add, told, _ = tags(filters)
    name_field.value, items_field.value = name, items
    add.click()
    assert said in told.value
    assert (name_field.value, items_field.value) == (name, items)
    assert view.table.empty
