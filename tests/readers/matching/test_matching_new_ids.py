import pytest

from assesslib.names import make_id
from assesslib.readers.matching.new_ids import stems

NAMES = ["Ann O'Hara", "Zoë Ng", "王伟", "", "--", "A.-B_c  D", "x" * 39 + " y", "Two\nLines", "STRAßE", "1 (2)", "’n’"]


@pytest.mark.parametrize("name", NAMES)
def test_a_stem_is_the_id_that_is_made_where_none_is_taken(name):
    assert stems([name]) == [make_id(name, ())]


def test_the_stems_of_many_stand_in_the_order_of_their_names():
    assert stems([*NAMES, *NAMES]) == [make_id(name, ()) for name in (*NAMES, *NAMES)]
    assert stems([]) == []
