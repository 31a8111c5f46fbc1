"""What kind a table form is, judged by what it holds before what it calls itself."""

from __future__ import annotations

import regex

from extractors import records
from extractors.forms import vocabulary
from extractors.forms.normalise import key, squeeze
from extractors.forms.reading import Reading
from extractors.values import points


def _has(title: str, name: str) -> bool:
    return any(word in title for word in vocabulary.ordered("titles", name))


def kind(reading: Reading, title: str | None) -> str:
    """summary, review, transfer, project or department.

    Units with scores make a 汇总表; a second scorer's column a 复核表, but where the title says
    自评 alone; transfers have their own labels and, before 2022, no scores; a project's name
    makes a project form.
    """
    name = key(title or "")
    contexts = {block.header.context for block in reading.blocks}
    if "summary" in contexts and "indicators" not in contexts:
        return "summary"
    roles = {
        role
        for block in reading.blocks
        if block.header.context == "indicators"
        for role in block.header.roles
    }
    own = _has(name, "self_evaluation") and not _has(name, "review")
    if (roles & {"review_score", "review_actual"} and not own) or _has(name, "review_table"):
        return "review"
    if _is_transfer(name, {key(pair.label) for pair in reading.pairs}):
        return "transfer"
    if _has(name, "department"):
        return "department"
    named = any(pair.role == "project_name" for pair in reading.pairs)
    if named or _has(name, "project") or ("项目" in name and "整体" not in name):
        return "project"
    return "department" if _unit_form(reading) or "部门" in name or "单位" in name else "project"


def _is_transfer(name: str, labels: set[str]) -> bool:
    """A transfer says so in its title or its labels; missing scores alone prove nothing."""
    return _has(name, "transfer") or any("转移支付" in label or "中央主管部门" in label for label in labels)


def _unit_form(reading: Reading) -> bool:
    """A form about a unit: its money has a structure, or it names a unit and no project."""
    if any(fund.partition == "structure" for fund in reading.read.funds):
        return True
    return any(pair.role in ("unit_name", "subordinate_count") for pair in reading.pairs)


def fill(form: records.Form, reading: Reading) -> None:
    """The head of a form from its labels and its total row."""
    central = [pair for pair in reading.pairs if pair.role == "supervisor" and "中央" in pair.label]
    inner = [pair for pair in reading.pairs if pair.role == "unit_name" and _INNER.search(key(pair.label))]
    later = [*central, *inner]
    for pair in [*(pair for pair in reading.pairs if pair not in later), *later]:
        _fill_pair(form, pair.role, pair.text, pair.at)
    for total in reading.read.totals:
        if form.total_weight_text is None and form.total_score_text is None:
            form.total_weight_at = total.weight_at
        _fill_total(form, total.weight_text, total.score_text, total.grade, total.at)
    if form.unit_name is None and form.form_kind == "department":
        form.unit_name = form.supervisor_name
    if form.project_name is None and form.title and form.form_kind in ("project", "review", "transfer"):
        _project_in_title(form, form.title)


def _project_in_title(form: records.Form, title: str) -> None:
    """A title that begins with a project's code names the project, that of a 复核表 always does."""
    code, name = project(title)
    plain = _YEAR.sub("", _KIND.sub("", name))
    if plain and (code or form.form_kind == "review") and len(plain) >= 3:
        form.project_code, form.project_name = form.project_code or code, plain


_CODE = regex.compile(
    r"\s*+[\[【(（]?\s*+([0-9]{2,8}[A-Z][0-9A-Z]{6,20}|[0-9]{3,24})[\]】)）]?\s*+(?:[-—–_－]++\s*+|(?<=[\]】)）]))(.+)",
    regex.DOTALL,
)


_INNER = regex.compile(r"负责部门|责任部门|科室|股室|处室|承办部门")  # a part of the unit
_YEAR = regex.compile(r"^(?:19|20)[0-9]{2}年?度?|[(（](?:19|20)[0-9]{2}年?度?[)）]$")
_KIND = regex.compile(r"(?:项目支出|部门预算项目支出)?绩效(?:目标)?(?:自评|评价)?.{0,8}表$")


def project(text: str) -> tuple[str | None, str]:
    """`51000021R000000019951-工资性支出` is code and name; a name without a code stays whole."""
    found = _CODE.fullmatch(text)
    return (found.group(1), found.group(2).strip()) if found else (None, text)


def _fill_pair(form: records.Form, role: str, text: str | None, at: str) -> None:
    if text is None:
        return
    if role == "project_name" and form.project_name is None:
        code, name = project(text)
        form.project_code, form.project_name = form.project_code or code, squeeze(name)
    elif role == "project_code" and form.project_code is None:
        form.project_code = squeeze(text)
    if role == "unit_name" and form.unit_name is None:
        form.unit_name = project(text)[1]
    elif role == "supervisor" and form.supervisor_name is None:
        form.supervisor_name = project(text)[1]
    elif role == "total_score" and form.total_score_text is None:
        form.total_score_text, form.total_score_points, form.total_at = text, points(text), at
    elif role == "subordinate_count" and text.strip().isdecimal():
        form.subordinate_count = int(text)
    elif role == "grade" and form.grade_text is None:
        form.grade_text = text


def _fill_total(
    form: records.Form, weight: str | None, score: str | None, grade: str | None, at: str | None
) -> None:
    if weight and form.total_weight_text is None:
        form.total_weight_text, form.total_weight_points = weight, points(weight)
    if form.total_score_text is None and (score or weight):
        form.total_score_text = score
        form.total_score_points = points(score) if score else None
        form.total_at = at
    form.grade_text = form.grade_text or grade
