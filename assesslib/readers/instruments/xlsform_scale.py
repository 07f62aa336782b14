"""Which list of answers of an XLSForm is the scale."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assesslib.faults import Fault, shorten
from assesslib.readers.instruments import xlsform_types as types
from assesslib.readers.instruments.records import LEFT_OUT, Trace, Wishes
from assesslib.readers.instruments.scale import Entry, Scale, bare, is_state, scale_of
from assesslib.readers.instruments.xlsform_rows import Form, Line
from assesslib.readers.who import field_of, plain
from assesslib.words import many

Worded = tuple[str, ...]


@dataclass(frozen=True)
class Answers:
    """The lists of answers by name, those that are the scale (where that is in question, all), and the scale."""

    lists: Mapping[str, tuple[Line, ...]]
    chosen: frozenset[str]
    scale: Scale


def answers_of(form: Form, wishes: Wishes) -> Answers:
    """The scale of a form: the one list that its questions share, or the one that is wished; else a question.

    Lists with the same wordings in the same order are one, whatever they are called.
    """
    lists = _lists(form)
    used = _used(form)
    worded = {name: _worded(lists.get(name, ()), form.language) for name in (*used, *lists)}
    kinds: dict[Worded, list[str]] = {}
    for name in used:
        kinds.setdefault(worded[name], []).append(name)
    if wishes.choices and wishes.choices not in lists:
        fault = Fault("is not a list of answers of the form", form.survey[0].spot.file, value=wishes.choices,
                      allowed=tuple(lists), do="Name one of these.")  # fmt: skip
        return Answers(lists, frozenset(used), Scale(faults=(fault,)))
    if wishes.choices or len(kinds) == 1:
        chosen = worded[wishes.choices] if wishes.choices else next(iter(kinds))
        names = frozenset(name for name, said in worded.items() if said == chosen)
        return Answers(lists, names, _scale(form, lists, wishes.choices or kinds[chosen][0], names, wishes))
    faults = (_which(form, kinds, used, lists),) if kinds else ()
    return Answers(lists, frozenset(used), Scale(traces=tuple(_other_traces(form, ())), faults=faults))


def _lists(form: Form) -> dict[str, tuple[Line, ...]]:
    found: dict[str, list[Line]] = {}
    for line in form.choices:
        found.setdefault(line.get("list_name", "list"), []).append(line)
    return {name: tuple(lines) for name, lines in found.items()}


def _used(form: Form) -> dict[str, int]:
    """How many questions use each list, those left aside that ask who answers or only head a table."""
    used: dict[str, int] = {}
    shared = ""
    for line in form.survey:
        kind = types.type_of(line.get("type"))
        shared = line.get("kobo--score-choices") or shared
        asks = kind.kind in (types.SELECT, types.SCORE_ROW) and not field_of(line.label(form.language))
        if asks and not line.heads_table and not line.disabled:
            name = kind.name or shared
            used[name] = used.get(name, 0) + 1
    return used


def _entries(lines: Sequence[Line], language: str) -> list[Entry]:
    return [Entry(line.spot, line.get("name", "value"), line.label(language)) for line in lines]


def _worded(lines: Sequence[Line], language: str) -> Worded:
    return tuple(plain(bare(entry)) for entry in _entries(lines, language) if not is_state(entry))


def _scale(form: Form, lists: Mapping, name: str, names: frozenset[str], wishes: Wishes) -> Scale:
    scale = scale_of(_entries(lists.get(name, ()), form.language), wishes.lowest)
    faults = scale.faults if name in lists else (_no_list(form, name),)
    return Scale(scale.levels, (*scale.traces, *_other_traces(form, (name,), names)), faults)


def _no_list(form: Form, name: str) -> Fault:
    do = 'Add it to the sheet choices, or give the scale: --scale "a=Not at all;b=Partly".'
    return Fault("is a list of answers that the form does not hold", form.survey[0].spot.file, value=name, do=do)


def _other_traces(form: Form, read: Sequence[str], same: frozenset[str] = frozenset()) -> Iterator[Trace]:
    for line in form.choices:
        name = line.get("list_name", "list")
        if name not in read:
            why = (
                f"the list {name} has the wordings of the scale"
                if name in same
                else f"the list {name} is not the scale"
            )
            yield Trace(line.spot, line.label(form.language) or line.said, LEFT_OUT, why)


def _which(form: Form, kinds: Mapping[Worded, Sequence[str]], used: Mapping[str, int], lists: Mapping) -> Fault:
    """The question which of several lists is the scale."""
    said = [_list_said(form, names, used, lists) for names in kinds.values()]
    what = f"The questions have {len(said)} different lists of answers: {'; '.join(said[:6])}"
    most = max((names[0] for names in kinds.values()), key=lambda name: used[name])
    do = f"Say which is the scale, e.g. --choices {most}; questions with other answers are then left out, and told."
    return Fault(what, form.survey[0].spot.file, do=do)


def _list_said(form: Form, names: Sequence[str], used: Mapping[str, int], lists: Mapping) -> str:
    entries = _entries(lists.get(names[0], ()), form.language)
    labels = [entry.label for entry in entries if not is_state(entry)]
    ends = f", “{shorten(labels[0], 30)}” to “{shorten(labels[-1], 30)}”" if labels else ", which is not in the form"
    return f"{names[0]} ({many(sum(used[name] for name in names), 'question')}{ends})"
