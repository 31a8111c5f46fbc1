"""The web report in a browser: filters, jumps, nothing from outside, texts that stay texts, both widths."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from corpus.sample_year.__main__ import write
from extractors.records import Finding
from extractors.records import Submission as Record
from pipeline.reports.html.page import page as page_of
from pipeline.reports.html.templating import render
from pipeline.reports.material import Dossier
from rules.submission import Submission
from tests.running import run

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
HOSTILE = '<img/src=x/onerror="window.hit=1">'  # without white space: the forms' cells are read without
SCRIPT = "</script><script>window.hit=1</script>{{7*7}}'\"&amp;"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium"),
    # playwright leaves its transport to the collector
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("year")
    write(folder / "raw")
    spoil(folder / "raw")
    run(folder)
    return folder / "out" / "reports"


def spoil(raw: Path) -> None:
    """Another unit's papers with markup in every field that is printed, its name included."""
    own = (raw / "云溪区应急管理局.txt").read_text(encoding="utf-8")
    for word, other in {
        "云溪区应急管理局": f"青禾县{HOSTILE}局",
        "预算完成率": f"预算完成率{HOSTILE}",
        "检查生产经营单位数": f"检查{SCRIPT}单位数",
        "偏差原因": f"偏差原因{SCRIPT}",
    }.items():
        own = own.replace(word, other)
    (raw / f"青禾县{HOSTILE.replace('/', ' ')}.txt").write_text(own, encoding="utf-8")
    (raw / f"损坏{HOSTILE.replace('/', ' ')}.docx").write_bytes(b"PK\x03\x04broken")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        )


