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
    widgets.FindingsView, widgets.SectionsView, widgets.SectionView, widgets.DisparityView, widgets.DividesView,
    widgets.ConsensusView, widgets.AuditView, widgets.ThreadsView, widgets.CausesView,
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
    assert "Not shown, being too few: Northvale College, Northvale Community Network." in text(view)
    assert shown(view).count("<img ") == 1
    pick(filters, show="pooled")
    assert "Groups are not shown where everybody is counted together." in text(view)


def test_agreements_away_from_what_was_said_stand_first(filters):
    html = shown(widgets.ConsensusView(filters))
    assert "alt='5: away from both medians, 6 at c, 5 at d, 1 at e. 21: outside every rating" in html


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
