"""Acquire: files, folders and addresses become preserved originals."""

from remnant.acquire.gather import Fetch, Found, Missed, add, gather
from remnant.acquire.http import Fetched, HttpxTransport, Limits, fetch
from remnant.acquire.journal import Journal
from remnant.acquire.media import media_type_of
from remnant.acquire.sidecar import given
from remnant.acquire.transport import Request, Response, Transport
from remnant.acquire.vault import Problem, Vault, with_later

__all__ = [
    "Fetch",
    "Fetched",
    "Found",
    "HttpxTransport",
    "Journal",
    "Limits",
    "Missed",
    "Problem",
    "Request",
    "Response",
    "Transport",
    "Vault",
    "add",
    "fetch",
    "gather",
    "given",
    "media_type_of",
    "with_later",
]
