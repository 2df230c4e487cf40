"""Whose money a sum is where its sentence names no project: what the text around it says."""

from __future__ import annotations

import re

from extractors.points import POINT
from extractors.relations.budget_amounts import Bundle
from extractors.relations.budget_setting import (
    SPENDING_TOPIC,
    UNKNOWN,
    Owner,
    Setting,
    is_a,
)
from extractors.relations.descriptions import TOPICS, Description, descriptions
from extractors.relations.phrases import phrases
from graph.model import BudgetKind, EntityType

_OF_MANY = re.compile(r"등 ?(?:[가-힣]{2,4} )?[0-9]+개 ?(?:세부)? ?(?:사업|과제)에")
_ITEM = re.compile(
    r"(?:센터|단지|산단|지구|특구|클러스터|플랫폼|테스트베드|사업|구축|육성|개발|조성|건립|양성|과제|"
    r"공장|밸리|[0-9]단계)[’'”\"」』]? ?(?:\(|: ?(?:[0-9]{4}년, ?)?| )(?:총 |약 )?$"
)
_PHASES = re.compile(r"(?:두|세|네|모든|전체|[0-9]개) 단계")
_APART = re.compile(r"이와 별[도개]|이 밖에|이 외에|이와는 별[도개]")
_INVESTS = re.compile(r"투자|넣어|넣는|넣고|들여|들인|쏟|증설|몫이")
_INVESTORS = re.compile(
    r"(?:두|세|네|다섯|이들|[0-9]+개) ?(?:회사|기업|업체|사)[는은가이]|"
    r"(?:기업|민간)(?:의|들의)? 투자도"
)


def programme(setting: Setting) -> Owner | None:
    """The programme that the sentence before names, for `X, Y 등 7개 사업에 646억원`."""
    bundle = setting.bundle
    theme = setting.themes.before(bundle.start)
    if theme is None or not _OF_MANY.search(setting.lead):
        return None
    earlier = setting.themes.paragraph_before(bundle.start)
    if not earlier or not earlier[0].start <= theme.start < earlier[0].end:
        return None
    return Owner(theme.key, "programme", 0.7, bundle.start, bundle.end)


def is_item(setting: Setting) -> bool:
    """Whether a bundle stands in an item of a bulleted list."""
    start = setting.bundle.sentence.start
    return setting.low > start or POINT.match(setting.text, start) is not None


def described(setting: Setting) -> Owner | None:
    """What the sentence describes between the last name and the sum."""
    bundle = setting.bundle
    low = max(setting.low, setting.before[-1].after if setting.before else 0)
    found = [item for item in descriptions(setting.reading, low, bundle.start) if not item.vague]
    return as_described(found[-1], bundle) if found else None


def described_before(setting: Setting) -> Owner | None:
    """What a sentence between the theme's and the sum's describes as its topic."""
    theme = setting.themes.before(setting.bundle.start)
    for sentence in setting.themes.paragraph_before(setting.bundle.start):
        if theme is not None and sentence.start <= theme.start < sentence.end:
            return None
        for item in descriptions(setting.reading, sentence.start, sentence.end):
            if item.particle in TOPICS and not item.vague and (item.key or item.thing):
                return as_described(item, setting.bundle)
    return None


def as_described(item: Description, bundle: Bundle) -> Owner:
    """The owner that a description means; none that is known where it takes up a lost name."""
    start = min(item.start, bundle.start)
    if item.key is None and item.short:
        return UNKNOWN
    if item.key is None:
        return Owner(None, "nameless", 0.65, start, bundle.end)
    return Owner(item.key, "described", 0.9, start, bundle.end)


def talked_about(setting: Setting, last: Owner | None) -> Owner | None:
    """The project of the total before, else the one that the text is talking about."""
    bundle, reading = setting.bundle, setting.reading
    sure = SPENDING_TOPIC.search(setting.lead[-20:])
    opens = bundle.start - bundle.sentence.start < 16
    if bundle.only_shares and last is not None and opens and not sure:
        return Owner(last.project, "continued", 0.65, bundle.start, bundle.end)
    if _ITEM.search(setting.lead):
        return UNKNOWN
    if _PHASES.search(setting.lead):
        return UNKNOWN
    if _APART.search(setting.text, bundle.sentence.start, bundle.start):
        return Owner(None, "apart", 0.7, bundle.start, bundle.end)
    if _firms_invest(setting):
        return Owner(None, "firms", 0.85, bundle.start, bundle.end, firm=True)
    theme = setting.themes.before(bundle.start)
    if theme is not None:
        return Owner(theme.key, "theme", 0.78, bundle.start, bundle.end)
    if sure or any(item.kind is BudgetKind.SHARE for item in bundle.sums):
        return None
    if any(item.vague for item in descriptions(reading, bundle.sentence.start, bundle.start)):
        return UNKNOWN
    return Owner(None, "unnamed", 0.9, bundle.start, bundle.end)


def _firms_invest(setting: Setting) -> bool:
    """Whether the sentences since the theme was named are about what firms invest."""
    bundle, text = setting.bundle, setting.text
    if any(item.kind is BudgetKind.SHARE for item in bundle.sums):
        return False
    if not _INVESTS.search(text, bundle.sentence.start, bundle.sentence.end):
        return False
    theme = setting.themes.before(bundle.start)
    sentences = [
        sentence
        for sentence in setting.themes.paragraph_before(bundle.start)
        if theme is None or theme.end <= sentence.start
    ]
    if not sentences:
        return False
    if _INVESTORS.search(text, sentences[-1].start, bundle.start):
        return True
    return any(
        phrase.particle in {"은", "는"} and is_a(setting.reading, phrase, EntityType.COMPANY)
        for phrase in phrases(setting.reading, sentences[0])
    )
