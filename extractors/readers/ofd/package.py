"""The parts of an OFD file: its documents, pages, templates, pictures."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

import msgspec
from lxml import etree

from extractors.document import Rejected
from extractors.readers.ooxml import Package, parse_xml

A4 = (210.0, 297.0)


class Sheet(msgspec.Struct):
    """One page: its size in mm, the trees that are drawn on it, the ids of its pictures."""

    number: int
    width: float
    height: float
    layers: list[etree._Element]
    resources: Resources
    pictures: list[etree._Element] = []


class Resources(msgspec.Struct):
    """What the pages of a document share, by id: composite drawings, picture files."""

    drawings: dict[str, etree._Element] = {}
    pictures: dict[str, str] = {}


class Container:
    """An OFD package opened at its root part."""

    def __init__(self, package: Package, root: str) -> None:
        self.package = package
        self._root = root

    def sheets(self, limit: int) -> list[Sheet]:
        """All pages of all documents in the file, numbered through. Raises Rejected beyond `limit`."""
        found: list[Sheet] = []
        for name in _texts(self.part(self._root), "DocRoot"):
            document = posixpath.normpath(name.lstrip("/"))
            for sheet in self._document(document, len(found)):
                found.append(sheet)
                if len(found) > limit:
                    message = f"OFD 超过 {limit} 页，未读；请拆分后重新报送。"
                    raise Rejected("too-large", message)
        return found

    def part(self, name: str) -> etree._Element:
        """A part that must be there, parsed. Raises Rejected (damaged)."""
        data = self.package.read(name)
        if not data:
            raise Rejected("damaged", f"OFD 文件缺少 {name}，请重新导出后报送。")
        return parse_xml(data)

    def _document(self, name: str, before: int) -> Iterator[Sheet]:
        root = self.part(name)
        folder = posixpath.dirname(name)
        area = _size(root.find("{*}CommonData/{*}PageArea"), A4)
        resources = self._resources(root, folder)
        templates = {
            element.get("ID", ""): element.get("BaseLoc", "")
            for element in root.iterfind("{*}CommonData/{*}TemplatePage")
        }
        for number, page in enumerate(root.iterfind("{*}Pages/{*}Page"), before + 1):
            content = self._optional(folder, page.get("BaseLoc", ""))
            if content is None:
                raise Rejected("damaged", f"OFD 文件缺少第 {number} 页的内容，请重新导出后报送。")
            names = [
                templates.get(used.get("TemplateID", ""), "") for used in content.iterfind("{*}Template")
            ]
            under = [layer for name in names if (layer := self._optional(folder, name)) is not None]
            width, height = _size(content.find("{*}Area"), area)
            yield Sheet(
                number, width, height, [*under, content], resources, list(content.iter("{*}ImageObject"))
            )

    def _resources(self, root: etree._Element, folder: str) -> Resources:
        found = Resources()
        for kind in ("PublicRes", "DocumentRes"):
            for name in _texts(root, kind):
                part = self._optional(folder, name)
                if part is not None:
                    place = posixpath.join(folder, posixpath.dirname(name), part.get("BaseLoc", ""))
                    _gather(found, part, place)
        return found

    def _optional(self, folder: str, name: str) -> etree._Element | None:
        """A part named from within `folder`, or from the root where it begins with a slash."""
        if not name:
            return None
        for place in (posixpath.join(folder, name.lstrip("/")), name):
            data = self.package.read(posixpath.normpath(place.lstrip("/")))
            if data:
                return parse_xml(data)
        return None


def _gather(found: Resources, part: etree._Element, folder: str) -> None:
    for unit in part.iter("{*}CompositeGraphicUnit"):
        found.drawings[unit.get("ID", "")] = unit
    for media in part.iter("{*}MultiMedia"):
        for name in _texts(media, "MediaFile"):
            absolute = name.startswith("/")
            place = name if absolute else posixpath.join(folder, name)
            found.pictures[media.get("ID", "")] = posixpath.normpath(place).lstrip("/")


def _texts(element: etree._Element, name: str) -> list[str]:
    return [text for found in element.iter("{*}" + name) if (text := (found.text or "").strip())]


def _size(area: etree._Element | None, default: tuple[float, float]) -> tuple[float, float]:
    """Width and height of a page area in mm."""
    from extractors.readers.ofd.geometry import numbers

    box = area.find("{*}PhysicalBox") if area is not None else None
    sides = numbers(box.text) if box is not None else []
    if len(sides) == 4 and 1 < sides[2] < 10_000 and 1 < sides[3] < 10_000:
        return sides[2], sides[3]
    return default
