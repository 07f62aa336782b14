"""A scale as texts are compared with it, and what a text of an answer stands for on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from assesslib.framework import Framework
from assesslib.readers.matching.wording import bare

NUMBER, MISFIT = "number?", "number!"
"""Ways of reading: a number that nothing explains, and one among those that do not fit what was said of numbers."""


@dataclass(frozen=True)
class Reading:
    """What a text stands for.

    Attributes
    ----------
    state, level : str
        As in tidy ratings; the state is "" where the text cannot be read.
    how : str
        ``code``, ``label``, ``code and label``, ``number``, ``state``, ``cut``, ``small edit``, ``place`` (a tool's
        own code), ``mapping``, or why it cannot be read: `NUMBER`, `MISFIT`, ``against`` (code and label disagree),
        ``two`` (two levels), ``error`` (of a spreadsheet), ``dash`` (a lone one), "".
    sure : bool
        Whether it may be used without being asked about.
    number : int or None
        The number that the text gives, whether or not it can be read.
    """

    state: str = ""
    level: str = ""
    how: str = ""
    sure: bool = True
    number: int | None = None

    @property
    def taken(self) -> bool:
        """Whether it can be used as it is."""
        return bool(self.state) and self.sure


@dataclass(frozen=True)
class Scale:
    """The levels as they are compared, and what is known of the tool's own codes and of numbers."""

    framework: Framework
    labels: Mapping[str, str]
    codes: Mapping[str, str]
    places: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    numbers: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))


def scale_of(framework: Framework, places: Mapping[str, int] | None = None,
             numbers: Mapping[int, str] | None = None) -> Scale:  # fmt: skip
    """The scale of a framework, as texts are compared with it."""
    labels = {bare(level.label): level.code for level in framework.levels}
    codes = {code.casefold(): code for code in framework.codes}
    return Scale(framework, labels, codes, places or {}, numbers or {})
