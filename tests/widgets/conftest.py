"""The review of a copied sample, and what its page is told; a module that needs others names its own."""

import pytest
from review_kit import copied, heard, review_of


@pytest.fixture
def data(tmp_path):
    return copied(tmp_path)


@pytest.fixture
def screen(data):
    return review_of(data)


@pytest.fixture
def form(data):
    """The review of the form that has a process record and signatories."""
    return review_of(data, "cdrp-worked-example")


@pytest.fixture
def answers(monkeypatch):
    return heard(monkeypatch)
