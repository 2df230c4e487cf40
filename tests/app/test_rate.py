"""A limit on requests: none unless set, each client for itself, and told when to come again."""

from __future__ import annotations

from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from app.main import create_app
from app.rate import MOST_CLIENTS, Rate
from app.settings import Settings
from app.state import State


class _Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_no_limit_is_set_unless_somebody_sets_one(client: TestClient) -> None:
    assert Settings().requests_a_minute == 0
    assert {client.get("/health").status_code for _ in range(100)} == {200}


def test_who_asks_too_often_is_told_when_to_come_again(settings: Settings) -> None:
    limited = settings.model_copy(update={"requests_a_minute": 5})
    with State(limited) as state, TestClient(create_app(state)) as client:
        answers = [client.get("/health") for _ in range(6)]
        assert [answer.status_code for answer in answers] == [200] * 5 + [429]
        assert 1 <= int(answers[-1].headers["retry-after"]) <= 12
        assert answers[-1].headers["content-type"] == "application/problem+json"
        assert answers[-1].headers.get("access-control-allow-origin") is None
        asked = client.get("/health", headers={"Origin": "https://other.example"})
        assert asked.headers["access-control-allow-origin"] == "*"


def test_one_client_s_requests_do_not_count_for_another() -> None:
    rate = Rate(1, _Clock())
    assert rate.wait("a") == 0
    assert rate.wait("a") == 60
    assert rate.wait("b") == 0


@given(st.lists(st.floats(0, 30), min_size=1, max_size=200), st.integers(1, 120))
def test_no_minute_sees_more_than_twice_the_limit_and_the_wait_is_enough(
    pauses: list[float], a_minute: int
) -> None:
    clock = _Clock()
    rate = Rate(a_minute, clock)
    passed: list[float] = []
    for pause in pauses:
        clock.now += pause
        wait = rate.wait("a")
        if wait:
            clock.now += wait + 1e-6
            assert rate.wait("a") == 0
        passed.append(clock.now)
    for start in passed:
        assert sum(start <= at < start + 60 for at in passed) <= 2 * a_minute + 1


def test_a_flood_of_addresses_is_not_remembered_for_ever() -> None:
    rate = Rate(1, _Clock())
    for number in range(MOST_CLIENTS + 10):
        rate.wait(str(number))
    assert len(rate._buckets) == MOST_CLIENTS
