"""In which lines of a JSON text its values begin; Python's own reader does not tell."""

import json
import re
from collections.abc import Collection, Iterator

Path = tuple[str | int, ...]
"""The names and places, from 0, that lead to a value."""

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*+"|[{}\[\],:]|[^\s{}\[\],:"]++', re.DOTALL)


def lines(text: str, wanted: Collection[Path]) -> dict[Path, int]:
    """Lines, from 1, of the values at these paths in a text that is JSON."""
    deepest, paths = max(map(len, wanted), default=0), frozenset(wanted)
    found: dict[Path, int] = {}
    line, at = 1, 0
    for path, start in _values(text, deepest):
        if path in paths:
            line, at = line + text.count("\n", at, start), start
            found[path] = line
    return found


def _values(text: str, deepest: int) -> Iterator[tuple[Path, int]]:
    """Each value that is not too deep, by its path, with the place at which it begins."""
    path: list[str | int] = []
    named = True
    for token in _TOKEN.finditer(text):
        sign = token[0]
        if sign in ("}", "]"):
            path.pop()
        elif sign == ",":
            last = path[-1]
            path[-1], named = (last + 1, True) if isinstance(last, int) else ("", False)
        elif sign == ":":
            named = True
        elif not named:
            path[-1] = json.loads(sign, strict=False)
        else:
            if len(path) <= deepest:
                yield tuple(path), token.start()
            if sign in ("{", "["):
                path.append("" if sign == "{" else 0)
                named = sign == "["
