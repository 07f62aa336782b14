"""All that the review board shows, worked out from an assessment's folder."""

from typing import Any

import pandas as pd

from assesslib import tables
from assesslib.assessment import Assessment
from assesslib.assessment.fingerprint import changes_since, fingerprint, grouped
from assesslib.documents.plan_rows import notes_id
from assesslib.framework import Framework, Role, Section
from assesslib.ratings import of_today
from assesslib.tables import review

LATER = "Comments that members wrote while rating are shown here once their section is closed. Still open: {}."


def shown(assessment: Assessment) -> dict[str, Any]:
    """The state of the page, plain data that JSON can hold.

    ``written`` all the team wrote; ``agreed`` the levels it settled on, in words; ``sections`` those that are not
    rated but ask questions; ``questions`` the closing ones; ``areas``, ``causes``, ``without`` (the areas no cause
    stands behind), ``goals``, ``actions``; ``process`` and ``signing``, None where the framework has none; ``later``
    a word on comments that are still held back.
    """
    framework, notes = assessment.framework, assessment.notes
    progress, ratings = assessment.progress, of_today(assessment.ratings)
    written = review.written(notes, assessment.consensus, ratings, progress, framework)
    answers, areas = review.answers(notes, framework), review.areas(notes, framework)
    return {
        "assessment": assessment.name,
        "term": framework.item_term,
        "written": _written(written),
        "agreed": _agreed(assessment.consensus, framework),
        "later": _later(framework, ratings, review.closed(progress)),
        "sections": [_section(part, answers, notes, framework) for part in framework.sections if part.questions],
        "questions": _questions(answers[answers["section"] == ""]),
        "asks_areas": not areas.empty or any(prompt.kind == "area" for prompt in framework.prompts),
        "areas": areas.assign(section=areas["section"].map(_titles(framework)).fillna("")).to_dict("records"),
        "without": areas.loc[areas["causes"].str.len() == 0, "id"].tolist(),
        "goals": notes.loc[notes["kind"] == "goal", ["id", "item", "text"]].to_dict("records"),
        "causes": review.causes(notes).to_dict("records"),
        "actions": _actions(notes),
        "process": _process(notes, framework),
        "signing": _signing(assessment, notes),
    }


def _titles(framework: Framework) -> dict[str, str]:
    return {section.id: f"{section.number} {section.title}".strip() for section in framework.sections}


def _written(said: pd.DataFrame) -> list[dict[str, Any]]:
    """By section and then by kind, in runs: what follows one another under the same words stands together."""
    runs = (said[["section", "kind"]] != said[["section", "kind"]].shift()).any(axis=1).cumsum()
    parts: dict[str, list[dict[str, Any]]] = {}
    for _, run in said.groupby(runs, sort=False):
        first = run.iloc[0]
        texts = run[["item", "text"]].to_dict("records")
        parts.setdefault(first["section_title"], []).append({"label": first["label"], "texts": texts})
    return [{"title": title or "Of no section", "runs": runs} for title, runs in parts.items()]


def _agreed(consensus: pd.DataFrame, framework: Framework) -> list[dict[str, Any]]:
    """What was settled, by section; items that are not settled yet are left out."""
    settled = consensus.loc[consensus["at"].notna(), "item"]
    said = tables.agreed_levels(consensus, framework)
    said = said[said["item"].isin(settled)]
    titles, sections = _titles(framework), said.groupby("section", sort=False)
    return [{"title": titles[id], "items": rows[["item", "agreed"]].to_dict("records")} for id, rows in sections]


def _later(framework: Framework, ratings: pd.DataFrame, closed: frozenset[str]) -> str:
    waiting = set(ratings.loc[ratings["comment"] != "", "section"]) - closed
    titles = [title for id, title in _titles(framework).items() if id in waiting]
    return LATER.format(", ".join(titles)) if titles else ""


def _questions(answers: pd.DataFrame) -> list[dict[str, Any]]:
    rows = answers[["question", "text", "answer"]].to_dict("records")
    return [row | {"ticks": row["question"] == review.SIGNIFICANT} for row in rows]


def _section(section: Section, answers: pd.DataFrame, notes: pd.DataFrame, framework: Framework) -> dict[str, Any]:
    mine = notes[notes["section"] == section.id]
    labels = review.LABELS | {prompt.kind: prompt.label for prompt in framework.prompts}
    lists = [
        {"kind": kind, "label": labels[kind], "notes": mine[mine["kind"] == kind][["id", "text"]].to_dict("records")}
        for kind in section.prompts
        if kind in ("strength", "area")
    ]
    questions = _questions(answers[answers["section"] == section.id])
    title = _titles(framework)[section.id]
    return {"id": section.id, "title": title, "intro": section.intro, "questions": questions, "lists": lists}


def _actions(notes: pd.DataFrame) -> list[dict[str, Any]]:
    """The actions, each with what was written beside it in the improvement plan."""
    texts = dict(zip(notes["id"], notes["text"], strict=True))
    rows = review.actions(notes).to_dict("records")
    return [row | {"notes": texts.get(notes_id(row["id"]), "")} for row in rows]


def _process(notes: pd.DataFrame, framework: Framework) -> dict[str, Any] | None:
    if not (asked := framework.process):
        return None
    rows = review.process_record(notes, framework).to_dict("records")
    return {"heading": asked.heading, "intro": asked.intro, "columns": list(asked.columns), "rows": rows}


def _signing(assessment: Assessment, notes: pd.DataFrame) -> dict[str, Any] | None:
    signatories = assessment.framework.signatories
    if not signatories:
        return None
    now = fingerprint(assessment.folder)
    signed = {row["role"]: row for row in review.signatures(notes).to_dict("records")}
    return {
        "heading": signatories.heading,
        "attestation": signatories.attestation,
        "footnote": signatories.footnote,
        "fingerprint": now,
        "short": grouped(now),
        "roles": [
            _role(role, dict(signatories.lines(role)))
            | {"signed": _signature(assessment, signed[role.id]) if role.id in signed else None}
            for role in signatories.roles
        ],
    }


def _role(role: Role, lines: dict[str, str]) -> dict[str, str]:
    return {"id": role.id, "title": role.text} | {name: lines.get(name, "") for name in ("organisation", "signature")}


def _signature(assessment: Assessment, row: dict[str, Any]) -> dict[str, Any]:
    changes = changes_since(assessment.folder, row["at"], row["fingerprint"])
    said = {name: row[name] for name in ("id", "name", "organisation")}
    return said | {"at": row["at"].isoformat(), "short": grouped(row["fingerprint"]), "changes": list(changes)}
