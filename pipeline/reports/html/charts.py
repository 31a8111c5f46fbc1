"""The charts of the index, as pictures inside the page."""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from decimal import Decimal
from typing import Any

import msgspec
from markupsafe import Markup

from extractors.records import SEVERITIES
from rules.families import find

_SHOWN = 12
_FONT = 14
_IDEOGRAPH = 0.45  # of the font's size: what an ideograph is wider than the library reckons
_COLOURS = ("#9b2226", "#ca6702", "#e9c46a", "#94a3b8")
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
        ("各规则发现的不一致", "项数最多的规则，提示除外。", _by_rule(rules)),
        ("问题最多的单位", "按程度累计的不一致项数，提示除外。", _by_unit(units)),
        ("表内总分与重新计算的得分合计", "偏离斜线的点，总分与各行得分之和不等。", _scores(points)),
        ("执行率分布", "各单位印出的执行率落在哪一段。", _rates(points)),
    ]
    return [(title, about, picture) for title, about, picture in made if picture]


def _by_rule(rules: Counter[str]) -> Markup | None:
    told = Counter({rule: count for rule, count in rules.items() if find(rule).severity != SEVERITIES[-1]})
    top = told.most_common(_SHOWN)[::-1]
    if not top:
        return None
    chart = _bars("HorizontalBar", [f"{rule} {find(rule).title}" for rule, _ in top], show_legend=False)
    chart.add("不一致", [count for _, count in top])
    chart.y_labels = _ticks(top[-1][1])
    return _picture(chart, "rules")


def _by_unit(units: list[dict[str, Any]]) -> Markup | None:
    grave = [u for u in units if sum(u["counts"][:-1])]
    top = sorted(grave, key=lambda u: u["counts"], reverse=True)[:_SHOWN][::-1]
    if not top:
        return None
    chart = _bars(
        "HorizontalStackedBar", [u["name"] for u in top], legend_at_bottom=True, legend_at_bottom_columns=3
    )
    for number, severity in enumerate(SEVERITIES[:-1]):
        chart.add(severity, [u["counts"][number] for u in top])
    chart.y_labels = _ticks(max(sum(u["counts"][:-1]) for u in top))
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
        "XY", stroke=False, show_legend=False, x_title="各行得分之和", y_title="表内总分", dots_size=5
    )
    low, high = min(min(a, b) for a, b, _ in pairs), max(max(a, b) for a, b, _ in pairs)
    chart.add("不等", _dots([pair for pair in pairs if pair[0] != pair[1]]))
    chart.add("相等", _dots([pair for pair in pairs if pair[0] == pair[1]]))
    chart.add("", [(low, low), (high, high)], stroke=True, show_dots=False)
    return _picture(chart, "scores")


def _dots(pairs: list[tuple[float, float, str]]) -> list[dict[str, Any]]:
    """A dot for each place, whoever stands there: two thousand units make few."""
    names: dict[tuple[float, float], list[str]] = defaultdict(list)
    for one, other, name in pairs:
        names[one, other].append(name)
    return [
        {"value": place, "label": held[0] + (f" 等 {len(held)} 家" if len(held) > 1 else "")}
        for place, held in sorted(names.items())
    ]


def _rates(points: list[Point]) -> Markup | None:
    edges = [(0, 50), (50, 80), (80, 90), (90, 95), (95, 100), (100, 120), (120, None)]
    rates = [p.rate for p in points if p.rate is not None]
    if not rates:
        return None
    chart = _chart("Bar", show_legend=False)
    counts = [sum(low < r <= high if high else r > low for r in rates) for low, high in edges]
    counts[0] += sum(r == 0 for r in rates)
    chart.x_labels = [f"{low}–{high}%" if high else f"{low}%以上" for low, high in edges]
    chart.add("单位", counts)
    chart.y_labels = _ticks(max(counts))
    return _picture(chart, "rates")


def _ticks(most: int) -> list[int]:
    """Whole numbers from 0 to beyond the largest count, six steps or fewer."""
    step = next(size for size in (d * 10**e for e in range(9) for d in (1, 2, 5)) if most <= 6 * size)
    return list(range(0, most + step, step))


def _bars(kind: str, labels: list[str], **options: Any) -> Any:
    """A chart of horizontal bars, high enough for its labels and with room for them at the left."""
    room = max(sum(character > "\u2e7f" for character in label) for label in labels) * _FONT * _IDEOGRAPH
    chart = _chart(kind, height=90 + 28 * len(labels), margin_left=12 + int(room), **options)
    chart.x_labels = labels
    return chart


def _chart(kind: str, **options: Any) -> Any:
    """A chart without scripts, in the page's own type and colours."""
    import pygal
    from pygal.style import Style

    # its import leaves a finder of an old kind behind, for plug-ins that nobody uses
    sys.meta_path[:] = [f for f in sys.meta_path if type(f).__name__ != "PluginImportFixer"]

    style = Style(
        background="transparent", plot_background="transparent", colors=_COLOURS, font_family="inherit",
        foreground="#52606d", foreground_strong="#1f2933", foreground_subtle="#d9e2ec", opacity="1",
        guide_stroke_color="#e4eaf0", guide_stroke_dasharray="1,0", major_guide_stroke_color="#cbd5e1", major_guide_stroke_dasharray="1,0",
        label_font_size=_FONT, major_label_font_size=_FONT, legend_font_size=_FONT, value_font_size=_FONT,
    )  # fmt: skip
    settings = {
        "js": [],
        "width": 640,
        "height": 360,
        "margin": 12,
        "truncate_label": -1,
        "disable_xml_declaration": True,
        "style": style,
    }
    return getattr(pygal, kind)(**(settings | options))


def _picture(chart: Any, name: str) -> Markup:
    """The SVG without scripts and with a fixed id, so that the same batch gives the same page."""
    from lxml import etree

    tree = chart.render_tree()
    for unfit in [
        each for each in tree.iter() if not isinstance(each.tag, str) or each.tag.endswith("script")
    ]:
        unfit.getparent().remove(unfit)
    text = etree.tostring(tree, encoding="unicode")
    return Markup(_CHART_ID.sub(f"chart-{name}", text))  # noqa: S704 - drawn by the library, labels escaped by it
