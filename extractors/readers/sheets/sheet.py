"""A worksheet as read: what its cells show, what is merged, what is hidden."""

from __future__ import annotations

import msgspec

from extractors.document import ReadIssue

Merge = tuple[int, int, int, int]  # first row, first column, last row, last column, from 1


class Sheet(msgspec.Struct, kw_only=True):
    """One visible worksheet; `cells` maps (row, column) from 1 to the text shown, empty ones left out."""

    name: str
    number: int  # among the visible sheets, from 1
    cells: dict[tuple[int, int], str] = {}
    merges: list[Merge] = []
    hidden_rows: set[int] = set()
    hidden_columns: list[tuple[int, int]] = []  # first and last of each run
    uncomputed: list[tuple[int, int]] = []  # formulas without a stored result
    lost: list[tuple[int, int]] = []  # cells whose text is missing from a damaged file

    def is_hidden(self, row: int, column: int) -> bool:
        """Whether a cell stands in a hidden row or column."""
        return row in self.hidden_rows or self.hides_column(column)

    def hides_column(self, column: int) -> bool:
        """Whether a column is hidden."""
        return any(first <= column <= last for first, last in self.hidden_columns)

    def issues(self) -> list[ReadIssue]:
        """What of the sheet is hidden or unknown."""
        found = []
        hidden = (
            sum(self.is_hidden(*place) for place in self.cells)
            if self.hidden_rows or self.hidden_columns
            else 0
        )
        if hidden:
            message = (
                f"工作表“{self.name}”的隐藏行或隐藏列中有 {hidden} 个单元格含有内容，打印时不显示，未读取。"
            )
            found.append(
                ReadIssue(code="hidden-cells", severity="note", message=message, at=f"s{self.number}")
            )
        if self.uncomputed:
            row, column = self.uncomputed[0]
            message = (
                f"工作表“{self.name}”有 {len(self.uncomputed)} 个公式没有保存计算结果，读作空白；"
                "请用 Excel 或 WPS 打开、保存后重新报送。"
            )
            at = f"s{self.number}.t1.r{row}.c{column}"
            found.append(ReadIssue(code="formula-without-value", severity="doubt", message=message, at=at))
        if self.lost:
            message = f"工作表“{self.name}”有 {len(self.lost)} 个单元格的文字已损坏，未能读出。"
            at = "s{}.t1.r{}.c{}".format(self.number, *self.lost[0])
            found.append(ReadIssue(code="damaged-part", severity="loss", message=message, at=at))
        return found
