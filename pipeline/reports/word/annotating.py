"""Comments in a unit's own Word document: every part but the text's own stays byte for byte."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from extractors.readers.docx import elements
from pipeline.reports.word.notes import AUTHOR, INITIALS, Note

_TYPES = "[Content_Types].xml"
_COMMENTS = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def annotate(data: bytes, notes: list[Note], now: datetime.datetime) -> bytes:
    """The document with a comment for each note whose place is found in it.

    Text, tables and formatting stay as they are; comments that the document has are kept.
    Raises Rejected where the document cannot be read.
    """
    main, places = elements(data)
    if not places:
        return data
    tree = next(iter(places.values())).getroottree()
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {info.filename: package.read(info) for info in package.infolist()}
        order = package.infolist()
    folder, _, name = main.rpartition("/")
    relations = f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"
    comments = Comments(tree.getroot(), parts, relations, folder)
    for note in notes:
        found = _element(places, note.at)
        if found is not None:
            comments.add(found, note, now)
    changed = comments.parts() | {
        main: etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    }
    return _packed(order, parts, changed)


class Comments:
    """The comments part of a package in the making."""

    def __init__(self, root: etree._Element, parts: dict[str, bytes], relations: str, folder: str) -> None:
        self.w = "{" + (etree.QName(root).namespace or "") + "}"
        self.all, self.relations = parts, relations
        self.target = self._known(folder)
        self.name = self.target or f"{folder}/comments-hedui.xml".lstrip("/")
        if self.target is None and f"{folder}/comments.xml".lstrip("/") not in parts:
            self.name = f"{folder}/comments.xml".lstrip("/")
        source = parts.get(self.name)
        self.root = (
            _parsed(source) if source else etree.Element(f"{self.w}comments", nsmap={"w": self.w[1:-1]})
        )
        ids = [int(text) for each in self.root if (text := each.get(f"{self.w}id", "")).isdigit()]
        self.next = max(ids, default=-1) + 1

    def add(self, element: etree._Element, note: Note, now: datetime.datetime) -> None:
        """A comment over a paragraph, or over all paragraphs of a cell."""
        paragraphs = [element] if element.tag == f"{self.w}p" else list(element.iter(f"{self.w}p"))
        if not paragraphs:
            return
        number, w = str(self.next), self.w
        self.next += 1
        first, last = self._within(paragraphs, note.at)
        start = etree.Element(f"{w}commentRangeStart", {f"{w}id": number})
        first.insert(1 if len(first) and first[0].tag == f"{w}pPr" else 0, start)
        last.append(etree.Element(f"{w}commentRangeEnd", {f"{w}id": number}))
        run = etree.SubElement(last, f"{w}r")
        etree.SubElement(run, f"{w}commentReference", {f"{w}id": number})
        comment = etree.SubElement(
            self.root,
            f"{w}comment",
            {
                f"{w}id": number,
                f"{w}author": AUTHOR,
                f"{w}initials": INITIALS,
                f"{w}date": now.strftime("%Y-%m-%dT%H:%M:%SZ"),
            },
        )
        for line in note.lines:
            text = etree.SubElement(etree.SubElement(etree.SubElement(comment, f"{w}p"), f"{w}r"), f"{w}t")
            text.text = "".join(c for c in line if c in "\t\n" or c >= " ")

    def parts(self) -> dict[str, bytes]:
        """The parts that change besides the text's own."""
        out = {self.name: _bytes(self.root)}
        if self.target is None:
            out[self.relations] = self._related()
            out[_TYPES] = self._typed()
        return out

    def _within(self, paragraphs: list[etree._Element], at: str) -> tuple[etree._Element, etree._Element]:
        """The paragraph of a cell in which a span begins, else all of them."""
        start = at.partition(":")[2].partition("-")[0]
        if not start.isdigit() or len(paragraphs) == 1:
            return paragraphs[0], paragraphs[-1]
        passed = 0
        for paragraph in paragraphs:
            passed += sum(len(text.text or "") for text in paragraph.iter(f"{self.w}t")) + 1
            if int(start) < passed:
                return paragraph, paragraph
        return paragraphs[-1], paragraphs[-1]

    def _known(self, folder: str) -> str | None:
        source = self.all.get(self.relations)
        for relation in _parsed(source) if source else []:
            if (relation.get("Type") or "").endswith("/comments"):
                target = relation.get("Target") or ""
                return target.lstrip("/") if target.startswith("/") else f"{folder}/{target}".lstrip("/")
        return None

    def _related(self) -> bytes:
        source = self.all.get(self.relations)
        empty = f'<Relationships xmlns="{_RELATIONS}"/>'.encode()
        root = _parsed(source or empty)
        taken = {relation.get("Id") for relation in root}
        free = next(f"rIdHedui{n}" for n in range(1, len(taken) + 2) if f"rIdHedui{n}" not in taken)
        where = {"Id": free, "Type": _RELATION, "Target": f"/{self.name}"}
        etree.SubElement(root, f"{{{_RELATIONS}}}Relationship", where)
        return _bytes(root)

    def _typed(self) -> bytes:
        root = _parsed(self.all[_TYPES])
        where = {"PartName": f"/{self.name}", "ContentType": _COMMENTS}
        etree.SubElement(root, f"{{{_CONTENT_TYPES}}}Override", where)
        return _bytes(root)


def _element(places: dict[str, etree._Element], at: str) -> etree._Element | None:
    return places.get(at) if at in places else places.get(at.partition(":")[0])


def _packed(order: list[zipfile.ZipInfo], parts: dict[str, bytes], changed: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for info in order:
            package.writestr(info, changed.get(info.filename, parts[info.filename]))
        for name in _new(changed, parts):
            package.writestr(name, changed[name])
    return out.getvalue()


def _new(changed: dict[str, bytes], parts: dict[str, bytes]) -> Iterator[str]:
    return (name for name in changed if name not in parts)


def _parsed(data: bytes) -> etree._Element:
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))


def _bytes(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
