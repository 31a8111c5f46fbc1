"""The recognition engine: RapidOCR with the models of its wheel, one thread, loaded once a process."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from typing import Any

import msgspec

from extractors.document import Rejected
from extractors.readers.pages.geometry import Box

_HEIGHT = 48  # pixels of a line as the model reads it
_WIDEST = 2000  # pixels; the engine shrinks what is longer
_SIGNS = "0123456789.,%‰≥≤><=+-－％"
_PARTS = ("rapidocr", "onnxruntime", "cv2", "numpy")


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """What a line says.

    `confidence` (0..1) is the model's mean over the characters, or that of the least certain
    digit or sign, whichever is lower.
    """

    text: str
    confidence: float


def available() -> bool:
    """Whether the extra `ocr` is installed."""
    return all(find_spec(part) is not None for part in _PARTS)


def missing() -> Rejected:
    """Why a scanned file is not read without the extra."""
    return Rejected(
        "ocr-missing", "文件是扫描件或图片，识别组件未安装；请安装后重新运行：pip install 'hedui[ocr]'。"
    )


def detect(picture: Any) -> list[Box]:
    """Boxes of text lines (pixels) on a grey page picture."""
    import cv2

    found = _engine()(cv2.cvtColor(picture, cv2.COLOR_GRAY2BGR), use_det=True, use_cls=False, use_rec=False)
    boxes = getattr(found, "boxes", None)
    if boxes is None:
        return []
    return [
        Box(
            float(quad[:, 0].min()), float(quad[:, 1].min()), float(quad[:, 0].max()), float(quad[:, 1].max())
        )
        for quad in boxes
    ]


def recognise(line: Any) -> Reading:
    """The text of one line, a grey picture."""
    import cv2

    height, width = line.shape[:2]
    if not height or not width:
        return Reading(text="", confidence=0.0)
    wide = min(max(round(width * _HEIGHT / height), 8), _WIDEST)
    picture = cv2.cvtColor(
        cv2.resize(line, (wide, _HEIGHT), interpolation=cv2.INTER_CUBIC), cv2.COLOR_GRAY2BGR
    )
    found = _engine()(picture, use_det=False, use_cls=False, use_rec=True, return_word_box=True)
    if not getattr(found, "txts", None):
        return Reading(text="", confidence=0.0)
    text, score = found.txts[0], float(found.scores[0])
    words = found.word_results[0] if found.word_results else None
    return Reading(text=text, confidence=_least(text, score, words))


def upside_down(lines: list[Any]) -> bool:
    """Whether most of some line pictures stand on their heads."""
    import cv2

    votes = 0
    for line in lines:
        found = _engine()(cv2.cvtColor(line, cv2.COLOR_GRAY2BGR), use_det=False, use_cls=True, use_rec=False)
        label, score = found.cls_res[0]
        votes += (1 if label == "180" else -1) * (score > 0.8)
    return votes > 0


@cache
def _engine() -> Any:
    import cv2
    from rapidocr import RapidOCR

    cv2.setNumThreads(1)
    return RapidOCR(
        params={
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
            "Global.log_level": "critical",
        }
    )


def _least(text: str, score: float, words: Any) -> float:
    """The score, or that of the least certain digit or sign."""
    each = getattr(words, "confs", None) or []
    if len(each) != len(text):
        return score
    return min([score, *(float(c) for ch, c in zip(text, each, strict=True) if ch in _SIGNS)])
