"""All that the discussion shows of one section, worked out from the folder; nothing of one that is not closed."""

from collections.abc import Collection, Mapping
from dataclasses import asdict
from typing import Any

import pandas as pd

from assesslib import tables
from assesslib.assessment import Assessment
from assesslib.framework import Framework, Section
from assesslib.tables.spread import STATES as OTHERS
from assesslib.widgets.discussion_time import last_plan, minutes_left, seconds_talked, timed

SHUT = {
    "not opened": "This section is not opened yet. Open it on the board above, and close it when everybody has rated.",
    "open": "This section is still open: members rate alone. Close it on the board above, and it is shown here.",
}
SHAPES = {
    "": "nobody rated this",
    "one rating": "one rating only",
    "unanimous": "all agree",
    "adjacent": "neighbouring levels",
}
SETTLED = ("rated", "split", "unresolved", "not_applicable", "dont_know")


def opening(assessment: Assessment, section: str) -> dict[str, Any]:
    """The sections and which one is looked at; ``hint`` says what to do where it is not closed."""
    framework = assessment.framework
    states = tables.section_states(assessment.progress, framework)
    rated = [part for part in framework.sections if part.rated]
    return {
        "sections": [{"id": part.id, "title": titled(part), "state": states[part.id]} for part in rated],
        "section": section,
        "hint": SHUT.get(states[section], ""),
        "term": framework.item_term,
        "terms": framework.term(2),
    }


def talk(assessment: Assessment, section: str, names: bool) -> dict[str, Any]:
    """One closed section: its items in the order of the agenda, what was said, agreed and noted."""
    framework, ratings, agreed = assessment.framework, assessment.ratings, assessment.consensus
    here, progress = framework.section(section), assessment.progress
    marked = tables.late(ratings[ratings["section"] == section], progress)
    turns = assessment.talk
    left = minutes_left(last_plan(turns, section), _moments(agreed, section))
    rows = tables.agenda(ratings, framework, assessment.members, left, section=section, names=names,
                         settled=settled(agreed))  # fmt: skip
    lasted = seconds_talked(turns)
    notes = tables.resolved(assessment.notes, framework)
    people = dict(zip(assessment.members["id"], named(assessment.members), strict=True))
    items = [
        _counted(row, framework)
        | _voices(marked[marked["item"] == row["item"]], people, names)
        | {"minutes": None if left is None else int(row["minutes"]), "seconds": lasted.get(row["item"], 0)}
        | {"agreed": agreement(agreed[agreed["item"] == row["item"]])}
        | {"notes": _notes(notes[notes["item"] == row["item"]], [*item_kinds(framework), *extras(framework)])}
        for row in rows.to_dict("records")
    ]
    return {
        "levels": [{"code": code, "label": label} for code, label in framework.scale.items()],
        "facets": [{"id": facet.id, "label": facet.label} for facet in framework.facets],
        "members": [{"id": id, "name": name} for id, name in people.items()],
        "absent": [people[id] for id in tables.absent_from(progress, section)],
        "names": names,
        "time": timed(turns, section),
        "items": items,
        "prompts": [asdict(one) for one in section_prompts(framework, here)],
        "asks": [asdict(one) for one in item_prompts(framework)],
        "extras": extras(framework),
        "guidance": asdict(framework.guidance) if framework.guidance else {},
        "notes": _notes(notes[(notes["section"] == section)], [one.kind for one in section_prompts(framework, here)]),
    }


def titled(section: Section) -> str:
    """A section's number, where it has one, and title."""
    return f"{section.number} {section.title}".strip()


def named(members: pd.DataFrame) -> pd.Series:
    """Members' names, or the id of one without a name."""
    return members["name"].where(members["name"] != "", members["id"])


def section_prompts(framework: Framework, section: Section) -> list:
    """What is noted of a section as a whole."""
    return [one for one in framework.prompts if one.of == "section" and one.kind in section.prompts]


