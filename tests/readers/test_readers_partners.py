"""Columns that say who answered though their heading may say something else: Partner, addresses, first names."""

import pandas as pd
import pytest
from readers.importing_kit import asked, said, wrong

from assesslib.readers.importing import import_ratings
from assesslib.readers.matching.people import match_people

MICROSOFT = "Id,Start time,Completion time,Email,Partner,Organisation,1.1\n"
TEAM = pd.DataFrame({"id": ["ab", "bc", "ce"], "name": ["Ann Bell", "Dr Bo Carr", "Cy Ek"], "organisation": "",
                     "role": ""})  # fmt: skip


def team(result):
    return result.members[["id", "name", "organisation"]].astype("str").to_numpy().tolist()


NAMED = [["ann-bell", "Ann Bell", "Police"], ["bo-carr", "Bo Carr", "Police"]]


@pytest.mark.parametrize(
    "text",
    [
        "Partner,Organisation,1.1,1.2\nAnn Bell,Police,G,\nBo Carr,Police,D,\n",
        "Organisation,Partner,1.1,1.2\nPolice,Ann Bell,G,\nPolice,Bo Carr,D,\n",
        f"{MICROSOFT}1,2/1/26 9:00:00,2/1/26 9:10:00,anonymous,Ann Bell,Police,G\n"
        "2,2/1/26 9:00:01,2/1/26 9:10:01,anonymous,Bo Carr,Police,D\n",
        "id,submitdate,lastpage,startlanguage,Partner,Organisation,1.1\n1,2026-02-01 09:00:00,1,en,Ann Bell,Police,G\n"
        "2,2026-02-01 09:10:00,1,en,Bo Carr,Police,D\n",
        "start,_id,_uuid,Partner,Organisation,1.1\n2026-02-01T09:00:00Z,1,a,Ann Bell,Police,G\n"
        "2026-02-01T09:01:00Z,2,b,Bo Carr,Police,D\n",
    ],
)
def test_partners_beside_their_organisations_are_the_names(read, text):
    result = read(text)
    assert (wrong(result), team(result)) == ([], NAMED)


def test_a_partner_alone_and_one_beside_a_name_is_an_organisation_or_told(read):
    assert team(read("Name,Partner,1.1,1.2\nAnn,Police,G,W\n")) == [["ann", "Ann", "Police"]]
    result = read("Name,Partner,Organisation,1.1,1.2\nAnn,Yes,Police,G,W\n")
    assert (wrong(result), team(result)) == ([], [["ann", "Ann", "Police"]])
    assert [str(fault) for fault in result.faults if "Partner" in str(fault)] == [
        "a.csv, column B (Partner): “Partner” is not taken: it names nothing that was asked (1 cell holds text)."
    ]


@pytest.mark.parametrize(("head", "other"), [("Sector", "Statutory"), ("Department", "Safety"), ("Team", "A")])
def test_partners_beside_what_says_no_organisation_are_the_organisations(read, head, other):
    result = read(f"Partner,{head},Name,1.1,1.2\nPolice,{other},Ann,G,W\nCouncil,{other},Bo,D,W\n")
    assert (wrong(result), team(result)) == ([], [["ann", "Ann", "Police"], ["bo", "Bo", "Council"]])
    result = read(f"Partner,{head},1.1,1.2\nPolice,{other},G,W\nCouncil,{other},D,W\n")
    assert (wrong(result), result.members["organisation"].tolist()) == ([], ["Police", "Council"])


@pytest.mark.parametrize("head", ["Partner", "Partner name"])
def test_partners_that_are_called_like_organisations_are_asked_about(read, head):
    result = read(f"{head},Organisation,1.1,1.2\nPolice,LA,G,W\nDudley Council,LB,D,W\n")
    assert wrong(result)[0] == (
        f"a.csv, column A ({head}): “{head}” may say who answered, and nothing else does: “Police” stands under "
        "it. If it holds names, say name; if not, (nothing)."
    )


