"""Questionnaires that went out to a survey tool: what a team answers there, and what an import makes of the export."""

import csv

import assesslib as al
from assesslib.framework import Framework, Item, Level, Section

CDRP = al.load_framework("cdrp-dat-partnership")
CSIT = al.load_framework("csit-collaborative-working")
NASTY = (
    '=1+1 <script>alert("x")</script> & <b>bold</b>\t{TOKEN:EMAIL} ${q_1_1} “quoted” \'single\' \\" ends\r\n+more\u2028'
    "\u202eright to left\u202c 😀 bell\x07 all partners agree "
)
SHOWN = (
    '=1+1 <script>alert("x")</script> & <b>bold</b> {TOKEN:EMAIL} ${q_1_1} “quoted” \'single\' \\" ends +more '
    "\u202eright to left\u202c 😀 bell[U+0007] all partners agree"
)
"""What is to be seen of it, on one line."""
LONG, READ = "Partners share what they know. " * 700, "Read this before you answer. " * 700
HOSTILE = Framework(
    id="hostile",
    title=NASTY,
    version="=2",
    item_term="standard",
    levels=(Level("dk", "<i>Not yet</i>, {or} hardly"), Level("NA", '"Partly" & ${some}'), Level("c", "=Fully\tdone")),
    sections=(
        Section("how", NASTY, "1", intro=READ + NASTY, items=(Item("1.1", f"{NASTY}first"), Item("1.10", LONG))),
        Section("how-intro", "Büro", intro=NASTY, items=(Item("A.7", "@Trust grows over the years"),)),
        Section("results", "Results"),
    ),
)
FRAMEWORKS = (CDRP, CSIT, HOSTILE)
TEAM = (("Ann", "Council", "Chair"), ("Bob O’Neill", "Police", ""))
STATES = {"Don’t know": "dont_know", "Not applicable": "not_applicable"}


def name(framework):
    return framework.id


def offered(framework):
    """The answers there are, as the issue of a rating: a level's code or a state."""
    return [*framework.codes, *STATES.values()]


def labels(framework):
    """The words of the answers as an export gives them."""
    levels = [f"{code} = {' '.join(label.split())}" for code, label in framework.scale.items()]
    return [*levels, *STATES]


def statements(framework):
    """The words of the items on one line, their ids before them; of hostile ones what is to be seen."""
    spelled = ((item.id, item.text.replace("\x07", "[U+0007]")) for item in framework.items)
    return [f"{id} {' '.join(text.split())}" for id, text in spelled]


def pick(framework, member):
    """By item which of the answers a member gives, as a place among them: each is given by somebody."""
    return {item.id: (at + 2 * member) % len(offered(framework)) for at, item in enumerate(framework.items)}


def meant(framework, comment=""):
    """What the team said: by member and item the level or state and the comment, which is on the first item only."""
    members = ("ann", "bob-oneill")
    first = framework.items[0].id
    return {(member, item): (offered(framework)[place], comment if item == first else "")
            for number, member in enumerate(members) for item, place in pick(framework, number).items()}  # fmt: skip


def came_back(path, rows, framework):
    """What an import reads out of an export; it must have asked nothing and left nothing."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    found = al.import_ratings(path, framework)
    assert [str(fault) for fault in found.faults] == []
    people = found.members.sort_values("id")
    assert people[["name", "organisation", "role"]].values.tolist() == [list(person) for person in TEAM]
    return {(row.member, row.item): (row.level if row.state == "rated" else row.state, row.comment)
            for row in found.ratings.itertuples()}  # fmt: skip
