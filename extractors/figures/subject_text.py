"""The wording of a subject: what is stripped, kept and put together. Pure functions on text."""

from __future__ import annotations

from functools import lru_cache

import regex

from extractors import words
from extractors.figures import vocabulary

_any = vocabulary.any_of
_LONGEST = 48
_KINDS_OF_CHANGE = frozenset({"growth", "rank", "previous"})

_ACHIEVED = vocabulary.singles("subject_words", "achieve_single", "not_after")
_TAIL = regex.compile(
    rf"(?r)(?:(?<=\p{{Han}}{{2}})[装建办发购种栽铺修开做印]了"
    rf"|{_any('subject_words', 'achieve')}|{_ACHIEVED})+$"
)
_FOUND = regex.compile(r"(?<=排查|筛查|检测|摸排|清理|评选|推选)出(?=\p{Han}{2})")
_AMONG = regex.compile(r"(?<=\p{Han}{3})(?<![高初集其当空水手途]|过程|期间|工作)中$")  # 规上企业|中有14家
_HAVING = regex.compile(r"(?<=\p{Han}{2})(?:现有|共有|实有|拥有|设有|在册)$")
_HAS = regex.compile(
    r"^\p{Han}{2,12}(?:(?=(?:现有|共有|设有|建有|下设|设置)(?![率量数])\p{Han}{2})"
    r"|(?<=[队局院站所委办室馆部厅])共(?![同享建])(?=\p{Han}{2}))"
)  # 学校|现有教学班
_VAGUE_TAIL = regex.compile(r"(?<=\p{Han}{4})(?:工作|活动|情况|人员|[人户]数|数量|资金|金额|总额)$")
_BOUND_TAIL = regex.compile(r"(?<=\p{Han}{2})[0-9][0-9.]{0,8}\p{Han}{1,3}以[上下]$")  # 中考|700分以上
_DONE_IN = regex.compile(
    r"(?<=^全[省市县区镇乡州旗院校局])(?:共|累计|已|共计)?完成(?=\p{Han}{2})(?!率)"
)  # 全镇|完成造林
_LEADING = vocabulary.singles("subject_words", "head_single", "not_before")
_NOT_YET = "(?<!全年(?=预算|执行数|可用)|年初(?=预算|批复|安排|结转))"
_HEAD = regex.compile(
    "^(?:(?:根据|按照?|依据|依)[^，]{1,30}?(?:文件|通知|批复|规定|意见)(?:要求|精神)?"
    rf"|{_any('subject_words', 'head_drop')}(?![数率量额]){_NOT_YET}|{_LEADING}"
    rf"|{_any('subject_words', 'head_manner')}"
    rf"(?={_any('subject_words', 'keep')}|{_any('subject_words', 'head_drop')})"
    "|[我本该](?:局|院|校|馆|站|所|队|会|办|委|中心|单位|部门|机构)(?!级|系统)"
    r"|[因受]\p{Han}{2,12}(?:不足|受限|受阻|限制|减少|调整|推迟|取消|延期)$|[因受][^，]{2,12}(?:原因|影响|(?=[只仅]\p{Han}))|下达(?:给)?我[省市县区镇局院校]|(?:设定)?目标值?[为是：]|截[至止][^，]{0,6}日|[省市县区上]级?下达(?:我[省市县区镇局])?(?=\p{Han})|[\s：:，,、；;。（(）)”\"'/→\-—①-⑳⑴-⒇]|\p{Han}{1,8}[〔\[【][0-9]{4}[〕\]】]第?[0-9]{1,5}号(?:文件?)?|(?:19|20)[0-9]{2}(?![届级版])年?度?(?:[0-9]{1,2}月)?(?:份|底|末)?"
    "|[0-9]{1,2}月(?:份|底|末)?|[0-9]{1,2}[日号]|第?[一二三四1-4]季度末?|[0-9]{1,2}[.．、）)]|[一二三四五六七八九十]{1,3}(?:[、是]|方面[：:]))+"
)
_CHANGE_TAIL = regex.compile(
    rf"(?r)(?:{_any('subject_words', 'growth_tail')}|改善|好转|加密|收窄|(?<![核审削缩消加调])减"
    "|(?<![提跃晋爬])升|(?<=[量数率额度价费积值])[多少高低])+$"
)
_RANK_TAIL = regex.compile(
    r"(?:^在?全[省市县区国州旗盟镇系]\p{Han}{0,6}(?:医院|学校|单位|部门|县区|区县|县市区?|乡镇|街道|系统|城市|同类)[中里]?"
    r"|(?<=\p{Han}{2})在?全[省市县区国州旗盟镇系][^，]{0,8}|(?:位列|位居|名列|排名|稳居|跃居|跻身|进入|居|列|排)[^，]{0,12}"
    "|中(?:位列|排名|居|列)?)$"
)
_ONLY_TAIL = regex.compile(
    r"(?<=\p{Han}{2})(?<![队局院站所心委办室馆部厅校])(?:仅|只|(?<!公)共(?![同享建])|已)(?!有|执行|到位|支付|回收|拨付|支出|使用)\p{Han}{1,2}了?$"
)
_THAN_TAIL = regex.compile(r"(?<=\p{Han}{2})(?<![占对同环配可相价])[比较]$")
_TARGET_TAIL = regex.compile(rf"(?<=[\p{{Han}}]{{2}})(?:{_any('subject_words', 'rate_tail')})$")
_LIGHT = regex.compile(rf"(?:{_any('subject_words', 'light')})+")
_ADVERB = regex.compile(rf"(?:{_any('subject_words', 'adverb_mid')})(?={_any('subject_words', 'keep')})")
_HELD = regex.compile("(?<=.{2})(?:举办|开展|召开|组织|实施)(?:了)?$")
_HOLDING = frozenset({"举办", "开展", "召开", "组织", "实施"})
_FUND = regex.compile("(?:金额|资金|预算|总额|经费|预算数|投资|费|支出)$")
_MEASURE = regex.compile("(?:面积|长度|里程|[总人户件]数|价|工期|率)$")
_FUND_RATE = frozenset(vocabulary.words("subject_words", "fund_rate"))
_FOLLOW_UP = frozenset(vocabulary.words("subject_words", "follow_up"))
_BARE_RATE = regex.compile("(?!满意|好评|知晓|公众|群众)\\p{Han}{2}率")
_STEP_TAIL = regex.compile(
    rf"(?<=\p{{Han}}{{2}})(?:{_any('subject_words', 'follow_up')}|安置|兑付|入库|产值|人均月补|处置|储备)$"
)
_FUND_TAIL = regex.compile(
    "(?:年初|全年|年度|总|概)?(?:预算安排|预算批复|批复|预算总额|预算数?|总额|资金|预算资金|专项资金|概算|拨款)$"
)
_BUDGETED = regex.compile("(?:年初|全年|年度|总)?(?:预算数?|支出|预算安排|实际支出|决算数?)$")
_BARE_SPENDING = regex.compile("(?:全年|实际|本年|累计)?(?:支出|支付|执行|使用|拨付|兑付)数?")
_NO_THING = frozenset({"", *vocabulary.words("subject_words", "no_thing")})
_TOTAL = regex.compile(r"总\p{Han}{1,2}$")
_ACTED = regex.compile(rf"{_any('subject_words', 'keep')}了(?=\p{{Han}}{{2}})")
_FOR = regex.compile(
    r"^\p{Han}{2,10}?(?:(?<![分成作因行认])为|对|向|给)\p{Han}{2,8}?"
    rf"(?={_any('subject_words', 'keep')}(?!的)\p{{Han}}{{2}})"
)
_KEEP_HEAD = regex.compile(
    rf"^{_any('subject_words', 'topic_verb')}(?![性率量数人费员站点者])(?=[\p{{Han}}]{{2}})"
)
_KEEP_TAIL = regex.compile(rf"(?r){_any('subject_words', 'keep')}$")
_SCOPE_WORD = regex.compile(rf"{_any('subject_words', 'scope')}$")
_SCOPE = regex.compile(rf"(?:{_any('subject_words', 'scope')}|\p{{Han}}{{2,6}}[省市区县乡镇局院校])$")
_THINGS = frozenset("".join(vocabulary.words("subject_words", "thing_last")))
_PLACES = frozenset("村镇乡县市校院")
_OWN_NAMES = frozenset({"编制"})
_TOO_SHORT, _LONG = 2, 6
_PLACE = regex.compile("[省市区县旗乡镇村]$|街道$")
_GENERIC = frozenset(vocabulary.words("subject_words", "generic"))
_EACH_ONE = regex.compile(r"(?:平均)?每\p{Han}{1,2}(?:补助|补贴|奖补|奖励|投资|成本|造价|费用)")
_DEPENDENT = frozenset(vocabulary.words("subject_words", "dependent"))
_COMPARES = regex.compile(
    rf"(?:{_any('subject_words', 'compare_start')}|较(?![大好高低多少差快重为])|占(?![地补道用比])"
    "|比(?![重例赛对武价特率值分]|较[满好])|未(?=$)|超(?=$|目标|计划|任务|[省市国]定|年度|年初))"
)
_EVEN_SO = regex.compile("^(?:虽然?|但|仍|却|均|也|都|而)+")
_ORGANISE = regex.compile(rf"(?<![社党群]|自行)(?:{_any('subject_words', 'organise')})")
_LEVEL_TAIL = regex.compile(
    rf"(?:{_any('cues', 'growth_up')}|{_any('cues', 'growth_down')})了?(?:到|至|为|达到?)了?[ ]?$"
    "|(?<!提)[升降涨](?:到|至)$"
)
_YEAR_TAIL = regex.compile(
    "(?:由|从|较|比|与)?(?:19|20)[0-9]{2}年度?(?:的|末|底|同期)?$"
    "|(?:由|从|较|比|与)[^，。由从较比与]{0,10}[年前初末底期度]的?$"
    r"|为?每\p{Han}每(?:[年月天日季次期]|学期)$"
    "|(?<=.{2})按照?(?:每|人均|生均|户均|亩均)[^，。]{0,6}$"
)
_GIVES = regex.compile(
    "(?:(?:为|给|向|对|帮助|使|让|供|可供)(?:约|近|超过?|辖区内?)?|[派送配移置沉驻][到至往]|赴|深入|走进)$"
)
_AMONG_WHOM = frozenset(vocabulary.words("subject_words", "among_whom"))
_MILESTONE = regex.compile("(?:突破|超过|达到?|跨越|迈上)[^，]{1,8}(?:大关|关口|台阶)$")
_STAFF = frozenset(vocabulary.words("subject_words", "staff_only"))
_SMALL = regex.compile("已|基本|按期|按时|全部|共|仍")


