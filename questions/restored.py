"""Text as its writer meant it: without unseen characters, marks of notes and line-end hyphens."""

import re
import unicodedata

from lemminflect import getAllLemmas

from questions.documents import unified

SPACES = re.compile(r"[^\S\n]{2,}|[^\S\n ]")
NOTE = re.compile(
    r"(?<=[\w.,:;!?)\"'”’\]])"
    r"\[(?:\d{1,3}|[a-z]|(?:note|nb|n) \d{1,2}|citation needed|edit|sic|when\?|who\?|[ivx]+)\]"
)
CUT = re.compile(r"(?<![^\W\d_])([^\W\d_]+)[-‐]\n(?=([a-zà-ÿ]+))")


def restored(text: str) -> str:
    """The text as it is asked about and shown; most texts stay as they are."""
    seen = unicodedata.normalize("NFC", unified(text))
    lines = "\n".join(line.rstrip() for line in SPACES.sub(" ", seen).split("\n"))
    return CUT.sub(rejoined, NOTE.sub("", lines))


def rejoined(cut: re.Match[str]) -> str:
    """What stands before a line's end, without its hyphen where one word was cut there."""
    whole = f"{cut[1]}{cut[2]}".lower()
    return cut[1] if getAllLemmas(whole) or not getAllLemmas(cut[2]) else f"{cut[1]}-"
