"""What readers of flowing text notice on the way, as issues worded alike."""

from __future__ import annotations

from collections.abc import Mapping

from extractors.document import ReadIssue

# code -> severity and message; {n} is how often it was noticed
NOTICES: dict[str, tuple[str, str]] = {
    "tracked-changes": ("note", "文档含有 {n} 处修订痕迹，按接受全部修订后的内容读取。"),
    "hidden-text": ("note", "有 {n} 处隐藏文字，打印时不显示，未读取。"),
    "hidden-merge": ("note", "有 {n} 个合并单元格的被遮盖部分含有文字，打印时不显示，未读取。"),
    "picture": ("note", "有 {n} 幅图片，其中的文字未读取。"),
    "embedded-object": ("doubt", "有 {n} 个嵌入对象（如 Excel 表格），其内容未读取；请改为直接插入的表格。"),
    "embedded-read": ("note", "有 {n} 个嵌入的表格或文档，已按其中保存的内容在原处读取。"),
    "diagram": ("note", "有 {n} 个图表或 SmartArt 图形，其中的文字未读取。"),
    "external-part": ("loss", "有 {n} 处内容存放在主文档以外，未读取；请用 Word 打开并另存后重新报送。"),
    "notes": ("note", "有 {n} 条脚注或尾注，已列在文末。"),
    "macros": ("note", "文档含有宏，已忽略，未运行。"),
}


def issues(noticed: Mapping[str, int]) -> list[ReadIssue]:
    """One issue for each code that was noticed at least once, in a fixed order."""
    return [
        ReadIssue(code=code, severity=severity, message=message.format(n=noticed[code]))
        for code, (severity, message) in NOTICES.items()
        if noticed.get(code)
    ]