@lru_cache(maxsize=512)
def stripped(left: str, kind: str) -> str:
    """The clause left of a figure without verbs of achievement, dates and connectives."""
    text = _MILESTONE.sub("", left[-_LONGEST:].strip())
    before = None
    while before != text:
        before = text
        text = _YEAR_TAIL.sub("", _LEVEL_TAIL.sub("", text))
        text = _AMONG.sub("", _TAIL.sub("", _ONLY_TAIL.sub("", text)))
        if kind == "rank":
            text = _RANK_TAIL.sub("", text)
        if kind in _KINDS_OF_CHANGE:
            text = _CHANGE_TAIL.sub("", text)
        elif kind != "completion_rate" or not text.endswith(
            ("执行率", "到位率", "支付率", "使用率", "拨付率")
        ):
            text = _THAN_TAIL.sub("", _TARGET_TAIL.sub("", text))
        text = _HEAD.sub("", text)
    return _quoted(text.strip(" /（）()：:，,、"))


def _quoted(text: str) -> str:
    """With both of its quotation marks or with neither."""
    if "”" in text and "“" not in text:
        return text[:-1] if text.endswith("”") else "“" + text
    if "“" in text and "”" not in text:
        return text[1:] if text.startswith("“") else text + "”"
    return text.strip('"')


