"""The counts of a survey as a text states them: sent, returned, valid, satisfied."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import regex

from extractors.records import Figure
from rules.passages import Passage, paragraphs

_SURVEY = regex.compile(r"问卷|调查表|测评表|评议表|调查问|调查|测评|回访|访谈|走访|随访|抽样")
_SENT = regex.compile(r"(?:发放|发出|发送|投放|下发|派发|印发|推送)\P{Han}?\p{Han}{0,14}$")
_RETURNED = regex.compile(r"(?:收回|回收|返回|收集|交回)到?了?\p{Han}{0,8}$")
_VALID = regex.compile(r"有效(?:问卷|样本|调查表|答卷|测评表|卷|票|份数)?(?:为|共|数)?$")
_SATISFIED = regex.compile(r"满意(?:的|数|票|人数|户数|份数|问卷)*(?:有|为|共|占)?$")
_UNSATISFIED = regex.compile(r"不(?:太|够|怎么|很)?满意|不满")
_PEOPLE_PLEASED = regex.compile(
    r"^(?:受访|群众|学生|家长|对象|被访者|职工|企业|村民)*(?:均|都)?(?:表示|对\p{Han}{0,14}?)?(?:非常|比较|很|基本)?满意"
)
_RATES = {
    "returned": regex.compile(r"(?:回收|收回)率(?:为|达到?|是|约)?$"),
    "valid": regex.compile(r"有效率(?:为|达到?|是|约)?$"),
    "satisfied": regex.compile(r"满意[度率](?:为|达到?|是|约)?$"),
}
_OTHER_WAYS = regex.compile(
    r"线上|网上|网络|在线|微信|小程序|公众号|二维码|扫码|问卷星|电子问卷|电话|短信|"
    r"加权|折算|权重|系数|按\s*[\d.]{1,6}\s*[%％]?\s*(?:计|算)|按\p{Han}{1,6}计[，,算入]|平均分|综合满意[度率]|综合得分"
)
_UNITS = frozenset({"份", "张", "人", "户", "人次", "家", "名", "个", "件"})
_NOT_NOW = regex.compile(r"上年|去年|目标|计划|要求|每|平均|分别")


class Survey(msgspec.Struct, kw_only=True):
    """What one paragraph tells of a survey; several counts of a kind mean several surveys."""

    passage: Passage
    sent: list[Figure]
    returned: list[Figure]
    valid: list[Figure]
    satisfied: list[Figure]
    rates: dict[str, list[Figure]]
    mixed: bool = False  # asked in other ways, too, or weighed: the counts need not follow one another

    @property
    def figures(self) -> list[Figure]:
        """All of it, in order."""
        found = [*self.sent, *self.returned, *self.valid, *self.satisfied]
        return sorted([*found, *(x for each in self.rates.values() for x in each)], key=lambda x: x.start)


def surveys(passage: Passage) -> Iterator[Survey]:
    """The surveys that the paragraphs of a passage tell of."""
    if not _SURVEY.search(passage.text):
        return
    for paragraph in paragraphs(passage.text):
        if not _SURVEY.search(paragraph.text):
            continue
        found = [_empty(passage)]
        mixed = _OTHER_WAYS.search(paragraph.text) is not None
        for figure in passage.within(paragraph):
            kind, name = _kind(passage, figure)
            if kind == "sent" and (found[-1].returned or found[-1].valid):
                found.append(_empty(passage))
            if kind == "rate":
                found[-1].rates.setdefault(name, []).append(figure)
            elif kind:
                getattr(found[-1], kind).append(figure)
        told = [one for one in found if one.sent or one.returned or one.valid]
        for one in told:
            one.mixed = mixed
            if len(told) > 1:  # what follows the last one may be of all together
                one.valid, one.satisfied, one.rates = [], [], {}
            yield one


def _empty(passage: Passage) -> Survey:
    return Survey(passage=passage, sent=[], returned=[], valid=[], satisfied=[], rates={})


def _kind(passage: Passage, figure: Figure) -> tuple[str, str]:
    """What a figure counts: sent, returned, valid, satisfied; of a rate also which; empty for others."""
    before = passage.clause_before(figure)[-24:]
    apart = figure.value is None or figure.qualifier or figure.kind in {"target", "previous"}
    if apart or _NOT_NOW.search(before):
        return "", ""
    if figure.unit == "%":
        name = next((name for name, pattern in _RATES.items() if pattern.search(before)), "")
        return ("rate", name) if name else ("", "")
    after = passage.text[figure.end : figure.end + 14]
    known = figure.unit in _UNITS and not _UNSATISFIED.search(before)
    return (_counted(before, after), "") if known else ("", "")


def _counted(before: str, after: str) -> str:
    if _VALID.search(before) or after.startswith("有效"):
        return "valid"
    if _RETURNED.search(before):
        return "returned"
    if _SENT.search(before):
        return "sent"
    pleased = _PEOPLE_PLEASED.search(after) and not _UNSATISFIED.search(after)
    return "satisfied" if _SATISFIED.search(before) or pleased else ""
