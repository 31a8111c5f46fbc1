"""Planted defects of family B: one form against another."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from random import Random

from corpus.defects.kind import Kind, kind, swapped
from corpus.defects.sheet import Sheet, percent

RENAMED = [
    ("科技和工业信息化局", "科技和工业信息局"), ("住房和城乡建设局", "住房和城乡规划建设局"), ("农业农村水利局", "农业农村水务局"),
    ("民族宗教事务局", "民族宗教管理局"), ("市场监督管理局", "市场监督和质量管理局"),
]  # fmt: skip


def _amount_off(sheet: Sheet, draw: Random) -> None:
    whole = sheet.funds[0]
    sheet.subordinates = []
    wrong = swapped(whole.budget, last=True)
    rate = percent(whole.executed, wrong)
    sheet.printed |= {
        "summary_budget": str(wrong),
        "sum_budget": str(wrong),
        "summary_rate": rate,
        "sum_rate": rate,
    }


def _amount_rounded(sheet: Sheet, draw: Random) -> None:
    sheet.subordinates = []
    budget, executed = (
        str(x.quantize(Decimal(1), ROUND_HALF_UP)) for x in (sheet.funds[0].budget, sheet.funds[0].executed)
    )
    sheet.printed |= {"summary_budget": budget, "sum_budget": budget}
    if draw.random() < 0.5:
        sheet.printed |= {"summary_executed": executed, "sum_executed": executed}


def _score_off(sheet: Sheet, draw: Random) -> None:
    sheet.printed["self_score"] = str(sheet.total - draw.choice((2, 1, Decimal("0.5"))))


def _score_worded(sheet: Sheet, draw: Random) -> None:
    sheet.printed["self_score"] = draw.choice((f"{sheet.total:.1f}", f"{sheet.total:.2f}"))


def _name_off(sheet: Sheet, draw: Random) -> None:
    sheet.office, other = draw.choice([*RENAMED, ("水利局", "水务局"), ("林业局", "园林局")])
    sheet.printed["form_unit"] = f"临江市云溪区{other}"


def _name_short(sheet: Sheet, draw: Random) -> None:
    sheet.printed["form_unit"] = draw.choice(
        (f"云溪区{sheet.office}", f"区{sheet.office}", f"{sheet.unit}（本级）")
    )


def _count_off(sheet: Sheet, draw: Random) -> None:
    sheet.printed["count"] = str(len(sheet.subordinates) + draw.choice((1, 2, 3)) + bool(sheet.subordinates))


def _count_worded(sheet: Sheet, draw: Random) -> None:
    sheet.printed["count"] = f"{len(sheet.subordinates)}个"


def _year_off(sheet: Sheet, draw: Random) -> None:
    sheet.printed["form_title"] = draw.choice((f"（{sheet.year - 1}年度）", f"（{sheet.year + 1}年度）"))


def _year_of_history(sheet: Sheet, draw: Random) -> None:
    sheet.texts["duties"] = [
        f"{sheet.year - 2}年2月机构改革后挂牌成立，承担行业管理职责，编制{sheet.staff[0]}名，在职{sheet.staff[1]}名。"
    ]


def _review_copied(sheet: Sheet, draw: Random) -> None:
    wrong = str(sheet.total - draw.choice((3, 4)))
    sheet.printed |= {"total_score": wrong, "self_score": wrong, "review_score": wrong}


def _review_agrees(sheet: Sheet, draw: Random) -> None:
    sheet.printed["review_score"] = f"{sheet.total.normalize():f}"


def _unit_unsaid(sheet: Sheet, draw: Random) -> None:
    sheet.printed["money_head"] = draw.choice(("整体支出规模", "资金情况"))


def _unit_elsewhere(sheet: Sheet, draw: Random) -> None:
    sheet.printed["money_head"] = draw.choice(("整体支出规模（单位：万元）", "资金（万元）"))


def _goals_apart(sheet: Sheet, draw: Random) -> None:
    sheet.outline = draw.choice(("annex", "plain", "brief"))
    shared = "推进重点工程建设。加强资金监管。开展业务培训。"
    sheet.printed["goal"] = shared + draw.choice(("建成信息化平台。", "完成老旧设备更新。"))
    sheet.texts["goals"] = [shared]


def _goals_reordered(sheet: Sheet, draw: Random) -> None:
    sheet.outline = draw.choice(("annex", "plain", "brief"))
    sheet.printed["goal"] = "推进重点工程建设。加强资金监管。开展业务培训。"
    sheet.texts["goals"] = [
        draw.choice(
            (
                "加强资金监管。推进重点工程建设。开展业务培训。",
                "推进重点工程建设；加强资金监管；开展业务培训。",
            )
        )
    ]


KINDS: tuple[Kind, ...] = (
    kind("B01", _amount_off, _amount_rounded, also="C01"), kind("B02", _score_off, _score_worded),
    kind("B03 C09", _name_off, _name_short, also="H02"), kind("B04", _count_off, _count_worded),
    kind("B07", _review_copied, _review_agrees, also="A09 D15", sure=False), kind("B08", _unit_unsaid, _unit_elsewhere),
    kind("B10", _goals_apart, _goals_reordered, also="F13"), kind("B05", _year_off, _year_of_history),
)  # fmt: skip