def object_of(clause: str) -> str:
    """What a clause's last verb acts on: 社区配备了|专职网格员; '' where it has none."""
    verbs = list(_ACTED.finditer(clause))
    return clause[verbs[-1].end() :] if verbs else ""


def without_holding(text: str, kind: str) -> str:
    """研学活动开展|7场: the activity, where no noun follows."""
    return stripped(_HELD.sub("", text), kind) if _HELD.search(text) else text


def is_holding(text: str) -> bool:
    """Whether nothing but 举办 or 开展 stands there."""
    return text in _HOLDING


def is_generic(text: str) -> bool:
    """Whether a text names nothing that is counted: 完成率, 同比, 较预算."""
    return not text or text in _GENERIC or _COMPARES.match(text) is not None


def is_dependent(text: str) -> bool:
    """Whether a text needs what came before to name something: 支出, 剩余, 补贴标准."""
    return (
        text in _DEPENDENT
        or _EACH_ONE.fullmatch(text) is not None
        or _TOTAL.match(text) is not None
        or _SMALL.sub("", text) in _DEPENDENT
    )


def names_nothing(text: str) -> bool:
    """Whether a text is empty or one character that is no thing: 演, 购; not 村."""
    return len(text) < _TOO_SHORT and not (
        text and (text in _PLACES or words.is_noun(words.segment(text)[0]))
    )


