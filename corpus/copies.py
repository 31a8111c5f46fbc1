"""Varied copies of one submission: the same forms under the names of other invented units.

    python -m corpus.copies FILE FOLDER 500

The unit's name is exchanged wherever it stands; figures stay, so that every copy is as consistent as its
model.
"""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path

from lxml import etree

_FIRST, _SECOND = "临青云柳松梅兰竹江河湖溪山石金银玉宝安宁和顺永长", "江禾溪林岭浦川泉城阳湾桥塘丰平原"
# fmt: off
_OFFICES = (
    "水利", "教育体育", "民政", "财政", "审计", "统计", "司法", "档案", "文化", "林业", "农业农村",
    "卫生健康", "应急管理", "交通运输", "市场监督管理", "医疗保障", "退役军人事务", "信访", "机关事务管理",
    "乡村振兴", "气象", "自然资源", "生态环境", "商务", "文化旅游", "城市管理", "住房和城乡建设", "体育",
)
# fmt: on
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BODY = "word/document.xml"


def unit(number: int) -> str:
    """The name of an invented unit; no two numbers share one."""
    office = _OFFICES[number % len(_OFFICES)]
    place = number // len(_OFFICES)
    second = _SECOND[place % len(_SECOND)]
    first = _FIRST[(place // len(_SECOND) + place) % len(_FIRST)]
    serial = place // (len(_SECOND) * len(_FIRST))
    return f"{first}{second}县{office}局" + (f"第{serial}分局" if serial else "")


def copies(data: bytes, name: str, numbers: range) -> list[bytes]:
    """Copies of a docx or a text, each under the name of another unit."""
    names = _names(data, name)
    if data[:2] != b"PK":
        return [_renamed(data.decode("utf-8-sig"), names, number).encode() for number in numbers]
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        parts = {info.filename: source.read(info) for info in source.infolist()}
    return [_docx(parts, names, number) for number in numbers]


def write(model: Path, folder: Path, count: int) -> None:
    """Write `count` copies of a file into a folder, a hundred in each of its sub-folders."""
    for number, data in enumerate(copies(model.read_bytes(), model.name, range(count))):
        target = folder / f"{number // 100:03d}" / f"{unit(number)}2021年度自评{model.suffix}"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def _names(data: bytes, name: str) -> list[str]:
    """The names under which the forms print their unit, the longest first."""
    from extractors.extract import extract
    from extractors.reading import read

    found = extract(read(data, name), "0" * 64, name)
    names = {form.unit_name for form in found.forms} | {row.unit_name for row in found.summary_rows}
    return sorted((name for name in names if name), key=len, reverse=True)


def _renamed(text: str, names: list[str], number: int) -> str:
    for name in names:
        text = text.replace(name, unit(number))
    return text


def _docx(parts: dict[str, bytes], names: list[str], number: int) -> bytes:
    body = etree.fromstring(parts[_BODY])
    for paragraph in body.iter(f"{_W}p"):
        texts = list(paragraph.iter(f"{_W}t"))
        printed = "".join(text.text or "" for text in texts)
        renamed = _renamed(printed, names, number)
        if renamed != printed:  # a name may be torn over several runs
            for text in texts:
                text.text = ""
            texts[0].text = renamed
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for part, data in parts.items():
            made.writestr(part, etree.tostring(body) if part == _BODY else data)
        made.comment = str(number).encode()  # no two alike, also where no name was found
    return out.getvalue()


if __name__ == "__main__":
    write(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
