"""The words that say which stage a project has reached."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.relations.clauses import Clause
from graph.model import Milestone

_WORDS: tuple[tuple[Milestone, re.Pattern[str]], ...] = (
    (
        Milestone.CANCELLED,
        re.compile(
            r"취소[되됐돼된]|무산[되됐돼된]|백지화|철회[하했]|접고|접었|접기로|중단[되됐돼하했]"
        ),
    ),
    (
        Milestone.OPENED,
        re.compile(
            r"개소|개관|개막|개장|개원|개통|문을 [열연여]|문 [열연]|(?:상업|본격) ?(?:가동|"
            r"운영|생산|운전)|"
            r"상용화에 성공|출범|운영에 들어[가간갔]|가동에 들어[가간갔]"
        ),
    ),
    (
        Milestone.COMPLETED,
        re.compile(
            r"준공|완공|(?:사업|구축|조성|공사|건립|건설|개발|설치)[을를이가은는]? ?(?:모두 |"
            r"최근 )?(?:완료|마무리|마친|마쳤|끝내|끝낼|끝난|끝났)|"
            r"완료[하한할했되된될됐]|마무리[하한할했되된될됐]|끝낼|끝내기로|끝난다|끝나는"
        ),
    ),
    (
        Milestone.STARTED,
        re.compile(
            r"착공|첫 ?삽|삽을 [뜨뜬떴뜰]|기공식|공사를 시작|공사에 들어|착수|"
            r"시작[하한할했되된될됐해]|첫발|닻을 올|본격화"
        ),
    ),
    (
        Milestone.APPROVED,
        re.compile(
            r"통과[하한했해할]|(?:예타|예비타당성조사|심사|심의|조사)(?:\([^)]*\))? 통과|"
            r"(?:최종 |면제[가로를]? |면제 대상으로 |사업이 |계획이 |투자를 )(?:최종 )?확정|"
            r"승인|의결|제정[하한했됐되된]?|개정[했됐]"
        ),
    ),
    (
        Milestone.DESIGNATED,
        re.compile(r"지정[되됐돼된될하한할했해·]|지정[을이]? ?(?:받|고시|확정|됐)|지정·"),
    ),
    (
        Milestone.SELECTED,
        re.compile(
            r"공모(?:사업)?[를을에도]{0,2} ?(?:최종 )?(?:통과|넘)|선정[되됐돼된될했하한돼]|"
            r"뽑[혔히혀힌]|뽑[았은]|따[냈낸내]|거머쥐|낙점|당선|"
            r"공모로 확보|선정$|유치[했한]|유치에 성공|유치가 확정|이름을 올렸|이름을 올려"
        ),
    ),
    (
        Milestone.APPLIED,
        re.compile(
            r"신청[하한할했]|응모[하한했]|도전장|신청서를|(?:계획서|제안서)를 제출|공모에도? 도전"
        ),
    ),
    (
        Milestone.UNDER_WAY,
        re.compile(
            r"(?:추진|진행|조성|구축|건설|시행|개발|건립)(?:하고|되고|돼|해|을 하고)? ?(?:있|"
            r"왔|온)|"
            r"(?:추진|진행|조성|구축|건설|공사|건립) ?중|한창|벌이고 있|벌여 왔|짓고 있|"
            r"추진하는|추진되는|추진해|속도를 내|진행됐|밟고 있"
        ),
    ),
    (
        Milestone.PLANNED,
        re.compile(
            r"들어[설선]|지어[진질]|조성[할한하해]|구축[할한하해]|건립[할한하해]|추진[할한]|"
            r"설립[할한하해]|짓는|짓기|지을|세운다|세울|세우[는기]|세워|마련[할한]|"
            r"꾸리기로|꾸린다|나선다|나서기로|기로 했|만든다|만들|구상|유치에|뛰어들|"
            r"신설[할한]|설치[할한]|지정받겠|둥지를 [튼틀]|깔[린릴]|갖[추춘출]"
        ),
    ),
)
BUILDING = re.compile(
    r"지어[진질]|조성|구축|건립|짓|지을|지어|세우|세운|세울|세워|들어[서선설]|설립|만든|만들|"
    r"깔[린리]|"
    r"갖추|갖춘|개발|설치|건설|신설|꾸린"
)


@dataclass(frozen=True, slots=True)
class Step:
    """A milestone and the words that tell it."""

    milestone: Milestone
    start: int
    end: int


def step_of(text: str, clause: Clause, end: int) -> Step | None:
    """The milestone that a clause tells: the one nearest its predicate."""
    best: Step | None = None
    low = max(clause.start, clause.predicate.start - 24)
    window = text[low : min(end + 4, len(text))]
    for milestone, pattern in _WORDS:
        for match in pattern.finditer(window):
            start = low + match.start()
            if start > clause.predicate.end:
                continue
            if best is None or start > best.start + 6:
                best = Step(milestone, start, min(low + match.end(), end))
    return best
