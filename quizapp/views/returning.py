"""Where to go on after an interruption."""

from urllib.parse import urlsplit


def local(target: str | None) -> str | None:
    """Path of this site, or None: an address of another host would be an open redirect."""
    if not target or not target.isprintable() or "\\" in target:
        return None
    parts = urlsplit(target)
    here = not parts.scheme and not parts.netloc and target.startswith("/")
    return target if here and not target.startswith("//") else None
