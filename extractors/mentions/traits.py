"""What is seen of a proposed name and around it, as short words that the judge weighs."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from extractors.document import Sentence, Token, Zone
from extractors.folding import fold
from extractors.mentions.fellows import MONEY, SUM, Fellows
from extractors.mentions.ground import Ground
from extractors.mentions.proposals import PLACED, Proposal
from extractors.mentions.setting import LINKS, setting
from extractors.mentions.shape import kind_of, shape
from extractors.mentions.wording import wording
from extractors.points import NUMBERED, POINTS

AREA = re.compile(
    r"\s?\(?[^.\n가-힣]{0,3}(?:연면적\s)?[0-9][0-9,.]*(?:만\s?)?(?:[0-9,.]*\s?)(?:㎡|평|제곱|ha|㏊)"
)
AREA_BEFORE = re.compile(r"(?:㎡|평|제곱미터|㏊|ha)(?:의| 규모의?| 크기의| 터의?)?\s[‘'“\"]?$")
NUMBER = re.compile(
    r"[은는이가을를]?\s(?:총\s|모두\s|등\s)?(?:[0-9]+(?:여\s?)?|(?:두|세|네|다섯|여섯|일곱|여덟|아홉|열)\s)"
    r"(?:건|개|곳|종|가지|과제)(?!월|년|소)"
)
"""A count behind a name, which is then one for many things."""
STOREY = re.compile(r"(?<![0-9])[0-9]{1,2}층(?:에|은|과|부터|까지)")
ROUTE = re.compile(r"거쳐|경유|잇는|이어지|정거장|정류장|노선|구간|까지\s[0-9]")
HEADS = frozenset("◇◆■□▣◈")
"""Marks of headings more than of items."""
ETC = re.compile(
    r"\s등(?:\s(?:총\s|모두\s)?[0-9]+(?:개|곳|건|종)?(?:\s?[가-힣]{2,4}(?=[을를은는이가에]))?|(?=[을를은는이가에의]))?"
)
BEHIND = re.compile(r"(?:[’'”\"」』)]|\([^)]*\))*")
GLUED = re.compile("[가-힣]+")
NEXT = re.compile(r" ([0-9A-Za-z가-힣]+)")
MARKS = re.compile(rf"[{POINTS}ㅇ{NUMBERED}]\s*$")
DASH = re.compile(r"(?:^|\n)\s*[-·∙ㆍ*※]\s*$")
BEFORE = re.compile(r"([가-힣]{1,3})\s[‘'“\"「『]?$")
_BEFORE_LENGTH = 6
"""Letters of the longest stretch that it finds, with a line's end."""
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
        self._told: dict[int, tuple[bool, bool, bool]] = {}
        self.starts = {p.start: p for p in sorted(offered, key=lambda p: p.end)}
        self.ends = {p.end: p for p in sorted(offered, key=lambda p: -p.start)}
        self.counts = Counter(
            fold(t)
            for t in {(p.start, p.end): ground.text[p.start : p.end] for p in offered}.values()
        )
        self.fellows = Fellows(ground, self.counts)

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
    def _end_order(self) -> list[int]:
        return sorted(self.ends)

    @cached_property
    def _first_end(self) -> int:
        body = [s for s in self.ground.document.sentences if s.zone is Zone.BODY]
        return body[min(2, len(body) - 1)].end if body else 0

    @cached_property
    def _listed(self) -> dict[int, str]:
        return {
            hit.end: f"{hit.entries[0].type}.{hit.entries[0].level}" for hit in self.ground.listed
        }

    def sentence(self, offset: int) -> Sentence:
        """The sentence that holds an offset."""
        document = self.ground.document
        return document.sentences[document.number_at(offset)]

    def _tokens(self, proposal: Proposal) -> Sequence[Token]:
        """The morphemes of a name."""
        tokens = self.sentence(proposal.start).tokens
        low, high = (
            bisect_left(tokens, offset, key=lambda token: token.start)
            for offset in (proposal.start, proposal.end)
        )
        return tokens[low:high]

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
                seen.update(shape(self.ground, proposal.start, proposal.end))
                seen.update(wording(surface, self._tokens(proposal)))
                seen.update(self._document(proposal))
            seen.update(self._around(proposal))
        return seen

    def _document(self, proposal: Proposal) -> Iterator[str]:
        """How a name stands to the title and to the other names of the article."""
        name = self.ground.text[proposal.start : proposal.end]
        own = fold(name)
        kind = kind_of(name)
        yield f"{kind}|count={min(4, self.counts[own])}"
        if own in self.title:
            yield "title=whole"
            yield f"{kind}|title"
        elif self.title:
            parts = name.split(" ")
            share = sum(len(part) > 1 and fold(part) in self.title for part in parts) / len(parts)
            yield f"title={round(share * 2)}"
        yield f"count={min(4, self.counts[own])}"
        if own in self._endings:
            yield "ends-longer"
        if any(self.counts[own[at:]] > 1 for at in range(2, len(own) - 1)):
            yield "has-shorter"
        yield from self.fellows.begun(own)
        if proposal.end in self._listed:
            yield f"listed={self._listed[proposal.end]}"

    def _around(self, proposal: Proposal) -> Iterator[str]:
        """What stands around one place of a name."""
        sentence = self.sentence(proposal.start)
        if proposal.start < self._first_end:
            yield "lead"
            yield f"{kind_of(self.ground.text[proposal.start : proposal.end])}|lead"
        if sentence.zone is Zone.TITLE:
            yield "zone=title"
        yield from self._sentence_of(proposal, sentence)
        yield from self.fellows.owner(proposal.start)
        yield from setting(self.ground, sentence.tokens, proposal.start, proposal.end)
        yield from self._before(proposal, sentence)
        yield from self._at_once(proposal, sentence)
        stop, hops = self._last_of_series(proposal.end)
        yield from self._neighbours(proposal, hops)
        yield from self._behind(proposal, sentence, stop)

    def _tells(self, sentence: Sentence) -> tuple[bool, bool, bool]:
        """Whether a sentence tells of money, of the floors of a house, of the stops of a route."""
        known = self._told.get(sentence.start)
        if known is None:
            text, start, end = self.ground.text, sentence.start, sentence.end
            money, storey, route = (p.search(text, start, end) for p in (SUM, STOREY, ROUTE))
            known = money is not None, storey is not None, route is not None
            self._told[sentence.start] = known
        return known

    def _before(self, proposal: Proposal, sentence: Sentence) -> Iterator[str]:
        start = proposal.start
        before = self.ground.text[max(sentence.start - 4, start - 30, 0) : start]
        if before and before[-1] in "‘'“\"「『｢《〈<":
            yield f"quote={before[-1]}"
        if (mark := MARKS.search(before)) is not None:
            yield "bullet=mark"
            if mark.group()[0] in HEADS:
                yield "bullet=head"
            yield from self.fellows.list_of(start)
        elif DASH.search(before):
            yield "bullet=dash"
            yield from self.fellows.list_of(start)
        elif start == sentence.start:
            yield "bullet=start"
        if (match := BEFORE.search(before, len(before) - _BEFORE_LENGTH)) is not None:
            yield f"before={match.group(1)[-1]}"
            if len(match.group(1)) > 1:
                yield f"before2={match.group(1)[-2:]}"
        if AREA_BEFORE.search(before):
            yield "area"

    def _sentence_of(self, proposal: Proposal, sentence: Sentence) -> Iterator[str]:
        """What a sentence tells whatever it says of the name."""
        text = self.ground.text
        money, storey, route = self._tells(sentence)
        if money:
            yield "sentence=money"
        if storey:
            yield f"{kind_of(text[proposal.start : proposal.end])}|storey"
        if route:
            yield f"{kind_of(text[proposal.start : proposal.end])}|route"
            yield f"route={text[proposal.end - 1]}"

    def _at_once(self, proposal: Proposal, sentence: Sentence) -> Iterator[str]:
        """A sum, an area or a mark right behind a name."""
        end = proposal.end
        behind = self.ground.text[end : min(sentence.end, end + 60)]
        if MONEY.match(behind):
            yield "money=after"
        if NUMBER.match(behind):
            yield "number=after"
        if AREA.match(behind):
            yield "area=after"
        if behind.startswith("="):
            yield "equals"
        if behind.startswith("("):
            yield "bracketed"

    def _neighbours(self, proposal: Proposal, hops: int) -> Iterator[str]:
        """The names before and behind in a series."""
        if hops:
            yield f"series={min(3, hops)}"
        prior = self._before_in_series(proposal.start)
        if prior is not None:
            yield f"prior={prior.kind}"
            if not hops:
                yield "series=last"
        following = self._after_in_series(proposal.end)
        if following is not None:
            yield f"following={following.kind}"
        for near in (prior, following):
            if near is not None and near.said.startswith("project.") and near.said[-1] in "789":
                yield "near=project"
            elif near is not None and near.said.startswith("site."):
                yield "near=site"

    def _behind(self, proposal: Proposal, sentence: Sentence, stop: int) -> Iterator[str]:
        """Particle and predicates behind a name, or behind the series that it begins."""
        text = self.ground.text
        shut = BEHIND.match(text, stop, stop + 40)
        stop = shut.end() if shut else stop
        if (etc := ETC.match(text, stop)) is not None:
            yield "etc"
            yield f"etc={etc.group()[-2:]}"
            stop = etc.end()
        after = text[stop : min(sentence.end, stop + 60)]
        glued = GLUED.match(after)
        particle = glued.group() if glued else ""
        kind = kind_of(text[proposal.start : proposal.end])
        yield f"particle={particle[:3]}"
        yield f"{kind}|particle={particle[:2]}"
        if PLACED.match(text, stop):
            yield f"placed={text[proposal.end - 1]}"
            yield "placed"
        if DONE.search(after[:45].partition("\n")[0]):
            yield "built"
            yield f"{kind}|built={particle[:1]}"
        if (match := NEXT.match(after)) is not None:
            yield f"next={match.group(1)[:2]}"
            if LOCATIVE.match(after):
                yield "locative"
        for lemma in self._verbs(sentence, stop):
            yield f"verb={lemma}"
            yield f"verb={particle[:1]}+{lemma}"
        if not after.strip():
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
        order = self._end_order
        for at in range(bisect_left(order, start) - 1, -1, -1):
            end = order[at]
            if end < start - 29:
                break
            if LINKS.fullmatch(self.ground.text, end, start):
                return self.ends[end]
        return None
