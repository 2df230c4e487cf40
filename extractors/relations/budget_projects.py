"""Which project a bundle of sums belongs to.

In this order: a name that the sum stands on (`X 40억원`, `X(40억원)`, `X에는 2028년까지 총
40억원`), a name that the sum modifies (`40억원이 투입되는 X`, `40억원 규모의 X`), the clause's
topic, what the money builds (`40억원을 들여 … X를 조성한다`), and then what the text is talking
about. Money for several things at once, or a firm's own for something unnamed, has no project.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extractors.reading import Reading
from extractors.relations.budget_amounts import Bundle
from extractors.relations.descriptions import TOPICS, Description, descriptions
from extractors.relations.phrases import Phrase, phrases
from extractors.relations.themes import Themes
from graph.model import BudgetKind, EntityType

_LIGHT = (
    r"(?:[’'”\"」』｣〉》)\]]|\(|,|:|\s|에는|에도|에서|에|은|는|이|가|의|도|으로|로|총사업비|"
    r"사업비|예산|구축비|건립비|공사비|조성비|사업|조성|구축|건립|건설|개발|"
    r"지원|총|약|모두|전체|국비|도비|시비|오는|올해|내년|지난해|부터|까지|간|향후|앞으로|"
    r"\d{1,4}(?:년|월|일|개년|~)|\d{4}|말|초|[~∼-]|들어갈|들어가는|투입되는|필요한|돈|규모|"
    r"등|각각|추가로|별도로|최대|에만|당초|사업비로|예산은|과제|이번|위해|기간|동안|공모|"
    r"사업에|사업은|첫해|한다|이며|면적)*"
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
_SEVERAL = re.compile(
    r"(?:이들|두|세|네|[0-9]+개|[0-9]+건|이 같은|여러|각) ?(?:개 )?(?:사업|과제|시설|센터|건|"
    r"프로젝트|분야|기관|곳|개 사업)|[0-9]+개 (?:세부)?사업"
)
_SPENDING_TOPIC = re.compile(r"(?:총사업비|사업비|예산|공사비|총예산|투자 규모|들어가는 돈)")


_MODIFIES_NOUN = re.compile(
    r"(?:가량|여)?\s?(?:\([^()]{0,80}\))?\s?(?:을|를|이|가)?\s?(?:짜리|규모의?|투입되는|"
    r"투입하는|들이는|드는|들어가는|들여|쓰겠다는) "
    r"?(?:대형 |국책 |대규모 )?(?:사업|프로젝트|과제|공사|시설|것)"
)


_BULLETS = "△▲▷"
_QUOTED = re.compile(r"[’'”\"」』] ?(?:에는? |\()?(?:총 |약 )?$")
_OF_MANY = re.compile(r"등 ?(?:[가-힣]{2,4} )?[0-9]+개 ?(?:세부)? ?(?:사업|과제)에")
_ITEM = re.compile(
    r"(?:센터|단지|산단|지구|특구|클러스터|플랫폼|테스트베드|사업|구축|육성|개발|조성|건립|양성|과제|"
    r"공장|밸리|[0-9]단계)[’'”\"」』]? ?(?:\(|: ?(?:[0-9]{4}년, ?)?| )(?:총 |약 )?$"
)
_INVESTS = re.compile(r"투자|넣어|넣는|넣고|들여|들인|쏟|증설|몫이")
_INVESTORS = re.compile(
    r"(?:두|세|네|다섯|이들|[0-9]+개) ?(?:회사|기업|업체|사)[는은가이]|(?:기업|민간)(?:의|들의)? 투자도"
)
_SHARE_OF = re.compile(r"[’'”]* ?(?:사업 ?)?몫")
_WON_AS = re.compile(r"(?:로|으로) (?:이름을|뽑|선정|지정|채택)")


@dataclass(frozen=True, slots=True)
class Owner:
    """The project of a bundle (None: something unnamed) and how it was told.

    `each` are the projects that a list of equal length shares out (`각각`); `firm` says that a
    company spends the money.
    """

    project: str | None
    rule: str
    confidence: float
    start: int
    end: int
    each: tuple[str, ...] = ()
    firm: bool = False


_UNKNOWN = Owner(None, "unknown", 0.0, 0, 0)
"""Of something that has a name, but none that was read: better no claim than a wrong one."""


@dataclass(frozen=True, slots=True)
class _Setting:
    """A bundle with the project phrases before and behind it, in its own part of the sentence."""

    reading: Reading
    bundle: Bundle
    themes: Themes
    before: tuple[Phrase, ...]
    behind: tuple[Phrase, ...]
    lead: str
    low: int
    firm: tuple[int, int] | None

    @property
    def text(self) -> str:
        return self.reading.document.text


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
    low, high = _segment(text, bundle)
    named = [
        phrase
        for phrase in found
        if low <= phrase.start < high and _is_a(reading, phrase, EntityType.PROJECT)
    ]
    lead = text[max(sentence.start, bundle.start - 40) : bundle.start]
    setting = _Setting(
        reading,
        bundle,
        themes,
        tuple(phrase for phrase in named if phrase.end <= bundle.start),
        tuple(phrase for phrase in named if phrase.start >= bundle.end),
        lead,
        low,
        None if _SPENDING_TOPIC.search(lead[-16:]) else _firm(reading, bundle, found),
    )
    found_owner = (
        _named(setting)
        or _unnamed(setting)
        or _described(setting)
        or _in_sentence(setting)
        or _described_before(setting)
        or _talked_about(setting, last)
    )
    if found_owner is None or found_owner is _UNKNOWN:
        return None
    return replace(found_owner, firm=found_owner.firm or setting.firm is not None)


def _named(setting: _Setting) -> Owner | None:
    """A name that the sum stands on or modifies, or the names that a list is shared out to."""
    before, behind, bundle = setting.before, setting.behind, setting.bundle
    if before and (found := _stands_on(setting.text, bundle, before[-1])):
        return found
    if behind and (found := _modifies(setting.text, bundle, behind[0])):
        return found
    carried = setting.themes.phrase_before(bundle.start)
    if not before and carried is not None and _shared_out(bundle, carried):
        return _of(carried, bundle, "each", 0.75)
    return None


def _unnamed(setting: _Setting) -> Owner | None:
    """Money for several things, for an unnamed item of a list, or a firm's own."""
    bundle, firm = setting.bundle, setting.firm
    if firm and (found := _described(setting)) and found.project is not None:
        return found
    spent = Owner(None, "firm", 0.9, firm[0], max(bundle.end, firm[1])) if firm else None
    several = _SEVERAL.search(setting.lead)
    if several and (programme := _programme(setting)):
        return programme
    if several:
        alone = spent is not None and not setting.before
        return spent if alone else Owner(None, "several", 0.9, bundle.start, bundle.end)
    if _is_item(setting) and not (setting.before or setting.behind):
        if _QUOTED.search(setting.lead):
            return _UNKNOWN
        return Owner(None, "listed", 0.7, setting.low, bundle.end)
    noun = _MODIFIES_NOUN.match(setting.text, bundle.end, bundle.sentence.end)
    theme = setting.themes.before(bundle.start)
    if not setting.before and noun and theme is not None:
        return Owner(theme.key, "noun", 0.55, bundle.start, noun.end())
    builds = bool(setting.behind) and _builds(setting.text, bundle, setting.behind[0])
    return spent if spent and not setting.before and not builds else None


