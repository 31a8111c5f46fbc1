"""Score the rules on a folder of whole submissions written by a fresh hand.

``python -m corpus.fresh_score FOLDER [--totals]``: each `NAME.html` is read, grouped, linked, checked;
`truth.toml` beside it says which are honest (`clean`) and what is planted in the others.
"""

import argparse
import hashlib
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
import regex

from extractors.extract import extract
from extractors.reading import read
from extractors.records import Finding, Indicator
from extractors.submissions import group
from rules.checking import check
from rules.families import ALL_RULES
from rules.linking.link import link
from rules.profile import default
from rules.submission import from_extracts

RULES = [rule for rule in ALL_RULES if rule.scope == "submission"]


class Totals(msgspec.Struct):
    """Counts over a folder."""

    planted: int = 0
    by_rule: int = 0  # found by the rule that ought to say it, with what it ought to say
    by_any: int = 0  # found by whichever rule (hints aside), with what it ought to say
    uncovered: int = 0  # planted things that no rule of the catalogue covers
    uncovered_found: int = 0
    honest: int = 0
    false: int = 0  # 严重 or 重要 discrepancies in honest submissions
    accused: int = 0  # honest submissions that have one
    other: int = 0  # 严重 or 重要 discrepancies in the others that fit nothing planted
    rows_wrong: int = 0  # submissions whose indicator rows are not read in full


def found(path: Path) -> tuple[Sequence[Indicator], list[Finding]]:
    """The rows read from a drawing, the discrepancies found in it (those that another one says already left out)."""
    data = path.read_bytes()
    one = extract(read(data, path.name), hashlib.sha256(data).hexdigest(), path.name)
    records, forms = group(one.documents, one.forms)
    out: list[Finding] = []
    for record in records:
        view = from_extracts([one], record, [x for x in forms if x.submission_id == record.submission_id])
        view.links = link(view)
        out += check(view, default(), RULES)
    return one.indicators, [x for x in out if x.result in {"fail", "review"} and not x.subsumed_by]


def words(finding: Finding) -> str:
    """Everything that a finding says, without thousands' commas."""
    told = [finding.message, finding.diagnosis, finding.expected, finding.observed]
    return " ".join([*(x or "" for x in told), *(x.text or "" for x in finding.evidence)]).replace(",", "")


def says(finding: Finding, text: str) -> bool:
    """Whether a finding contains a text; a number only where it is not part of a longer one, zeros at its end aside."""
    zeros = "0*+" if "." in text else r"(?>\.0+)?+"
    number = rf"(?<![\d.]){regex.escape(text)}{zeros if text[-1:].isdigit() else ''}(?!\.?\d)"
    return bool(regex.search(number, words(finding)))


def grave(finding: Finding) -> bool:
    """An accusation of weight."""
    return finding.result == "fail" and finding.severity in {"严重", "重要"}


def score(folder: Path, tell: bool) -> Totals:
    """All submissions of a folder; `tell` prints what is missed, what is said that fits nothing planted."""
    out = Totals()
    for name, truth in tomllib.loads((folder / "truth.toml").read_text(encoding="utf-8")).items():
        rows, findings = found(folder / f"{name}.html")
        lines = [] if len(rows) == truth["rows"] else [f"行数 {len(rows)}，应为 {truth['rows']}"]
        out.rows_wrong += len(lines)
        if truth.get("clean"):
            lines += _honest(out, findings)
        else:
            lines += _planted(out, truth["rules"], findings)
        if tell:
            print(*(f"{name}: {line}" for line in lines), sep="\n")
    return out


def _honest(out: Totals, findings: Sequence[Finding]) -> list[str]:
    wrong = [x for x in findings if grave(x)]
    out.honest += 1
    out.false += len(wrong)
    out.accused += bool(wrong)
    return [f"误报 {_line(x)}" for x in wrong]


def _planted(out: Totals, planted: Sequence[dict[str, Any]], findings: Sequence[Finding]) -> list[str]:
    lines, told = [], set()
    for thing in planted:
        fitting = [x for x in findings if says(x, thing["says"])] if thing["says"] else []
        named = [x for x in findings if x.rule_id == thing["rule"] and (not thing["says"] or x in fitting)]
        by_others = [x for x in fitting if x.severity != "提示"]
        told |= {x.finding_id for x in [*fitting, *named]}
        out.planted += 1
        out.by_rule += bool(named)
        out.by_any += bool(by_others or named)
        out.uncovered += not thing["rule"]
        out.uncovered_found += not thing["rule"] and bool(by_others)
        if not named:
            by = "、".join(sorted({x.rule_id for x in by_others})) or "无"
            lines.append(
                f"未由{thing['rule'] or '（目录无此规则）'}发现（{by}）：{thing.get('what', thing['says'])}"
            )
    other = [x for x in findings if grave(x) and x.finding_id not in told]
    out.other += len(other)
    return lines + [f"不在所植之列 {_line(x)}" for x in other]


def _line(finding: Finding) -> str:
    return f"{finding.rule_id} {finding.severity} {finding.message}"


def main() -> None:
    """Print a folder's score."""
    parser = argparse.ArgumentParser(prog="corpus.fresh_score", description="对整份送审材料打分")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--totals", action="store_true", help="只印合计")
    arguments = parser.parse_args()
    out = score(arguments.folder, not arguments.totals)
    print(
        f"所植问题：由所属规则发现 {out.by_rule}/{out.planted - out.uncovered}；由任一规则发现 {out.by_any}/{out.planted}"
    )
    print(f"其中规则目录无对应规则者：发现 {out.uncovered_found}/{out.uncovered}")
    print(f"如实材料：被误报严重或重要的 {out.accused}/{out.honest} 份，共 {out.false} 条")
    print(
        f"有问题材料中不在所植之列的严重或重要问题：{out.other} 条；指标行未读全的材料：{out.rows_wrong} 份"
    )


if __name__ == "__main__":
    main()
