"""Transport: one request gives one response. Handed in, so that tests need no network."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address
from typing import Protocol

Address = IPv4Address | IPv6Address


@dataclass(frozen=True, slots=True)
class Request:
    """A request for one address, to be sent to one machine.

    Attributes:
        url: What is asked for.
        connect_to: Address of the machine, already checked. The connection goes there and
            nowhere else, whatever the name in `url` resolves to by then.
        seconds: Time left for the whole exchange.
    """

    url: str
    connect_to: Address
    seconds: float


@dataclass(frozen=True, slots=True)
class Response:
    """What came back. Redirects are answers like any other.

    Attributes:
        status: HTTP status code.
        headers: In order.
        body: The bytes as they arrive.
    """

    status: int
    headers: tuple[tuple[str, str], ...]
    body: Iterator[bytes]

    def header(self, name: str) -> str:
        """Return the first header of that name, or nothing."""
        wanted = name.casefold()
        return next((value for key, value in self.headers if key.casefold() == wanted), "")


class Transport(Protocol):
    """Resolves names and exchanges one request for one response."""

    def resolve(self, host: str, port: int) -> tuple[Address, ...]:
        """Return the addresses of a host, in order of preference.

        Raises:
            AcquireError: There are none.
        """
        ...

    def send(self, request: Request) -> AbstractContextManager[Response]:
        """Send a request; the response is open inside the context.

        Raises:
            AcquireError: No response came.
        """
        ...
