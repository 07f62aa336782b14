"""The constructed assessment of 2026 captured again, from set-up to the last action, through the screens alone."""

from notebook_pages import choose, run_notebook, until
from review_pages import BOARD, field, tick, turn, write
from samples import build, notes_2026, ratings_2026
from workshop import Facilitator, Rater, set_up

import assesslib as al

YEAR = "2026"


def said_alone():
    """What each member entered, in time: section, member, rows."""
    rows = build.in_time(row for row in build.member_rows(YEAR, ratings_2026) if row.get("round", 1) == 1)
    entered = {}
    for row in rows:
        section = build.diary.SECTION_OF[row["item"]]
        entered.setdefault(section, {}).setdefault(row["member"], []).append(row)
    return entered


def said_again(items):
    """The second ratings of some items: member, item, level."""
    return [(member, item, level) for (item, member), level in ratings_2026.AFTERWARDS.items() if item in items]


def written(section):
    """The notes of one section: kind, item, text."""
    tables = {"strength": notes_2026.STRENGTHS, "area": notes_2026.AREAS, "evidence": notes_2026.EVIDENCE}
    return [(kind, item, text) for kind, table in tables.items() for _, where, item, text in table if where == section]


def test_the_whole_day_through_the_screens_reads_back_equal(lab, new_page, home):
    folder = set_up(run_notebook(lab, new_page(), "01_set_up.ipynb"), home, YEAR)
    made = al.open_assessment(folder)
    facilitator = Facilitator(run_notebook(lab, new_page(), "03_facilitate.ipynb"), made)
    rater = Rater(run_notebook(lab, new_page(), "02_rate.ipynb"), made)
    agreed = {row["item"]: row for row in build.agreed_rows(YEAR, ratings_2026)}
    for section, members in said_alone().items():
        facilitator.open(section)
        for member, rows in members.items():
            rater.rate(member, section, rows)
        facilitator.close(section)
        items = [item for item in agreed if build.diary.SECTION_OF[item] == section]
        facilitator.rate_again(said_again(items))
        facilitator.settle([agreed[item] for item in items])
        facilitator.write(written(section))
    reviewed(run_notebook(lab, new_page(), "06_review.ipynb"), made, notes_2026)
    assert_equal(al.open_assessment(home / "data" / f"collaboration-{YEAR}"), al.open_assessment(folder))


def reviewed(page, assessment, tables):
    """The end of the day: the results, the closing questions, the causes and the actions."""
    choose(page, 0, f"({assessment.name})")
    page.wait_for_selector(f"{BOARD} nav button:has-text('Causes')")
    results(page, assessment, tables)
    turn(page, "Closing questions")
    for question, text in tables.ANSWERS.items():
        write(page, f"answer:{question}", text)
    turn(page, "Causes")
    for _, text, _ in tables.CAUSES:
        add(page, assessment, "new:cause", text)
    ids = ids_given(assessment, (*tables.AREAS, *((id, text) for id, text, _ in tables.CAUSES)))
    for id, _, about in tables.CAUSES:
        link(page, ids, id, about)
    turn(page, "Actions")
    for action in tables.ACTIONS:
        act(page, assessment, action)
        link(page, ids | ids_given(assessment, [(action["id"], action["text"])]), action["id"], action["about"])


def results(page, assessment, tables):
    turn(page, "Results")
    for kind, table in (("strength", tables.STRENGTHS), ("area", tables.AREAS)):
        for _, section, _, text in table:
            if section == "results":
                add(page, assessment, f"new:{kind}:results", text)


def ids_given(assessment, notes):
    """The id that each note has been given, by the id it has in the tables."""
    given = dict(zip(assessment.notes["text"], assessment.notes["id"], strict=True))
    return {note[0]: given[note[-1]] for note in notes}


def add(page, assessment, key, text):
    before = len(assessment.notes)
    field(page, key).focus()
    page.keyboard.type(text)
    page.keyboard.press("Enter")
    until(page, lambda: len(assessment.notes) > before)


def act(page, assessment, action):
    for name in ("owner", "due", "measure"):
        field(page, f"new:action:{name}").fill(action[name])
    add(page, assessment, "new:action:text", action["text"])


def link(page, ids, id, about):
    """Open a cause or an action and tick what it is about."""
    title = field(page, f"open:{ids[id]}")
    title.wait_for()
    if title.get_attribute("aria-expanded") != "true":
        title.press("Enter")
    for target in about.split():
        tick(page, f"link:{ids[id]}:{ids[target]}")


def assert_equal(before, after):
    """Two assessments hold the same but for times, the random ids of notes, and the order of the team."""
    assert after.settings.framework == before.settings.framework
    assert (after.partnership, after.date, after.about) == (before.partnership, before.date, before.about)
    assert plain(after.members) == plain(before.members)
    assert plain(after.ratings, "assessment", "at") == plain(before.ratings, "assessment", "at")
    assert plain(after.consensus, "at") == plain(before.consensus, "at")
    assert after.progress[["section", "event"]].values.tolist() == before.progress[["section", "event"]].values.tolist()
    assert notes(after) == notes(before)
    assert not after.faults


def plain(frame, *without):
    """The rows of a frame as text, in an order of their own."""
    return sorted(map(tuple, frame.drop(columns=list(without)).astype("str").values.tolist()))


def notes(assessment):
    """The notes with the words of what they are about in the place of ids."""
    words = dict(zip(assessment.notes["id"], assessment.notes["text"], strict=True))
    kept = assessment.notes.drop(columns=["at", "id"])
    named = [sorted(words.get(id, id) for id in about.split()) for about in kept["about"]]
    return plain(kept.assign(about=[" + ".join(one) for one in named]))
