"""A unit's findings as a PDF to sign, printed by the browser or the office program at hand."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from extractors.programs import find, output
from extractors.records import Finding
from pipeline.refusal import Refused
from pipeline.reports.answering import concerns, files, where
from pipeline.reports.deciding import decided
from pipeline.reports.glance import glance
from pipeline.reports.html.templating import render
from pipeline.reports.material import Dossier, dossiers, paths
from pipeline.reports.naming import fit, free
from pipeline.store import open_dataset

FOLDER = "签字"
_BROWSERS = (
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge", "microsoft-edge",
    "uos-browser", "browser360-cn", "qaxbrowser-safe-stable",
)  # fmt: skip
_ON_WINDOWS = (
    "Microsoft/Edge/Application/msedge.exe",
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
)
_SECONDS, _LOUD = 120, 1 << 20
_QUOTES = 4
_NONE = (
    "生成 PDF 需要 Chromium、Chrome、Edge 或 LibreOffice，未找到其中任何一个；"
    "请安装后再试，或用浏览器打开单位页面后打印为 PDF。"
)


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One finding on paper."""

    severity: str
    message: str
    rule: str
    quotes: list[str]
    reply: str
    decided: str


def write_pdfs(data: Path, folder: Path, told: Callable[[], None] = lambda: None) -> list[Path]:
    """Write 签字/<unit>.pdf for each submission; `told` is called after each. Older ones are removed.

    Raises Refused where no program can print, or where one prints nothing.
    """
    pdf = printer()
    dataset = open_dataset(data)
    lies = paths(dataset)
    target = folder / FOLDER
    target.mkdir(parents=True, exist_ok=True)
    for old in target.glob("*.pdf"):
        old.unlink()
    written: list[Path] = []
    taken: set[Path] = set()
    for dossier in dossiers(dataset):
        year, unit = dossier.submission.year, _unit(dossier)
        path = free(target, fit(f"{year}年度-{unit}" if year else unit), ".pdf", taken)
        path.write_bytes(pdf(render("signing.html", **sheet(dossier, lies))))
        written.append(path)
        told()
    return written


def sheet(dossier: Dossier, lies: dict[str, str]) -> dict[str, Any]:
    """What the template needs: what the unit can speak of, with what it replied and what was decided."""
    view, names = dossier.submission, files(dossier)
    return {
        "unit": _unit(dossier),
        "year": f"{view.year}年度" if view.year else "",
        "files": [lies.get(d.document_id or "", d.path) for d in view.documents],
        "facts": glance(dossier),
        "rows": [_row(dossier, finding, names) for finding in concerns(dossier)],
    }


def printer() -> Callable[[str], bytes]:
    """What turns a page into a PDF. Raises Refused where neither a browser nor LibreOffice is on the PATH."""
    from extractors.readers import office_bridge

    browser = find(_BROWSERS, _ON_WINDOWS)
    if browser is not None:
        return lambda page: _by_browser(browser, page)
    if office_bridge.available():
        return _by_office
    raise Refused(_NONE)


def _by_browser(browser: str, page: str) -> bytes:
    with tempfile.TemporaryDirectory(prefix="hedui-") as name:
        source, target = Path(name) / "page.html", Path(name) / "page.pdf"
        source.write_text(page, encoding="utf-8")
        words = [
            browser,
            *(
                "--headless",
                "--disable-gpu",
                "--no-first-run",
                "--disable-extensions",
                "--disable-dev-shm-usage",
            ),
            *(["--no-sandbox"] if getattr(os, "geteuid", lambda: 1)() == 0 else []),
            f"--user-data-dir={Path(name) / 'profile'}",
            "--no-pdf-header-footer",
            f"--print-to-pdf={target}",
            source.as_uri(),
        ]
        output(words, seconds=_SECONDS, size=_LOUD)
        return _made(target.read_bytes() if target.is_file() else None, browser)


def _by_office(page: str) -> bytes:
    from extractors.readers import office_bridge

    return _made(office_bridge.convert([page.encode()], "html", "pdf")[0], "LibreOffice")


def _made(pdf: bytes | None, program: str) -> bytes:
    if not pdf or not pdf.startswith(b"%PDF"):
        raise Refused(f"{program} 未能生成 PDF；请用浏览器打开单位页面后打印为 PDF。")
    return pdf


def _row(dossier: Dossier, finding: Finding, names: dict[str, str]) -> Row:
    from rules.families import find

    shown = _QUOTES if len(finding.evidence) <= 2 * _QUOTES else 1  # of a long sum its total
    quotes = [
        f"{quote.role}“{quote.text}”" + (f"（{where(quote, names)}）" if quote.at else "")
        for quote in finding.evidence[:shown]
    ]
    if len(finding.evidence) > shown:
        quotes.append(f"等 {len(finding.evidence)} 处")
    decision = dossier.decisions.get(finding.finding_id)
    return Row(
        severity=finding.severity,
        message=finding.message,
        rule=f"{finding.rule_id} {find(finding.rule_id).title}",
        quotes=quotes,
        reply=(decision.reply or "") if decision else "",
        decided=decided(dossier, finding),
    )


def _unit(dossier: Dossier) -> str:
    return dossier.submission.unit_name or dossier.submission.record.submission_id
