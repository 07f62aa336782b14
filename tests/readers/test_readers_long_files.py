"""Long CSVs by their names: several at a time, those that are not there, and the framework they are read by."""

import pytest
from zoo import CSIT, ZOO

from assesslib.faults import FaultsError
from assesslib.readers import ratings_faults, read_ratings, write_ratings


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_several_files_are_read_together_and_their_faults_too(here):
    (here / "returns").mkdir()
    (here / "returns" / "ann.csv").write_text("member,item,level\nann,1,c\n")
    (here / "returns" / "bob.csv").write_text("member,item,level\nbob,1,d\n")
    read = read_ratings("returns/*.csv", CSIT)
    assert read[["assessment", "member", "level"]].values.tolist() == [["ann", "ann", "c"], ["bob", "bob", "d"]]
    assert len(read_ratings([here / "returns" / "ann.csv", "returns/bob.csv"], CSIT)) == 2
    (here / "returns" / "ann.csv").write_text("member,item,level\nann,1,x\n")
    (here / "returns" / "bob.csv").write_text("member,item,level\nbob,0,d\n")
    assert [fault.place for fault in ratings_faults("returns/*.csv", CSIT)] == [
        "returns/ann.csv, row 2, column level",
        "returns/bob.csv, row 2, column item",
    ]


def test_a_name_with_signs_of_a_pattern_is_still_a_name(here):
    (here / "said [final].csv").write_text("member,item,level\nann,1,c\n")
    assert len(read_ratings("said [final].csv", CSIT)) == 1


def test_files_that_are_not_there_are_all_named(here):
    with pytest.raises(FaultsError) as error:
        read_ratings(["no.csv", "none/*.csv", "."], CSIT)
    assert str(error.value).split("\n") == [
        "“no.csv” is not a file. Check the name and the folder.",
        "“none/*.csv” is not a file. Check the name and the folder.",
        "“.” is not a file. Check the name and the folder.",
    ]


def test_the_framework_may_be_named_and_an_unknown_one_is_told(here):
    write_ratings(ZOO["unanimous"].ratings, "all.csv")
    assert len(read_ratings("all.csv", "csit-collaborative-working")) == 12
    with pytest.raises(FaultsError) as error:
        read_ratings("all.csv", "csit")
    assert str(error.value) == (
        "“csit” is not a shipped framework and not a file. Allowed: cdrp-dat-partnership, csit-collaborative-working; "
        "nearest: csit-collaborative-working."
    )
