"""What the tests of importing share."""

import pytest
from readers.importing_kit import CDRP

from assesslib.readers import import_ratings


@pytest.fixture
def read(tmp_path):
    """Reads the text of a file, with the lines of a mapping if any."""

    def imported(text, mapping="", framework=CDRP, **kwargs):
        file = tmp_path / "a.csv"
        file.write_text(text, encoding="utf-8")
        if mapping:
            kwargs["mapping"] = tmp_path / "map.csv"
            kwargs["mapping"].write_text(f"kind,found,becomes\n{mapping}", encoding="utf-8")
        return import_ratings(file, framework, **kwargs)

    return imported
