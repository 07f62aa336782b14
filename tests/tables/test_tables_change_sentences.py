"""What changed in sentences: the right grammar and the right n, declines beside improvements, no name too many."""

import re
from pathlib import Path

import pytest
from small_forms import form
from years_apart import note, year

import assesslib as al
from assesslib.framework import Crossing, Crosswalk
from assesslib.tables.change.sentences import CHANGE_KINDS, change_findings
from assesslib.tables.change.telling import ways

DATA = Path(__file__).parents[2] / "data"
YEARS = {n: al.assessment.standing(al.open_assessment(DATA / f"collaboration-{n}")) for n in (2024, 2025, 2026)}
EIGHT = "cccccccc"
ONE = form("-")


def compare(then, now, **more):
    return change_findings(year(2025, then, framework=form("- - -", "- -", "-")), year(2026, now), **more)


def words(found, kind):
    return found.loc[found["kind"] == kind, "words"].tolist()


def test_one_sentence_an_item_that_moved_declines_as_prominent_as_gains():
    found = compare({"1": EIGHT, "2": EIGHT, "3": EIGHT, "4": EIGHT},
                    {"1": "bbbbbbbb", "2": "dddddddd", "3": "dddddddb", "4": "ddddddbc"}, alpha=0.1)  # fmt: skip
    assert words(found, "moved") == [
        "Standard 1 declined: of 8 who rated it in both years, all 8 rate it lower now.",
        "Standard 2 improved: of 8 who rated it in both years, all 8 rate it higher now.",
        "Standard 3 improved: of 8 who rated it in both years, 7 rate it higher now and 1 lower.",
    ]
    rows = found[found["kind"] == "moved"]
    assert rows[["items", "n", "rests_on", "section"]].to_numpy().tolist() == [
        [(item,), 8, "8 members in both years", "s0"] for item in "123"
    ]


def test_the_consensus_beside_the_members():
    def told(agreed_then, agreed_now):
        then = year(2025, {"1": EIGHT}, agreed=agreed_then, framework=ONE)
        found = change_findings(then, year(2026, {"1": "dddddddd"}, agreed=agreed_now, framework=ONE))
        return words(found, "moved") + words(found, "consensus")

    moved = "Standard 1 improved: of 8 who rated it in both years, all 8 rate it higher now"
    assert told({"1": "c"}, {"1": "d"}) == [f"{moved}; the consensus went from c to d."]
    assert told({"1": "c"}, {}) == [f"{moved}."]
    assert told({"1": "c"}, {"1": "c"}) == [
        f"{moved}; the consensus stayed at c.",
        "The consensus on standard 1 stayed at c, while members moved: of 8 who rated it in both years, all 8 rate it "
        "higher now.",
    ]
    assert told({"1": "c"}, {"1": "b"}) == [
        f"{moved}; the consensus went from c to b.",
        "The consensus on standard 1 went from c to b, while members moved the other way: of 8 who rated it in both "
        "years, all 8 rate it higher now.",
    ]


def test_a_consensus_that_moved_without_the_members():
    then, now = (year(n, {"1": EIGHT}, agreed={"1": level}, framework=ONE) for n, level in ((2025, "c"), (2026, "e")))
    assert words(change_findings(then, now), "consensus") == [
        "The consensus on standard 1 went from c to e, while members did not move: of 8 who rated it in both years, "
        "all 8 rate it the same."
    ]
    even = year(2026, {"1": "bdcccccc"}, agreed={"1": "e"}, framework=ONE)
    assert words(change_findings(then, even), "consensus") == [
        "The consensus on standard 1 went from c to e, while as many members moved up as down: of 8 who rated it in "
        "both years, 1 rates it higher now, 1 lower and 6 the same."
    ]
    some = year(2026, {"1": "ddcccccc"}, agreed={"1": "e"}, framework=ONE)
    assert words(change_findings(then, some), "consensus") == [
        "The consensus on standard 1 went from c to e, while members show no clear change: of 8 who rated it in both "
        "years, 2 rate it higher now and 6 the same."
    ]