def is_step(text: str) -> bool:
    """Whether a text is too short to name an indicator, being no thing of its own: 解矫, 送审; not 图片."""
    if not 0 < len(text) <= _TOO_SHORT or text[-1] in _THINGS or text in _OWN_NAMES:
        return False
    first, *more = words.segment(text)
    return more[-1][1] != "n" if more else not words.is_noun(first)


def ends_in_thing(text: str) -> bool:
    """Whether the last word of a name is a noun once the step is off: 发现|隐患, 上报事件|办结; not 销号."""
    parts = words.segment(_STEP_TAIL.sub("", text)[-8:])
    return bool(parts) and len(parts[-1][0]) > 1 and words.is_noun(parts[-1])


def is_fund_rate(text: str) -> bool:
    """执行率 alone speaks of the fund before it."""
    return text in _FUND_RATE


def is_bare_spending(text: str) -> bool:
    """Whether a name says that money was spent and not which: 全年支出, 实际支付."""
    return _BARE_SPENDING.fullmatch(text) is not None


def is_fund(text: str) -> bool:
    """Whether a subject is money in general, which has no rates of its own kind: 中标金额, 专项资金."""
    return _FUND.search(text) is not None


def is_measure(text: str) -> bool:
    """Whether a subject is itself an attribute, which has none of its own: 建筑面积, 合同价."""
    return _MEASURE.search(text) is not None


def is_follow_up(text: str) -> bool:
    """Whether a text is the next step of the things before: 属实, 放归, 办结."""
    return _SMALL.sub("", text) in _FOLLOW_UP


def is_scope(left: str) -> bool:
    """Whether nothing but a scope stands there: 全区, 辖区内."""
    return _SCOPE.fullmatch(left.strip()) is not None


def takes_object(left: str) -> bool:
    """Whether the words in front want an object: they end in a verb or are only a scope."""
    bare = len(left) < 2 or _SCOPE.fullmatch(left) is not None
    return bare or _KEEP_TAIL.search(_without_scope(left)) is not None


def gives(left: str) -> bool:
    """Whether the figure counts those for whom something is done: 为|862名农民工追回欠薪."""
    return _GIVES.search(left.rstrip()) is not None


def prefix(left: str) -> str:
    """Scope and verb in front of a noun behind: 全区新认定|14家高新技术企业."""
    if _SCOPE.fullmatch(left) or len(left) < 2:
        return left if len(left) > 1 else ""
    left = left if _KEEP_TAIL.search(left) else _without_scope(left)
    verb = _KEEP_TAIL.search(left)
    if verb is None:
        return ""
    before = left[: verb.start()]
    scope = _SCOPE.search(before)
    if verb[0] in _AMONG_WHOM and (not before or (len(before) > _LONG and before.endswith("项目"))):
        return ""
    if len(before) <= _LONG and not scope:
        return before + verb[0]
    return (scope[0] if scope else "") + verb[0]


def _without_scope(left: str) -> str:
    bare = _SCOPE_WORD.sub("", left)
    return bare if bare != left else _SCOPE.sub("", left)


