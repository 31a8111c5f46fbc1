"""What is known while a document is read: its styles, lists, open fields, and what was noticed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import msgspec
from lxml import etree

from extractors.document import ReadIssue
from extractors.readers.assembly import Raw
from extractors.readers.docx.fields import Field
from extractors.readers.docx.lists import Lists
from extractors.readers.docx.marks import Marks
from extractors.readers.docx.styles import Styles

# code -> severity and message; {n} is how often it was noticed
_NOTICES: dict[str, tuple[str, str]] = {
    "tracked-changes": ("note", "文档含有 {n} 处修订痕迹，按接受全部修订后的内容读取。"),
    "hidden-text": ("note", "有 {n} 处隐藏文字，打印时不显示，未读取。"),
    "hidden-merge": ("note", "有 {n} 个合并单元格的被遮盖部分含有文字，打印时不显示，未读取。"),
    "picture": ("note", "有 {n} 幅图片，其中的文字未读取。"),
    "embedded-object": ("doubt", "有 {n} 个嵌入对象（如 Excel 表格），其内容未读取；请改为直接插入的表格。"),
    "diagram": ("note", "有 {n} 个图表或 SmartArt 图形，其中的文字未读取。"),
    "external-part": ("loss", "有 {n} 处内容存放在主文档以外，未读取；请用 Word 打开并另存后重新报送。"),
    "notes": ("note", "有 {n} 条脚注或尾注，已列在文末。"),
    "macros": ("note", "文档含有宏，已忽略，未运行。"),
}


class Line(msgspec.Struct):
    """A paragraph in the making: pieces of text, and text boxes with the piece before which they stand."""

    parts: list[str]
    boxes: list[Box]


class Box(msgspec.Struct):
    """A text box: before which piece of its paragraph it is anchored, how far down and right it is drawn."""

    before: int
    content: list[Raw]
    place: tuple[str, float, float] | None = None


Blocks = Callable[[etree._Element, "Story"], list[Raw]]


class Story:
    """The state of one reading: of the part at hand `marks`, of the whole document the rest."""

    def __init__(self, styles: Styles, lists: Lists | None, blocks: Blocks) -> None:
        self.styles = styles
        self.lists = lists
        self.blocks = blocks  # reads the content of cells and boxes
        self.fields: list[Field] = []
        self.silent = 0  # open fields whose result has not begun: nothing is printed
        self.notices: Counter[str] = Counter()

    def read(self, root: etree._Element, marks: Marks) -> list[Raw]:
        """The blocks of a body or a note that stands in a part with these marks."""
        self.marks = marks
        self.formatted = marks.formatted or bool(self.styles.default)
        self.fields, self.silent = [], 0
        return self.blocks(root, self)

    def issues(self) -> list[ReadIssue]:
        """What was noticed, one issue a kind, in a fixed order."""
        return [
            ReadIssue(code=code, severity=severity, message=message.format(n=self.notices[code]))
            for code, (severity, message) in _NOTICES.items()
            if self.notices[code]
        ]
