"""Files whose form is plainly in order, read many rows at a time: as they are read row by row, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assesslib.plain_sheet import NotPlain, plain_batches
from assesslib.sheet import read_sheet

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
FORMULAS = st.sampled_from(["=1+1", "+1", "-1", "@x", "'=1", "''-", "\t=", "\r\n", '"', "a;b,c\td", "＝1"])
KNOWN = ("member", "item", "level", "comment")
HEAD = ",".join(KNOWN)


def plainly(path, known=KNOWN):
    """The rows of a file read many at a time, or None where it must be read row by row."""
    try:
        batches = list(plain_batches(path, KNOWN[:3], known))
    except NotPlain:
        return None
    return [
        dict(zip(batch, row, strict=True))
        for batch in batches
        for row in zip(*([column.found[place] for place in column.places] for column in batch.values()), strict=True)
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}\nann,1,a,\nbob,2,b,good",
        f'{HEAD}\nann,1,a,"two\r\nlines, ""quoted"""\n',
        f"\ufeff{HEAD}\r\n001,1e5,True,NA\r\n",
        "Level;item; member \na;1;ann\n",
        f"{HEAD}\nann,1,a,'=1+1\n",
        f'{HEAD}\nann,1,a,\nann,2,its,""\n',
        f"{HEAD}\n ,\t, a ,\x85\u2028\n",
    ],
)
def test_a_file_in_order_is_read_many_rows_at_a_time_with_the_same_texts(tmp_path, text):
    (tmp_path / "x.csv").write_bytes(text.encode())
    sheet = read_sheet(tmp_path / "x.csv", KNOWN[:3], KNOWN, journal=False)
    assert [dict.fromkeys(KNOWN, "") | row for row in plainly(tmp_path / "x.csv")] == [cells for _, cells in sheet.rows]
    assert (sheet.faults, sheet.torn) == ((), ())


@pytest.mark.parametrize(
    "text",
    [
        "",
        HEAD,
        f"{HEAD}\nann,1,a\n",
        f"{HEAD}\nann,1,a\nbob,1,a,,\n",
        f"{HEAD}\nann,1,a,,\n",
        f"{HEAD}\nann,1,a,,x\nbob,1,a,,\n",
        f"{HEAD}\nann,1,a,x\n\nbob,1,a,x\n",
        f"{HEAD}\nann,1,a,x\n   \n",
        f"{HEAD}\n,,,\n",
        f"{HEAD}\nann,1,a\nbob,1,,\ra,x\n",
        f'{HEAD}\nann,1,a,x\n"",,,""\nbob,,,\n',
        f'{HEAD}\nann,1,a,"open\n',
        f'{HEAD}\na"b,"x,y",a\nann,1,a,,\n',
        f"{HEAD}\nann,1,a,<unfinished>\n",
        f"{HEAD}\nann,1,a,x\0y\n",
        f"{HEAD}\rann,1,a,x\r",
        f"{HEAD},mine\nann,1,a,x,\n",
        f"{HEAD},item\nann,1,a,x,1\n",
        "member,item,comment\nann,1,a\n",
        f'"{HEAD}"\n"ann,1,a,x"\n',
    ],
)
def test_a_file_in_which_anything_may_be_amiss_is_read_row_by_row(tmp_path, text):
    (tmp_path / "x.csv").write_bytes(text.encode())
    assert plainly(tmp_path / "x.csv") is None


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252"])
def test_a_file_that_is_not_utf_8_is_read_row_by_row(tmp_path, encoding):
    (tmp_path / "x.csv").write_bytes(f"{HEAD}\nann,1,a,café\n".encode(encoding))
    assert plainly(tmp_path / "x.csv") is None


def test_a_fault_after_the_first_batch_is_seen(tmp_path, monkeypatch):
    monkeypatch.setattr("assesslib.plain_sheet._BATCH", 2)
    (tmp_path / "x.csv").write_text(f"{HEAD}\n" + "ann,1,a,x\n" * 5)
    assert len(plainly(tmp_path / "x.csv")) == 5
    (tmp_path / "x.csv").write_text(f"{HEAD}\n" + "ann,1,a,x\n" * 5 + "ann,1,a\n")
    assert plainly(tmp_path / "x.csv") is None


CELLS = st.lists(st.lists(TEXTS | FORMULAS | st.sampled_from(["", "a", '"', ",", "\n", "\r", " "]), min_size=1,
                          max_size=5), max_size=5)  # fmt: skip


@given(CELLS, st.booleans(), st.sampled_from(["\n", "\r\n"]))
def test_whatever_is_read_many_rows_at_a_time_is_what_is_read_row_by_row(tmp_path_factory, rows, quoted, end):
    path = tmp_path_factory.mktemp("any") / "x.csv"
    texts = [[f'"{cell}"' if quoted else cell for cell in row] for row in rows]
    path.write_bytes((end.join([HEAD, *map(",".join, texts)]) + end).encode())
    if (found := plainly(path)) is not None:
        sheet = read_sheet(path, KNOWN[:3], KNOWN, journal=False)
        assert (found, (), ()) == ([cells for _, cells in sheet.rows], sheet.faults, sheet.torn)