def shortened(text: str) -> str:
    """Without what stands before the last adverb, preposition or, in long texts, verb."""
    cut = 0
    if (first := _LIGHT.match(text)) is not None and len(text) - first.end() >= 2:
        cut = first.end()
    for found in _ADVERB.finditer(text, cut):
        cut = found.end()
    for found in _ORGANISE.finditer(text, cut + 4):
        if len(text) - found.end() >= 2:
            cut = found.start()
    text = _DONE_IN.sub("", text[cut:])
    if "有" in text or "设" in text or "共" in text:
        text = _HAS.sub("", text)
    text = _FOR.sub("", _HEAD.sub("", text)).strip(" 了的")
    return _FOUND.sub("", text) if "出" in text else text


def completed(text: str, kind: str) -> str:
    """退休97人: the people are 退休人员."""
    return text + "人员" if kind == "headcount" and text in _STAFF else text


def compares(left: str) -> bool:
    """Whether a clause starts with a comparison and names nothing itself: 占…, 较…, 按可比价…"""
    return _COMPARES.match(_EVEN_SO.sub("", left.strip(" ，,、；;（(）)。"))) is not None


def composed(head: str, part: str) -> str:
    """The name of what is nothing by itself: 救灾储备物资入库 and 价值 are 救灾储备物资价值."""
    least = 1 if _TOTAL.match(part) else _TOO_SHORT  # 新建桥梁，总投资: 桥梁总投资
    thing = _STEP_TAIL.sub("", without_verb(head, least)) or head
    return (thing.removesuffix(part[:2]) or thing) + part


def qualified(head: str, part: str) -> str:
    """The name of a part or rate of a head: 食品抽检 and 合格率 are 抽检合格率.

    The longer the part, the more of the head's end stands before it.
    """
    if len(part) <= 2:
        return composed(head, part)
    thing = _VAGUE_TAIL.sub("", _BOUND_TAIL.sub("", without_verb(head)))
    thing = thing.removesuffix(part[:2]) or thing
    end = _end(thing, max(2, (len(part) - 1) * 4 // 3))
    return part if is_bare_rate(part) and end.endswith(("者", "员")) else end + part


def part(head: str, name: str) -> str:
    """The name of a part after 其中: 黄田镇|高标准农田, 高中阶段|助学金, else head and part."""
    if name.endswith("率"):
        return qualified(head, name)
    thing = without_verb(head)
    if len(behind := thing.rpartition("的")[2]) > _TOO_SHORT:
        thing = behind
    if _PLACE.search(name):
        return name + thing[shared(name, thing) :]
    return composed(thing, name)


def shared(name: str, thing: str) -> int:
    """How many characters a name's end and a thing's beginning have in common: 城市社区, 社区居委会."""
    return next((n for n in range(min(len(name), len(thing)), 0, -1) if name.endswith(thing[:n])), 0)


def is_bare_rate(text: str) -> bool:
    """合格率, 开工率: a rate of what was named before."""
    return _BARE_RATE.fullmatch(text) is not None


def fund_thing(name: str) -> str:
    """What a fund is for, without 预算, 下达 …; '' where it names no thing: 年初预算, 调整后预算."""
    thing = _FUND_TAIL.sub("", without_verb(name))
    return "" if thing in _NO_THING else thing


def spent(topic: str, name: str, left: str) -> str:
    """评审经费预算150万元，支付145.8万元: 评审经费支付; 项目预算, 实际支出: 实际支出."""
    thing = _FUND_TAIL.sub("", topic)
    return (
        next((word for word in ("实际", "全年") if word in left and thing in _NO_THING), "")
        + ("" if thing in _NO_THING else thing)
        + name
    )


def _end(text: str, length: int) -> str:
    """The last words of a text within `length` characters; a last word may have one more."""
    end = ""
    for part, _ in reversed(words.segment(text)):
        if len(part + end) > length + (not end):
            break
        end = part + end
    return end or text[-length:]


def controlled(fund: str, rate: str) -> str:
    """“三公”经费预算10万元，控制率86%: “三公”经费控制率."""
    return (_BUDGETED.sub("", without_verb(fund)) or fund) + rate


def without_verb(topic: str, least: int = 2) -> str:
    """The thing of a topic, longer than `least`: 受理|各类案件, 专家库|现有."""
    thing = _HAVING.sub("", _KEEP_HEAD.sub("", topic))
    return thing if len(thing) > least else topic
