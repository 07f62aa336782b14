"""``python -m assesslib.cli`` is the ``assess`` command."""

import sys

from assesslib.cli import main

sys.exit(main())
