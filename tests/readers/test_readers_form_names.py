"""What a line of a form names, told by the words that its framework prints."""

import pytest

from assesslib.framework import load_framework
from assesslib.readers.form.names import ROLE, Found, named, names_of

NAMES = names_of(load_framework("cdrp-dat-partnership"))


@pytest.mark.parametrize("label", [
    "Name of Primary Care Trust¹ Representative",
    "Name of Primary Care Trust1 Representative",
    "Name of Primary Care Trust Representative",
])  # fmt: skip
def test_who_signs_is_known_with_the_mark_of_the_footnote_and_without(label):
    key = NAMES.framework.signatories.roles[-1].id
    assert named(f"{label}: A. Person", NAMES) == Found(ROLE, key, True, "A. Person")
