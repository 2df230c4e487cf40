"""IRIs read as Korean, are legal, and lead back to one entity only."""

from __future__ import annotations

import unicodedata
from urllib.parse import quote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Quad, RdfFormat, parse, serialize
from rdflib import URIRef

from graph.iris import Iris, escape, split_path, unescape
from graph.model import EntityType
from graph.vocabulary import LABEL

NAMES = st.one_of(
    st.text(min_size=1),
    st.text(st.sampled_from('가창원_ %/?#<>"{}|\\^`\x00\u200b\u00a0.ㄱ[]A%25'), min_size=1),
)


@given(st.sampled_from(EntityType), NAMES)
def test_the_way_back_gives_the_same_type_and_name(kind: EntityType, name: str) -> None:
    iris = Iris()
    path = iris.path(iris.entity(f"{kind.value}/{name}").value)
    assert split_path(path) == (kind, unicodedata.normalize("NFC", name))


@given(NAMES, NAMES)
def test_names_share_an_iri_only_if_they_are_one_name(one: str, other: str) -> None:
    same = unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other)
    assert (escape(one) == escape(other)) == same


@given(NAMES)
def test_a_name_is_one_segment_of_a_legal_iri(name: str) -> None:
    iri = Iris().entity(f"site/{name}")
    assert not set(escape(name)) & set(' /?#<>"{}|\\^`[]')
    assert not any(unicodedata.category(letter) in ("Cc", "Cf") for letter in iri.value)
    split = urlsplit(iri.value)
    assert split.path.count("/") == 4
    assert not split.query
    assert not split.fragment
    written = serialize([Quad(iri, LABEL, iri)], format=RdfFormat.N_QUADS)
    assert [quad.subject for quad in parse(written, RdfFormat.N_QUADS)] == [iri]
    assert URIRef(iri.value).n3() == f"<{iri.value}>"


@given(NAMES)
def test_a_browser_may_percent_encode_all_of_it(name: str) -> None:
    iri = Iris().entity(f"site/{name}").value
    url = quote(iri, safe=":/%", errors="surrogatepass")
    assert Iris().path(url) == Iris().path(iri)


def test_korean_is_readable() -> None:
    assert escape("첨단소재 실증 연구단지") == "첨단소재_실증_연구단지"
    assert escape("‘방위·원자력 융합’ 국가산단(창원)") == "‘방위·원자력_융합’_국가산단(창원)"


def test_decomposed_korean_is_the_same_name() -> None:
    assert escape(unicodedata.normalize("NFD", "창원")) == "창원"
    assert unescape(unicodedata.normalize("NFD", "창원")) == "창원"


@pytest.mark.parametrize(
    "iri",
    [
        "https://example.org/id/region/48120",
        "https://w3id.org/sanmaek/id/planet/48120",
        "https://w3id.org/sanmaek/id/region/",
        "https://w3id.org/sanmaek/id/region/48/120",
        "https://w3id.org/sanmaek/id/region/48120?x",
        "https://w3id.org/sanmaek/id/region/%FF",
    ],
)
def test_what_is_no_entity_is_refused(iri: str) -> None:
    with pytest.raises(ValueError, match=r"not the IRI|decode"):
        Iris().path(iri)


@pytest.mark.parametrize("base", ["", "w3id.org/", "https://w3id.org/sanmaek", "https://a b/"])
def test_a_base_is_an_address_that_ends_in_a_slash(base: str) -> None:
    with pytest.raises(ValueError, match="base"):
        Iris(base)


def test_the_base_is_a_setting_and_the_rest_follows() -> None:
    iris = Iris("http://localhost:8000/")
    assert iris.article("a1").value == "http://localhost:8000/id/article/a1"
    assert iris.graph("a1").value == "http://localhost:8000/graph/article/a1"
    assert iris.claim("a1", "f").value == "http://localhost:8000/id/claim/a1/f"
    assert iris.quote("a1", "char=1,2").value == "http://localhost:8000/id/article/a1#char=1,2"
    assert iris.prefixes()["project"] == "http://localhost:8000/id/project/"
    assert iris.prefixes()["smk"] == "https://w3id.org/sanmaek/ontology#"


@pytest.mark.parametrize("path", ["region", "region/", "planet/1", "/x"])
def test_a_path_has_a_known_type_and_a_name(path: str) -> None:
    with pytest.raises(ValueError, match=r"path|EntityType"):
        split_path(path)
