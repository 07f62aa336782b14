"""Responses that name nobody: the same one in two exports is one, and two that are alike are two."""

import pandas as pd
import pytest

from assesslib.readers.matching.people import match_people

COLUMNS = ("id", "name", "email", "organisation", "role", "started", "submitted", "mark", "response")
NINE, DAYS = "2026-02-13 09:00:00", "2026-02-13 09:10:00"


def matched(*rows, **kwargs):
    """Responses from row 2 on, each with answers of its own unless ``same`` says else."""
    nothing = dict.fromkeys(COLUMNS, "")
    return match_people(pd.DataFrame([nothing | {"place": "a.csv", "row": n, "same": n} | row
                                      for n, row in enumerate(rows, 2)]), **kwargs)  # fmt: skip


def people(known):
    """The members by number, in the order of the file, and what becomes of each response."""
    ids = list(dict.fromkeys(known.people["member"]))
    return [(ids.index(row.member), row.fate) for row in known.people.itertuples()]


def told(known):
    return [(str(fault), fault.handled) for fault in known.faults]


def test_a_response_with_number_and_start_of_one_that_is_known_is_that_one_and_the_later_counts():
    first = {"response": "1", "started": NINE, "submitted": "2026-02-13 09:10:00"}
    known = matched(first, first | {"place": "b.csv", "submitted": "2026-02-15 10:00:00"})
    assert people(known) == [(0, "earlier"), (0, "counts")]
    assert told(known) == [
        ("a.csv, row 2: The response, which names nobody, was sent again: row 3 of b.csv counts, which was sent later.",
         True)
    ]  # fmt: skip


@pytest.mark.parametrize("written", ["13/02/2026 09:00:00", "2/13/26 9:00:00 AM", "2026-02-13T09:00:00.125Z"])
def test_the_start_may_be_written_in_another_way(written):
    known = matched({"response": "1", "started": NINE, "same": 1},
                    {"response": "1", "started": written, "same": 1, "place": "b.csv"})  # fmt: skip
    assert people(known) == [(0, "earlier"), (0, "counts")]
    assert told(known) == [("a.csv: 1 response that names nobody stands in b.csv too: it is counted once.", True)]


def test_one_number_with_another_start_is_another_response():
    known = matched({"response": "1", "started": NINE}, {"response": "1", "started": "2026-02-13 09:01:00"})
    assert people(known) == [(0, "counts"), (1, "counts")]


def test_a_short_number_without_a_start_is_of_one_survey_alone():
    short = matched({"response": "1", "submitted": DAYS}, {"response": "1", "submitted": "2026-02-14 09:00:00"})
    assert people(short) == [(0, "counts"), (1, "counts")]
    long = matched({"response": "R_1a2b3c4d", "submitted": DAYS}, {"response": "R_1a2b3c4d", "submitted": ""})
    assert people(long)[0][0] == people(long)[1][0]


def test_an_unfinished_response_that_was_finished_since_is_one():
    row = {"response": "2 1002", "started": NINE}
    known = matched(row | {"mark": "unfinished"}, row | {"submitted": DAYS, "place": "b.csv"})
    assert people(known) == [(0, "earlier"), (0, "counts")]
    assert told(known)[0][0].endswith("row 3 of b.csv counts, which is finished and this one is not.")


def test_of_one_that_was_edited_and_keeps_its_time_the_last_change_counts():
    row = {"response": "1", "started": NINE, "submitted": DAYS}
    known = matched(row | {"changed": "2026-02-20 10:00:00"}, row | {"changed": "", "place": "b.csv"})
    assert people(known) == [(0, "counts"), (0, "earlier")]


def test_without_a_number_time_and_answers_tell_and_two_alike_in_one_file_are_two():
    row = {"submitted": DAYS, "same": 7}
    known = matched(row, row, row | {"place": "b.csv"}, row | {"place": "b.csv"}, {"submitted": DAYS, "same": 8})
    assert people(known) == [(0, "earlier"), (1, "earlier"), (0, "counts"), (1, "counts"), (2, "counts")]
    assert told(known) == [("a.csv: 2 responses that name nobody stand in b.csv too: each is counted once.", True)]


def test_without_number_and_time_responses_that_two_files_share_are_a_question():
    rows = [{"same": 7}, {"same": 8}]
    known = matched(*rows, *({**row, "place": "b.csv"} for row in (*rows, {"same": 9})))
    assert people(known) == [(n, "counts") for n in range(5)]
    assert told(known) == [
        ("“b.csv” holds 2 responses that say the same as in a.csv, and nobody is named in them. If they are the same, "
         "take them away in one of the two; if one file holds all of the other’s, give that one alone.", False)
    ]  # fmt: skip
    assert told(matched({"same": 7}, {"same": 7, "place": "b.csv"})) == []


def test_one_response_with_two_versions_of_which_nothing_tells_the_later_is_a_question():
    row = {"response": "1", "started": NINE}
    assert told(matched(row, row))[0] == (
        "a.csv, row 2: The response, which names nobody, stands there more than once with other answers, and nothing "
        "says which was sent last. Take away the ones that do not count.", False,
    )  # fmt: skip


def test_an_import_of_more_finds_those_of_before():
    monday = [{"response": str(n), "started": f"3/{n}/26 9:00:00"} for n in (1, 2)]
    team = matched(*monday).team
    # Only Friday's times tell that the month stands first.
    friday = matched(*monday, {"response": "3", "started": "3/17/26 9:00:00"}, team=team, add=True)
    assert friday.people["member"].tolist()[:2] == team["id"].tolist()
    assert len(friday.team) == 3
