"""Texts of journals as the columns of frames: days, moments, levels, rounds."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import pandas as pd

_TEXT = pd.api.types.pandas_dtype("str")
DAY, MOMENT = "9999-99-99", "9999-99-99T99:99:99.999999Z"
"""The shapes of days and of moments as journals write them: a nine stands for any digit."""
_TO_NINES = str.maketrans("012345678", "999999999")


def texts(found: Sequence[str]) -> pd.api.extensions.ExtensionArray:
    """Texts as a column of them."""
    return pd.array(np.asarray(found, dtype="object"), dtype=_TEXT)


def are_like(shape: str, found: Sequence[str]) -> bool:
    """Whether every text is of a shape in which a nine stands for any digit.

    Examples
    --------
    >>> are_like(DAY, ["2026-03-03", "2026-02-31"]), are_like(DAY, ["2026-03-03", "2026-3-3"])
    (True, False)
    """
    return "\n".join(found).translate(_TO_NINES) == "\n".join([shape] * len(found))


def moments(found: Sequence[str]) -> pd.DatetimeIndex:
    """Texts as moments in UTC to the microsecond; what is empty is missing.

    Examples
    --------
    >>> moments(["2026-03-03T09:15:00.000000Z", ""]).isna().tolist()
    [False, True]
    """
    if (known := _at_once(MOMENT, found, "datetime64[us]")) is not None:
        return pd.DatetimeIndex(known).tz_localize("UTC")
    return pd.to_datetime([text or None for text in found], format="ISO8601", utc=True).astype("datetime64[us, UTC]")


def levels(codes: Sequence[str], found: Sequence[str]) -> pd.Categorical:
    """Texts as levels of a scale, lowest first; what is no level of it is missing.

    Examples
    --------
    >>> levels("abc", ["b", "", "f"]).codes.tolist()
    [1, -1, -1]
    """
    scale = _scale(tuple(codes))
    ranks = {code: rank for rank, code in enumerate(codes)}
    return pd.Categorical.from_codes(np.array([ranks.get(text, -1) for text in found], dtype="int64"), dtype=scale)


@lru_cache(maxsize=8)
def _scale(codes: tuple[str, ...]) -> pd.CategoricalDtype:
    return pd.CategoricalDtype(list(codes), ordered=True)


def days(found: Sequence[str]) -> np.ndarray:
    """Texts as days; what is empty is missing.

    Examples
    --------
    >>> days(["2026-03-03", ""]).astype("datetime64[D]").astype("str").tolist()
    ['2026-03-03', 'NaT']
    """
    if (known := _at_once(DAY, found, "datetime64[s]")) is not None:
        return known
    read = pd.to_datetime([text or None for text in found], format="%Y-%m-%d")
    return read.astype("datetime64[s]").to_numpy()


def rounds(found: Sequence[str]) -> np.ndarray:
    """Texts as whole numbers."""
    return np.array([int(text) for text in found], dtype="int64")


def _at_once(shape: str, found: Sequence[str], dtype: str) -> np.ndarray | None:
    """Texts of a shape, or empty, as numpy reads them in a fraction of the time; None where it may read one wrongly."""
    given = [text for text in found if text]
    # Of years before 1000 pandas says something else than numpy.
    if not are_like(shape, given) or min(given, default="1") < "1":
        return None
    try:
        return np.array([text.removesuffix("Z") for text in found], dtype=dtype)
    except ValueError:
        return None
