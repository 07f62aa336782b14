"""Headings that are codes alone: where there are as many as items, what they may be by their order; never for sure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from assesslib.framework import Framework
from assesslib.readers.matching.claims import Under, held
from assesslib.readers.matching.match import LEVEL, LEVELS, ORDER, Match

_CODE = re.compile(r"[A-Za-z]\w*\[\w+\]|[A-Za-z]+\d+(?:Q\d+)?(?:_\w+)?|\d+X\d+X\d+\w*")


def in_order(matches: Sequence[Match], framework: Framework, under: Under) -> tuple[Match, ...]:
    """The matches with those codes alone proposed, in order, of which there are as many as items.

    That is as many as all items where no heading names any; or as many under following questions, or in following
    groups, as in the sections; or as many in one of them as in one section, and in no other. Under the other codes
    levels may stand, and they are asked about.

    Parameters
    ----------
    matches : sequence of Match
        In the order of the headings.
    framework : Framework
        What was rated.
    under : callable
        By the place of a heading what the different texts under it are read as.
    """
    codes = [one for one in matches if _is_code(one) and held(under(one.heading.at)) != "other"]
    named = {one.item for one in matches if one.item and one.kind == LEVEL}
    ids = [item.id for item in framework.items]
    whole = len(codes) == len(ids) and not named
    meant = dict(zip(codes, ids, strict=True)) if whole else _by_group(codes, framework, named)
    stray = [one for one in codes if one not in meant and held(under(one.heading.at)) == "level"]
    return tuple(replace(one, item=meant[one], how=ORDER, sure=False, others=()) if one in meant
                 else replace(one, how=LEVELS) if one in stray else one for one in matches)  # fmt: skip


def _is_code(one: Match) -> bool:
    return not one.item and one.kind == LEVEL and bool(_CODE.fullmatch(one.heading.text.strip()))


def _by_group(codes: Sequence[Match], framework: Framework, named: set[str]) -> dict[Match, str]:
    """The codes of questions or groups with the items of the sections that have as many."""
    groups: dict[str, list[Match]] = {}
    for one in codes:
        groups.setdefault(one.heading.section, []).append(one)
    sections = [ids for section in framework.sections if (ids := _ids(framework, section.id))]
    lengths, sizes = [len(group) for group in groups.values()], [len(ids) for ids in sections]
    starts = [at for at in range(len(lengths)) if lengths[at : at + len(sizes)] == sizes]
    if len(starts) == 1 and not named:
        following = list(groups.values())[starts[0] : starts[0] + len(sizes)]
        return {one: id for group, ids in zip(following, sections, strict=True)
                for one, id in zip(group, ids, strict=True)}  # fmt: skip
    return _by_section(groups, sections, named)


def _by_section(groups: Mapping[str, Sequence[Match]], sections: Sequence[Sequence[str]],
                named: set[str]) -> dict[Match, str]:  # fmt: skip
    """The codes of a question or group with the items of the one section that has as many."""
    sizes, lengths = Counter(map(len, sections)), Counter(map(len, groups.values()))
    fitting = {len(ids): ids for ids in sections if sizes[len(ids)] == 1 and len(ids) > 1 and not named & set(ids)}
    return {one: id for group in groups.values() if len(group) in fitting and lengths[len(group)] == 1
            for one, id in zip(group, fitting[len(group)], strict=True)}  # fmt: skip


def _ids(framework: Framework, section: str) -> list[str]:
    return [item.id for item in framework.items if item.section == section]
