"""States of findings are the same whether submissions are compared at once or in groups."""

import hashlib

import pyarrow as pa
import pytest

from extractors.records import Decision, Finding, FindingState, Submission
from pipeline import since as module
from pipeline.rows import from_arrow, to_arrow
from pipeline.since import since
from pipeline.store import Change, commit, open_dataset


def identity(number):
    return hashlib.sha256(str(number).encode()).hexdigest()[:20]


def finding(number, message, result="fail", owner=True):
    return Finding(
        finding_id=f"{number:04d}",
        rule_id="A09",
        result=result,
        severity="严重",
        confidence="确定",
        message=message,
        submission_id=identity(number // 3) if owner else None,
    )


def state(number, message):
    f = finding(number, message)
    return FindingState(
        finding_id=f.finding_id,
        submission_id=f.submission_id,
        state="new",
        rule_id="A09",
        result="fail",
        severity="严重",
        message=message,
    )


@pytest.mark.parametrize("group", [1_000, 20, 3])
def test_states_and_decisions_over_groups(tmp_path, monkeypatch, group):
    monkeypatch.setattr(module, "GROUP", group)
    submissions = [Submission(submission_id=identity(n), unit_key=str(n)) for n in range(100)]
    past = [state(n, "旧") for n in range(0, 200, 2)]
    known = [Decision(finding_id="0004", decision="认定", message="旧", status="current")]
    rows = {"submissions": submissions, "finding_states": past, "decisions": known}
    commit(tmp_path, {name: Change([to_arrow(name, held)[0]]) for name, held in rows.items()}, {})
    parts = []
    for start in range(0, 150, 50):
        held = [finding(n, "旧" if n % 4 == 0 else "新", owner=n != 7) for n in range(start, start + 50)]
        held.append(finding(900 + start, "一致", result="pass"))
        parts.append(tmp_path / f"part{start}")
        table, _ = to_arrow("findings", held)
        with pa.ipc.new_stream(str(parts[-1]), table.schema) as stream:
            stream.write_table(table)
    spool = tmp_path / "spool"
    spool.mkdir()
    changes = since(
        open_dataset(tmp_path),
        parts,
        [Decision(finding_id="0005", decision="待核实", status="current")],
        True,
        spool,
    )
    commit(tmp_path, changes, {})
    dataset = open_dataset(tmp_path)
    states = {
        one.finding_id: one.state
        for one in from_arrow("finding_states", dataset.read_table("finding_states"))
    }
    assert {key for key, value in states.items() if value == "gone"} == {
        f"{n:04d}" for n in range(150, 200, 2)
    }
    assert {key for key, value in states.items() if value == "unchanged"} == {
        f"{n:04d}" for n in range(0, 150, 4)
    }
    assert {key for key, value in states.items() if value == "changed"} == {
        f"{n:04d}" for n in range(2, 150, 4)
    }
    assert {key for key, value in states.items() if value == "new"} == {f"{n:04d}" for n in range(1, 150, 2)}
    decisions = {
        d.finding_id: (d.status, d.message) for d in from_arrow("decisions", dataset.read_table("decisions"))
    }
    assert decisions == {"0004": ("current", "旧"), "0005": ("current", "新")}
