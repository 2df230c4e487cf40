"""Every IRI that the graph writes, and the way back from an entity's IRI to its path.

The ontology's namespace is fixed; the rest hangs below a base that is a setting. Korean stands in
an IRI as it is read; what an IRI or a URL's path cannot hold is percent-encoded.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote_to_bytes

from pyoxigraph import NamedNode

from graph.model import EntityType
from graph.vocabulary import PREFIXES

BASE = "https://w3id.org/sanmaek/"
"""Where entities live unless a setting says otherwise: the same on every server."""

_PLAIN = re.compile(r"[A-Za-z0-9\-.~!$&'()*+,;=:@]")
_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp", "Zs"})


@dataclass(frozen=True, slots=True)
class Iris:
    """The IRIs below one base.

    >>> iris = Iris()
    >>> iris.entity("region/48120").value
    'https://w3id.org/sanmaek/id/region/48120'
    >>> iris.entity("project/AI·SW 융합 1/2단계").value
    'https://w3id.org/sanmaek/id/project/AI·SW_융합_1%2F2단계'
    >>> iris.path("https://w3id.org/sanmaek/id/project/AI·SW_융합_1%2F2단계")
    'project/AI·SW 융합 1/2단계'

    Raises ValueError for a base that is not an http(s) address ending in a slash.
    """

    base: str = BASE

    def __post_init__(self) -> None:
        if not re.fullmatch(r"https?://[^\s<>\"{}|\\^`?#]+/", self.base):
            raise ValueError(f"a base is an http address that ends in '/', not {self.base!r}")

    def entity(self, path: str) -> NamedNode:
        """The IRI of the entity with that path, `<type>/<name or code>`.

        Names that differ only in Unicode form are one name; all others have IRIs of their own.
        """
        kind, name = split_path(path)
        return NamedNode(f"{self.base}id/{kind.value}/{escape(name)}")

    def path(self, iri: str) -> str:
        """The path of an entity, from its IRI or from the URL that a browser made of it.

        Raises ValueError for what is not an entity's IRI below this base.

        >>> Iris().path("https://w3id.org/sanmaek/id/region/%EC%B0%BD%EC%9B%90")
        'region/창원'
        """
        found = re.fullmatch(re.escape(self.base) + r"id/([a-z]+)/([^/?#]+)", iri)
        if not found or found[1] not in set(EntityType):
            raise ValueError(f"not the IRI of an entity below {self.base}: {iri!r}")
        return f"{found[1]}/{unescape(found[2])}"

    def post(self, organization: str, title: str) -> NamedNode:
        """The IRI of an office, by the path of its body.

        >>> Iris().post("region/48120", "시장").value
        'https://w3id.org/sanmaek/id/post/region/48120/시장'
        """
        kind, name = split_path(organization)
        return NamedNode(f"{self.base}id/post/{kind.value}/{escape(name)}/{escape(title)}")

    @property
    def dataset(self) -> NamedNode:
        """The IRI of the data set as a whole."""
        return NamedNode(f"{self.base}dataset")

    def article(self, article_id: str) -> NamedNode:
        """The IRI of an article."""
        return NamedNode(f"{self.base}id/article/{article_id}")

    def graph(self, article_id: str) -> NamedNode:
        """The IRI of the named graph that holds what was read from an article.

        It is not the article's own: the paper wrote the article, we wrote the graph. The one has a
        reporter and stays, the other has an extractor and goes when it is retracted.
        """
        return NamedNode(f"{self.base}graph/article/{article_id}")

    def claim(self, article_id: str, fingerprint: str) -> NamedNode:
        """The IRI of a claim, by its fingerprint (`graph.fingerprint`)."""
        return NamedNode(f"{self.base}id/claim/{article_id}/{fingerprint}")

    def evidence(self, article_id: str, claim: str, evidence: str) -> NamedNode:
        """The IRI of a claim's evidence, by both fingerprints."""
        return NamedNode(f"{self.base}id/evidence/{article_id}/{claim}/{evidence}")

    def quote(self, article_id: str, fragment: str) -> NamedNode:
        """The IRI of a stretch of an article; `char=12,34` is the fragment of RFC 5147."""
        return NamedNode(f"{self.base}id/article/{article_id}#{fragment}")

    def extractor(self, name: str) -> NamedNode:
        """The IRI of a version of the extractors."""
        return NamedNode(f"{self.base}id/extractor/{escape(name)}")

    def prefixes(self) -> dict[str, str]:
        """The prefixes of queries and dumps, one for each type of entity among them.

        >>> Iris().prefixes()["region"]
        'https://w3id.org/sanmaek/id/region/'
        """
        own = {kind.value: f"{self.base}id/{kind.value}/" for kind in EntityType}
        return {**PREFIXES, **own, "article": f"{self.base}id/article/"}


def split_path(path: str) -> tuple[EntityType, str]:
    """The type and the name or code that make a path; ValueError for what is none.

    >>> split_path("region/48120")
    (<EntityType.REGION: 'region'>, '48120')
    """
    kind, slash, name = path.partition("/")
    if not slash or not name:
        raise ValueError(f"an entity's path is '<type>/<name or code>', not {path!r}")
    return EntityType(kind), name


@lru_cache(maxsize=200_000)
def escape(name: str) -> str:
    """A name as one segment of an IRI's path: Korean as it is, a space as `_`.

    >>> escape("제2 재료_연구원 50%")
    '제2_재료%5F연구원_50%25'
    """
    return "".join(_escaped(letter) for letter in unicodedata.normalize("NFC", name))


def unescape(segment: str) -> str:
    """The name that `escape` wrote, or that a browser percent-encoded further."""
    spaced = segment.replace("_", " ")
    name = unquote_to_bytes(spaced.encode("utf-8", "surrogatepass"))
    return unicodedata.normalize("NFC", name.decode("utf-8", "surrogatepass"))


def _escaped(letter: str) -> str:
    if letter == " ":
        return "_"
    if _PLAIN.match(letter) or (ord(letter) > 0x9F and _is_visible(letter)):
        return letter
    return "".join(f"%{byte:02X}" for byte in letter.encode("utf-8", "surrogatepass"))


def _is_visible(letter: str) -> bool:
    """Whether RFC 3987 allows a letter beyond ASCII, and a reader would see it."""
    code = ord(letter)
    allowed = code < 0xFFF0 or 0x10000 <= code < 0xE0000
    return allowed and unicodedata.category(letter) not in _UNSEEN
