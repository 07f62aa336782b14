"""Tables with a row a member: headings that stand again, answers that look like headings, facets, people called A."""

import pytest
from readers.importing_kit import CDRP, CSIT
from readers.raw_kit import raw

from assesslib.faults import shorten
from assesslib.readers.layouts import google_forms, kobo, microsoft_forms, tally, transposed, wide

IDS = ",".join(str(n) for n in range(1, 38))
AGAIN = "begins the row of headings once more; it was left out."


def names(said):
    return said.people["name"].tolist()


def told(said):
    return [str(fault) for fault in said.faults]


@pytest.mark.parametrize("above", [1, 2, 3, 4])
def test_headings_that_stand_again_lose_nobody_above_them(above):
    people = [f"P{n}{',b' * 37}\n" for n in range(5)]
    text = "".join([f"Name,{IDS}\n", *people[:above], f"Name,{IDS}\n", *people[above:]])
    said = wide.read(raw(text), CSIT)
    assert names(said) == ["P0", "P1", "P2", "P3", "P4"]
    assert [one.text for one in said.headings] == ["Name", *IDS.split(",")]
    assert told(said) == [f"export.csv, row {above + 2}: “Name” {AGAIN}"]


def test_wordings_that_stand_again_with_their_refs_lose_nobody():
    first, second = (item.text for item in CDRP.items[:2])
    head = f'Name,1.1,1.2\n,"{first}","{second}"\n'
    said = wide.read(raw(f"{head}Ann,G,W\n{head}Bo,S,D\n"), CDRP)
    assert [one.said for one in said.headings] == [(), ("1.1", first), ("1.2", second)]
    assert (names(said), said.answers.values.tolist()) == (["Ann", "Bo"], [["G", "W"], ["S", "D"]])
    assert told(said) == [f"export.csv, row 4: “Name” {AGAIN}", f"export.csv, row 5: “{shorten(first)}” {AGAIN}"]


def test_a_second_export_with_a_column_more_keeps_the_people_of_the_first():
    said = wide.read(raw("Name,1.1,1.2\nAnn,G,W\nName,1.1,1.2,1.3\nBo,S,D,G\n"), CDRP)
    assert (names(said), said.answers.values.tolist()) == (["Ann", "Bo"], [["G", "W"], ["S", "D"]])
    assert told(said)[-1] == f"export.csv, row 3: “Name” {AGAIN}"
    assert [str(fault) for fault in said.faults if not fault.handled] == [
        "export.csv, column D: A column without a heading was left out. "
        "Head it with the ref of what was rated, or with “Notes”.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "rows", [("12345", "11111"), ("11111", "12345"), ("21435", "54321", "11111"), ("11111", "21435")]
)
def test_answers_in_numbers_are_no_headings_whatever_their_order(rows):
    text = "Name,1,2,3,4,5\n" + "".join(f"P{n},{','.join(row)}\n" for n, row in enumerate(rows))
    said = wide.read(raw(text), CSIT)
    assert said.answers.values.tolist() == [list(row) for row in rows]
    assert [one.text for one in said.headings] == ["Name", "1", "2", "3", "4", "5"]
    assert said.faults == ()


def test_answers_in_numbers_below_wordings_are_no_headings_and_refs_below_them_are():
    words = ",".join(f'"{item.text}"'.replace('""', "'") for item in CSIT.items[:3])
    assert wide.read(raw(f"Name,{words}\nAnn,1,2,3\n"), CSIT).answers.values.tolist() == [["1", "2", "3"]]
    said = wide.read(raw(f"Name,{words}\n,1,2,3\nAnn,4,4,4\n"), CSIT)
    assert (names(said), [one.said[1] for one in said.headings[1:]]) == (["Ann"], ["1", "2", "3"])


def test_a_nameless_row_of_numbers_like_the_headings_is_somebody():
    said = wide.read(raw("1,2,3,4,5\n1,2,3,4,5\n"), CSIT)
    assert said.answers.values.tolist() == [["1", "2", "3", "4", "5"]]


