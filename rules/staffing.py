"""Posts and staff as a text states them, the unit's own apart from others."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import regex
from msgspec.structs import replace

from extractors.records import Figure
from rules.dating import years
from rules.passages import Passage, paragraphs
from rules.submission import Submission

POSTS = regex.compile(r"编制(?!外|内)|核编|定编|核定编")
_STAFF = regex.compile(r"在职(?!教育)|在编|实有|现有|在岗")
_OUTSIDE = regex.compile(
    r"退休|离休|离退|遗属|编外|临聘|聘用|临时|合同|劳务|派遣|公益性岗位|借调|见习|三支一扶|学生|代表|党员|抽调|辅警|协管|护林"
)
_WITHOUT_POST = regex.compile(
    r"编外|编制外|临聘|聘用|外聘|返聘|自聘|临时|合同|劳务|派遣|购买服务|公益性岗位|借调|抽调|辅警|协管|护林|三支一扶|见习|实习"
)
_RETIRED = regex.compile(r"退休|离休|离退|供养|职工")  # 实有人数 may count others, 在职人员 never
_OTHERS = regex.compile(
    r"下属|所属|直属|二级|下设|本级|局机关|委机关|(?<!本|我|学)校|卫生院|大队|分局|[一二三四五六七八九十]所"
)
_EARLIER = regex.compile(
    r"年初|上年|去年|上一年|原有|原核定|曾|比|较|增加|减少|新增|调入|调出|招录|退休|缺编|空编|超编|空缺|其中"
)
_SCOPED = regex.compile(r"行政|参公|事业|工勤|公务员|机关|管理岗|专技|全额|差额|自收自支|专项|政法")
_WORDS = ("在职", "在编")  # whichever other word stands beside them: 实有在职人员
_NOISE = regex.compile(r"[\s\p{P}\p{S}]++")
_PLAIN = regex.compile(
    r"(?:年末|年底|目前|现|截至|20\d\d年|12月底|12月31日|底|末|全局|全委|我局|我委|我单位|本单位|单位|部门|局|共|共有|有|为|实有|在职|在编|"
    r"在岗|现有|实际|总|合计|人员|职工|干部|干部职工|人数|总数|编制|内|数|核定|总编制|编制数|编制总数|全部|及)*+"
)


class Staffed(msgspec.Struct, frozen=True, kw_only=True):
    """One head count. `outside`: its paragraph also speaks of persons without a post, or of other bodies."""

    passage: Passage
    figure: Figure
    posts: bool
    paragraph: int  # where its paragraph begins
    plain: bool  # only words of the whole unit introduce it
    scoped: str  # 行政, 事业 … where only a kind of staff is counted
    word: str  # 在职, 在编, 实有 …
    outside: bool


def staffed(submission: Submission, passages: list[Passage]) -> Iterator[Staffed]:
    """The head counts of these texts that speak of this year."""
    for passage in passages:
        if "人" not in passage.text and "名" not in passage.text:
            continue
        for paragraph in paragraphs(passage.text):
            if not (POSTS.search(paragraph.text) or _STAFF.search(paragraph.text)):
                continue
            outside = _WITHOUT_POST.search(paragraph.text) or _OTHERS.search(_named(paragraph.text))
            for figure in passage.within(paragraph):
                clause = passage.clause_before(figure)
                if _counts(figure, clause) and set(years(clause)) <= {submission.year}:
                    one = _one(passage, figure, clause, paragraph.start, bool(outside))
                    apart = not one.posts and one.word not in _WORDS and _RETIRED.search(paragraph.text)
                    yield replace(one, outside=True) if apart else one


def _named(text: str) -> str:
    """The text without words in which the body itself is called a 机关 or a 中心."""
    return text.replace("机关事业", "").replace("行政机关", "").replace("中心工作", "")


def _counts(figure: Figure, clause: str) -> bool:
    if figure.unit != "人" or figure.qualifier or not figure.value or figure.value.as_tuple().exponent < 0:  # type: ignore[operator]
        return False
    told = POSTS.search(clause) or _STAFF.search(clause)
    return (
        bool(told)
        and not regex.search(r"下属|所属|直属|二级", clause)
        and not _OUTSIDE.search(clause)
        and not _EARLIER.search(clause)
    )


def _one(passage: Passage, figure: Figure, clause: str, paragraph: int, outside: bool) -> Staffed:
    posts = max((x.start() for x in POSTS.finditer(clause)), default=-1)
    staff = max((x.start() for x in _STAFF.finditer(clause)), default=-1)
    word = _STAFF.search(clause)
    before = passage.last_before(figure.start)
    own = passage.text[before.end : figure.start] if before is not None else clause
    scope = _SCOPED.search(own if len(own) < len(clause) else clause)
    plain = _PLAIN.fullmatch(_NOISE.sub("", clause)) is not None
    return Staffed(
        passage=passage,
        figure=figure,
        posts=posts > staff or bool(regex.search(r"编制(?:数|总数|人数)?$", _NOISE.sub("", clause))),
        paragraph=paragraph,
        plain=plain,
        scoped=scope[0] if scope else "",
        word=next((x for x in _WORDS if x in clause), word[0]) if word and posts <= staff else "编制",
        outside=outside,
    )
