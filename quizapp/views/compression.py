"""Responses made smaller on the way, where their length gives nothing away.

What is compressed together tells by its length whether one part of it repeats another. Whoever can
have somebody's browser ask for a page again and again, each time with another guess in the address,
and sees how long the answers are, could so read a code or a link that stands on it: the attack is
known as BREACH. Browsers say of a request, in `Sec-Fetch-Site`, that another site caused it; what
it gets is not compressed, unless it holds nothing of anybody. Browsers too old to say so send the
cookie with links only (`SameSite=Lax`). The tokens of forms could not be read so in any case: they
are signed anew each second.
"""

import gzip
from collections.abc import Callable

import zstandard
from flask import Response, request

MIMETYPES = {
    "text/html",
    "text/css",
    "text/javascript",
    "text/plain",
    "text/csv",
    "text/calendar",
    "application/json",
    "application/manifest+json",
    "image/svg+xml",
}
"""Decks, archives and photographs are compressed in themselves."""
SMALLEST = 500
"""Bytes; what is shorter comes in one packet anyway."""
IDENTITY = "identity"
CODINGS: dict[str, Callable[[bytes], bytes]] = {
    "zstd": lambda data: zstandard.compress(data, 6),
    "gzip": lambda data: gzip.compress(data, 6, mtime=0),
    IDENTITY: bytes,
}
"""The best comes first; browsers without TLS take no other than gzip."""


def compress(response: Response) -> Response:
    """Compress what can be, as the browser takes it; parts of files stay parts of what they are."""
    if response.mimetype not in MIMETYPES:
        return response
    response.vary.add("Accept-Encoding")
    coding = request.accept_encodings.best_match(CODINGS, IDENTITY)
    if coding != IDENTITY and response.status_code == 200 and _gives_nothing_away():
        _encode(response, coding)
    return response


def _gives_nothing_away() -> bool:
    elsewhere = request.headers.get("Sec-Fetch-Site") in {"cross-site", "same-site"}
    return request.endpoint == "static" or not elsewhere


def _encode(response: Response, coding: str) -> None:
    """A file is read first, and closed; as it is now, a browser may have it already."""
    response.direct_passthrough = False
    response.make_sequence()
    data = response.get_data()
    if len(data) < SMALLEST:
        return
    response.set_data(CODINGS[coding](data))
    response.content_encoding = coding
    etag, weak = response.get_etag()
    if etag is not None:
        response.set_etag(f"{etag}-{coding}", weak=bool(weak))
        response.make_conditional(request)
