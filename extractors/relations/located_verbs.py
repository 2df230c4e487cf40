"""Where a clause says that something is, is built or is held.

- `PLACE에 들어서는 X`, `PLACE에 X를 짓는다`, `X는 PLACE 일원에 조성된다`, `PLACE에서 열린 X`,
  `A는 공장을 PLACE로 옮긴다`;
- `PLACE에는 A와 B가 모여 있다`, and a place in 에는 that holds for the clauses behind it.
`인근` and `주변` locate nothing, nor does where a firm comes from (`PLACE에 있던`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.relations.clauses import OBJECT, PLACE, SUBJECT, Clause, Form
from extractors.relations.located_scene import BODIES, THINGS, Scene, is_place, kinds_of
from extractors.relations.located_words import AREA, LIST_AT, NEAR, SPOT, TO_PLACE
from extractors.relations.phrases import Phrase
from extractors.relations.referents import PLAIN_NOUNS
from extractors.relations.regions import short_forms
from graph.model import PLACES, EntityType, Located

SETTLES = re.compile(
    r"입주|이전|이사|옮기|짓|지어|세우|증설|신설|자리|둥지|들어서|들어오|투자|확장|설립|들이|있$|"
    r"넣|늘리|갖추|넓|쏟|올리|모이|몰리|터를|튼|틀$|놓"
)
_INVESTS = re.compile(r"투입|건립|건설|착공|준공|완공|가동")
"""What a firm does where it settles, and others do for somebody."""
_LEAVES = re.compile(r"^(?:옮기|이전|이사|철수|내려오)")
_MOVES = re.compile(r"^끌|옮기|내려오|이전|이사|확장|넓|입주|들어오|들어가")
_STANDS = re.compile(r"^(?:있|모이|몰리|밀집|포진|자리|둥지|틀|입주|들어서|집적)")
_FOUNDS = re.compile(r"출범|열$|개소|개원|설립|세우|건립|짓|문을|신설|설치")
_PLACED = re.compile(
    r"^끌|^서$|들어서|들어오|조성|위치|짓|지어|세우|세워|건립|구축|설립|설치|입주|자리|둥지|마련|신설|"
    r"증설|옮기|이전|있$|두$|착공|준공|완공|열리|열$|개최|개소|진행|꾸리|만들|유치|건설|지정|"
    r"가동|문을|놓|추진|운영|펼치|펼쳐|이사|투자|투입|들이|뿌리|깔리|생기|설비|확장|걸치|시작|넣|"
    r"넓|갖추|늘리|쏟|모으|벌이|돌아가|앉히|올리|틀$|배치|개통|개관|개원|출범"
)
_GOES_ON = re.compile(r"^이뤄지|^이루어지|밟|한창|본격|움직|진척|속도")
_IS_IT = re.compile(r"[’'”\"]?(?: (?:조성)?사업)?(?:이?다|이며|이고|입니다|로,)")
_ADVERBS = frozenset({"잇달", "잇따르", "나란하", "함께하", "차례"})
_SEAT_TAKEN = re.compile(r"(?:자리|터)를? ?$")
_SPENDING = re.compile(r"들이|투입|쏟|쓰|투자|확보|넣")
_SPENT = re.compile(r"^(?:투입|들어가|쏟|쓰|투자|추진|진행|시행)")
"""What is done with money on ground that is told, for what is talked about."""
_BUILT = re.compile(
    r"^서$|짓|들어서|조성|위치|세우|건립|구축|설립|펼치|걸치|들이|놓|착공|자리|갖추|닦"
)
_WISHED = re.compile(
    r"달라|줄 것|해야|하라|것을 (?:건의|요청|촉구|요구)|려다|려던|려(?:고)? 했|지 (?:않|못)"
)
_CHOSEN = re.compile(r"^(?:선정|확정)")
"""What is done with a project's ground: `구라리 일원에 최종 선정됐다`."""
_GROUND = re.compile(rf"(?:{AREA}|부지|터|일원|일대)$")
_NO_SPOT = re.compile(r"기업|업체|시민|주민|경제|의회|산업|대학|농가")
_MEASURED = re.compile(rf"(?:{AREA}|부지|터)$")
_SIZED = re.compile(r"(?:연면적|지하|지상)[^.\n]{0,40} 규모로")
_AROUND = re.compile(
    rf"(?: ?(?:{SPOT}))?[을를] (?:(?:중심|거점|무대|축)으로(?: 한| 하는| 삼[은아])? |발판으로 삼)"
)
_CEREMONY = re.compile(r"(?:개소|개관|개원|준공|착공|기공)식$")
_CEREMONIES = re.compile(r"(?:준공|착공|기공|출범|선포|발대)식")
_BREAKS_GROUND = re.compile(
    r" (?:[^ .\n]{1,8} ){0,2}(?:(?:개소|개관|개원|준공|착공|기공|개막)식을|첫 ?삽을)"
)
_THEMSELVES = re.compile(r"(?:등 ?)?(?:[0-9]{1,3}개 ?(?:사|기업|업체|회사)|본사|본원|본점)?|등")
_IS_BUILT = re.compile(r"^(?:건립|신축|건설|조성|구축|설립|신설|설치)되|지어지|세워지|들어서")
_TALK = re.compile(
    r"협약|회의|보고회|설명회|간담회|발표|선포|회견|심의|토론|브리핑|출범식|세미나|공청회|공유회|"
    r"워크숍|포럼|심포지엄|[컨콘]퍼런스|기념식|시상식|체결식|위촉식|발대식"
)
_OTHERS = re.compile(
    r"(?:기업|업체|협력사|회사|공장|기관|[0-9]+(?:여 ?)?(?:곳|개사|개|명))(?:들)? ?"
    r"(?:이상|가량|남짓)?[이가] "
)
"""Whom a clause that modifies a noun is said of: `PLACE에 협력사 20곳이 입주할 단지`."""
_FIRST_THERE = re.compile(
    r"(?: 전체)?에서(?:는|도)? ?"
    r"(?:처음|유일|최초|가장|제일|첫(?! ?삽)|하나뿐|(?:제?[0-9]+|[두세네]) ?번째)"
)
"""What says among which places something is the first, not where it is."""
_VENUE = re.compile(
    r"(?:체육센터|체육관|회관|호텔|컨벤션(?:센터|홀)?|전시장|시청|도청|군청|구청|강당|홍보관|리조트|"
    r"벡스코|엑스코|킨텍스|코엑스|세텍|아트홀|공연장|극장|웨딩홀)$"
)
"""Halls where a ceremony is held for what rises elsewhere."""
_BEFORE_MORE = frozenset({"", "의", "도", "과", "와"})
_LOCAL = frozenset({"에는", "에서는", "에선", "엔"})
_MOVE_TO = frozenset({"으로", "로"})


