"""Whose the columns of a table with items in rows are: people’s, what was agreed, or nobody’s, and why."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from assesslib.faults import Fault, listed
from assesslib.readers.layouts import _table_words as words
from assesslib.readers.layouts._dated import dated, several_agreed, told_of_year, years_behind
from assesslib.readers.layouts._levels_above import has_answers
from assesslib.readers.layouts._naming import whole
from assesslib.readers.layouts._one_answer import is_nameless
from assesslib.readers.layouts._somebodies import PERHAPS, somebodies
from assesslib.readers.layouts._turned import Turned
from assesslib.readers.matching.levels import read_levels, scale_of
from assesslib.readers.matching.wording import bare
from assesslib.readers.records import letter
from assesslib.readers.who import is_nobody

_TEXT, _LONGEST, _MOST = 25, 300, 400
"""Letters from which on a cell that is no answer is taken for a note; letters and different cells that are read."""
_LEADS = {"facilitator", "moderator"}
_UNCLEAR = "it may be what was agreed or a figure drawn from the answers"
_SEVERAL = "what was agreed stands in several columns, and nothing says which of them counts"
_LEADER = "it may be a member’s ratings or what was noted of the discussion"


@dataclass(frozen=True)
class Columns:
    """What the columns beside the items hold: people, what was agreed, and the rest with the reason it is left out.

    ``year`` is what stands behind every name and is no part of it, or "".
    """

    people: tuple[int, ...] = ()
    agreed: int | None = None
    others: tuple[tuple[int, str], ...] = ()
    faults: tuple[Fault, ...] = ()
    year: str = ""

    @property
    def answers(self) -> tuple[int, ...]:
        """The columns that hold answers, in the order of the file."""
        return tuple(sorted((*self.people, *(() if self.agreed is None else (self.agreed,)))))

    @property
    def asked(self) -> bool:
        """Whether any column was left out that may hold answers."""
        return any(not fault.handled for fault in self.faults)


def columns_of(table: Turned, file: str) -> Columns:
    """Tell whose the columns beside the items are.

    Parameters
    ----------
    table : Turned
        The table.
    file : str
        The file as faults name it.
    """
    above = {at: _above(table, at) for at in table.columns}
    drawn = words.figures(text for texts in above.values() for text in texts if text)
    plain = {at: _why(table, at, texts, drawn) for at, texts in above.items()}
    maybe = somebodies(table, above, plain, drawn)
    why = {at: "" if at in maybe.alone else text for at, text in plain.items()}
    one = _agreed(table, {at: texts for at, texts in above.items() if not why[at]})
    agreed, second = one.at, {**one.second, **one.earlier}
    left = [at for at in above if not why[at] and at not in (agreed, *second)]
    silent = _silent(table, left)
    unclear = _unclear(table, [at for at in left if at not in silent], agreed)
    named = [at for at in left if at not in unclear and at not in silent]
    years = {at: "it is of a year and names nobody" for at in named if _is_year(table, at)}
    years = years if len(years) < len(named) else {}
    people, several, faults = _once(table, [at for at in named if at not in years], file)
    perhaps = dict.fromkeys(maybe.asked, PERHAPS)
    others = {**{at: text for at, text in why.items() if text}, **second, **unclear, **silent, **years, **perhaps}
    asked = {*one.second, *(() if agreed is not None else (at for at in unclear if _texts(table, at))), *perhaps}
    told = (_fault(table, at, others[at], file, at in asked) for at in above if at in others)
    year = _year(table, people)
    same = [Fault("stands behind every name; it was left out", file=file, value=year, handled=True)] if year else []
    by_year = [] if agreed is None else told_of_year(one.told, _called(above[agreed]), file=file, column=letter(agreed))
    left_out = {**others, **several}
    return Columns(people, agreed, tuple(left_out.items()), (*by_year, *told, *faults, *same), year)


def _above(table: Turned, at: int) -> tuple[str, ...]:
    """What stands above a column in the row of names, and in rows that are headed by nothing."""
    rows = [place for place in reversed(table.top) if place not in table.named[:1] and not table.labels_of(place)]
    own = (table.cells.iloc[place][at].strip() for place in (*table.named[:1], *rows))
    return (table.heading(at), *own, _time(table, at))


def _time(table: Turned, at: int) -> str:
    """The year or other time that a merged cell above several columns says of them."""
    rows = [place for place in table.top if place not in table.named[:1] and not table.labels_of(place)]
    for place in rows:
        row = table.cells.iloc[place]
        said = next((row[one].strip() for one in reversed(table.columns) if one <= at and row[one].strip()), "")
        if words.is_year(said) or words.is_earlier(said) or words.is_aim(said):
            return said
    return ""


def _why(table: Turned, at: int, texts: Sequence[str], drawn: set[str]) -> str:
    """Why a column holds nobody's answers, as a clause; "" where it does."""
    if not any(texts):
        return "no heading stands above it"
    why = next(filter(None, (words.why_nobody(text, drawn) for text in texts if text)), "")
    return why or ("it holds texts and no levels" if _is_text(table, at) else "")


