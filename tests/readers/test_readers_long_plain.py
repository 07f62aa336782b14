"""A long CSV in which nothing is wrong is read many rows at a time, to the same frame as row by row."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from zoo import CDRP, CSIT, EVERY, NAMES

from assesslib.faults import FaultsError
from assesslib.ratings import tidy
from assesslib.readers import long, read_ratings, write_ratings

HEAD = "member,item,level"
SPLIT = "member,item,level,facet\n"


def row_by_row(path, framework):
    """What the careful way finds; None where it finds a fault."""
    rows, faults = long._look([path], framework)
    return None if faults else tidy((cells for _, _, cells in rows), framework)


@pytest.mark.parametrize("animal", EVERY, ids=NAMES)
def test_what_is_written_is_read_many_rows_at_a_time(tmp_path, animal):
    write_ratings(animal.ratings, tmp_path / "x.csv")
    found, expected = (
        long._plain([tmp_path / "x.csv"], animal.framework),
        row_by_row(tmp_path / "x.csv", animal.framework),
    )
    assert (found is None) == expected.empty
    if found is not None:
        pd.testing.assert_frame_equal(found, expected)


def test_several_files_are_joined_in_their_order(tmp_path, monkeypatch):
    monkeypatch.setattr("assesslib.plain_sheet._BATCH", 2)
    for name in "ba":
        (tmp_path / f"{name}.csv").write_text(f"{HEAD}\n" + "".join(f"m{n},1,{name}\n" for n in range(5)))
    found = long._plain([tmp_path / "b.csv", tmp_path / "a.csv"], CSIT)
    assert "".join(found["level"]) == "bbbbbaaaaa"
    assert found["assessment"].tolist() == ["b"] * 5 + ["a"] * 5


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}\nann,1,a\n,2,b\n",
        f"{HEAD}\nann,1,a\nann,1,b\n",
        f"{HEAD}\nann,1,a\n ann ,1,b\n",
        f"{HEAD}\nann,1,f\n",
        f"{HEAD}\nann,99,a\n",
        f"{HEAD},section\nann,1,a,nowhere\n",
        f"{HEAD},round\nann,1,a,3\n",
        f"{HEAD},date\nann,1,a,1/3/2026\n",
        f"{HEAD},at\nann,1,a,soon\n",
        f"{SPLIT}ann,1,a,here\nann,1,b,\n",
    ],
)
def test_a_file_with_a_fault_is_left_to_be_read_row_by_row(tmp_path, text):
    (tmp_path / "x.csv").write_text(text)
    assert long._plain([tmp_path / "x.csv"], CSIT) is None
    with pytest.raises(FaultsError):
        read_ratings(tmp_path / "x.csv", CSIT)


CELLS = {
    "member": ["ann", "bob", " ann", "cy", ""], "item": ["1.1", "1.2", " 2.1", "9"], "level": ["G", "d", "", "Z"],
    "facet": ["", "", "here"], "round": ["1", "", "2"], "state": ["", "rated", "Blank", "don't know"],
    "at": ["", "2026-03-01T09:15:00Z", "2026-03-01T09:15:00.123456Z", "2026-03-01 09:15"],
    "date": ["", "2026-03-01"], "comment": ["", "'=1", "a, b", "two\nlines", 'so "so"'], "assessment": ["", "p"],
}  # fmt: skip


@settings(max_examples=150)
@given(st.lists(st.fixed_dictionaries({name: st.sampled_from(texts) for name, texts in CELLS.items()}), max_size=5))
def test_both_ways_find_the_same(tmp_path_factory, rows):
    path = tmp_path_factory.mktemp("any") / "x.csv"
    pd.DataFrame(rows, columns=list(CELLS)).to_csv(path, index=False)
    if (found := long._plain([path], CDRP)) is not None:
        pd.testing.assert_frame_equal(found, row_by_row(path, CDRP))