def said(scene: Scene) -> Iterator[Located]:
    """All that the clauses of a sentence locate."""
    local: Phrase | None = None
    for index, clause in enumerate(scene.parts):
        following = scene.parts[index + 1 : index + 3]
        yield from _built(scene, clause, following)
        yield from _standing(scene, clause)
        yield from _reaching(scene, clause, following)
        own = [phrase for phrase in clause.of(PLACE) if is_place(scene, phrase)]
        if local is not None and not own:
            yield from _under(scene, clause, local)
        local = next((p for p in reversed(own) if p.particle in _LOCAL), None if own else local)
        yield from _home(scene, clause)


def _built(scene: Scene, clause: Clause, following: tuple[Clause, ...]) -> Iterator[Located]:
    """`PLACE에 …` with a verb of being placed."""
    text = scene.reading.document.text
    stem = _stem(text, clause, following)
    moves = _MOVES.search(stem) is not None
    if _WISHED.search(text[clause.predicate.start : clause.predicate.end + 8]):
        return
    for place in clause.phrases:
        into = moves and place.particle in _MOVE_TO
        where = scene.where(place)
        around = _AROUND.match(text, place.end) is not None
        into = into or around
        sized = place.particle in _MOVE_TO and place.tail.endswith("규모")
        goes_on = place.particle in _BEFORE_MORE or sized
        listed = goes_on and LIST_AT.match(text, place.end) is not None
        if not (place.particle in PLACE or into or listed) or not where:
            continue
        if _is_no_spot(scene, place, clause):
            continue
        if not (listed or TO_PLACE.fullmatch(place.tail)) or (moves and place.particle == "에서"):
            continue
        if _left(clause, following):
            continue
        measured = place.particle in PLACE and (
            _MEASURED.search(place.tail) is not None
            or _SIZED.search(text, place.after, clause.end) is not None
        )
        over = stem == "걸치" and clause.predicate.form is Form.MODIFIER
        opens = (
            any(_CEREMONY.search(phrase.tail) for phrase in clause.of(OBJECT))
            or (place.particle in _LOCAL and _GOES_ON.search(stem) is not None)
            or _BREAKS_GROUND.match(text, place.after, clause.end) is not None
        )
        chosen = _CHOSEN.search(stem) is not None and _GROUND.search(place.tail) is not None
        if not (_PLACED.search(stem) or into or measured or opens or chosen):
            continue
        if over and clause.head is None and following:
            thing = _placed(scene, following[0], following[1:], place)
        else:
            thing = _placed(scene, clause, following, place, settles=into or stem == "자리잡")
        if thing is None or _TALK.search(thing.tail):
            continue
        if around and kinds_of(scene, thing) <= BODIES:  # those who act there, not what is there
            continue
        carried = thing.end < scene.sentence.start
        span = (
            place.start if thing.end < clause.start else min(place.start, thing.start),
            max(clause.end, thing.end),
        )
        yield from scene.claims(thing.keys, where, span, "theme 0.8" if carried else "verb 0.71")
        if not carried:
            yield from _with_it(scene, clause, thing, where, span)


