"""Which project a bundle of sums belongs to.

In this order: a name that the sum stands on (`X 40억원`, `X(40억원)`, `X에는 2028년까지 총
40억원`), a name that the sum modifies (`40억원이 투입되는 X`, `40억원 규모의 X`), the clause's
topic, what the money builds (`40억원을 들여 … X를 조성한다`), and then what the text is talking
about. Money for several things at once, or a firm's own for something unnamed, has no project.
"""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.reading import Reading
from extractors.relations.budget_amounts import Bundle
from extractors.relations.budget_context import (
    as_described,
    described,
    described_before,
    is_item,
    programme,
    talked_about,
)
from extractors.relations.budget_setting import (
    SHARE_OF,
    SPENDING_TOPIC,
    UNKNOWN,
    Owner,
    Setting,
    firm_of,
    is_a,
    segment,
)
from extractors.relations.clauses import Form, clauses
from extractors.relations.descriptions import descriptions
from extractors.relations.phrases import Phrase
from extractors.relations.themes import Themes
from graph.model import BudgetKind, EntityType

_LIGHT = (
    r"(?:[’'”\"」』｣〉》)\]]|\(|,|:|\s|에는|에도|에서|에|은|는|이|가|의|도|으로|로|총사업비|"
    r"사업비|예산|구축비|건립비|공사비|조성비|사업|조성|구축|건립|건설|개발|"
    r"마무리|잔여|착공비|"
    r"지원|총|약|모두|전체|국비|도비|시비|오는|올해|내년|지난해|부터|까지|간|향후|앞으로|"
    r"\d{1,4}(?:년|월|일|개년|~)|\d{4}|말|초|[~∼-]|들어갈|들어가는|투입되는|필요한|돈|규모|"
    r"등|각각|추가로|별도로|나머지|최대|에만|당초|사업비로|예산은|과제|이번|위해|기간|동안|공모|"
    r"사업에|사업은|첫해|한다|이며|면적|"
    r"(?<=[은는] )(?:(?:총|모두) ?)?\d[\d,]{0,5}(?:건|개|곳|개소|명)(?=[,에 ]))*"
)
_LIGHT_GAP = re.compile(_LIGHT)
_MODIFIES = re.compile(
    r"(?:가량|여|안팎)?\s?(?:\([^()]{0,60}\))?\s?(?:을|를|이|가|의)?\s?(?:규모(?:의|인)?|짜리|"
    r"상당의|투입되는|투입하는|투입된|투입한|투입될|들인|드는|들어가는|들어간|들어갈|들이는|"
    r"들일|투자하는|투자한|의|지원하는|지원받는|받는|쏟는|쏟은|걸린)?\s?"
    r"(?:대형 |국책 |초대형 |국가 |대규모 |[가-힣]{1,4}(?<![로에을를서해]) )?(?:국책사업인 |"
    r"사업인 |프로젝트인 )?[‘'“\"「『｢〈《]*"
)
_TO_BUILD = re.compile(
    r"^[가-힣 ]{0,3}?\s?(?:가량|여|규모)?(?:을|를|이|가|의|로)?\s?(?:[가-힣]{2,4}\s)?(?:투입|"
    r"들여|들이|들어|쏟|투자|지원|확보|써|예산|사업비)"
)
_TAKEN_UP = re.compile(
    r"(?<=계획|전략|정책|대책)[’'”\"」』]?(?: 등(?: [가-힣]{2,8})?)?에 "
    r"(?:반영|포함)(?:되어|돼|되며|되면서|되고)"
)
"""Behind a plan that what the sentence is about was taken up in, which pays for nothing."""
_SEVERAL = re.compile(
    r"(?:이들|두|세|네|[0-9]+개|[0-9]+건|이 같은|여러|각) ?(?:개 )?(?:사업|과제|시설|센터|건|"
    r"프로젝트|분야|기관|곳|개 사업)|[0-9]+개 (?:세부)?사업|"
    r"공모(?:사업)?에 (?:잇따라|잇달아|연달아|연이어|줄줄이|대거) "
)


_MODIFIES_NOUN = re.compile(
    r"(?:가량|여)?\s?(?:\([^()]{0,80}\))?\s?(?:을|를|이|가)?\s?(?:짜리|규모의?|투입되는|"
    r"투입하는|들이는|드는|들어가는|들여|쓰겠다는) "
    r"?(?:대형 |국책 |대규모 )?(?:사업|프로젝트|과제|공사|시설|것)"
)


