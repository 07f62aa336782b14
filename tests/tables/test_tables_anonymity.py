"""Groups that are shown only where nobody in them, and nobody left out, is given away."""

from dataclasses import replace
from inspect import signature
from itertools import product

import numpy as np
import pandas as pd
import pytest

import assesslib as al
from assesslib import tables
from assesslib.assessment import standing
from assesslib.faults import FaultsError
from assesslib.tables.anonymity import TIERS, check_tier, group_counts, left_out, shown_grouping, veiled, withheld

CSIT = al.load_framework("csit-collaborative-working")
LETTERS = "abcde"


def ratings(*groups, item="1"):
    """Ratings of one item by groups, a line of letters each; "." is no answer."""
    rows = [
        {"member": f"{group}{n}", "organisation": group, "role": f"r{n % 2}", "item": item, "section": "preparing",
         "round": "1", "assessment": "x"}
        | ({"state": "blank"} if letter == "." else {"state": "rated", "level": letter})
        for group, line in zip("PQRSTU", groups, strict=False) for n, letter in enumerate(line)
    ]  # fmt: skip
    return al.ratings.tidy(rows, CSIT)


def shown(*groups, anonymity="organisation"):
    return "".join(group_counts(ratings(*groups), "organisation", anonymity=anonymity)["group"])


@pytest.mark.parametrize(
    ("groups", "named", "safe"),
    [
        (("aaaa", "bbb", "ccc"), "PQR", "PQR"),
        (("aaaa", "bbb", "cc", "d"), "PQ", "PQ"),
        (("aaaa", "bbb", "ccc", "d"), "PQR", "PR"),
        (("aaaa", "bb", "."), "P", ""),
        (("aaaa", "bbbb", "cc"), "PQ", "Q"),
        (("aaaa", "bb.", "c"), "P", "P"),
        (("aaa", "..."), "P", "P"),
        (("aa", "b"), "", ""),
        (("...",), "", ""),
    ],
)
def test_small_groups_and_what_could_be_worked_out_are_left_out(groups, named, safe):
    assert (shown(*groups, anonymity="named"), shown(*groups)) == (named, safe)


def test_the_counts_of_a_group_are_those_of_its_members():
    row = group_counts(ratings("aab.", "ccc"), "organisation").iloc[0]
    assert row[["section", "item", "group", "a", "b", "c", "blank", "n"]].tolist() == [
        "preparing", "1", "P", 2, 1, 0, 1, 3
    ]  # fmt: skip
    assert group_counts(ratings("ab", "c"), "role", least=1)["group"].tolist() == ["r0", "r1"]


def test_members_without_a_group_are_never_shown_and_count_as_left_out():
    one = ratings("aaa", "bbb", "c").assign(organisation=lambda rows: rows["organisation"].replace({"P": ""}))
    assert group_counts(one, "organisation", anonymity="organisation")["group"].tolist() == ["Q"]
    assert left_out(one, "organisation") == ["R"]


def reachable(sets):
    """Every set of members whose counts follow from the given ones by taking a part from a whole or adding parts."""
    known = set(sets)
    while True:
        pairs = [(one, two) for one in known for two in known]
        new = {one - two for one, two in pairs if two < one} | {one | two for one, two in pairs if not one & two}
        if new <= known:
            return known - {frozenset()}
        known |= new


@pytest.mark.parametrize("sizes", [sizes for sizes in product(range(5), repeat=4) if sum(sizes) > 2])
def test_no_difference_between_two_outputs_gives_fewer_than_three_away(sizes):
    groups = ["c" * size for size in sizes]
    said = ratings(*groups)
    members = {name: frozenset(rows["member"]) for name, rows in said.groupby("organisation")}
    found = group_counts(said, "organisation", anonymity="organisation")
    everybody = frozenset(said["member"])
    known = reachable([everybody, *(members[name] for name in found["group"])])
    assert min(map(len, known)) >= 3


