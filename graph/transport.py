"""HTTP as a remote store needs it: kept connections, one deadline a request, and credentials.

The standard library's client: the core stays without a dependency for what four requests need. No
redirect is followed, so that a token never reaches a host that nobody named.
"""

from __future__ import annotations

import http.client
import socket
import threading
import time
from base64 import b64encode
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from email.message import Message
from urllib.parse import urlsplit
from urllib.request import (
    AbstractDigestAuthHandler,
    HTTPPasswordMgrWithDefaultRealm,
    Request,
    parse_http_list,
    parse_keqv_list,
)

from graph.store import RemoteStoreError

Body = bytes | Callable[[], Iterable[bytes]]
"""What is sent: bytes, or what makes its pieces, anew for each try."""

_Connection = http.client.HTTPConnection
_PIECE = 1 << 16
_SMALL = 1 << 14
_LOST = (ConnectionError, http.client.RemoteDisconnected, http.client.CannotSendRequest)


@dataclass(frozen=True, slots=True)
class Credentials:
    """A bearer token, or a user with a password, which goes out as the server asks for it."""

    token: str | None = field(default=None, repr=False)
    user: str | None = None
    password: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Answer:
    """A server's answer, read to its end."""

    status: int
    headers: Message
    content: bytes

    @property
    def message(self) -> str:
        """The first words of what it says, on one line."""
        return " ".join(self.content[:600].decode("utf-8", "replace").split())[:300]


