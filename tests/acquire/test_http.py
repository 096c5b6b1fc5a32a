import contextlib
import ipaddress
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from itertools import count

import pytest

from remnant.acquire.http import HttpxTransport, Limits, fetch, is_public
from remnant.acquire.transport import Address, Request, Response
from remnant.errors import AcquireError

PUBLIC = "93.184.216.34"


@dataclass
class FakeTransport:
    """Answers from a table, and writes down which machine was asked for what."""

    answers: dict[str, tuple[int, tuple[tuple[str, str], ...], list[bytes]]]
    hosts: dict[str, list[str]] = field(default_factory=dict)
    sent: list[tuple[str, str]] = field(default_factory=list)

    def resolve(self, host: str, port: int) -> tuple[Address, ...]:
        """Return the addresses in the table, or a public one."""
        assert port in {80, 443, 8080}
        return tuple(ipaddress.ip_address(name) for name in self.hosts.get(host, [PUBLIC]))

    @contextlib.contextmanager
    def send(self, request: Request) -> Iterator[Response]:
        """Return the answer in the table."""
        self.sent.append((request.url, str(request.connect_to)))
        status, headers, body = self.answers[request.url]
        yield Response(status, headers, iter(body))


def _page(*chunks: bytes) -> tuple[int, tuple[tuple[str, str], ...], list[bytes]]:
    return 200, (("Content-Type", "text/plain"), ("Set-Cookie", "secret")), list(chunks)


def _moved(to: str) -> tuple[int, tuple[tuple[str, str], ...], list[bytes]]:
    return 302, (("Location", to),), []


def _still() -> float:
    return 0.0


def test_a_page_is_fetched() -> None:
    """The chunks of a body are put together; cookies are not written down."""
    transport = FakeTransport({"http://example.org/": _page(b"a", b"b")})
    found = fetch("http://example.org/", transport=transport, timer=_still)
    assert found.content == b"ab"
    assert found.headers == (("Content-Type", "text/plain"),)
    assert transport.sent == [("http://example.org/", PUBLIC)]


def test_redirects_are_followed() -> None:
    """Relative and absolute redirects lead to the page, whose address is kept."""
    transport = FakeTransport(
        {
            "http://example.org/": _moved("/b"),
            "http://example.org/b": _moved("https://example.com/c"),
            "https://example.com/c": _page(b"x"),
        }
    )
    assert fetch("http://example.org/", transport=transport, timer=_still).url == (
        "https://example.com/c"
    )


@pytest.mark.parametrize(
    "inside",
    [
        "127.0.0.1",
        "10.0.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "0.0.0.1",
        "100.64.0.1",
        "224.0.0.1",
        "::1",
        "fe80::1",
        "fc00::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
    ],
)
def test_machines_inside_are_refused(inside: str) -> None:
    """A name that leads to a private, loopback or link-local machine is refused."""
    transport = FakeTransport({}, {"inside.example": [PUBLIC, inside]})
    with pytest.raises(AcquireError, match="private network"):
        fetch("http://inside.example/", transport=transport, timer=_still)
    assert transport.sent == []


def test_a_redirect_to_a_machine_inside_is_refused() -> None:
    """Every hop is checked, not only the first."""
    transport = FakeTransport(
        {"http://example.org/": _moved("http://inside.example/")}, {"inside.example": ["10.1.1.1"]}
    )
    with pytest.raises(AcquireError, match=r"10\.1\.1\.1"):
        fetch("http://example.org/", transport=transport, timer=_still)
    assert len(transport.sent) == 1


def test_private_machines_can_be_allowed() -> None:
    """With the setting, private machines are fetched from."""
    transport = FakeTransport({"http://inside.example/": _page(b"x")}, {"inside.example": ["::1"]})
    limits = Limits(private=True)
    found = fetch("http://inside.example/", transport=transport, timer=_still, limits=limits)
    assert found.content == b"x"
    assert transport.sent == [("http://inside.example/", "::1")]


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://example.org/",
        "http://",
        "http://[::1",
        "http://x:99999/",
        "gopher://x/",
        "http://user:secret@example.org/",
    ],
)
def test_other_addresses_are_refused(url: str) -> None:
    """Only plain http and https addresses are fetched, and no password is repeated."""
    with pytest.raises(AcquireError) as raised:
        fetch(url, transport=FakeTransport({}), timer=_still)
    assert "secret" not in str(raised.value)


