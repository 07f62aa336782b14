"""Findings: sentences with the right grammar and the right n, the written story and nothing else."""

import re
from pathlib import Path

import pandas as pd
import pytest

import assesslib as al
from assesslib import tables
from assesslib.tables.findings import KINDS, behind, findings
from assesslib.tables.findings.differences import camps_in_words
from assesslib.tables.findings.groups import group_findings, standing_findings
from assesslib.tables.findings.patterns import cause_findings

DATA = Path(__file__).parents[2] / "data"
PEOPLE = [("amy", "Council"), ("bo", "Council"), ("cy", "Council"), ("di", "Health"), ("ed", "Health"),
          ("flo", "Health")]  # fmt: skip


@pytest.fixture
def team(tmp_path):
    members = [{"id": id, "name": id.title(), "organisation": organisation} for id, organisation in PEOPLE]
    return al.create_assessment(tmp_path / "x", framework="csit-collaborative-working", partnership="P",
                                date="2026-03-03", members=members)  # fmt: skip


def rated(team, **lines):
    states = {"?": "dont_know", "-": "not_applicable"}
    for item, line in lines.items():
        for (member, _), letter in zip(PEOPLE, line, strict=False):
            if letter in states:
                team.rate(member, item[1:], state=states[letter])
            elif letter != ".":
                team.rate(member, item[1:], letter)


def words(team, kind, **more):
    found = findings(team, **more)
    return found.loc[found["kind"] == kind, "words"].tolist()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("aaaeee", "two camps. 3 of 6 say a, 3 say e."),
        ("abbdee", "two camps. 3 of 6 say b or lower, 3 say d or higher."),
        ("aadde?", "two camps. 2 of 5 say a, 3 say d or higher (1 don’t know)."),
        ("aaae--", "one of 4 stands alone at e (Di); the others: 3 at a (2 not applicable)."),
        ("aabcde", "views are spread from a to e: 2 at a, 1 at b, 1 at c, 1 at d, 1 at e. "
                   "Two members differ by 2.0 levels on average."),
        ("abbbbe", "one of 6 stands alone at e (Flo); the others: 1 at a, 4 at b."),
        ("bbbbe.", "one of 5 stands alone at e (Ed); the others: 4 at b."),
        ("abcd??", "views are spread from a to d: 1 at a, 1 at b, 1 at c, 1 at d (2 don’t know). "
                   "Two members differ by 1.7 levels on average."),
        ("bbbbcc", ""),
        ("ae....", ""),
    ],
)  # fmt: skip
def test_how_members_differ_in_words(team, line, said):
    rated(team, i1=line)
    found = [one.removesuffix(" Council and Health differ most.") for one in words(team, "difference")]
    assert found == [f"Key feature 1: {said}"] * bool(said)


def test_the_cut_between_two_camps_is_the_one_that_parts_them_most_evenly():
    counts = {"a": 3, "b": 0, "c": 3, "d": 0, "e": 4, "n": 10}
    assert camps_in_words(counts, "abcde") == "two camps. 6 of 10 say c or lower, 4 say e."


def test_where_all_agree_the_items_are_named_together(team):
    rated(team, i1="cccccc", i2="dddd..", i3="bb....")
    assert words(team, "difference") == ["All agree on key features 1 (c) and 2 (d)."]
    assert findings(team).iloc[0][["items", "n", "rests_on"]].tolist() == [("1", "2"), 4, "4 members"]


def test_most_may_have_given_no_level_where_the_others_agree(team):
    rated(team, i1="c?????", i2="ccc???", i3="dd-???")
    assert words(team, "difference", least=2) == [
        "All agree on key feature 2 (c; 3 don’t know).",
        "Most gave no level, and the others agree, on key feature 3 (d; 1 not applicable, 3 don’t know).",
    ]
    assert findings(team, least=2)["rests_on"].tolist()[:2] == ["3 members", "2 members"]


def test_no_name_where_the_tier_hides_it(team):
    rated(team, i1="bbbbbe")
    assert words(team, "difference") == ["Key feature 1: one of 6 stands alone at e (Flo); the others: 5 at b."]
    for tier in ("role", "organisation", "pooled"):
        assert words(team, "difference", anonymity=tier) == [
            "Key feature 1: one of 6 stands alone at e; the others: 5 at b."
        ]


