"""The snapshot that a request answers from."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request

from app.revalidation import SNAPSHOT
from app.state import State
from graph.knowledge import Snapshot


async def _state(request: Request) -> State:
    state = request.app.state.sanmaek
    assert isinstance(state, State)
    return state


CurrentState = Annotated[State, Depends(_state)]


async def _snapshot(state: CurrentState, request: Request) -> Snapshot:
    pinned = request.scope.get(SNAPSHOT)
    return pinned if isinstance(pinned, Snapshot) else state.snapshot


CurrentSnapshot = Annotated[Snapshot, Depends(_snapshot)]
