"""A small team and its years, for tests of the report and of the comparison: a letter a member in every line."""

import assesslib as al

FORM = """
id = "meetings"
title = "How well do our meetings work?"
version = "1"
source = "Our own"
item_term = "statement"

[health_warning]
heading = "Take care!"
text = "This is a talk, not a test."

[method]
heading = "How we go about it"
steps = ["Rate alone:", "Talk."]
levels_after_step = 1

[[levels]]
code = "a"
label = "Not yet"

[[levels]]
code = "b"
label = "Partly"

[[levels]]
code = "c"
label = "Mostly"

[[prompts]]
kind = "strength"
label = "Strengths"
of = "section"

[[prompts]]
kind = "area"
label = "Areas for Improvement"
of = "section"

[[sections]]
id = "before"
title = "Before the meeting"
prompts = ["strength", "area"]
items = [{id = "1", text = "All know what is to be decided."}, {id = "2", text = "Those who are needed come."}]

[[sections]]
id = "after"
title = "After the meeting"
prompts = ["strength", "area"]
items = [{id = "3", text = "What was decided is done."}]

[[closing_questions]]
id = "significant"
text = "What matters most?"
"""
NAMES = {"p": "Petra", "q": "Quentin", "r": "Rosalind", "s": "Sigmund", "t": "Tabitha", "u": "Ursula", "v": "Vincent"}
HOMES = {"p": "Council", "q": "Council", "r": "Council", "s": "Trust", "t": "Trust", "u": "Trust", "v": "Trust"}


def team(folder, day, *lines, people="pqrstuv", form=FORM, **more):
    """An assessment of a day in its folder; a line holds what each said of statement 1, 2 or 3, a "." for nothing."""
    source = folder / "meetings.toml"
    source.write_text(form, encoding="utf-8")
    members = [{"id": id, "name": NAMES[id], "organisation": HOMES[id], "role": "manager"} for id in people]
    made = al.create_assessment(folder / f"meetings-{day}", framework=str(source), partnership="North and South",
                                date=day, members=members, **more)  # fmt: skip
    for item, line in zip("123", lines, strict=False):
        for member, level in zip(people, line, strict=True):
            if level != ".":
                made.rate(member, item, level)
    return made


def texts(blocks):
    """Every text of a document's blocks, also what is said to those who cannot see a picture."""
    for block in blocks:
        for part in vars(block).values():
            yield from _texts(part)


def _texts(part):
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for one in part:
            yield from texts([one]) if hasattr(one, "__dict__") else _texts(one)


def under(document, heading):
    """The blocks between a heading and the next one of its level or a higher one."""
    blocks = document.blocks
    [start] = [place for place, block in enumerate(blocks) if getattr(block, "level", 0) and block.text == heading]
    level = blocks[start].level
    ends = (place for place in range(start + 1, len(blocks)) if 0 < getattr(blocks[place], "level", 0) <= level)
    return blocks[start + 1 : next(ends, len(blocks))]
