"""change(): every column by hand on small years, what chance is called, and what is hidden."""

import re
from dataclasses import replace
from itertools import combinations, product
from math import comb

import numpy as np
import pandas as pd
import pytest
from change_years import FORM, year
from pandas.testing import assert_frame_equal

from assesslib import stats
from assesslib.faults import FaultsError
from assesslib.tables import change
from assesslib.tables.change.change import COLUMNS

OLD, NEW = "2025-03-01", "2026-03-01"


def row(table, item="1"):
    return table.set_index("item").loc[item]


def test_every_column_of_a_row():
    before = year(OLD, "aaabbbb?", people="mnopqrst", agreed="b")
    after = year(NEW, "bbbcbbcd", people="mnopqruv", agreed="c")
    found = change(before, after)
    assert list(found) == COLUMNS
    told = row(found)
    assert told[COLUMNS[:1] + COLUMNS[2:11]].tolist() == [
        "s0", "1", "1 is asked", "same", "y2025", "y2026", 7, 8, "3 at a, 4 at b, 1 don’t know",
        "5 at b, 2 at c, 1 at d",
    ]  # fmt: skip
    assert told[["low_before", "high_before", "low_after", "high_after"]].tolist() == ["b", "b", "b", "b"]
    assert told[["gap_before", "gap_after"]].tolist() == [12 / 21, (5 * 2 + 5 * 2 + 2) / 28]
    assert told[["n_both", "up", "same", "down", "p", "smallest_p"]].tolist() == [6, 4, 2, 0, 0.125, 0.125]
    assert told[["n_left", "n_joined", "delta"]].tolist() == [1, 2, 1]
    assert told[["p_apart", "smallest_p_apart"]].tolist() == pytest.approx([2 / 3] * 2)
    assert told["spread_p"] == stats.spread_flip_test([0, 0, 0, 1, 1, 1], [1, 1, 1, 2, 1, 1])
    assert told[["q", "q_apart", "spread_q"]].isna().all()
    assert told[["agreed_before", "agreed_after", "agreed_moved"]].tolist() == ["b", "c", "up"]
    assert told[COLUMNS[-6:]].tolist() == ["too few to tell", "", False, "too few to tell", "same members", ""]


def test_levels_are_in_scale_order_and_counts_are_whole_numbers():
    found = change(year(OLD, "abc"), year(NEW, "abc"))
    for name in ("low_before", "high_after", "agreed_before", "agreed_after"):
        assert found[name].cat.ordered
        assert list(found[name].cat.categories) == list("abcde")
    assert {str(found[name].dtype) for name in ("n_before", "n_both", "up", "n_joined")} == {"Int64"}
    assert found["panel_moved"].dtype == bool


@pytest.mark.parametrize(
    ("before", "after", "word"),
    [("aaaaaa", "bbbbbb", "improved"), ("bbbbbb", "aaaaaa", "declined"), ("aaaaab", "bbbbba", "no clear change"),
     ("aaaaaa", "aaaaab", "no clear change"), ("aaaaaa", "aaaabb", "no clear change"),
     ("aaaaaa", "aaabbb", "too few to tell"), ("aaaaa", "bbbbb", "too few to tell"), ("a", "e", "too few to tell")],
)  # fmt: skip
def test_words_for_the_level_of_the_same_members(before, after, word):
    assert row(change(year(OLD, before), year(NEW, after)))[["level_word", "word"]].tolist() == [word] * 2


def test_the_family_is_all_items_that_could_tell_anything():
    lines = ("aaaaaa", "bbbbbb")
    alone = change(year(OLD, lines[0]), year(NEW, lines[1]))
    assert (row(alone)["q"], row(alone)["word"]) == (2 / 64, "improved")
    still = change(year(OLD, lines[0], "cccccc", "dddddd"), year(NEW, lines[1], "cccccc", "ddddde"))
    assert still["q"].tolist() == pytest.approx([2 / 64, float("nan"), float("nan")], nan_ok=True)
    among = change(year(OLD, lines[0], "bbbccc", "cccddd"), year(NEW, lines[1], "cccbbb", "dddccc"))
    assert (row(among)["q"], row(among)["word"]) == (6 / 64, "too few to tell")
    assert row(change(year(OLD, lines[0]), year(NEW, lines[1]), alpha=0.03))["word"] == "too few to tell"


