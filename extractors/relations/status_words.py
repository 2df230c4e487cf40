"""Words that may tell a milestone, each with its form: `착공했다`, `준공 목표`, `짓고 있다`.

Which milestone a word tells depends on how it goes on (`조성한다`, `조성 중`, `조성할 계획`), so a
word comes with every milestone that it can tell (`lexicon/milestones.tsv`) and with cues of its
form; what they are worth is learned.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from extractors.document import Sentence, Token
from extractors.reading import Reading, once_a_sentence
from extractors.relations.milestones import is_preparation
from extractors.relations.status_dates import DELAYED
from extractors.relations.status_tense import is_to_come
from extractors.wordlists import kinds_of
from graph.model import Milestone

HELD = "(held)"
"""What stands for the word where the name of an event is all that tells it."""

_NEAR = 4
"""How many characters may stand between two words that tell a milestone together: `문을 열`."""
_REACH = 14
"""How many morphemes of a word's form are read."""
_CHOOSING = frozenset({"선정", "뽑", "뽑히", "꼽", "꼽히", "고르"})
_HONOURS = re.compile(
    r"(?:성과|사례|뉴스|인물|베스트|[Bb][Ee][Ss][Tt]|순위|수상작)[^.,]{0,8}"
    r"(?:을|를|로|으로|에는?|이|가) ?(?:[가-힣]{1,4} )?$"
)
"""What is chosen as the best of its kind has won no call: `올해의 성과로 뽑았다`."""
_AGED = re.compile(
    r"(?:된|한|돼|하고|되고)? ?(?:후|지|뒤) ?(?:약 )?[0-9]+년"
    r"(?: ?이상|여? ?(?:넘|지난|지나|경과)|이 ?(?:훌쩍 )?(?:넘|지난|지나|경과|된))"
)
"""How old a thing is tells no step of it: `착공 후 20년 이상 지난 산단`."""
_SETTLED = frozenset(
    {Milestone.SELECTED, Milestone.DESIGNATED, Milestone.APPROVED, Milestone.APPLIED}
)
_TURNS = frozenset({"면", "으면", "지만", "는데", "ᆫ데", "려면", "으려면", "도록", "지"})
"""Endings behind which the sentence says something else."""
_OBJECTS = frozenset({"에", "을", "를", "이", "가"})
_ENTERS = frozenset({"들어가", "마치", "끝내", "나서", "하", "열", "시작", "완료", "마무리"})
_ENDS = frozenset({"완료", "마무리", "끝나", "끝내", "마치", "끝맺"})
_NOTICES = frozenset({"공고", "고시"})
_OF_LAND = re.compile(r"(?:보상 ?계획|감정 ?평가|열람|채용|모집)(?:을|를)? ?$")
_BUYS_LAND = re.compile(r"보상 ?계획[을를]? ?(?:열람 ?)?공고")
"""What is put up without a plan having been approved: `보상 계획을 공고했다`."""
_VERBAL = frozenset({"XSV", "VV", "XSA", "VCP", "VX"})
_REFUSED = re.compile(
    r"^ ?(?:해제|취소|철회)|불발|무산|"
    r"촉구|요구|건의|바라|하려면|경우|유찰|못하|못했|지 않|아니|실패|늦어|탈락|떨어|미뤄|밀려|"
    r"밀렸|연기|지연"
)
_IF = re.compile(r"되면|하면|으면|르면|려면|때|따라|위해|위한|위하|대로|대비")
_MEANT = re.compile(r"예정|계획|방침|목표|구상|전망|앞두|겠|기로|할 것|앞으로|생각|포부|의지|뜻")
_GOES_ON = re.compile(r"고 있|아 왔|해 왔|어 왔|온|중이|한창|가고 있")
_APPLIES = re.compile(r"신청|응모|도전|제출|뛰어들")
_TURNED = (("no", _REFUSED), ("if", _IF), ("on", _GOES_ON), ("applies", _APPLIES))
"""What behind a word says that it tells no milestone, or another one."""
_DONE = re.compile(r"(?:았|었|였|했|됐|갔|렸|졌|혔|쳤|났|왔|켰|떴|섰|꼈|뤘)[다고으지을던]")


@dataclass(frozen=True, slots=True)
class Told:
    """A word, where it and its endings stand, what it can tell and the cues of its form."""

    word: str
    tells: tuple[Milestone, ...]
    start: int
    end: int
    cues: tuple[str, ...]
    ahead: bool = False
    past: bool = False
    kin: str = ""


@cache
def _lexicon() -> Mapping[str, tuple[Milestone, ...]]:
    return {
        word: tuple(sorted(map(Milestone, kinds))) for word, kinds in kinds_of("milestones").items()
    }


@once_a_sentence
def words_that_tell(reading: Reading, sentence: Sentence) -> tuple[Told, ...]:
    """The words of a sentence that may tell a milestone, in order."""
    return tuple(_find(reading.document.text, sentence))


def _find(text: str, sentence: Sentence) -> Iterator[Told]:
    lexicon = _lexicon()
    tokens = sentence.tokens
    before: Token | None = None
    for position, token in enumerate(tokens):
        if not _has_content(token):
            continue
        word = token.form
        if before is not None and token.start - before.end <= _NEAR:
            pair = f"{before.form} {word}"
            if pair in lexicon:
                word = pair
        long = token.end - token.start > 1 or token.tag[0] == "V" or " " in word
        if word in lexicon and long and not _tells_none(text, sentence, token, word):
            yield _told(text, sentence, position, word, before)
        before = token


