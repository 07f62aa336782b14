"""The constructed partnership tells the story of data/README.md."""

from collections import Counter
from fractions import Fraction
from itertools import combinations

import pytest
from samples import roster
from samples.counting import (
    FORM,
    NOTES,
    RATINGS,
    ROOT,
    SECTION,
    THEMES,
    YEARS,
    agreed,
    deltas,
    flip_p,
    kept,
    letters,
    levels,
    mean_gap,
    medians,
    moves,
    shape,
    sign_p,
    spread_out,
    sums,
    up_same_down,
)

PAGE = (ROOT / "data" / "README.md").read_text(encoding="utf-8").splitlines()
PAIRS = (("2024", "2025"), ("2025", "2026"), ("2024", "2026"))
LEVELS = {year: levels(year) for year in YEARS}
AGREED = {year: agreed(year) for year in YEARS}
UP, DOWN, DIVIDED = {"13", "16"}, {"3", "30"}, {"25", "26", "27"}
CAMPS = {"2024": ["11"], "2025": [], "2026": ["28"]}
UNRESOLVED = {"2024": ["11", "25"], "2025": ["11", "26"], "2026": ["25", "28"]}
APART = {"2024": [], "2025": [], "2026": ["5", "21"]}


def told(*cells):
    """Whether a table of the page has this row."""
    return f"| {' | '.join(map(str, cells))} |" in PAGE


def listed(items):
    return ", ".join(items) or "none"


def test_members():
    for year in YEARS:
        people = [roster.PEOPLE[who] for who in roster.ORDER[year]]
        sizes = {roster.COUNCIL: 4, roster.HEALTH: 3, roster.LEISURE: 3, roster.COLLEGE: 1, roster.NETWORK: 1}
        assert Counter(organisation for _, organisation, _ in people) == sizes
        assert list(Counter(role for _, _, role in people).values()) == [3] * 4
    assert [len({*roster.ORDER[one]} & {*roster.ORDER[other]}) for one, other in PAIRS] == [11, 11, 10]


@pytest.mark.parametrize("year", YEARS)
def test_states(year):
    said, tables = Counter("".join("".join(line.values()) for line in letters(year).values())), RATINGS[year]
    states = (said.total(), sum(said[letter] for letter in "abcde"), *(said[letter] for letter in ".?-/"))
    assert told(year, *states, *map(len, (tables.EARLIER, tables.AFTERWARDS, tables.COMMENTS)))
    assert said.keys() <= {*"abcde.?-/"}
    split = {(item, who) for item, line in letters(year).items() for who, letter in line.items() if letter == "/"}
    assert split == set(tables.SPLITS)


@pytest.mark.parametrize("year", YEARS)
def test_changed_minds(year):
    said, tables = letters(year), RATINGS[year]
    assert all(first[-1] != said[item][who] for (item, who), first in tables.EARLIER.items())
    assert all(said[item][who] != "." for item, who in tables.COMMENTS)
    for (item, who), level in tables.AFTERWARDS.items():
        aim = "abcde".index(AGREED[year][item])
        assert abs("abcde".index(level) - aim) < abs(LEVELS[year][item][who] - aim)


@pytest.mark.parametrize("year", YEARS)
def test_threads(year):
    golden, fault = {"relationships": ["12", "20", "29", "33"]}, {"performance": ["9", "17", "34", "36"]}
    middle = {item: medians(said.values()) for item, said in LEVELS[year].items()}
    assert spread_out(item for item in SECTION if AGREED[year][item] in "de") == golden
    assert spread_out(item for item in SECTION if AGREED[year][item] in "ab") == fault
    assert spread_out(item for item in SECTION if middle[item][0] >= 3) == golden
    assert spread_out(item for item in SECTION if middle[item][1] <= 1) == fault
    for item, themes in THEMES.items():
        assert "relationships" not in themes or (AGREED[year][item] != "a" and middle[item][0] > 0)
        assert "performance" not in themes or (AGREED[year][item] != "e" and middle[item][1] < 4)
    assert told(year, "relationships", listed(golden["relationships"]), "performance", listed(fault["performance"]))


@pytest.mark.parametrize("pair", PAIRS)
def test_changes(pair):
    counts = {item: up_same_down(found.values()) for item, found in moves(*pair).items()}
    p = {item: sign_p(up, down) for item, (up, _, down) in counts.items()}
    story = UP | DOWN if "2026" in pair else set()
    assert kept(p) == story
    for item in ("3", "30", "13", "16", "22", "11", "28"):
        assert told(" to ".join(pair), item, *counts[item], p[item], "yes" if item in story else "no")
    for item in SECTION.keys() - UP - DOWN:
        assert abs(counts[item][0] - counts[item][2]) <= 2
        assert p[item] >= Fraction(1, 2)


@pytest.mark.parametrize("pair", PAIRS[1:])
def test_everybody_moves_where_the_change_is_real(pair):
    counts = {item: up_same_down(found.values()) for item, found in moves(*pair).items()}
    both = 11 if "2025" in pair else 10
    assert {counts[item] for item in UP} == {(both, 0, 0)}
    assert {counts[item] for item in DOWN} == {(0, 0, both)}


@pytest.mark.parametrize("pair", PAIRS)
def test_sections(pair):
    sections = list(dict.fromkeys(SECTION.values()))
    by_moves, by_levels = (
        {section: flip_p(sums(section, moves(*pair), most)) for section in sections} for most in (1, 4)
    )
    story = {"preparing", "joined-up", "maintaining"} if "2026" in pair else set()
    assert kept(by_moves) == kept(by_levels) == story
    assert told(" to ".join(pair), *by_moves.values())