def test_other_people_now_are_told_as_other_people():
    then = year(2025, {"1": "bbbbb"}, people="mnopq", framework=ONE)
    found = change_findings(then, year(2026, {"1": "ddddd"}, people="uvwxy", framework=ONE))
    assert found.loc[found["kind"] == "moved", ["words", "n", "rests_on"]].to_numpy().tolist() == [[
        "Standard 1 improved: all of the 5 who rated it only now above all of the 5 who rated it only before; nobody "
        "rated it in both years.", 10, "5 members only before, 5 only now",
    ]]  # fmt: skip
    assert words(found, "team")[0] == (
        "Nobody took part in both years; 5 left (m, n, o, p and q) and 5 joined (u, v, w, x and y). So nobody’s own "
        "movement can be followed, and a difference may be one of people. If somebody is the same under another id or "
        "name, match the two; else compare again with more people who rate in both years."
    )


def test_in_short_with_none_one_and_many():
    assert words(compare({"1": EIGHT}, {"1": EIGHT}), "sum") == [
        "None of 6 standards improved, none declined, 1 shows no clear change of level and 5 cannot be told from so "
        "few."
    ]
    assert words(compare({"1": EIGHT}, {"1": "bbbbbbbb"}), "sum") == [
        "None of 6 standards improved, 1 declined and 5 cannot be told from so few. The words allow for all "
        "standards that could show a movement having been looked at: on average, no more than 5 of 100 movements so "
        "named come about by chance."
    ]
    found = change_findings(year(2025, {"1": EIGHT}, framework=ONE), year(2026, {"1": EIGHT}, framework=ONE))
    assert found.loc[found["kind"] == "sum", ["n", "rests_on"]].to_numpy().tolist() == [[1, "1 standard"]]
    assert words(found, "sum") == ["None of 1 standard improved, none declined and 1 shows no clear change of level."]


def test_views_that_converge_and_split():
    camps, near = "aaaaaaeeeeee", "bbbbbbdddddd"
    chance = "By chance, views change as much in fewer than 1 of 100 cases (exact p 0.00049)."
    found = compare({"1": camps, "2": "cccccccccccc"}, {"1": "cccccccccccc", "2": near})
    assert words(found, "view") == [
        "Views converged on standard 1: two members differed by 2.2 levels on average and differ by 0.0 now. Before: "
        f"6 at a, 6 at e. Now: 12 at c. {chance}",
        "Views split on standard 2: two members differed by 0.0 levels on average and differ by 1.1 now. Before: "
        f"12 at c. Now: 6 at b, 6 at d. {chance}",
    ]
    assert words(found, "sum")[1] == "Views converged on standard 1 and split on standard 2."
    assert not [said for said in words(found, "unclear") if "standards 1" in said.lower()]


def test_a_median_that_moved_with_no_one_moving():
    then = year(2025, {"1": "bbbbccc"}, people="mnopqrs", framework=ONE)
    now = year(2026, {"1": "bbbbccccc"}, people="mnoptuvwx", framework=ONE)
    assert words(change_findings(then, now), "panel") == [
        "Standard 1 moved with no one moving: its median went from b to c. Of 4 who rated it in both years, all 4 rate "
        "it the same: what has changed is who is in the team."
    ]


def test_what_would_tell_alone_and_does_not_among_many():
    found = compare({"1": "cccccccc", "2": "ccccdddd", "3": "bbbbcccc", "4": "aaaabbbb"},
                    {"1": "ddddddcc", "2": "ddddcccc", "3": "ccccbbbb", "4": "bbbbaaaa"})  # fmt: skip
    assert words(found, "unclear")[1] == (
        "It cannot be told of standard 1: all 6 who moved went up, but so many all going one way comes about by chance "
        "in about 3 of 100 cases, too often among so many looked at."
    )