_NAMES_NOUN = re.compile(
    r"(?:가량|여)?\s?(?:을|를|이|가)?\s?(?:규모의|짜리|투입되는|투입하는|들이는|드는|들어가는) "
)
_OPENS = re.compile(
    r"[’'”\"」』]? ?\((?:[0-9’.~∼〜\-–—년월말초까지부터 ㎡㎞만여km]{2,28}[,:/·ㆍ] ?|"
    r"[^()억조,]{2,30}, ?)?"
    r"(?:총 ?)?(?:사업비 ?|예산 ?)?"
)
"""What stands between a name and the sum of its bracket: `A(`, `A(2022년~2026년, `."""
_LISTED = re.compile(r"[’'”\"」』]?(?:\([^()]*\))?, ?[가-힣]| [0-9]+ ?[실곳개동]")
"""What stands behind the first room or part that money fits out: `지원센터, 공장 14실 등을`."""
_BY_THIS = re.compile(
    r"(?:^|[ ,])(?:이번 |이 |해당 )?(?:사업|공모|과제) (?:선정|추진)(?:에 따라|으로|을 통해)"
    r"|(?:이번|이|해당) (?:사업|공모|선정|지정)(?:을 통해|을 계기로|으로|에 따라)"
)
"""What says that a sum is of what the text talks about, whatever is built with it."""
_LEFT = re.compile(r"[가-힣](?:으며|고|며),? [^,]{4,}")
"""Behind a name whose clause is over: `도서관을 열었고, 이듬해 3월에는 강변에 50억원을 들여`."""
_NO_OWNERS = frozenset({"까지", "부터", "보다", "와", "과", "의", ""})
_FUNDS = ("펀드", "기금")
_INTO = frozenset({"에", "에는", "에도"})
_RULES = ("조례", "법", "규칙")
_QUOTED = re.compile(r"[’'”\"」』] ?(?:에는? |\()?(?:총 |약 )?$")
_CALLED = re.compile(
    r"[’'”\"」』]? ?(?:공모(?:사업)?)?에 .{0,16}?(?:뽑힌|선정된|지정된|채택된) "
    r"[가-힣 ]{1,14}?(?:으로|로|인데|이며|이다)[,. ]"
)
"""What follows a call that something else was chosen in: `A 공모에 뽑힌 시설로, 40억원을 들여`."""
_PAST = re.compile(r"[’'”\"」』]?, ")
"""Between a name and the sum of the next: `A, 40억원을 들인 B`."""
_ASIDE = re.compile(
    r"[’'”\"」』]?(?: ?[0-9][0-9만천백,.]* ?(?:㎡|㎢|ha|평))?(?:으로|로) "
    r"(?:나눠|나누어|나뉘|나눈|구분[하해])"
    r"|[’'”\"」』]?[을를] (?:[가-힣]{1,6} )?(?:만들|키우|꾸리|세우|조성하|육성하)"
    r"(?:겠다는|려는|기 위한|는|기 위해|고자) (?:목표|구상|취지|방침|전략|뜻)"
)
"""What follows a whole's parts, or what shall come of it: `A와 B로 나눠`, `C를 만들겠다는 뜻`."""
_WON_AS = re.compile(r"(?:로|으로) (?:이름을|뽑|선정|지정|채택)")


def owner_of(
    reading: Reading,
    bundle: Bundle,
    found: tuple[Phrase, ...],
    themes: Themes,
    last: Owner | None,
) -> Owner | None:
    """Whose money a bundle is; None where that cannot be told.

    `found` are the phrases of the bundle's sentence, `last` is the owner of the total that came
    before in the paragraph, if any.
    """
    sentence = bundle.sentence
    text = reading.document.text
    low, high = segment(text, bundle)
    named = [
        phrase
        for phrase in found
        if low <= phrase.start < high
        and _can_own(reading, phrase)
        and not _CALLED.match(text, phrase.end, bundle.start)
        and not _ASIDE.match(text, phrase.end, bundle.start)
    ]
    lead = text[max(sentence.start, bundle.start - 40) : bundle.start]
    setting = Setting(
        reading,
        bundle,
        themes,
        tuple(phrase for phrase in named if phrase.end <= bundle.start),
        tuple(phrase for phrase in named if phrase.start >= bundle.end),
        lead,
        low,
        None if SPENDING_TOPIC.search(lead[-16:]) else firm_of(reading, bundle, found),
    )
    found_owner = (
        _named(setting)
        or _unnamed(setting)
        or described(setting)
        or _in_sentence(setting)
        or described_before(setting)
        or talked_about(setting, last)
    )
    if found_owner is None or found_owner is UNKNOWN:
        return None
    if found_owner.project and reading.by_key[found_owner.project].name.endswith(_RULES):
        return None
    return replace(found_owner, firm=found_owner.firm or setting.firm is not None)


