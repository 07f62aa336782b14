"""What is written on a form, as single notes: lists taken apart, wrapped lines put together."""

import re

from assesslib.readers.form.clean import joined, plain, said

WATERMARK = "Example"
"""The word that is printed across forms that serve as an example."""
_BULLETS = re.compile(r"^\s*(?:[•·▪◦‣∙●]\s*|(?:[-–—*+§o»]|\d{1,2}[.)])\s+)+(?=\S)")
_INLINE = re.compile(r"(?<=\S)\s+[•▪●]\s+(?=\S)")
_LONG = 60
_ENDED = (".", "!", "?", ";", ":")


def texts_of(text: str, *, apart: bool = False) -> list[str]:
    """The single texts of a cell or of the lines under a heading, each on one line.

    Parameters
    ----------
    text : str
        Lines; an empty one parts two texts.
    apart : bool
        Whether lines without bullets are texts of their own, except where one plainly goes on with the line before.

    Examples
    --------
    >>> texts_of("• Minutes of\\nmeetings\\n• **Lists**")
    ['Minutes of meetings', 'Lists']
    >>> texts_of("Two lines\\nof one text"), texts_of("Trust\\nTime", apart=True)
    (['Two lines of one text'], ['Trust', 'Time'])
    """
    paragraphs = re.split(r"\n[ \t]*\n", text)
    found = [one for paragraph in paragraphs for one in _paragraph(paragraph, apart)]
    return [one for one in (plain(joined(lines)) for lines in found) if said(one)]


def _paragraph(text: str, apart: bool) -> list[list[str]]:
    """The lines of each text of a paragraph."""
    found: list[list[str]] = []
    for line in _INLINE.sub("\n• ", text.replace("**", "")).split("\n"):
        bullet = _BULLETS.match(line)
        if bullet or not found or (apart and not _goes_on(found[-1][-1], line)):
            found.append([line[bullet.end() :] if bullet else line])
        else:
            found[-1].append(line)
    return found


def _goes_on(before: str, line: str) -> bool:
    """Whether a line reads as the rest of the one before."""
    return line.strip()[:1].islower() or (len(before.strip()) >= _LONG and not before.strip().endswith(_ENDED))
