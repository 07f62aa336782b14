"""What the ids of very many new people are made from, found for all of them at once."""

from __future__ import annotations

from collections.abc import Sequence

from assesslib.names import plain

_LONGEST = 40
_SIGNS = str.maketrans({sign: "-" for sign in map(chr, range(128)) if not sign.isalnum() and sign != "\n"} | {"'": ""})


def stems(names: Sequence[str]) -> list[str]:
    """What `assesslib.names.make_id` makes an id of for each name, before it is told from those that are taken.

    Examples
    --------
    >>> stems(["Ann O'Hara (Police)", "Zoë Ng", "王伟", "--"])
    ['ann-ohara-police', 'zoe-ng', 'member', 'member']
    """
    usual = [name for name in names if name.isascii() and "\n" not in name]
    once = dict(zip(usual, _plain(usual), strict=True))
    whole = (once[name] if name in once else plain(name) for name in names)
    return [stem[:_LONGEST].strip("-") or "member" for stem in whole]


def _plain(names: Sequence[str]) -> list[str]:
    """As `assesslib.names.plain`, of names on one line in plain letters."""
    text = "\n".join(names).lower().translate(_SIGNS)
    while "--" in text:
        text = text.replace("--", "-")
    return [stem.strip("-") for stem in text.split("\n")] if names else []
