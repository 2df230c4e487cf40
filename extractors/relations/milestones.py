"""The words that say which stage a project has reached."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.openings import joined
from extractors.relations.clauses import Clause
from graph.model import Milestone

_PREPARED = (
    "설계|조사|협약|절차|평가|심사|심의|준비|용역|협의|보상|검토|운전|계약|분양|매입|허가|수립"
)
"""What is done before the first sod is cut; that it is over completes nothing."""
_OVER = re.compile(rf"(?:{_PREPARED})(?:[이가은는을를도]|까지)? (?:[^ .,\n]{{1,8}} ){{0,3}}$")
"""Before a word of completing: `실시설계가 올해 9월 완료`."""
_WORDS: tuple[tuple[Milestone, re.Pattern[str]], ...] = (
    (
        Milestone.SELECTED,
        re.compile(
            r"(?:(?<!면제 )대상지?(?: 사업)?|후보지?|[가-힣]{2}기관|사업자|선도지구)"
            r"(?:[로에]|으로) (?:최종 |새로 )?"
            r"(?:확정[됐되돼]|오[른르]|올[라랐]|든 |들[었어]|포함[됐되돼])"
        ),
    ),
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
            r"(?:운영|가동|영업|생산)을 (?:시작|개시)|"
            r"상용화에 성공|출범|운영에 들어[가간갔]|가동에 들어[가간갔]"
        ),
    ),
    (
        Milestone.COMPLETED,
        re.compile(
            r"마(?:친다|칠 |쳤)|"
            r"다 지어|다 짓|"
            r"준공|완공|(?:사업|구축|조성|공사|건립|건설|개발|설치)[을를이가은는]? ?(?:모두 |"
            r"최근 )?(?:완료|마무리|마친|마쳤|끝내|끝낼|끝난|끝났)|"
            r"완료[하한할했되된될됐]|마무리[하한할했되된될됐]|끝낼|끝내기로|끝난다|끝나는"
        ),
    ),
    (
        Milestone.STARTED,
        re.compile(
            r"착공|첫 ?삽|삽을 [뜨뜬떴뜰]|기공식|공사를 시작|공사에 들어|착수|"
            r"시작[하한할했되된될됐해]|돌입|첫발|닻을 올|본격화"
        ),
    ),
    (
        Milestone.APPROVED,
        re.compile(
            r"(?<!공모[를에] )통과[하한했해할시]|"
            r"(?:예타|예비타당성조사)[도를을]? (?:문턱을 )?넘|문턱을 넘|"
            r"(?:예타|예비타당성조사)[를을]? 면제받|"
            r"(?:예타|예비타당성조사|심사|심의|조사)(?:\([^)]*\))? 통과|"
            r"(?:최종 |면제[가로를]? |면제 대상으로 |사업이 |계획이 |투자를 )(?:최종 )?확정|"
            r"(?<!지정 )승인|의결|제정[하한했됐되된]?|개정[했됐]"
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
            r"(?:계획서|신청서|제안서)[도를]? (?:낸|내|냈|제출)|"
            r"신청[하한할했]|응모[하한했]|도전장|신청서를|(?:계획서|제안서)를 제출|공모에도? 도전"
        ),
    ),
    (
        Milestone.UNDER_WAY,
        re.compile(
            r"(?:추진|진행|조성|구축|건설|시행|개발|건립|운영|설치|설계)"
            r"(?:하고|되고|돼|해|을 하고)? ?(?:있|"
            r"왔|온)|"
            r"(?:추진|진행|조성|구축|건설|공사|건립|개발|설계|시공)[을이]? ?중|"
            r"한창|막바지|공정률|순항|"
            r"(?:짓|세우|만들|닦|다지|꾸리|펼치|펴|수립하|서두르|이어가|이어 가|밟아 가)고 있|순조|"
            r"벌이고 있|벌여 왔|짓고 있|"
            r"추진하는|추진되는|추진해|속도를 내|밟고 있"
        ),
    ),
    (
        Milestone.PLANNED,
        re.compile(
            r"들어[설선]|지어[진질]|(?:조성|구축|건립|설립|건설|설치)[할한하해했된될됐]|추진[할한하]|"
            r"짓는|짓기|지을|세운다|세울|세우[는기]|세워|마련[할한]|"
            r"꾸리기로|꾸린다|나선다|나서기로|기로 했|만든다|만들|구상|유치에|뛰어들|"
            r"신설[할한]|끌어오|끌어올|키[우울운]|"
            r"앉[히힌힐]|닦[는을아]|지은 |지었|갖췄|지정받겠|둥지를 [튼틀]|깔[린릴]|갖[추춘출]"
        ),
    ),
)
_ANY = joined(pattern for _, pattern in _WORDS)
BUILDING = re.compile(
    r"지어[진질]|조성|구축|건립|짓|지을|지어|지은|지었|세우|세운|세울|세워|들어[서선설]|설립|만든|만들|"
    r"깔[린리]|"
    r"갖추|갖춘|개발|설치|건설|신설|꾸린"
)


@dataclass(frozen=True, slots=True)
class Step:
    """A milestone, the words that tell it and where its sentence starts."""

    milestone: Milestone
    start: int
    end: int
    since: int = 0


def is_preparation(text: str, at: int) -> bool:
    """Whether the word of completing at an offset ends what only prepares a work."""
    return _OVER.search(text, max(0, at - 30), at) is not None


def step_of(text: str, clause: Clause, end: int, since: int) -> Step | None:
    """The milestone that a clause tells: the one nearest its predicate."""
    best: Step | None = None
    low = max(clause.start, clause.predicate.start - 24)
    window = text[low : min(end + 4, len(text))]
    for pattern in _ANY:
        if pattern.search(window):
            break
    else:
        return None
    for milestone, pattern in _WORDS:
        for match in pattern.finditer(window):
            start = low + match.start()
            if start > clause.predicate.end:
                continue
            if milestone is Milestone.COMPLETED and is_preparation(text, start):
                continue
            if best is None or start >= max(best.start + 7, best.end):
                best = Step(milestone, start, min(low + match.end(), end), since)
    return best
