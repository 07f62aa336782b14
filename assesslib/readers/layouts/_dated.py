"""What was agreed, by the years that its headings or rows bear: the one that counts, and those of another time."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from assesslib.faults import Fault
from assesslib.readers.layouts._table_words import MONTHS, is_view, year_in, years_of
from assesslib.readers.matching.wording import bare

BY_YEAR = "was taken for what was agreed"
LATEST = "was left out: what was agreed stands there of several years"
ANOTHER = "was left out: it is of another time"
KEEP = "Keep the one that counts, or take the year out of its name."


@dataclass(frozen=True)
class Dated:
    """By place what was agreed: those that may count, those of another time, and what is told of the one by its year.

    Where ``told`` is `LATEST` the one that may count is the latest of several, and the assessment's day is to say
    whether it does.
    """

    counts: tuple[int, ...] = ()
    earlier: tuple[int, ...] = ()
    told: str = ""


def dated(titles: Mapping[int, str], years: Collection[str] = ()) -> Dated:
    """Tell which of several titles above what was agreed count.

    Parameters
    ----------
    titles : mapping of int to str
        The titles by their places.
    years : collection of str
        The years that the names of the people bear; what was agreed in one of them counts beside the people.

    Examples
    --------
    >>> dated({4: "Consensus", 5: "Consensus 2025"})
    Dated(counts=(4,), earlier=(5,), told='')
    >>> dated({4: "Consensus 2025", 5: "Consensus 2026"}, ["2025"])
    Dated(counts=(4,), earlier=(5,), told='')
    >>> dated({5: "Consensus 2026"}), dated({4: "Agreed 2026", 5: "Agreed 2025"}).told == LATEST
    (Dated(counts=(5,), earlier=(), told='was taken for what was agreed'), True)
    """
    of = {at: years_of(text) for at, text in titles.items()}
    plain = [at for at, said in of.items() if not said]
    now = [at for at, said in of.items() if said & set(years)]
    if plain or years or not of:
        counts = (*plain, *now)
        return Dated(counts, tuple(at for at in of if at not in counts))
    latest = max(max(said) for said in of.values())
    counts = tuple(at for at, said in of.items() if max(said) == latest)
    earlier = tuple(at for at in of if at not in counts)
    return Dated(counts, earlier, LATEST if earlier else BY_YEAR)


def years_behind(names: Iterable[str]) -> frozenset[str]:
    """The one year behind every name, two for one like 2025/26; none where a name has none or another.

    Examples
    --------
    >>> sorted(years_behind(["Anna 2026", "Ben (2026)"])), sorted(years_behind(["Anna 2026", "Ben"]))
    (['2026'], [])
    """
    found = {year_in(name)[1] for name in names}
    return years_of(found.pop()) if len(found) == 1 and found != {""} else frozenset()


def told_of_year(told: str, title: str, **place) -> list[Fault]:
    """What is told of the one that was taken by its year; a question as long as several years may count."""
    if not told:
        return []
    return [Fault(told, value=title, handled=told == BY_YEAR, do="" if told == BY_YEAR else KEEP, **place)]


def several_agreed(titles: Sequence[str]) -> bool:
    """Whether nothing says which of some titles of what was agreed counts: they are told apart by number or time alone.

    Examples
    --------
    >>> several_agreed(["Consensus 1", "Consensus 2"]), several_agreed(["Consensus", "Agreed"])
    (True, False)
    """
    return len(titles) > 1 and _is_numbered(titles[0]) and not is_view(titles[1])


def _is_numbered(text: str) -> bool:
    """Whether a title is told from another like it by a number, a day or a month: “Consensus 2”, “Agreed March”."""
    return any(sign.isdecimal() for sign in text) or bool(MONTHS & set(bare(text).split()))
