"""Everything the team wrote, and what it made of it at the end: areas, causes, actions, answers, the record."""

from collections.abc import Iterable, Mapping

import pandas as pd

from assesslib.framework import Framework
from assesslib.ratings import of_today
from assesslib.tables.anonymity import veiled

LABELS = {
    "strength": "Strengths",
    "area": "Areas for improvement",
    "unresolved": "No consensus, views recorded",
    "agreed": "Notes on what was agreed",
    "comment": "Comments",
    "evidence": "Evidence",
    "goal": "Goals",
    "member": "Comments by members",
}
"""What each kind of text is called where the framework has no words of its own, in the order they are read."""
SIGNIFICANT = "significant"
"""The closing question whose answer names the most significant areas for improvement."""
_COLUMNS = ["section", "section_title", "item", "kind", "label", "id", "text"]


def written(
    notes: pd.DataFrame, consensus: pd.DataFrame, ratings: pd.DataFrame, progress: pd.DataFrame, framework: Framework,
    *, anonymity: str = "named",
) -> pd.DataFrame:  # fmt: skip
    """Everything the team wrote about its work, section by section.

    Parameters
    ----------
    notes, consensus, ratings, progress : DataFrame
        Those of an assessment.
    framework : Framework
        What was asked.
    anonymity : str
        A tier; at any but ``"named"`` comments by members on an item that fewer than three rated are left out.

    Returns
    -------
    DataFrame
        ``section, section_title, item, kind, label, id, text`` in the framework's order: strengths and areas for
        improvement, then by item what could not be agreed, notes on what was agreed, comments, evidence and goals.
        ``id`` is that of the note, or "". Comments that members wrote while rating (``kind`` member) are given
        without a name, and of closed sections only: nothing is shown before the others have rated.
    """
    rows = [*_notes(notes), *_views(consensus), *_members(veiled(ratings, anonymity), closed(progress))]
    found = pd.DataFrame(rows, columns=["section", "item", "kind", "id", "text"], dtype="str")
    home = {item.id: item.section for item in framework.items}
    titles = {section.id: f"{section.number} {section.title}".strip() for section in framework.sections}
    section = found["section"].where(found["section"] != "", found["item"].map(home)).fillna("")
    labels = LABELS | {prompt.kind: prompt.label for prompt in framework.prompts}
    placed = found.assign(section=section, section_title=section.map(titles).fillna(""),
                          label=found["kind"].map(labels))  # fmt: skip
    return placed.iloc[_order(placed, framework)].reset_index(drop=True)[_COLUMNS]


def _notes(notes: pd.DataFrame) -> Iterable[tuple[str, ...]]:
    said = notes[notes["kind"].isin(["strength", "area", "comment", "evidence", "goal"])]
    return said[["section", "item", "kind", "id", "text"]].itertuples(index=False, name=None)


def _views(consensus: pd.DataFrame) -> Iterable[tuple[str, ...]]:
    for row in consensus.itertuples():
        text = " ".join(filter(None, (row.note, row.dissent and f"Dissent: {row.dissent}")))
        if text or row.state == "unresolved":
            kind = "unresolved" if row.state == "unresolved" else "agreed"
            yield row.section, row.item, kind, "", text


def _members(ratings: pd.DataFrame, sections: frozenset[str]) -> Iterable[tuple[str, ...]]:
    today = of_today(ratings)
    said = today[(today["comment"] != "") & today["section"].isin(sections)]
    once = said.drop_duplicates(["member", "item", "round", "comment"])
    return ((row.section, row.item, "member", "", row.comment) for row in once.itertuples())


def closed(progress: pd.DataFrame) -> frozenset[str]:
    """The sections that are closed: those whose last opening, closing or reopening was a closing."""
    turns = progress[progress["event"].isin(["opened", "closed", "reopened"])]
    last = turns.groupby("section")["event"].last()
    return frozenset(last.index[last == "closed"])


def _order(found: pd.DataFrame, framework: Framework) -> list[int]:
    """By section; then by item where the framework asks for notes on items, else by kind, in the order of writing."""
    sections = {section.id: place for place, section in enumerate(framework.sections)}
    items = {item.id: place for place, item in enumerate(framework.items)}
    of = {"strength": "section", "area": "section"} | {prompt.kind: prompt.of for prompt in framework.prompts}
    usual = "item" if "item" in of.values() else "section"
    kinds = {kind: place for place, kind in enumerate(LABELS)}

    def rank(place: int) -> tuple[int, ...]:
        section, item, kind = found.loc[place, ["section", "item", "kind"]]
        first = items.get(item, -1) if of.get(kind, usual) == "item" else -1
        then = -1 if kind in of else items.get(item, -1)
        return sections.get(section, len(sections)), first, kinds[kind], then, place

    return sorted(range(len(found)), key=rank)


