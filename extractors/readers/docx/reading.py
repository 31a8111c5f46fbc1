"""From the parts of a Word package to its blocks, with what was noticed on the way."""

from __future__ import annotations

import posixpath
from functools import cache

from lxml import etree

from extractors.document import Limits, ReadIssue, Rejected
from extractors.readers import embedded
from extractors.readers.assembly import Raw
from extractors.readers.docx.body import blocks
from extractors.readers.docx.lists import Lists
from extractors.readers.docx.marks import Marks
from extractors.readers.docx.names import W
from extractors.readers.docx.story import Embedded, Story
from extractors.readers.docx.styles import Styles
from extractors.readers.ooxml.package import Package
from extractors.readers.ooxml.parsing import parse_xml

_TELLING = (b"outlineLvl", b"numPr", b"vanish", b"eading", "标题".encode())
_EMBEDDED = ("package", "oleObject")
_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")


def story_blocks(package: Package, main: str, limits: Limits) -> tuple[list[Raw], list[ReadIssue]]:
    """All blocks of the document, notes at the end, and its issues.

    Raises Rejected (damaged) where the main part is missing or is no document.
    """
    xml = package.read(main)
    root = parse_xml(xml) if xml else None
    bodies = list(root.iterchildren(W + "body")) if root is not None else []
    if root is None or not bodies:
        raise Rejected("damaged", "文件中找不到 Word 正文，请用 Word 或 WPS 打开并另存后重新报送。")
    folder = posixpath.dirname(main)
    styles = _styles(package, folder, root)
    story = Story(styles, _lists(package, folder, root, styles), blocks, _embedded(package, main, limits))
    marks = Marks(root)
    found = [block for body in bodies for block in story.read(body, marks)]
    for kind in ("footnote", "endnote"):
        if next(root.iter(f"{W}{kind}Reference"), None) is not None:
            found += _notes(package, posixpath.join(folder, f"{kind}s.xml"), kind, story)
    if posixpath.join(folder, "vbaproject.bin").lower() in package.names:
        story.notices["macros"] += 1
    return found, [*package.issues, *story.issues()]


def _embedded(package: Package, main: str, limits: Limits) -> Embedded:
    """What reads the embedded objects of the main part; relations are looked up where there are any."""

    @cache
    def relations() -> dict[str, tuple[str, str]]:
        return package.relations(main)

    @cache
    def content(identifier: str) -> list[Raw]:
        kind, part = relations().get(identifier, ("", ""))
        data = package.read_optional(part) if kind in _EMBEDDED else None
        found, issues = embedded.content(data or b"", limits)
        package.issues += issues
        return found

    return content


def _styles(package: Package, folder: str, root: etree._Element) -> Styles:
    """The styles, parsed only where the document uses any that says something."""
    if next(root.iter(W + "pStyle", W + "rStyle"), None) is None:
        return Styles()
    data = package.read_optional(posixpath.join(folder, "styles.xml"))
    if not data or not any(mark in data for mark in _TELLING):
        return Styles()
    return Styles(parse_xml(data))


def _lists(package: Package, folder: str, root: etree._Element, styles: Styles) -> Lists | None:
    if next(root.iter(W + "numPr"), None) is None and not styles.numbering:
        return None
    numbering = package.xml(posixpath.join(folder, "numbering.xml"))
    return None if numbering is None else Lists(numbering, styles)


def _notes(package: Package, part: str, kind: str, story: Story) -> list[Raw]:
    """Footnotes or endnotes of the document as paragraphs."""
    root = package.xml(part)
    found: list[Raw] = []
    if root is None:
        return found
    marks = Marks(root)
    for note in root.iterchildren(W + kind):
        if note.get(W + "type") not in _SEPARATORS:
            story.notices["notes"] += 1
            found += story.read(note, marks)
    return found