def _can_own(reading: Reading, phrase: Phrase) -> bool:
    """Whether money can be a phrase's: it names projects, and no ordinance or law."""
    return is_a(reading, phrase, EntityType.PROJECT) and not any(
        reading.by_key[key].name.endswith(_RULES) for key in phrase.keys
    )


def _behind_starts(setting: Setting, at: int) -> bool:
    return bool(setting.behind) and setting.behind[0].start <= at


def _named(setting: Setting) -> Owner | None:
    """A name that the sum stands on or modifies, or the names that a list is shared out to."""
    before, behind, bundle = setting.before, setting.behind, setting.bundle
    if bracketed := _bracketed(setting.reading, bundle):
        return bracketed
    modified = _modifies(setting.text, bundle, behind[0]) if behind else None
    if before and (found := _stands_on(setting.text, bundle, before[-1])):
        if modified is not None and _PAST.fullmatch(setting.text, before[-1].end, bundle.start):
            return modified  # `먼저 지은 A, 40억원을 들인 B와 묶는다`
        return _paid_for(setting) or found
    if modified is not None:
        return modified
    carried = setting.themes.phrase_before(bundle.start)
    if not before and carried is not None and _shared_out(bundle, carried):
        return _of(carried, bundle, "each", 0.75)
    return None


def _paid_for(setting: Setting) -> Owner | None:
    """What a fund's money goes to: `X에 미래펀드 300억원을 댄다`."""
    *earlier, fund = setting.before
    names = [setting.reading.by_key[key].name for key in fund.keys]
    if earlier and earlier[-1].particle in _INTO and all(n.endswith(_FUNDS) for n in names):
        return _of(earlier[-1], setting.bundle, "stands_on", 0.85)
    return None


def _bracketed(reading: Reading, bundle: Bundle) -> Owner | None:
    """The name whose bracket the sum opens, also among others: `A(30억원)와 B(20억원)`."""
    low = max(bundle.sentence.start, bundle.start - 80)
    for name in reversed(reading.within(low, bundle.start, {EntityType.PROJECT})):
        if _OPENS.fullmatch(reading.document.text, name.end, bundle.start):
            return Owner(name.key, "apposition", 0.95, name.start, bundle.end)
    return None


def _unnamed(setting: Setting) -> Owner | None:
    """Money for several things, for an unnamed item of a list, or a firm's own."""
    bundle, firm = setting.bundle, setting.firm
    if firm and (found := described(setting)) and found.project is not None:
        return found
    spent = Owner(None, "firm", 0.85, firm[0], max(bundle.end, firm[1])) if firm else None
    several = _SEVERAL.search(setting.lead)
    if several and (whole := programme(setting)):
        return whole
    if several:
        alone = spent is not None and not setting.before
        return spent if alone else Owner(None, "several", 0.9, bundle.start, bundle.end)
    if is_item(setting) and not (setting.before or setting.behind):
        if _QUOTED.search(setting.lead):
            return UNKNOWN
        return Owner(None, "listed", 0.8, setting.low, bundle.end)
    noun = _MODIFIES_NOUN.match(setting.text, bundle.end, bundle.sentence.end)
    theme = setting.themes.before(bundle.start)
    if not setting.before and noun and theme is not None:
        return Owner(theme.key, "noun", 0.5, bundle.start, noun.end())
    opening = _NAMES_NOUN.match(setting.text, bundle.end, bundle.sentence.end)
    if opening and not (setting.before or _behind_starts(setting, opening.end())):
        told = next(descriptions(setting.reading, opening.end(), bundle.sentence.end), None)
        if told and told.start == opening.end() and not told.vague:
            return as_described(told, bundle)
    builds = bool(setting.behind) and _builds(setting.text, bundle, setting.behind[0])
    return spent if spent and not setting.before and not builds else None