def _programme(setting: _Setting) -> Owner | None:
    """The programme that the sentence before names, for `X, Y 등 7개 사업에 646억원`."""
    bundle = setting.bundle
    theme = setting.themes.before(bundle.start)
    if theme is None or not _OF_MANY.search(setting.lead):
        return None
    between = [
        sentence
        for sentence in setting.reading.document.sentences
        if theme.end <= sentence.end and sentence.start < bundle.sentence.start
    ]
    if len(between) != 1 or between[0].paragraph != bundle.sentence.paragraph:
        return None
    return Owner(theme.key, "programme", 0.7, bundle.start, bundle.end)


def _is_item(setting: _Setting) -> bool:
    """Whether a bundle stands in an item of a bulleted list."""
    start = setting.bundle.sentence.start
    return setting.low > start or setting.text[start] in _BULLETS


def _described(setting: _Setting) -> Owner | None:
    """What the sentence describes between the last name and the sum."""
    bundle = setting.bundle
    low = max(setting.low, setting.before[-1].after if setting.before else 0)
    found = [item for item in descriptions(setting.reading, low, bundle.start) if not item.vague]
    return _as_described(found[-1], bundle) if found else None


def _described_before(setting: _Setting) -> Owner | None:
    """What a sentence between the theme's and the sum's describes as its topic."""
    theme = setting.themes.before(setting.bundle.start)
    sentences = [
        sentence
        for sentence in setting.reading.document.sentences
        if sentence.paragraph == setting.bundle.sentence.paragraph
        and sentence.start < setting.bundle.sentence.start
    ]
    for sentence in reversed(sentences):
        if theme is not None and sentence.start <= theme.start < sentence.end:
            return None
        for item in descriptions(setting.reading, sentence.start, sentence.end):
            if item.particle in TOPICS and not item.vague and (item.key or item.thing):
                return _as_described(item, setting.bundle)
    return None