def test_it_says_why_it_cannot_be_told_and_with_what_n():
    found = compare({"1": "cccc", "2": "cccc", "3": EIGHT, "4": "c......", "5": EIGHT},
                    {"1": "dddd", "2": "cccc", "3": "ddddcccc", "4": ".ddddd", "5": "bbbccccc"})  # fmt: skip
    assert words(found, "unclear") == [
        "It cannot be told of standards 1 and 2: with 4 members in both years, even if all moved one way it could be "
        "chance.",
        "It cannot be told of standard 3: all 4 who moved went up, but so many all going one way comes about by chance "
        "in about 12 of 100 cases.",
        "It cannot be told of standard 4: nobody gave it a level in both years.",
        "It cannot be told of standard 5: all 3 who moved went down, but so many all going one way comes about by "
        "chance in about 25 of 100 cases.",
        "It cannot be told of standard 6: nobody gave it a level in 2025 or in 2026.",
    ]
    assert found.loc[found["kind"] == "unclear", ["n", "rests_on"]].to_numpy().tolist() == [
        [4, "4 members in both years"], [8, "8 members in both years"], [0, "no members"],
        [8, "8 members in both years"], [0, "no members"],
    ]  # fmt: skip


def test_where_other_members_went_against_those_in_both_years_both_are_told():
    then = year(2025, {"1": "cccccbbbb"}, people="mnopqABCD", framework=ONE)
    now = year(2026, {"1": "bbbbbdddd"}, people="mnopqEFGH", framework=ONE)
    found = change_findings(then, now)
    assert found.loc[found["kind"] == "unclear", ["words", "n", "rests_on"]].to_numpy().tolist() == [[
        "It cannot be told of standard 1: of 5 who rated it in both years, all 5 rate it lower now, while those who "
        "joined stand higher than those who left.", 13, "5 members in both years, 4 only before, 4 only now",
    ]]  # fmt: skip
    assert words(found, "moved") == []


def test_what_other_people_show_and_do_not_show():
    lines = {"1": "bbbb", "2": "bbdd", "3": "bbdd"}
    then = year(2025, lines, people="mnop")
    found = change_findings(then, year(2026, lines | {"1": "dddd", "2": "bddd", "3": "dddb"}, people="wxyz"),
                            alpha=0.03)  # fmt: skip
    assert words(found, "moved")[0].startswith("Standard 1 improved: all of the 4 who rated it only now above")
    assert words(found, "unclear")[0] == (
        "Standards 2 and 3 show no clear change: those who rated only now stand so little above or below those who "
        "rated only before that it may be chance. That is not to say that nothing changed."
    )


def test_all_who_joined_above_all_who_left_may_still_be_chance_among_many():
    then = year(2025, {"1": "bbbb", "2": "abcd", "3": "abcd"}, people="mnop")
    now = year(2026, {"1": "dddd", "2": "abcd", "3": "abcd"}, people="wxyz")
    found = change_findings(then, now)
    assert found.loc[found["kind"] == "unclear", ["words", "n", "rests_on"]].to_numpy().tolist()[1] == [
        "It cannot be told of standard 1: all 4 who rated it only now stand above all 4 who rated it only before, but "
        "so wide a difference comes about by chance in about 3 of 100 cases, too often among so many looked at.", 8,
        "4 members only before, 4 only now",
    ]  # fmt: skip


def test_an_item_that_nobody_rated_in_one_year_is_said_to_be_so():
    found = compare({"1": EIGHT, "2": "........"}, {"1": "........", "2": "ddd....."})
    rows = found[found["kind"] == "unclear"]
    assert rows[["words", "n", "rests_on"]].to_numpy().tolist()[:2] == [
        ["It cannot be told of standard 1: nobody gave it a level in 2026, and 8 did in 2025.", 8, "8 members in 2025"],
        ["It cannot be told of standard 2: nobody gave it a level in 2025, and 3 did in 2026.", 3, "3 members in 2026"],
    ]


def test_who_moved_is_told_by_the_word_alone_where_one_who_left_could_be_worked_out():
    then = year(2025, {"1": "bbbbbbba"}, people="mnopqrst", framework=ONE, agreed={"1": "c"})
    now = year(2026, {"1": "ccccccce"}, people="mnopqrsz", framework=ONE, agreed={"1": "c"})
    found = change_findings(then, now, anonymity="pooled")
    assert words(found, "moved") == [
        "Standard 1 improved: of 7 who rated it in both years, more rate it higher now than lower; the consensus "
        "stayed at c."
    ]
    assert words(found, "consensus") == ["The consensus on standard 1 stayed at c, while members moved."]
    assert words(found, "section") == [
        "Section S0 improved: of 7 who rated in both years, more moved more often up than down than the other way. Of "
        "its 1 standard, standard 1 improved."
    ]


