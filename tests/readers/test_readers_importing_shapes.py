"""Comments, facets, consensus, counts and long tables on their way to ratings; what is left out keeps its place."""

from readers.importing_kit import TEAM, asked, known, rejects, said, wrong


def test_comments_stand_with_their_item_and_alone(read):
    found = read("Name,1.1,Comments on 1.1,1.2,1.3,1.3 comment\nAnn,G,Ask me.,W,,Later.\n")
    assert [tuple(row) for row in found.ratings[["item", "state", "comment"]].itertuples(index=False)] == [
        ("1.1", "rated", "Ask me."),
        ("1.2", "rated", ""),
        ("1.3", "blank", "Later."),
    ]


def test_two_comments_on_one_item_are_put_together(read):
    found = read("Name,1.1,1.2,1.3,A,B\nAnn,G,W,S,One.,Two.\n", "column,A,1.1 comment\ncolumn,B,1.1 comment\n")
    assert found.ratings["comment"].tolist() == ["One.\nTwo.", "", ""]


def test_facets_are_sides_of_a_split_answer(read):
    found = read("Name,5.1 Local,5.1 (National),1.1,1.2\nAnn,G,W,D,\n")
    assert said(found) == [("ann", "5.1 local", "G"), ("ann", "5.1 national", "W"), ("ann", "1.1", "D"),
                           ("ann", "1.2", "blank")]  # fmt: skip
    assert set(found.ratings["state"]) == {"split", "rated", "blank"}


def test_a_whole_answer_beside_its_sides_is_a_question_only_where_one_person_gave_both(read):
    found = read("Name,5.1 Local,5.1,1.1,1.2\nAnn,G,W,D,D\nBob,,W,D,D\nCy,S,,D,D\n")
    assert [row for row in said(found) if "5.1" in row[1] and row[2] != "blank"] == [
        ("cy", "5.1 local", "S"),
        ("bob", "5.1", "W"),
    ]
    assert wrong(found) == ["a.csv, row 2, column B: 1 person answered standard 5.1 both as a whole and by facet. Keep "
                            "the whole, or the facets."]  # fmt: skip
    assert rejects(found) == [
        ("a.csv", 2, "B", "Ann", "5.1", "G", "stands as a whole and by facet"),
        ("a.csv", 2, "C", "Ann", "5.1", "W", "stands as a whole and by facet"),
    ]


def test_a_consensus_column_goes_to_the_consensus_and_what_cannot_be_read_of_it_is_kept_aside(read):
    text = "Ref,Ann,Bob,Consensus\n1.1,G,W,W\n1.2,G,D,no consensus\n1.3,G,G,zz\n1.4,G,G,\n"
    found = read(text)
    assert found.consensus[["item", "state", "level"]].values.tolist() == [
        ["1.1", "rated", "W"],
        ["1.2", "unresolved", ""],
    ]
    assert found.members["id"].tolist() == ["ann", "bob"]
    assert wrong(found) == ["a.csv, row 4, column D: “zz” is not a level of this scale. Allowed: G, W, S, D; nearest: "
                            "W. Say what it is, or correct it in the file."]  # fmt: skip
    assert rejects(found) == [("a.csv", 4, "D", "", "1.3", "zz", "cannot be read")]
    settled = read(text, "answer,zz,S\n")
    assert settled.wrong == ()
    assert settled.consensus["level"].tolist() == ["W", "", "S"]


TALLY = "Ref,G,W,S,D\n1.1,2,1,0,0\n1.2,0,0,1,2\n1.3,1,,,\n"


def test_a_tally_gives_as_many_answers_as_were_counted_each_of_nobody(read):
    found = read(TALLY)
    counts = found.ratings.groupby(["item", "level"], observed=True).size()
    assert counts.to_dict() == {("1.1", "G"): 2, ("1.1", "W"): 1, ("1.2", "S"): 1, ("1.2", "D"): 2, ("1.3", "G"): 1}
    assert set(found.members["name"]) == {""}
    assert len(found.members) == 3