def answers(notes: pd.DataFrame, framework: Framework) -> pd.DataFrame:
    """The questions that are answered in words, those of sections first, each with what the team answered.

    Returns
    -------
    DataFrame
        ``section, question, text, answer, about``: ``section`` is "" for a closing question, ``answer`` is "" where
        there is none yet, ``about`` holds the ids the answer names besides its question (a tuple).
    """
    asked = [
        *((section.id, question) for section in framework.sections for question in section.questions),
        *(("", question) for question in framework.closing_questions),
    ]
    said = _by_first(notes, "answer")
    rows = ((section, one.id, one.text, *_answer(said.get(one.id))) for section, one in asked)
    return pd.DataFrame(rows, columns=["section", "question", "text", "answer", "about"])


def _answer(said: Mapping[str, str] | None) -> tuple[str, tuple[str, ...]]:
    return (said["text"], tuple(said["about"].split()[1:])) if said else ("", ())


def _by_first(notes: pd.DataFrame, kind: str) -> dict[str, dict[str, str]]:
    """The notes of a kind by the first id they are about; of two on one thing the one made last."""
    said = notes[(notes["kind"] == kind) & (notes["about"] != "")]
    return {row["about"].split()[0]: row for row in said.to_dict("records")}


def areas(notes: pd.DataFrame, framework: Framework) -> pd.DataFrame:
    """The areas for improvement, each with what stands behind it.

    Returns
    -------
    DataFrame
        ``id, section, item, text, significant, causes`` in the framework's order: ``significant`` tells whether the
        team chose it as one of the most significant, ``causes`` names the causes that stand behind it (a tuple).
    """
    places = {section.id: place for place, section in enumerate(framework.sections)}
    home = {item.id: item.section for item in framework.items}
    found = notes.loc[notes["kind"] == "area", ["id", "section", "item", "text"]]
    section = found["section"].where(found["section"] != "", found["item"].map(home)).fillna("")
    chosen = _by_first(notes, "answer").get(SIGNIFICANT, {}).get("about", "").split()[1:]
    named = [(cause["id"], cause["about"].split()) for cause in _causes(notes)]
    behind = {id: tuple(cause for cause, about in named if id in about) for id in found["id"]}
    table = found.assign(section=section, significant=found["id"].isin(chosen), causes=found["id"].map(behind))
    order = section.map(lambda id: places.get(id, len(places))).sort_values(kind="stable").index
    return table.loc[order].reset_index(drop=True)


def _causes(notes: pd.DataFrame) -> list[dict[str, str]]:
    return notes[notes["kind"] == "cause"].to_dict("records")


def causes(notes: pd.DataFrame) -> pd.DataFrame:
    """The underlying causes: ``id, text, areas, leads_to``, the last two tuples of ids of areas and of other causes.

    What was withdrawn since is left out of both.
    """
    rows = _causes(notes)
    known = {kind: set(notes.loc[notes["kind"] == kind, "id"]) for kind in ("area", "cause")}
    linked = [
        (row["id"], row["text"], *(_among(row["about"], known[kind] - {row["id"]}) for kind in ("area", "cause")))
        for row in rows
    ]
    return pd.DataFrame(linked, columns=["id", "text", "areas", "leads_to"])


def _among(about: str, known: Iterable[str]) -> tuple[str, ...]:
    return tuple(id for id in dict.fromkeys(about.split()) if id in known)


def actions(notes: pd.DataFrame) -> pd.DataFrame:
    """The actions: ``id, text, owner, due, measure, status, about`` (a tuple of the notes that still stand)."""
    found = notes.loc[notes["kind"] == "action", ["id", "text", "owner", "due", "measure", "status", "about"]]
    known = set(notes["id"])
    return found.assign(about=[_among(about, known) for about in found["about"]]).reset_index(drop=True)


def process_record(notes: pd.DataFrame, framework: Framework) -> pd.DataFrame:
    """The rows of the process record with what the team put there: ``row, text, comment``; none where it has none."""
    said = _by_first(notes, "process")
    rows = framework.process.rows if framework.process else ()
    found = ((row.id, row.text, said.get(row.id, {}).get("text", "")) for row in rows)
    return pd.DataFrame(found, columns=["row", "text", "comment"])


def signatures(notes: pd.DataFrame) -> pd.DataFrame:
    """Who signed: ``role, id, name, organisation, at, fingerprint``, one row a role; ``id`` is that of the note."""
    rows = (
        (role, row["id"], row["text"], row["owner"], row["at"], row["measure"])
        for role, row in _by_first(notes, "signature").items()
    )
    return pd.DataFrame(rows, columns=["role", "id", "name", "organisation", "at", "fingerprint"])
