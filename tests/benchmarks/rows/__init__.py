"""One short module a benchmark, each with its ``ROWS``."""