def test_a_redirect_to_a_file_is_refused() -> None:
    """A redirect cannot lead to another scheme."""
    transport = FakeTransport({"http://example.org/": _moved("file:///etc/passwd")})
    with pytest.raises(AcquireError, match="only http and https"):
        fetch("http://example.org/", transport=transport, timer=_still)


def test_endless_redirects_are_stopped() -> None:
    """A page that leads to itself is given up after the limit."""
    transport = FakeTransport({"http://example.org/": _moved("/")})
    with pytest.raises(AcquireError, match="more than 5 times"):
        fetch("http://example.org/", transport=transport, timer=_still)
    assert len(transport.sent) == 6


@pytest.mark.parametrize("announced", ["", "11", "nonsense"])
def test_a_large_body_is_stopped(announced: str) -> None:
    """A body over the limit is refused, announced or not."""
    headers = (("Content-Length", announced),) if announced else ()
    transport = FakeTransport({"http://example.org/": (200, headers, [b"123456", b"123456"])})
    with pytest.raises(AcquireError, match="larger than 10 bytes"):
        fetch("http://example.org/", transport=transport, timer=_still, limits=Limits(size=10))


def test_a_slow_body_is_stopped() -> None:
    """A body that comes a little at a time is given up when the time is over."""
    clock = count(0, 10)
    transport = FakeTransport({"http://example.org/": _page(*[b"x"] * 100)})
    with pytest.raises(AcquireError, match="took longer than 60 s"):
        fetch("http://example.org/", transport=transport, timer=lambda: float(next(clock)))


def test_an_error_page_is_not_kept() -> None:
    """An answer other than 200 is an error that names the code."""
    transport = FakeTransport({"http://example.org/": (404, (), [])})
    with pytest.raises(AcquireError, match="answered 404"):
        fetch("http://example.org/", transport=transport, timer=_still)


def test_public_addresses_are_public() -> None:
    """Ordinary addresses of both versions are let through."""
    assert is_public(ipaddress.ip_address(PUBLIC))
    assert is_public(ipaddress.ip_address("2606:2800:220:1:248:1893:25c8:1946"))


class Page(BaseHTTPRequestHandler):
    """Says which host it was asked for."""

    def do_GET(self) -> None:
        """Answer with the Host header."""
        body = self.headers["Host"].encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - named by the base class
        """Stay silent."""


@pytest.fixture
def server() -> Iterator[int]:
    """A web server on this machine; its port."""
    with HTTPServer(("127.0.0.1", 0), Page) as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield running.server_port
        running.shutdown()
        thread.join()


def test_the_real_transport_connects_to_the_checked_machine(server: int) -> None:
    """The connection goes to the checked address, and the name only into the Host header."""
    request = Request(f"http://report.example:{server}/", ipaddress.ip_address("127.0.0.1"), 5.0)
    with HttpxTransport().send(request) as response:
        assert response.status == 200
        assert b"".join(response.body) == f"report.example:{server}".encode()


def test_the_real_transport_reports_a_refused_connection() -> None:
    """A machine that does not answer gives an error that names the address."""
    request = Request("http://report.example:1/", ipaddress.ip_address("127.0.0.1"), 5.0)
    with (
        pytest.raises(AcquireError, match=r"report\.example"),
        HttpxTransport().send(request) as response,
    ):
        pytest.fail(f"answered {response.status}")


def test_the_real_transport_resolves_names() -> None:
    """The name of this machine resolves to a loopback address."""
    assert all(address.is_loopback for address in HttpxTransport().resolve("localhost", 80))