def test_groups_that_stand_apart_on_several_items(team):
    rated(team, **{f"i{n}": "dddbbb" for n in range(1, 8)})
    [said] = words(team, "divide")
    assert re.fullmatch(
        r"Among what can be compared, no two organisations stand further apart than chance would have it: dealt at "
        r"random, members stand as far apart in about (9|10|11) of 100 cases\.", said,
    )  # fmt: skip


def test_a_divide_that_chance_would_hardly_make(tmp_path):
    members = [{"id": f"m{n}", "organisation": "Council" if n < 5 else "Health"} for n in range(10)]
    one = al.create_assessment(tmp_path / "z", framework="csit-collaborative-working", partnership="P",
                               date="2026-03-03", members=members)  # fmt: skip
    for n in range(10):
        for item in ("1", "2"):
            one.rate(f"m{n}", item, "d" if n < 5 else "b")
    assert words(one, "divide") == [
        "Council rates key features 1 and 2 higher than Health.",
        "As many wide differences as these together come about in about 1 of 100 cases when members are dealt to the "
        "organisations at random.",
    ]
    assert words(one, "difference")[0] == (
        "Key feature 1: two camps. 5 of 10 say b, 5 say d. Council and Health differ most."
    )


def members_of(tmp_path, *groups):
    members = [{"id": f"{name.lower()}{n}", "organisation": name} for name in groups for n in range(10)]
    return al.create_assessment(tmp_path / "z", framework="csit-collaborative-working", partnership="P",
                                date="2026-03-03", members=members)  # fmt: skip


@pytest.mark.parametrize(
    ("items", "groups", "said"),
    [
        (6, ("Alpha", "Beta"), "No key feature stands out by itself, but taken together the two organisations stand "
         "further apart than chance would have it (fewer than 1 of 100 cases): of the 6 key features compared, Alpha "
         "rates 6 lower than Beta."),
        (6, ("Alpha", "Beta", "Gamma"), "No key feature stands out by itself, but taken together the organisations "
         "stand further apart than chance would have it (fewer than 1 of 100 cases): of the 6 key features compared, "
         "Alpha rates 6 lower than Beta."),
        (1, ("Alpha", "Beta"), "On key feature 1, the only one that can be compared, the two organisations stand "
         "further apart than chance would have it (fewer than 1 of 100 cases): Alpha rates it lower than Beta."),
    ],
)  # fmt: skip
def test_groups_that_stand_apart_in_all_together(tmp_path, items, groups, said):
    one = members_of(tmp_path, *groups)
    for item in range(items):
        for n in range(10):
            odd = (n + item) % 10 == 0
            for name, level in {"Alpha": "bd"[odd], "Beta": "db"[odd], "Gamma": "bd"[n % 2]}.items():
                if name in groups:
                    one.rate(f"{name.lower()}{n}", str(item + 1), level)
    assert words(one, "divide") == [said]
    found = findings(one).query("kind == 'divide'").iloc[0]
    assert found["items"] == tuple(str(item + 1) for item in range(items))
    assert found["rests_on"] == f"{items * (1 if len(groups) == 2 else 3)} comparison{'s' * (items > 1)}"


def divides_of(overall, by_chance=1.0, wide=False):
    return pd.DataFrame({"item": ["1", "2"], "group": "P", "other": "Q", "n": 4, "n_other": 4, "delta": -0.75,
                         "wide": wide, "by_chance": by_chance, "overall": overall, "of_pair": overall})  # fmt: skip


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (divides_of(0.029), "no two roles stand clearly further apart than chance would have it: dealt at random, "
                            "members stand as far apart in about 3 of 100 cases."),
        (divides_of(0.3), "no two roles stand further apart than chance would have it: dealt at random, members stand "
                          "as far apart in about 30 of 100 cases."),
        (divides_of(0.03, 0.2, wide=True), "no two roles stand clearly further apart than chance would have it: dealt "
                                           "at random, members stand as far apart in about 20 of 100 cases."),
    ],
)  # fmt: skip
def test_what_is_told_of_chance_where_nothing_stands_out(found, said):
    [one] = group_findings(found, al.load_framework("csit-collaborative-working"), "role")
    assert (one.words, one.items) == (f"Among what can be compared, {said}", ("1", "2"))


