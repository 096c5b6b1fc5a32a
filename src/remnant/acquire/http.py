"""Fetching addresses: redirects, sizes, times and machines are all checked.

A document may name any address, so an address is hostile input. Only http and https
are fetched. Every hop's name is resolved once, every address found is checked, and the
connection goes to the checked address, so a name cannot change its meaning in between
(DNS rebinding; OWASP Server-Side Request Forgery Prevention Cheat Sheet).
"""

import contextlib
import ipaddress
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import SplitResult, urljoin, urlsplit

from remnant.acquire.transport import Address, Request, Response, Transport
from remnant.errors import AcquireError

_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_PORTS = {"http": 80, "https": 443}
_OK = 200
_NOT_TO_BE_KEPT = frozenset(("set-cookie", "set-cookie2", "authorization"))
"""Headers that are not written down: they hold the session of whoever fetched."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a fetch may cost.

    Attributes:
        size: Most bytes of a body.
        seconds: Most time for a fetch, redirects included.
        redirects: Most redirects.
        private: Private, loopback and link-local machines are allowed.
    """

    size: int = 64 * 1024**2
    seconds: float = 60.0
    redirects: int = 5
    private: bool = False


@dataclass(frozen=True, slots=True)
class Fetched:
    """A body and where it came from.

    Attributes:
        url: The address it came from, after redirects.
        headers: In order.
        content: The bytes.
    """

    url: str
    headers: tuple[tuple[str, str], ...]
    content: bytes


def fetch(
    url: str, *, transport: Transport, timer: Callable[[], float], limits: Limits = Limits()
) -> Fetched:
    """Return what an address holds.

    Args:
        url: An http or https address.
        transport: Resolves and exchanges.
        timer: Seconds that only go forward, such as `time.monotonic`.
        limits: What the fetch may cost.

    Raises:
        AcquireError: The address is refused, fails, or costs more than allowed.
    """
    deadline = timer() + limits.seconds
    current = url
    for _ in range(limits.redirects + 1):
        parts = _checked(current)
        machine = _machine(parts, current, transport, private=limits.private)
        left = deadline - timer()
        if left <= 0:
            raise AcquireError(_late(url, limits))
        with transport.send(Request(current, machine, left)) as response:
            location = response.header("location")
            if response.status in _REDIRECTS and location:
                current = urljoin(current, location)
                continue
            if response.status != _OK:
                message = f"{url}: the server answered {response.status}; open it in a browser"
                raise AcquireError(message)
            content = _body(response, url, limits, lambda: deadline - timer())
            return Fetched(current, _kept(response.headers), content)
    message = f"{url}: leads on more than {limits.redirects} times; give the final address"
    raise AcquireError(message)


def _kept(headers: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return tuple(pair for pair in headers if pair[0].casefold() not in _NOT_TO_BE_KEPT)


def _late(url: str, limits: Limits) -> str:
    return f"{url}: took longer than {limits.seconds:g} s; try again later or save it by hand"


def _checked(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        good = parts.scheme in _PORTS and bool(parts.hostname) and parts.port != 0
    except ValueError:
        good = False
    if not good:
        message = f"{url}: only http and https addresses are fetched; save the file and add it"
        raise AcquireError(message)
    if parts.username is not None or parts.password is not None:
        message = (
            f"{parts.hostname}: an address with a user name or password is refused; leave it out"
        )
        raise AcquireError(message)
    return parts


def _machine(parts: SplitResult, url: str, transport: Transport, *, private: bool) -> Address:
    """Return the machine to connect to. All addresses of the name must be allowed."""
    addresses = transport.resolve(parts.hostname or "", parts.port or _PORTS[parts.scheme])
    if not addresses:
        message = f"{url}: the name has no address; check the spelling"
        raise AcquireError(message)
    refused = [address for address in addresses if not (private or is_public(address))]
    if refused:
        message = (
            f"{url}: leads to {refused[0]}, inside a private network; "
            "allow private addresses in the settings if this is wanted"
        )
        raise AcquireError(message)
    return addresses[0]


def is_public(address: Address) -> bool:
    """Say whether an address is one of the public internet.

    IPv6 addresses that carry an IPv4 address (mapped, 6to4, Teredo, NAT64) are judged by
    the address they carry as well.
    """
    if not address.is_global or address.is_multicast or address.is_reserved:
        return False
    if isinstance(address, ipaddress.IPv6Address):
        return all(is_public(inner) for inner in _carried(address))
    return True


def _carried(address: ipaddress.IPv6Address) -> Iterator[Address]:
    if address.ipv4_mapped is not None:
        yield address.ipv4_mapped
    if address.sixtofour is not None:
        yield address.sixtofour
    if address.teredo is not None:
        yield from address.teredo
    if address in ipaddress.IPv6Network("64:ff9b::/96"):
        yield ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)


def _body(response: Response, url: str, limits: Limits, left: Callable[[], float]) -> bytes:
    announced = response.header("content-length")
    parts: list[bytes] = []
    size = int(announced) if announced.isdigit() else 0
    received = 0
    if size <= limits.size:
        for chunk in response.body:
            received += len(chunk)
            parts.append(chunk)
            if received > limits.size:
                break
            if left() <= 0:
                raise AcquireError(_late(url, limits))
    if max(size, received) > limits.size:
        message = f"{url}: is larger than {limits.size} bytes; raise the limit or save it by hand"
        raise AcquireError(message)
    return b"".join(parts)


@dataclass(frozen=True, slots=True)
class HttpxTransport:
    """The real transport, on httpx. Environment proxies and redirects are not followed.

    Attributes:
        agent: What the requests call themselves.
    """

    agent: str = "remnant"

    def resolve(self, host: str, port: int) -> tuple[Address, ...]:
        """Return the addresses of a host."""
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except OSError as error:
            message = f"{host}: the name cannot be resolved; check it and the network"
            raise AcquireError(message) from error
        names = dict.fromkeys(str(one[4][0]).partition("%")[0] for one in found)
        return tuple(ipaddress.ip_address(name) for name in names)

    @contextlib.contextmanager
    def send(self, request: Request) -> Iterator[Response]:
        """Send a request to the checked machine; the name goes into TLS and the Host header."""
        import httpx  # noqa: PLC0415 - slow to load, needed only on the network

        url = httpx.URL(request.url)
        host = url.netloc.decode("ascii")
        headers = {
            "Host": host,
            "User-Agent": self.agent,
            "Accept": "*/*",
            "Accept-Encoding": "identity",
        }
        extensions = {"sni_hostname": url.host} if url.scheme == "https" else {}
        try:
            with (
                httpx.Client(trust_env=False, timeout=request.seconds) as client,
                client.stream(
                    "GET",
                    url.copy_with(host=str(request.connect_to)),
                    headers=headers,
                    extensions=extensions,
                ) as response,
            ):
                pairs = tuple(response.headers.multi_items())
                yield Response(response.status_code, pairs, response.iter_bytes(65_536))
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            reason = str(error) or type(error).__name__
            message = f"{request.url}: could not be fetched ({reason}); check the network"
            raise AcquireError(message) from error
