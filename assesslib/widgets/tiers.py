"""How much of who said what is shown: the list to choose it from, and what each choice hides, in words."""

import ipywidgets as w

from assesslib.widgets import page
from assesslib.widgets.controls import wide_list

SHOWN = {
    "named": "names",
    "organisation": "organisations, no names",
    "role": "roles, no names",
    "pooled": "everybody together",
}
WHOLE = " Where a whole group gave one level, that is known."
WORDS = {
    "named": "Names are shown: for the team’s own eyes.",
    "organisation": "No names of raters. An organisation is shown where three or more of its members rated, and only "
    f"where nobody else could be worked out from what is left.{WHOLE}",
    "role": "No names of raters. A role is shown where three or more who hold it rated, and only where nobody else "
    f"could be worked out from what is left.{WHOLE}",
    "pooled": "Everybody is counted together: no names of raters, no organisations, no roles. Where everybody gave one "
    "level, that is known.",
}
WRITTEN = "What the team itself wrote, such as a dissent or the owner of an action, is shown as it stands."


def tier_list(tier: str = "named") -> w.Dropdown:
    """A list of the tiers of anonymity, in words.

    Examples
    --------
    >>> made = tier_list("pooled")
    >>> made.value, made.label
    ('pooled', 'everybody together')
    """
    return wide_list("Show", [(words, one) for one, words in SHOWN.items()], tier)


def tier_words(tier: str, words: str = "") -> str:
    """What a tier hides, or ``words`` in place of that, and what stays as the team wrote it: a paragraph as HTML.

    Examples
    --------
    >>> WRITTEN in tier_words("pooled"), WRITTEN in tier_words("named")
    (True, False)
    """
    said = words or WORDS[tier]
    return page.page(page.paragraph(said if tier == "named" else f"{said} {WRITTEN}"))
