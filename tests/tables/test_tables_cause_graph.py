"""Which causes drive which."""

import pandas as pd
import pytest

from assesslib.tables.causes.graph import cause_graph


def graph(**leads_to):
    causes = pd.DataFrame({"id": list(leads_to), "leads_to": [tuple(others.split()) for others in leads_to.values()]})
    return cause_graph(causes).set_index("id")


@pytest.mark.parametrize(
    ("causes", "out", "into", "role"),
    [
        ({"a": "b", "b": ""}, [1, 0], [0, 1], ["driver", "outcome"]),
        ({"a": "b", "b": "c", "c": ""}, [1, 1, 0], [0, 1, 1], ["driver", "both ways", "outcome"]),
        ({"a": "b c", "b": "a", "c": ""}, [2, 1, 0], [1, 1, 1], ["driver", "both ways", "outcome"]),
        ({"a": "", "b": ""}, [0, 0], [0, 0], ["", ""]),
    ],
)
def test_arrows_tell_drivers_from_outcomes(causes, out, into, role):
    found = graph(**causes)
    assert found[["out", "into", "role"]].T.to_numpy().tolist() == [out, into, role]


def test_circles_are_numbered_in_the_order_of_the_causes():
    found = graph(a="b", b="c", c="f b", d="e", e="d", f="")
    assert found["cycle"].to_dict() == {"a": 0, "b": 1, "c": 1, "d": 2, "e": 2, "f": 0}
    assert graph(x="z", y="z", z="y")["cycle"].to_dict() == {"x": 0, "y": 1, "z": 1}


def test_no_causes_have_no_graph():
    found = cause_graph(pd.DataFrame({"id": [], "leads_to": []}))
    assert list(found.columns) == ["id", "out", "into", "role", "cycle"]
    assert found.empty