def test_where_nobody_is_in_both_the_level_is_told_from_different_members():
    before, after = year(OLD, "aaaa", people="mnop"), year(NEW, "bbbb", people="qrst")
    told = row(change(before, after))
    assert told[["n_both", "n_left", "n_joined", "delta"]].tolist() == [0, 4, 4, 1]
    assert told[["p_apart", "q_apart"]].tolist() == pytest.approx([2 / comb(8, 4)] * 2)
    assert told[["word", "basis"]].tolist() == ["improved", "different members"]
    assert told[["p", "q"]].isna().all()
    turned = row(change(year(OLD, "bbbb", people="mnop"), year(NEW, "aaaa", people="qrst")))
    assert turned[["delta", "word"]].tolist() == [-1, "declined"]


def test_with_enough_in_both_those_who_left_and_joined_do_not_speak_for_the_level():
    before, after = year(OLD, "aaaaccccccc"), year(NEW, "eeeeccccccc", people="ABCDqrstuvw")
    told = row(change(before, after))
    assert told["q_apart"] == pytest.approx(2 / comb(8, 4))
    assert told[["n_both", "basis", "level_word"]].tolist() == [7, "same members", "no clear change"]


def test_with_too_few_in_both_and_too_few_apart_nothing_can_be_told():
    told = row(change(year(OLD, "aaaaa", people="mnopq"), year(NEW, "eeeee", people="mnXYZ")))
    assert told[["n_both", "n_left", "n_joined", "basis", "word"]].tolist() == [2, 3, 3, "", "too few to tell"]


def test_members_of_both_years_who_rated_once_take_part_in_neither_comparison():
    told = row(change(year(OLD, "aaab?"), year(NEW, "aaa?e")))
    assert told[["n_before", "n_after", "n_both", "n_left", "n_joined"]].tolist() == [4, 4, 3, 0, 0]


def test_views_converge_and_split_among_the_same_members():
    apart, together = "aaaaeeee", "cccccccc"
    assert row(change(year(OLD, apart), year(NEW, together)))["word"] == "views converged"
    assert row(change(year(OLD, together), year(NEW, apart)))["word"] == "views split"
    both = row(change(year(OLD, "aaaabbbb"), year(NEW, "ddddcccc")))
    assert both[["word", "view_word"]].tolist() == ["improved", ""]


def test_a_level_and_a_view_word_stand_together():
    told = row(change(year(OLD, "aaabbbccc"), year(NEW, "ddddddddd")))
    assert told["word"] == "improved, views converged"


def test_the_smallest_p_of_the_spread_is_that_of_every_way_to_turn_the_ratings_round():
    before, after = "aacceb", "bbcdda"
    told = row(change(year(OLD, before), year(NEW, after)))
    places = [[ord(letter) - ord("a") for letter in line] for line in (before, after)]
    turned = [
        [[*pair][:: -1 if way else 1] for pair, way in zip(zip(*places, strict=True), ways, strict=True)]
        for ways in product((0, 1), repeat=6)
    ]
    assert told["smallest_spread_p"] == min(stats.spread_flip_test(*zip(*pairs, strict=True)) for pairs in turned)


def test_the_smallest_p_of_the_spread_of_different_members_is_that_of_every_deal():
    told = row(change(year(OLD, "aabe", people="mnop"), year(NEW, "cdea", people="qrst")))
    pooled = sorted("aabecdea")
    deals = (set(places) for places in combinations(range(8), 4))
    sides = (([pooled[n] for n in deal], [pooled[n] for n in range(8) if n not in deal]) for deal in deals)
    p = {stats.spread_permutation_test(*([side.count(code) for code in "abcde"] for side in both)) for both in sides}
    assert told["smallest_spread_p"] == pytest.approx(min(p))


def test_the_family_of_the_spread_is_the_items_that_could_tell():
    # On items 2 and 3 eight moved, and none of them could have changed the spread.
    told = change(year(OLD, "aaaaeeee", "aaaabbbb", "cccccccc"), year(NEW, "cccccccc", "bbbbaaaa", "cccccccc"))
    assert told["smallest_spread_p"].tolist() == [2 / 2**8, 1, 1]
    assert told["spread_q"].tolist() == pytest.approx([2 / 2**8, np.nan, np.nan], nan_ok=True)


def test_views_of_all_where_nobody_is_in_both():
    before, after = year(OLD, "aaaaeeee", people="mnopqrst"), year(NEW, "cccccccc", people="ABCDEFGH")
    told = row(change(before, after))
    assert told["spread_p"] == pytest.approx(2 / comb(16, 8))
    assert told["view_word"] == "views converged"