def test_of_those_in_both_teams_only_who_rated_took_part():
    then, now = year(2025, {"1": "cccc"}, framework=ONE), year(2026, {"1": "cc.."}, framework=ONE)
    found = change_findings(then, now)
    assert found.loc[found["kind"] == "team", ["words", "n"]].to_numpy().tolist()[0] == [
        "Of 14 members in both teams, 2 rated in both years; nobody left and nobody joined.", 2,
    ]  # fmt: skip


def test_another_scale_is_called_one():
    levels = ONE.levels[:4]
    after = ONE.__class__(**{**vars(ONE), "version": "2", "levels": levels})
    walk = Crosswalk("small", "1", "small", "2", "", True, (Crossing("scale changed", ("1",), ("1",), ""),))
    found = change_findings(year(2025, {"1": EIGHT}, framework=ONE), year(2026, {"1": EIGHT}, framework=after),
                            crosswalk=walk)  # fmt: skip
    assert words(found, "sum") == ["1 standard is not compared, since the scale is another."]
    assert words(found, "section") == []


def test_nothing_is_told_from_fewer_than_asked_for():
    then, now = {"1": EIGHT}, {"1": "dddddddd"}
    assert len(words(compare(then, now, least=8), "moved")) == 1
    found = compare(then, now, least=9)
    assert words(found, "moved") == []
    assert words(found, "unclear")[0] == "It cannot be told of standard 1: nothing is told from fewer than 9 members."


def test_what_shows_no_clear_change_is_listed_and_not_called_unchanged():
    same = {str(n): EIGHT for n in range(1, 7)}
    found = compare(same, same | {"5": "dddddddd"})
    assert words(found, "unclear") == [
        "Standards 1 to 4 and 6 show no clear change: so few moved, or so evenly both ways, that it may be chance. "
        "That is not to say that nothing changed."
    ]
    assert words(compare({"2": EIGHT}, {"2": EIGHT}), "unclear")[0].startswith("Standard 2 shows no clear change: ")


@pytest.mark.parametrize(
    ("after", "said"),
    [
        ("mno", "Three members took part in both years; nobody left and nobody joined."),
        ("mn", "Two members took part in both years; 1 left (o) and nobody joined."),
        (
            "mxy",
            "One member took part in both years; 2 left (n and o) and 2 joined (x and y). So one person can be "
            "followed, and one alone shows no movement of the team: compare again with more people who rate in both "
            "years.",
        ),
    ],
)
def test_who_left_and_who_joined(after, said):
    then = year(2025, {"1": "ccc"}, people="mno", framework=ONE)
    assert words(change_findings(then, year(2026, {"1": "ccc"}, people=after, framework=ONE)), "team") == [said]


def test_who_may_be_one_and_the_same_is_asked_of_a_person():
    then = year(2025, {"1": "ccc"}, people="mno", names=["Ann", "Bo", "Cy"], framework=ONE)
    now = year(2026, {"1": "ccc"}, people="mnx", names=["Ann", "Bo", "cy "], framework=ONE)
    assert words(change_findings(then, now), "team")[1] == (
        "Two entries of the two teams may be of people in both, under another name or id. A person must say: is Cy "
        "(“o”) before the same person as cy (“x”) now?"
    )
    assert words(change_findings(then, now, members={"o": "x"}), "team") == [
        "Three members took part in both years; nobody left and nobody joined."
    ]


@pytest.mark.parametrize(
    ("anonymity", "groups"),
    [
        ("organisation", " (Northvale Council 1 and Alderbeck Leisure Trust 1)"),
        ("role", " (manager 1 and practitioner 1)"),
        ("pooled", ""),
    ],
)
def test_nobody_is_named_where_the_tier_hides_it(anonymity, groups):
    years = [YEARS[2024], YEARS[2026]]
    names = set(years[0].members["name"]) | set(years[1].members["name"])
    found = change_findings(*years, anonymity=anonymity)
    assert words(found, "team") == [f"Ten members took part in both years; 2 left{groups} and 2 joined{groups}."]
    assert not [name for name in names for said in found["words"] if name in said]
    assert [name in " ".join(words(change_findings(*years), "team")) for name in ("Bethan", "Nadia")] == [True, True]


