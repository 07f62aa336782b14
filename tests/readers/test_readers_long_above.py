"""Long tables and exports with a title above their headings, texts with odd spaces, and headings that were cut."""

import pytest
from readers.importing_kit import CDRP, known, said, wrong
from readers.raw_kit import raw

from assesslib.readers.layouts.google_forms import grid_of
from assesslib.readers.layouts.limesurvey import read as read_lime
from assesslib.readers.long import read_ratings

TITLE = "Partnership self assessment\n"
OWN = "member,organisation,item,level\nann,Police,1.1,G\nann,Police,1.2,D\n"
OTHER = "Rater,Ref,Rating,Extra\nAnn,1.1,Gap identified,\nAnn,1.2,D,x\n"
KOBO = "start,_id,_uuid,Name,1.1\n2026-02-01T09:00:00Z,1,a,Ann,G\n"
RATED = [("ann", "1.1", "G"), ("ann", "1.2", "D")]


@pytest.mark.parametrize("above", [TITLE, f"{TITLE}\nG = Gap identified,W = Working towards\n"])
@pytest.mark.parametrize("layout", ["", "long"])
@pytest.mark.parametrize("text", [OWN, OTHER])
def test_a_long_table_may_stand_under_a_title(read, above, layout, text):
    result = read(above + text, layout=layout)
    assert (wrong(result), said(result)) == ([], RATED)
    assert result.layouts == (("a.csv", "a long table, with a row for each rating"),)


def test_faults_and_columns_below_a_title_keep_their_place_and_name(read):
    result = read(TITLE + OTHER.replace("Gap identified", "z"))
    assert wrong(result)[0].startswith("a.csv, row 3, column Rating: “z” is not a level of this scale.")
    assert any("“Extra” is not a column that is read" in text for text in known(result))


def test_the_headings_once_more_are_known_below_a_title(read):
    head, first, second = OWN.splitlines(keepends=True)
    result = read(f"{TITLE}{head}{first}{head}{second}")
    assert wrong(result) == []
    assert known(result) == ["a.csv, row 4: “member” begins the row of headings once more; it was left out."]


def test_an_export_of_kobo_may_stand_under_a_title(read):
    result = read(TITLE + KOBO)
    assert (wrong(result), said(result)) == ([], [("ann", "1.1", "G")])
    assert result.layouts == (("a.csv", "KoboToolbox or ODK"),)


SPACED = """\
member,organisation,role,item,level
ann,Police,PC,1.1,G
ann ,Police ,PC\u00a0,1.2,D
bo,Health\u00a0 Board,,1.1,D
"""


def test_spaces_about_and_between_words_make_no_other_organisation(read):
    result = read(SPACED)
    assert result.members[["id", "organisation", "role"]].astype("str").to_numpy().tolist() == [
        ["ann", "Police", "PC"], ["bo", "Health Board", ""],
    ]  # fmt: skip


@pytest.mark.parametrize("more", ["", "ann,Police,PC,1.1,nothing\n"])
def test_a_long_file_is_read_without_the_spaces_about_its_texts(tmp_path, more):
    (tmp_path / "a.csv").write_text(SPACED.replace("Health\u00a0 Board", " Health"), encoding="utf-8")
    ratings = read_ratings(tmp_path / "a.csv", CDRP)
    assert ratings["organisation"].tolist() == ["Police", "Police", "Health"]
    assert ratings["role"].tolist() == ["PC", "PC", ""]


CUT = ("The partnership is effectively led and supported…", "Partners have established the purpose, processes and…")


def test_a_bracket_that_was_cut_away_is_closed():
    assert grid_of(f"Leadership [1.1 {CUT[0]}") == ("Leadership", f"1.1 {CUT[0]}")
    assert grid_of("How far [we") == ("", "")
    said_of = read_lime(raw(f"id,submitdate,lastpage,Q1[SQ1]. Leadership [{CUT[0]}\n1,2026-01-01 10:00:00,1,G\n"), CDRP)
    assert said_of.headings[3].said[0] == CUT[0]


@pytest.mark.parametrize("head", ["Leadership [1.{n} {text}", "Leadership [{text}"])
def test_headings_of_google_that_were_cut_are_known(read, head):
    heads = ",".join(f'"{head.format(n=n, text=text)}"' for n, text in enumerate(CUT, 1))
    result = read(f"Timestamp,Name,{heads}\n2026/02/13 10:00:00 AM GMT,Ann,G,D\n")
    assert (wrong(result), said(result)) == ([], RATED)


def test_headings_of_limesurvey_that_were_cut_are_known(read):
    heads = ",".join(f'"G1[{n}]. Leadership [{text}"' for n, text in enumerate(CUT, 1))
    result = read(f"id,submitdate,lastpage,startlanguage,Name,{heads}\n1,2026-01-01 10:00:00,1,en,Ann,G,D\n")
    assert (wrong(result), said(result)) == ([], RATED)