def test_a_panel_that_moved_with_no_one_moving():
    before, after = year(OLD, "ccccccdd", people="mnopqrst"), year(NEW, "ccccccbbbbbbbb", people="mnopqrABCDEFGH")
    told = row(change(before, after))
    assert told[["up", "down", "panel_moved"]].tolist() == [0, 0, True]
    assert told["word"] == "moved with no one moving (panel change)"
    # Somebody moved, so it is not said that nobody did.
    restless = year(OLD, "bdccccdd", people="mnopqrst")
    told = row(change(restless, after))
    assert told[["up", "down", "panel_moved", "word"]].tolist() == [1, 1, True, "no clear change"]


def test_medians_that_moved_by_answers_left_out_are_no_change_of_panel():
    told = row(change(year(OLD, "bbbbccc"), year(NEW, "??bbccc")))
    assert told[["low_before", "low_after", "panel_moved", "word"]].tolist() == ["b", "c", False, "too few to tell"]
    # Somebody joined as well, and alone that moves nothing.
    joined = row(change(year(OLD, "bbbbccc"), year(NEW, "??bbcccc", people="mnopqrst")))
    assert joined[["n_joined", "panel_moved"]].tolist() == [1, False]


def test_the_median_of_those_who_stayed_moved_too():
    before, after = year(OLD, "aaac", people="mnop"), year(NEW, "bbbc", people="mnop")
    assert not row(change(before, after))["panel_moved"]


@pytest.mark.parametrize(
    ("lines", "agreed", "words"),
    [(("aaaaaa", "bbbbbb"), "bb", "members moved, consensus did not"), (("aaaaaa", "bbbbbb"), "bc", ""),
     (("aaaaaa", "bbbbbb"), "cb", "consensus and members moved opposite ways"),
     (("bbbbbb", "aaaaaa"), "bc", "consensus and members moved opposite ways"),
     (("bbbbbb", "bbbbbb"), "bc", "consensus moved, members did not"),
     (("abbbbb", "babbbb"), "bc", "consensus moved, members did not"),
     (("abbbbb", "bbbbbb"), "bc", "consensus moved, members show no clear change"),
     (("aaaaaa?????", "?????bbbbbb"), "bb", ""), (("aaaaaa", "bbbbbb"), "!b", ""),
     (("aaaaaa", "bbbbbb"), "b.", ""), (("aaaaa", "bbbbb"), "bb", "")],
)  # fmt: skip
def test_the_consensus_beside_the_members(lines, agreed, words):
    before, after = (year(day, line, agreed=one) for day, line, one in zip((OLD, NEW), lines, agreed, strict=True))
    assert row(change(before, after))["beside"] == words


def test_a_consensus_of_facets_is_no_one_level():
    before, after = year(OLD, "aaa", agreed="a"), year(NEW, "aaa", agreed="b")
    facets = after.consensus.iloc[[0, 0]].assign(facet=["local", "national"], state="split")
    after.consensus = pd.concat([facets, after.consensus.iloc[1:]], ignore_index=True)
    told = row(change(before, after))
    assert pd.isna(told["agreed_after"])
    assert told["agreed_moved"] == ""


def test_split_ratings_and_those_without_a_level_are_counted_and_never_moved():
    told = row(change(year(OLD, "a?-."), year(NEW, "bbbb")))
    assert told["said_before"] == "1 at a, 1 no answer, 1 not applicable, 1 don’t know"
    assert told[["n_before", "n_after", "n_both", "up"]].tolist() == [1, 4, 1, 1]


def test_an_item_that_nobody_rated_in_one_year():
    told = row(change(year(OLD, "aaa", "bbb"), year(NEW, "aaa", "...")), "2")
    assert told[["said_after", "n_after", "n_both", "word"]].tolist() == [
        "nobody rated this, 3 no answer", 0, 0, "too few to tell",
    ]  # fmt: skip
    assert told[["low_after", "gap_after", "p", "delta", "spread_p"]].isna().all()


def test_rounds_other_than_the_first_change_nothing():
    before, after = year(OLD, "aabbcc"), year(NEW, "aabbcd")
    other = after.ratings.assign(round=2, level=pd.Categorical(["e"] * 6, dtype=after.ratings["level"].dtype))
    wordy = year(NEW, "aabbcd")
    wordy.ratings = pd.concat([other.assign(round=0), after.ratings, other], ignore_index=True)
    assert_frame_equal(change(before, wordy), change(before, after))


def test_turned_time_turns_every_sign():
    before, after = year(OLD, "abcdeab", "cbbacbd"), year(NEW, "bbddeca", "cbabced")
    there = change(before, after).set_index("item")
    before.date, after.date = after.date, before.date
    back = change(after, before).set_index("item")
    assert back[["up", "down"]].values.tolist() == there[["down", "up"]].values.tolist()
    for name in ("p", "q", "spread_p", "spread_q"):
        np.testing.assert_array_equal(back[name], there[name])


