"""First names alone, where a team is known: whose each is, and one question for all that are of one member each."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

import pandas as pd

from assesslib.faults import Fault, shorten
from assesslib.readers.matching.person_names import called
from assesslib.words import many

_NAMED = 60
"""Letters of the names that are told together."""


def first_named(said: str, team: pd.DataFrame) -> list[str]:
    """The members whose first name a single word is.

    Examples
    --------
    >>> team = pd.DataFrame({"id": ["ab", "ac", "bo"], "name": ["Ann Bell", "Ann Carr", "Dr Bo Ek"]})
    >>> first_named("ann", team), first_named("Bo", team), first_named("Ek", team), first_named("Bo Ek", team)
    (['ab', 'ac'], ['bo'], [], [])
    """
    word = said.strip().casefold()
    if not word or len(word.split()) > 1:
        return []
    names = {row.id: called(row.name).casefold().split() for row in team.itertuples()}
    return [id for id, words in names.items() if len(words) > 1 and words[0] == word]


def ask_together(strangers: pd.DataFrame, team: pd.DataFrame,
                 there: Collection[str] = ()) -> tuple[list[Fault], list[str]]:  # fmt: skip
    """One question for all first names that are of one member each, and these names.

    Whose member answered under the full name too is nobody that can be accepted, and asked about alone.

    Parameters
    ----------
    strangers : DataFrame
        One row a response of somebody whom the team does not know: ``label, doubt, place, row``.
    team : DataFrame
        ``id, name`` of the members.
    there : collection of str
        The ids of those who are known to have answered.
    """
    labels = [row.label for row in strangers.itertuples() if row.label and not row.doubt]
    found = {label: ids[0] for label in dict.fromkeys(labels) if len(ids := first_named(label, team)) == 1}
    too = {label: id for label, id in found.items() if id in there}
    times = Counter(found.values())
    sole = {label: id for label, id in found.items() if times[id] == 1 and label not in too}
    return [*([_together(sole, strangers)] if sole else []), *_too(too, strangers)], [*sole, *too]


def _too(names: Mapping[str, str], strangers: pd.DataFrame) -> Iterator[Fault]:
    for row in strangers.itertuples():
        if row.label in names and not row.doubt:
            yield Fault(f"is the first name of one member alone, {names[row.label]}, who answered too", file=row.place,
                        row=row.row, value=row.label,
                        do="Say who it is, or take in everybody who is new.")  # fmt: skip


def _together(sole: Mapping[str, str], strangers: pd.DataFrame) -> Fault:
    first = next(row for row in strangers.itertuples() if row.label in sole)
    rest = [label for label in sole if label != first.label]
    what = f"is the first name of one member alone, {sole[first.label]}"
    if not rest:
        do = "If it is this member, accept it; if not, say who it is, or take in everybody who is new."
        return Fault(what, file=first.place, row=first.row, value=first.label, do=do)
    return Fault(f"{what}; so it is with {many(len(rest), 'more name')} ({_short(rest)})", file=first.place,
                 row=first.row, value=first.label,
                 do="If they are these members, accept it; if not, say who each is.")  # fmt: skip


def _short(names: Sequence[str]) -> str:
    return shorten(", ".join(names), _NAMED)
