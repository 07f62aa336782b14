"""Files of every layout, mutated: nothing breaks, and no rating is ever another than the one that was given."""

import random

import pytest
from readers import exports

from assesslib.framework import load_framework
from assesslib.readers import import_ratings

FRAMEWORKS = [load_framework("csit-collaborative-working"), load_framework("cdrp-dat-partnership")]
TEAMS = {framework.id: exports.said(framework) for framework in FRAMEWORKS}
HEADS = {"qualtrics": 3, "surveymonkey": 2}
"""Rows above the responses, where there are more than one."""
KNOWN = {said: name for name in exports.NAMES for said in (name, name.split()[0].lower())}
"""Whose a name is, or the part of an address before its @."""
ANONYMOUS = ("microsoft-forms German",)


def _columns_swapped(rows, draw, heads):
    order = list(range(len(rows[0])))
    draw.shuffle(order)
    return [[row[at] for at in order] for row in rows]


def _column_taken_away(rows, draw, heads):
    at = draw.randrange(len(rows[0]))
    return [[*row[:at], *row[at + 1 :]] for row in rows]


def _column_put_in(rows, draw, heads):
    at = draw.randrange(len(rows[0]) + 1)
    return [[*row[:at], "Anything else?" if n == 0 else draw.choice(["", "x", "3", "b"]), *row[at:]]
            for n, row in enumerate(rows)]  # fmt: skip


def _cell_spoilt(rows, draw, heads):
    row, at = draw.randrange(heads, len(rows)), draw.randrange(len(rows[0]))
    spoilt = draw.choice(
        ["???", "see my email", "=1+1", "#REF!", "\u202e", "99", "yes; no", "🙂" * 50, "b and c", "-1"]
    )
    return [[spoilt if (n, m) == (row, at) else cell for m, cell in enumerate(cells)] for n, cells in enumerate(rows)]


def _slip_in_an_answer(rows, draw, heads):
    row, at = draw.randrange(heads, len(rows)), draw.randrange(len(rows[0]))
    cell = rows[row][at]
    place = draw.randrange(len(cell) + 1)
    slipped = cell[:place] + draw.choice("xq ’é.") + cell[place:]
    return [[slipped if (n, m) == (row, at) else one for m, one in enumerate(cells)] for n, cells in enumerate(rows)]


def _slip_in_a_heading(rows, draw, heads):
    row, at = draw.randrange(heads), draw.randrange(len(rows[0]))
    cell = rows[row][at]
    place = draw.randrange(len(cell) + 1)
    slipped = cell[:place] + draw.choice("xq ’é.7") + cell[place:]
    return [[slipped if (n, m) == (row, at) else one for m, one in enumerate(cells)] for n, cells in enumerate(rows)]


def _heading_cut(rows, draw, heads):
    row, at = draw.randrange(heads), draw.randrange(len(rows[0]))
    cut = rows[row][at][: draw.randrange(60)]
    return [[cut if (n, m) == (row, at) else one for m, one in enumerate(cells)] for n, cells in enumerate(rows)]


def _heading_of_another(rows, draw, heads):
    one, other = draw.randrange(len(rows[0])), draw.randrange(len(rows[0]))
    return [
        [row[other] if (n < heads and m == one) else cell for m, cell in enumerate(row)] for n, row in enumerate(rows)
    ]


def _rows_between(rows, draw, heads):
    at = draw.randrange(heads, len(rows) + 1)
    return [*rows[:at], [""] * len(rows[0]), *rows[at:]]


def _cut_off(rows, draw, heads):
    return [*rows[:-1], rows[-1][: draw.randrange(len(rows[-1]))]]


def _odd_spaces(rows, draw, heads):
    return [[cell.replace(" ", draw.choice([" ", "\u00a0", "  "])).replace("'", "’") for cell in row] for row in rows]


MUTATIONS = [_columns_swapped, _column_taken_away, _column_put_in, _cell_spoilt, _slip_in_an_answer, _slip_in_a_heading,
             _heading_cut, _heading_of_another, _rows_between, _cut_off, _odd_spaces]  # fmt: skip


def read(path, framework):
    """The ratings that were read, as member's name, item and level."""
    result = import_ratings(path, framework, accept=True)
    names = {row.id: KNOWN.get(row.name) or KNOWN.get(row.id, row.id) for row in result.members.itertuples()}
    said = result.ratings
    rated = said[said["state"] == "rated"]
    return result, {(names[row.member], row.item, row.level) for row in rated.itertuples()}


def truth(team):
    return {(exports.NAMES[member], item, level) for member, item, level in team.rated()}


@pytest.mark.parametrize("framework", FRAMEWORKS, ids=[framework.id for framework in FRAMEWORKS])
@pytest.mark.parametrize("mutation", MUTATIONS, ids=[one.__name__.strip("_") for one in MUTATIONS])
@pytest.mark.parametrize("layout", [name for name in exports.LAYOUTS if name not in ANONYMOUS])
def test_no_rating_is_ever_another_than_the_one_that_was_given(tmp_path, layout, mutation, framework):
    team, heads = TEAMS[framework.id], HEADS.get(layout, 1)
    rows = exports.LAYOUTS[layout](team)
    for seed in range(2):
        draw = random.Random(f"{layout} {mutation.__name__} {framework.id} {seed}")
        path = tmp_path / f"{seed}.csv"
        path.write_text(exports.as_csv(mutation(rows, draw, heads), draw.choice(",;\t")), encoding="utf-8")
        result, ratings = read(path, framework)
        wrong = {(name, item, level) for name, item, level in ratings if name in exports.NAMES} - truth(team)
        assert not wrong, (seed, str(result.report))
        str(result.report), result.report.table()


@pytest.mark.parametrize("framework", FRAMEWORKS, ids=[framework.id for framework in FRAMEWORKS])
@pytest.mark.parametrize("layout", list(exports.LAYOUTS))
def test_bytes_flipped_break_nothing(tmp_path, layout, framework):
    data = exports.as_csv(exports.LAYOUTS[layout](TEAMS[framework.id])).encode("utf-8")
    for seed in range(2):
        draw = random.Random(f"{layout} {framework.id} {seed}")
        spoilt = bytearray(data)
        for _ in range(30):
            spoilt[draw.randrange(len(spoilt))] = draw.randrange(256)
        path = tmp_path / f"{seed}.csv"
        path.write_bytes(bytes(spoilt))
        result = import_ratings(path, framework, accept=True)
        assert set(result.ratings["level"].dropna()) <= set(framework.codes)
        assert str(result.report)


@pytest.mark.parametrize("framework", FRAMEWORKS, ids=[framework.id for framework in FRAMEWORKS])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("layout", list(exports.LAYOUTS))
def test_every_layout_comes_in_right(tmp_path, layout, delimiter, framework):
    team = TEAMS[framework.id]
    path = tmp_path / "export.csv"
    path.write_text(exports.as_csv(exports.LAYOUTS[layout](team), delimiter), encoding="utf-8")
    result, ratings = read(path, framework)
    assert result.wrong == (), str(result.report)
    if layout in ANONYMOUS:
        assert len(result.members) == team.people
        assert sorted(item + level for _, item, level in ratings) != []
        assert len(result.ratings[result.ratings["state"] == "rated"]) == len(team.rated())
    else:
        assert ratings == truth(team)
