"""The words for a change: what can be said of one item or section, and what cannot be told."""

from collections.abc import Mapping
from typing import NamedTuple

from assesslib import stats

IMPROVED, DECLINED, UNCLEAR, FEW = "improved", "declined", "no clear change", "too few to tell"
CONVERGED, SPLIT = "views converged", "views split"
PANEL = "moved with no one moving (panel change)"
SAME, DIFFERENT = "same members", "different members"
BESIDE = {
    "away": "consensus moved, members did not",
    "unclear": "consensus moved, members show no clear change",
    "still": "members moved, consensus did not",
    "opposite": "consensus and members moved opposite ways",
}
ONE_WAY = 3
"""From so many on who all moved one way, and may still be chance, they are too few to tell: it is not unclear."""


class Verdict(NamedTuple):
    """The words of one row: see `assesslib.tables.change.change`."""

    level_word: str
    basis: str
    view_word: str
    word: str


def verdict(row: Mapping[str, float], alpha: float) -> Verdict:
    """What the numbers of one compared item say.

    Parameters
    ----------
    row : mapping
        ``n_both, up, down, q, n_left, n_joined, delta, q_apart, spread_q, wider, panel_moved``.
    alpha : float
        From which q down a change is called one.

    Examples
    --------
    >>> nobody = {"n_left": 0, "n_joined": 0, "delta": None, "q_apart": None, "spread_q": 1.0, "wider": 0}
    >>> moved = {"n_both": 8, "up": 8, "down": 0, "q": 0.02, "panel_moved": False}
    >>> verdict(nobody | moved, 0.05)
    Verdict(level_word='improved', basis='same members', view_word='', word='improved')
    """
    basis = "" if against(row, alpha) else basis_of(row["n_both"], row["n_left"], row["n_joined"], alpha)
    level_word = _level_word(row, basis, alpha)
    view_word = _view_word(row, alpha)
    return Verdict(level_word, basis, view_word, _shown(level_word, view_word, row))


def basis_of(n_both: int, n_left: int, n_joined: int, alpha: float) -> str:
    """On whom a verdict on the level can rest: those in both years wherever they are enough to show anything.

    Examples
    --------
    >>> basis_of(6, 4, 4, 0.05), basis_of(5, 4, 4, 0.05), basis_of(5, 3, 3, 0.05)
    ('same members', 'different members', '')
    """
    if stats.smallest_p(n_both) <= alpha:
        return SAME
    return DIFFERENT if stats.smallest_p(n_left, n_joined) <= alpha else ""


def against(row: Mapping[str, float], alpha: float) -> int:
    """Which way who joined stands from who left, 1 or -1, where those in both years went the other way; else 0.

    They may be too few to tell anything by themselves, and still nobody would believe the others against them.

    Examples
    --------
    >>> row = {"n_both": 5, "up": 0, "down": 4, "n_left": 4, "n_joined": 4, "delta": 1.0, "q_apart": 0.03}
    >>> against(row, 0.05), against(row | {"down": 0}, 0.05), against(row | {"q_apart": 0.2}, 0.05)
    (1, 0, 0)
    """
    told = basis_of(row["n_both"], row["n_left"], row["n_joined"], alpha) == DIFFERENT and row["q_apart"] <= alpha
    if not told or not row["delta"] * (row["up"] - row["down"]) < 0:
        return 0
    return 1 if row["delta"] > 0 else -1


def _level_word(row: Mapping[str, float], basis: str, alpha: float) -> str:
    if not basis:
        return FEW
    q, way = (row["q"], row["up"] - row["down"]) if basis == SAME else (row["q_apart"], row["delta"])
    if q <= alpha and way:
        return IMPROVED if way > 0 else DECLINED
    farthest = all_one_way(row["up"], row["down"], q, alpha) if basis == SAME else abs(row["delta"]) == 1
    return FEW if farthest else UNCLEAR


def all_one_way(up: int, down: int, q: float, alpha: float) -> bool:
    """Whether several moved, all of them one way, and even so it could be chance.

    Examples
    --------
    >>> all_one_way(5, 0, 1 / 16, 0.05), all_one_way(2, 0, 1 / 2, 0.05), all_one_way(4, 1, 3 / 8, 0.05)
    (True, False, False)
    """
    return bool(up + down >= ONE_WAY and not min(up, down) and not q <= alpha)


def _view_word(row: Mapping[str, float], alpha: float) -> str:
    if not (row["spread_q"] <= alpha and row["wider"]):
        return ""
    return SPLIT if row["wider"] > 0 else CONVERGED


def _shown(level_word: str, view_word: str, row: Mapping[str, float]) -> str:
    if level_word in (IMPROVED, DECLINED):
        return f"{level_word}, {view_word}" if view_word else level_word
    still = row["panel_moved"] and row["up"] + row["down"] == 0
    return view_word or (PANEL if still else level_word)


def beside(row: Mapping[str, float], word: Verdict, agreed_moved: str) -> str:
    """How the consensus moved beside the same members; "" where they agree, or either is not known.

    Examples
    --------
    >>> improved, unclear = (Verdict(word, "same members", "", word) for word in ("improved", "no clear change"))
    >>> beside({"up": 8, "down": 0}, improved, "same"), beside({"up": 8, "down": 0}, improved, "up")
    ('members moved, consensus did not', '')
    >>> beside({"up": 1, "down": 1}, unclear, "down"), beside({"up": 2, "down": 1}, unclear, "down")
    ('consensus moved, members did not', 'consensus moved, members show no clear change')
    """
    ways = {IMPROVED: "up", DECLINED: "down", UNCLEAR: "same"}
    # Those who joined are others than those who left: nobody moved against anything.
    if not agreed_moved or word.basis != SAME or ways.get(word.level_word, agreed_moved) == agreed_moved:
        return ""
    if word.level_word == UNCLEAR:
        return BESIDE["away" if row["up"] == row["down"] else "unclear"]
    return BESIDE["still" if agreed_moved == "same" else "opposite"]