TIERS = ("role", "organisation", "pooled")


@pytest.mark.parametrize("tier", TIERS)
def test_off_named_nothing_is_shown_that_rests_on_fewer_than_three(tier):
    before, after = year(OLD, "aab", "aaa"), year(NEW, "bb.", "abb")
    two, three = (row(change(before, after, anonymity=tier), item) for item in ("1", "2"))
    assert two[["said_before", "said_after"]].tolist() == ["2 at a, 1 at b", "too few to be shown"]
    assert two["n_both"] == 2
    assert (
        two[["n_after", "low_after", "gap_after", "up", "same", "down", "p", "smallest_p", "q", "spread_p"]]
        .isna()
        .all()
    )
    assert three[["up", "same", "down"]].tolist() == [2, 1, 0]
    assert row(change(before, after))[["up", "same", "down"]].tolist() == [2, 0, 0]


@pytest.mark.parametrize("tier", TIERS)
def test_off_named_two_who_left_are_compared_with_nobody(tier):
    before, after = year(OLD, "aa", people="mn"), year(NEW, "e" * 12, people="ABCDEFGHIJKL")
    third = year(OLD, "aaa", people="mno")
    assert row(change(before, after))["word"] == "improved"
    hidden = row(change(before, after, anonymity=tier))
    assert hidden[["delta", "p_apart", "smallest_p_apart", "q_apart", "spread_p"]].isna().all()
    assert hidden[["word", "basis"]].tolist() == ["too few to tell", ""]
    assert row(change(third, after, anonymity=tier))["word"] == "improved"


@pytest.mark.parametrize("tier", TIERS)
def test_off_named_one_who_left_or_joined_cannot_be_worked_out_from_the_others(tier):
    # Nobody else moved, so all counts less theirs would be what m said, and what z says.
    before, after = year(OLD, "accccccc", people="mnopqrst"), year(NEW, "eccccccc", people="znopqrst")
    assert row(change(before, after))[["up", "same", "down", "spread_p"]].tolist() == [0, 7, 0, 1]
    hidden = row(change(before, after, anonymity=tier))
    assert hidden[["up", "same", "down", "p", "q", "spread_p", "smallest_spread_p"]].isna().all()
    assert hidden[["n_both", "n_left", "n_joined", "word"]].tolist() == [7, 1, 1, "no clear change"]
    # Three who left, and three who joined, are enough to hide each.
    three = (year(OLD, "aaaccccccc", people="jkmnopqrst"), year(NEW, "eeeccccccc", people="xyznopqrst"))
    assert row(change(*three, anonymity=tier))[["up", "same", "down"]].tolist() == [0, 7, 0]


def test_off_named_the_word_stays_where_the_numbers_are_not_shown():
    before, after = year(OLD, "abbbbbbb", people="mnopqrst"), year(NEW, "eccccccc", people="znopqrst", agreed="c")
    before.consensus = year(OLD, "a", agreed="c").consensus
    hidden = row(change(before, after, anonymity="pooled"))
    assert hidden[["word", "basis", "beside"]].tolist() == [
        "improved", "same members", "members moved, consensus did not",
    ]  # fmt: skip
    assert pd.isna(hidden["up"])


def test_off_named_nothing_is_said_of_a_panel_by_one_or_two():
    before, after = year(OLD, "bbbbccc", people="mnopqrs"), year(NEW, "cbbbccc", people="znopqrs")
    assert row(change(before, after))["panel_moved"]
    assert not row(change(before, after, anonymity="pooled"))["panel_moved"]


@pytest.mark.parametrize("tier", TIERS)
def test_off_named_least_is_never_under_three(tier):
    before, after = year(OLD, "aa"), year(NEW, "bb")
    assert pd.isna(row(change(before, after, anonymity=tier, least=1))["up"])
    assert row(change(before, after, least=1))["up"] == 2


@pytest.mark.parametrize("least", ["x", 0, 2.5, None])
def test_a_least_that_is_none(least):
    message = f"“{least}” is not a number of members. Give a whole number from 1 on."
    with pytest.raises(FaultsError, match=f"^{re.escape(message)}$"):
        change(year(OLD, "aa"), year(NEW, "ab"), anonymity="pooled", least=least)


def test_least_is_an_argument():
    before, after = year(OLD, "aaaa"), year(NEW, "aabb")
    assert row(change(before, after, anonymity="pooled"))["up"] == 2
    assert pd.isna(row(change(before, after, anonymity="pooled", least=5))["up"])


