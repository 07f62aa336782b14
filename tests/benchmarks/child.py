"""Run one function in this process, which does nothing else, and print what it cost as JSON."""

import json
import sys
from importlib import import_module
from time import perf_counter

from .peak import peak_megabytes


def main(module: str, function: str, arguments: str) -> None:
    """Run a function of a module with arguments given as a JSON list.

    A function that times itself gives what is known of its cost by the names of `Cost`.
    """
    work, given = getattr(import_module(module), function), json.loads(arguments)
    start = perf_counter()
    came = work(*given)
    cost = {"seconds": perf_counter() - start, "came": came}
    print(json.dumps(cost | (came if isinstance(came, dict) else {}) | {"peak": peak_megabytes()}))


if __name__ == "__main__":
    main(*sys.argv[1:])
