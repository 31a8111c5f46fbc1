"""Opens a PDF file, or says why it cannot be read."""

from __future__ import annotations

from typing import Any

import regex

from extractors.document import Limits, ReadIssue, Rejected

_PASSWORD = 4  # FPDF_ERR_PASSWORD
_FORMAT = 3  # FPDF_ERR_FORMAT
_CATALOG = regex.compile(rb"(\d{1,9}) 0 obj\s{0,8}<<[^>]{0,300}?/Type\s{0,8}/Catalog")
_HANDLER = 5  # FPDF_ERR_SECURITY: encrypted in a way that pdfium does not know


def opened(data: bytes, limits: Limits) -> Any:
    """A pdfium document; raises Rejected for what is encrypted, damaged or too large."""
    import pypdfium2 as pdfium

    if len(data) > limits.file_bytes:
        raise Rejected("too-large", f"文件超过 {limits.file_bytes >> 20} MB，未读；请拆分后重新报送。")
    try:
        pdf = _document(data)
        count = len(pdf)
    except pdfium.PdfiumError as fault:
        if getattr(fault, "err_code", None) in {_PASSWORD, _HANDLER}:
            raise Rejected("encrypted", "PDF 设有打开密码，请取消密码后重新报送。") from fault
        raise Rejected("damaged", "PDF 已损坏或不完整，请重新导出后报送。") from fault
    if not count:
        pdf.close()
        raise Rejected("damaged", "PDF 中没有可读的页，文件可能不完整，请重新导出后报送。")
    if count > limits.pages:
        pdf.close()
        raise Rejected("too-large", f"PDF 有 {count} 页，超过 {limits.pages} 页，未读；请拆分后重新报送。")
    return pdf


def _document(data: bytes) -> Any:
    """The document; of a file that was cut off, what stands before the cut."""
    import pypdfium2 as pdfium

    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as fault:
        root = _CATALOG.search(data) if getattr(fault, "err_code", None) == _FORMAT else None
        if root is None:
            raise
        return pdfium.PdfDocument(data + b"\ntrailer<</Root %s 0 R>>\nstartxref\n0\n%%%%EOF\n" % root[1])


def complaints(data: bytes) -> list[ReadIssue]:
    """What the file's own frame says about its completeness."""
    if b"%%EOF" in data[-4096:] or b"startxref" in data[-4096:]:
        return []
    return [
        ReadIssue(
            code="truncated",
            severity="loss",
            message="PDF 结尾缺失，可能未传完整，后面的内容也许没有读到；请重新报送完整的文件。",
        )
    ]
