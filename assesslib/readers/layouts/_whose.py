"""Whose the columns of a table with items in rows are: people’s, what was agreed, or nobody’s, and why."""

from collections.abc import Sequence
from dataclasses import dataclass

from assesslib.faults import Fault
from assesslib.readers.layouts import _table_words as words
from assesslib.readers.layouts._agreed_columns import agreed_of, perhaps_agreed
from assesslib.readers.layouts._alone import is_nameless_alone
from assesslib.readers.layouts._dated import told_of_year
from assesslib.readers.layouts._levels_above import has_answers
from assesslib.readers.layouts._naming import whole
from assesslib.readers.layouts._once import once
from assesslib.readers.layouts._one_answer import is_nameless
from assesslib.readers.layouts._over import Over, is_part, over_all, over_of, shown, texts_over, titles_alone
from assesslib.readers.layouts._somebodies import PERHAPS, somebodies
from assesslib.readers.layouts._turned import Turned
from assesslib.readers.matching.levels import read_levels, scale_of
from assesslib.readers.matching.wording import bare
from assesslib.readers.records import letter

_TEXT, _LONGEST, _MOST = 25, 300, 400
"""Letters from which on a cell that is no answer is taken for a note; letters and different cells that are read."""
_LEADS = {"facilitator", "moderator"}
_UNCLEAR = "it may be what was agreed or a figure drawn from the answers"
_LEADER = "it may be a member’s ratings or what was noted of the discussion"
_OVER = "Write above it what it is of, such as “This year”, or delete it."
_WHOSE = {
    _LEADER: "Head it with the member’s name if it is theirs, or delete it.",
    PERHAPS: "Head it with the member’s full name if it is theirs, or delete it.",
}
"""What to do about a column, by why it was left out."""


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
    over = over_of(table)
    above = {at: texts_over(over, at) for at in table.columns}
    drawn = words.figures(text for texts in above.values() for text in texts if text)
    plain = {at: _why(table, at, texts, drawn) for at, texts in above.items()}
    maybe = somebodies(table, above, plain, drawn)
    why = {at: "" if at in maybe.alone else text for at, text in plain.items()}
    one = agreed_of(over, {at: texts for at, texts in above.items() if not why[at]})
    agreed, second = one.at, {**one.second, **one.earlier}
    left = [at for at in above if not why[at] and at not in (agreed, *second)]
    silent = _silent(over, left)
    silent |= _vacant(table, [at for at in left if at not in silent])
    unclear = _unclear(table, [at for at in left if at not in silent], agreed)
    named = [at for at in left if at not in unclear and at not in silent]
    years = {at: "it is of a year and names nobody" for at in named if words.is_year(table.heading(at))}
    years = years if len(years) < len(named) else {}
    people, several, faults = once(over, [at for at in named if at not in years], list(years), file)
    perhaps = dict.fromkeys((at for at in maybe.asked if not is_part(over, at)), PERHAPS)
    others = {**{at: text for at, text in why.items() if text}, **second, **unclear, **silent, **years, **perhaps}
    alone = {} if named else titles_alone(over, others)
    doubtful = perhaps_agreed(over, [] if agreed is not None or alone else [at for at in why if why[at]])
    asked = {*one.second, *(() if agreed is not None else (at for at in unclear if _texts(table, at))), *perhaps,
             *doubtful}  # fmt: skip
    told = (_fault(over, at, others[at], file, at in asked, one.titles.get(at, ""))
            for at in above if at in others and at not in (*several, *alone))  # fmt: skip
    year = _year(table, people)
    same = [Fault("stands behind every name; it was left out", file=file, value=year, handled=True)] if year else []
    by_year = told_of_year(one.told, one.titles.get(agreed, ""), file=file, column=letter(agreed or 0))
    left_out = tuple({**others, **several}.items())
    return Columns(people, agreed, left_out, (*by_year, *told, *faults, *same, *over_all(alone, file)), year)


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


def _unclear(table: Turned, columns: Sequence[int], agreed: int | None) -> dict[int, str]:
    """Columns such as “Team rating” beside those of people: what was agreed, or a figure."""
    some = [at for at in columns if words.is_unclear(table.heading(at))]
    if len(some) == len(columns):
        some = [at for at in some if not is_nameless(table.heading(at))]
    if agreed is not None:
        return dict.fromkeys(some, f"what was agreed stands in column {letter(agreed)}")
    return {at: _LEADER if _LEADS & set(bare(table.heading(at)).split()) else _UNCLEAR for at in some}


def _silent(over: Over, columns: Sequence[int]) -> dict[int, str]:
    """Columns in which no cell can be read as a level or state, beside others in which some can; empty parts too."""
    table = over.table
    texts = {at: [text for text in _texts(table, at)[:_MOST] if len(text) < _LONGEST] for at in columns}
    found = read_levels([whole(text.strip()) for said in texts.values() for text in said], scale_of(table.framework))
    taken = {text for text, one in found.items() if one.state or one.level or one.number is not None or one.how}
    held = {at: any(whole(text.strip()) in taken for text in said) for at, said in texts.items()}
    return {
        at: "no level stands in it"
        for at in columns
        if (texts[at] or is_part(over, at)) and not held[at] and any(held.values())
    }


def _vacant(table: Turned, columns: Sequence[int]) -> dict[int, str]:
    """Columns without a cell to the right of the only ones that hold any, a nameless person's: what was to be added."""
    held = [at for at in columns if _texts(table, at)]
    if len(held) != 1 or not is_nameless_alone(table.heading(held[0]), table.framework):
        return {}
    return {at: "nothing stands in it" for at in columns if at > held[0]}


def _year(table: Turned, people: Sequence[int]) -> str:
    """The one year that stands behind every name; "" where there is none, or nobody has a name."""
    headings = (table.heading(at) for at in people)
    years = {words.year_in(text)[1] for text in headings if not words.is_year(text)}
    return years.pop() if len(years) == 1 else ""


def _fault(over: Over, at: int, why: str, file: str, asked: bool, title: str) -> Fault:
    """What is told of a column that was left out: a note where it is plain why, else a fault."""
    table, text = over.table, title or shown(over, at)
    lost = not text and has_answers(table.cells[at].iloc[table.first :].unique(), table.framework)
    do = "Head it with the member’s name, or with “Notes”." if lost else "Head it “Consensus”, or delete it."
    do = _WHOSE.get(why) or (_OVER if asked and perhaps_agreed(over, [at]) else do)
    what = f"was left out: {why}" if text else f"A column was left out: {why}"
    return Fault(what, file=file, column=f"{letter(at)} ({text})" if text else letter(at), value=text or None,
                 do=do if lost or asked else "", handled=not (lost or asked))  # fmt: skip
