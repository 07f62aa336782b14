"""What the charts share: the ramp, the ink on it, and words that fit."""

from itertools import pairwise

import numpy as np
import pytest
from contrasts import contrast, luminance
from matplotlib.colors import to_rgb

from assesslib.charts import _style as style

SCALES = [list("abcdefghi")[:size] for size in range(2, 10)]


# How the three colours of light look to eyes that lack one kind of cone (Viénot, Brettel & Mollon 1999).
PROTAN = np.array([[0.11238, 0.88762, 0], [0.11238, 0.88762, 0], [0.00401, -0.00401, 1]])
DEUTAN = np.array([[0.29275, 0.70725, 0], [0.29275, 0.70725, 0], [-0.02234, 0.02234, 1]])


def seen(colour, eyes):
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in to_rgb(colour)]
    return float(np.dot(eyes @ linear, [0.2126, 0.7152, 0.0722]))


@pytest.mark.parametrize("codes", SCALES, ids=len)
def test_the_ramp_darkens_along_the_scale(codes):
    shades = style.ramp(codes)
    assert list(shades) == codes
    assert all(luminance(low) > luminance(high) for low, high in pairwise(shades.values()))


@pytest.mark.parametrize("eyes", [PROTAN, DEUTAN], ids=["protan", "deutan"])
@pytest.mark.parametrize("codes", SCALES, ids=len)
def test_it_darkens_for_colour_blind_eyes_too(codes, eyes):
    assert all(seen(low, eyes) > seen(high, eyes) for low, high in pairwise(style.ramp(codes).values()))


@pytest.mark.parametrize("codes", SCALES, ids=len)
def test_the_ink_can_be_read_on_every_level(codes):
    assert all(contrast(style.ink_on(shade), shade) >= 4.5 for shade in style.ramp(codes).values())


def test_ink_on_paper_is_dark_and_on_the_darkest_level_light():
    assert style.ink_on(style.PAPER) == style.INK
    assert style.ink_on(style.INK) == style.PAPER


TEXTS = [
    "",
    "one",
    "one two three four five six",
    "Donaudampfschifffahrtsgesellschaft" * 3,
    "$x^2$ and more & more",
    "W" * 200,
]


@pytest.mark.parametrize("text", TEXTS)
def test_wrapped_words_fit_and_none_is_lost(text):
    lines = style.wrapped(text, 1.2).split("\n")
    assert all(style.width_of(line) <= 1.2 for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    whole = [word for word in text.split() if style.width_of(word) <= 1.2]
    assert [word for line in lines for word in line.split() if word in whole] == whole


def test_rows_are_as_tall_as_their_words_and_at_least_as_tall_as_asked():
    short, long, asked = np.diff(style.row_edges(["one", "one\ntwo\nthree", "one"], [2, 2, 9]))
    assert (short, asked) == (2, 9)
    assert 3 < long < 4
    assert style.row_edges([], []).tolist() == [0]