class Watched:
    """A page with what it said and asked for."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.errors: list[str] = []
        self.requests: list[str] = []
        page.on(
            "console", lambda message: self.errors.append(message.text) if message.type != "log" else None
        )
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))

    def open(self, path: Path) -> Page:
        self.page.goto(path.as_uri())
        return self.page


@pytest.fixture
def watched(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Watched]:
    context = browser.new_context(viewport={"width": getattr(request, "param", 1280), "height": 900})
    yield Watched(context.new_page())
    context.close()


def unit_page(reports: Path, name: str) -> Path:
    pages = [p for p in (reports / "单位").glob("*.html") if f"<h1>{name}" in p.read_text(encoding="utf-8")]
    assert len(pages) == 1
    return pages[0]


def rows(page: Page) -> list[list[str]]:
    return [
        [cell.inner_text() for cell in row.locator("td").all()] for row in page.locator("#findings tr").all()
    ]


def test_filters_and_search_leave_what_was_asked_for(reports: Path, watched: Watched) -> None:
    page = watched.open(reports / "核对报告.html")
    assert {row[0] for row in rows(page)} <= {"严重", "重要", "一般"}
    assert re.fullmatch(r"显示 \d+ / \d+ 条（另有提示 \d+ 条未列出）", page.inner_text("#count"))
    page.check("#hints")
    severities = [row[0] for row in rows(page)]
    assert "提示" in severities
    total = page.inner_text("#count").partition("（")[2].removesuffix("）")
    assert severities == sorted(severities, key=["严重", "重要", "一般", "提示"].index)
    page.select_option("#severity", label="严重")
    page.select_option("#rule", "A")
    assert {row[1] for row in rows(page)} == {"临江市云溪区卫生健康委员会"}
    assert [row[2][:3] for row in rows(page)] == ["A08", "A09"]
    page.fill("#search", "89.3")
    assert [row[2][:3] for row in rows(page)] == ["A09"]
    assert page.inner_text("#count") == f"显示 1 / 1 条（{total}）"
    page.fill("#search", "卫生 A08")
    assert [row[2][:3] for row in rows(page)] == ["A08"]
    page.fill("#search", "没有这样的问题")
    assert rows(page) == [["没有符合条件的问题。"]]
    assert page.inner_text("#count") == f"显示 0 / 0 条（{total}）"
    page.fill("#search", "")
    page.select_option("#decision", "认定")
    assert rows(page) == [["没有符合条件的问题。"]]
    page.click("#clear")
    assert {row[0] for row in rows(page)} <= {"严重", "重要", "一般"}
    assert page.locator("#clear").is_hidden()
    page.click('[data-severity="0"]')
    assert {(row[0], row[4]) for row in rows(page)} == {("严重", "不一致")}
    page.keyboard.press("/")
    assert page.evaluate("() => document.activeElement.id") == "search"
    assert watched.errors == []


def test_the_list_goes_on_where_it_is_long(reports: Path, watched: Watched, tmp_path: Path) -> None:
    text = (reports / "核对报告.html").read_text(encoding="utf-8")
    before, rest = text.split('id="data">', 1)
    held, after = rest.split("</script>", 1)
    data = json.loads(held)
    data["findings"] = (data["findings"] * 150)[:150]
    long = tmp_path / "long.html"
    told = json.dumps(data).replace("</", "<\\/")
    long.write_text(f'{before}id="data">{told}</script>{after}', encoding="utf-8")
    page = watched.open(long)
    page.check("#hints")
    assert (len(rows(page)), page.inner_text("#count")) == (100, "显示 100 / 150 条（共 150 条）")
    page.click("#more")
    assert (len(rows(page)), page.locator("#more").is_visible()) == (150, False)


def test_units_are_searched_and_sorted(reports: Path, watched: Watched) -> None:
    page = watched.open(reports / "核对报告.html")

    def column(number: int) -> list[str]:
        return [row.locator("td").nth(number).inner_text() for row in page.locator("#units tr").all()]

    count = len(column(0))
    assert column(0)[0] == "临江市云溪区卫生健康委员会"
    assert page.inner_text("#unit-count") == f"显示 {count} / {count} 份"
    page.click('#unit-heads [data-key="3"]')
    scores = [float(text) for text in column(3) if text]
    assert scores == sorted(scores, reverse=True)
    page.click('#unit-heads [data-key="3"]')
    assert [float(text) for text in column(3) if text] == scores[::-1]
    page.fill("#unit-search", "水利")
    assert column(0) == ["临江市云溪区水利局"]
    page.select_option("#lacks", label="缺汇总表")
    assert column(0) == ["没有符合条件的单位。"]
    assert watched.errors == []


@pytest.fixture
def hinted(tmp_path: Path) -> Path:
    """The page of a submission with four hints of one rule, a lead, something grave."""
    findings = [
        Finding(
            finding_id=f"f{number}", rule_id=rule, result=result, severity=severity, confidence="确定",
            message=f"说明{number}", subject=f"指标{number}",
        )
        for number, (rule, result, severity) in enumerate(
            [("A09", "fail", "严重"), *[("C05", "fail", "提示")] * 4, ("D17", "review", "提示")], start=1
        )
    ]  # fmt: skip
    view = Submission(record=Record(submission_id="s", unit_key="k", unit_name="青禾县水利局"))
    made = tmp_path / "unit.html"
    shown = page_of(Dossier(submission=view, findings=findings), {}, "index.html")
    made.write_text(render("page.html", **shown), encoding="utf-8")
    return made


def test_hints_are_folded_by_rule_and_unfold(hinted: Path, watched: Watched) -> None:
    page = watched.open(hinted)
    assert page.locator("#finding-1 .said").is_visible()
    folded = page.locator("details.alike")
    assert not folded.is_visible()
    page.locator("details.chapter", has=folded).locator("> summary").click()
    assert folded.locator("> summary").inner_text().split() == [
        "评分表数字无佐证（4", "项）", "C05", "·", "确定", "指标2、指标3、指标4、指标5",
    ]  # fmt: skip
    assert not folded.locator(".one").first.is_visible()
    folded.locator("> summary").click()
    assert [one.inner_text() for one in folded.locator(".said").all()] == ["说明2", "说明3", "说明4", "说明5"]
    page.goto(f"{hinted.as_uri()}#finding-4")
    page.reload()
    assert page.locator("#finding-4 .said").is_visible()
    assert watched.errors == []


def test_a_line_of_the_index_opens_the_finding(reports: Path, watched: Watched) -> None:
    page = watched.open(reports / "核对报告.html")
    page.fill("#search", "A09")
    page.click("#findings tr:first-child td:nth-child(4) a")
    page.wait_for_load_state()
    marked = page.locator(".flash")
    assert marked.count() == 1
    assert "得分合计 89.3 ≠ 99.3" in marked.inner_text()
    assert watched.errors == []


def test_evidence_leads_to_its_cell_and_the_number_back(reports: Path, watched: Watched) -> None:
    page = watched.open(unit_page(reports, "临江市云溪区卫生健康委员会"))
    finding = page.locator("article.card", has_text="得分合计 89.3 ≠ 99.3").first
    finding.locator("ul.quotes a").first.click()
    cell = page.locator(".flash")
    assert (cell.count(), cell.evaluate("e => e.tagName")) == (1, "TD")
    assert cell.inner_text().startswith("99.3")
    assert page.evaluate("e => e.getBoundingClientRect().top >= 0", cell.element_handle())
    number = finding.locator("h3 .no").inner_text()
    cell.locator(f'a[data-to="finding-{number}"]').click()
    assert "flash" in (finding.get_attribute("class") or "")
    page.click("#return")
    page.click("#return")
    assert page.locator("#return").is_hidden()
    assert watched.errors == []


def test_a_figure_finds_its_cell_and_the_cell_its_figure(reports: Path, watched: Watched) -> None:
    page = watched.open(unit_page(reports, "临江市云溪区柳林街道办事处"))
    figure = page.locator(".paper button.fig[data-to]", has_text="621").first
    target = (figure.get_attribute("data-to") or "").split()[0]
    figure.click()
    cell = page.locator(f"#{target}")
    assert "612" in cell.inner_text()
    assert "flash" in (cell.get_attribute("class") or "")
    cell.locator("button.back").click()
    assert "flash" in (figure.get_attribute("class") or "")
    assert watched.errors == []


def test_every_link_inside_a_page_has_its_target(reports: Path, watched: Watched) -> None:
    for path in sorted((reports / "单位").glob("*.html")):
        page = watched.open(path)
        lost = page.evaluate(
            "() => [...document.querySelectorAll('[data-to]')].flatMap(e => e.dataset.to.split(' '))"
            ".concat([...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.getAttribute('href').slice(1)))"
            ".filter(id => !document.getElementById(id))"
        )
        assert lost == []
        doubled = page.evaluate(
            "() => { const all = [...document.querySelectorAll('[id]')].map(e => e.id);"
            " return all.filter((id, i) => all.indexOf(id) !== i) }"
        )
        assert doubled == []


def test_nothing_leaves_the_file(reports: Path, watched: Watched) -> None:
    paths = [reports / "核对报告.html", *sorted((reports / "单位").glob("*.html"))]
    for path in paths:
        page = watched.open(path)
        policy = page.locator("meta[http-equiv='Content-Security-Policy']").get_attribute("content") or ""
        assert "default-src 'none'" in policy
    assert watched.requests == [path.as_uri() for path in paths]
    assert watched.errors == []
    blocked = watched.page.evaluate(
        "() => fetch('https://example.invalid/').then(() => 'sent', () => 'blocked')"
    )
    assert blocked == "blocked"
    assert watched.requests == [path.as_uri() for path in paths]


def test_hostile_texts_stay_texts(reports: Path, watched: Watched) -> None:
    index = watched.open(reports / "核对报告.html")
    index.fill("#search", "青禾县")
    assert rows(index)
    assert all(HOSTILE in row[1] for row in rows(index))
    assert HOSTILE.replace("/", " ") in index.inner_text("main")  # the damaged file's name
    hit = [path for path in (reports / "单位").glob("*.html") if "青禾县" in path.read_text(encoding="utf-8")]
    shown = [watched.open(path).inner_text("body") for path in hit]
    assert all(f"青禾县{HOSTILE}局" in text for text in shown)
    assert any(f"检查{SCRIPT}单位数" in text for text in shown)
    for path in (reports / "核对报告.html", *hit):
        page = watched.open(path)
        assert page.evaluate("() => window.hit === undefined")
        assert page.locator("img").count() == 0
    assert watched.errors == []


@pytest.mark.parametrize("watched", [1280, 390, 320], indirect=True)
def test_no_page_scrolls_sideways(reports: Path, watched: Watched) -> None:
    for path in (reports / "核对报告.html", *sorted((reports / "单位").glob("*.html"))):
        page = watched.open(path)
        page.evaluate("() => document.querySelectorAll('details').forEach(d => { d.open = true })")
        wide, shown = page.evaluate("() => [document.documentElement.scrollWidth, innerWidth]")
        assert wide <= shown


def test_print_leaves_out_what_only_a_screen_needs(reports: Path, hinted: Path, watched: Watched) -> None:
    page = watched.open(unit_page(reports, "临江市云溪区卫生健康委员会"))
    page.emulate_media(media="print")
    for chosen in ("nav.jump", "#return", ".back", "article.card details:not(.alike)"):
        assert all(not each.is_visible() for each in page.locator(chosen).all())
    assert page.locator("article.card").first.is_visible()
    assert page.evaluate("() => getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    watched.open(hinted)
    folded = page.locator("details.chapter:not([open]) article.card .said").first
    assert folded.evaluate("e => e.checkVisibility({contentVisibilityAuto: true})")