def test_where_groups_do_not_differ_it_says_so(team):
    rated(team, i1="cccccc", i2="abcabc")
    assert words(team, "divide") == [
        "Among what can be compared, no two organisations stand further apart than chance would have it: dealt at "
        "random, members stand as far apart in about 100 of 100 cases."
    ]
    assert words(team, "divide", anonymity="pooled") == []


def test_what_was_agreed_beside_what_was_said(team):
    rated(team, i1="bbbbcd", i2="bbbbcc", i3="aaabbb", i4="abcde-", i5="ddeeee")
    for item, level in {"1": "d", "2": "b", "3": "c", "5": "c"}.items():
        team.agree(item, level)
    team.agree("4", state="unresolved")
    assert words(team, "consensus") == [
        "Key feature 1 was agreed at d, above the median (b): 4 at b, 1 at c, 1 at d.",
        "Key feature 3 was agreed at c, higher than anybody had rated it: 3 at a, 3 at b.",
        "Key feature 4 was left without a consensus: 1 at a, 1 at b, 1 at c, 1 at d, 1 at e, 1 not applicable.",
        "Key feature 5 was agreed at c, lower than anybody had rated it: 2 at d, 4 at e.",
    ]


def test_the_chairs_level_and_what_nobody_rated(tmp_path):
    members = [{"id": id, "name": id.title(), "role": "chair" if id == "amy" else ""} for id, _ in PEOPLE]
    one = al.create_assessment(tmp_path / "y", framework="csit-collaborative-working", partnership="P",
                               date="2026-03-03", members=members)  # fmt: skip
    rated(one, i1="cbbdd.", i2="??????", i3="?.....")
    for item in "123":
        one.agree(item, "c")
    assert words(one, "consensus") == [
        "Key feature 1 was agreed at c, as Amy had rated it and nobody else: 2 at b, 1 at c, 2 at d.",
        "Key features 2 and 3 were agreed although nobody had given any of them a level.",
    ]
    assert findings(one).query("kind == 'consensus'")["rests_on"].tolist() == ["5 members", "nobody’s rating"]
    one.agree("3", state="unresolved")
    assert words(one, "consensus")[1:] == ["Key feature 2 was agreed although nobody had given it a level."]


def test_on_a_scale_whose_letters_are_in_another_order(tmp_path):
    members = [{"id": id} for id, _ in PEOPLE]
    one = al.create_assessment(tmp_path / "y", framework="cdrp-dat-partnership", partnership="P", date="2026-03-03",
                               members=members)  # fmt: skip
    for item in ("1.1", "1.2"):
        for (id, _), letter in zip(PEOPLE, "GGWWSS", strict=True):
            one.rate(id, item, letter)
    one.agree("1.1", "D")
    one.agree("1.2", "G")
    assert words(one, "consensus") == [
        "Standard 1.1 was agreed at D, higher than anybody had rated it: 2 at G, 2 at W, 2 at S.",
        "Standard 1.2 was agreed at G, below the median (W): 2 at G, 2 at W, 2 at S.",
    ]


def test_comparisons_and_items_that_are_not_shown_are_counted(team):
    rated(team, i1="abcab.", i2="ab..cd", i3="a...b.")
    assert words(team, "divide") == [
        "None of the 3 comparisons of two organisations on one key feature is shown, because one of the groups has "
        "fewer than three who rated it."
    ]
    assert findings(team).query("kind == 'divide'")["items"].tolist() == [("1", "2", "3")]
    [hidden] = words(team, "divide", anonymity="organisation")
    assert hidden == (
        "None of the 3 comparisons of two organisations on one key feature is shown, so that what few people said is "
        "not given away."
    )
    assert words(team, "difference", anonymity="pooled")[-1] == (
        "One key feature is not shown: fewer than three members rated it."
    )
    rated(team, i4="a.....")
    found = findings(team, anonymity="organisation")
    row = found[found["words"].str.contains("fewer than three")].iloc[0]
    assert row[["kind", "words", "items", "n", "rests_on"]].tolist() == [
        "difference", "Two key features are not shown: fewer than three members rated each of them.", ("3", "4"), 2,
        "2 key features",
    ]  # fmt: skip


