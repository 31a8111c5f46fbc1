"""The norms of a place from a year on: one dated value each, with its source."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Annotated, Any, get_args, get_type_hints

import msgspec

PROFILES = Path(__file__).parent / "profiles"


class BadProfile(Exception):  # noqa: N818 - a verdict on a file, not an error of ours
    """The profile file is at fault; the message is for people and says where and what."""


class Band(msgspec.Struct, frozen=True):
    """A named band that begins at `low` (included)."""

    name: str
    low: Decimal


def _m(meaning: str) -> msgspec.Meta:
    return msgspec.Meta(description=meaning)


class Norms(msgspec.Struct, frozen=True, kw_only=True):
    """The norms that hold for one year and kind of form. Percents are percents, scores points."""

    total_points: Annotated[Decimal, _m("满分，表内未印总分分值时使用")]
    grade_bands: Annotated[list[Band], _m("等级及其下限，由高到低")]
    qualitative_full_percent: Annotated[Decimal, _m("定性指标“达成”档的下限，占分值的百分比")]
    qualitative_partial_percent: Annotated[Decimal, _m("定性指标“部分达成”档的下限，占分值的百分比")]
    over_target_percent: Annotated[Decimal, _m("完成值超过指标值的这一百分比即应说明")]
    severe_shortfall_percent: Annotated[Decimal, _m("完成值低于指标值的这一百分比为严重未完成")]
    severe_shortfall_score_percent: Annotated[Decimal, _m("严重未完成时得分不应达到分值的这一百分比")]
    execution_low_percent: Annotated[Decimal, _m("执行率低于此值为异常")]
    execution_high_percent: Annotated[Decimal, _m("执行率高于此值为异常")]
    execution_floor_yuan: Annotated[Decimal, _m("预算数不足此值（元）的资金行不判执行率异常")]
    one_sided_percent: Annotated[Decimal, _m("只有下限的执行率类指标，完成值高于此值应说明")]
    progress_gap_points: Annotated[Decimal, _m("支付进度率与预算完成率之差的上限，百分点")]
    carryover_slack_points: Annotated[Decimal, _m("结转结余率与执行率相容的余地，百分点")]
    carryover_free_percent: Annotated[Decimal, _m("执行率低于此值而结转结余率为0时应有收回或调减")]
    overhead_percent: Annotated[Decimal, _m("公用经费控制率低于此值而基本支出超支时，推断人员经费超支")]
    hand_scoring_percent: Annotated[Decimal, _m("手工评分容许的偏差，占分值的百分比")]
    full_mark_rows: Annotated[int, _m("一级指标下至少这么多行全部满分时提示")]
    unmeasurable_percent: Annotated[Decimal, _m("不可衡量指标的权重占比上限")]
    hindsight_percent: Annotated[Decimal, _m("完成值超过指标值不足此百分比时，可能是事后定标")]
    proud_total_points: Annotated[Decimal, _m("自评总分不低于此值时核对未达标权重")]
    missed_points: Annotated[Decimal, _m("未达标与空白行的权重不低于此值时提示")]
    low_spending_percent: Annotated[Decimal, _m("执行率低于此值为低支出")]
    high_completion_percent: Annotated[Decimal, _m("产出指标平均完成程度高于此值为高完成")]
    reviewed_rows: Annotated[int, _m("主管部门至少应复核的所属单位数")]
    execution_excludes_carryover: Annotated[bool, _m("预算完成率是否不含上年结转")]
    quantities_proportional: Annotated[bool, _m("定量指标未达标时是否按比例记分")]
    accusing_link_percent: Annotated[Decimal, _m("叙述数字与表内单元格对应的把握（%）达到此值才判为不一致")]
    city_rank_places: Annotated[int, _m("全市排名的总体：县级单位数")]
    imprint_expected: Annotated[bool, _m("报告、汇总表是否应有日期、填报人或联系电话")]
    outline_headings: Annotated[list[str], _m("自评报告必备的标题；空表示按通行提纲识别")]
    required_categories: Annotated[list[str], _m("评分表必设的指标类别")]
    required_forms: Annotated[
        list[str], _m("应报送的表单种类：summary、department、project、transfer、report")
    ]
    unreflected_points: Annotated[Decimal, _m("扣分合计达到此值而存在的问题只字未提的，为重要问题")]


KEYS = tuple(field.name for field in msgspec.structs.fields(Norms))


class Norm(msgspec.Struct, frozen=True, kw_only=True, rename={"since": "from", "until": "to"}):
    """One norm as a profile states it."""

    key: str
    value: Any
    source: str
    since: int | None = None  # first fiscal year
    until: int | None = None  # last fiscal year
    kinds: tuple[str, ...] = ()  # kinds of form; empty = all

    def holds(self, year: int | None, kind: str) -> bool:
        """True where this norm is in force for the year (unknown: the newest) and kind of form."""
        begun = self.since is None or year is None or self.since <= year
        over = self.until is not None and (year is None or year > self.until)
        return begun and not over and (not self.kinds or kind in self.kinds)


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """Norms in rising priority: a later one in force replaces an earlier one."""

    name: str
    title: str
    norms: tuple[Norm, ...]
    resolved: dict[tuple[int | None, str], Norms] = {}  # what was looked up already

    def at(self, year: int | None, kind: str) -> Norms:
        """The norms for a fiscal year and a kind of form."""
        known = self.resolved.get((year, kind))
        if known is None:
            values = {norm.key: norm.value for norm in self.norms if norm.holds(year, kind)}
            known = self.resolved[year, kind] = msgspec.convert(values, Norms, strict=False)
        return known

    def source(self, key: str, year: int | None, kind: str) -> str:
        """Where the norm in force comes from, for messages and pages."""
        return next(x.source for x in reversed(self.norms) if x.key == key and x.holds(year, kind))


@cache
def default() -> Profile:
    """The norms where a bureau names none: what the form itself declares goes first."""
    return _load(PROFILES / "default.toml", ())


def load(path: Path) -> Profile:
    """A bureau's own profile over the default. Raises BadProfile with the place and the remedy."""
    return _load(path, default().norms)


