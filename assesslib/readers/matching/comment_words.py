"""Headings for comments: those words taken from what they comment on."""

import re
from collections.abc import Iterable
from itertools import takewhile

from assesslib.readers.matching.wording import bare

_COMMENT = {"comment", "comments", "remark", "remarks", "note", "notes", "evidence", "kommentar", "commentaire",
            "explain", "explanation", "reason", "reasons", "why", "justify", "justification", "rationale",
            "elaborate"}  # fmt: skip
_BESIDE = _COMMENT | {"on", "for", "about", "to", "your", "any", "other", "the", "please", "add", "additional", "of",
                      "give", "provide", "write", "some", "further", "supporting", "rating", "answer",
                      "choice"}  # fmt: skip


def less_comment(text: str) -> str | None:
    """A heading such as “Comments on 1.1” or “1.1 comment” without those words; None where it has none."""
    words = list(re.finditer(r"[^\W_]+", text))
    front = _run(bare(word[0]) for word in words)
    # The wording itself may begin so.
    front -= 0 < front < len(words) and bare(words[front - 1][0]) == "the"
    back = _run(bare(word[0]) for word in reversed(words))
    if _is_comment(word[0] for word in words[:front]) and front < len(words):
        return text[words[front].start() :]
    if back < len(words) and _is_comment(word[0] for word in words[len(words) - back :]):
        return text[: words[len(words) - back - 1].end()]
    return None


def _run(words: Iterable[str]) -> int:
    """How many words from the first on may stand beside the word comment."""
    return len(list(takewhile(_BESIDE.__contains__, words)))


def _is_comment(words: Iterable[str]) -> bool:
    return any(bare(word) in _COMMENT for word in words)
