"""The charts of the index, as pictures inside the page."""

from __future__ import annotations

import re
import sys
from collections import Counter
from decimal import Decimal
from typing import Any

import msgspec
from markupsafe import Markup

from extractors.records import SEVERITIES
from rules.families import find

_SHOWN = 15
_COLOURS = ("#9b2226", "#ca6702", "#e9c46a", "#94a3b8")
_COMMENTS = re.compile(r"<!--.*?-->", re.DOTALL)
_CHART_ID = re.compile(r"chart-[0-9a-f-]{36}")


class Point(msgspec.Struct, frozen=True, kw_only=True):
    """A submission in the charts."""

    name: str
    printed: Decimal | None
    summed: Decimal | None
    rate: Decimal | None


def draw(
    points: list[Point], rules: Counter[str], units: list[dict[str, Any]]
) -> list[tuple[str, str, Markup]]:
    """(title, what it shows, picture) of each chart that has something to show."""
    made = [
        ("各规则发现的不一致", "项数最多的规则。", _by_rule(rules)),
        ("问题最多的单位", "按程度累计的不一致项数。", _by_unit(units)),
        ("表内总分与重新计算的得分合计", "偏离斜线的点，总分与各行得分之和不等。", _scores(points)),
        ("执行率分布", "各单位印出的执行率落在哪一段。", _rates(points)),
    ]
    return [(title, about, picture) for title, about, picture in made if picture]


def _by_rule(rules: Counter[str]) -> Markup | None:
    top = rules.most_common(_SHOWN)[::-1]
    if not top:
        return None
    chart = _chart("HorizontalBar", height=60 + 26 * len(top), show_legend=False)
    chart.x_labels = [f"{rule} {find(rule).title}" for rule, _ in top]
    chart.add("不一致", [count for _, count in top])
    return _picture(chart, "rules")


def _by_unit(units: list[dict[str, Any]]) -> Markup | None:
    top = sorted((u for u in units if sum(u["counts"])), key=lambda u: u["counts"], reverse=True)[:_SHOWN][
        ::-1
    ]
    if not top:
        return None
    chart = _chart("HorizontalStackedBar", height=90 + 26 * len(top))
    chart.x_labels = [u["name"] for u in top]
    for number, severity in enumerate(SEVERITIES):
        chart.add(severity, [u["counts"][number] for u in top])
    return _picture(chart, "units")


def _scores(points: list[Point]) -> Markup | None:
    pairs = [
        (float(p.summed), float(p.printed), p.name)
        for p in points
        if p.summed is not None and p.printed is not None
    ]
    if not pairs:
        return None
    chart = _chart(
        "XY", stroke=False, show_legend=False, x_title="各行得分之和", y_title="表内总分", dots_size=4
    )
    low, high = min(min(a, b) for a, b, _ in pairs), max(max(a, b) for a, b, _ in pairs)
    chart.add("不等", [{"value": (a, b), "label": name} for a, b, name in pairs if a != b])
    chart.add("相等", [{"value": (a, b), "label": name} for a, b, name in pairs if a == b])
    chart.add("", [(low, low), (high, high)], stroke=True, show_dots=False)
    return _picture(chart, "scores")


def _rates(points: list[Point]) -> Markup | None:
    edges = [(0, 50), (50, 80), (80, 90), (90, 95), (95, 100), (100, 120), (120, None)]
    rates = [p.rate for p in points if p.rate is not None]
    if not rates:
        return None
    chart = _chart("Bar", show_legend=False)
    chart.x_labels = [f"{low}–{high}%" if high else f"{low}%以上" for low, high in edges]
    chart.add(
        "单位",
        [
            sum(low < r <= high if high else r > low for r in rates) + sum(r == 0 for r in rates if low == 0)
            for low, high in edges
        ],
    )
    return _picture(chart, "rates")


def _chart(kind: str, **options: Any) -> Any:
    """A chart without scripts, in the page's own type and colours."""
    import pygal
    from pygal.style import Style

    # its import leaves a finder of an old kind behind, for plug-ins that nobody uses
    sys.meta_path[:] = [f for f in sys.meta_path if type(f).__name__ != "PluginImportFixer"]

    style = Style(
        background="transparent", plot_background="transparent", colors=_COLOURS, font_family="inherit",
        label_font_size=13, major_label_font_size=13, legend_font_size=13, title_font_size=14, value_font_size=12,
    )  # fmt: skip
    settings = {
        "js": [],
        "width": 640,
        "height": 360,
        "disable_xml_declaration": True,
        "style": style,
        "margin": 12,
    }
    return getattr(pygal, kind)(**(settings | options))


def _picture(chart: Any, name: str) -> Markup:
    """The SVG with a fixed id, so that the same batch gives the same page."""
    text = _COMMENTS.sub("", chart.render())
    return Markup(_CHART_ID.sub(f"chart-{name}", text))  # noqa: S704 - drawn by the library, labels escaped by it