def covers_of(*choices):
    return pd.DataFrame({"causes": choices, "texts": choices, "size": 2, "covered": 4, "of": 4})


@pytest.mark.parametrize(
    ("others", "said"),
    [
        ([], ""),
        ([("A", "C")], " One other choice does as much: “A” and “C”."),
        ([("A", "C"), ("B", "C")], " Two other choices do as much: “A” and “C”; or “B” and “C”."),
        ([("A", other) for other in "CDEF"],
         " Four other choices do as much: “A” and “C”; or “A” and “D”; or “A” and “E”; and one more."),
        ([("A", other) for other in "CDEFG"],
         " Five other choices do as much: “A” and “C”; or “A” and “D”; or “A” and “E”; and 2 more."),
    ],
)  # fmt: skip
def test_other_choices_of_causes_are_named(others, said):
    covers, nothing = covers_of(("A", "B"), *others), pd.DataFrame({"id": [], "text": [], "areas": [], "role": []})
    [found] = cause_findings(covers, covers, nothing, pd.DataFrame())
    assert found.words == (
        f"Two causes stand behind all 4 areas for improvement that have a cause: “A” and “B”.{said}"
    )


def test_all_the_evidence_that_a_sentence_counts_opens_with_it(tmp_path):
    one = al.create_assessment(tmp_path / "y", framework="cdrp-dat-partnership", partnership="P")
    one.agree("1.1", "D")
    for n, text in enumerate(("Lack of staff", "No formal review", "The board has met 12 times in the last year")):
        one.add_note("evidence", text, id=f"e{n}", item="1.1")
    row = findings(one).query("kind == 'evidence'").iloc[0]
    assert row["words"] == (
        "Standard 1.1 is agreed at D, and 2 of its 3 pieces of evidence say “lack of” or “no formal”."
    )
    assert behind(one, row["items"], row["notes"])["What was written"]["id"].tolist() == ["e0", "e1", "e2"]


def test_causes_in_words(team):
    for n in range(1, 6):
        team.add_note("area", f"Area {n}.", id=f"area-{n}", section="preparing")
    team.add_note("cause", "Money.", id="c1", about=["area-1", "area-2", "area-3", "area-4", "c2"])
    team.add_note("cause", "Time.", id="c2", about=["area-4"])
    assert words(team, "cause") == [
        "One cause stands behind all 4 areas for improvement that have a cause: “Money”.",
        "“Money” stands behind “Time”.",
        "One area for improvement has no cause: “Area 5”.",
    ]


@pytest.mark.parametrize(("n", "rest"), [(3, "“2” and “3”"), (4, "“2”, “3” and one more"), (5, "“2”, “3” and others")])
def test_areas_without_a_cause(team, n, rest):
    for area in range(1, n + 1):
        team.add_note("area", f"{area}.", id=f"area-{area}", section="preparing")
    number = {3: "Three", 4: "Four", 5: "Five"}[n]
    assert words(team, "cause") == [f"{number} areas for improvement have no cause: “1”, {rest}."]


def test_plans_are_told_together_by_what_they_lack(team):
    team.add_note("action", "Share a room.", id="a1", owner="Amy", due="2026-09-30")
    team.add_note("action", "Share a desk.", id="a2", owner="Bo", due="2026-09-30")
    team.add_note("action", "Meet.", id="a3", owner="Bo", due="2026-09-30", measure="Four times.")
    assert words(team, "evidence") == ["Two actions have no measure."]


def test_an_empty_assessment_invents_nothing(team):
    assert findings(team).empty
    team.agree("1", "c")
    assert findings(team)["words"].tolist() == ["No golden thread and no fault line among the 14 themes looked at."]


