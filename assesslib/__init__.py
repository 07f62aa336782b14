"""Team self-assessment: rate alone, talk about the differences, agree, and see next year what changed."""

from importlib import import_module

__version__ = "0.1.0"

_WHERE = {
    "Fault": "faults",
    "FaultsError": "faults",
    "list_frameworks": "framework",
    "load_framework": "framework",
    "create_assessment": "assessment",
    "open_assessment": "assessment",
    "list_assessments": "assessment",
    "read_ratings": "readers",
    "write_ratings": "readers",
    "import_ratings": "readers",
    "level_counts": "engines.level_counts",
    "disparity": "tables",
    "agenda": "tables",
    "section_summary": "tables",
    "divides": "tables",
    "consensus_gap": "tables",
    "threads": "tables",
    "causes": "tables",
    "evidence_audit": "tables",
    "goal_audit": "tables",
    "findings": "tables",
    "change": "tables",
    "history": "tables",
}
_ROOMS = ("stats", "tables", "charts", "widgets", "documents")

__all__ = [*_WHERE, *_ROOMS]


def __getattr__(name: str):
    """Load a public name, and what it needs, on its first use."""
    if name in _WHERE:
        return getattr(import_module(f"assesslib.{_WHERE[name]}"), name)
    if name in _ROOMS:
        return import_module(f"assesslib.{name}")
    raise AttributeError(f"assesslib has no name {name!r}; it has {', '.join(__all__)}")


def __dir__() -> list[str]:
    return __all__
