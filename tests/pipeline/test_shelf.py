"""Rules over many submissions find the same whether all are held at once or hardly any."""

import msgspec
import pytest

from pipeline import check as checking
from pipeline import checker, gathering
from pipeline.checker import Wanted
from pipeline.shelf import Shelf, _notes, check_whole
from pipeline.store import open_dataset
from rules.checking import check_dataset, gathered
from rules.families import ALL_RULES
from rules.submission import Dataset
from tests.pipeline.folders import SAMPLE_YEAR, hedui


@pytest.fixture(scope="module")
def laid(tmp_path_factory):
    """The sample year in chunks of three submissions, laid down, and its views."""
    out, spool, own = (tmp_path_factory.mktemp(name) for name in ("out", "spool", "own"))
    assert hedui("ingest", SAMPLE_YEAR, "--out", out, "--quiet").returncode == 0
    patch = pytest.MonkeyPatch()
    patch.setattr(gathering, "CHUNK", 3)
    chunks, views = [], []
    for number, tables in enumerate(gathering.chunks(open_dataset(out), spool)):
        packed = checker.packed(tables)
        checked = checker.check_packed(packed, Wanted())
        chunk = checking._lay(packed, checked.notes, spool, own, number)
        checking._keep(checked, checking._results(spool, number))
        chunks.append(chunk)
        views += list(checker.submissions(checker.unpacked(packed)))
    patch.undo()
    return chunks, views


@pytest.mark.parametrize("held", [1, 500, 1_000_000])
def test_views_hold_what_the_submissions_hold(laid, held):
    chunks, plain = laid
    shelf = Shelf(chunks, held)
    views = shelf.views()
    assert [view.record for view in views] == [submission.record for submission in plain]
    for table in ("forms", "indicators", "figures", "sections", "documents", "issues", "cells"):
        assert [getattr(v, table) for v in views] == [getattr(s, table) for s in plain], table
    assert any(view.links for view in views)
    assert len(shelf._open) < len(views) or held > 500
    assert len(chunks) > 2


@pytest.mark.parametrize("held", [1, 1_000_000])
def test_findings_are_the_same(laid, held):
    chunks, _ = laid
    profile = checker.norms(None)
    whole = check_dataset(Dataset(submissions=Shelf(chunks).views()), profile, None, whole_defects := [])
    few = check_dataset(Dataset(submissions=Shelf(chunks, held).views()), profile, None, defects := [])
    assert (whole_defects, defects) == ([], [])
    assert few == whole
    assert len(few) > 50


def test_notes_taken_beside_the_rules_of_one_submission_give_the_same_findings(laid):
    chunks, plain = laid
    noted = dict(_notes(chunks, None))
    takers = [rule.gather for rule in ALL_RULES if rule.gather]
    assert noted.keys() == {(gather, view.record.submission_id) for gather in takers for view in plain}
    whole = check_whole(chunks, Wanted())
    without = check_whole([msgspec.structs.replace(chunk, notes="") for chunk in chunks], Wanted())
    assert whole == without
    assert any(part.findings for part in whole)


def test_a_rule_that_cannot_take_its_notes_breaks_where_it_is_run(laid):
    def broken(submission):
        raise ZeroDivisionError

    _, plain = laid
    rule = msgspec.structs.replace(next(rule for rule in ALL_RULES if rule.id == "H04"), gather=broken)
    assert gathered(plain[0], [rule]) == {}
    rule = msgspec.structs.replace(rule, check=lambda dataset, _: iter([dataset.noted(broken, plain[0])]))
    (finding,) = check_dataset(Dataset(submissions=plain), checker.norms(None), [rule], defects := [])
    assert (finding.result, len(defects)) == ("open", 1)
