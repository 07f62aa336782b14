"""Rows of journals, checked against the framework and the team: what can be used, and what is faulty."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import itemgetter
from pathlib import Path

from assesslib.assessment.copies import sort_out
from assesslib.assessment.layout import (
    COLUMNS,
    EVENTS,
    KINDS,
    NOTE_STATES,
    RATINGS,
    TALK_EVENTS,
    must_stand,
    ratings_file,
    ratings_files,
    team_file,
    team_files,
)
from assesslib.assessment.plain import plain_rows
from assesslib.assessment.said import PlainRatings, Said, entries_of
from assesslib.assessment.settings import Settings
from assesslib.assessment.strangers import strange_files
from assesslib.faults import Fault
from assesslib.framework import Framework
from assesslib.journal import Entry, Journal, read
from assesslib.rules import (
    AGREED_STATES,
    ROUNDS,
    STATES,
    is_plain,
    item_ids,
    placed,
    plain_answers,
    row_faults,
    tidied,
)

_NO_SECTION = "is not a section of this framework"
ASK_BACK = "To ask for it, write looking_back = true above the members in assessment.toml."
_ASKED_OF = itemgetter(*(COLUMNS["ratings"].index(column) for column in ("item", "facet", "round", "state", "level")))
Check = Callable[[Mapping[str, str], Settings], Iterable[Fault]]


def rating_faults(cells: Mapping[str, str], settings: Settings) -> Iterable[Fault]:
    """The faults of one rating (cells tidied)."""
    yield from row_faults(cells, settings.framework, STATES)
    if _looks_back(cells) and not settings.looking_back:
        yield Fault("looks back at last year, which this assessment does not ask for", column="round", value="0",
                    do=ASK_BACK)  # fmt: skip


def consensus_faults(cells: Mapping[str, str], settings: Settings) -> Iterable[Fault]:
    """The faults of one agreed level (cells tidied)."""
    return row_faults(cells, settings.framework, AGREED_STATES)


def progress_faults(cells: Mapping[str, str], settings: Settings) -> Iterable[Fault]:
    """The faults of one event."""
    yield from _one_of("section", cells["section"], _sections(settings.framework), _NO_SECTION)
    yield from _one_of("event", cells["event"], EVENTS, "is not an event")
    members = tuple(member.id for member in settings.members)
    if cells["member"] or cells["event"] in ("absent", "present"):
        yield from _one_of("member", cells["member"], members, "is not a member of this assessment")


def note_faults(cells: Mapping[str, str], settings: Settings) -> Iterable[Fault]:
    """The faults of one note."""
    if not cells["id"]:
        yield Fault("The id of the note is missing", column="id", do="Give it one that no other note has.")
    yield from _one_of("kind", cells["kind"], KINDS, "is not a kind of note")
    yield from _one_of("state", cells["state"], NOTE_STATES, "is not a state of a note")
    if cells["section"]:
        yield from _one_of("section", cells["section"], _sections(settings.framework), _NO_SECTION)
    if cells["item"]:
        yield from _item_of(cells["item"], settings.framework)


def talk_faults(cells: Mapping[str, str], settings: Settings) -> Iterable[Fault]:
    """The faults of one event of a talk: a time planned for a section, or the turn to an item."""
    yield from _one_of("event", cells["event"], TALK_EVENTS, "is not an event of a talk")
    if cells["section"] or cells["event"] == "planned":
        yield from _one_of("section", cells["section"], _sections(settings.framework), _NO_SECTION)
    if cells["event"] == "planned" and not re.fullmatch(r"\d{1,4}", cells["minutes"], re.ASCII):
        what = "is no time for a talk" if cells["minutes"] else "The minutes are missing"
        yield Fault(what, column="minutes", value=cells["minutes"] or None, do="Give whole minutes from 0 to 9999.")
    if cells["event"] == "turned":
        yield from _item_of(cells["item"], settings.framework)


def _item_of(item: str, framework: Framework) -> Iterable[Fault]:
    yield from _one_of("item", item, item_ids(framework), f"is none of this framework’s {framework.term(2)}")


def _sections(framework: Framework) -> tuple[str, ...]:
    return tuple(section.id for section in framework.sections)


def _one_of(column: str, value: str, allowed: tuple[str, ...], what: str) -> Iterable[Fault]:
    if not value:
        yield Fault(f"The {column} is missing", column=column, allowed=allowed, do="Give one of these.")
    elif value not in allowed:
        yield Fault(what, column=column, value=value, allowed=allowed, do="Correct the cell.")


CHECKS: dict[str, Check] = {
    "ratings": rating_faults,
    "consensus": consensus_faults,
    "progress": progress_faults,
    "notes": note_faults,
    "talk": talk_faults,
}


def prepared(journal: str, cells: Mapping[str, str], framework: Framework) -> dict[str, str]:
    """A row as it is checked and used: ratings and levels in the scale's own case, a note without a state kept."""
    if journal in ("ratings", "consensus"):
        return tidied(cells, framework)
    return dict(cells) | ({"state": cells.get("state", "") or "kept"} if journal == "notes" else {})


