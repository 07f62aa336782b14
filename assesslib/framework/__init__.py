"""What is asked: the instruments as data, read from TOML files and checked."""

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
    "list_frameworks",
    "load_framework",
    "load_themes",
]
