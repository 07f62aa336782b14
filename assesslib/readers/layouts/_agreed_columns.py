"""The column of what was agreed among those beside the items, told by what stands over and under its name."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from assesslib.readers.layouts import _table_words as words
from assesslib.readers.layouts._dated import dated, several_agreed, years_behind
from assesslib.readers.layouts._over import Over, agreed_over, reasons, when_of
from assesslib.readers.records import letter

SEVERAL = "what was agreed stands in several columns, and nothing says which of them counts"
EARLIER = "it is of another time"


@dataclass(frozen=True)
class Agreed:
    """The column of what was agreed, others that are called so, those of another time, what is told of its year.

    ``titles`` are what calls all of these, with their years.
    """

    at: int | None = None
    second: Mapping[int, str] = field(default_factory=dict)
    earlier: Mapping[int, str] = field(default_factory=dict)
    told: str = ""
    titles: Mapping[int, str] = field(default_factory=dict)


def agreed_of(over: Over, above: Mapping[int, Sequence[str]]) -> Agreed:
    """Which column holds what was agreed; one that says agreed goes before a view.

    Parameters
    ----------
    over : Over
        What stands over and under the names.
    above : mapping
        What stands above each column that may be somebody's.
    """
    titles = {at: said for at in above if (said := agreed_over(over, at))}
    people = [at for at in above if at not in titles and not words.is_unclear(over.table.heading(at))]
    found = dated(titles, years_behind(" ".join(when_of(over, at)).strip() for at in people))
    first = sorted(found.counts, key=lambda at: all(map(words.is_view, filter(words.is_agreed, above[at]))))
    earlier = dict.fromkeys(found.earlier, EARLIER)
    if not first:
        return Agreed(earlier=earlier, titles=titles)
    if several_agreed([titles[at] for at in first]):
        return Agreed(None, dict.fromkeys(first, SEVERAL), earlier, titles=titles)
    second = {at: f"what was agreed stands in column {letter(first[0])}" for at in first[1:]}
    return Agreed(first[0], second, earlier, found.told, titles)


def perhaps_agreed(over: Over, columns: Collection[int]) -> list[int]:
    """Those of some columns that are called what was agreed and of which it is not sure that a title is over them.

    Whether “Last year” over two names goes on over a last column “Agreed” cannot be seen where that has no title.
    """
    called = [at for at in columns if words.is_agreed(over.table.heading(at))]
    return [at for at in called if (found := reasons(over, at)) and all(not one.own and one.last for one in found)]
