"""The views of the page that compares years: what they show of the constructed years, and what each tier keeps back."""

import base64
import csv
import io
import re
import shutil
from pathlib import Path

import pytest

import assesslib as al
from assesslib import widgets
from assesslib.widgets.years.overview import COLUMNS

DATA = Path(__file__).parents[2] / "data"
YEARS = ("collaboration-2024", "collaboration-2025", "collaboration-2026")
VIEWS = (
    widgets.OverviewView, widgets.ChangeFindingsView, widgets.PanelView, widgets.ChangeView, widgets.FlowView,
    widgets.ApartView, widgets.ActionsView, widgets.ThreadsYearsView, widgets.LookingBackView, widgets.ExportView,
)  # fmt: skip


@pytest.fixture
def folder(tmp_path):
    for name in YEARS:
        shutil.copytree(DATA / name, tmp_path / name)
    return tmp_path


@pytest.fixture
def choice(folder):
    return widgets.ChooseYears(folder)


@pytest.fixture
def filters(choice):
    return widgets.YearsFilters(choice)


def boxes(choice):
    return [child for child in choice.children[1].children if hasattr(child, "indent")]


def text(html):
    return " ".join(re.sub(r"<style>.*?</style>|<[^>]*>", " ", html, flags=re.DOTALL).split())


def shown(view):
    return view.children[-1].value


def pick(filters, **chosen):
    section, show, _ = filters.children[1].children
    section.value, show.value = chosen.get("section", section.value), chosen.get("show", show.value)


def column(html, heading):
    found = re.search(rf"<section><h4>\S+ {heading} \((\d+)\)</h4>(.*?)</section>", html, re.DOTALL)
    return int(found[1]), re.findall(r"<summary>(\d+):", found[2])


def test_the_latest_year_is_compared_with_the_one_before_it(choice):
    assert [box.value for box in boxes(choice)] == [True, False]
    assert [one.name for one in choice.assessments] == ["collaboration-2025", "collaboration-2026"]


def test_a_ticked_year_joins_in_the_order_of_time(choice):
    boxes(choice)[1].value = True
    assert [one.name for one in choice.assessments] == list(YEARS)


def test_without_a_tick_nothing_is_compared_and_the_page_says_what_to_do(choice, filters):
    boxes(choice)[0].value = False
    assert choice.assessments == ()
    assert filters.assessment is None
    assert "Tick at least one earlier assessment." in text(choice.children[2].value)


def test_what_cannot_be_compared_is_not_offered_and_the_reason_is_there(folder):
    al.create_assessment(folder / "other", framework="cdrp-dat-partnership", partnership="One", date="2025-01-01")
    choice = widgets.ChooseYears(folder)
    assert len(boxes(choice)) == 2
    said = text(choice.children[2].value)
    assert "Why one assessment is not offered" in said
    assert "One, 1 January 2025 (other):" in said
    assert "“other/assessment.toml” lists no members" in said


def test_another_partnership_is_offered_apart_and_unticked(folder):
    shutil.copytree(folder / "collaboration-2024", folder / "theirs")
    settings = folder / "theirs" / "assessment.toml"
    settings.write_text(settings.read_text("utf-8").replace("Northvale Active & Creative", "Southvale"), "utf-8")
    choice = widgets.ChooseYears(folder)
    assert [box.value for box in boxes(choice)] == [True, False, False]
    assert boxes(choice)[2].description.startswith("Southvale Partnership")
    notes = [text(one.value) for one in choice.children[1].children if not hasattr(one, "indent")]
    assert "this page compares no team with another" in notes[1]


def test_the_overview_names_what_improved_and_declined_and_what_cannot_be_told(filters):
    html = shown(widgets.OverviewView(filters))
    assert column(html, "Improved") == (2, ["13", "16"])
    assert column(html, "Declined") == (2, ["3", "30"])
    assert column(html, "Cannot be told") == (0, [])
    assert "Of 11 members who rated in both years: 11 higher, 0 the same, 0 lower" in html
    assert "(p .001, the smallest possible being .001; .001 allowing for all that could tell anything)" in html


def test_the_steps_between_three_years_can_be_looked_at_one_by_one(choice, filters):
    boxes(choice)[1].value = True
    view, step = widgets.OverviewView(filters), filters.children[0]
    assert [label for label, _ in step.options] == [
        "4 March 2025 with 3 March 2026", "5 March 2024 with 3 March 2026", "5 March 2024 with 4 March 2025",
    ]  # fmt: skip
    step.value = (0, 2)
    assert column(shown(view), "Improved") == (2, ["13", "16"])
    assert "Views came together, with no clear change of level (1): 11" in text(shown(view))
    assert "Views came apart, with no clear change of level (1): 28" in text(shown(view))
    step.value = (0, 1)
    assert [column(shown(view), heading) for heading, *_ in COLUMNS[:2]] == [(0, []), (0, [])]


def test_a_section_can_be_picked(filters):
    pick(filters, section="joined-up")
    html = shown(widgets.OverviewView(filters))
    assert column(html, "Improved") == (2, ["13", "16"])
    assert column(html, "Declined") == (0, [])


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.__name__)
def test_no_view_shows_a_name_where_names_are_hidden(filters, view):
    pick(filters, show="organisation")
    html = shown(view(filters))
    files = [base64.b64decode(found).decode() for found in re.findall(r"text/csv;charset=utf-8;base64,([^']*)", html)]
    seen = " ".join([re.sub(r"base64,[^']*", "", html), *files])
    written = " ".join(" ".join(one.notes.astype("str").values.ravel()) for one in filters.years)
    names = [name for name in filters.said().members["name"] if name not in written]
    assert names
    assert [name for name in names if re.search(rf"\b{name}\b", seen)] == []


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.__name__)
def test_every_view_follows_the_choice_of_years(choice, filters, view):
    boxes(choice)[0].value = False
    made = view(filters)
    assert shown(made) == ""
    boxes(choice)[0].value = True
    assert "Traceback" not in shown(made) != ""


