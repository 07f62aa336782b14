"""The discussion: blind until a section is closed, then every word of it; what is settled is on the disk."""

import json

import pytest

import assesslib as al
from assesslib.widgets import ChooseAssessment, Discussion

SECTION = "leadership"
MEMBERS = [{"id": id, "name": id.title(), "organisation": "Org"} for id in ("ann", "bob", "cas")]
SAID = {"1.1": "GGD", "1.2": "WWW", "1.3": "WSS", "1.4": "DDD"}


def made(folder, said=SAID, framework="cdrp-dat-partnership", comment="because"):
    one = al.create_assessment(folder / "one", framework=framework, partnership="One", members=MEMBERS)
    for item, levels in said.items():
        for member, level in zip(("ann", "bob", "cas"), levels, strict=True):
            one.rate(member, item, level, comment=comment * (member == "ann"))
    return one


@pytest.fixture
def one(tmp_path):
    one = made(tmp_path)
    one.record(SECTION, "closed")
    return one


@pytest.fixture
def screen(one):
    return Discussion(ChooseAssessment(one.folder.parent)).screen


def sent(screen, **entry):
    answers = []
    screen.send = answers.append
    screen.receive(entry | {"seq": 1})
    return answers


def item(screen, id):
    return next(one for one in screen.state["items"] if one["id"] == id)


def agreed(one, id):
    return one.consensus.query("item == @id")[["facet", "state", "level", "note", "dissent"]].astype("object").fillna(
        "").values.tolist()  # fmt: skip


def notes(one):
    return one.notes[["kind", "section", "item", "text"]].values.tolist()


def test_nothing_that_was_said_is_there_before_the_section_is_closed(tmp_path):
    shown = []
    for name, said in (("a", SAID), ("b", {id: levels[::-1].lower() for id, levels in SAID.items()})):
        one = made(tmp_path / name, said, comment=f"secret {name}")
        one.agree("1.2", said["1.2"][0])
        one.record(SECTION, "opened")
        found = Discussion(ChooseAssessment(one.folder.parent))
        shown.append(json.dumps(found.screen.get_state(["state"])) + repr(found) + repr(found.screen))
        assert found.table.empty
    assert shown[0] == shown[1]
    assert "secret" not in shown[0]
    assert "items" not in shown[0]


def test_a_section_that_is_not_closed_says_what_to_do(one, screen):
    sent(screen, type="section", section="processes")
    assert screen.state["hint"] == (
        "This section is not opened yet. Open it on the board above, and close it when everybody has rated."
    )
    one.record("processes", "opened")
    screen._look()
    assert screen.state["hint"] == (
        "This section is still open: members rate alone. Close it on the board above, and it is shown here."
    )


def test_it_offers_a_section_as_soon_as_that_is_closed_and_the_page_turns_to_it(one, screen):
    assert (screen.state["section"], screen.state["revealed"]) == (SECTION, "")
    one.record("resources", "closed")
    screen._look()
    assert (screen.state["section"], screen.state["revealed"]) == (SECTION, "resources")
    sent(screen, type="section", section="resources")
    assert (screen.state["section"], screen.state["revealed"], screen.state["hint"]) == ("resources", "", "")


def test_a_section_that_was_opened_again_is_no_longer_offered(one, screen):
    one.record("resources", "closed")
    screen._look()
    one.record("resources", "reopened")
    screen._look()
    assert screen.state["revealed"] == ""


def test_a_section_is_hidden_when_it_is_opened_again(one, screen):
    one.record("resources", "closed")
    sent(screen, type="section", section="resources")
    assert "items" in screen.state
    one.record("resources", "reopened")
    screen._look()
    assert screen.state["section"] == "resources"
    assert "items" not in screen.state


def test_the_items_stand_in_the_order_of_the_agenda_with_counts_and_words(screen):
    assert [one["id"] for one in screen.state["items"]] == ["1.1", "1.3", "1.2", "1.4", "1.5"]
    first = item(screen, "1.1")
    assert (first["counts"], first["shape"], first["n"]) == ([2, 0, 0, 1], "lone voice", 3)
    assert first["openers"] == ["somebody from Org who rated it low", "somebody from Org who rated it high"]
    assert [item(screen, id)["shape"] for id in ("1.2", "1.3", "1.5")] == [
        "all agree", "neighbouring levels", "nobody rated this",
    ]  # fmt: skip
    assert screen.table["item"].tolist() == ["1.1", "1.3", "1.2", "1.4", "1.5"]


