"""What an import must ask: the headings and the answers that are not sure, as faults and as lines of the mapping."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from assesslib.faults import Fault, listed, shorten
from assesslib.framework import Framework
from assesslib.readers.mapping import COLUMN, EMPTY, LEVEL, Line, Target, Told, flat, worded
from assesslib.readers.matching.headings import COMMENT, Match
from assesslib.readers.matching.headings import LEVEL as RATING
from assesslib.readers.matching.levels import Reading
from assesslib.readers.records import Responses, letter
from assesslib.words import many

ACCEPTED = "accepted"
ACCEPT = "If that is right, accept it; if not, say what it is."
IN_MAPPING = "Say what it is, or correct it in the file."


@dataclass(frozen=True)
class Asked:
    """What was settled, what must be said of it, and the lines that a person may correct."""

    faults: tuple[Fault, ...] = ()
    lines: tuple[Line, ...] = ()


def told_matches(matches: Sequence[Match], told: Told, accept: bool) -> tuple[Match, ...]:
    """The matches with those that a person gave, and, if that was allowed, with those that are likely."""
    given = [_given(match, told.columns.get(flat(match.heading.text))) for match in matches]
    mapped = [_key(one) for one in given if one.how == "mapping"]
    freed = [_freed(one) if _key(one) in mapped and one.how != "mapping" else one for one in given]
    once = [replace(one, sure=False) if _is_twice(one, mapped) else one for one in freed]
    return tuple(_accepted(one, once) if accept else one for one in once)


def _is_twice(match: Match, mapped: Sequence[tuple[str, str, str]]) -> bool:
    """Whether a mapping gives one item to several columns: comments are put together, ratings cannot be."""
    return match.how == "mapping" and bool(match.item) and match.kind == RATING and mapped.count(_key(match)) > 1


def _freed(match: Match) -> Match:
    return replace(match, item="", facet="", how="", others=(match.item,))


def _key(match: Match) -> tuple[str, str, str]:
    return match.item, match.facet, match.kind


def _given(match: Match, target: Target | None) -> Match:
    if target is None:
        return match
    kind = COMMENT if target.comment else RATING
    return replace(match, item=target.item, facet=target.facet, kind=kind, how="mapping", sure=True, others=())


def _accepted(match: Match, all_of: Sequence[Match]) -> Match:
    """A likely match is accepted where no other heading may be the same item, and it may be no other."""
    rivals = [one for one in all_of if _key(one) == _key(match) and one is not match]
    return (
        match if match.sure or not match.item or match.others or rivals else replace(match, sure=True, how=ACCEPTED)
    )


def ask_columns(matches: Sequence[Match], responses: Responses, place: str, framework: Framework) -> Asked:
    """What to ask of the headings of a file, and what of it is not taken."""
    unsure = [match for match in matches if match.item and not match.sure]
    faults = [_unsure(match, _rivals(match, matches), responses, place, framework) for match in unsure]
    asked = [match for match in matches if match in unsure or match.how == ACCEPTED]
    open_ones = [one for one in asked if one.others or _rivals(one, matches)]
    lines = [Line(COLUMN, one.heading.text, "" if one in open_ones else _worded(one, framework), _HOW[one.how])
             for one in asked]  # fmt: skip
    return Asked((*faults, *_lost(matches, responses, place), *_unasked(matches, place, framework)), tuple(lines))


def _rivals(match: Match, matches: Sequence[Match]) -> list[Match]:
    """The other headings that may be the same."""
    return [one for one in matches if one.item and _key(one) == _key(match) and one is not match]


def _worded(match: Match, framework: Framework) -> str:
    return worded(match.item, framework, match.facet, match.kind == COMMENT)


def where(match: Match, responses: Responses) -> dict[str, object]:
    """The place of a heading, as faults take it."""
    if responses.turned:
        return {"row": match.heading.at}
    return {"column": f"{letter(match.heading.at)} ({shorten(match.heading.text, 40)})"}


_HOW = {
    ACCEPTED: "was accepted as likely",
    "like": "is worded somewhat like", "id": "may be the number of", "number": "bears the number, with other words, of",
    "day": "is a day that a spreadsheet may have made of", "cut": "begins like", "small edit": "is almost worded as",
    "wording": "is worded as", "id with wording": "is worded as", "mapping": "was said to be",
}  # fmt: skip


def _unsure(match: Match, rivals: Sequence[Match], responses: Responses, place: str, framework: Framework) -> Fault:
    meant = listed(dict.fromkeys((match.item, *match.others)))
    what = f"{_HOW[match.how]} {framework.item_term} {meant}"
    if match.others:
        do = "Say which of them it is."
    elif rivals:
        what = f"{what}, and {_places(rivals, responses)} too"
        do = "Say which of them counts and what the others are, or take the others out of the file."
    else:
        do = ACCEPT
    return Fault(what, file=place, value=match.heading.text, do=do, **where(match, responses))


def _places(matches: Sequence[Match], responses: Responses) -> str:
    kind = "row" if responses.turned else "column"
    named = [str(one.heading.at) if responses.turned else letter(one.heading.at) for one in matches]
    return f"{kind}{'s' * (len(named) > 1)} {listed(named)}"


def _lost(matches: Sequence[Match], responses: Responses, place: str) -> Iterator[Fault]:
    """Headings that are not taken although something was answered under them."""
    for match in (one for one in matches if not one.item):
        texts = responses.answers[match.heading.at]
        number = int((texts.str.strip() != "").sum())
        if number:
            held = f"{many(number, 'cell')} hold{'s' * (number == 1)} text"
            yield Fault(f"is not taken: it names nothing that was asked ({held})", file=place,
                        value=match.heading.text, handled=True, **where(match, responses))  # fmt: skip


def _unasked(matches: Sequence[Match], place: str, framework: Framework) -> Iterator[Fault]:
    """Items without a column, and a file without any."""
    found = {match.item for match in matches if match.item and match.kind == RATING}
    missing = [item.id for item in framework.items if item.id not in found]
    if not found:
        yield Fault(f"Nothing in this file names a {framework.item_term} of {framework.id}", file=place,
                    do="Check that it is the file of this framework, or say in a mapping what each column is.")
    elif missing:
        yield Fault(f"There is no column for {framework.term(len(missing))} {listed(missing, 40)}", file=place,
                    handled=True)  # fmt: skip


def told_readings(readings: Mapping[str, Reading], told: Told, accept: bool) -> dict[str, Reading]:
    """The readings with those that a person gave, and, if that was allowed, with those that are likely."""
    given = {text: told.answers.get(text) or told.answers.get(text.strip()) or one for text, one in readings.items()}
    return {text: _agreed(one) if accept and one.state and not one.sure else one for text, one in given.items()}


def _agreed(reading: Reading) -> Reading:
    return replace(reading, sure=True, how=ACCEPTED)


def ask_answers(readings: Mapping[str, Reading], cells: pd.DataFrame, place: str, framework: Framework) -> Asked:
    """What to ask of the answers of a file.

    Parameters
    ----------
    readings : mapping
        What each text was read as.
    cells : DataFrame
        The answers as `long_cells` gives them.
    place : str
        The file and sheet, as faults name them.
    framework : Framework
        What was rated.
    """
    open_texts = [text for text, one in readings.items() if not one.taken]
    spots = _spots(cells[cells["state"] == ""], open_texts)
    stand = {text: readings[text] for text in open_texts if text in spots}
    numbers = {text: one for text, one in stand.items() if one.how == "number?"}
    others = [_unread(text, one, spots[text], place, framework) for text, one in stand.items() if text not in numbers]
    number = _numbers(numbers, spots, place, framework) if numbers else []
    asked = stand | {text: one for text, one in readings.items() if one.how == ACCEPTED}
    lines = [Line(LEVEL, text, one.level, _WHY.get(one.how, "not on the scale")) for text, one in asked.items()]
    return Asked((*number, *others), tuple(lines))


_WHY = {ACCEPTED: "accepted as likely", "number?": "a number", "against": "code and words disagree",
        "two": "two levels", "place": "a tool’s own code",
        "part": "part of a label", "small edit": "almost a label"}  # fmt: skip


def _spots(cells: pd.DataFrame, texts: Iterable[str]) -> dict[str, tuple[pd.Series, int]]:
    """By text its first place and how many cells hold it."""
    here = cells[cells["text"].isin(list(texts))]
    counts = here["text"].value_counts()
    return {row["text"]: (row, int(counts[row["text"]])) for _, row in here.drop_duplicates("text").iterrows()}


def _unread(text: str, reading: Reading, spot: tuple[pd.Series, int], place: str, framework: Framework) -> Fault:
    row, count = spot
    more = f" (in {count} cells, this is the first)" if count > 1 else ""
    labels = {level.code: level.label for level in framework.levels}
    said = {"file": place, "row": int(row["row"]), "column": row["column"], "value": text}
    if reading.state:
        return Fault(
            f"may stand for {reading.level} = {shorten(labels.get(reading.level, ''))}{more}", **said, do=ACCEPT
        )
    if reading.how == "against":
        return Fault(f"names one level by its code or number and another by its words{more}", **said, do=IN_MAPPING)
    if reading.how == "two":
        return Fault(f"gives more than one level{more}", **said, do="Ask which of them counts, and leave that one.")
    allowed = (*framework.codes, *(shorten(label, 30) for label in labels.values()))
    return Fault(f"is not a level of this scale{more}", **said, allowed=allowed, do=IN_MAPPING)


def _numbers(numbers: Mapping[str, Reading], spots: Mapping[str, tuple[pd.Series, int]], place: str,
             framework: Framework) -> list[Fault]:  # fmt: skip
    row, _ = spots[next(iter(numbers))]
    first, last = framework.codes[0], framework.codes[-1]
    found = listed(sorted(numbers, key=lambda text: numbers[text].number or 0))
    k = len(framework.codes)
    are, they = ("are numbers", "they mean") if len(numbers) > 1 else ("is a number", "it means")
    what = f"{are}, and nothing in the file says what {they}: {first} may be 0, 1 or {k}"
    do = f"Say what they mean, e.g. {first} = 1 and {last} = {k}."
    return [Fault(what, file=place, row=int(row["row"]), column=row["column"], value=found, do=do)]


def ask_empty(cells: pd.DataFrame, place: str, framework: Framework, told: Told) -> Asked:
    """Whether empty cells may be a middle option without a label: nobody gave it, everything else was given."""
    codes, middle = framework.codes, framework.codes[len(framework.codes) // 2]
    used = set(cells.loc[cells["state"] == "rated", "level"].unique())
    blank = [text for text in cells["text"].unique() if not text.strip()]
    empty = cells[cells["text"].isin(blank)]
    suspect = len(codes) % 2 == 1 and used == set(codes) - {middle} and len(empty) and "" not in told.answers
    if not suspect:
        return Asked()
    row = empty.iloc[0]
    what = f"{len(empty)} cells are empty and nobody gave {middle}: a middle option without a label comes out empty"
    fault = Fault(what, file=place, row=int(row["row"]), column=row["column"],
                  do=f"Say whether an empty cell is {middle} or no answer.")  # fmt: skip
    return Asked((fault,), (Line(LEVEL, EMPTY, "", "no answer, or the middle option without a label?"),))
