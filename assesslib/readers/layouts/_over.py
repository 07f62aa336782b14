"""What stands over and under the names of columns: a title of several such as “Last year”, and the part below each."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from assesslib.faults import Fault, listed
from assesslib.framework import Framework
from assesslib.readers.layouts import _table_words as words
from assesslib.readers.layouts._alone import is_nameless_alone
from assesslib.readers.layouts._names_row import day_in
from assesslib.readers.layouts._turned import Turned
from assesslib.readers.matching.wording import bare
from assesslib.readers.records import letter

_YEARS = {"year", "years", "jahr", "jaar", "année", "año", "anno", "ano"}
"""Labels beside a year, and no other time."""

_BEFORE, _TALK = {"before", "prior"}, {"meeting", "discussion"}
"""“Before the meeting” stands over people's own ratings, beside what was agreed in it."""


@dataclass(frozen=True)
class Title:
    """What stands over a column in a row above the names.

    Attributes
    ----------
    text : str
        The title.
    own : bool
        Whether it stands in the column itself, and not in one to its left as in merged cells.
    last : bool
        Whether nothing follows to the right in its row.
    alone : bool
        Whether it stands over all names.
    """

    text: str
    own: bool = True
    last: bool = False
    alone: bool = False


@dataclass(frozen=True)
class Over:
    """By column its name ("" where the row of names has none), the titles over it and the parts under it."""

    table: Turned
    names: Mapping[int, str]
    titles: Mapping[int, tuple[Title, ...]]
    parts: Mapping[int, tuple[str, ...]]


def over_of(table: Turned) -> Over:
    """Read what stands over and under the row of names; nothing where no row is one.

    A title that stands over no name is the heading of its own column alone; a column that holds nothing ends what is
    to its left. Of a row with a single cell only one that tells the time is a title of columns, of days only such as
    stand over several.
    """
    place = table.named[0] if table.named else 0
    names = _texts(table, place) if table.named else dict.fromkeys(table.columns, "")
    rows = [_spans(table, names, one) for one in reversed(range(place)) if not table.says(one)]
    below = [_texts(table, one) for one in table.top if table.named and one > place and not table.says(one)]
    return Over(table, names, {at: tuple(row[at] for row in rows if at in row) for at in table.columns},
                {at: tuple(row[at] for row in below if row[at]) for at in table.columns})  # fmt: skip


def _texts(table: Turned, place: int) -> dict[int, str]:
    row = table.cells.iloc[place]
    return {at: row[at].strip() for at in table.columns}


def _spans(table: Turned, names: Mapping[int, str], place: int) -> dict[int, Title]:
    """By column the title of a row over it; none of a row with a label and what it labels, such as Year and 2026."""
    row = _texts(table, place)
    if any(bare(text) in _YEARS for text in row.values()):
        return {}
    over: dict[int, str] = {}
    for at in table.columns:
        carried = over.get(at - 1, "") if names[at] and names.get(at - 1) else ""
        over[at] = row[at] or carried
    named = {at for at, name in names.items() if name}
    wide = any(not row[at] for at in named)
    last = max((at for at, text in row.items() if text), default=0)
    alone = {over[at] for at in named}
    return {at: Title(text, bool(row[at]), at >= last, alone == {text})
            for at, text in over.items()
            if text and (place in table.top or is_time(text)) and (wide or not day_in(text))}  # fmt: skip


def is_time(text: str) -> bool:
    """Whether a title says that what stands below is of another time, or is aimed at.

    Examples
    --------
    >>> is_time("Last year"), is_time("Targets"), is_time("Year 1"), is_time("Before the meeting")
    (True, True, False, False)
    """
    said = set(bare(text).split())
    if said & _BEFORE and said & _TALK:
        return False
    less_years = " ".join(word for word in bare(text).split() if word not in _YEARS)
    return words.is_aim(text) or words.is_earlier(less_years)