def test_comments_are_without_names_until_names_are_asked_for(screen):
    assert item(screen, "1.1")["comments"] == [{"who": "", "text": "because", "late": False}]
    sent(screen, type="names", names=True)
    assert item(screen, "1.1")["comments"] == [{"who": "Ann", "text": "because", "late": False}]
    assert item(screen, "1.1")["openers"][1] == "Cas, who rated it high"


def test_a_rating_after_the_reveal_is_marked(one, screen):
    one.rate("ann", "1.1", "S", comment="now I see")
    screen._look()
    assert item(screen, "1.1")["late"] == {"count": 1, "who": []}
    assert item(screen, "1.1")["comments"] == [{"who": "", "text": "now I see", "late": True}]
    assert item(screen, "1.2")["late"]["count"] == 0


def test_the_absent_are_named(one, screen):
    one.record(SECTION, "absent", member="cas")
    screen._look()
    assert screen.state["absent"] == ["Cas"]


def test_other_answers_are_told_apart(one, screen):
    one.rate("ann", "1.5", state="dont_know")
    one.rate_split("bob", "1.5", {"local": "G", "national": "S"})
    screen._look()
    assert item(screen, "1.5")["others"] == ["1 split", "1 no answer", "1 don’t know"]
    assert item(screen, "1.5")["splits"] == ["local: G, national: S"]


def test_a_level_is_agreed_with_its_note_and_dissent(one, screen):
    assert sent(screen, type="agree", item="1.1", level="W", note="<i>why</i>", dissent="Cas: D") == [
        {"type": "saved", "seq": 1}
    ]
    assert agreed(one, "1.1") == [["", "rated", "W", "<i>why</i>", "Cas: D"]]
    assert item(screen, "1.1")["agreed"] == {
        "settled": True, "state": "rated", "level": "W", "facets": {}, "note": "<i>why</i>", "dissent": "Cas: D",
    }  # fmt: skip


def test_no_consensus_is_a_result_and_can_be_taken_back(one, screen):
    sent(screen, type="agree", item="1.1", state="unresolved")
    assert (agreed(one, "1.1")[0][1], item(screen, "1.1")["agreed"]["settled"]) == ("unresolved", True)
    sent(screen, type="agree", item="1.1", state="blank")
    assert (agreed(one, "1.1")[0][1], item(screen, "1.1")["agreed"]["settled"]) == ("blank", False)


def test_a_note_before_anything_is_agreed_stands_and_settles_nothing(one, screen):
    sent(screen, type="agree", item="1.2", state="blank", note="Ask <b>first</b>")
    assert item(screen, "1.2")["agreed"] == {
        "settled": False, "state": "blank", "level": "", "facets": {}, "note": "Ask <b>first</b>", "dissent": "",
    }  # fmt: skip
    assert one.history.query("journal == 'consensus'")["new"].tolist() == ["note only, not settled yet"]
    sent(screen, type="accept")
    assert agreed(one, "1.2") == [["", "rated", "W", "Ask <b>first</b>", ""]]


@pytest.mark.parametrize(
    ("decision", "stands"),
    [
        ({"level": "W"}, [["", "rated", "W"]]),
        ({"state": "unresolved"}, [["", "unresolved", ""]]),
        ({"facets": {"local": "G", "national": "D"}}, [["local", "split", "G"], ["national", "split", "D"]]),
        ({"state": "blank"}, [["", "blank", ""]]),
    ],
)
def test_words_written_beside_a_decision_leave_it_as_it_stands(one, screen, decision, stands):
    sent(screen, type="agree", item="1.1", **decision)
    sent(screen, type="words", item="1.1", note="ok")
    assert agreed(one, "1.1") == [[*row, "ok", ""] for row in stands]
    sent(screen, type="words", item="1.1", dissent="Cas: D")
    assert agreed(one, "1.1") == [[*row, "ok", "Cas: D"] for row in stands]
    sent(screen, type="words", item="1.1", note="")
    assert agreed(one, "1.1") == [[*row, "", "Cas: D"] for row in stands]


def test_words_written_while_a_decision_waits_leave_it_as_it_stands(one, screen):
    (one.folder / "consensus.csv").mkdir()
    sent(screen, type="agree", item="1.1", level="W")
    sent(screen, type="words", item="1.1", note="ok")
    (one.folder / "consensus.csv").rmdir()
    screen.flush()
    assert agreed(one, "1.1") == [["", "rated", "W", "ok", ""]]


def test_a_decision_without_words_keeps_those_that_stand(one, screen):
    sent(screen, type="agree", item="1.1", level="W", note="ok", dissent="Cas: D")
    sent(screen, type="agree", item="1.1", level="G")
    assert agreed(one, "1.1") == [["", "rated", "G", "ok", "Cas: D"]]


