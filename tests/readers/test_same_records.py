"""The sample year's Word documents give the same records when saved as .doc and as .rtf."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.corpus import golden
from tests.rendering import has_office, office

RAW = Path(__file__).parents[2] / "data" / "raw" / "2021"


@pytest.mark.office
@pytest.mark.skipif(not has_office(), reason="LibreOffice is not on PATH")
def test_the_same_records_from_older_formats(tmp_path: Path) -> None:
    sources = []
    for number, path in enumerate(sorted(RAW.rglob("*.docx"))):
        sources.append(tmp_path / f"{number:02d}.docx")
        shutil.copyfile(path, sources[-1])
    assert len(sources) >= 8
    expected = [golden.plain(golden.records(path)) for path in sources]
    assert sum(len(records.get("indicators", [])) for records in expected) > 50
    for target in ("doc", "rtf"):
        made = office(sources, target, tmp_path / target)
        assert [golden.plain(golden.records(path)) for path in made] == expected
