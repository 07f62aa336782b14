"""Whether a heading above one person's answers is that person: “Anna” and “AB” may be, “Wie weit” is not."""

import re

from assesslib.framework import Framework
from assesslib.readers.layouts._table_words import is_agreed, is_unclear, why_nobody
from assesslib.readers.matching.person_names import is_near
from assesslib.readers.matching.wording import bare
from assesslib.readers.title_names import general_words, is_general, person_in

_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?")

_BODIES = {"council"}
"""Members that are organisations, as Police is, though words of names of files too."""


def is_somebody(heading: str, framework: Framework) -> bool:
    """Whether a heading may be who answered: a whole name, one word with a capital, or initials.

    Examples
    --------
    >>> from assesslib.framework import load_framework
    >>> cdrp = load_framework("cdrp-dat-partnership")
    >>> [is_somebody(text, cdrp) for text in ("Anna Bell", "Anna", "AB", "Wie weit", "PC 4512", "Council", "Form")]
    [True, True, True, False, False, True, False]
    """
    if person_in(heading, framework):
        return True
    general = general_words(framework) - _BODIES
    if not _WORD.fullmatch(heading) or not heading[0].isupper() or is_general(heading, general):
        return False
    return not (is_agreed(heading) or is_unclear(heading) or why_nobody(heading))


def are_alike(name: str, other: str) -> bool:
    """Whether two names share a word or may be one person's.

    Examples
    --------
    >>> are_alike("Anna", "Anna Bell"), are_alike("AB", "Anna Bell"), are_alike("Anna", "Ben Carr")
    (True, True, False)
    """
    return bool(set(bare(name).split()) & set(bare(other).split())) or is_near(name, other)