def _is_no_spot(scene: Scene, place: Phrase, clause: Clause) -> bool:
    """Whether a place is only near, is no ground, is hired, or is what something is first in."""
    return (
        NEAR.search(place.tail) is not None
        or _NO_SPOT.search(place.tail) is not None
        or _FIRST_THERE.match(scene.reading.document.text, place.end) is not None
        or _hired(scene, place, clause)
    )


def _hired(scene: Scene, place: Phrase, clause: Clause) -> bool:
    """Whether a hall only holds the ceremony: `나래회관에서 다래산단 기공식을 열었다`."""
    text = scene.reading.document.text
    if _CEREMONIES.search(text, place.after, clause.end) is None:
        return False
    return any(_VENUE.search(scene.reading.by_key[key].name) for key in place.keys)


def _left(clause: Clause, following: tuple[Clause, ...]) -> bool:
    """Whether what is at a place is there no more: `A에 있던`, `A에 있는 공장을 B로 옮긴다`."""
    if clause.predicate.form is not Form.MODIFIER:
        return False
    if clause.predicate.stem == "있" and clause.predicate.past:
        return True
    if clause.head is not None or not following:
        return False
    return _LEAVES.search(following[0].predicate.stem) is not None


def _with_it(
    scene: Scene, clause: Clause, thing: Phrase, where: tuple[str, ...], span: tuple[int, int]
) -> Iterator[Located]:
    """`A와 350억 원짜리 B가 PLACE에서 첫 삽을 뜬다`, `A는 PLACE에 들어설 B다`: A as well."""
    text = scene.reading.document.text
    kinds = kinds_of(scene, thing)
    before = [phrase for phrase in clause.phrases if phrase.end <= thing.start]
    for phrase in before[-1:]:
        if phrase.particle in {"와", "과"} and kinds_of(scene, phrase) == kinds and not phrase.tail:
            yield from scene.claims(phrase.keys, where, span, "beside 0.6")
    if thing is clause.head and _IS_IT.match(text, thing.end):
        for topic in clause.topics[-1:]:
            if kinds_of(scene, topic) <= THINGS:
                yield from scene.claims(topic.keys, where, span, "is_it 0.6")


def _reaching(scene: Scene, clause: Clause, following: tuple[Clause, ...]) -> Iterator[Located]:
    """`PLACE에도 빅데이터를 활용하는 X를 짓는다`: the place belongs to the verb behind X."""
    head = clause.head
    if clause.predicate.form is not Form.MODIFIER or head is None or not following:
        return
    if _PLACED.search(clause.predicate.stem) or not kinds_of(scene, head) <= THINGS:
        return
    after = following[0]
    taken = any(p.start == head.start and p.particle in OBJECT | SUBJECT for p in after.phrases)
    if not taken or not _PLACED.search(after.predicate.stem) or after.of(PLACE):
        return
    for place in clause.of(PLACE)[-1:]:
        if is_place(scene, place) and not NEAR.search(place.tail) and place.particle != "에서":
            span = place.start, head.end
            yield from scene.claims(head.keys, scene.at(place), span, "reaching 0.6")


