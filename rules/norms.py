"""The norms that a profile states: what each is for, which values it may have."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Literal, TypeAlias

import msgspec

ReverseFormula: TypeAlias = Literal["either", "ratio", "linear"]
Rounding: TypeAlias = Literal["either", "round", "cut"]


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
    outline: Annotated[str, _m("自评报告应按的通行提纲的名称；空的按报告自身识别")]
    level1_weights: Annotated[dict[str, Decimal], _m("各一级指标的规定权重，预算执行单列的写作“预算执行”")]
    reverse_formula: Annotated[
        ReverseFormula,
        _m("反向指标未达标的记分公式：ratio 指标值÷完成值，linear 2－完成值÷指标值，either 都可"),
    ]
    score_rounding: Annotated[Rounding, _m("得分小数的取法：round 四舍五入，cut 去尾，either 都可")]
    execution_reason_percent: Annotated[Decimal, _m("资金总额执行率低于此值须在原因栏说明，0为不要求")]


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