@pytest.mark.parametrize("anonymity", ["named", "organisation", "role", "pooled"])
@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_no_sentence_has_a_hole_or_a_double_space(year, anonymity):
    found = findings(al.open_assessment(DATA / f"collaboration-{year}"), anonymity=anonymity)
    assert set(found["kind"]) <= set(KINDS)
    for said in found["words"]:
        assert not re.search(r"  |nan|None|<NA>|\{|\(\)|\.\.| ,| \.|\b1 [a-z]+s\b(?! at)", said), said
        assert said.endswith(".")
        assert said[0].isupper() or not said[0].isalpha()


STORY = {
    2024: {"two camps": ["11"], "alone": ["14", "19"], "unresolved": ["11", "25"], "gaps": []},
    2025: {"two camps": [], "alone": ["14", "19"], "unresolved": ["11", "26"], "gaps": []},
    2026: {"two camps": ["28"], "alone": ["14", "19"], "unresolved": ["25", "28"], "gaps": ["5", "21"]},
}


@pytest.mark.parametrize("year", STORY)
def test_it_tells_the_written_story(year):
    found = findings(al.open_assessment(DATA / f"collaboration-{year}"))

    def items(kind, text):
        rows = found[(found["kind"] == kind) & found["words"].str.contains(text, regex=False)]
        return [item for one in rows["items"] for item in one]

    told = {
        "two camps": items("difference", "two camps"),
        "alone": items("difference", "stands alone"),
        "unresolved": items("consensus", "without a consensus"),
        "gaps": items("consensus", "was agreed at"),
    }
    assert told == STORY[year]
    assert items("difference", "All agree on") == ["12", "29"]
    divides = found.loc[found["kind"] == "divide", "words"].tolist()
    assert len(divides) == 3
    shown, held = (int(n) for n in re.findall(r"\d+", divides[2]))
    assert held == tables.held_back(al.open_assessment(DATA / f"collaboration-{year}").ratings) < shown
    assert divides[0] == (
        "Northvale Health Trust rates key features 25, 26 and 27 lower than Northvale Council and Alderbeck Leisure "
        "Trust."
    )
    threads = found.loc[found["kind"] == "thread", "words"].tolist()
    assert "Relationships & trust (theme): key features 12, 20, 29 and 33, in 3 sections," in threads[0]
    assert "Performance & evidence (theme): key features 9, 17, 34 and 36, in 3 sections," in threads[1]
    assert (found["kind"] == "thread").sum() == 2


def test_goals_that_only_say_where_another_stands_are_named_as_left_out_of_the_count():
    found = findings(al.open_assessment(DATA / "cdrp-worked-example"))
    last = found.loc[found["rests_on"] == "50 notes", "words"].item()
    assert last.startswith("50 goals (standards 1.1, 1.2, 1.3, 1.4, 1.5, 2.1, ")
    assert last.endswith(
        " have no owner, no date and no measure. Two more only say where another stands: “As 1.1” and “As 1.2”."
    )


def test_a_pointer_is_named_beside_what_lacks_as_much_and_not_beside_what_lacks_less(tmp_path):
    team = al.create_assessment(tmp_path / "x", framework="cdrp-dat-partnership", partnership="P", date="2026-03-03")
    team.add_note("goal", "Meet.", item="1.1")
    team.add_note("goal", "Share.", item="1.1", owner="Ann")
    team.add_note("goal", "As 1.1", item="1.2")
    assert words(team, "evidence") == [
        "One goal (standard 1.1) has no owner, no date and no measure. One more only says where another stands: "
        "“As 1.1”.",
        "One goal (standard 1.1) has no date and no measure.",
    ]


def test_groups_that_stand_apart_are_told_of_some_items_alone():
    rows = [(item, "Council", "Health", -1.0, 3, 3, True, 0.01) for item in ("1", "6", "7")]
    apart = pd.DataFrame(rows, columns=["item", "group", "other", "delta", "n", "n_other", "wide", "by_chance"])
    csit = al.load_framework("csit-collaborative-working")
    said = [[one.words for one in standing_findings(apart, csit, "organisation", items)] for items in (None, ["7"], [])]
    assert said == [
        ["Council rates key features 1, 6 and 7 lower than Health."],
        ["Council rates key feature 7 lower than Health."],
        [],
    ]  # fmt: skip
