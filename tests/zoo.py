"""A zoo of awkward sets of answers: every table and chart is shown all of them.

One letter a member: a level's code, "." for an answer left blank, "?" for don't know, "-" for not applicable, "/" for a
split rating, "%" for one with a level on one facet only, and a space where there is no row at all.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from assesslib.framework import Framework, load_framework
from assesslib.ratings import tidy

CSIT = load_framework("csit-collaborative-working")
CDRP = load_framework("cdrp-dat-partnership")
STATES = {".": "blank", "?": "dont_know", "-": "not_applicable", "/": "split", "%": "split"}
ORGANISATIONS = ("The $Trust$ & Co", "Århus Council")

AWKWARD_NAMES = ("Zoë O’Neill", "Анна", 'd\'Arcy, "Jo"', "מרים", "王", "N" * 200, "<b>Bo</b>", "$x$ & $y$", "")
AWKWARD_TEXTS = (
    "two\nlines\r\nand, a comma",
    'she said "no"',
    "=cmd|' /C calc'!A0",
    "+1",
    "-",
    "@home",
    "'=already guarded",
    "\ttab",
    "🙂 é ü ß",
    "| a | $x^2$ maths$ \\alpha",
    "<script>alert(1)</script> &amp;",
    "\u202eright to left\u202c שלום",
    "Donaudampfschifffahrt" * 20,
    "word " * 4000,
    "  ",
    "",
)


@dataclass(frozen=True)
class Animal:
    """Some members' answers: a line of letters for each item, and what else is known of them."""

    said: Mapping[str, str]
    framework: Framework = CSIT
    names: tuple[str, ...] = ()
    comments: tuple[str, ...] = ("",)
    afterwards: Mapping[str, str] = ()
    assessment: str = "zoo"
    facets: tuple[str, str] = ("here", "there")

    @property
    def section(self) -> str:
        """The section that the answers are on."""
        return self.framework.sections[0].id

    @property
    def rows(self) -> list[dict[str, str]]:
        """The answers as rows of texts."""
        return [*_rows(self, self.said, "1"), *_rows(self, dict(self.afterwards), "2")]

    @property
    def ratings(self) -> pd.DataFrame:
        """The answers as a tidy frame."""
        return tidy(self.rows, self.framework)

    @property
    def members(self) -> pd.DataFrame:
        """The roster, one member a letter."""
        size = max(map(len, self.said.values()), default=0)
        people = [(*_person(place), self.names[place] if self.names else f"Member {place}") for place in range(size)]
        return pd.DataFrame(people, columns=["id", "organisation", "name"], dtype="str").assign(role="member")

    def answers(self, item: str) -> Counter:
        """How often each letter was given to an item, counted from the line itself."""
        return Counter(self.said.get(item, "").replace(" ", ""))


def _person(place: int) -> tuple[str, str]:
    return f"m{place:02}", ORGANISATIONS[place % 2]


def _rows(animal: Animal, said: Mapping[str, str], round_: str) -> Iterator[dict[str, str]]:
    for item, line in said.items():
        for place, letter in enumerate(line):
            for answer in _answer(animal, letter):
                id, organisation = _person(place)
                yield {
                    "assessment": animal.assessment, "date": "2026-03-03", "member": id, "organisation": organisation,
                    "role": "member", "section": animal.framework.item(item).section, "item": item, "round": round_,
                    "comment": animal.comments[place % len(animal.comments)], "at": f"2026-03-03T09:{place:02}:00Z",
                } | answer  # fmt: skip


def _answer(animal: Animal, letter: str) -> list[dict[str, str]]:
    ends = animal.framework.codes[0], animal.framework.codes[-1]
    if letter == "/":
        return [
            {"state": "split", "facet": facet, "level": level} for facet, level in zip(animal.facets, ends, strict=True)
        ]
    if letter == "%":
        return [{"state": "dont_know", "facet": animal.facets[0]},
                {"state": "split", "facet": animal.facets[1], "level": ends[1]}]  # fmt: skip
    return [{"state": STATES[letter]} if letter in STATES else {"state": "rated", "level": letter}] * (letter != " ")


ZOO = {
    "no ratings at all": Animal({}),
    "one member": Animal({"1": "c", "2": "e", "3": ".", "4": "?", "5": "/"}),
    "two members": Animal({"1": "ae", "2": "bc", "3": "dd", "4": "a.", "5": "?-"}),
    "all blank": Animal({"1": "...", "2": "..."}),
    "all don't know": Animal({"1": "???", "2": "???"}),
    "all not applicable": Animal({"1": "---"}),
    "everyone split": Animal({"1": "///", "2": "///"}),
    "every state at once": Animal({"1": "abcde.?-/", "2": "./-?aaaaa"}),
    "half a split": Animal({"1": "%c", "2": "%%", "3": "/%"}),
    "unanimous": Animal({"1": "cccc", "2": "aaaa", "3": "eeee"}),
    "two camps": Animal({"1": "aaaeee", "2": "bbbddd"}),
    "lone voice": Animal({"1": "addddd", "2": "bbbbbe"}),
    "missing rows": Animal({"1": "ab  ", "2": "   c", "4": "  d "}),
    "one item only": Animal({"5": "abcde"}),
    "four levels": Animal({"1.1": "GWSD", "1.2": "GGDD", "1.3": "S.?/"}, CDRP, facets=("local", "national")),
    "twenty members": Animal({"1": "abcde" * 4, "2": "c" * 20, "3": "a" * 10 + "e" * 10}),
    "second thoughts": Animal({"1": "ace", "2": "bbd"}, afterwards={"1": "bcd"}),
    "awkward comments": Animal({"1": "c" * len(AWKWARD_TEXTS), "2": "./" * 8}, comments=AWKWARD_TEXTS),
    "awkward names": Animal({"1": "abcdeabcd", "2": "abcdea./?"}, names=AWKWARD_NAMES),
    "long ago": Animal({"1": "abc", "2": "c/."}, assessment="Ä year, long ago: “1999”"),
}
EVERY = list(ZOO.values())
NAMES = list(ZOO)


def two_years() -> pd.DataFrame:
    """Two assessments in one frame, as they come when frames are put together: the row labels repeat."""
    before = Animal({"1": "aae", "2": "ccc"}, assessment="2025")
    after = Animal({"1": "ccc", "2": "aee"}, assessment="2026")
    return pd.concat([before.ratings, after.ratings])