def says_nobody(text: str, framework: Framework) -> bool:
    """Whether a title or part is of another time or of something else; “RAG” and “Area A” over names are not."""
    if is_time(text) or is_nameless_alone(text, framework):
        return is_time(text)
    last = (bare(text).split() or [""])[-1]
    return not (len(last) == 1 or last.isdecimal()) and bool(words.why_nobody(text, words.figures([text])))


def reasons(over: Over, at: int) -> list[Title]:
    """The titles over a column that say that it is nobody’s now: Last year, Targets, Comments, Averages.

    One of notes or figures says so beside others, and of what was agreed where that stands elsewhere too.
    """
    found = [one for one in over.titles[at] if says_nobody(one.text, over.table.framework)]
    return [one for one in found if is_time(one.text) or not (one.alone or _is_only_agreed(over, at, one.text))]


def _is_only_agreed(over: Over, at: int, title: str) -> bool:
    """Whether a column is called what was agreed, and no other outside of a title is."""
    others = (name for one, name in over.names.items() if title not in [each.text for each in over.titles[one]])
    return words.is_agreed(over.table.heading(at)) and not any(map(words.is_agreed, others))


def texts_over(over: Over, at: int) -> tuple[str, ...]:
    """All that stands above a column and may say that it is nobody’s, or what was agreed; "" where nothing does."""
    framework = over.table.framework
    below = [text for text in over.parts[at] if words.is_agreed(text) or says_nobody(text, framework)]
    above = [one.text for one in over.titles[at] if one.own and words.is_agreed(one.text)]
    own = [] if over.names[at] else [one.text for one in over.titles[at] if one.own]
    titles = [one.text for one in reasons(over, at)]
    return (over.table.heading(at), over.names[at], *below, *above, *own, *titles)


def shown(over: Over, at: int) -> str:
    """What a column is called where it is told of: its heading, or the title in it over no name."""
    return over.table.heading(at) or next((one.text for one in over.titles[at] if one.own), "")


def is_part(over: Over, at: int) -> bool:
    """Whether a column has no name of its own and stands under the one to its left, as in merged cells."""
    return not over.names[at] and bool(over.parts[at]) and bool(_carried(over, at))


def _carried(over: Over, at: int) -> str:
    while not over.names[at] and at - 1 in over.names:
        at -= 1
    return over.names[at]


def agreed_over(over: Over, at: int) -> str:
    """What calls a column what was agreed, with the year over or under it; "" where nothing does."""
    named = _carried(over, at) if words.is_year(over.table.heading(at)) else ""
    said = next(filter(words.is_agreed, (*texts_over(over, at), named)), "")
    return f"{said} {when_of(over, at)[1]}".strip() if said and not words.years_of(said) else said


def when_of(over: Over, at: int) -> tuple[str, str]:
    """The name above a column, and the year or day behind or over it, or the year under it; "" where there is none."""
    heading = over.table.heading(at)
    name, year = ("", day_in(heading)) if day_in(heading) else words.year_in(heading)
    above = [one.text for one in over.titles[at] if words.is_year(one.text) or day_in(one.text)]
    below = [text for text in over.parts[at] if words.is_year(text)]
    return name, year or next((day_in(text) or words.year_in(text)[1] for text in (*above, *below)), "")


def titles_alone(over: Over, columns: Collection[int]) -> dict[int, str]:
    """By column the title for which alone it is nobody’s; none where all of these are what was agreed."""
    names = {at: over.table.heading(at) for at in columns if over.names[at]}
    found = {at: titles[0].text for at, name in names.items()
             if (titles := reasons(over, at)) and not words.why_nobody(name)}  # fmt: skip
    return found if any(not words.is_agreed(names[at]) for at in found) else {}


def over_all(titles: Mapping[int, str], file: str) -> list[Fault]:
    """What is asked where titles such as “Last year” stand over all names."""
    return [Fault("stands above all the names, and the columns below it were left out", file=file, value=text,
                  column=listed(letter(at) for at in titles if titles[at] == text),
                  do="Delete it if these are the ratings to read; if not, delete the columns.")
            for text in dict.fromkeys(titles.values())]  # fmt: skip
