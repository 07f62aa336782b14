"""One column for each person: of two years, or of two columns with one name, it is asked which counts."""

from collections.abc import Iterable, Mapping, Sequence

from assesslib.faults import Fault, listed
from assesslib.readers.layouts._names_row import day_in
from assesslib.readers.layouts._one_answer import is_nameless
from assesslib.readers.layouts._over import Over, when_of
from assesslib.readers.layouts._turned import Turned
from assesslib.readers.records import letter
from assesslib.readers.who import is_nobody

Once = tuple[tuple[int, ...], dict[int, str], list[Fault]]
_YEAR = "Keep those of the year that is to be read, and take the year out of their headings."
_DAY = "Keep those that are to be read, and head them with the members’ names alone."


def once(over: Over, columns: Sequence[int], years: Sequence[int], file: str) -> Once:
    """The columns of people, those of which it is not told which year or which of two counts, and what is asked.

    Parameters
    ----------
    over : Over
        What stands over and under the names.
    columns, years : sequence of int
        The columns of people, and those that only a year heads.
    file : str
        The file as faults name it.
    """
    said = {at: when_of(over, at) for at in columns}
    of = sorted({year for _, year in said.values()} - {""})
    later = [at for at in years if of and when_of(over, at)[1] > of[-1]]
    names = {name.casefold() for name, year in said.values() if year}
    dated = [at for at in columns if said[at][1] or said[at][0].casefold() in names]
    # Beside columns of earlier years alone a name without a year is of the latest.
    bare = of and not years and not all(year for _, year in said.values())
    if later or len(of) > 1 or bare:
        left = sorted((*dated, *later))
        found = sorted({when_of(over, at)[1] for at in left} - {""})
        people = tuple(at for at in columns if at not in dated)
        return (people, dict.fromkeys(left, "its year is not sure"), [_which_year(left, found, file)])
    twins = _twins(over.table, columns)
    faults = [Fault("heads several columns, and nothing says which of them counts", file=file, value=name,
                    column=listed(map(letter, places)), do="Keep one of them, or give two people different names.")
              for name, places in twins.items()]  # fmt: skip
    doubled = [at for places in twins.values() for at in places]
    return (tuple(at for at in columns if at not in doubled), dict.fromkeys(doubled, "its name stands twice"), faults)


def _which_year(columns: Iterable[int], years: Sequence[str], file: str) -> Fault:
    days = any(map(day_in, years))
    which = "of them" if days else "year"
    return Fault(f"The headings name {listed(years)}, and nothing says which {which} counts; the columns were left out",
                 file=file, column=listed(map(letter, columns)), do=_DAY if days else _YEAR)  # fmt: skip


def _twins(table: Turned, columns: Sequence[int]) -> Mapping[str, list[int]]:
    """Names that head several columns, of the same organisation and role."""
    found: dict[tuple[str, ...], list[int]] = {}
    places = [place for place in table.top if place not in table.named[:1] and table.says(place)]
    rows = [table.cells.iloc[place].to_dict() for place in places]
    for at in columns:
        name = table.heading(at)
        if not is_nobody(name) and not is_nameless(name):
            found.setdefault((name.casefold(), *(row[at].strip() for row in rows)), []).append(at)
    return {table.heading(places[0]): places for places in found.values() if len(places) > 1}