def _stem(text: str, clause: Clause, following: tuple[Clause, ...]) -> str:
    """What a clause says is done: `자리 잡는다` in one word, `잇달아 세운다` without the adverb."""
    stem = clause.predicate.stem
    if stem in _ADVERBS and following:
        return following[0].predicate.stem
    if stem == "잡" and _SEAT_TAKEN.search(text, clause.start, clause.predicate.start):
        return "자리잡"
    return stem


def _placed(
    scene: Scene,
    clause: Clause,
    following: tuple[Clause, ...],
    place: Phrase,
    *,
    settles: bool = False,
) -> Phrase | None:
    """What is placed: the modified noun, the object, the subject, or what is being talked about."""
    text = scene.reading.document.text
    objects = [p for p in clause.of(OBJECT) if _AROUND.match(text, p.end) is None]
    candidates: list[Phrase] = [*((clause.head,) if clause.head else ()), *objects]
    spends = _SPENDING.search(clause.predicate.stem) is not None
    if following and spends:
        after = following[0]
        candidates += [*((after.head,) if after.head else ()), *after.of(OBJECT)]
    candidates += [*clause.subjects, *clause.topics]
    candidates += [phrase for phrase in clause.phrases if phrase.start > place.start]
    candidates = _nearest_first(scene, clause, place, candidates)
    for phrase in candidates:
        if set(phrase.keys) & set(place.keys):
            continue
        kinds = kinds_of(scene, phrase)
        if kinds <= THINGS:
            return phrase
        founded = _FOUNDS.search(clause.predicate.stem) and phrase in objects
        if founded and kinds == {EntityType.INSTITUTE}:
            return phrase
    firms = [
        phrase
        for phrase in (*clause.subjects, *clause.topics)
        if kinds_of(scene, phrase) <= BODIES and _THEMSELVES.fullmatch(phrase.tail)
    ]
    named = [phrase for phrase in objects if kinds_of(scene, phrase) != {EntityType.INDUSTRY}]
    if clause.predicate.form is Form.MODIFIER and _OTHERS.search(text, place.after, clause.end):
        return None
    if not firms and not named:
        elsewhere = [other for other in clause.of(PLACE) if other.start != place.start]
        return _called_after(scene, place) if elsewhere else _theme(scene, clause, place)
    settles = settles or SETTLES.search(clause.predicate.stem) is not None
    before = [phrase for phrase in firms if phrase.start < place.start]
    nearest = max(before or firms, key=lambda phrase: phrase.start, default=None)
    if nearest is None or settles or _IS_BUILT.search(clause.predicate.stem):
        return nearest
    invests = _INVESTS.search(clause.predicate.stem) is not None
    return nearest if invests and kinds_of(scene, nearest) == {EntityType.COMPANY} else None


def _nearest_first(
    scene: Scene, clause: Clause, place: Phrase, things: list[Phrase]
) -> list[Phrase]:
    """Things that take turns with places, that of one place first.

    `A에는 X가, B에는 Y가 들어선다`: what stands right behind it; `X는 A에, Y는 B에 들어선다`: what
    stands right before it.
    """
    places = [other.start for other in clause.of(PLACE) if is_place(scene, other)]
    behind = [thing for thing in things if places and thing.start > places[0]]
    named = {thing.start for thing in behind if kinds_of(scene, thing) <= THINGS}
    if len(places) > 1 and (len(behind) == len(things) or len(named) == len(places)):
        behind.sort(key=lambda thing: not _right_behind(scene, clause, place, thing))
        return [*behind, *(thing for thing in things if thing not in behind)]
    if places and any(places[0] < topic.start < place.start for topic in clause.topics):
        return sorted(things, key=lambda thing: (thing.start > place.start, -thing.start))
    return things


def _right_behind(scene: Scene, clause: Clause, place: Phrase, thing: Phrase) -> bool:
    """Whether no other place comes between a place and a thing behind it."""
    if thing.start < place.end:
        return False
    before = [p.end for p in clause.phrases if p.end <= thing.start and is_place(scene, p)]
    return before[-1:] == [place.end]


