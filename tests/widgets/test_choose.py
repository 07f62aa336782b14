"""Choosing an assessment: the latest first, each named so that a person knows it, none able to break the page."""

import pytest

import assesslib as al
from assesslib.widgets import ChooseAssessment, Contents

FRAMEWORK = "cdrp-dat-partnership"


@pytest.fixture
def data(tmp_path):
    for name, date in (("b-2025", "2025-03-04"), ("a-2026", "2026-03-03"), ("undated", "")):
        al.create_assessment(tmp_path / name, framework=FRAMEWORK, partnership=f"Team {name[0]}", date=date,
                             members=[{"id": "ann"}, {"id": "bob"}])  # fmt: skip
    return tmp_path


def about(choice):
    return choice.children[1].value


def test_the_latest_comes_first_and_is_open(data):
    choice = ChooseAssessment(data)
    assert [label for label, _ in choice.children[0].options] == [
        "Team a, 3 March 2026 (a-2026)",
        "Team b, 4 March 2025 (b-2025)",
        "Team u, no date given (undated)",
    ]
    assert choice.assessment.name == "a-2026"
    assert list(choice.table.columns) == ["label", "date", "partnership", "path"]


def test_choosing_another_opens_it_and_tells_the_views(data):
    choice, told = ChooseAssessment(data), []
    choice.observe(lambda change: told.append(change["new"]), "assessment")
    choice.children[0].index = 1
    assert [one and one.name for one in told] == ["b-2025"]


def test_it_says_what_the_assessment_is(data):
    al.open_assessment(data / "a-2026").rate("ann", "1.1", "W")
    assert (
        "<p class=''>CDRP / DAT partnership self-assessment: 20 standards. 1 of 2 members rated; 3 March 2026.</p>"
        in about(ChooseAssessment(data))
    )


def test_one_that_cannot_be_opened_is_listed_and_says_why(data):
    (data / "a-2026" / "assessment.toml").write_text("framework = 5\n")
    choice = ChooseAssessment(data)
    assert ("a-2026 (cannot be opened)", str(data / "a-2026")) in choice.children[0].options
    choice.children[0].value = str(data / "a-2026")
    assert choice.assessment is None
    assert "This cannot be shown yet:" in about(choice)


def test_what_could_not_be_used_is_listed(data):
    al.open_assessment(data / "a-2026").rate("ann", "1.1", "W")
    with (data / "a-2026" / "ratings" / "ann.csv").open("a") as file:
        file.write("2026-03-03T09:15:00Z,1.2,,1,rated,X,,\n")
    al.open_assessment(data / "a-2026").agree("1.1", "W")
    with (data / "a-2026" / "consensus.csv").open("a") as file:
        file.write("2026-03-03T09:15:00Z,1.2,,agreed,X,,,\n")
    said = about(ChooseAssessment(data))
    assert (
        "<li>consensus.csv, row 3, column level: “X” is not a level of this scale. "
        "Allowed: G, W, S, D; nearest: W. Correct the cell.</li>" in said
    )
    assert (
        "<li>ratings/ann.csv, row 3: This row cannot be used. "
        "Its words stay unseen here; “assess check” tells more.</li>" in said
    )


@pytest.mark.parametrize(
    "row",
    ["2026-03-03T09:15:00Z,1.2,,1,rated,G,my private com", "2026-03-03T09:15:00Z,1.2,,1,rated,Gx,my private remark,\n",
     "soon,1.2,,1,rated,G,my private remark,\n", "2026-03-03T09:15:00Z,my private,rated,G\n",
     "2026-03-03T09:15:00Z,1.2,,1,my private state,G,,\n", "2026-03-03T09:15:00Z,1.2,,1,split,G,my private remark,\n"],
)  # fmt: skip
def test_no_row_of_a_members_ratings_shows_what_it_says_before_anything_is_closed(data, row):
    one = al.open_assessment(data / "a-2026")
    one.rate("ann", "1.1", "W")
    before = about(ChooseAssessment(data))
    with (data / "a-2026" / "ratings" / "ann.csv").open("a") as file:
        file.write(row)
    said = about(ChooseAssessment(data))
    assert one.faults
    assert (before.count("<li>"), said.count("<li>"), said.count("<li>ratings/ann.csv, row 3: ")) == (0, 1, 1)
    assert not any(words in said for words in ("private", "“G", "nearest", "rated,", "soon", "is split"))


def test_a_remark_on_the_assessment_stands_out(tmp_path):
    al.create_assessment(tmp_path / "x", framework=FRAMEWORK, partnership="X", about="Constructed: <b>invented</b>")
    assert "<p class='notice'>Constructed: &lt;b&gt;invented&lt;/b&gt;</p>" in about(ChooseAssessment(tmp_path))


def test_an_empty_folder_says_what_to_do(tmp_path):
    choice = ChooseAssessment(tmp_path)
    assert choice.assessment is None
    assert about(choice).endswith(
        "<p class='notice'>There is no assessment in this folder yet. "
        "Set one up: open the page 01_set_up in the list of files on the left.</p></div>"
    )


def test_contents_lists_assessments_and_frameworks(data, tmp_path):
    html = Contents(data).value
    assert "<th scope='row'>Team a, 3 March 2026 (a-2026)</th><td>a-2026</td>" in html
    assert "<td>37 key features, 5 levels</td><td>csit-collaborative-working</td>" in html
    assert "There is no assessment yet." in Contents(tmp_path / "nowhere").value


def test_the_assessment_before_is_the_same_partnerships_latest_earlier_one(tmp_path):
    for name, partnership, date in (("a", "P", "2024-03-03"), ("b", "P", "2025-03-03"), ("c", "Q", "2025-12-01"),
                                    ("d", "P", "2026-03-03"), ("e", "P", "")):  # fmt: skip
        al.create_assessment(tmp_path / name, framework=FRAMEWORK, partnership=partnership, date=date)
    choice, before = ChooseAssessment(tmp_path), {}
    for index in range(5):
        choice.children[0].index = index
        before[choice.assessment.name] = choice.before().get("date", "")
    assert before == {"a": "", "b": "2024-03-03", "c": "", "d": "2025-03-03", "e": ""}
    choice.children[0].index = 0
    assert choice.before()["path"] == str(tmp_path / "b")


def test_nothing_stands_before_where_nothing_is_chosen(tmp_path):
    assert ChooseAssessment(tmp_path).before() == {}
