"""A fingerprint of all that an assessment says, so that a signed record shows when it was changed."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path

import pandas as pd

from assesslib import journal as journals
from assesslib.assessment import entries, frames
from assesslib.assessment.layout import COLUMNS, SETTINGS
from assesslib.assessment.said import Said
from assesslib.assessment.settings import Settings, read_settings
from assesslib.faults import shorten
from assesslib.ratings import of_today

UNTOLD = (
    f"Something changed without a row of its own: {SETTINGS} was edited, a row was altered or taken out by hand, "
    "or rows written before the signing arrived only later."
)
"""What is said where the journals do not explain the change."""
_RATING = ("member", "item", "facet", "round", "state", "level", "comment")
_AGREED = ("item", "facet", "state", "level", "note", "dissent")
_NOTE = tuple(column for column in COLUMNS["notes"] if column not in ("at", "state", "by"))
_NOTES = {
    "strength": "a strength",
    "area": "an area for improvement",
    "evidence": "a piece of evidence",
    "comment": "a comment",
    "goal": "a goal",
    "answer": "the answer to a question",
    "cause": "a cause",
    "action": "an action",
    "process": "a row of the process record",
    "tag": "a tag",
    "match": "a member matched with an earlier assessment",
}
Key = tuple[str, ...]


def fingerprint(folder: str | Path) -> str:
    """The sha256 of everything an assessment's folder says now, but for signatures: 64 hexadecimal digits.

    It covers assessment.toml, the standing ratings, what was agreed, and the notes that stand, whoever wrote them
    and when; order, spelling of the files and copies of rows make no difference. Where members look back at last year
    (round 0) is no part of the record that is signed.

    Raises
    ------
    FaultsError
        assessment.toml has faults.
    OSError
        The folder cannot be read.
    """
    return _digest(_lines(*_read(Path(folder))))


def changes_since(folder: str | Path, at: pd.Timestamp, signed: str) -> tuple[str, ...]:
    """What changed in a record after it was signed, in words; nothing where it still has the signed fingerprint.

    Parameters
    ----------
    folder : str or Path
        The assessment's folder.
    at : Timestamp
        When it was signed.
    signed : str
        The fingerprint that was signed.

    Returns
    -------
    tuple of str
        Like ``("a comment on 1.1 was added: “later”", "the rating of item 5 by ann was changed")``, as far as the
        journals tell; `UNTOLD` stands last where they do not tell all. Errors as for `fingerprint`.
    """
    settings, said = _read(Path(folder))
    now = _lines(settings, said)
    if _digest(now) == signed:
        return ()
    then = _lines(settings, _until(said, journals.stamp(at.to_pydatetime())))
    told = tuple(_told(then, now, key) for key in sorted({*then, *now}) if then.get(key) != now.get(key))
    return told if _digest(then) == signed else (*told, UNTOLD)


def grouped(digest: str, groups: int = 4) -> str:
    """The beginning of a fingerprint in groups of four, to read out and compare.

    Examples
    --------
    >>> grouped("0a1b2c3d4e5f60718293")
    '0a1b 2c3d 4e5f 6071'
    """
    return " ".join(digest[place : place + 4] for place in range(0, 4 * groups, 4)).strip()


def signing_time(folder: str | Path) -> str:
    """The time to sign at: now, or the latest in any journal where the clock of some computer is ahead."""
    _, said = _read(Path(folder))
    return max((journals.now(), *(entry.cells["at"] for one in said.values() for entry in one.entries)))


def _read(folder: Path) -> tuple[Settings, dict[str, Said]]:
    """The settings and every journal: consensus and notes by name, each member's ratings as ``ratings/<member>``."""
    settings = read_settings(folder)
    members = entries.read_members_ratings(folder, settings)
    team = {name: entries.read_team_journal(folder, name, settings) for name in ("consensus", "notes")}
    return settings, team | {f"ratings/{member}": said for member, said in members.items()}


def _until(said: Mapping[str, Said], at: str) -> dict[str, Said]:
    return {
        name: Said(tuple(entry for entry in one.entries if entry.cells["at"] <= at), one.faults)
        for name, one in said.items()
    }


def _lines(settings: Settings, said: Mapping[str, Said]) -> dict[Key, str]:
    """One line of the canonical text a fact, by what it is about."""
    members = {name.removeprefix("ratings/"): one for name, one in said.items() if name.startswith("ratings/")}
    ratings = frames.ratings_frame("", settings, members)
    agreed = frames.consensus_frame(settings, said["consensus"])
    notes = frames.notes_frame(said["notes"])
    return {
        **_about(settings),
        **_facts("rating", _given(of_today(ratings), ["comment"]), _RATING, 4),
        **_facts("agreed", _given(agreed, ["note", "dissent"]), _AGREED, 2),
        **_facts("note", notes[notes["kind"] != "signature"], _NOTE, 2),
    }


def _about(settings: Settings) -> dict[Key, str]:
    framework = settings.framework
    whole = (framework.id, framework.version, settings.partnership, settings.date, settings.about)
    members = {("member", member.id): _text(("member", *asdict(member).values())) for member in settings.members}
    return {("assessment",): _text(("assessment", *whole))} | members


def _given(said: pd.DataFrame, words: list[str]) -> pd.DataFrame:
    """Without the blanks that nobody wrote anything to: an answer taken back is as if never given."""
    return said[(said["state"] != "blank") | (said[words] != "").any(axis=1)]


def _facts(kind: str, said: pd.DataFrame, columns: Iterable[str], key: int) -> dict[Key, str]:
    texts = said[list(columns)].astype("object").fillna("").astype(str)
    return {(kind, *row[:key]): _text((kind, *row)) for row in texts.itertuples(index=False, name=None)}


def _text(cells: Iterable[str]) -> str:
    return json.dumps(list(cells), ensure_ascii=False, separators=(",", ":"))


def _digest(lines: Mapping[Key, str]) -> str:
    return hashlib.sha256("\n".join(sorted(lines.values())).encode("utf-8")).hexdigest()


def _told(then: Mapping[Key, str], now: Mapping[Key, str], key: Key) -> str:
    happened = "was added" if key not in then else "was taken back" if key not in now else "was changed"
    whole = json.loads(now.get(key) or then[key])
    if key[0] == "note":
        note = dict(zip(_NOTE, whole[1:], strict=True))
        words = shorten(note["text"])
        return f"{_note(note)} {happened}{f': “{words}”' * bool(words)}"
    return f"{_named(key)} {happened}"


def _note(note: Mapping[str, str]) -> str:
    """A note by its kind and, where it has one, its item."""
    kind, item = note["kind"], note["item"]
    return f"{_NOTES.get(kind, kind)}{f' on {item}' * bool(item)}"


def _named(key: Key) -> str:
    match key:
        case ("rating", member, item, facet, round_):
            said = f"the rating of item {item} by {member}{f', {facet}' * bool(facet)}"
            return f"{said}{' after the discussion' * (round_ == '2')}"
        case ("agreed", item, facet):
            return f"what was agreed on item {item}{f', {facet},' * bool(facet)}"
    return " ".join(key)
