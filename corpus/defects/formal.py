"""Planted defects of family E: what is blank, vague, misplaced."""

from __future__ import annotations

from decimal import Decimal
from random import Random

import msgspec

from corpus.defects.kind import Kind, add, counted, kind, missed
from corpus.defects.sheet import Sheet


def _blank_group(sheet: Sheet, draw: Random) -> None:
    sheet.named("公共服务保障能力").printed |= {
        "name": draw.choice(("无", "", "/")),
        "target": "",
        "actual": "",
        "weight": "",
        "score": "",
    }
    sheet.texts["sustained"] = ["无。"]


def _blank_reason_of_full(sheet: Sheet, draw: Random) -> None:
    sheet.named("公共服务保障能力").printed["reason"] = draw.choice(("无", "", "—"))


def _no_reason(sheet: Sheet, draw: Random) -> None:
    missed(sheet, draw).printed["reason"] = draw.choice(("", "无", "/"))


def _reason_given(sheet: Sheet, draw: Random) -> None:
    missed(sheet, draw).reason = draw.choice(
        ("招标流标两次，供货推迟至次年", "因疫情影响，报名人数少于预计", "项目选址调整，手续办理时间较长")
    )


def _vague_reason(sheet: Sheet, draw: Random) -> None:
    missed(sheet, draw).reason = draw.choice(("长期工作", "持续推进", "客观原因", "疫情影响"))


def _blank_actual(sheet: Sheet, draw: Random) -> None:
    counted(sheet, draw).printed["actual"] = ""


def _zero_actual(sheet: Sheet, draw: Random) -> None:
    sheet.named("公用经费控制率").printed["actual"] = draw.choice(("88.2%", "0.9", "88.20％"))


def _asked_target(sheet: Sheet, draw: Random) -> None:
    line = sheet.named(draw.choice(("管理制度健全性", "预算编制完整性")))
    line.words = (draw.choice((f"{line.name[:4]}是否到位", f"有无{line.name[:4]}")), line.words[1])


def _worded_target(sheet: Sheet, draw: Random) -> None:
    sheet.named("管理制度健全性").words = draw.choice(
        (("健全、完整", "健全、完整"), ("符合规定", "符合规定"), ("优良", "优良"))
    )


def _asked_name(sheet: Sheet, draw: Random) -> None:
    line = sheet.named("管理制度健全性")
    line.printed["name"] = f"{draw.choice(('管理制度是否健全', '单位制度是否齐备'))}（{line.weight}分）"


def _plain_name(sheet: Sheet, draw: Random) -> None:
    line = sheet.named("管理制度健全性")
    line.printed["name"] = f"{draw.choice(('管理制度健全情况', '内控制度健全率'))}（{line.weight}分）"


def _no_measures(sheet: Sheet, draw: Random) -> None:
    sheet.outline = "annex"
    sheet.dropped = {"measures"}


def _measures_worded(sheet: Sheet, draw: Random) -> None:
    sheet.outline = draw.choice(("plain", "prose"))


def _no_unit(sheet: Sheet, draw: Random) -> None:
    add(
        sheet,
        "social",
        draw.choice(
            ("研发投入强度达到2.26，位居前列。", "绿化覆盖率达到41.2，较上年提高。", "人均绿地面积达到12.6。")
        ),
    )


def _unit_not_needed(sheet: Sheet, draw: Random) -> None:
    add(sheet, "social", draw.choice(("营商环境综合指数达到87.6。", "评议得分为92.5分。", "获评第2名。")))


def _left_open(sheet: Sheet, draw: Random) -> None:
    add(
        sheet,
        "management",
        draw.choice(("全年完成培训××次。", "按照20XX年度要求开展自评。", "共投入____万元。")),
    )


def _left_nothing_open(sheet: Sheet, draw: Random) -> None:
    add(
        sheet,
        "management",
        draw.choice(("帮扶对象王某某已脱贫。", "全年开展培训三次。", "编制《2021年—2025年规划》。")),
    )


