"""Groups that are shown only where nobody in them, and nobody left out, is given away."""

from itertools import product

import pandas as pd
import pytest

import assesslib as al
from assesslib.faults import FaultsError
from assesslib.tables.anonymity import TIERS, check_tier, group_counts, left_out, shown_grouping

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