def _called_after(scene: Scene, place: Phrase) -> Phrase | None:
    """The one project talked of before whose name begins with the first step of a row of places.

    `제천시 왕암동에 300억원, 보은군 삼승면에 200억원을 들인다`: 제천 and 보은 tell which is meant.
    """
    reading = scene.reading
    first = next((row.start for row in scene.lists if row.start <= place.start < row.end), None)
    if first is None:
        return None
    region = reading.by_key[reading.within(first, place.end, PLACES)[0].key]
    names = (*region.names, *short_forms(region))
    called = {
        spot.key: spot
        for spot in reading.within(0, first, {EntityType.PROJECT})
        if reading.by_key[spot.key].name.startswith(names)
    }
    if len(called) != 1:
        return None
    ((_, spot),) = called.items()
    return Phrase((spot,), spot.start, spot.end, "", "", spot.end, spot.end)


def _theme(scene: Scene, clause: Clause, place: Phrase) -> Phrase | None:
    """The project talked about, where the clause builds but names nothing that is built."""
    if clause.head is not None or clause.head_noun not in PLAIN_NOUNS | {""}:
        return None
    theme = scene.themes.phrase_before(clause.start)
    text = scene.reading.document.text
    stem = clause.predicate.stem
    built = (
        _BUILT.search(stem)
        or _SIZED.search(text, place.after, clause.end)
        or (_SPENT.search(stem) and _GROUND.search(place.tail))
        or _BREAKS_GROUND.match(text, place.after, clause.end)
    )
    return theme if built and theme is not None and len(theme.keys) == 1 else None


def _standing(scene: Scene, clause: Clause) -> Iterator[Located]:
    """`PLACE에는 A와 B를 비롯한 기업이 모여 있다`, `PLACE에는 A 50억원의 투자가 이뤄진다`."""
    stem = clause.predicate.stem
    if not (_STANDS.search(stem) or stem in {"이뤄지", "이어지"}):
        return
    phrases = clause.phrases
    for index, place in enumerate(phrases):
        if place.particle not in PLACE or not is_place(scene, place) or place.tail:
            continue
        if scene.reading.document.text.startswith(",", place.after):
            continue  # `A는 PLACE에, B는 …`: what follows stands elsewhere
        for phrase in phrases[index + 1 :]:
            if is_place(scene, phrase) and phrase.particle in PLACE:
                break
            if kinds_of(scene, phrase) <= BODIES | THINGS - {EntityType.EVENT}:
                yield from scene.claims(
                    phrase.keys, scene.at(place), (place.start, phrase.end), "standing 0.65"
                )


def _under(scene: Scene, clause: Clause, place: Phrase) -> Iterator[Located]:
    """A clause behind `PLACE에서는 …`."""
    stem = clause.predicate.stem
    stands = _STANDS.search(stem) is not None
    if place.tail or not (stands or _PLACED.search(stem) or _GOES_ON.search(stem)):
        return
    with_others = {"도", "와", "과"} if stands else {"도"}
    also = tuple(phrase for phrase in clause.phrases if phrase.particle in with_others)
    things = THINGS | BODIES if stands else THINGS
    heads = (clause.head,) if clause.head else ()
    named = sorted(
        (*clause.of(OBJECT), *clause.subjects, *also, *heads), key=lambda p: p.start < clause.start
    )
    for phrase in named:  # what the clause itself names before what it takes over
        if phrase.start > place.end and kinds_of(scene, phrase) <= things:
            yield from scene.claims(
                phrase.keys, scene.at(place), (place.start, phrase.end), "under 0.7"
            )
            return


def _home(scene: Scene, clause: Clause) -> Iterator[Located]:
    """`연무읍은 훈련소가 있고 산업단지가 조성되는 곳이다`."""
    if not (clause.predicate.stem == "있" or clause.head_noun == "곳"):
        return
    for place in clause.topics[-1:]:
        for phrase in clause.phrases:
            if (
                is_place(scene, place)
                and phrase.particle in SUBJECT
                and phrase.start > place.end
                and kinds_of(scene, phrase) <= BODIES | THINGS
            ):
                yield from scene.claims(
                    phrase.keys, scene.at(place), (place.start, phrase.end), "standing 0.65"
                )