def _person(sheet: Sheet, draw: Random) -> None:
    add(
        sheet,
        "management",
        draw.choice(
            (
                "成立由局长李建华同志任组长的领导小组。",
                "联系人：王小红，电话13812345678。",
                "由副局长陈志强同志分管。",
            )
        ),
    )


def _no_person(sheet: Sheet, draw: Random) -> None:
    add(
        sheet,
        "management",
        draw.choice(
            ("成立由局长任组长的领导小组。", "学习贯彻《中华人民共和国预算法》。", "由分管副局长牵头。")
        ),
    )


def _twice(sheet: Sheet, draw: Random) -> None:
    line = counted(sheet, draw)
    at = sheet.lines.index(line)
    sheet.lines[at].weight = line.weight / 2
    sheet.lines.insert(at + 1, msgspec.structs.replace(line, printed={}))
    line.said = ""


def _like_but_other(sheet: Sheet, draw: Random) -> None:
    line = counted(sheet, draw)
    at = sheet.lines.index(line)
    sheet.lines[at].weight = line.weight / 2
    sheet.lines.insert(
        at + 1,
        msgspec.structs.replace(
            line, name=f"{line.name}（乡镇）", goal=Decimal(12), result=Decimal(12), said="", printed={}
        ),
    )


def _money_as_output(sheet: Sheet, draw: Random) -> None:
    line = sheet.quantities[0]
    line.name, line.verb, line.unit = draw.choice(
        (("拨付资金额", "拨付资金", "万元"), ("项目资金支出金额", "项目资金支出", "万元"))
    )
    line.goal = line.result = Decimal("212.50")


def _business_volume(sheet: Sheet, draw: Random) -> None:
    line = next((x for x in sheet.quantities if x.unit == "万元"), sheet.quantities[0])
    line.name, line.verb, line.unit = "技术合同登记交易额", "技术合同登记交易额", "亿元"
    line.goal, line.result = Decimal("6.00"), Decimal("6.40")


def _goal_as_result(sheet: Sheet, draw: Random) -> None:
    sheet.printed["goal"] = draw.choice(
        (
            "工作氛围日渐浓厚。管理制度逐步完善。发展态势良好。",
            "各项工作扎实开展，取得良好成效，服务水平逐步提升。",
        )
    )
    sheet.dropped = {"goals"}


def _goal_as_goal(sheet: Sheet, draw: Random) -> None:
    from corpus.defects.telling import aims

    sheet.printed["goal"] = draw.choice(("全年", "计划")) + aims(sheet)


def _seal_without_name(sheet: Sheet, draw: Random) -> None:
    sheet.printed["no_seal_name"] = "1"


def _seal_with_name(sheet: Sheet, draw: Random) -> None:
    sheet.printed["date"] = draw.choice((f"{sheet.unit}（盖章）", f"{sheet.year + 1}年3月"))


def _no_date(sheet: Sheet, draw: Random) -> None:
    sheet.printed["date"] = ""


def _some_date(sheet: Sheet, draw: Random) -> None:
    sheet.printed["date"] = draw.choice(
        (f"{sheet.year + 1}年3月18日", "填报人：王某", "联系电话：0791-86000000")
    )


KINDS: tuple[Kind, ...] = (
    kind("E01", _blank_group, _blank_reason_of_full, also="A05 A08 A09 D13 D15 C16"), kind("E02", _no_reason, _reason_given),
    kind("E02", _no_reason, _reason_given, form="project"), kind("E03", _vague_reason, _reason_given, sure=False),
    kind("E04", _seal_without_name, _seal_with_name, sure=False), kind("E05", _no_date, _some_date),
    kind("E06", _blank_actual, _zero_actual), kind("E07", _asked_target, _worded_target, also="D16"),
    kind("E08", _asked_name, _plain_name), kind("E09", _no_measures, _measures_worded), kind("E13", _no_unit, _unit_not_needed),
    kind("E17", _left_open, _left_nothing_open), kind("E18", _person, _no_person, sure=False),
    kind("E19", _twice, _like_but_other), kind("E20", _money_as_output, _business_volume, sure=False),
    kind("E16", _goal_as_result, _goal_as_goal, also="E09", sure=False),
)  # fmt: skip