@pytest.mark.parametrize(
    ("tier", "by", "said"),
    [
        ("xxx", "", "“xxx” is no tier of anonymity. Allowed: named, role, organisation, pooled; nearest: role. "
                       "Choose one of these."),
        (None, "", "“None” is no tier of anonymity. Allowed: named, role, organisation, pooled; nearest: role. "
                   "Choose one of these."),
        ("role", "age", "“age” is nothing members are grouped by. Allowed: organisation, role; nearest: role. "
                        "Choose one of these."),
        ("role", "organisation", "“organisation” is hidden where only the role is shown. "
                                 "Choose “named” or “organisation”."),
        ("pooled", "organisation", "“organisation” is hidden where everybody is “pooled”. "
                                   "Choose “named” or “organisation”."),
    ],
)  # fmt: skip
def test_a_tier_that_hides_a_grouping_is_refused_in_words(tier, by, said):
    with pytest.raises(FaultsError) as refused:
        check_tier(tier, by)
    assert str(refused.value) == said


def test_another_grouping_is_refused_in_words():
    with pytest.raises(FaultsError) as refused:
        group_counts(ratings("aaa"), "age")
    assert str(refused.value) == (
        "“age” is nothing members are grouped by. Allowed: organisation, role; nearest: role. Choose one of these."
    )


def test_the_grouping_of_a_tier():
    assert [shown_grouping(tier) for tier in TIERS] == ["organisation", "role", "organisation", ""]
    assert isinstance(group_counts(ratings("aa"), "role"), pd.DataFrame)


def test_what_is_held_back_is_known_and_stays_known_when_it_is_taken_out():
    said = pd.concat([ratings("aae"), ratings("ae.", item="2"), ratings("...", item="3"), ratings("e..", item="4")])
    for tier in TIERS:
        held = [] if tier == "named" else ["2", "4"]
        taken = veiled(said, tier)
        assert withheld(said, tier) == withheld(taken, tier) == withheld(veiled(taken, tier), tier) == held
        assert list(taken["item"].drop_duplicates()) == [item for item in "1234" if item not in held]
    assert withheld(said, "pooled", least=4) == ["1", "2", "4"]
    assert withheld(said, "pooled", least=1) == ["2", "4"]
    assert withheld(said, "pooled", round=2) == []


def test_each_of_two_assessments_is_veiled_for_itself():
    now, before = ratings("ae"), ratings("aec").assign(assessment="before")
    both = pd.concat([now.assign(member="n" + now["member"]), before])
    assert veiled(both, "pooled")["assessment"].unique().tolist() == ["before"]


def test_every_table_takes_a_tier():
    shown = [getattr(tables, name) for name in tables.__all__ if callable(getattr(tables, name))]
    own = [one for one in shown if not one.__module__.startswith("assesslib.tables.change")]
    made = [one for one in own if signature(one).return_annotation in (pd.DataFrame, "pd.DataFrame")]
    assert {"threads", "late", "board", "spread", "evidence_audit", "agenda"} <= {one.__name__ for one in made}
    named = [one for one in [*made, tables.behind] if next(iter(signature(one).parameters)) != "counts"]
    assert [one.__name__ for one in named if "anonymity" not in signature(one).parameters] == []
    assert {one.__name__ for one in made} - {one.__name__ for one in named} == {
        "apart_of_counts",
        "disparity_of_counts",
        "over_partnerships",
    }


@pytest.fixture(scope="module")
def meeting(tmp_path_factory):
    """An assessment with its consensus and notes, and nothing rated yet."""
    members = [{"id": f"m{n}", "organisation": "P", "role": "x"} for n in range(9)]
    one = al.create_assessment(tmp_path_factory.mktemp("attack") / "x", framework="csit-collaborative-working",
                               partnership="P", date="2026-03-03", members=members)  # fmt: skip
    for item, level in {"1": "c", "2": "a"}.items():
        one.agree(item, level)
    one.add_note("evidence", "No formal minutes.", id="evidence-1", item="1")
    return standing(one)