def _tells_none(text: str, sentence: Sentence, token: Token, word: str) -> bool:
    """Whether a word tells of an honour, how old something is, or that a preparation is over."""
    if word in _CHOOSING and _HONOURS.search(text, sentence.start, token.start):
        return True
    if word in _ENDS and is_preparation(text, token.start):
        return True
    if word in _NOTICES and _OF_LAND.search(text, sentence.start, token.start):
        return True
    if _BUYS_LAND.match(text, token.start - 3, sentence.end):
        return True
    return _AGED.match(text, token.end, sentence.end) is not None


def _has_content(token: Token) -> bool:
    return token.tag in {"NNG", "XR", "MAG"} or token.tag[:2] in {"VV", "VA", "NN"}


def _told(text: str, sentence: Sentence, position: int, word: str, before: Token | None) -> Told:
    lexicon = _lexicon()
    tokens = sentence.tokens
    token = tokens[position]
    form = _Form(tokens, position)
    end = form.end
    rest = text[token.start : min(sentence.end, end + 18)]
    cues = [f"w={word}", f"f={form.shape}", f"n={form.after}", f"x={form.shape}/{form.after}"]
    cues += [f"wf={word}/{form.shape}", f"wn={word}/{form.after}"]
    kin = "+".join(kind[:3] for kind in lexicon[word])
    cues += [f"c={kin}", f"cs={kin}/{form.coarse}", f"cn={kin}/{form.after}", f"s={form.coarse}"]
    if before is not None:
        cues += [f"b={before.form}", f"bw={before.form} {word}", f"bc={before.form}/{kin}"]
    meant = _MEANT.search(rest) is not None
    for name, pattern in _TURNED:
        if pattern.search(rest):
            cues += [name, f"{name}:{kin}"]
    if meant:
        cues += ["meant", f"meant:{kin}", f"meant:{form.coarse}/{kin}"]
    cues.append(f"z={sentence.zone.value}")
    left = text[sentence.start : token.start]
    if left.count("“") > left.count("”"):
        cues.append("speech")
    return Told(
        word,
        lexicon[word],
        token.start,
        end,
        tuple(cues),
        form.future
        or (not form.past and (meant or _leans(form, word) or _is_expected(form, word)))
        or (form.coarse.startswith("noun") and DELAYED.search(rest) is not None),
        form.past,
        kin,
    )


def _leans(form: _Form, word: str) -> bool:
    """Whether a word has the tense of the sentence's end; in `선정돼 돈을 받게 된다` it has not."""
    return form.leans and (form.ends or _SETTLED.isdisjoint(_lexicon()[word]))


def _is_expected(form: _Form, word: str) -> bool:
    """`연말 준공되는 센터`: what is told of a moment in the present has not come yet."""
    momentary = len(_lexicon()[word]) == 1 and not _lasting(word)
    return momentary and form.coarse == "pres/ETM"


def _lasting(word: str) -> bool:
    return _lexicon()[word][0] not in {Milestone.STARTED, Milestone.COMPLETED, Milestone.OPENED}


class _Form:
    """How a word goes on: tense, ending, and the content word behind."""

    def __init__(self, tokens: tuple[Token, ...], position: int) -> None:
        start, token = position, tokens[position]
        self.past = self.future = False
        self.end = token.end
        self.after = ""
        voice, ending, tense = "", "", ""
        self.kind = "bare"
        verbal = token.tag.startswith("V")
        position += 1
        stop = min(len(tokens), position + _REACH)
        while position < stop:
            following = tokens[position]
            tag = following.tag.split("-")[0]
            close = following.start - self.end <= 0
            if not verbal and close and tag in _VERBAL:
                verbal, voice = True, following.form
            elif verbal and tag == "EP":
                self.past = self.past or following.form in {"었", "았", "였", "했"}
                self.future = self.future or following.form == "겠"
            elif verbal and tag in {"ETM", "EC", "EF", "ETN"}:
                ending = following.form if tag != "EF" else "."
                self.kind = tag
                if tag == "ETM":
                    self.past = self.past or following.form in {"은", "ᆫ", "던"}
                    self.future = self.future or following.form in {"ᆯ", "을"}
            elif verbal and tag == "VX" and following.start - self.end <= 1:
                voice += "+" + following.form
            elif not verbal and close and tag.startswith("J"):
                ending = following.form
                self.kind = ending
            else:
                break
            self.end = following.end
            position += 1
            if tag == "EF":
                break
        if position < len(tokens) and tokens[position].start - self.end <= 1:
            following = tokens[position]
            if _has_content(following) or following.tag in {"XSN", "NNB"}:
                self.after = following.form
            elif following.tag.startswith(("S", "EF")):
                self.after = "."
        tense = "past" if self.past else "fut" if self.future else "pres" if verbal else "noun"
        self.shape = f"{tense}/{voice}/{ending}"
        how = "go on" if voice.endswith("+있") else self.kind
        self.coarse = f"{tense}/{how}"
        links = verbal and how != "go on" and self.kind in {"EF", "EC"} and ending not in _TURNS
        enters = not verbal and self.kind in _OBJECTS and self.after in _ENTERS
        self.ends = self.kind == "EF"
        self.leans = (links or enters) and is_to_come(tokens, start)
