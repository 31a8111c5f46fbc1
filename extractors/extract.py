"""A document's records: forms, rows, sections, figures, issues, and every cell with its use."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from extractors import figuring, records
from extractors.document import Document, Paragraph, Table
from extractors.forms import inheriting, titles
from extractors.forms.outline import section_key
from extractors.forms.recognising import recognise
from extractors.forms.reports import ReportRead
from extractors.forms.tables import FormRead


def _id(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:20]


def extract(document: Document, document_id: str, path: str) -> records.Extract:
    """All records of one document; `path` gives the year where nothing inside names it.

    Ids follow from the document's id and the order of forms: the same bytes, the same ids.
    """
    out = records.Extract()
    uses: dict[str, tuple[str | None, str]] = {}  # cell place -> use, form
    owners: dict[str, str] = {}
    recognised = recognise(document)
    for number, found in enumerate(recognised.forms, start=1):
        form = found.form
        form.form_id, form.document_id, form.order = _id(document_id, str(number)), document_id, number
        out.forms.append(form)
        if isinstance(found, FormRead):
            _table_form(found, out, uses)
        else:
            _report(found, out, uses)
        _own(found, owners)
    _years(out, path)
    _summary_units(out)
    inheriting.units(out)
    for problem in recognised.issues:
        problem.document_id = document_id
        out.issues.append(problem)
    out.issues.extend(_reader_issues(document, document_id))
    _layout(document, document_id, uses, owners, out)
    out.documents.append(_document(document, document_id, path, out))
    out.figures.extend(figuring.figures(out))
    return out


def _own(found: FormRead | ReportRead, owners: dict[str, str]) -> None:
    ats = found.rows if isinstance(found, FormRead) else [row.at for row in found.rows]
    for at in ats:
        owners.setdefault(at, found.form.form_id)


def _table_form(found: FormRead, out: records.Extract, uses: dict[str, tuple[str | None, str]]) -> None:
    read, form = found.reading.read, found.form
    for name in ("indicators", "funds", "goals", "summary_rows"):
        for row in getattr(read, name):
            row.form_id, row.document_id = form.form_id, form.document_id
            getattr(out, name).append(row)
    for problem in read.issues:
        problem.form_id, problem.document_id = form.form_id, form.document_id
        out.issues.append(problem)
    for at, use in read.uses.items():
        uses.setdefault(at.partition(":")[0], (use, form.form_id))
    for slot in read.leftovers:
        uses.setdefault(slot.at, (None, form.form_id))


def _report(found: ReportRead, out: records.Extract, uses: dict[str, tuple[str | None, str]]) -> None:
    form = found.form
    ids = [_id(form.form_id, "section", str(i)) for i in range(len(found.sections))]
    for index, section in enumerate(found.sections):
        out.sections.append(
            records.Section(
                form_id=form.form_id,
                document_id=form.document_id,
                section_id=ids[index],
                parent_id=ids[section.parent] if section.parent is not None else None,
                order=index + 1,
                depth=section.depth,
                number_text=section.number or None,
                heading=section.heading,
                key=section_key(section.heading),
                text=section.text,
                heading_at=section.at,
                heading_start=section.start,
                text_places=section.places,
                at=section.at,
            )
        )
    for at, use in found.uses.items():
        uses.setdefault(at, (use, form.form_id))


def _years(out: records.Extract, path: str) -> None:
    """A form without a year takes that of its neighbours, else that of the file's name."""
    stated = [form.fiscal_year for form in out.forms if form.fiscal_year]
    common = stated[0] if stated and len(set(stated)) == 1 else None
    for form in out.forms:
        if form.fiscal_year is None:
            form.fiscal_year = common or titles.year(path.rpartition("/")[2])


def _summary_units(out: records.Extract) -> None:
    """A 汇总表 whose head names nobody speaks of the unit in its first row (本级 comes first)."""
    for form in out.forms:
        if form.form_kind == "summary" and form.unit_name is None:
            rows = [row for row in out.summary_rows if row.form_id == form.form_id and not row.is_total]
            form.unit_name = form.supervisor_name or next(
                (row.unit_name for row in rows if row.unit_name), None
            )


def _reader_issues(document: Document, document_id: str) -> Iterator[records.Issue]:
    for found in document.issues:
        yield records.Issue(
            document_id=document_id,
            code=found.code,
            severity=found.severity,
            message=found.message,
            text=found.text,
            at=found.at,
        )


def _layout(
    document: Document,
    document_id: str,
    uses: dict[str, tuple[str | None, str]],
    owners: dict[str, str],
    out: records.Extract,
) -> None:
    """Blocks and cells as read, each with the form it belongs to and each cell's use."""
    for order, block in enumerate(document.blocks, start=1):
        base = records.Block(document_id=document_id, order=order, kind="paragraph", at=block.at)
        base.form_id = owners.get(block.at)
        if isinstance(block, Paragraph):
            base.text, base.number, base.confidence = block.text, block.number or None, block.confidence
        else:
            base.kind, base.rows, base.columns = "table", block.rows, block.columns
            base.form_id = _cells(block, document_id, uses, owners, out)
        out.blocks.append(base)


def _cells(
    table: Table,
    document_id: str,
    uses: dict[str, tuple[str | None, str]],
    owners: dict[str, str],
    out: records.Extract,
) -> str | None:
    first: str | None = None
    for cell in table.cells:
        use, form_id = uses.get(cell.at, (None, owners.get(cell.at.rpartition(".c")[0])))
        first = first or form_id
        out.cells.append(
            records.Cell(
                document_id=document_id,
                form_id=form_id,
                table_at=table.at,
                row=cell.row,
                column=cell.column,
                rowspan=cell.rowspan,
                colspan=cell.colspan,
                text=cell.text,
                use=use,
                confidence=cell.confidence,
                at=cell.at,
            )
        )
        for inner in cell.tables:
            first = _cells(inner, document_id, uses, owners, out) or first
    return first


def _document(document: Document, document_id: str, path: str, out: records.Extract) -> records.Document:
    bad = any(found.severity in ("doubt", "loss") for found in out.issues)
    years = [form.fiscal_year for form in out.forms if form.fiscal_year]
    return records.Document(
        document_id=document_id,
        path=path,
        format=document.format,
        status="partial" if bad else "complete",
        form_count=len(out.forms),
        fiscal_year=max(set(years), key=years.count) if years else None,
    )