def test_two_tallies_share_no_member(read):
    one, other = (set(read(text).members["id"]) for text in (TALLY, TALLY.replace("2,1,0", "1,2,0")))
    assert one & other == set()


def test_what_of_a_tally_is_not_taken_is_kept_aside(read):
    found = read("Ref,G,W,S,Top\n1.1,1,x,0,0\n1.2,1,1,0,2\nFoo,1,0,0,0\n1.3,1,1,0,0\n")
    assert wrong(found) == [
        "a.csv, row 2, column C (W): “x” is not a number of answers. Write a whole number from 0, or empty the cell "
        "for none.",
        "a.csv, row 4: “Foo” names none of this framework’s standards. Say what it is, or correct it in the file.",
        "a.csv, column E: “Top” is not a level of this scale. Allowed: G, W, S, D; nearest: S. Say what it is, or "
        "correct it in the file.",
    ]
    assert rejects(found) == [
        ("a.csv", 3, "E", "", "1.2", "2", "the column is no level of this scale"),
        ("a.csv", 4, "B", "", "", "1", "the row names nothing that was asked"),
        ("a.csv", 2, "C", "", "1.1", "x", "is not a number of answers"),
    ]


def test_a_tally_is_nobodys_in_a_team_that_is_known(read):
    assert wrong(read(TALLY, team=TEAM)) == [
        "a.csv: The answers are counted, and nobody knows whose they are; this assessment lists its members. Take them "
        "into a folder of their own, or take in everybody who is new."
    ]
    assert len(read(TALLY, team=TEAM, add_members=True).members) == 3


def test_a_long_table_is_read_with_the_days_that_excel_wrote_anew(read):
    found = read("member,item,level,date\nann,1.1,G,01/03/2026\nann,1.2,W,13/03/2026\nZoë Ng,1.1,S,\n")
    assert said(found) == [("ann", "1.1", "G"), ("ann", "1.2", "W"), ("zoe-ng", "1.1", "S")]
    assert found.ratings["date"].dt.strftime("%d %B").fillna("").tolist() == ["01 March", "13 March", ""]
    assert found.wrong == ()


def test_days_that_may_be_two_days_are_not_guessed(read):
    found = read("member,item,level,date\nann,1.1,G,01/03/2026\nann,1.2,W,02/03/2026\n")
    assert said(found) == []
    assert wrong(found)[0] == "a.csv, row 2, column date: “01/03/2026” is not a date. Write it like 2026-03-01."


def test_a_row_of_a_long_table_with_a_fault_is_kept_aside(read):
    found = read("member,item,level,colour\nann,1.1,G,\nann,1.2,X,red\n")
    assert said(found) == [("ann", "1.1", "G")]
    assert wrong(found) == ["a.csv, row 3, column level: “X” is not a level of this scale. Allowed: G, W, S, D; "
                            "nearest: W. Correct the cell."]  # fmt: skip
    assert known(found)[0].startswith("a.csv, row 1: “colour” is not a column that is read.")
    assert rejects(found) == [("a.csv", 3, "level", "ann", "1.2", "X", "the row has a fault")]


def test_somebody_in_a_long_table_whom_the_team_does_not_know_is_asked_by_id(read):
    found = read("member,item,level\nann,1.1,G\nzoe,1.1,W\n", team=TEAM)
    assert wrong(found) == ["a.csv, row 3: “zoe” is not a member of this assessment. Say which of ann, bob it is, or "
                            "take in everybody who is new."]  # fmt: skip
    assert asked(found) == [("member", "zoe", "")]
    assert rejects(found) == [("a.csv", 3, "level", "zoe", "1.1", "W", "nobody knows whose it is")]
    assert said(read("member,item,level\nann,1.1,G\nzoe,1.1,W\n", "member,zoe,bob\n", team=TEAM))[1] == (
        "bob", "1.1", "W")  # fmt: skip
