"""Tiny frameworks and crosswalks as the text of their files."""

LEVELS = {"a": "No", "b": "Yes"}


def framework(version, items, levels=LEVELS, id="small", term="statement"):
    """The file of a framework of one section."""
    scale = (f'[[levels]]\ncode = "{code}"\nlabel = "{label}"\n' for code, label in levels.items())
    rated = (f'[[sections.items]]\nid = "{id}"\ntext = "{text}"\n' for id, text in items.items())
    top = f'id = "{id}"\ntitle = "Small"\nversion = "{version}"\nitem_term = "{term}"\n'
    return "\n".join([top, *scale, '[[sections]]\nid = "one"\ntitle = "One"\n', *rated])


def crosswalk(*rows, confirmed="confirmed = true", before="small", after="small", old="1", new="2"):
    """The file of a crosswalk; a row is its kind, the ids before and the ids after, apart by spaces."""
    top = f'before = "{before}"\nbefore_version = "{old}"\nafter = "{after}"\nafter_version = "{new}"\n{confirmed}\n'
    texts = (f'[[items]]\nkind = "{kind}"\nbefore = {ids(was)}\nafter = {ids(now)}\n' for kind, was, now in rows)
    return top + "".join(texts)


def ids(words):
    return "[" + ", ".join(f'"{id}"' for id in words.split()) + "]"
