"""How much is shown: every tier can be chosen, and its words tell what it hides and what it does not."""

import pytest

from assesslib.tables import TIERS
from assesslib.widgets.tiers import SHOWN, WORDS, WRITTEN, tier_list, tier_words


def test_every_tier_has_its_words_and_can_be_chosen():
    assert set(SHOWN) == set(WORDS) == set(TIERS)
    assert {tier for _, tier in tier_list().options} == set(TIERS)
    assert tier_list().value == "named"


def test_words_tell_where_a_whole_group_is_known():
    known = "Where a whole group gave one level, that is known."
    assert [tier for tier, words in WORDS.items() if known in words] == ["organisation", "role"]
    assert WORDS["pooled"].endswith("Where everybody gave one level, that is known.")


@pytest.mark.parametrize("tier", ["organisation", "role", "pooled"])
def test_where_names_are_hidden_it_says_that_what_the_team_wrote_is_not(tier):
    assert f"{WORDS[tier]} {WRITTEN}</p>" in tier_words(tier)
    assert f"<p class=''>Something else. {WRITTEN}</p>" in tier_words(tier, "Something else.")


def test_with_names_it_says_no_more():
    assert f"<p class=''>{WORDS['named']}</p>" in tier_words("named")