def _as_described(item: Description, bundle: Bundle) -> Owner:
    start = min(item.start, bundle.start)
    if item.key is None and item.short:
        return _UNKNOWN
    if item.key is None:
        return Owner(None, "nameless", 0.6, start, bundle.end)
    return Owner(item.key, "described", 0.85, start, bundle.end)


def _in_sentence(setting: _Setting) -> Owner | None:
    """What the money builds, the clause's topic, and whatever else the sentence names."""
    before, behind, bundle, text = setting.before, setting.behind, setting.bundle, setting.text
    if behind and (
        _builds(text, bundle, behind[0]) or _SHARE_OF.match(text, behind[0].end, behind[0].end + 8)
    ):
        return _of(behind[0], bundle, "builds", 0.85)
    if before and _WON_AS.match(text, before[-1].mark, before[-1].mark + 8):
        return _of(before[-1], bundle, "won", 0.75)
    for phrase in reversed(before):
        if phrase.particle[:1] in {"은", "는", "이", "가"} or phrase.particle in {"에", "에는"}:
            return _of(phrase, bundle, "topic", 0.9)
    if before and before[-1].particle not in {"까지", "부터", "보다", "와", "과"}:
        return _of(before[-1], bundle, "before", 0.75)
    if setting.firm is not None:
        return Owner(None, "firm", 0.6, setting.firm[0], max(bundle.end, setting.firm[1]))
    if behind and "," not in text[bundle.end : behind[0].start]:
        return _of(behind[0], bundle, "behind", 0.5)
    return None


def _talked_about(setting: _Setting, last: Owner | None) -> Owner | None:
    """The project of the total before, else the one that the text is talking about."""
    bundle = setting.bundle
    sure = _SPENDING_TOPIC.search(setting.lead[-20:])
    opens = bundle.start - bundle.sentence.start < 16
    if bundle.only_shares and last is not None and opens and not sure:
        return Owner(last.project, "continued", 0.5, bundle.start, bundle.end)
    if _ITEM.search(setting.lead):
        return _UNKNOWN
    if _firms_talked_about(setting):
        return Owner(None, "firms", 0.7, bundle.start, bundle.end, firm=True)
    theme = setting.themes.before(bundle.start)
    if theme is not None:
        return Owner(theme.key, "theme", 0.9 if sure else 0.8, bundle.start, bundle.end)
    if sure or any(item.kind is BudgetKind.SHARE for item in bundle.sums):
        return None
    return Owner(None, "unnamed", 0.75, bundle.start, bundle.end)