def test_a_split_consensus_has_a_level_a_side_and_gives_way_to_another(one, screen):
    sent(screen, type="agree", item="1.1", facets={"local": "G", "national": "D"}, note="as seen")
    sent(screen, type="agree", item="1.1", facets={"local": "G"}, note="as seen")
    assert agreed(one, "1.1") == [["local", "split", "G", "as seen", ""]]
    sent(screen, type="agree", item="1.1", facets={"local": "W", "national": "S"}, note="as seen")
    assert agreed(one, "1.1") == [["local", "split", "W", "as seen", ""], ["national", "split", "S", "as seen", ""]]
    assert item(screen, "1.1")["agreed"]["facets"] == {"local": "W", "national": "S"}
    sent(screen, type="agree", item="1.1", level="G")
    assert agreed(one, "1.1") == [["", "rated", "G", "as seen", ""]]


def test_unanimous_items_are_accepted_together_but_not_where_somebody_is_in_doubt(one, screen):
    one.rate("ann", "1.4", state="dont_know")
    sent(screen, type="accept")
    states = {id: agreed(one, id)[0][1:3] for id in ("1.1", "1.2", "1.3", "1.4")}
    assert states == {"1.1": ["blank", ""], "1.2": ["rated", "W"], "1.3": ["blank", ""], "1.4": ["blank", ""]}


def test_accepting_leaves_what_is_settled_and_can_be_pressed_twice(one, screen):
    sent(screen, type="agree", item="1.2", state="unresolved")
    sent(screen, type="accept")
    sent(screen, type="accept")
    assert (agreed(one, "1.2")[0][1], agreed(one, "1.4")[0][2]) == ("unresolved", "D")
    assert len(one.history.query("journal == 'consensus'")) == 2


def test_nothing_is_accepted_in_a_section_that_is_not_closed(one, screen):
    one.record(SECTION, "reopened")
    sent(screen, type="accept")
    assert one.history.query("journal == 'consensus'").empty


def test_minutes_are_shared_among_what_is_not_settled(screen):
    sent(screen, type="minutes", minutes=20)
    assert {one["id"]: one["minutes"] for one in screen.state["items"]} == {
        "1.1": 15, "1.3": 5, "1.2": 0, "1.4": 0, "1.5": 0,
    }  # fmt: skip
    sent(screen, type="agree", item="1.1", level="W")
    assert (item(screen, "1.1")["minutes"], item(screen, "1.3")["minutes"]) == (0, 20)
    sent(screen, type="minutes", minutes=0)
    assert item(screen, "1.3")["minutes"] is None


def test_rating_again_is_a_second_round_and_keeps_the_first(one, screen):
    sent(screen, type="second", member="cas", item="1.1", level="W")
    rows = one.ratings.query("member == 'cas' and item == '1.1'")
    assert rows[["round", "level"]].values.tolist() == [[1, "D"], [2, "W"]]
    assert item(screen, "1.1")["again"] == {"W": 1}
    assert item(screen, "1.1")["counts"] == [2, 0, 0, 1]


def test_rating_again_may_be_don_t_know_and_can_be_taken_back(one, screen):
    sent(screen, type="second", member="cas", item="1.1", state="dont_know", level="")
    assert item(screen, "1.1")["again"] == {"dont_know": 1}
    sent(screen, type="second", member="cas", item="1.1", state="", level="")
    assert item(screen, "1.1")["again"] == {}
    rows = one.ratings.query("member == 'cas' and item == '1.1'")
    assert rows[["round", "state"]].values.tolist() == [[1, "rated"], [2, "blank"]]
    assert one.history.query("round == '2'")["new"].tolist() == ["dont_know", "blank"]


def test_who_rated_again_is_in_the_page_only_with_names(one, screen):
    for member in ("ann", "cas"):
        one.rate(member, "1.1", "W", round=2)
    screen._look()
    assert (item(screen, "1.1")["again"], item(screen, "1.1")["second"]) == ({"W": 2}, {})
    sent(screen, type="names", names=True)
    assert (item(screen, "1.1")["again"], item(screen, "1.1")["second"]) == ({"W": 2}, {"ann": "W", "cas": "W"})
    sent(screen, type="names", names=False)
    assert item(screen, "1.1")["second"] == {}


