"""Pieces of a screen as HTML: text that is never run, tables and pictures that a screen reader can read."""

import base64
import io
import warnings
from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape
from pathlib import Path

import pandas as pd

from assesslib.faults import Fault, FaultsError

STYLE = f"<style>{(Path(__file__).parent / 'page.css').read_text(encoding='utf-8')}</style>"
SHARPNESS = 150


def page(*parts: str) -> str:
    """Pieces put together, with the style they share."""
    return f"{STYLE}<div class='assess'>{''.join(parts)}</div>"


def paragraph(text: str, kind: str = "") -> str:
    """A paragraph of plain text; ``kind`` is a class of the style, e.g. ``notice``."""
    return f"<p class='{kind}'>{escape(text)}</p>"


def listing(texts: Iterable[str]) -> str:
    """A list of plain texts."""
    return f"<ul>{''.join(f'<li>{escape(text)}</li>' for text in texts)}</ul>"


def unfolding(summary: str, inside: str) -> str:
    """A line, given as HTML, that opens to what is inside."""
    return f"<details><summary>{summary}</summary>{inside}</details>"


def table(frame: pd.DataFrame, headings: Mapping[str, str], caption: str, wide: Sequence[str] = ()) -> str:
    """A frame as a table: the columns named in ``headings`` under their headings, the first one heading its row.

    The columns named in ``wide`` share the room that the others leave.
    """
    first, *rest = headings
    kinds = {name: "wide" if name in wide else "narrow" for name in headings}
    head = "".join(f"<th scope='col' class='{kinds[name]}'>{escape(words)}</th>" for name, words in headings.items())
    rows = (
        f"<tr><th scope='row'>{_cell(row[first])}</th>{''.join(f'<td>{_cell(row[name])}</td>' for name in rest)}</tr>"
        for row in frame.to_dict("records")
    )
    body = f"<thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody>"
    return f"<table><caption>{escape(caption)}</caption>{body}</table>"


def _cell(value: object) -> str:
    return "" if pd.isna(value) else escape(str(value)).replace("\n", "<br>")


def picture(axes, alt: str) -> str:
    """A chart as an image that can be copied into a document, with its content in words for who cannot see it."""
    file, figure = io.BytesIO(), axes.get_figure()
    with warnings.catch_warnings(action="ignore", category=UserWarning):  # a letter that no font here has is a box
        figure.savefig(file, format="png", dpi=SHARPNESS)
    data = base64.b64encode(file.getvalue()).decode("ascii")
    width = round(figure.get_size_inches()[0] * 96)
    return f"<img src='data:image/png;base64,{data}' style='width:{width}px' alt='{escape(alt, quote=True)}'>"


def faults_list(faults: Iterable[Fault]) -> str:
    """What could not be used, then what was worked around; nothing where all is well."""
    faults = list(faults)
    wrong = [str(fault) for fault in faults if not fault.handled]
    handled = [str(fault) for fault in faults if fault.handled]
    return _group("Some of what stands in the folder could not be used:", wrong) + _group("Good to know:", handled)


def _group(heading: str, said: list[str]) -> str:
    return paragraph(heading, "notice") + listing(said) if said else ""


def safely(show: Callable[[], str]) -> str:
    """What ``show`` gives, or in plain words why it cannot be shown."""
    try:
        return page(show())
    except FaultsError as error:
        return page(paragraph("This cannot be shown yet:", "notice"), listing(map(str, error.faults)))
    except OSError as error:
        return page(paragraph(f"The folder cannot be read: {error.strerror}.", "notice"))
