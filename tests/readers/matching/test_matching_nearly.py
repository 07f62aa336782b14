"""One person under several forms of a name is one where that is sure, and told of where it is likely."""

import pandas as pd
import pytest

from assesslib.readers.matching.people import match_people

COLUMNS = ("id", "name", "email", "organisation", "role", "started", "submitted", "mark")
TEAM = pd.DataFrame({"id": ["anna", "ben"], "name": ["Anna Bell", "Ben Carr"], "organisation": "", "role": ""})


def matched(*names, team=None, **kwargs):
    """People of these names, or rows, who all say the same."""
    nothing = dict.fromkeys(COLUMNS, "")
    rows = [{"name": one} if isinstance(one, str) else one for one in names]
    each = [nothing | {"place": "a.csv", "row": n, "same": 1} | row for n, row in enumerate(rows, 2)]
    return match_people(pd.DataFrame(each), team, **kwargs)


def members(known):
    return known.people["member"].tolist()


def told(known):
    return [(str(fault), fault.handled) for fault in known.faults]


NEAR = (
    "a.csv, row 3: “Ana Bell” is nearly called like “Anna Bell”. If they are one person, correct the file, or add "
    "the line “member,Ana Bell,Anna Bell” to import-mapping.csv."
)


@pytest.mark.parametrize("name", ["Bell, Anna", "Dr Anna Bell", "Bell, Dr. Anna", "Anna Bell, PhD", "Cllr ANNA BELL"])
def test_titles_and_the_last_name_first_make_nobody_another(name):
    assert members(matched(name, "Anna Bell")) == ["anna-bell", "anna-bell"]
    assert members(matched(name, team=TEAM)) == ["anna"]
    assert members(matched("Anna Bell", team=TEAM.assign(name=[name, "Ben Carr"]))) == ["anna"]


@pytest.mark.parametrize(
    "names",
    [("Mr Bell", "Mrs Bell"), ("Mr Alex Bell", "Mrs Alex Bell"), ("Mr A Bell", "Mrs A Bell"), ("Bell", "Dr Bell")],
)
def test_titles_that_are_all_that_tells_two_people_apart_are_kept(names):
    assert len(set(members(matched(*names)))) == 2


def test_new_people_who_are_nearly_called_alike_are_told_of():
    assert told(matched("Anna Bell", "Ana Bell", "Cy Dee")) == [(NEAR, True)]
    assert told(matched("Ben Carr", "Ana Bell", team=TEAM, add=True)) == [(NEAR, True)]
    assert "“A. Bell” is nearly called like “Anna Bell”." in told(matched("Anna Bell", "A. Bell"))[0][0]


@pytest.mark.parametrize(
    "rows",
    [
        [{"name": "Anna Bell", "email": "a@x.org"}, {"name": "Ana Bell", "email": "b@x.org"}],
        [{"name": "Anna Bell", "organisation": "Police"}, {"name": "Ana Bell", "organisation": "Council"}],
        ["Person 1", "Person 2"],
        ["Anna Bell", "Ben Bell"],
        ["Dan", "Ian"],
    ],
)
def test_people_whom_something_else_tells_apart_are_not(rows):
    assert told(matched(*rows)) == []


def test_a_mapping_makes_one_of_two_new_people():
    known = matched("Ana Bell", "Anna Bell", "Cy Dee", said={"Ana Bell": "Anna Bell"})
    assert members(known) == ["anna-bell", "anna-bell", "cy-dee"]


def test_somebody_unknown_is_the_one_member_nearly_called_so_where_that_is_accepted():
    known = matched("Ana Bell", "Ben Carr", team=TEAM, accept=True)
    assert members(known) == ["anna", "ben"]
    assert told(known) == [("a.csv, row 2: “Ana Bell” was accepted as “Anna Bell”.", True)]
    assert known.accepted == {"Ana Bell": "anna"}


@pytest.mark.parametrize("names", [("Ana Bell", "Anna Bell"), ("Ana Bell", "A. Bell")])
def test_nobody_is_accepted_as_a_member_who_answered_too_or_whom_two_may_be(names):
    assert members(matched(*names, team=TEAM, accept=True))[0] == ""
