"""Long lists, page by page."""

from flask import request

LAST = 10**6


def asked() -> int:
    """Which page the address names, counted from 1; the first where it names none."""
    return min(max(1, request.args.get("page", 1, type=int)), LAST)
