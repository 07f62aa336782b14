"""Documents: one model, and writers that turn it into html, docx, pdf and xlsx with the same content."""

from importlib import import_module

_WHERE = {
    "Block": "model",
    "Bullets": "model",
    "Column": "model",
    "Document": "model",
    "Fields": "model",
    "Heading": "model",
    "PageBreak": "model",
    "Paragraph": "model",
    "Picture": "model",
    "Table": "model",
    "Together": "model",
    "checked": "_check",
    "as_docx": "docx",
    "as_html": "html",
    "as_pdf": "pdf",
    "as_xlsx": "xlsx",
    "as_bytes": "write",
    "write_document": "write",
    "blank_questionnaire": "questionnaire",
    "comparison": "comparing",
    "completed_form": "form",
    "member_workbook": "workbook",
    "apply_plan": "plan_write",
    "plan": "planning",
    "plan_workbook": "plan_sheet",
    "read_plan": "plan_read",
    "read_workbooks": "workbook_read",
    "report": "reporting",
}

__all__ = list(_WHERE)


def __getattr__(name: str):
    """Load a public name, and what it needs, on its first use."""
    if name in _WHERE:
        return getattr(import_module(f"assesslib.documents.{_WHERE[name]}"), name)
    raise AttributeError(f"assesslib.documents has no name {name!r}; it has {', '.join(__all__)}")


def __dir__() -> list[str]:
    return __all__
