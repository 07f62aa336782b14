"""What an import asks of many headings at once: one fault for a title, a group of codes, or numbers gone astray."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assesslib.faults import Fault, listed, shorten
from assesslib.framework import Framework
from assesslib.readers.mapping import flat
from assesslib.readers.matching.match import CROSSED, ORDER, TITLED, Match
from assesslib.readers.records import Responses, letter
from assesslib.words import many, noun

GROUPED = (TITLED, ORDER, CROSSED)


def ask_together(unsure: Sequence[Match], responses: Responses, place: str, framework: Framework) -> list[Fault]:
    """The faults of headings that are asked about together."""
    return [*_of_titles(unsure, responses, place, framework), *_of_codes(unsure, responses, place, framework),
            *_of_crossed(unsure, responses, place, framework)]  # fmt: skip


def _of_titles(unsure: Sequence[Match], responses: Responses, place: str, framework: Framework) -> Iterator[Fault]:
    """One fault for each title that may ask something else of what stands under it."""
    titles: dict[str, list[Match]] = {}
    for match in unsure:
        if match.how == TITLED:
            titles.setdefault(flat(match.heading.section), []).append(match)
    for title, under in titles.items():
        stand = f"stands over {many(len(under), framework.item_term)}"
        each = "what they are" if len(under) > 1 else "what it is"
        yield Fault(f"{stand} and may ask something else than how far each is so", file=place, value=title,
                    do=f"Say {each}: the {framework.item_term}, or (nothing).",
                    **where(under[0], responses))  # fmt: skip


def _of_codes(unsure: Sequence[Match], responses: Responses, place: str, framework: Framework) -> Iterator[Fault]:
    """One fault for each question or group whose headings are codes alone."""
    groups: dict[str, list[Match]] = {}
    for match in unsure:
        if match.how == ORDER:
            groups.setdefault(match.heading.section, []).append(match)
    for under in groups.values():
        more = f" and {len(under) - 1} more are codes" if len(under) > 1 else " is a code"
        meant = f"{framework.term(len(under))} {listed((one.item for one in under), 40)}"
        yield Fault(f"{more.strip()} alone: by their order they may be {meant}", file=place,
                    value=under[0].heading.text, **where(under[0], responses),
                    do="If that is right, accept it; if not, say what each is, or export it with the wording of the "
                       "questions.")  # fmt: skip


def _of_crossed(unsure: Sequence[Match], responses: Responses, place: str, framework: Framework) -> Iterator[Fault]:
    """One fault for all numbers that stand with the wording of another item."""
    crossed = [match for match in unsure if match.how == CROSSED]
    if crossed:
        first, named = crossed[0], many(len(crossed), framework.item_term)
        what = f"{named} {noun(len(crossed), 'stands', 'stand')} under the number of another"
        yield Fault(f"{what}: here {first.others[0]} with the wording of {first.item}", file=place,
                    do="Correct the numbers or the wordings; if the wordings are right, accept them.",
                    **where(first, responses))  # fmt: skip


def where(match: Match, responses: Responses) -> dict[str, object]:
    """The place of a heading, as faults take it."""
    if responses.turned:
        return {"row": match.heading.at}
    return {"column": f"{letter(match.heading.at)} ({shorten(match.heading.text, 40)})"}
