"""B05: the fiscal year in the titles of all forms.

比对：汇总表、自评表、自评报告各自标题（连同标题下“（2021年度）”一行）中的年度是否一致。
意义：年度不一，多半是沿用了上年的表或报告。
不适用：标题没有年度；只有一张表有年度。正文里提到的年份、文件的修改日期不算。
自评报告把与自评表总分相同的得分写作另一年度的，同。
示例：附件6标题“（2020年度）”，其余为2021年度；正文“2019年2月挂牌”不报。
依据：自评表、自评报告标题格式“20××年度”。
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from extractors.records import Block, Cell, Evidence, Form
from rules.dating import years
from rules.passages import narrative, sentence_of
from rules.profile import Profile
from rules.quoting import quote, total
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.submission import Submission

_YEAR = regex.compile(r"(20\d\d|二[〇○零OО０0]\S{2})\s*+年")
_LINE = regex.compile(rf"[\s（(\[【]*+{_YEAR.pattern}\s*+度?+[\s）)\]】]*+")
_DIGITS = str.maketrans("〇○零一二三四五六七八九OО０", "0001234567890" + "00")


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for the titles of the submission, one for each score told of another year."""
    yield from _titles(submission)
    yield from _told(submission)


def _told(submission: Submission) -> Iterator[Outcome]:
    """The unit's own score of this year, told of another one: 2021年度……自评得分95.5分."""
    forms = [form for form in submission.scored_forms if form.total_score_points is not None]
    if len(forms) != 1 or submission.year is None:
        return
    for passage in narrative(submission):
        for figure in passage.figures:
            if figure.kind != "score" or figure.value != forms[0].total_score_points:
                continue
            sentence = sentence_of(passage, figure)
            named = set(years(sentence.text))
            if len(named) == 1 and submission.year not in named and "上年" not in sentence.text:
                year = named.pop()
                yield failed(
                    f"报告写{year}年度自评得分{figure.text}，与{submission.year}年度自评表的总分相同，年度可能写错",
                    form=passage.form,
                    key=("得分年度",),
                    subject="年度",
                    expected=f"{submission.year}年度",
                    observed=f"{year}年度",
                    confidence="推断",
                    evidence=[passage.quote(sentence, "叙述得分"), total(forms[0])],
                )


def _titles(submission: Submission) -> Iterator[Outcome]:
    """One outcome for the titles of the submission."""
    dated = [
        (form, year, said)
        for form in submission.forms
        for year, said in [_dated(submission, form)]
        if year is not None
    ]
    if len(dated) < 2:
        yield inapplicable("标题带年度的表不足两张")
        return
    told = sorted({year for _, year, _ in dated})
    evidence = [said for _, _, said in dated]
    if len(told) == 1:
        yield passed(f"各表标题年度同为{told[0]}", evidence=evidence)
        return
    usual = max(told, key=lambda year: sum(found == year for _, found, _ in dated))
    other = "、".join(f"“{form.title}”" for form, year, _ in dated if year != usual)
    yield failed(
        f"标题年度不一致：{'、'.join(f'{year}年' for year in told)}，其中{other}与其余不同",
        subject="年度",
        expected=f"{usual}年度",
        observed="、".join(f"{year}年度" for year in told if year != usual),
        evidence=evidence,
    )


def _dated(submission: Submission, form: Form) -> tuple[int | None, Evidence]:
    """The year in a form's title, else in the line of its own under it, with what prints it."""
    role = f"{form.annex or ''}标题"
    year = title_year(form)
    if year is not None or form.fiscal_year is None:
        return year, quote(form, role, form.title)
    printed: list[Block | Cell] = [*submission.blocks, *submission.cells]
    for line in printed:
        found = _LINE.fullmatch(line.text or "") if line.form_id == form.form_id else None
        if found is not None:
            return _number(found[1]), quote(form, role, line.text, line.at)
    return None, quote(form, role, form.title)


def title_year(form: Form) -> int | None:
    """The first year of a form's title, also in Chinese digits."""
    found = _YEAR.search(form.title or "")
    return None if found is None else _number(found[1])


def _number(year: str) -> int | None:
    digits = year.translate(_DIGITS).replace("二", "2")
    return int(digits) if digits.isdecimal() else None


RULE = Rule(id="B05", title="年度一致", severity="重要", confidence="确定", check=check)