def test_plans_and_what_came_of_them():
    notes = [
        note("action-1", "Meet monthly.", item="1", status="done", at="2025-09-01"),
        note("action-2", "Share a room.", item="1", status="dropped", at="2025-10-01"),
        note("action-3", "Write it down.", item="2", status="open"),
        note("action-4", "Count.", item="3", status="done", at="2025-11-01"),
        note("action-5", "Late.", item="4", status="done", at="2026-05-01"),
        note("area-1", item="6"), note("cause-1", about="area-1"), note("action-6", "Pay.", about="cause-1"),
    ]  # fmt: skip
    then = {str(n): EIGHT for n in range(1, 7)}
    now = {"1": "dddddddd", "2": "bbbbbbbb", "3": EIGHT, "4": "dddddddd", "5": "bbbbbbbb", "6": "dddddddd"}
    found = change_findings(year(2025, then, notes=notes), year(2026, now, notes=[note("goal-9", "write it down")]))
    assert words(found, "action") == [
        "Six actions of the earlier assessment: 3 done, 1 carried forward, 1 dropped and 1 still open.",
        "Standard 1 improved. Planned for it: “Meet monthly”, done before the later assessment (1 September 2025); "
        "“Share a room”, dropped (1 October 2025). After is not because of.",
        "Standard 2 declined. Planned for it: “Write it down”, not done.",
        "Standard 4 improved. Planned for it: “Late”, done only after the later assessment (1 May 2026).",
        "Standard 6 improved. Planned for a cause behind it: “Pay”, not done.",
        "One action was done for what shows no clear change: “Count” (standard 3).",
        "Standard 5 declined, and no goal or action of the earlier assessment touches it.",
    ]
    rows = found[found["kind"] == "action"]
    assert rows["notes"].tolist()[1:3] == [("action-1", "action-2"), ("action-3",)]
    assert set(rows["notes_of"]) == {"y2025"}


def test_without_any_plans_no_movement_is_traced():
    assert words(compare({"1": EIGHT}, {"1": "dddddddd"}), "action") == [
        "No goal and no action was noted in the earlier assessment, so no movement can be traced to any."
    ]
    assert words(compare({"1": EIGHT}, {"1": EIGHT}), "action") == []


def test_a_section_says_which_of_its_items_moved():
    then = {"1": EIGHT, "2": EIGHT, "4": EIGHT}
    assert words(compare(then, then | {"1": "dddddddd"}), "section") == [
        "Section S0 improved: of 8 who rated in both years, 8 moved more often up than down. Of its 3 standards, "
        "standard 1 improved."
    ]
    moves = {"1": "bbbccccc", "2": "cccbbbcc", "4": EIGHT}
    assert words(compare(then, moves, alpha=0.1), "section") == [
        "Section S0 declined: of 8 who rated in both years, 6 moved more often down than up and 2 moved as often up as "
        "down or not at all. Of its 3 standards, none moved by itself."
    ]


def test_threads_that_healed_and_appeared():
    framework = form("x y", "x y", "x y")
    years = [year(n, {"1": EIGHT}, framework=framework, agreed=zip("123456", levels, strict=True))
             for n, levels in ((2025, "acbcac"), (2026, "cececd"))]  # fmt: skip
    found = change_findings(*years)
    assert words(found, "thread") == [
        "The fault line The xs (theme) healed: it ran through standards 1, 3 and 5 and is not found any more.",
        "A golden thread appeared, The ys (theme): standards 2, 4 and 6.",
    ]
    assert found.loc[found["kind"] == "thread", "rests_on"].tolist() == ["3 standards with a level"] * 2


