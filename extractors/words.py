"""Words with their parts of speech, by jieba's dictionary.

rjieba reads the same dictionary in 0.12 s and 42 MB where jieba with its tags takes 2.4 s and 280 MB,
and cuts thirty times as fast (measured); jieba stands in where rjieba has no wheel.
No verdict rests on this: only the name that a figure is shown with.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache

Word = tuple[str, str]  # the word and its tag: n…, v…, a, d, m …


@lru_cache(maxsize=4096)
def segment(text: str) -> tuple[Word, ...]:
    """The words of a short text in order; nothing of the text is left out."""
    return tuple(_cut()(text))


def is_verb(word: Word) -> bool:
    """Whether a word names what is done: 检查 (vn), 免疫 (v)."""
    return word[1].startswith("v")


def is_noun(word: Word) -> bool:
    """Whether a word names a thing, a place or an institution."""
    return word[1].startswith("n")


@cache
def _cut() -> Callable[[str], list[Word]]:
    try:
        return _rjieba()
    except ImportError:
        return _jieba()


def _rjieba() -> Callable[[str], list[Word]]:
    import rjieba

    return lambda text: rjieba.tag(text, False)


def _jieba() -> Callable[[str], list[Word]]:
    from tempfile import TemporaryDirectory

    import jieba
    import jieba.posseg

    jieba.setLogLevel("ERROR")
    # Its cache is a marshal file at a name that anyone may plant in the temporary folder.
    with TemporaryDirectory(prefix="hedui-jieba-") as folder:
        jieba.dt.tmp_dir = folder
        jieba.initialize()
    return lambda text: [(pair.word, pair.flag) for pair in jieba.posseg.cut(text, HMM=False)]