def _firms_talked_about(setting: _Setting) -> bool:
    """Whether the sentences since the theme was named are about what firms invest."""
    bundle, text = setting.bundle, setting.text
    if any(item.kind is BudgetKind.SHARE for item in bundle.sums):
        return False
    if not _INVESTS.search(text, bundle.sentence.start, bundle.sentence.end):
        return False
    theme = setting.themes.before(bundle.start)
    sentences = [
        sentence
        for sentence in setting.reading.document.sentences
        if sentence.paragraph == bundle.sentence.paragraph
        and sentence.end <= bundle.sentence.start
        and (theme is None or theme.end <= sentence.start)
    ]
    if not sentences:
        return False
    if _INVESTORS.search(text, sentences[0].start, bundle.start):
        return True
    return any(
        phrase.particle in {"은", "는"} and _is_a(setting.reading, phrase, EntityType.COMPANY)
        for phrase in phrases(setting.reading, sentences[-1])
    )


def _is_a(reading: Reading, phrase: Phrase, kind: EntityType) -> bool:
    return all(reading.by_key[key].type is kind for key in phrase.keys)


def _shared_out(bundle: Bundle, carried: Phrase) -> bool:
    kinds = {item.kind for item in bundle.sums}
    return (
        1 < len(bundle.sums) == len(carried.keys)
        and len(kinds) == 1
        and BudgetKind.SHARE not in kinds
    )


def _segment(text: str, bundle: Bundle) -> tuple[int, int]:
    """The item of a bulleted line that a bundle stands in, or the whole sentence."""
    sentence = bundle.sentence
    low = max(text.rfind(mark, sentence.start, bundle.start) for mark in _BULLETS)
    high = min(
        (at for mark in _BULLETS if (at := text.find(mark, bundle.end, sentence.end)) >= 0),
        default=sentence.end,
    )
    return max(low + 1, sentence.start), high


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
    return _of(phrase, bundle, "apposition" if direct else "stands_on", 0.95)


def _modifies(text: str, bundle: Bundle, phrase: Phrase) -> Owner | None:
    gap = text[bundle.end : phrase.start].lstrip(")")
    if len(gap) > 70 or not _MODIFIES.fullmatch(gap):
        return None
    return _of(phrase, bundle, "modifies", 0.9)


def _builds(text: str, bundle: Bundle, phrase: Phrase) -> bool:
    gap = text[bundle.end : phrase.start]
    return (
        len(gap) <= 90
        and phrase.last.named
        and _TO_BUILD.search(gap.lstrip(")")) is not None
        and "다." not in gap
        and phrase.particle[:1] in {"을", "를", "이", "가", "은", "는", "에", "도", ""}
    )


def _firm(reading: Reading, bundle: Bundle, found: tuple[Phrase, ...]) -> tuple[int, int] | None:
    """The firm that spends the bundle itself: its subject, right before it, or modified by it."""
    if any(item.kind is BudgetKind.SHARE for item in bundle.sums):
        return None
    text = reading.document.text
    firms = [phrase for phrase in found if _is_a(reading, phrase, EntityType.COMPANY)]
    for phrase in reversed(firms):
        if phrase.start > bundle.start:
            continue
        gap = text[phrase.end : bundle.start]
        subject = phrase.particle[:1] in {"은", "는", "이", "가", "도"}
        if subject or len(gap) < 3 or re.fullmatch(r"\([^()]*\) ?", gap):
            return phrase.start, phrase.end
    for phrase in firms:
        gap = text[bundle.end : phrase.start]
        if phrase.start < bundle.end:
            continue
        if re.fullmatch(r"(?:을|를) [가-힣 ]{1,10}[한는] ", gap):
            return bundle.start, phrase.end
        if gap[:1] in {"은", "는"} and _SHARE_OF.match(text, phrase.end, bundle.sentence.end):
            return bundle.start, phrase.end
    return None