class HttpClient:
    """Requests to one or several servers, from any thread; connections are kept between them.

    `timeout` is the seconds that a whole request may take, `max_bytes` how long an answer may be.
    Raises RemoteStoreError for a server that cannot be reached, is too slow or says too much.
    """

    def __init__(
        self,
        credentials: Credentials | None = None,
        *,
        timeout: float = 60.0,
        max_bytes: int = 1 << 30,
    ) -> None:
        self._credentials = credentials or Credentials()
        self._timeout = timeout
        self._max_bytes = max_bytes
        self._lock = threading.Lock()
        self._idle: dict[tuple[str, str], list[_Connection]] = {}
        self._challenges: dict[str, str] = {}
        passwords = HTTPPasswordMgrWithDefaultRealm()
        self._digest = AbstractDigestAuthHandler(passwords)
        self._passwords = passwords

    def send(
        self, method: str, url: str, headers: Mapping[str, str], body: Body | None = None
    ) -> Answer:
        """The answer to a request, whatever its status; asked again where a password is wanted."""
        asked = _Asked(method, url, headers, body, self._timeout)
        known = asked.place in self._challenges
        if self._credentials.user is not None and not known and asked.is_large:
            # A server that wants a password may hang up before it has read a long body.
            probe = _Asked("GET", url, {}, None, self._timeout)
            self._learn(probe, self._once(probe))
        answer = self._once(asked)
        if answer.status == 401 and self._learn(asked, answer):
            answer = self._once(asked)
        return answer

    def close(self) -> None:
        """Close the connections that are kept."""
        with self._lock:
            kept = [connection for idle in self._idle.values() for connection in idle]
            self._idle.clear()
        for connection in kept:
            connection.close()

    def _learn(self, asked: _Asked, answer: Answer) -> bool:
        """Keep how a server wants the password; whether it asked for it in a way that we know."""
        wants = answer.headers.get_all("WWW-Authenticate") or []
        known = [one for one in wants if one.partition(" ")[0].lower() in ("digest", "basic")]
        if answer.status != 401 or self._credentials.user is None or not known:
            return False
        self._challenges[asked.place] = min(known, key=lambda one: one[:1].lower() != "d")
        return True

    def _authorization(self, asked: _Asked) -> str | None:
        given = self._credentials
        if given.token is not None:
            return f"Bearer {given.token}"
        challenge = self._challenges.get(asked.place)
        if challenge is None or given.user is None:
            return None
        password = given.password or ""
        scheme, _, parameters = challenge.partition(" ")
        if scheme.lower() == "basic":
            pair = f"{given.user}:{password}".encode()
            return f"Basic {b64encode(pair).decode('ascii')}"
        wanted = parse_keqv_list([part for part in parse_http_list(parameters) if part])
        request = Request(asked.url, method=asked.method)  # noqa: S310  signed, never opened
        with self._lock:
            self._passwords.add_password(None, asked.url, given.user, password)
            signed = self._digest.get_authorization(request, wanted)
        return f"Digest {signed}" if signed else None

    def _once(self, asked: _Asked) -> Answer:
        connection, reused = self._connection(asked)
        try:
            try:
                return self._exchange(connection, asked)
            except _LOST:
                if not reused:
                    raise
            # A kept connection may have been closed meanwhile; all that is sent can be sent twice.
            return self._exchange(_connect(asked), asked)
        except TimeoutError as error:
            raise RemoteStoreError(
                f"{asked.place} did not answer within {self._timeout:g} s; "
                "ask for less or allow it more time"
            ) from error
        except (OSError, http.client.HTTPException) as error:
            raise RemoteStoreError(f"{asked.place} cannot be reached: {error}") from error

    def _exchange(self, connection: _Connection, asked: _Asked) -> Answer:
        """The answer over a connection, which is kept where the server keeps it, else closed."""
        kept = False
        try:
            connection.timeout = asked.left
            if connection.sock is None:
                connection.connect()
            channel = connection.sock
            channel.settimeout(asked.left)
            signed = self._authorization(asked)
            headers = {**asked.headers, **({"Authorization": signed} if signed else {})}
            connection.request(asked.method, asked.target, asked.content(), headers)
            with connection.getresponse() as response:
                read = self._read(response, channel, asked)
                answer = Answer(response.status, response.headers, read)
                kept = not response.will_close
        finally:
            if not kept:
                connection.close()
        if kept:
            with self._lock:
                self._idle.setdefault(asked.server, []).append(connection)
        return answer

    def _read(
        self, response: http.client.HTTPResponse, channel: socket.socket, asked: _Asked
    ) -> bytes:
        """The whole body. Each piece has what is left of the time: a slow drip is slow too."""
        pieces: list[bytes] = []
        length = 0
        while piece := response.read1(_PIECE):
            length += len(piece)
            if length > self._max_bytes:
                raise RemoteStoreError(
                    f"the answer of {asked.place} is longer than {self._max_bytes} bytes; "
                    "ask for less"
                )
            pieces.append(piece)
            channel.settimeout(asked.left)
        return b"".join(pieces)

    def _connection(self, asked: _Asked) -> tuple[_Connection, bool]:
        with self._lock:
            idle = self._idle.get(asked.server)
            if idle:
                return idle.pop(), True
        return _connect(asked), False


class _Asked:
    """One request: what is sent where, and until when all of its answer must be here."""

    def __init__(
        self, method: str, url: str, headers: Mapping[str, str], body: Body | None, timeout: float
    ) -> None:
        parts = urlsplit(url)
        self.method = method
        self.url = url
        self.headers = headers
        self.server = (parts.scheme, parts.netloc.rpartition("@")[2])
        self.place = f"{parts.scheme}://{self.server[1]}{parts.path}"
        self.target = f"{parts.path or '/'}{'?' if parts.query else ''}{parts.query}"
        self._body = body
        self._deadline = time.monotonic() + timeout

    @property
    def is_large(self) -> bool:
        body = self._body
        return body is not None and (not isinstance(body, bytes) or len(body) > _SMALL)

    @property
    def left(self) -> float:
        """Seconds; TimeoutError where none is left."""
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError(f"{self.place} is too slow")
        return left

    def content(self) -> bytes | Iterable[bytes] | None:
        return self._body() if callable(self._body) else self._body


def _connect(asked: _Asked) -> _Connection:
    scheme, server = asked.server
    kind = http.client.HTTPSConnection if scheme == "https" else http.client.HTTPConnection
    return kind(server, timeout=asked.left)