def test_views_converge_and_split():
    gaps = {item: [mean_gap(LEVELS[year][item].values()) for year in YEARS] for item in SECTION}
    assert min(gaps, key=lambda item: gaps[item][2] - gaps[item][0]) == "11"
    assert max(gaps, key=lambda item: gaps[item][2] - gaps[item][0]) == "28"
    assert told("11", *(f"{gap:.2f}" for gap in gaps["11"]), "two camps, then adjacent: they converge")
    assert told("28", *(f"{gap:.2f}" for gap in gaps["28"]), "adjacent, then two camps: they split")
    assert {*LEVELS["2026"]["11"].values()} == {*LEVELS["2024"]["28"].values()} == {2, 3}


@pytest.mark.parametrize("year", YEARS)
def test_shapes(year):
    shapes = {item: shape(said.values()) for item, said in LEVELS[year].items()}
    found = [[item for item in SECTION if shapes[item] == word] for word in ("unanimous", "lone voice", "two camps")]
    assert found == [["12", "29"], ["14", "19"], CAMPS[year]]
    assert told(year, *map(listed, found))


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize(("item", "member"), [("14", "marek"), ("19", "imogen")])
def test_the_lone_voices(year, item, member):
    said = LEVELS[year][item]
    assert said[member] == 0
    assert medians(said.values()) == (2, 2)
    assert {level for who, level in said.items() if who != member} == {2, 3}


@pytest.mark.parametrize("year", YEARS)
def test_divide(year):
    for item, said in LEVELS[year].items():
        between = dict(deltas(said, 1))
        split = {pair for pair in between if item in DIVIDED and roster.HEALTH in pair}
        assert [between[pair] for pair in sorted(split)] == [1, -1][: len(split)]
        assert all(abs(between[pair]) <= Fraction(2, 3) for pair in between.keys() - split)
        assert all(abs(delta) <= Fraction(2, 3) for _, delta in deltas(said, 2))


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("item", sorted(DIVIDED))
def test_the_health_trust_stands_apart(year, item):
    health = {who for who in roster.ORDER[year] if roster.PEOPLE[who][1] == roster.HEALTH}
    said = LEVELS[year][item]
    assert {said[who] for who in health} == {1}
    assert {said[who] for who in said.keys() - health} <= {2, 3}


@pytest.mark.parametrize("year", YEARS)
def test_consensus(year):
    settled = {item: "abcde".index(level) for item, level in AGREED[year].items() if level != "!"}
    apart = [item for item, level in settled.items() if level not in medians(LEVELS[year][item].values())]
    assert sorted(SECTION.keys() - settled.keys()) == UNRESOLVED[year] == sorted(RATINGS[year].DISSENT)
    assert apart == APART[year]
    assert told(year, listed(UNRESOLVED[year]), listed(apart))


def test_consensus_apart_from_the_ratings():
    assert (AGREED["2026"]["5"], AGREED["2026"]["21"]) == ("e", "c")
    assert LEVELS["2026"]["5"][roster.CHAIR] == 4
    assert Counter(LEVELS["2026"]["5"].values()) == {2: 6, 3: 5, 4: 1}
    assert {*LEVELS["2026"]["21"].values()} == {0, 1}


@pytest.mark.parametrize("pair", PAIRS[:2])
def test_the_consensus_moves_by_one_level_at_most(pair):
    settled = [item for item in SECTION if "!" not in (AGREED[pair[0]][item], AGREED[pair[1]][item])]
    steps = {item: abs(ord(AGREED[pair[0]][item]) - ord(AGREED[pair[1]][item])) for item in settled}
    assert max(steps[item] for item in steps if item != "30") == 1
    assert steps["30"] == (2 if "2026" in pair else 0)


@pytest.mark.parametrize("year", YEARS)
def test_causes(year):
    areas = [area[0] for area in NOTES[year].AREAS]
    behind = {id: {*about.split()} & {*areas} for id, _, about in NOTES[year].CAUSES}
    sets = [names for n in range(1, 5) for names in combinations(behind, n)]
    reach = {names: len(set().union(*(behind[name] for name in names))) for names in sets}
    whole = [names for names in sets if reach[names] == max(reach.values())]
    best = max((names for names in sets if len(names) == 2), key=reach.get)
    without = [area for area in areas if all(area not in covered for covered in behind.values())]
    smallest = " or ".join(" + ".join(names) for names in whole if len(names) == len(whole[0]))
    covered = f"{reach[best]} of {max(reach.values())}"
    assert told(year, len(areas), max(reach.values()), listed(without), " + ".join(best), covered, smallest)
    assert reach[best] >= max(reach.values()) * Fraction(4, 5)


@pytest.mark.parametrize("year", YEARS)
def test_notes(year):
    notes = NOTES[year]
    written = [*notes.STRENGTHS, *notes.AREAS, *notes.EVIDENCE]
    ids = [note[0] for note in (*written, *notes.CAUSES)] + [action["id"] for action in notes.ACTIONS]
    pointed = [*(cause[2] for cause in notes.CAUSES), *(action["about"] for action in notes.ACTIONS)]
    assert len(ids) == len(set(ids))
    assert set(" ".join(pointed).split()) <= set(ids)
    assert all(SECTION[item] == section for _, section, item, _ in written if item)
    for kind in (notes.STRENGTHS, notes.AREAS):
        counts = Counter(section for _, section, _, _ in kind)
        assert counts.keys() == {part["id"] for part in FORM["sections"]}
        assert {*counts.values()} <= {2, 3, 4}
    status = Counter(action["status"] for action in notes.ACTIONS)
    assert told(year, status["done"], status["dropped"], status["open"])
