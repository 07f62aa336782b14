"""What an import must ask of headings: those that are not sure, as faults and as lines of the mapping."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assesslib.faults import Fault, listed
from assesslib.framework import Framework
from assesslib.readers.mapping import COLUMN, Line, Target, Told, flat, worded
from assesslib.readers.matching.match import BOTH, COMMENT, CROSSED, DOUBTFUL, LEVELS, ORDER, TITLED, TURNED, Match
from assesslib.readers.matching.match import LEVEL as RATING
from assesslib.readers.questions_together import GROUPED, ask_together, where
from assesslib.readers.records import Responses, letter
from assesslib.words import many

ACCEPTED, ACCEPTED_AS = "accepted", "was accepted as likely"
ACCEPT = "If that is right, accept it; if not, say what it is."
SAY_WHAT = "Say what it is, or correct it in the file."
_APART = "Tell the columns apart in the file, by number or by whole wording: their headings are the same."


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
    stays = match.sure or not match.item or _is_open(match) or rivals
    return match if stays else replace(match, sure=True, how=ACCEPTED)


def _is_open(match: Match) -> bool:
    """Whether nothing is likely enough to be proposed; a number does not weigh against a whole wording."""
    return match.how in DOUBTFUL or bool(match.others and match.how != CROSSED)


def ask_columns(matches: Sequence[Match], responses: Responses, place: str, framework: Framework) -> Asked:
    """What to ask of the headings of a file, and what of it is not taken."""
    unsure = [match for match in matches if match.item and not match.sure]
    each = [match for match in unsure if match.how not in GROUPED]
    faults = [*ask_together(unsure, responses, place, framework),
              *(_unsure(match, _rivals(match, matches), responses, place, framework) for match in each)]  # fmt: skip
    stray = _stray(matches, framework)
    asked = [match for match in matches if match in unsure or match in stray or match.how == ACCEPTED]
    open_ones = [one for one in asked if _is_open(one) or one in stray or _rivals(one, matches)]
    lines = [Line(COLUMN, one.heading.text, "" if one in open_ones else _worded(one, framework), _HOW[one.how])
             for one in asked]  # fmt: skip
    lost = [match for match in matches if match not in stray]
    return Asked((*faults, *_of_levels(stray, responses, place, framework), *_lost(lost, responses, place),
                  *_unasked(matches, place, framework)), tuple(lines))  # fmt: skip


def _stray(matches: Sequence[Match], framework: Framework) -> list[Match]:
    """Headings that name nothing though levels stand under them, while items are without a column."""
    found = {match.item for match in matches if match.item and match.kind == RATING}
    return [one for one in matches if one.how == LEVELS and not one.item and len(found) < len(framework.items)]


def _of_levels(stray: Sequence[Match], responses: Responses, place: str, framework: Framework) -> Iterator[Fault]:
    for match in stray:
        what = f"names no {framework.item_term}, and levels stand under it"
        twin = sum(flat(one.heading.text) == flat(match.heading.text) for one in stray) > 1
        do = _APART if twin else f"Say which {framework.item_term} it is, or that it is none."
        yield Fault(what, file=place, value=match.heading.text, do=do, **where(match, responses))


def _rivals(match: Match, matches: Sequence[Match]) -> list[Match]:
    """The other headings that may be the same."""
    return [one for one in matches if one.item and _key(one) == _key(match) and one is not match]


def _worded(match: Match, framework: Framework) -> str:
    return worded(match.item, framework, match.facet, match.kind == COMMENT)


_HOW = {
    ACCEPTED: ACCEPTED_AS,
    "like": "is worded somewhat like", "id": "may be the number of", "number": "bears the number, with other words, of",
    "day": "is a day that a spreadsheet may have made of", "cut": "begins like", "small edit": "is almost worded as",
    TURNED: "is worded, with words that may say something else, like", BOTH: "is named like a comment on",
    CROSSED: "bears the number of another, and the wording of", ORDER: "is a code alone, and by its place may be",
    TITLED: "stands under a title that may ask something else of",
    LEVELS: "names nothing, and levels stand under it", "wording": "is worded as", "id with wording": "is worded as",
    "mapping": "was said to be",
}  # fmt: skip


def _unsure(match: Match, rivals: Sequence[Match], responses: Responses, place: str, framework: Framework) -> Fault:
    meant = listed(dict.fromkeys((match.item, *match.others)))
    what = f"{_HOW[match.how]} {framework.item_term} {meant}"
    if match.how == BOTH:
        what = f"{what}, and nothing but levels stands under it"
        do = "Say whether it is the rating or the comment."
    elif match.how == TURNED:
        do = "Say what it is."
    elif match.others and any(flat(one.heading.text) == flat(match.heading.text) for one in rivals):
        do = _APART
    elif match.others:
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
        yield Fault(
            f"Nothing in this file names a {framework.item_term} of {framework.id}",
            file=place,
            do="Check that it is the file of this framework, or say what each column is.",
        )
    elif missing:
        yield Fault(f"There is no column for {framework.term(len(missing))} {listed(missing, 40)}", file=place,
                    handled=True)  # fmt: skip