def _load(path: Path, below: tuple[Norm, ...]) -> Profile:
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise BadProfile(f"口径文件“{path}”无法打开：{error.strerror}。请核对路径。") from error
    except UnicodeDecodeError as error:
        raise BadProfile(f"口径文件“{path.name}”不是UTF-8编码，请另存为UTF-8后再用。") from error
    except tomllib.TOMLDecodeError as error:
        raise BadProfile(f"口径文件“{path.name}”不合TOML语法：{error}。请对照文档中的示例修改。") from error
    entries = raw.get("norm", [])
    if not isinstance(entries, list):
        raise BadProfile(f"口径文件“{path.name}”：各条口径应写作 [[norm]]。")
    norms = tuple(_norm(entry, index, path.name) for index, entry in enumerate(entries, 1))
    return Profile(name=path.stem, title=str(raw.get("title", path.stem)), norms=below + norms)


def _norm(entry: Any, index: int, name: str) -> Norm:
    where = f"口径文件“{name}”第{index}条"
    try:
        norm = msgspec.convert(entry, Norm)
    except msgspec.ValidationError as error:
        raise BadProfile(
            f"{where}：应有 key、value、source（依据），可有 from、to、kinds。{error}"
        ) from error
    if norm.key not in KEYS:
        raise BadProfile(f"{where}：没有名为“{norm.key}”的口径，可用的有：{'、'.join(KEYS)}。")
    if not norm.source.strip():
        raise BadProfile(f"{where}（{norm.key}）：缺少依据，请在 source 中写明出处。")
    hint = get_args(get_type_hints(Norms, include_extras=True)[norm.key])
    try:
        msgspec.convert(norm.value, hint[0], strict=False)
    except msgspec.ValidationError as error:
        raise BadProfile(f"{where}（{norm.key}，{hint[1].description}）：值不合要求。{error}") from error
    return norm
