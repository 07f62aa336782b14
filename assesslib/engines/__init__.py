"""Counting beyond memory: files of ratings, counted where an engine of databases reads them.

An engine is a few functions (`Engine`) and files are a `Source`: what is counted and how (`counting`), and the SQL for
it (`sql`), are the same for every engine. The engine groups the rows by the words as they stand in the files; the few
different words are read here, by the same rules as in `assesslib.readers`, so that both count alike.
"""

from assesslib.engines.base import Engine, Source

__all__ = ["Engine", "Source"]