def test_a_flow_can_be_picked_by_item(filters):
    view = widgets.FlowView(filters)
    item = view.children[0]
    assert {value for _, value in item.options[:4]} == {"3", "13", "16", "30"}
    item.value = "22"
    assert "22: 11 rated it in both years: 4 up, 3 the same, 4 down." in shown(view)


def test_the_files_hold_the_tables(filters):
    html = shown(widgets.ExportView(filters))
    names = re.findall(r"<a download='([^']*)'", html)
    assert names[0] == "collaboration-2025-collaboration-2026-change.csv"
    first = base64.b64decode(re.search(r"base64,([^']*)", html)[1]).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(first)))
    assert len(rows) == 37
    assert [row["word"] for row in rows if row["item"] in ("3", "13")] == ["declined", "improved"]


def renamed(folder, name, new):
    """Give a member of the latest year another id."""
    latest = folder / "collaboration-2026"
    settings = latest / "assessment.toml"
    settings.write_text(settings.read_text("utf-8").replace(f'id = "{name}"', f'id = "{new}"'), "utf-8")
    (latest / "ratings" / f"{name}.csv").rename(latest / "ratings" / f"{new}.csv")


def test_a_renamed_member_is_matched_by_a_person_and_never_by_itself(folder):
    renamed(folder, "farid", "farid-h")
    filters = widgets.YearsFilters(widgets.ChooseYears(folder))
    overview, matching = widgets.OverviewView(filters), widgets.Matching(filters)
    assert "Nothing is guessed" in text(matching.children[0].value)
    assert "Of 10 members who rated in both years: 10 higher" in shown(overview)
    then, now, button = matching.children[1].children
    then.value, now.value = "farid", "farid-h"
    button.click()
    assert "Of 11 members who rated in both years: 11 higher" in shown(overview)
    kept = al.open_assessment(folder / "collaboration-2026").notes.query("kind == 'match'")
    assert kept[["text", "about"]].values.tolist() == [["farid-h", "collaboration-2025 farid"]]
    matching.children[2].children[1].click()
    assert "Of 10 members who rated in both years: 10 higher" in shown(overview)


def test_a_match_that_cannot_be_saved_says_so(folder, monkeypatch):
    renamed(folder, "farid", "farid-h")
    matching = widgets.Matching(widgets.YearsFilters(widgets.ChooseYears(folder)))

    def full(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(al.assessment.record.Assessment, "add_note", full)
    matching.children[1].children[2].click()
    assert "NOT SAVED: the disk is full. Press the button again." in text(matching.children[0].value)


def test_a_faulty_folder_is_told_in_words(folder, choice, filters):
    view = widgets.OverviewView(filters)
    shutil.rmtree(folder / "collaboration-2025")
    filters.look_again()
    assert "The folder cannot be read: No such file or directory." in text(shown(view))


def rated_on(folder, name, framework, day, members="abcdefg"):
    """A year in which every member gives every item the second level."""
    team = [{"id": one, "name": one.upper(), "organisation": "One", "role": "manager"} for one in members]
    made = al.create_assessment(folder / name, framework=framework, partnership="One", date=day, members=team)
    for one in members:
        made.rate_many(one, [{"item": item.id, "level": made.framework.codes[1]} for item in made.framework.items])
    return made


@pytest.fixture
def versions(tmp_path):
    """A year on version 3.7 and one on the constructed version 3.8, which asks for one section alone."""
    examples = Path(al.framework.__file__).parents[2] / "frameworks" / "crosswalks" / "example"
    rated_on(tmp_path, "old", "csit-collaborative-working", "2025-03-01")
    rated_on(tmp_path, "new", str(examples / "csit-collaborative-working-3.8.toml"), "2026-03-01")
    return widgets.YearsFilters(widgets.ChooseYears(tmp_path))


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.__name__)
def test_every_view_stands_where_the_framework_has_a_new_version(versions, view):
    html = shown(view(versions))
    assert "cannot be shown" not in html != ""


def test_the_overview_tells_what_is_no_longer_asked(versions):
    said = text(shown(widgets.OverviewView(versions)))
    assert "No longer asked (32)" in said
    assert "Split into several" in said


def test_a_year_of_wholly_other_people_says_so_and_names_nobody(tmp_path):
    rated_on(tmp_path, "old", "csit-collaborative-working", "2025-03-01", "abcd")
    later = rated_on(tmp_path, "new", "csit-collaborative-working", "2026-03-01", "wxyz")
    for one in "wxyz":
        later.rate(one, "5", "d")
    filters = widgets.YearsFilters(widgets.ChooseYears(tmp_path))
    html = shown(widgets.OverviewView(filters))
    assert column(html, "Improved") == (1, ["5"])
    assert "told of different people" in html
    assert text(shown(widgets.FlowView(filters))) == "Nobody rated this in both years."


def test_one_member_alone_is_shown_nothing_of_without_names(tmp_path):
    for name, day in (("old", "2025-03-01"), ("new", "2026-03-01")):
        rated_on(tmp_path, name, "csit-collaborative-working", day, "a")
    filters = widgets.YearsFilters(widgets.ChooseYears(tmp_path))
    pick(filters, show="pooled")
    assert text(shown(widgets.ChangeView(filters))) == "Too few rated anything here for it to be shown without names."
    assert "Not shown without names" in text(shown(widgets.FlowView(filters)))
