"""Institutes: research institutes, technoparks, agencies, foundations, public corporations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.mentions.ground import Ground
from extractors.mentions.mention import Mention
from extractors.mentions.organisations import listed, tailed
from graph.model import EntityType

TAIL = re.compile(
    r"(?:연구원|연구소|진흥원|테크노파크|TP|기술원|재단|공사|(?<=[가-힣]{4})공단|개발원"
    r"|정보원|평가원|시험원"
    r"|관리원|교육원|연수원|인재원|문화원|의료원|한의원"
    r"|과학원|융합원|서비스원|사업단|사업본부|연구본부|지역본부|특구본부|혁신센터"
    r"|보증기금|신용보증재단|진흥공단|진흥센터"
    r"|품질원|표준원|인증원|안전원|산업원|경제원|발전연구원|정책연구원|시정연구원|미술관|박물관"
    r"|과학관|도서관)$"
)

CENTRE = re.compile(r"(?:(?:기술|기업|창업|경제|연구|산업)지원센터|병원)$")
"""Bodies where they act, projects where they are built: less sure than what is built."""

BUILT = re.compile(
    r"[’'”]?(?:\([^()\n]{1,30}\))?[’'”]?(?:[을를의은는이가도])? ?(?:[가-힣0-9]{1,6} )?"
    r"(?:구축|건립|조성|설립|유치|착공|신축|준공|개소|운영\n|짓|지어[지질]|세우|세운|세워"
    r"|들어[서선설]|자리 ?[잡를])"
)
LASTING = re.compile(r"(?:진흥원|재단|공사|공단|기금|사업단|본부)$")
"""Bodies that are founded, not built."""

STANDING = re.compile(r"(?:[가-힣]{3}센터|기구|아카데미)$")
"""What a body's name may end in, and more often what is being built."""
STANDS = re.compile(
    r"[’'”]?(?:\([^()\n]{1,30}\))?[’'”]?"
    r"(?:[와과](?:도|는)? (?:손잡|손을 |협력|업무협약|협약|힘을 |연계해|MOU)"
    r"|[이가도] (?:이곳에 |이미 |함께 )?(?:모여 있|들어와 있|자리 ?잡고 있|있어|있다"
    r"|운영 중|돌아가고 있)"
    r"|[이가] (?:맡|참여|참가|운영|주관|담당|협력)|장(?:은|이|을|도|과|,| )|[이가]? 입주)"
)
"""How one names a body that is there and acts."""

WORKS = re.compile(
    r"(?:건립|조성|건설|시설|증축|신축|설치|기초|토목|보수|정비|개설|확장|철거|해체|매립|준설|전기|포장"
    r"|기반|이전|확충|본) ?공사$| 공사$|(?:^| )시공사$"
)
"""What is under construction, no public corporation."""


def find(ground: Ground) -> Iterator[Mention]:
    """The institutes of a document."""
    yield from listed(ground, EntityType.INSTITUTE)
    for body in tailed(ground, EntityType.INSTITUTE, TAIL):
        if WORKS.search(body.name):
            continue
        undertaken = not LASTING.search(body.name) and built(ground, body)
        yield _undertaking(body) if undertaken else body
    for body in tailed(ground, EntityType.INSTITUTE, CENTRE, 0.66):
        if built(ground, body):
            yield _undertaking(body)
        else:
            yield body._replace(confidence=0.95) if body.name.endswith("병원") else body
    for body in tailed(ground, EntityType.INSTITUTE, STANDING, 0.95):
        if stands(ground, body) and not built(ground, body):
            yield body


def stands(ground: Ground, body: Mention) -> bool:
    """Whether the text tells of what is named as of one that is there and acts."""
    return any(STANDS.match(ground.text, end) for end in _ends(ground, body.name))


def built(ground: Ground, body: Mention) -> bool:
    """Whether the text builds or sets up what is named: then it is an undertaking."""
    return any(BUILT.match(ground.text, end) for end in _ends(ground, body.name))


def _ends(ground: Ground, name: str) -> Iterator[int]:
    """Where a name ends, wherever it stands."""
    at = ground.text.find(name)
    while at >= 0:
        yield at + len(name)
        at = ground.text.find(name, at + len(name))


def _undertaking(body: Mention) -> Mention:
    return body._replace(type=EntityType.PROJECT, rule="project.built", confidence=0.66)
