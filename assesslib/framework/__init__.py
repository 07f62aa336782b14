"""What is asked: the instruments as data, read from TOML files and checked."""

from assesslib.framework.crosswalk import Crossing, Crosswalk, find_crosswalk, load_crosswalk
from assesslib.framework.crosswalk_draft import draft_crosswalk
from assesslib.framework.load import Framework, list_frameworks, load_framework, load_themes
from assesslib.framework.records import (
    Example,
    Facet,
    Guidance,
    Item,
    Level,
    Method,
    Passage,
    Process,
    ProcessRow,
    Prompt,
    Question,
    Questionnaire,
    Role,
    Section,
    Signatories,
    Theme,
)

__all__ = [
    "Crossing",
    "Crosswalk",
    "Example",
    "Facet",
    "Framework",
    "Guidance",
    "Item",
    "Level",
    "Method",
    "Passage",
    "Process",
    "ProcessRow",
    "Prompt",
    "Question",
    "Questionnaire",
    "Role",
    "Section",
    "Signatories",
    "Theme",
    "draft_crosswalk",
    "find_crosswalk",
    "list_frameworks",
    "load_crosswalk",
    "load_framework",
    "load_themes",
]
