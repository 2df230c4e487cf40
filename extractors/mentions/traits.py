"""What is seen of a proposed name and around it, as short words that the judge weighs."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from extractors.document import Sentence, Zone
from extractors.folding import fold
from extractors.mentions.ground import Ground
from extractors.mentions.phrases import COUNTED
from extractors.mentions.proposals import Proposal
from extractors.wordlists import either, words
from graph.model import EntityType

TAIL = re.compile(f"(?:{either('project_tails')})(?=(?:\\([^)]*\\))?$)")
PLAIN = words("plain_names")
UNDERTAKING = words("project_tails", "undertaking")
FACILITY = words("project_tails", "facility")
DOING = words("project_tails", "doing")
PLACE = words("project_tails", "place")
EMPTY = re.compile(
    r"^(?:일반|우수|국가|첨단|신규|산업|생산|제조|연구|교육|개발|지원|조성|구축|실증|시범|공공|주요"
    r"|핵심|후속|물류|도시|국제|종합|시험|글로벌|미래|스마트|대규모|기업|혁신|기술|지역|사업|정책|관련)*$"
)
PRAISE = re.compile(
    r"^(?:국내|세계|세계적|아시아|동북아|동양|최대|최초|대규모|대형|소규모|실내|실외|각종|주요|핵심|여러|다양한|새|기존"
    r"|부속|부대|관련|전용|글로벌|국제적|명품|온라인|오프라인|민간|첨단)$"
)
NUMBERED = re.compile(r"제[0-9]+|[0-9]단계|[0-9]차|^20[0-9]{2}년?")
MONEY = re.compile(r"[^.\n]{0,14}?[0-9][0-9,.]*(?:조|억)")
AREA = re.compile(
    r"\s?\(?[^.\n가-힣]{0,3}(?:연면적\s)?[0-9][0-9,.]*(?:만\s?)?(?:[0-9,.]*\s?)(?:㎡|평|제곱|ha|㏊)"
)
AREA_BEFORE = re.compile(r"(?:㎡|평|제곱미터|㏊|ha)(?:의| 규모의?| 크기의| 터의?)?\s[‘'“\"]?$")
LINKS = re.compile(
    r"(?:(?:\([^()\n]{1,30}\))?[’'”\"]?(?:, ?|·|∙|ㆍ|과 |와 | 및 |\s?[△▲▷▶◆◇■□●○▪◦▴①-⑳]\s?))[‘'“\"]?"
)
ETC = re.compile(
    r"\s등(?:\s(?:총\s|모두\s)?[0-9]+(?:개|곳|건|종)?(?:\s?[가-힣]{2,4}(?=[을를은는이가에]))?|(?=[을를은는이가에의]))?"
)
BEHIND = re.compile(r"^(?:[’'”\"」』)]|\([^)]*\))*")
WORD = re.compile(r"[0-9A-Za-z가-힣]+")
MARKS = re.compile(r"[△▲▷▶◆◇■□●○▪◦▴❍ㅇ①-⑳]\s*$")
DASH = re.compile(r"(?:^|\n)\s*[-·∙ㆍ*※]\s*$")
CONTENT = ("VV", "VA", "VX", "VCP", "XSV", "XSA")
BEFORE = re.compile(r"([가-힣]{1,3})\s[‘'“\"「『]?$")
DONE = re.compile(
    r"조성|구축|건립|건설|착공|준공|개소|설립|지정|선정|유치|추진|신설|완공|개관|공모|예타|제정|확보|통과|가동"
    r"|증설|기공|시행|승인|고시|도전|짓|지어|세우|세워|들어선|들어설|첫 삽|국비|사업비|투입"
)
LOCATIVE = re.compile(
    r"\s?(?:내|안|안에|내에|일원|일대|입주|인근|부지|옆|주변|현장|앞|[0-9]+층|터|자리)(?=[\s에의을를은는이가,.]|$)"
)


LONGEST = 60
"""Letters of the longest name that is looked at."""


class Observer:
    """Sees what surrounds the proposals of one document."""

    def __init__(self, ground: Ground, offered: Sequence[Proposal]) -> None:
        self.ground = ground
        self.offered = offered
        self.starts = {p.start: p for p in sorted(offered, key=lambda p: p.end)}
        self.ends = {p.end: p for p in sorted(offered, key=lambda p: -p.start)}
        self.counts = Counter(
            fold(t)
            for t in {(p.start, p.end): ground.text[p.start : p.end] for p in offered}.values()
        )

    @cached_property
    def _endings(self) -> set[str]:
        """What the names end in, two letters or more left out."""
        return {name[at:] for name in self.counts for at in range(2, min(len(name), LONGEST) - 1)}

    @cached_property
    def title(self) -> str:
        """The folded title."""
        return "|".join(
            fold(self.ground.document.surface(s))
            for s in self.ground.document.sentences
            if s.zone is Zone.TITLE
        )

    @cached_property
    def _first_end(self) -> int:
        body = [s for s in self.ground.document.sentences if s.zone is Zone.BODY]
        return body[min(2, len(body) - 1)].end if body else 0

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [s.start for s in self.ground.document.sentences]

    @cached_property
    def _listed(self) -> dict[int, str]:
        return {
            hit.end: f"{hit.entries[0].type}.{hit.entries[0].level}" for hit in self.ground.listed
        }

    def sentence(self, offset: int) -> Sentence:
        """The sentence that holds an offset."""
        at = bisect_left(self._sentence_starts, offset + 1) - 1
        return self.ground.document.sentences[max(0, at)]

    def traits(self, proposals: Iterable[Proposal]) -> set[str]:
        """The traits of the proposals of one name, wherever they stand."""
        seen: set[str] = set()
        spans: dict[tuple[int, int], Proposal] = {}
        for proposal in proposals:
            spans.setdefault((proposal.start, proposal.end), proposal)
            seen.add(f"by={proposal.source}")
            if proposal.said:
                seen.add(f"by={proposal.source}:{proposal.said}")
                seen.add(f"said={proposal.said}")
        surfaces = set()
        for proposal in spans.values():
            surface = self.ground.text[proposal.start : proposal.end]
            if surface not in surfaces:
                surfaces.add(surface)
                seen.update(self._shape(proposal))
            if proposal.start < self._first_end:
                seen.add("lead")
            seen.update(self._around(proposal))
        return seen

    def _shape(self, proposal: Proposal) -> Iterator[str]:
        ground, text = self.ground, self.ground.text
        name = text[proposal.start : proposal.end]
        parts = name.split(" ")
        tail = TAIL.search(name)
        tail_word = tail.group() if tail else ""
        yield f"tail={tail_word or name[-2:]}"
        kinds = [
            kind
            for kind, own in (
                ("undertaking", UNDERTAKING),
                ("facility", FACILITY),
                ("doing", DOING),
                ("place", PLACE),
            )
            if tail_word in own
        ]
        for kind in kinds or ["none"]:
            yield f"kind={kind}"
        last = parts[-1]
        head = last[: len(last) - len(tail_word)] if tail else last
        if last in PLAIN:
            yield f"plain:{min(3, len(parts))}"
        if not head:
            yield f"headless:{min(3, len(parts))}"
        elif EMPTY.match(head):
            yield f"emptyhead:{min(3, len(parts))}"
        if all(
            EMPTY.match(part)
            or part in PLAIN
            or not TAIL.sub("", part)
            or EMPTY.match(TAIL.sub("", part))
            for part in parts
        ):
            yield "allempty"
        yield f"words={min(6, len(parts))}"
        yield f"length={min(12, len(name) // 3)}"
        if PRAISE.match(parts[0]):
            yield "praise"
        if NUMBERED.search(name):
            yield "numbered"
        if re.search("[A-Za-z]", name):
            yield "latin"
        if re.search("[·,/]", name):
            yield "points"
        if re.search(r"[을를은는] ", name):
            yield "particles"
        if "의 " in name or "인 " in name:
            yield "genitive"
        if "(" in name:
            yield "bracket"
        low, high = ground.flat_index(proposal.start), ground.flat_index(proposal.end)
        inner = ground.flat[low:high]
        region = any(word.start in ground.region_starts for word in inner)
        first_region = bool(inner) and inner[0].start in ground.region_starts
        proper = sum(word.proper and word.start not in ground.region_starts for word in inner)
        yield f"region={'first' if first_region else 'inner' if region else 'none'}"
        yield f"proper={min(2, proper)}"
        if not proper and not region:
            yield f"common:{kinds[0] if kinds else 'none'}:{min(4, len(parts))}"
        else:
            yield f"named:{kinds[0] if kinds else 'none'}:{min(3, len(parts))}"
        if proposal.end in self._listed:
            yield f"listed={self._listed[proposal.end]}"
        if inner and inner[0].start in ground.region_starts and len(inner) > 1:
            yield "placed"
        entries = ground.gazetteer.entries
        if any(entries(word.noun, EntityType.COMPANY) for word in inner):
            yield "firm"
        if COUNTED.match(parts[0]):
            yield "counted"
        own = fold(name)
        title = self.title
        if own in title:
            yield "title=whole"
        elif title:
            share = sum(fold(part) in title for part in parts if len(part) > 1) / len(parts)
            yield f"title={round(share * 2)}"
        count = self.counts[own]
        yield f"count={min(4, count)}"
        if own in self._endings:
            yield "ends-longer"
        if any(self.counts[own[at:]] > 1 for at in range(2, len(own) - 1)):
            yield "has-shorter"

    def _around(self, proposal: Proposal) -> Iterator[str]:
        ground, text = self.ground, self.ground.text
        start, end = proposal.start, proposal.end
        sentence = self.sentence(start)
        if sentence.zone is Zone.TITLE:
            yield "zone=title"
        before = text[max(sentence.start - 4, start - 30, 0) : start]
        if before[-1:] in "‘'“\"「『｢《〈<" and before[-1:]:
            yield f"quote={before[-1]}"
        if MARKS.search(before):
            yield "bullet=mark"
        elif DASH.search(before):
            yield "bullet=dash"
        elif start == sentence.start:
            yield "bullet=start"
        if (match := BEFORE.search(before)) is not None:
            yield f"before={match.group(1)[-1]}"
            if len(match.group(1)) > 1:
                yield f"before2={match.group(1)[-2:]}"
        if AREA_BEFORE.search(before):
            yield "area"
        stop, hops = self._last_of_series(end)
        if hops:
            yield f"series={min(3, hops)}"
        prior = self._before_in_series(start)
        if prior is not None:
            yield f"prior={prior.said.split('.')[0] if prior.said else prior.source}"
            if not hops:
                yield "series=last"
        shut = BEHIND.match(text[stop : stop + 40])
        stop += shut.end() if shut else 0
        if (etc := ETC.match(text, stop)) is not None:
            yield "etc"
            yield f"etc={etc.group()[-2:]}"
            stop = etc.end()
        after = text[stop : min(sentence.end, stop + 60)]
        direct = text[end : min(sentence.end, end + 60)]
        if MONEY.match(direct):
            yield "money=after"
        if AREA.match(direct):
            yield "area=after"
        if direct.startswith("="):
            yield "equals"
        if direct[:1] == "(":
            yield "bracketed"
        glued = re.match(r"[가-힣]+", after)
        particle = glued.group() if glued else ""
        yield f"particle={particle[:3]}"
        own = kind_of(text[start:end])
        yield f"{own}|particle={particle[:2]}"
        if DONE.search(after[:45].split("\n")[0]):
            yield "built"
            yield f"{own}|built={particle[:1]}"
        if MONEY.search(text[sentence.start : sentence.end]):
            yield "sentence=money"
        following = self._after_in_series(end)
        if following is not None:
            yield f"following={following.said.split('.')[0] if following.said else following.source}"
        for near in (prior, following):
            if near is not None and near.said.startswith("project.") and near.said[-1] in "789":
                yield "near=project"
            elif near is not None and near.said.startswith("site."):
                yield "near=site"
        if (
            particle == ""
            and (match := WORD.match(after.lstrip())) is not None
            and after[:1] == " "
        ):
            yield f"next={match.group()[:2]}"
            if LOCATIVE.match(after):
                yield "locative"
        for lemma in self._verbs(sentence, stop):
            yield f"verb={lemma}"
            yield f"verb={particle[:1]}+{lemma}"
        if not glued and not after.strip():
            yield "ends"

    def _verbs(self, sentence: Sentence, offset: int) -> Iterator[str]:
        """The first two predicates behind an offset."""
        found = 0
        previous = ""
        tokens = sentence.tokens
        for at in range(bisect_left(tokens, offset, key=lambda token: token.start), len(tokens)):
            token = tokens[at]
            tag = token.tag
            if tag.startswith(("VV", "VA")):
                yield token.form
                found += 1
            elif tag in ("XSV", "XSA"):
                yield previous
                found += 1
            elif tag == "SF" or (tag == "SP" and found):
                return
            if found == 2:
                return
            previous = token.form

    def _last_of_series(self, end: int) -> tuple[int, int]:
        hops = 0
        while hops < 8 and (match := LINKS.match(self.ground.text, end)) is not None:
            following = self.starts.get(match.end())
            if following is None:
                break
            end = following.end
            hops += 1
        return end, hops

    def _after_in_series(self, end: int) -> Proposal | None:
        match = LINKS.match(self.ground.text, end)
        return self.starts.get(match.end()) if match else None

    def _before_in_series(self, start: int) -> Proposal | None:
        for back in range(1, 30):
            found = self.ends.get(start - back)
            if found is not None and LINKS.fullmatch(self.ground.text, found.end, start):
                return found
        return None


def kind_of(name: str) -> str:
    """What kind of last part a name has."""
    tail = TAIL.search(name)
    word = tail.group() if tail else ""
    for kind, own in (
        ("place", PLACE),
        ("undertaking", UNDERTAKING),
        ("facility", FACILITY),
        ("doing", DOING),
    ):
        if word in own:
            return kind
    return "other" if word else "none"
