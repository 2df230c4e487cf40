"""The accepted view: the plain triples that each type of claim comes to."""

from __future__ import annotations

from pyoxigraph import RdfFormat, Triple

from graph.direct import direct_triples
from graph.iris import Iris
from graph.model import Agreement, Evidence, Extraction, Located, PartOf, Role, Status
from tests.graph.rdf.conftest import text_of


def shown(triples: list[Triple]) -> list[str]:
    """Triples as short Turtle, one a line."""
    text = text_of(triples, RdfFormat.N_TRIPLES)
    base, ontology = Iris().base, "https://w3id.org/sanmaek/ontology#"
    rows = [line.removesuffix(" .") for line in text.splitlines()]
    return [row.replace(ontology, "smk:").replace(base, "") for row in rows]


def of(extraction: Extraction, paths: dict[str, str], index: int) -> list[str]:
    return shown(list(direct_triples(extraction.claims[index], paths, Iris())))


def test_each_claim_comes_to_its_plain_triples(
    extraction: Extraction, paths: dict[str, str]
) -> None:
    project, city, firm = "<id/project/실증단지>", "<id/region/48120>", "<id/company/산맥중공업>"
    phase, won = "<id/project/실증단지-1단계_사업>", "http://www.w3.org/2001/XMLSchema#integer"
    assert of(extraction, paths, 0) == [f"{project} <smk:locatedIn> <id/site/창원국가산단>"]
    assert of(extraction, paths, 2) == [
        f"{project} <smk:lead> {city}",
        f"{project} <smk:participant> {city}",
    ]
    assert of(extraction, paths, 3) == [f'{project} <smk:budget> "70000000000"^^<{won}>']
    assert of(extraction, paths, 6) == [f"{phase} <smk:partOf> {project}"]
    assert of(extraction, paths, 7) == [f"{phase} <smk:expected> <smk:milestone-started>"]
    assert of(extraction, paths, 8) == [f"{project} <smk:status> <smk:milestone-under_way>"]
    assert of(extraction, paths, 12) == [
        f"{city} <smk:agreedWith> {firm}",
        f"{firm} <smk:agreedWith> {city}",
    ]
    assert of(extraction, paths, 14) == [f"{project} <smk:about> <id/industry/수소>"]
    assert of(extraction, paths, 15) == [f'{firm} <smk:produces> "수소 압축기"@ko']


def test_a_share_and_foreign_money_are_no_budget(
    extraction: Extraction, paths: dict[str, str]
) -> None:
    assert of(extraction, paths, 4) == of(extraction, paths, 5) == []


def test_an_office_is_a_post_that_its_holder_holds_or_held(
    extraction: Extraction, paths: dict[str, str]
) -> None:
    mayor, post = "<id/person/홍길동-창원시>", "<id/post/region/48120/시장>"
    rows = of(extraction, paths, 9)
    assert rows[:2] == [
        f"{mayor} <smk:memberOf> <id/region/48120>",
        f"{mayor} <smk:holds> {post}",
    ]
    assert rows[3:] == [
        f'{post} <http://www.w3.org/2000/01/rdf-schema#label> "시장"@ko',
        f"{post} <smk:postIn> <id/region/48120>",
    ]
    assert [row.split()[1] for row in of(extraction, paths, 10)][:2] == [
        "<smk:formerMemberOf>",
        "<smk:held>",
    ]
    assert of(extraction, paths, 11) == []


def test_what_was_merged_into_one_is_not_joined_to_itself() -> None:
    paths = {"a": "region/48120", "b": "region/48120", "c": "region/48"}
    proof = Evidence("창원 창원시", "test")
    iris = Iris()
    assert not list(direct_triples(Located("a", "b", proof), paths, iris))
    assert not list(direct_triples(PartOf("a", "b", proof), paths, iris))
    pairs = list(direct_triples(Agreement(("a", "b", "c"), proof), paths, iris))
    assert not [pair for pair in pairs if pair.subject == pair.object]


def test_every_type_of_claim_is_in_the_small_article(extraction: Extraction) -> None:
    kinds = {type(claim) for claim in extraction.claims}
    assert {Role, Status, Agreement} < kinds
    assert len(kinds) == 9