def test_a_yardstick_that_moved_may_hide_an_improvement():
    then, now = year(2025, {"1": EIGHT}, framework=ONE), year(2026, {"1": EIGHT}, back={"1": "bbbbbbbc"}, framework=ONE)
    assert words(change_findings(then, now), "yardstick") == [
        "Standard 1: last year is seen more strictly today than it was then. 7 of 8 who look back put it lower than "
        "they did. So what was rated in the two years may hide an improvement.",
        "Standard 1 is felt to be better than last year: 7 of 8 who look back put it higher now.",
    ]
    calm = year(2026, {"1": EIGHT}, back={"1": EIGHT}, framework=ONE)
    assert words(change_findings(then, calm), "yardstick") == [
        "Up to 8 members looked back on 1 standard: of none is it clear that last year is seen in another way than it "
        "was then, or that anything is felt to have changed."
    ]
    assert words(change_findings(then, year(2026, {"1": EIGHT}, framework=ONE)), "yardstick") == []


def test_in_one_year_it_is_said_of_both_times():
    then = year(2025, {"1": EIGHT}, framework=ONE)
    now = year(2025, {"1": "dddddddd"}, framework=ONE, day="11-01")
    now.name = "again"
    assert words(change_findings(then, now), "moved") == [
        "Standard 1 improved: of 8 who rated it both times, all 8 rate it higher now."
    ]


@pytest.mark.parametrize(
    ("up", "same", "down", "said"),
    [
        (1, 0, 0, "the only one rates it higher now"),
        (1, 1, 0, "1 rates it higher now and 1 the same"),
        (2, 0, 3, "3 rate it lower now and 2 higher"),
        (2, 1, 2, "2 rate it higher now, 2 lower and 1 the same"),
    ],
)
def test_who_went_which_way_with_nobody_left_out(up, same, down, said):
    assert ways({"up": up, "same": same, "down": down}) == said


@pytest.mark.parametrize("anonymity", ["named", "organisation", "role", "pooled"])
@pytest.mark.parametrize("pair", [(2024, 2025), (2025, 2026), (2024, 2026)])
def test_no_sentence_has_a_hole_or_a_double_space(pair, anonymity):
    found = change_findings(*(YEARS[n] for n in pair), anonymity=anonymity)
    assert set(found["kind"]) <= set(CHANGE_KINDS)
    holes = r"  |nan|None (?!of)|<NA>|\{|\(\)|\.\.| ,| \.|\b1 (?!rates|shows)[a-z]+s\b"
    for said in found["words"]:
        assert not re.search(holes, said)
        assert said.endswith(".")
        assert said[0].isupper() or said[0].isdigit()
    assert (found["rests_on"] != "").all()


STORY = {
    (2024, 2025): {"improved": [], "declined": [], "converged": [], "split": [], "few": ["13", "16"]},
    (2025, 2026): {"improved": ["13", "16"], "declined": ["3", "30"], "converged": [], "split": [], "few": []},
    (2024, 2026): {"improved": ["13", "16"], "declined": ["3", "30"], "converged": ["11"], "split": ["28"], "few": []},
}


@pytest.mark.parametrize("pair", STORY)
def test_it_tells_the_written_story(pair):
    found = change_findings(*(YEARS[n] for n in pair))

    def items(kind, text):
        rows = found[(found["kind"] == kind) & found["words"].str.contains(text, regex=False)]
        return [item for one in rows["items"] for item in one]

    assert {
        "improved": items("moved", "improved:"), "declined": items("moved", "declined:"),
        "converged": items("view", "Views converged"), "split": items("view", "Views split"),
        "few": items("unclear", "It cannot be told"),
    } == STORY[pair]  # fmt: skip
    assert "22" in items("unclear", "no clear change")
    of_items = found[found["kind"] != "section"]
    assert [row.kind for row in of_items.itertuples() if "22" in row.items] == ["unclear"]
    assert len(found[found["kind"] == "thread"]) == 2
    assert items("thread", "held") == ["12", "20", "29", "33", "9", "17", "34", "36"]