def test_people_called_like_levels_are_people():
    text = f"{{}},{IDS}\n" + "".join(f"{name}{',b,c' * 18},a\n" for name in "ABCD")
    assert [wide.recognises(raw(text.format(head)), CSIT) for head in ("Name", "ID", "", "Level")] == [True] * 4
    counts = f"{{}},{IDS}\n" + "".join(f"{name}{',1' * 37}\n" for name in "ABCD")
    assert [wide.recognises(raw(counts.format(head)), CSIT) for head in ("Name", "Level")] == [True, False]
    labels = f"Name,{IDS}\n" + "".join(f'"{level.label}"{",1" * 37}\n' for level in CSIT.levels)
    assert not wide.recognises(raw(labels), CSIT)
    assert not tally.recognises(raw(text.format("Name")), CSIT)


@pytest.mark.parametrize("form", ["{} {}", "{} ({})", "{} [{}]", "{1}: {0}"])
@pytest.mark.parametrize("field", ["id", "text"])
def test_columns_of_two_facets_name_their_items(form, field):
    heads = [form.format(getattr(item, field), facet) for item in CDRP.items for facet in ("Local", "National")]
    sheet = raw(",".join(["Name", *(f'"{head}"' for head in heads)]) + f"\nAnn{',G,W' * 20}\n")
    assert wide.recognises(sheet, CDRP)
    said = wide.read(sheet, CDRP)
    assert (names(said), said.faults, len(said.answers.columns)) == (["Ann"], (), 40)


def test_a_heading_that_begins_with_a_facet_says_it_at_the_end():
    said = wide.read(raw("Name,Local 1.1,National - 1.1,1.2\nAnn,G,W,S\n"), CDRP)
    assert [one.said[0] for one in said.headings[1:]] == ["1.1 [Local]", "1.1 [National]", "1.2"]


def test_a_column_that_says_which_facet_a_row_is_for_does_not_hide_the_items():
    rows = "".join(f"{item.id},{side},G\n" for item in CDRP.items for side in ("Local", "National"))
    assert transposed.recognises(raw(f"Ref,Side,Ann\n{rows}"), CDRP)


def test_labels_with_their_codes_are_no_grid_of_google_forms():
    row = ",".join(["Not yet [a]", "We partly do this [c]"] * 18)
    sheet = raw(f"Name,{IDS}\nAnn,{row},Not yet [a]\nBo,{row},\n")
    assert not google_forms.recognises(sheet, CSIT)
    assert names(wide.read(sheet, CSIT)) == ["Ann", "Bo"]


MICROSOFT = "ID,Start time,Completion time,Email,Name,{}\n"
ROW = "{0},3/3/26 9:01:0{0},3/3/26 9:05:00,anonymous,P{0},G,W\n"


def test_forms_leave_out_headings_that_stand_again():
    head = MICROSOFT.format("1.1,1.2")
    said = microsoft_forms.read(raw(head + ROW.format(1) + head + ROW.format(2)), CDRP)
    assert (names(said), said.answers.values.tolist()) == (["P1", "P2"], [["G", "W"]] * 2)
    assert told(said) == [f"export.csv, row 3: “ID” {AGAIN}"]
    head = "Timestamp,Your name,Q [1.1],Q [1.2]\n"
    said = google_forms.read(raw(f"{head}3/3/2026 9:10:00,Ann,G,W\n{head}3/3/2026 9:10:00,Bo,S,D\n"), CDRP)
    assert (names(said), said.answers.values.tolist()) == (["Ann", "Bo"], [["G", "W"], ["S", "D"]])
    assert told(said) == [f"export.csv, row 3: “Timestamp” {AGAIN}"]


def test_a_question_that_is_called_like_a_facet_stands_for_it_in_forms():
    said = microsoft_forms.read(raw(MICROSOFT.format("Local.Leaders lead,National.Leaders lead") + ROW.format(1)), CDRP)
    assert [one.said[0] for one in said.headings[5:]] == ["Leaders lead [Local]", "Leaders lead [National]"]
    said = google_forms.read(raw("Timestamp,Local [1.1],National [1.1]\n3/3/2026 9:10:00,G,W\n"), CDRP)
    assert [one.said[0] for one in said.headings[1:]] == ["1.1 [Local]", "1.1 [National]"]


@pytest.mark.parametrize("sign", ["/", ".", "_", "-"])
def test_kobo_names_people_whatever_stands_between_group_and_question(sign):
    head = "start,who/name,who/organisation,team_name,ratings/q1_1,ratings/q1_2,_id,_uuid,_index"
    text = f"{head}\nx,Ann,Council,A,G,W,1,u,1\n"
    said = kobo.read(raw(text.replace("/", sign)), CDRP)
    assert said.people[["name", "organisation"]].values.tolist() == [["Ann", "Council"]]