def test_partners_of_whom_some_gave_a_first_name_are_names(read):
    result = read("Partner,Organisation,1.1,1.2\nAnn,Police,G,W\n,Council,D,W\nBo,Fire,D,W\n")
    assert (wrong(result), result.members["name"].tolist()) == ([], ["Ann", "", "Bo"])


def test_partners_of_whom_some_answered_twice_are_asked_about(read):
    text = "Partner,Organisation,1.1,1.2\nAnn Bell,Police,G,\nBo Carr,Police,D,\nAnn Bell,Police,D,\n"
    result = read(text)
    assert asked(result) == [("column", "Partner", "name")]
    assert wrong(result)[0] == (
        "a.csv, column A (Partner): “Partner” may say who answered, and nothing else does: “Ann Bell” stands under "
        "it. If it holds names, say name; if not, (nothing)."
    )


def test_addresses_above_the_columns_are_addresses(read):
    text = "Ref,ann.bell@a.org,bo.carr@a.org\n1.1,G,D\n1.2,W,S\n"
    team_of_two = pd.DataFrame({"id": ["ann-bell", "bo-carr"], "name": ["Ann Bell", "Bo Carr"], "organisation": "",
                                "role": ""})  # fmt: skip
    for result in (read(text), read(text, team=team_of_two)):
        assert (wrong(result), sorted(said(result))) == (
            [],
            [("ann-bell", "1.1", "G"), ("ann-bell", "1.2", "W"), ("bo-carr", "1.1", "D"), ("bo-carr", "1.2", "S")],
        )


def matched(*names, **kwargs):
    nothing = dict.fromkeys(("id", "name", "email", "organisation", "role", "started", "submitted", "mark"), "")
    each = [nothing | {"place": "a.csv", "row": n, "same": n, "name": name} for n, name in enumerate(names, 2)]
    known = match_people(pd.DataFrame(each), TEAM, **kwargs)
    return known.people["member"].tolist(), [str(fault) for fault in known.faults if not fault.handled]


def test_first_names_of_one_member_each_are_one_question():
    assert matched("Ann", "Bo", "cy") == (
        ["", "", ""],
        ["a.csv, row 2: “Ann” is the first name of one member alone, ab; so it is with 2 more names (Bo, cy). If they "
         "are these members, accept it; if not, say who each is."],
    )  # fmt: skip
    assert matched("Ann", "Bo", "cy", accept=True) == (["ab", "bc", "ce"], [])


def test_a_first_name_alone_is_asked_with_the_member_it_may_be():
    assert matched("Ann", "Zoe")[1] == [
        "a.csv, row 2: “Ann” is the first name of one member alone, ab. If it is this member, accept it; if not, say "
        "who it is, or take in everybody who is new.",
        "a.csv, row 3: “Zoe” is not a member of this assessment. Say which of ab, bc, ce it is, or take in everybody "
        "who is new.",
    ]


@pytest.mark.parametrize("accept", [False, True])
def test_a_first_name_beside_the_full_one_is_not_to_be_accepted(accept):
    ann = (
        "a.csv, row 2: “Ann” is the first name of one member alone, ab, who answered too. Say who it is, or take in "
        "everybody who is new."
    )
    assert matched("Ann", "Ann Bell", accept=accept) == (["", "ab"], [ann])
    bo = (
        "a.csv, row 4: “Bo” is the first name of one member alone, bc. If it is this member, accept it; if not, say "
        "who it is, or take in everybody who is new."
    )
    assert matched("Ann", "Ann Bell", "Bo", accept=accept)[1] == ([ann] if accept else [bo, ann])


def test_first_names_are_lines_of_the_mapping_with_the_member_each_may_be(tmp_path):
    (tmp_path / "a.csv").write_text("Name,1.1,1.2\nAnn,G,W\nBo,D,W\n")
    assert asked(import_ratings(tmp_path / "a.csv", "cdrp-dat-partnership", team=TEAM)) == [
        ("member", "Ann", "ab"), ("member", "Bo", "bc"),
    ]  # fmt: skip