def test_the_actions_of_2025_came_before_13_and_16_improved_and_none_touched_3_and_30():
    found = change_findings(YEARS[2025], YEARS[2026])
    assert words(found, "action") == [
        "Five actions of the earlier assessment: 3 done, 1 dropped and 1 still open.",
        "Key feature 13 improved. Planned for it: “Keep one joint calendar of consultations, agreed each season”, done "
        "before the later assessment (16 September 2025). Planned for a cause behind it: “Publish one shared what's-on "
        "guide for the whole year, with one budget line”, done before the later assessment (21 October 2025). After is "
        "not because of.",
        "Key feature 16 improved. Planned for it: “Publish one shared what's-on guide for the whole year, with one "
        "budget line”, done before the later assessment (21 October 2025). Planned for a cause behind it: “Keep one "
        "joint calendar of consultations, agreed each season”, done before the later assessment (16 September 2025).",
        "One action was done for what shows no clear change: “Put on one page what the partnership decides, recommends "
        "and only hears about” (key feature 11).",
        "Key features 3 and 30 declined, and no goal or action of the earlier assessment touches them.",
    ]
    assert words(found, "team") == [
        "Eleven members took part in both years; 1 left (Jonas of Alderbeck Leisure Trust) and 1 joined (Nadia of "
        "Alderbeck Leisure Trust)."
    ]
    assert [said.partition(":")[0] for said in words(found, "section")] == [
        "Section Preparing the ground declined",
        "Section Developing a joined-up approach which makes the best use of collective resources improved",
        "Section Maintaining the partnerships declined",
    ]


def test_of_plans_for_a_whole_section_only_the_first_are_told_in_full():
    notes = [note(f"goal-{n}", f"Goal {n}.", section="s0") for n in range(1, 6)] + [note("goal-9", "Own.", item="1")]
    found = change_findings(year(2025, {"1": EIGHT}, notes=notes), year(2026, {"1": "dddddddd"}))
    assert words(found, "action")[1] == (
        "Standard 1 improved. Planned for it: “Own”, not done. Planned for its section as a whole: “Goal 1”, not done; "
        "“Goal 2”, not done; “Goal 3”, not done; and 2 more."
    )
    assert found.loc[found["kind"] == "action", "rests_on"].iloc[1] == "6 goals"


def test_the_fewest_that_several_items_rest_on_are_said_to_be_the_least():
    then = {"1": EIGHT, "2": "ccccccc."}
    found = change_findings(year(2025, then), year(2026, then))
    assert found.loc[found["kind"] == "unclear", "rests_on"].iloc[0] == "at least 7 members in both years"


def test_it_says_the_same_every_time():
    folders = [al.open_assessment(DATA / f"collaboration-{n}") for n in (2025, 2026)]
    assert change_findings(*folders).equals(change_findings(YEARS[2025], YEARS[2026]))


def test_what_is_asked_otherwise_is_counted_and_not_compared():
    before, after = form("- - -", wording="Asked"), form("- - - -", wording="Asked anew")
    kinds = [("reworded", "1", "1"), ("split", "2", "2 3"), ("retired", "3", ""), ("new", "", "4")]
    rows = tuple(Crossing(kind, tuple(old.split()), tuple(new.split()), "") for kind, old, new in kinds)
    crosswalk = Crosswalk("small", "1", "small", "1", "", True, rows)
    then = year(2025, {"1": EIGHT, "2": EIGHT, "3": EIGHT}, framework=before, notes=[note("goal-1", item="2")])
    now = year(2026, {"1": "dddddddd", "2": EIGHT, "3": EIGHT, "4": EIGHT}, framework=after)
    found = change_findings(then, now, crosswalk=crosswalk)
    assert words(found, "sum") == [
        "1 of 1 standard improved and none declined. The words allow for all standards that could show a movement "
        "having been looked at: on average, no more than 5 of 100 movements so named come about by chance.",
        "4 standards are not compared, since the questions are not the same: 1 new, 1 retired and 2 split off.",
    ]
    assert found.loc[found["kind"] == "sum", "items"].tolist() == [(), ("2", "3", "4")]
    assert words(found, "moved") == ["Standard 1 improved: of 8 who rated it in both years, all 8 rate it higher now."]
    assert words(found, "unclear") == []
