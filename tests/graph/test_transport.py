"""HTTP as a remote store uses it: credentials, deadlines, kept connections, clear errors."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from pyoxigraph import NamedNode, Quad, QueryResultsFormat, RdfFormat

from graph.opening import open_store
from graph.oxigraph import OxigraphStore
from graph.remote import RemoteServer, RemoteStore
from graph.store import QueryError, RemoteStoreError
from graph.transport import Credentials, HttpClient
from tests.graph.servers import free_port

Respond = Callable[[BaseHTTPRequestHandler], None]


class _Peer(ThreadingHTTPServer):
    """A server that answers as a test says, and remembers what it was asked."""

    daemon_threads = True
    block_on_close = True

    def __init__(self, respond: Respond) -> None:
        self.asked: list[tuple[str, str, str | None, bytes]] = []
        self.connections = 0
        peer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def setup(self) -> None:
                peer.connections += 1
                super().setup()

            def _answer(self) -> None:
                content = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                signed = self.headers.get("Authorization")
                peer.asked.append((self.command, self.path, signed, content))
                respond(self)

            do_GET = do_POST = do_PUT = do_DELETE = _answer  # noqa: N815

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002
                pass

        super().__init__(("127.0.0.1", 0), Handler)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


@pytest.fixture
def serve() -> Iterator[Callable[[Respond], _Peer]]:
    running: list[tuple[_Peer, threading.Thread]] = []

    def start(respond: Respond) -> _Peer:
        peer = _Peer(respond)
        thread = threading.Thread(target=peer.serve_forever, args=(0.01,))
        thread.start()
        running.append((peer, thread))
        return peer

    yield start
    for peer, thread in running:
        peer.shutdown()
        thread.join()
        peer.server_close()


@pytest.fixture
def client() -> Iterator[Callable[..., HttpClient]]:
    made: list[HttpClient] = []

    def make(credentials: Credentials | None = None, **limits: float) -> HttpClient:
        made.append(HttpClient(credentials, **limits))  # type: ignore[arg-type]
        return made[-1]

    yield make
    for one in made:
        one.close()


def _say(
    status: int = 200, content: bytes = b"", *headers: tuple[str, str]
) -> Callable[[BaseHTTPRequestHandler], None]:
    def respond(to: BaseHTTPRequestHandler) -> None:
        to.send_response(status)
        to.send_header("Content-Length", str(len(content)))
        for header in headers:
            to.send_header(*header)
        to.end_headers()
        to.wfile.write(content)

    return respond


Start = Callable[[Respond], _Peer]
Make = Callable[..., HttpClient]


def test_a_connection_is_kept_and_made_anew_when_the_server_closed_it(
    serve: Start, client: Make
) -> None:
    def respond(to: BaseHTTPRequestHandler) -> None:
        _say(200, b"yes")(to)
        to.close_connection = len(peer.asked) == 2

    peer = serve(respond)
    http = client()
    assert [http.send("GET", f"{peer.url}/", {}).content for _ in range(4)] == [b"yes"] * 4
    assert peer.connections == 2


def test_a_token_goes_with_every_request_and_is_not_shown(serve: Start, client: Make) -> None:
    peer = serve(_say())
    credentials = Credentials(token="secret")
    client(credentials).send("POST", f"{peer.url}/update", {}, b"x")
    assert peer.asked == [("POST", "/update", "Bearer secret", b"x")]
    assert "secret" not in repr(credentials)


def test_a_password_goes_only_where_it_is_asked_for(serve: Start, client: Make) -> None:
    def respond(to: BaseHTTPRequestHandler) -> None:
        wants = to.path == "/closed" and not to.headers.get("Authorization")
        asking = ("WWW-Authenticate", 'Basic realm="x"')
        _say(401, b"", asking)(to) if wants else _say()(to)

    peer = serve(respond)
    http = client(Credentials(user="창원", password="비밀"))
    for path in ("/open", "/closed", "/closed"):
        assert http.send("POST", f"{peer.url}{path}", {}, b"x").status == 200
    basic = "Basic 7LC97JuQOuu5hOuwgA=="
    assert [(path, signed) for _, path, signed, _ in peer.asked] == [
        ("/open", None),
        ("/closed", None),
        ("/closed", basic),
        ("/closed", basic),
    ]


def test_a_redirect_is_not_followed(serve: Start, client: Make) -> None:
    other = serve(_say())
    peer = serve(_say(302, b"", ("Location", other.url)))
    assert client(Credentials(token="secret")).send("GET", f"{peer.url}/", {}).status == 302
    assert other.asked == []


def test_an_answer_that_drips_ends_with_the_time(serve: Start, client: Make) -> None:
    stop = threading.Event()

    stop_at = time.monotonic() + 5

    def drip(to: BaseHTTPRequestHandler) -> None:
        to.send_response(200)
        to.send_header("Content-Length", "1000000")
        to.end_headers()
        try:
            while not stop.wait(0.02) and time.monotonic() < stop_at:
                to.wfile.write(b".")
        except OSError:
            pass
        to.close_connection = True

    peer = serve(drip)
    with pytest.raises(RemoteStoreError, match=r"did not answer within 0\.3 s"):
        client(timeout=0.3).send("GET", f"{peer.url}/slow", {})
    stop.set()


def test_an_answer_that_is_too_long_is_refused(serve: Start, client: Make) -> None:
    peer = serve(_say(200, b"." * 1_000))
    with pytest.raises(RemoteStoreError, match="longer than 100 bytes"):
        client(max_bytes=100).send("GET", f"{peer.url}/", {})


def test_nobody_there_is_told_with_the_address(client: Make) -> None:
    url = f"http://127.0.0.1:{free_port()}/query"
    with pytest.raises(RemoteStoreError, match=f"{url} cannot be reached"):
        client(timeout=5).send("GET", f"{url}?query=ASK", {})


def _store(url: str) -> RemoteStore:
    return RemoteStore(RemoteServer(f"{url}/query", f"{url}/update", f"{url}/store"))


@pytest.mark.parametrize(
    ("status", "error", "told"),
    [
        (400, QueryError, "says: no such function"),
        (401, RemoteStoreError, "check the store's user, password or token"),
        (500, RemoteStoreError, "answered 500: no such function"),
        (302, RemoteStoreError, "answered 302"),
        (200, RemoteStoreError, "is it a SPARQL endpoint"),
    ],
)
def test_what_a_server_refuses_is_told_in_its_words(
    serve: Start, status: int, error: type[Exception], told: str
) -> None:
    peer = serve(_say(status, b"no such\n function"))
    store = _store(peer.url)
    with pytest.raises(error, match=told):
        store.query("ASK {}", QueryResultsFormat.JSON, RdfFormat.TURTLE)
    store.close()


def test_a_failed_change_is_told(serve: Start) -> None:
    peer = serve(_say(503, b"read-only"))
    store = _store(peer.url)
    with pytest.raises(RemoteStoreError, match="/update answered 503: read-only"):
        store.apply([], [Quad(NamedNode("urn:a"), NamedNode("urn:b"), NamedNode("urn:c"))])
    store.close()


@pytest.mark.parametrize("address", ["ftp://x", "mongodb+http://x", "http://u:p@x", "http://"])
def test_an_address_of_another_kind_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="not the address of a store"):
        open_store(address)


def test_no_address_is_memory() -> None:
    assert isinstance(open_store(), OxigraphStore)
