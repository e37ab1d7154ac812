"""Headers that every response carries, and addresses of static files that change with them."""

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from flask import Response, current_app

_CONNECT = "connect-src 'self'"
_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "media-src 'self'",
        _CONNECT,
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


def secure(response: Response) -> Response:
    """Allow nothing from another host; keep pages, which show a learner's own, out of caches."""
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    if response.mimetype == "text/html":
        response.headers["Cache-Control"] = "private, no-cache"
    return response


def reaching(page: str, address: str) -> Response:
    """Let the scripts of a page talk to one more address."""
    policy = _POLICY.replace(_CONNECT, f"{_CONNECT} {address}")
    return Response(page, headers={"Content-Security-Policy": policy}, mimetype="text/html")


def stamp(endpoint: str, values: dict[str, Any]) -> None:
    """Add a digest to addresses of static files, which may so be kept for a year."""
    if endpoint == "static" and current_app.static_folder:
        values["v"] = _digest(Path(current_app.static_folder) / values["filename"])


@cache
def _digest(file: Path) -> str:
    return sha256(file.read_bytes()).hexdigest()[:8] if file.is_file() else ""
