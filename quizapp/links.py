"""A link that somebody gives to the server → the document behind it, if everybody may read it.

Whoever can make a server ask for pages can make it ask inside its own network, too. So a name is
looked up once, every address it has must be public, and the connection goes to the address that was
looked at; each redirect is looked at anew. (OWASP, Server-Side Request Forgery Prevention.)
"""

import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http.client import HTTPConnection, HTTPException, HTTPResponse, InvalidURL
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from threading import BoundedSemaphore, Timer
from time import monotonic
from urllib.parse import SplitResult, urljoin, urlsplit

from questions import documents
from questions.documents import Document
from questions.errors import InputError
from quizapp.answers import HEADERS, TIMEOUT, content, quoted

Allowed = Callable[[str, int], bool]

_PORTS = {"http": 80, "https": 443}
_REDIRECTS = 5
_MOVED = {301, 302, 303, 307, 308}
_NAT64 = IPv6Network("64:ff9b::/96")
_AT_ONCE = BoundedSemaphore(2)
"""The other threads answer pages meanwhile."""

_NO_LINK = "This is no link to a page. One looks like https://example.org/page."
_UNKNOWN = "No server is found under {}. Check the link."
_PRIVATE = (
    "This link leads into a private network; only pages that everybody can read are fetched. "
    "Save the page and choose it as a file."
)
_BUSY = "Other links are being read at this moment. Try again in a few seconds."
_SLOW = f"The page did not arrive within {TIMEOUT:.0f} seconds. Save it and choose it as a file."
_ASTRAY = "This link leads from one address to the next without end."
_SILENT = "The page could not be read: its server does not answer as it should. Check the link."


class UnreadableLink(InputError):
    """A link behind which no document could be read; the message says why in a sentence or two."""


def is_public(address: str, port: int) -> bool:
    """Whether everybody reaches the same machine there; an address may have another within."""
    found = ip_address(address)
    seen: list[IPv4Address | IPv6Address] = [found]
    seen += _within(found) if isinstance(found, IPv6Address) else []
    usual = port in _PORTS.values()
    return usual and all(each.is_global and not each.is_multicast for each in seen)


def _within(address: IPv6Address) -> Iterator[IPv4Address]:
    """Addresses of version 4 that this one leads to: mapped, 6to4, Teredo, NAT64 (RFC 6052)."""
    nat64 = IPv4Address(int(address) & 0xFFFFFFFF) if address in _NAT64 else None
    relayed = address.teredo[1] if address.teredo else None
    yield from filter(None, (address.ipv4_mapped, address.sixtofour, relayed, nat64))


def read(link: str, *, allowed: Allowed = is_public, patience: float = TIMEOUT) -> Document:
    """The document behind a link; raises InputError if there is none for everybody to read."""
    if not _AT_ONCE.acquire(blocking=False):
        raise UnreadableLink(_BUSY)
    deadline = monotonic() + patience
    try:
        return documents.read(*_fetched(_whole(link), allowed, deadline))
    except InvalidURL:
        raise UnreadableLink(_NO_LINK) from None
    except (OSError, HTTPException, LookupError, ValueError):
        raise UnreadableLink(_SLOW if monotonic() >= deadline else _SILENT) from None
    finally:
        _AT_ONCE.release()


def _whole(link: str) -> str:
    """People leave out what browsers add."""
    whole = link if "://" in link else f"https://{link}"
    try:
        _ = urlsplit(whole).port
    except ValueError:
        raise UnreadableLink(_NO_LINK) from None
    return whole


def _fetched(address: str, allowed: Allowed, deadline: float) -> tuple[bytes, str]:
    for _ in range(_REDIRECTS + 1):
        with _asked(quoted(address), allowed, deadline) as answer:
            if answer.status == 200:
                page = content(answer, address)
                if monotonic() >= deadline:
                    raise TimeoutError
                return page
            if answer.status not in _MOVED:
                raise UnreadableLink(f"The server of this page answers {answer.status}.")
            address = urljoin(address, answer.headers.get("Location", ""))
    raise UnreadableLink(_ASTRAY)


@contextmanager
def _asked(address: str, allowed: Allowed, deadline: float) -> Iterator[HTTPResponse]:
    """The answer; at the deadline its connection is cut, in whatever it is."""
    parts = urlsplit(address)
    if parts.scheme not in _PORTS or not parts.hostname or "@" in parts.netloc:
        raise UnreadableLink(_NO_LINK)
    connection = _Connection(parts, allowed, timeout=max(deadline - monotonic(), 0.1))
    connection.connect()
    timer = Timer(deadline - monotonic(), partial(_cut, connection.sock))
    timer.start()
    try:
        path = f"{parts.path or '/'}{'?' if parts.query else ''}{parts.query}"
        connection.request("GET", path, headers=HEADERS | {"Connection": "close"})
        yield connection.getresponse()
    finally:
        timer.cancel()
        connection.close()


def _cut(connected: socket.socket) -> None:
    with suppress(OSError):
        connected.shutdown(socket.SHUT_RDWR)


class _Connection(HTTPConnection):
    """Goes only where it is allowed to, and to no address that was not looked at."""

    def __init__(self, parts: SplitResult, allowed: Allowed, *, timeout: float) -> None:
        self.scheme, self.allowed = parts.scheme, allowed
        port = parts.port or _PORTS[parts.scheme]
        super().__init__(parts.hostname or "", port, timeout=timeout)
        self.default_port = _PORTS[parts.scheme]

    def connect(self) -> None:
        """Connect; HTTPS is checked against the name, as ever."""
        addresses = self._addresses()
        if not all(self.allowed(address, self.port) for address in addresses):
            raise UnreadableLink(_PRIVATE)
        plain = self._first(addresses)
        secure = self.scheme == "https"
        context = ssl.create_default_context() if secure else None
        self.sock = context.wrap_socket(plain, server_hostname=self.host) if context else plain

    def _addresses(self) -> list[str]:
        """Where the name leads; one of a single word that leads nowhere is no address at all."""
        try:
            found = socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM)
        except UnicodeError:
            raise UnreadableLink(_NO_LINK) from None
        except socket.gaierror:
            known = "." in self.host
            raise UnreadableLink(_UNKNOWN.format(self.host) if known else _NO_LINK) from None
        return [str(each[4][0]) for each in found]

    def _first(self, addresses: list[str]) -> socket.socket:
        """A connection to the first that answers."""
        for address in addresses[:-1]:
            with suppress(OSError):
                return socket.create_connection((address, self.port), self.timeout)
        return socket.create_connection((addresses[-1], self.port), self.timeout)
