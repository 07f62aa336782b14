"""The controls that several screens share: a button with what it does, a wide list, and what is shown only at times."""

from collections.abc import Callable, Mapping, Sequence

import ipywidgets as w


def button(words: str, act: Callable[[w.Button], object], **look: object) -> w.Button:
    """A button that does something when it is pressed.

    Parameters
    ----------
    words : str
        What stands on it.
    act : callable
        Called with the button.
    **look
        Anything else that an ipywidgets ``Button`` takes: ``icon``, ``tooltip``, ``layout``.

    Examples
    --------
    >>> pressed = []
    >>> button("Once more", lambda it: pressed.append(it.description), icon="refresh").click()
    >>> pressed
    ['Once more']
    """
    made = w.Button(description=words, **look)
    made.on_click(act)
    return made


def wide_list(words: str, options: Mapping[str, str] | Sequence[tuple[str, str]], value: str) -> w.Dropdown:
    """A list to choose from, as wide as a section's title needs; ``options`` are words with what they stand for.

    Examples
    --------
    >>> wide_list("Section", [("all sections", ""), ("1 Leadership", "leadership")], "leadership").label
    '1 Leadership'
    """
    return w.Dropdown(description=words, options=options, value=value, layout=w.Layout(width="420px"))


def show_if(wanted: object, *controls: w.Widget) -> None:
    """Show controls where they are wanted, else hide them; they keep their values.

    Examples
    --------
    >>> box = w.HBox()
    >>> show_if(False, box)
    >>> box.layout.display
    'none'
    """
    for control in controls:
        control.layout.display = None if wanted else "none"
