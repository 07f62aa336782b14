"""What an import would change in a folder: importing twice changes nothing, and what people did since is kept."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from assesslib.assessment import Assessment, Member
from assesslib.faults import Fault, listed, shorten
from assesslib.intake.parting import SHOWN, Parted, kept_of, over_of, parted
from assesslib.intake.rows import Ratings, Row, by_member
from assesslib.intake.standing import AGREED, RATED, Lines, Stand, consensus_stands, lines_of, ratings_stand
from assesslib.intake.unlike import alone, is_unlike, left_of, unlike_of
from assesslib.readers.result import NOTED, REJECTS, ImportResult
from assesslib.words import many, noun


@dataclass(frozen=True)
class Changes:
    """What would be written, and what is not because people wrote something else since.

    Attributes
    ----------
    members : tuple of Member
        Those who are new in the team.
    ratings : Ratings
        By member the rows to hand to `Assessment.rate_many`.
    consensus, notes : tuple of dict
        What was agreed, and noted, and does not stand yet.
    kept : tuple of Fault
        What the folder has otherwise, and keeps: for ratings, for the consensus, for notes.
    over : tuple of Fault
        What is written over that an earlier import wrote: for ratings, for the consensus.
    asked : tuple of Fault
        Whose answers are not written, because they may be somebody else's than those of an earlier import.
    left : DataFrame
        The cells of these: ``file, row, column, member, item, text, why``.
    """

    members: tuple[Member, ...] = ()
    ratings: Ratings = field(default_factory=Ratings)
    consensus: tuple[Row, ...] = ()
    notes: tuple[Row, ...] = ()
    kept: tuple[Fault, ...] = ()
    over: tuple[Fault, ...] = ()
    asked: tuple[Fault, ...] = ()
    left: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=list(REJECTS)))

    def __bool__(self) -> bool:
        return bool(self.members or self.ratings or self.consensus or self.notes)

    def in_words(self) -> str:
        """What is written, in a few words; "nothing" where that is nothing.

        Examples
        --------
        >>> Changes(consensus=({"item": "1"},)).in_words(), Changes().in_words()
        ('1 line of the consensus', 'nothing')
        """
        ratings = self.ratings.number
        said = [many(ratings, "rating") + f" of {many(len(self.ratings), 'member')}" if ratings else "",
                many(len(self.members), "new member") if self.members else "",
                many(len(self.consensus), "line") + " of the consensus" if self.consensus else "",
                many(len(self.notes), "note") if self.notes else ""]  # fmt: skip
        return ", ".join(filter(None, said)) or "nothing"


def changes_of(result: ImportResult, assessment: Assessment | None, *, replacing: bool = False,
               accept: bool = False) -> Changes:  # fmt: skip
    """What an import would change in an assessment; in one that is not made yet, everything is new.

    An empty cell changes nothing: who answered in the folder is not made silent by a file. What a person gave in the
    folder, or changed or took back after an import, is kept, unless ``replacing``. Where most of a person's answers
    would be written over those of an earlier import, that is asked and nothing of theirs is written, unless
    ``replacing`` or ``accept``.
    """
    team = set() if assessment is None else {member.id for member in assessment.settings.members}
    new = [Member(*row) for row in result.members.itertuples(index=False) if row.id not in team]
    unsure = set() if replacing or accept else alone(result)
    ratings, rated, unlike = _rated(by_member(result.answers), team, assessment, replacing, unsure)
    consensus, agreed = _agreed(result, assessment, replacing)
    notes, noted = _noted(result, assessment, replacing)
    named = ((rated, ("rating", "ratings")), ([agreed], ("line of the consensus", "lines of the consensus")))
    kept = [fault for found, names in named for fault in kept_of(found, names)]
    over = [fault for found, names in named for fault in over_of(found, names)]
    left = left_of(unlike, result)
    return Changes(tuple(new), ratings, consensus, notes, (*kept, *_kept_notes(noted)), tuple(over),
                   tuple(unlike_of(unlike, left)), left)  # fmt: skip


def _rated(said: Ratings, team: set[str], assessment: Assessment | None, replacing: bool,
           unsure: Collection[str]) -> tuple[Ratings, list[Parted], dict[str, Parted]]:  # fmt: skip
    """The rows to write, what is to be told of them, and by member what is to be asked of those not sure."""
    known = [member for member in said if member in team]
    if assessment is None or not known:
        return said, [], {}
    stand = ratings_stand(assessment)
    found = {member: news(said[member], stand[member], replacing) for member in known}
    unlike = {member: told for member, (_, told) in found.items() if member in unsure and is_unlike(told)}
    taken = {member: said for member, said in found.items() if member not in unlike}
    fresh = set(said) - team
    return (said.only(fresh, {member: tuple(rows) for member, (rows, _) in taken.items()}),
            [told.told_of(member) for member, (_, told) in taken.items()], unlike)  # fmt: skip


def _less(rows: Sequence[Row], told: Parted) -> tuple[list[Row], Parted]:
    return [row for row in rows if (row["item"], row["round"]) in told.new], told


def news(rows: Sequence[Row], stands: Mapping[tuple[str, ...], Stand],
         replacing: bool = False) -> tuple[list[Row], Parted]:  # fmt: skip
    """The rows that say something else than what stands, and what is to be told of them.

    An answer of several rows is new as a whole.

    Parameters
    ----------
    rows : sequence of dict
        Rows of one member as `Assessment.rate_many` takes them.
    stands : mapping
        By item and round what stands (see `standing.ratings_stand`).
    replacing : bool
        Whether what a person gave or changed in the folder is written over.
    """
    said = {key: lines_of(theirs, RATED) for key, theirs in _by_key(rows, ("item", "round")).items()}
    found = parted(said, stands, replacing)
    return _less(rows, found)


def _by_key(rows: Iterable[Row], names: Sequence[str]) -> dict[tuple[str, ...], list[Row]]:
    found: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        found.setdefault(tuple(row[name] for name in names), []).append(row)
    return found


def _agreed(result: ImportResult, assessment: Assessment | None,
             replacing: bool) -> tuple[tuple[Row, ...], Parted]:  # fmt: skip
    """The lines of the consensus to write, and what is to be told of them."""
    rows = [{name: str(text) for name, text in row.items()} for row in _filled(result.consensus).to_dict("records")]
    found = {key: lines_of(theirs, AGREED) for key, theirs in _by_key(rows, ("item",)).items()}
    said = {key: lines for key, lines in found.items() if lines != (("", "blank", "", ""),)}
    found = parted(said, {} if assessment is None else consensus_stands(assessment), replacing)
    rows = (row for key, lines in said.items() if key in found.new for row in _consensus_rows(key[0], lines))
    return tuple(rows), found


def _filled(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.astype("object").fillna("")


def _consensus_rows(item: str, lines: Lines) -> Iterator[Row]:
    if any(facet for facet, *_ in lines):
        yield {"item": item, "facet": "", "state": "blank", "level": "", "note": ""}
    for facet, state, level, note in lines:
        yield {"item": item, "facet": facet, "state": state, "level": level, "note": note}


def _noted(result: ImportResult, assessment: Assessment | None,
           replacing: bool) -> tuple[tuple[Row, ...], list[str]]:  # fmt: skip
    """The notes to add, and the texts of those that stood once and were withdrawn or reworded since."""
    rows = [{name: row.get(name) or "" for name in NOTED} for row in result.notes.to_dict("records")]
    said = {_note(row): row for row in rows}
    there = _notes_in(None if assessment is None else assessment.notes)
    once = set() if assessment is None or replacing else _notes_in(assessment.note_history) - there
    new = {key: row for key, row in said.items() if key not in there}
    kept = [row["text"] for key, row in new.items() if key in once]
    return tuple(row for key, row in new.items() if key not in once), kept


def _notes_in(notes: pd.DataFrame | None) -> set[tuple[str, ...]]:
    return set() if notes is None else {_note(row) for row in notes.to_dict("records")}


def _note(row: Mapping[str, str]) -> tuple[str, ...]:
    return row["kind"], row["section"], row["item"], row["text"]


def _kept_notes(texts: Sequence[str]) -> Iterator[Fault]:
    if n := len(texts):
        words = listed((f"“{shorten(text, 40)}”" for text in texts), SHOWN)
        yield Fault(f"{many(n, 'note')} {noun(n, 'is', 'are')} not added, since {noun(n, 'it was', 'they were')} "
                    f"withdrawn or reworded in the folder: {words}", handled=True)  # fmt: skip