def _texts(table: Turned, at: int) -> list[str]:
    return [text for text in table.cells[at].iloc[table.first :].unique() if text.strip()]


def _is_text(table: Turned, at: int) -> bool:
    texts = _texts(table, at)
    long = sum(len(text) > _TEXT for text in texts)
    return 2 * long > len(texts) and not has_answers(texts, table.framework)


@dataclass(frozen=True)
class _Agreed:
    """The column of what was agreed, others that are called so, those of another time, what is told of its year."""

    at: int | None = None
    second: Mapping[int, str] = field(default_factory=dict)
    earlier: Mapping[int, str] = field(default_factory=dict)
    told: str = ""


def _agreed(table: Turned, above: Mapping[int, Sequence[str]]) -> _Agreed:
    """Which column holds what was agreed; one that says agreed goes before a view."""
    titles = {at: said for at, texts in above.items() if (said := _called(texts))}
    names = [table.heading(at) for at in above if at not in titles and not words.is_unclear(table.heading(at))]
    found = dated(titles, years_behind(names))
    first = sorted(found.counts, key=lambda at: all(map(words.is_view, filter(words.is_agreed, above[at]))))
    earlier = dict.fromkeys(found.earlier, "it is of another time")
    if not first:
        return _Agreed(earlier=earlier)
    if several_agreed([titles[at] for at in first]):
        return _Agreed(None, dict.fromkeys(first, _SEVERAL), earlier)
    second = {at: f"what was agreed stands in column {letter(first[0])}" for at in first[1:]}
    return _Agreed(first[0], second, earlier, found.told)


def _called(texts: Iterable[str]) -> str:
    """What calls a column what was agreed; "" where nothing does."""
    return next(filter(words.is_agreed, texts), "")


def _unclear(table: Turned, columns: Sequence[int], agreed: int | None) -> dict[int, str]:
    """Columns such as “Team rating” beside those of people: what was agreed, or a figure."""
    some = [at for at in columns if words.is_unclear(table.heading(at))]
    if len(some) == len(columns):
        some = [at for at in some if not is_nameless(table.heading(at))]
    if agreed is not None:
        return dict.fromkeys(some, f"what was agreed stands in column {letter(agreed)}")
    return {at: _LEADER if _LEADS & set(bare(table.heading(at)).split()) else _UNCLEAR for at in some}


def _silent(table: Turned, columns: Sequence[int]) -> dict[int, str]:
    """Columns in which no cell can be read as a level or state, beside others in which some can."""
    texts = {at: [text for text in _texts(table, at)[:_MOST] if len(text) < _LONGEST] for at in columns}
    found = read_levels([whole(text.strip()) for said in texts.values() for text in said], scale_of(table.framework))
    taken = {text for text, one in found.items() if one.state or one.level or one.number is not None or one.how}
    held = {at: any(whole(text.strip()) in taken for text in said) for at, said in texts.items()}
    return {at: "no level stands in it" for at in columns if texts[at] and not held[at] and any(held.values())}