def test_strengths_and_areas_are_notes_of_the_section(tmp_path):
    one = made(tmp_path, {"1": "abe"}, "csit-collaborative-working")
    one.record("preparing", "closed")
    screen = Discussion(ChooseAssessment(tmp_path)).screen
    assert [ask["kind"] for ask in screen.state["prompts"]] == ["strength", "area"]
    sent(screen, type="note", kind="strength", section="preparing", text="We <b>talk</b>", id="strength-1")
    sent(screen, type="note", kind="area", section="preparing", text="We forget", id="area-1")
    assert notes(one) == [["strength", "preparing", "", "We <b>talk</b>"], ["area", "preparing", "", "We forget"]]
    assert [note["text"] for note in screen.state["notes"]["strength"]] == ["We <b>talk</b>"]


def test_a_note_can_be_changed_and_withdrawn_and_stays_where_it_was(one, screen):
    one.add_note("evidence", "Minutes", id="e1", item="1.1", about=["x", "y"], status="open")
    sent(screen, type="note", kind="evidence", id="e1", text="Minutes of May")
    row = one.notes.iloc[0]
    assert row[["item", "text", "about", "status"]].tolist() == ["1.1", "Minutes of May", "x y", "open"]
    sent(screen, type="note", kind="evidence", id="e1", text="Minutes of May", state="withdrawn")
    assert one.notes.empty
    assert item(screen, "1.1")["notes"]["evidence"] == []


def test_a_goal_says_who_when_and_how_we_will_know(one, screen):
    sent(screen, type="note", kind="goal", item="1.1", text="Agree terms", id="g1")
    sent(screen, type="note", kind="goal", id="g1", text="Agree terms", owner="Chair", due="May", measure="Signed")
    assert one.notes[["item", "text", "owner", "due", "measure"]].values.tolist() == [
        ["1.1", "Agree terms", "Chair", "May", "Signed"]
    ]


def test_as_another_item_says_which_and_what_stands_there(one, screen):
    sent(screen, type="note", kind="goal", item="1.1", text="Agree terms", id="g1")
    sent(screen, type="note", kind="goal", item="1.4", text="As 1.1.", id="g2")
    [note] = item(screen, "1.4")["notes"]["goal"]
    assert (note["points_to"], note["stands_for"]) == ("1.1", ["Agree terms"])


def test_the_framework_says_what_is_asked_and_how_much_to_write(screen):
    assert [ask["kind"] for ask in screen.state["asks"]] == ["comment", "evidence", "goal"]
    leads = [one["lead"] for one in screen.state["guidance"]["examples"]]
    assert (leads[0], len(leads)) == ("Some partnership's made brief assertions;", 3)
    assert screen.state["facets"] == [{"id": "local", "label": "Local"}, {"id": "national", "label": "National"}]


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        ({"type": "agree", "item": "1.1", "level": "GG"},
         "column level: “GG” is not a level of this scale. Allowed: G, W, S, D; nearest: G. Correct the cell."),
        ({"type": "second", "item": "1.1", "member": "zoe", "level": "G"},
         "“zoe” is not a member of this assessment. Allowed: ann, bob, cas; nearest: bob. "
         "Add the member to assessment.toml first."),
        ({"type": "minutes", "minutes": -5}, "“-5” is no time for a talk. Give whole minutes, 0 or more."),
        ({"type": "sing"}, "“sing” is nothing this discussion can do. Allowed: section, names, minutes, turned, agree, "
                           "words, accept, second, note; nearest: section."),
    ],
)  # fmt: skip
def test_what_is_not_allowed_is_refused_in_words(one, screen, entry, text):
    [answer] = sent(screen, **entry)
    assert answer == {"type": "refused", "seq": 1, "text": text}
    assert one.history.query("journal in ('consensus', 'notes')").empty


def test_what_cannot_be_written_is_kept_and_written_later(one, screen):
    (one.folder / "consensus.csv").mkdir()
    [answer] = sent(screen, type="agree", item="1.1", level="W")
    assert (answer["type"], answer["text"][:10]) == ("waiting", "NOT SAVED:")
    (one.folder / "consensus.csv").rmdir()
    screen.flush()
    assert agreed(one, "1.1") == [["", "rated", "W", "", ""]]


def test_an_assessment_without_members_or_ratings_can_still_be_settled(tmp_path):
    one = al.create_assessment(tmp_path / "x", framework="cdrp-dat-partnership", partnership="X")
    one.record("resources", "closed")
    screen = Discussion(ChooseAssessment(tmp_path)).screen
    sent(screen, type="agree", item="4.1", level="S")
    assert agreed(one, "4.1") == [["", "rated", "S", "", ""]]
    assert screen.state["members"] == []
