"""E21: a date of filing or publication before the year is over.

比对：填报日期、报告日期、公开日期、检查（抽查、审计、评价）该年度项目的日期、“拟于……公开（整改、完成）”的日期，“本报告数据截至……”的日期与评价年度；“已于（……前已）……”的日期与评价年度之后一年的年末。
意义：自评在年度终了之后进行，日期早于评价年度，说明沿用了旧文本或年份写错；已完成的事写在下一年年末，事情不可能已经发生。
不适用：评价年度不明；日期写不全；评价年度当年12月的填报日期（预先自评）；成立、印发、批复、开工等过程中的日期；原计划、后来推迟的日期。评价年度当年12月以前
的，只提请核对。
示例：2023年度自评，填报日期2022年12月20日，报告；2024年3月不报。
依据：财预〔2020〕10号：预算年度结束后开展自评。本规则为目录之外增补。
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import regex

from extractors.records import Evidence, Form
from rules.dating import Day, days
from rules.lines import lines
from rules.passages import narrative, sentences
from rules.profile import Profile
from rules.rule import Outcome, Rule, failed, inapplicable, lead, or_inapplicable, passed
from rules.submission import Submission

_FILED = regex.compile(r"(?:填报|填表|报告|报送|制表|编制|自评|评价)(?:日期|时间)\s*[：:]?\s*(?=20\d\d)")
_ALONE = regex.compile(r"\s*20\d\d\s?[年./-]\s?\d{1,2}\s?[月./-]\s?(?:\d{1,2}\s?日?)?\s*")
_PLANNED = regex.compile(r"拟于|将于|拟在|将在")
_FUTURE = regex.compile(r"公开|公示|整改|完成|上报|落实")
_ONCE_PLANNED = regex.compile(r"原|曾|当时|年初|批复|推迟|延至|延期|延后|调整|实际|实施|开工|后因|招标|合同")
_OF_THE_WHOLE = (
    r"(?:本|上述|以上|文中|表中|表内|自评|报告|有关|相关|所有|各项|绩效|评价|统计|的|中|内|所列|采用|引用)"
)
_CLOSED = regex.compile(
    rf"(?:^|[，,。；;（(\n])\s*(?:注[：:])?{_OF_THE_WHOLE}{{1,8}}(?:数据|数字)(?:均|都|统一)?(?:截[至止]到?|统计至|(?:的)?(?:截止|统计)(?:日期?|时间|时点)(?:为|是|：|:)?)(?:于|到)?\s*$|"
    r"(?:数据|统计)(?:的)?截止(?:日期?|时间|时点)(?:为|是|：|:)?\s*$"
)
_CLOSING = regex.compile(r"(?:为)?(?:数据|统计)截止(?:日|时间|时点)")
_AT_FIRST = regex.compile(r"期初|年初数|基期|基数")
_LOOKED_AT = regex.compile(
    r"[，,]?(?:(?!预算|目标|计划|申报|批复|下达|入库|事前|预[审评])[^。；;\d]){0,24}(?P<year>20\d\d)年度"
    r"(?:(?!预算|目标|计划|申报|批复|事前|预[审评])[^，,。；;\d]){0,16}(?P<act>抽查|检查|审计|验收|绩效评价|评价|考核|复核|核查|自评|督查)(?!指标|方案|办法|标准|要求|细则|计划|工作的?通知)"
)
_PAST = regex.compile(
    r"已(?:全部|经|全额)?(?:上缴|完成|整改|收回|支付|拨付|公开|投入使用|完工|交付|缴回|交回)"
)


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each such date."""
    if submission.year is None:
        yield inapplicable("评价年度不明")
        return
    yield from or_inapplicable(_outcomes(submission, submission.year), "材料没有填报、公开日期")


def _outcomes(submission: Submission, year: int) -> Iterator[Outcome]:
    seen: set[tuple[str, str]] = set()
    printed = lines(submission)
    for line in printed:
        filed = _FILED.search(line.text)
        text = line.text[filed.end() :] if filed else line.text if _ALONE.fullmatch(line.text) else ""
        for day in days(text)[:1]:
            if (day.text, "填报") not in seen:
                seen.add((day.text, "填报"))
                yield _filed(line.form, line.quote("填报日期"), day, year)
    for passage in narrative(submission):
        if "20" not in passage.text:
            continue
        for sentence in sentences(passage.text):
            for day in days(sentence.text):
                said = _judged(sentence.text, day, year)
                if said is not None:
                    yield said(passage.form, passage.quote(sentence, "叙述日期"))


def _filed(form: Form, quote: Evidence, day: Day, year: int) -> Outcome:
    about: dict[str, Any] = {"form": form, "key": ("填报日期",), "subject": "填报日期", "evidence": [quote]}
    if day.last >= date(year, 12, 1):
        return passed(f"填报日期{day.text}不早于{year}年度终了", **about)
    tell = failed if day.last < date(year, 1, 1) else lead
    return tell(
        f"填报日期{day.text.strip()}早于评价年度（{year}年度）终了",
        expected=f"{year}年度终了之后",
        observed=day.text.strip(),
        **about,
    )


def _judged(text: str, day: Day, year: int) -> Any:
    """What a planned, a finished, a closing date comes to; None where none is said, or nothing is odd."""
    before, after = text[: day.start], text[day.end :]
    about: dict[str, Any] = {"subject": text[max(0, day.start - 8) : day.end + 12].strip("，,。；; ")}
    if day.last < date(year, 1, 1) and (
        (_CLOSED.search(before) or _CLOSING.match(after)) and not _AT_FIRST.search(text)
    ):
        return lambda form, quote: failed(
            f"数据截止日期{day.text}早于评价年度（{year}年度）",
            form=form,
            key=("数据截止",),
            expected=f"{year}年12月31日",
            observed=day.text,
            evidence=[quote],
            **about,
        )
    planned = _PLANNED.search(before[-6:]) and _FUTURE.search(after[:20]) and not _ONCE_PLANNED.search(text)
    if planned and day.last < date(year, 1, 1):
        words = f"文中打算的日期{day.text}早于评价年度（{year}年度）"
        return lambda form, quote: failed(
            words,
            form=form,
            key=("打算日期",),
            expected="评价年度之后",
            observed=day.text,
            evidence=[quote],
            **about,
        )
    looked = _LOOKED_AT.match(after)
    if looked is not None and int(looked["year"]) == year and day.last < date(year, 1, 1):
        return lambda form, quote: failed(
            f"文中称{day.text}{looked['act']}{year}年度的项目，日期早于该年度",
            form=form,
            key=("检查日期",),
            expected=f"{year}年1月1日以后",
            observed=day.text,
            evidence=[quote],
            **about,
        )
    if _PAST.search(after[:16]) and day.first > date(year + 1, 11, 30):
        words = f"文中称{day.text}已完成的事，晚于评价年度（{year}年度）之后一年"
        return lambda form, quote: lead(
            words,
            form=form,
            key=("已成日期",),
            expected=f"不晚于{year + 1}年",
            observed=day.text,
            evidence=[quote],
            **about,
        )
    return None


RULE = Rule(id="E21", title="填报公开日期与年度", severity="一般", confidence="推断", check=check)
