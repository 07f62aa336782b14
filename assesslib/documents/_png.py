"""How large a picture is, from the head of its PNG file."""

from collections.abc import Iterator
from struct import unpack_from

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_DOTS, _METRE = 150, 39.3701
"""Dots an inch where the file does not say, and inches in a metre."""


def is_whole(png: bytes) -> bool:
    """Whether these bytes are a PNG file from its first to its last mark, with a width and a height."""
    begins = isinstance(png, bytes) and png.startswith(SIGNATURE + b"\0\0\0\rIHDR")
    return begins and b"IEND" in png[-12:] and all(unpack_from(">II", png, 16))


def inches(png: bytes) -> tuple[float, float]:
    """Width and height in inches at the resolution the file names, else at 150 dots an inch.

    Source: W3C, "Portable Network Graphics (PNG) Specification" (IHDR and pHYs).
    """
    wide, high = unpack_from(">II", png, 16)
    dots = next(_resolutions(png), _DOTS)
    return wide / dots, high / dots


def fitted(png: bytes, most_wide: float, most_high: float) -> tuple[float, float]:
    """Width and height in inches, made smaller where it is wider or higher than allowed."""
    wide, high = inches(png)
    scale = min(1.0, most_wide / wide, most_high / high)
    return wide * scale, high * scale


def _resolutions(png: bytes) -> Iterator[float]:
    """Dots an inch, where the file names them."""
    place = len(SIGNATURE)
    while place + 17 <= len(png):
        length, kind = unpack_from(">I4s", png, place)
        if kind == b"pHYs":
            across, _, metric = unpack_from(">IIB", png, place + 8)
            if metric and across:
                yield across / _METRE
        place += length + 12
