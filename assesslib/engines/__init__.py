"""Counting beyond memory: files of ratings, counted where an engine of databases reads them.

An engine is a few functions (`Engine`) and files are a `Source`: what is counted and how (`counting`), and the SQL for
it (`sql`), are the same for every engine. The engine groups the rows by the words as they stand in the files; the few
different words are read here, by the same rules as in `assesslib.readers`, so that both count alike.

What tables make of counts alone is made of those of files too:

- how far members stand apart: ``tables.disparity_of_counts(al.level_counts(files, ["assessment", "section", "item"],
  framework=f), f.codes)``, and from there ``tables.spread`` and its pictures;
- groups of members: ``al.level_counts(files, ["section", "item", "organisation"], framework=f)``, of which only rows
  with an ``n`` of three or more are to be shown;
- many partnerships, never one above the other: ``tables.over_partnerships`` of counts by assessment and item;
- change among different members: the counts of two years, by assessment and item, with `assesslib.stats.cliffs_delta`;
- change among the same members: ``file_level_moves`` of `duck` and `spark`.
"""

from assesslib.engines.base import Engine, Source

__all__ = ["Engine", "Source"]