def _in_sentence(setting: Setting) -> Owner | None:
    """What the money builds, the clause's topic, and whatever else the sentence names."""
    behind, bundle, text = setting.behind, setting.bundle, setting.text
    before = tuple(p for p in setting.before if not _TAKEN_UP.match(text, p.end))
    theme = setting.themes.before(bundle.start)
    if theme and not before and _BY_THIS.search(text, bundle.sentence.start, bundle.start):
        return Owner(theme.key, "theme", 0.7, bundle.start, bundle.end)
    if behind and (
        _builds(text, bundle, behind[0]) or SHARE_OF.match(text, behind[0].end, behind[0].end + 8)
    ):
        return _of(behind[0], bundle, "builds", 0.9)
    if before and _WON_AS.match(text, before[-1].mark, before[-1].mark + 8):
        return _of(before[-1], bundle, "won", 0.75)
    topics = any(phrase.particle[:1] in {"은", "는"} for phrase in before)
    for phrase in reversed(before):
        if topics and phrase.particle in {"이", "가"} and _in_modifier(setting, phrase):
            continue
        if phrase.particle[:1] in {"은", "는", "이", "가"} or phrase.particle in {"에", "에는"}:
            return _of(phrase, bundle, "topic", 0.8)
    left = bool(before) and _LEFT.search(text, before[-1].end, bundle.start) is not None
    if before and not left and before[-1].particle not in _NO_OWNERS:
        return _of(before[-1], bundle, "before", 0.55)
    if setting.firm is not None:
        return Owner(None, "firm", 0.6, setting.firm[0], max(bundle.end, setting.firm[1]))
    if behind and "," not in text[bundle.end : behind[0].start]:
        return _of(behind[0], bundle, "behind", 0.6)
    return None


def _in_modifier(setting: Setting, phrase: Phrase) -> bool:
    """Whether a phrase is the subject of what only modifies a noun: `B가 들어서는 곳에`."""
    for clause in clauses(setting.reading, setting.bundle.sentence):
        if clause.start <= phrase.start < clause.end:
            return clause.predicate.form is Form.MODIFIER
    return False


def _shared_out(bundle: Bundle, carried: Phrase) -> bool:
    kinds = {item.kind for item in bundle.sums}
    return (
        1 < len(bundle.sums) == len(carried.keys)
        and len(kinds) == 1
        and BudgetKind.SHARE not in kinds
    )


def _of(phrase: Phrase, bundle: Bundle, rule: str, confidence: float) -> Owner:
    start, end = min(phrase.start, bundle.start), max(phrase.end, bundle.end)
    if rule == "each":
        start, end = bundle.start, bundle.end
    if len(phrase.keys) > 1:
        return Owner(None, "several", 0.85, start, end, each=phrase.keys)
    return Owner(phrase.last.key, rule, confidence, start, end)


def _stands_on(text: str, bundle: Bundle, phrase: Phrase) -> Owner | None:
    gap = text[phrase.end : bundle.start]
    if len(gap) > 60 or not _LIGHT_GAP.fullmatch(gap):
        return None
    direct = phrase.particle == "" or text[phrase.end : phrase.end + 1] == "("
    if direct and len(phrase.keys) > 1:
        last = phrase.last
        return Owner(last.key, "apposition", 0.95, last.start, bundle.end)
    return _of(phrase, bundle, "apposition" if direct else "stands_on", 0.95 if direct else 0.85)


def _modifies(text: str, bundle: Bundle, phrase: Phrase) -> Owner | None:
    gap = text[bundle.end : phrase.start].lstrip(")")
    if len(gap) > 70 or not _MODIFIES.fullmatch(gap):
        return None
    return _of(phrase, bundle, "modifies", 0.9)


def _builds(text: str, bundle: Bundle, phrase: Phrase) -> bool:
    gap = text[bundle.end : phrase.start]
    return (
        len(gap) <= 90
        and not _LISTED.match(text, phrase.end)
        and phrase.last.named
        and _TO_BUILD.search(gap.lstrip(")")) is not None
        and "다." not in gap
        and phrase.particle[:1] in {"을", "를", "이", "가", "은", "는", "에", "도", ""}
    )
