"""English for every sentence: numbers with their nouns, words in a row, quotation marks, days in words."""

from collections.abc import Callable, Iterable
from datetime import date

NUMBERS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
"""The numbers that may stand as words at the beginning of a sentence."""
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def noun(n: int, one: str, several: str = "") -> str:
    """What so many of something are called.

    Examples
    --------
    >>> noun(1, "item"), noun(0, "item"), noun(2, "person", "people")
    ('item', 'items', 'people')
    """
    return one if n == 1 else several or f"{one}s"


def many(n: int, one: str, several: str = "") -> str:
    """A number with its noun; 0 as a figure.

    Examples
    --------
    >>> many(1, "item"), many(0, "item")
    ('1 item', '0 items')
    """
    return f"{n} {noun(n, one, several)}"


def count(n: int, one: str, several: str = "") -> str:
    """A number with its noun; 0 as “no”.

    Examples
    --------
    >>> count(0, "area"), count(1, "area"), count(2, "person", "people")
    ('no areas', '1 area', '2 people')
    """
    return f"{n or NUMBERS[0]} {noun(n, one, several)}"


def begun(n: int, one: str, several: str = "") -> str:
    """A number with its noun at the beginning of a sentence: up to twelve in letters.

    Examples
    --------
    >>> begun(2, "cause"), begun(31, "area"), begun(0, "area")
    ('Two causes', '31 areas', 'No areas')
    """
    return capital(f"{NUMBERS[n] if n < len(NUMBERS) else n} {noun(n, one, several)}")


def say(n: int) -> str:
    """The verb for so many who say something.

    Examples
    --------
    >>> say(1), say(2)
    ('says', 'say')
    """
    return "says" if n == 1 else "say"


def capital(text: str) -> str:
    """A text with a capital at its beginning; the rest as it is.

    Examples
    --------
    >>> capital("key feature 5"), capital("")
    ('Key feature 5', '')
    """
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """A clause with a capital at its beginning and a full stop at its end.

    Examples
    --------
    >>> sentence("standard 1.4 names no evidence")
    'Standard 1.4 names no evidence.'
    """
    return f"{capital(text)}."


def series(words: Iterable[str], last: str = "and") -> str:
    """Words in a row, with “and” or another word before the last.

    Examples
    --------
    >>> series(["1.1", "1.2", "1.3"]), series(["1.1", "1.2"], "or"), series(["1.1"]), series([])
    ('1.1, 1.2 and 1.3', '1.1 or 1.2', '1.1', '')
    """
    *first, final = list(words) or [""]
    return f"{', '.join(first)} {last} {final}" if first else final


def quoted(text: str, cut: Callable[[str], str] = str) -> str:
    """A text on one line in quotation marks without its full stop, in full or as ``cut`` shortens it.

    Examples
    --------
    >>> quoted("Agree a review process."), quoted("Agree a review process.", lambda text: text[:5])
    ('“Agree a review process”', '“Agree”')
    """
    return f"“{cut(' '.join(text.split()).removesuffix('.'))}”"


def spoken(day: date) -> str:
    """A day in words.

    Examples
    --------
    >>> spoken(date(2004, 4, 1))
    '1 April 2004'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def day_of(text: str) -> date | None:
    """The day that a text like 2026-03-03 names, else None.

    Examples
    --------
    >>> day_of("2026-03-03"), day_of("spring"), day_of("20260303")
    (datetime.date(2026, 3, 3), None, None)
    """
    try:
        return date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None


def day_in_words(text: str) -> str:
    """A day like 2026-03-03 in words, any other text as it is.

    Examples
    --------
    >>> day_in_words("2026-03-03"), day_in_words("in spring")
    ('3 March 2026', 'in spring')
    """
    day = day_of(text)
    return spoken(day) if day else text


def date_given(day: str) -> str:
    """The day of an assessment in words, or that it has none.

    Examples
    --------
    >>> date_given("2026-03-03"), date_given("")
    ('3 March 2026', 'no date given')
    """
    return day_in_words(day) or "no date given"