def test_one_member_and_nobody_in_both_say_what_they_can():
    told = row(change(year(OLD, "a", people="m"), year(NEW, "c", people="n")))
    assert told[["n_left", "n_joined", "delta", "p_apart", "word"]].tolist() == [1, 1, 1, 1, "too few to tell"]
    assert np.isnan(told["spread_p"])


def without_members(assessment):
    assessment.members = assessment.members.iloc[:0]
    return assessment


REFUSED = {
    "twice": (
        lambda: (year(OLD, "aa"),) * 2,
        "“y2025” is given twice, and nothing can have changed. Give the assessments of two different years.",
    ),
    "read twice": (
        lambda: (year(OLD, "aa"), year(OLD, "aa")),
        "“y2025” is given twice, and nothing can have changed. Give the assessments of two different years.",
    ),
    "turned round": (
        lambda: (year(NEW, "aa"), year(OLD, "aa")),
        "“y2026” of 2026-03-01 is given as the earlier assessment, and “y2025” of 2025-03-01 as the later one. "
        "Turn the two round.",
    ),
    "undated": (
        lambda: (year("", "aa"), year(NEW, "aa")),
        "y/assessment.toml, date: The date is missing, and without it nobody can tell which assessment came first. "
        'Write the day of the assessment, like date = "2026-03-01".',
    ),
    "nobody rated": (
        lambda: (year(OLD, "aa"), year(NEW, "??", "..")),
        "“y2026” has no level that a member gave alone, so there is nothing to compare. Choose an assessment in which "
        "members rated, or enter their ratings first.",
    ),
    "both empty": (
        lambda: (year(OLD), year(NEW, "..")),
        "“y2025” has no level that a member gave alone, so there is nothing to compare. Choose an assessment in which "
        "members rated, or enter their ratings first.\n“y2026” has no level that a member gave alone, so there is "
        "nothing to compare. Choose an assessment in which members rated, or enter their ratings first.",
    ),
    "no members": (
        lambda: (year(OLD, "aa"), without_members(year(NEW, "ab"))),
        "“y2026/assessment.toml” lists no members, so no file of ratings belongs to anybody and nothing can be "
        "compared. Add a table [[members]] for each member, with the id that their file in ratings/ is called by.",
    ),
    "no assessment": (
        lambda: (year(OLD, "aa"), "data/y2026"),
        "“data/y2026” is not an assessment. Open its folder with open_assessment and give what that returns.",
    ),
    "another thing": (
        lambda: (year(OLD, "aa"), 2026),
        "“int” is not an assessment. Open its folder with open_assessment and give what that returns.",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("pair", "message"), REFUSED.values(), ids=REFUSED)
def test_refused(pair, message):
    with pytest.raises(FaultsError, match=f"^{re.escape(message)}$"):
        change(*pair())


def test_two_of_one_day():
    other = year(OLD, "ab")
    other.name = "again"
    message = (
        "“y2025” and “again” have the same date, 2025-03-01, so nobody can tell which came first. Correct the date in "
        "one of the two files assessment.toml, or choose assessments of two different days."
    )
    with pytest.raises(FaultsError, match=f"^{re.escape(message)}$"):
        change(year(OLD, "aa"), other)


def test_a_copy_under_another_name():
    other = year(OLD, "ab")
    other.name = "copy"
    message = (
        "“y2025” and “copy” have the same date, 2025-03-01, the same members and the same ratings: they look like "
        "copies of one assessment. Compare one of them with the assessment of another year."
    )
    with pytest.raises(FaultsError, match=f"^{re.escape(message)}$"):
        change(year(OLD, "ab"), other)


@pytest.mark.parametrize("alpha", [0, 1, -0.1, "5%", None])
def test_an_alpha_out_of_range(alpha):
    message = f"“{alpha}” is no share of false alarms to allow. Give a number above 0 and below 1, like 0.05."
    with pytest.raises(FaultsError, match=f"^{re.escape(message)}$"):
        change(year(OLD, "aa"), year(NEW, "aa"), alpha=alpha)


def test_an_unknown_tier():
    with pytest.raises(FaultsError) as refused:
        change(year(OLD, "aa"), year(NEW, "aa"), anonymity="secret")
    assert str(refused.value).startswith("“secret” is no tier of anonymity.")


def test_two_frameworks_without_a_crosswalk():
    after = year(NEW, "aa", framework=replace(FORM, id="other", version="2"))
    message = (
        "“small 1” and other 2 are different frameworks, and no crosswalk says which of their items belong together. "
        "Draft one with: assess crosswalk small other --to FILE.toml, read it line by line and confirm it."
    )
    with pytest.raises(FaultsError, match=f"^{re.escape(message)}$"):
        change(year(OLD, "aa"), after)