def read_team_journal(folder: Path, journal: str, settings: Settings) -> Said:
    """One of the team's journals, with its conflicted copies."""
    must_stand(folder)
    return _said(journal, team_file(folder, journal), team_files(folder, journal), folder, settings)


def read_members_journals(folder: Path, settings: Settings) -> tuple[dict[str, Said], tuple[Fault, ...]]:
    """Every member's ratings by member in the order of the team, and a fault for each file that is not used."""
    return read_members_ratings(folder, settings), strange_files(folder, settings)


def read_members_ratings(folder: Path, settings: Settings) -> dict[str, Said | PlainRatings]:
    """Every member's ratings by member in the order of the team, and nothing of the files that are not used."""
    must_stand(folder)
    ids = [member.id for member in settings.members]
    files = ratings_files(folder, ids)
    return {id: _said("ratings", ratings_file(folder, id), files.get(id, ()), folder, settings) for id in ids}


def read_member_journal(folder: Path, member: str, settings: Settings) -> Said | PlainRatings:
    """One member's ratings; no other member's file is opened."""
    must_stand(folder)
    files = ratings_files(folder, [one.id for one in settings.members])
    return _said("ratings", ratings_file(folder, member), files.get(member, ()), folder, settings)


def _said(journal: str, own: Path, paths: Sequence[Path], folder: Path, settings: Settings) -> Said | PlainRatings:
    rows = plain_rows(own, COLUMNS[journal]) if [*paths] == [own] else None
    if rows is None:
        kept, copies = sort_out(own, paths, COLUMNS[journal], folder, settings.date)
        return _judged(journal, read(kept, COLUMNS[journal], folder), copies, settings)
    name = f"{RATINGS}/{own.name}" if journal == "ratings" else own.name
    if journal == "ratings" and _are_plain(map(_ASKED_OF, rows), settings):
        return PlainRatings(name, rows)
    if journal == "consensus" and _are_plain(map(_agreed, rows), settings):
        return Said(entries_of(name, (*COLUMNS[journal], "round"), [[*cells, "1"] for cells in rows]))
    return _judged(journal, Journal(entries_of(name, COLUMNS[journal], rows)), (), settings)


def _are_plain(answers: Iterable[tuple[str, str, str, str, str]], settings: Settings) -> bool:
    """Whether each is as the framework writes it, has no fault, and is asked for."""
    rounds = ROUNDS if settings.looking_back else ROUNDS[1:]
    seldom = set(answers) - plain_answers(settings.framework, rounds)
    return all(said[2] in rounds and is_plain(said, settings.framework) for said in seldom)


def _agreed(cells: Sequence[str]) -> tuple[str, str, str, str, str]:
    _, item, facet, state, level, *_ = cells
    return item, facet, "1", state, level


def _judged(journal: str, rows: Journal, copies: Iterable[Fault], settings: Settings) -> Said:
    entries = [Entry(entry.file, entry.row, prepared(journal, entry.cells, settings.framework))
               for entry in rows.entries]  # fmt: skip
    asked = [entry for entry in entries if settings.looking_back or not _looks_back(entry.cells)]
    judged = [(entry, tuple(CHECKS[journal](entry.cells, settings))) for entry in asked]
    usable = tuple(entry for entry, faults in judged if not faults)
    wrong = (fault for entry, faults in judged if faults for fault in placed(faults, entry.file, entry.row))
    found = (*rows.faults, *wrong)
    unasked = () if settings.looking_back else _unasked(entries)
    return Said(usable, (*copies, *unasked, *sorted(found, key=lambda fault: (fault.file, fault.row or 0))))


def _looks_back(cells: Mapping[str, str]) -> bool:
    """Whether a row says where the team was last year, seen from today."""
    return cells.get("round") == "0"


def _unasked(entries: Iterable[Entry]) -> Iterable[Fault]:
    """One word a file on rows that look back where the assessment does not: the file keeps them, nothing uses them."""
    for file, count in Counter(entry.file for entry in entries if _looks_back(entry.cells)).items():
        rows = f"{count} row looks" if count == 1 else f"{count} rows look"
        what = f"{rows} back at last year (round 0), which this assessment does not ask for: kept, and not used"
        yield Fault(what, file=file, do=ASK_BACK, handled=True)
