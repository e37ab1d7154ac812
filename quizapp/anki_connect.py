"""Decks straight into a running Anki, through its add-on AnkiConnect."""

import base64
import http.client
import json
import urllib.error
import urllib.request
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

ADDRESS = "http://127.0.0.1:8765"
VERSION = 6
PATIENCE = 300
"""Seconds: the add-on takes in some 40 kB a second, and answers only when it has all."""
TIDYING = 10
"""Seconds for taking the package away again; the next one overwrites it."""
FILE = "_quizapp.apkg"
"""Its underscore keeps Anki from calling it unused."""

_OPEN = urllib.request.build_opener(urllib.request.ProxyHandler({})).open


class AnkiError(Exception):
    """Anki could not be reached, or refused; `str(error)` says what to do about it."""


def push(
    deck: bytes, *, address: str = ADDRESS, key: str | None = None, patience: float = PATIENCE
) -> None:
    """Have Anki import a package, as if its user had opened it: notes that changed are updated.

    The add-on imports files only, so the package lies among Anki's media meanwhile.
    """
    anki = _Anki(address, key, patience)
    folder = anki.ask("getMediaDirPath")
    name = anki.ask("storeMediaFile", filename=FILE, data=base64.b64encode(deck).decode())
    try:
        if not anki.ask("importPackage", path=f"{folder}/{name}"):
            raise AnkiError("Anki could not import the deck; is a profile open?")
    finally:
        with suppress(AnkiError):  # what went wrong before says more
            replace(anki, patience=min(patience, TIDYING)).ask("deleteMediaFile", filename=name)


@dataclass(frozen=True, slots=True)
class _Anki:
    """AnkiConnect at an address; `key` is what its settings may ask for.

    `patience` is how many seconds it may keep silent.
    """

    address: str
    key: str | None
    patience: float

    def ask(self, action: str, **params: str) -> Any:
        """The result of an action."""
        asked = {"action": action, "version": VERSION, "params": params}
        answer = self._answer(json.dumps(asked | ({"key": self.key} if self.key else {})).encode())
        if not isinstance(answer, dict) or set(answer) != {"result", "error"}:
            raise AnkiError(f"what answers at {self.address} is not AnkiConnect")
        if answer["error"]:
            raise AnkiError(f"Anki refuses: {answer['error']}")
        return answer["result"]

    def _answer(self, asked: bytes) -> Any:
        try:
            with _OPEN(self.address, asked, self.patience) as response:
                return json.loads(response.read())
        except (urllib.error.HTTPError, http.client.HTTPException, ValueError):
            return None
        except TimeoutError:
            raise AnkiError(
                f"Anki has not answered for {self.patience:g} s; it may still be busy with "
                "the deck: look there before you try again"
            ) from None
        except OSError:
            raise AnkiError(
                f"nothing answers at {self.address}: start Anki, with its add-on AnkiConnect "
                "(number 2055492159), and try again"
            ) from None