def rated(meeting, lines, groups, roles):
    """The meeting with ratings: a line of letters an item, a letter a member."""
    rows = [
        {"member": f"m{n}", "organisation": group, "role": role, "item": item, "section": "preparing", "round": "1",
         "assessment": "x"} | ({"state": "blank"} if letter == "." else {"state": "rated", "level": letter})
        for item, line in lines.items()
        for n, (letter, group, role) in enumerate(zip(line, groups, roles, strict=True))
    ]  # fmt: skip
    return replace(meeting, ratings=al.ratings.tidy(rows, CSIT))


def everything(said, tier):
    """All that the tables show of an assessment at a tier, by what it is."""
    by, items, framework = shown_grouping(tier), said.framework.table(), said.framework
    how = {"anonymity": tier}
    apart = tables.disparity(said.ratings, **how)
    threads = tables.threads(said, basis="medians", shuffles=20, **how)
    yield from (apart, tables.spread(apart, items, **how), threads)
    yield tables.threads_grid(said, threads, basis="medians", **how)
    yield from (table(said, **how) for table in (tables.consensus_gap, tables.section_summary, tables.drift))
    yield from (table(said, **how) for table in (tables.findings, tables.evidence_audit, tables.board))
    yield tables.agenda(said.ratings, framework, said.members, 30, **how)
    yield tables.section_grid(said.ratings, items, said.members, "preparing", sort="disparity", **how)
    yield tables.group_grid(said.ratings, items, "preparing", "", **how)
    for item in ("1", "2"):
        yield from tables.behind(said, [item], **how).values()
    if by:
        yield from (tables.group_counts(said.ratings, by, least=least, **how) for least in (1, 3, 4))
        yield tables.divides(said.ratings, by, **how)
        yield pd.DataFrame({"held": [tables.held_back(said.ratings, by, **how)]})
        yield pd.DataFrame({"out": tables.left_out(said.ratings, by, **how)})


def swapped(line, groups, shown):
    """The line with two different levels changed over, once in each shown group and once among those left out."""
    home = [group if group in shown else "" for group in groups]
    for cell in dict.fromkeys(home):
        own = [n for n, letter in enumerate(line) if home[n] == cell and letter != "."]
        others = [n for n in own if line[n] != line[own[0]]]
        if others:
            letters = list(line)
            letters[own[0]], letters[others[0]] = line[others[0]], line[own[0]]
            yield "".join(letters)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("tier", ["role", "organisation", "pooled"])
def test_whoever_sees_everything_at_a_tier_cannot_tell_one_members_level(meeting, tier, seed):
    """Beside each team stands another, in which the member said something else and of which all tables show the same.

    Only where all of a shown group, or all of those left out, gave one level, there is none: that much is known.
    """
    chance = np.random.default_rng([seed, 4])
    size = int(chance.integers(6, 9))
    groups, roles = ("".join(chance.choice(list(names), size)) for names in ("PPQR", "xxyz"))
    first = "".join(chance.choice(list("aace."), size))
    few = "".join(chance.permutation(list("ae" + "." * (size - 2))))
    by = {"role": roles, "organisation": groups}.get(tier, "." * size)
    said = rated(meeting, {"1": first, "2": few}, groups, roles)
    seen = list(everything(said, tier))
    shown = set(group_counts(said.ratings, tier, anonymity=tier)["group"]) if tier != "pooled" else {"."}
    others = [(line, few) for line in swapped(first, by, shown)]
    others += [(first, few.replace("e", "b")), (first, few.replace("a", "c"))]
    for one, two in others:
        assert (one, two) != (first, few)
        also = list(everything(rated(meeting, {"1": one, "2": two}, groups, roles), tier))
        for left, right in zip(seen, also, strict=True):
            pd.testing.assert_frame_equal(left, right)


def test_the_attack_finds_what_names_give_away(meeting):
    teams = [rated(meeting, {"1": line, "2": "......"}, "PPPQQQ", "xxxyyy") for line in ("aaeeec", "aeaeec")]
    same = [one.equals(two) for one, two in zip(*(everything(team, "named") for team in teams), strict=True)]
    assert not all(same)