def item_prompts(framework: Framework) -> list:
    """What is noted of each item."""
    return [one for one in framework.prompts if one.of == "item"]


def item_kinds(framework: Framework) -> list[str]:
    """The kinds of notes that are asked for of each item."""
    return [one.kind for one in item_prompts(framework)]


def extras(framework: Framework) -> list[str]:
    """The kinds of notes that may be made of each item although the framework does not ask for them."""
    return [] if "evidence" in item_kinds(framework) else ["evidence"]


def _counted(row: Mapping[str, Any], framework: Framework) -> dict[str, Any]:
    words = SHAPES.get(row["shape"], row["shape"])
    others = {state: row[state] for state in OTHERS if row[state]}
    return {
        "id": row["item"],
        "text": row["text"],
        "shape": words,
        "unanimous": accepts(row),
        "n": row["n"],
        "counts": [row[code] for code in framework.codes],
        "others": [f"{count} {OTHERS[state]}" for state, count in others.items()],
        "openers": [row[end] for end in ("opener_low", "opener_high") if row[end]],
    }


def accepts(row: Mapping[str, Any]) -> bool:
    """Whether all agree on an item and nobody was in doubt, so that there is nothing to talk about."""
    return row["shape"] == "unanimous" and not row["split"] and not row["dont_know"]


def _voices(rows: pd.DataFrame, people: Mapping[str, str], names: bool) -> dict[str, Any]:
    """What members wrote beside their ratings, who split them, what came after the reveal, and the second round."""
    alone = rows[rows["round"] == 1]
    said = alone[alone["comment"].str.strip() != ""].drop_duplicates("member")
    split = alone[(alone["state"] == "split")].groupby("member", sort=False)
    again = rows[(rows["round"] == 2) & rows["state"].isin(["rated", "dont_know"])]
    levels = again["level"].astype("object").fillna("dont_know")
    after = list(dict.fromkeys(people.get(id, id) for id in alone.loc[alone["late"], "member"]))
    return {
        "comments": [
            {"who": people.get(row.member, row.member) if names else "", "text": row.comment, "late": bool(row.late)}
            for row in said.itertuples()
        ],
        "splits": [
            ", ".join(f"{facet}: {level}" for facet, level in zip(one["facet"], one["level"].astype(str), strict=True))
            for _, one in split
        ],
        "late": {"count": len(after), "who": after if names else []},
        "again": levels.value_counts(sort=False).to_dict(),
        "second": dict(zip(again["member"], levels, strict=True)) if names else {},
    }


def settled(consensus: pd.DataFrame) -> list[str]:
    """The items that the team has settled; one with a note alone is not."""
    return consensus.loc[consensus["state"].isin(SETTLED), "item"].unique().tolist()


def _moments(consensus: pd.DataFrame, section: str) -> pd.Series:
    return consensus.loc[consensus["section"] == section, "at"]


def agreement(rows: pd.DataFrame) -> dict[str, Any]:
    """What the team decided on one item: ``settled, state, level, facets, note, dissent``."""
    first, split = rows.iloc[0], rows[rows["facet"] != ""]
    levels = rows["level"].astype("object").fillna("")
    return {
        "settled": bool(settled(rows)),
        "state": first["state"],
        "level": "" if len(split) else levels.iloc[0],
        "facets": dict(zip(split["facet"], levels[split.index], strict=True)),
        "note": first["note"],
        "dissent": first["dissent"],
    }


def _notes(notes: pd.DataFrame, kinds: Collection[str]) -> dict[str, list[dict[str, Any]]]:
    columns = ["id", "item", "text", "owner", "due", "measure", "points_to", "stands_for"]
    rows = notes[columns + ["kind"]].astype("object")
    return {kind: [_note(row) for row in rows[rows["kind"] == kind].to_dict("records")] for kind in kinds}


def _note(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != "kind"} | {"stands_for": list(row["stands_for"])}
