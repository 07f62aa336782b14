"""A writer stopped anywhere, the first bytes of the file included: what is written afterwards stands."""

import pytest

ROWS = {
    "ratings/bob.csv": lambda team, text: team.rate("bob", "1", "c", comment=text, by="Bob"),
    "consensus.csv": lambda team, text: team.agree("1", "c", note=text, by="Bob"),
    "notes.csv": lambda team, text: team.add_note("area", text, id="a-1", by="Bob"),
}
LATER = {
    "ratings/bob.csv": lambda team: team.rate("bob", "2", "e"),
    "consensus.csv": lambda team: team.agree("2", "e"),
    "notes.csv": lambda team: team.add_note("area", "later", id="a-2"),
}


def subjects(team):
    return team.history["subject"].tolist()


@pytest.mark.parametrize("text", ["é, first", 'so "b"\nand'])
@pytest.mark.parametrize("name", ROWS)
def test_wherever_the_first_writer_was_stopped_the_next_row_stands(team, name, text):
    ROWS[name](team, text)
    path = team.folder / name
    whole, (first,) = path.read_bytes(), subjects(team)
    for cut in range(len(whole) + 1):
        path.write_bytes(whole[:cut])
        LATER[name](team)
        later = {"notes.csv": "a-2"}.get(name, "2")
        rows = [first] if cut >= len(whole) - 1 else []
        assert subjects(team) == [*rows, later], cut
        if cut >= len(whole) - 1:
            assert team.faults == ()
        for sibling in path.parent.glob("*(2).csv"):
            sibling.unlink()


@pytest.mark.parametrize(
    "data", [b"", b"\xe8", b"\xef", b"\xef\xbb", b"\xef\xbb\xbf", b"\xef\xbb\xbf\xef\xbb\xbf", b"\r\n\r\n", b",,,\n"]
)
def test_a_file_without_a_header_gets_one_or_is_left_beside_a_new_one(team, put, said, data):
    put("ratings/bob.csv", data)
    team.rate("bob", "1", "c")
    team.rate("bob", "2", "d")
    assert said("bob") == {"1": "c", "2": "d"}


@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
def test_a_last_row_that_a_spreadsheet_did_not_end_is_whole(team, put, said, end):
    head = "at,item,facet,round,state,level,comment,by"
    put("ratings/bob.csv", f"{head}\n2026-03-03T09:00:00Z,1,,1,rated,c,,Bob{end}")
    put("ratings/ann.csv", f"{head},{end}")
    assert said("bob") == {"1": "c"}
    for member in ("ann", "bob"):
        team.rate(member, "2", "d")
    assert (said("ann"), said("bob")) == ({"2": "d"}, {"1": "c", "2": "d"})
    assert team.faults == ()


@pytest.mark.parametrize("rest", [b"\xc3", b"\xe2\x98", b"\x00\x00\x00", b"\xff", b'"', b",", b"\x1a"])
def test_what_a_broken_drive_leaves_behind_a_row_does_not_spoil_the_next(team, put, said, rest):
    path = team.folder / "ratings" / "bob.csv"
    team.rate("bob", "1", "c")
    path.write_bytes(path.read_bytes() + rest)
    team.rate("bob", "2", "d")
    team.rate("bob", "3", "e")
    assert said("bob") == {"1": "c", "2": "d", "3": "e"}
    assert any("never finished" in str(fault) for fault in team.faults)