def _is_year(table: Turned, at: int) -> bool:
    """Whether a year alone, or one above no name, heads a column."""
    return words.is_year(table.heading(at))


def _said(table: Turned, at: int) -> tuple[str, str]:
    """The name above a column and the year behind or above it."""
    name, year = words.year_in(table.heading(at))
    return name, year or words.year_in(_time(table, at))[1]


def _year(table: Turned, people: Sequence[int]) -> str:
    """The one year that stands behind every name; "" where there is none, or nobody has a name."""
    years = {words.year_in(table.heading(at))[1] for at in people if not _is_year(table, at)}
    return years.pop() if len(years) == 1 else ""


def _once(table: Turned, columns: Sequence[int], file: str) -> tuple[tuple[int, ...], dict[int, str], list[Fault]]:
    """The columns of people, those of which it is not told which year or which of two counts, and what is asked."""
    said = {at: _said(table, at) for at in columns}
    years = sorted({year for _, year in said.values()} - {""})
    names = {name.casefold() for name, year in said.values() if year}
    of_years = [at for at in columns if said[at][1] or said[at][0].casefold() in names]
    if len(years) > 1 or (years and not all(year for _, year in said.values())):
        return (tuple(at for at in columns if at not in of_years), dict.fromkeys(of_years, "its year is not sure"),
                [_which_year(of_years, years, file)])  # fmt: skip
    twins = _twins(table, columns)
    faults = [Fault("heads several columns, and nothing says which of them counts", file=file, value=name,
                    column=listed(map(letter, places)), do="Keep one of them, or give two people different names.")
              for name, places in twins.items()]  # fmt: skip
    doubled = [at for places in twins.values() for at in places]
    return (tuple(at for at in columns if at not in doubled), dict.fromkeys(doubled, "its name stands twice"), faults)


def _which_year(columns: Iterable[int], years: Sequence[str], file: str) -> Fault:
    return Fault(f"The headings name {listed(years)}, and nothing says which year counts; the columns were left out",
                 file=file, column=listed(map(letter, columns)),
                 do="Keep those of the year that is to be read, and take the year out of their headings.")  # fmt: skip


def _twins(table: Turned, columns: Sequence[int]) -> dict[str, list[int]]:
    """Names that head several columns, of the same organisation and role."""
    found: dict[tuple[str, ...], list[int]] = {}
    rows = [place for place in table.top if place not in table.named[:1]]
    for at in columns:
        name = table.heading(at)
        if not is_nobody(name) and not is_nameless(name):
            beside = [table.cells.iloc[place][at].strip() for place in rows if table.labels_of(place)]
            found.setdefault((name.casefold(), *beside), []).append(at)
    return {table.heading(places[0]): places for places in found.values() if len(places) > 1}


def _fault(table: Turned, at: int, why: str, file: str, asked: bool) -> Fault:
    """What is told of a column that was left out: a note where it is plain why, else a fault."""
    text = table.heading(at)
    lost = not text and has_answers(table.cells[at].iloc[table.first :].unique(), table.framework)
    do = "Head it with the member’s name, or with “Notes”." if lost else "Head it “Consensus”, or delete it."
    do = "Head it with the member’s name if it is theirs, or delete it." if why == _LEADER else do
    do = "Head it with the member’s full name if it is theirs, or delete it." if why == PERHAPS else do
    what = f"was left out: {why}" if text else f"A column was left out: {why}"
    return Fault(what, file=file, column=f"{letter(at)} ({text})" if text else letter(at), value=text or None,
                 do=do if lost or asked else "", handled=not (lost or asked))  # fmt: skip
