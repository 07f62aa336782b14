"""Journals that are plainly in order are read at once, and say what they say when they are read row by row."""

from unittest.mock import patch

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import assesslib as al
from assesslib.assessment import entries
from assesslib.assessment.fingerprint import fingerprint
from assesslib.assessment.layout import COLUMNS
from assesslib.assessment.plain import plain_rows
from assesslib.assessment.said import PlainRatings

HEAD = "at,item,facet,round,state,level,comment,by\n"
AT = "2026-03-03T09:15:00.000000Z"
LINE = f'{AT},1,,1,rated,c,,"ann"\n'
FRAMES = ("ratings", "consensus", "notes", "progress", "history")

some = st.sampled_from
GOOD = ("2026-03-03T09:15:00.000000Z", "2026-03-03T09:14:00.000000Z", "2025-03-03T09:15:00.000000Z")
BAD = ("2026-02-30T09:15:00.000000Z", "1900-03-03T09:15:00.000000Z", "2026-W10-2T09:11:35.000000Z", "2026-03-03", "")
TEXTS = ("", "it's", "'=1", "'tis", '"a, b"', '"one\ntwo"', "é")


def rows(*cells):
    """Rows of a journal whose cells are of the first choices for each alone, or now and then of the second too."""
    usual = st.tuples(some(GOOD), *(some(first) for first, _ in cells)).map(",".join)
    odd = st.tuples(some(GOOD + BAD), *(some(first + second) for first, second in cells)).map(",".join)
    return st.one_of(st.lists(usual, max_size=4), st.lists(st.one_of(usual, odd), max_size=4))


lines = rows((("1", "2", "3"), (" 2", "99")), (("",), ("here",)), (("1", "1", "2"), ("0", "")),
             (("rated",), ("blank", "split", "Rated", "")), (("c", "d"), ("", "A")), (TEXTS, ("<unfinished>",)),
             (('"ann"',), ("ann", "")))  # fmt: skip
agreed = rows((("1", "2"), ("99",)), (("",), ("here",)), (("rated",), ("unresolved", "blank", "")),
              (("c", "d"), ("", "C")), (TEXTS, ()), (TEXTS, ("<unfinished>",)), (('"x"',), ("x",)))  # fmt: skip
notes = rows((("a", "b"), ("",)), (("strength", "area"), ("other",)), (("preparing", ""), ("none",)),
             (("", "1"), ("99",)), (TEXTS, ("<unfinished>",)), *[(("",), ())] * 5,
             (("kept", "withdrawn", ""), ("gone",)), (('"x"',), ()))  # fmt: skip
ends = some([*["\n"] * 9, "", ",\n", "\n\n", '"', "\n\N{ZERO WIDTH NO-BREAK SPACE}\n", "\r\n"])


def text(header, rows, end):
    return "\n".join([",".join(header), *rows]) + end


def everything(team):
    """All that an assessment says, and what is wrong with it."""
    frames = {name: getattr(team, name) for name in FRAMES}
    return frames | {"one": team.ratings_of("ann")}, [str(fault) for fault in team.faults], fingerprint(team.folder)


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    return tmp_path_factory.mktemp("plain")


@pytest.mark.parametrize("looking_back", [False, True])
@settings(max_examples=30)
@given(lines, agreed, notes, ends)
def test_a_journal_says_the_same_read_at_once_and_row_by_row(home, looking_back, rated, decided, noted, end):
    folder = home / f"team-{looking_back}"
    if not folder.exists():
        al.create_assessment(folder, framework="csit-collaborative-working", partnership="Team", date="2026-03-03",
                             members=[{"id": "ann"}], looking_back=looking_back).rate("ann", "1")  # fmt: skip
    for name, rows in (("ratings", rated), ("consensus", decided), ("notes", noted)):
        path = folder / ("ratings/ann.csv" if name == "ratings" else f"{name}.csv")
        path.write_text(text(COLUMNS[name], rows, end), encoding="utf-8", newline="")
    team = al.open_assessment(folder)
    frames, *others = everything(team)
    with patch.object(entries, "plain_rows", lambda *_: None):
        slow, *slow_others = everything(team)
    assert others == slow_others
    for name, frame in slow.items():
        pd.testing.assert_frame_equal(frames[name], frame)


@pytest.mark.parametrize("name", ["collaboration-2024", "collaboration-2025", "collaboration-2026"])
def test_the_constructed_years_are_read_at_once(name):
    from assesslib.places import shipped

    team = al.open_assessment(shipped("data") / name)
    said = entries.read_members_ratings(team.folder, team.settings)
    assert {type(theirs) for theirs in said.values()} == {PlainRatings}


@pytest.mark.parametrize("by", ["\N{ZERO WIDTH NO-BREAK SPACE}", ""])
def test_what_a_journal_writes_is_in_order(tmp_path, by):
    path = tmp_path / "ann.csv"
    path.write_text(f"{by}{HEAD}{LINE}", encoding="utf-8")
    assert plain_rows(path, COLUMNS["ratings"]) == [[AT, "1", "", "1", "rated", "c", "", "ann"]]


def test_the_sign_before_a_formula_is_taken_away(tmp_path):
    path = tmp_path / "ann.csv"
    path.write_text(HEAD + LINE.replace("c,,", "c,'=1,"), encoding="utf-8")
    assert plain_rows(path, COLUMNS["ratings"])[0][6] == "=1"


@pytest.mark.parametrize("said", [
    "", "\n", HEAD.replace("item", "items") + LINE, HEAD + LINE.strip(), HEAD + LINE + LINE, HEAD + LINE + '"',
    HEAD + LINE.replace("2026", "1900"), HEAD + LINE.replace("03-03", "02-30"), HEAD + LINE.replace(AT, "3 March"),
    HEAD + LINE.replace(",c,", ",c,,"), HEAD + "\n" + LINE, HEAD + LINE.replace("c,,", "c,<unfinished>,"), '"' + HEAD,
])  # fmt: skip
def test_what_may_be_amiss_is_left_to_be_read_row_by_row(tmp_path, said):
    path = tmp_path / "ann.csv"
    path.write_text(said, encoding="utf-8")
    assert plain_rows(path, COLUMNS["ratings"]) is None


def test_a_file_that_is_not_utf_8_or_is_none_is_left_to_be_read_row_by_row(tmp_path):
    path = tmp_path / "ann.csv"
    path.write_bytes((HEAD + LINE.replace("c,,", "c,é,")).encode("cp1252"))
    assert plain_rows(path, COLUMNS["ratings"]) is None
    assert plain_rows(tmp_path, COLUMNS["ratings"]) is None
