"""E09: a heading that the outline demands is not there.

比对：报告各级标题与应有提纲：口径列明了标题（outline_headings）或提纲（outline）的按口径；没有列明的，先看报告属于哪一类通行提纲（江西、
湖南、四川部门整体，四川、云南、广东项目，转移支付，财预〔2020〕10号参考提纲，见
rules/data/outlines.toml），认得出才核对。
意义：缺少章节，规定要说明的事项就没有说明。
不适用：认不出属于哪类提纲（各地提纲不同，不以一地的提纲衡量另一地）；标题措辞不同而意思相同；（如有）一类选填章节；标题未被
识别而正文行首有同样的话。
示例：江西格式的报告没有“改进的方向和具体措施”报告；写作“整改措施”不报。
依据：财预〔2020〕10号及各地自评报告格式。按通行提纲推断的为推断、一般；口径列明的为确定、重要。
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.records import Form
from rules.outlines import Heading, Outline, family, heads, missing, outlines
from rules.outlines import demanded as heading_of
from rules.profile import Norms, Profile
from rules.quoting import quote, section
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.submission import Submission


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each demanded heading."""
    for form in submission.reports:
        sections = submission.sections_of(form)
        norms = profile.at(submission.year, "report")
        demanded = _demanded(norms)
        known = None if demanded else family([x.heading for x in sections])
        if not sections or not (demanded or known):
            yield inapplicable("不能确定报告应有的提纲", form=form)
            continue
        yield from _judge(submission, form, known.headings if known else demanded, known)


def _demanded(norms: Norms) -> tuple[Heading, ...]:
    """What the profile demands: headings of its own, or those of a family that it names."""
    own = tuple(map(heading_of, norms.outline_headings))
    return own or next((x.headings for x in outlines() if x.name == norms.outline), ())


def _judge(
    submission: Submission, form: Form, wanted: tuple[Heading, ...], known: Outline | None
) -> Iterator[Outcome]:
    absent = missing(wanted, heads(submission, form, known))
    top = [section(x) for x in submission.sections_of(form) if x.depth == 1]
    basis = f"“{known.name}”提纲" if known else "口径列明的提纲"
    for heading in wanted:
        if heading.optional:
            continue
        about = {"form": form, "key": (heading.name,), "subject": heading.name}
        if heading not in absent:
            yield passed(f"有“{heading.name}”一节", evidence=top[:1], **about)
            continue
        yield failed(
            f"报告未见“{heading.name}”一节（按{basis}）",
            expected=heading.name,
            observed="未见",
            evidence=top or [quote(form, "报告标题", form.title)],
            severity="一般" if known else None,
            confidence="推断" if known else None,
            **about,
        )


RULE = Rule(
    id="E09",
    title="章节缺失",
    severity="重要",
    confidence="确定",
    check=check,
    norms=("outline_headings", "outline"),
)
