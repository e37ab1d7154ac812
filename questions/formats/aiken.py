"""Aiken: a question, lettered options and the letter of the right one, a line each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from string import ascii_uppercase

from questions.documents import unified
from questions.errors import FormatError
from questions.formats import drafts
from questions.formats.drafts import Draft
from questions.formats.reading import Problem, Reading, beginning, decoded, quoted, title_of
from questions.formats.writing import in_line, visible
from questions.items import Generated, Item

_OPTION = re.compile(r"([A-Za-z])[.)][ \t]+(.*)")
_ANSWER = re.compile(r"ANSWER:\s*(.*)")
_ANSWERED = re.compile(r"^[^\S\n]*ANSWER:", re.M)
_SIGN = re.compile(r"^[A-Z][.)][ \t].*\n+ANSWER:[ \t]*[A-Z]", re.M)

# A question that begins as an option or an answer does is kept apart from them by a space that
# looks the same and does not break the line.
_MISTAKEN = re.compile(r"^([A-Za-z][.)]) ")
_ANSWERING = re.compile(r"^ANSWER:")
_RESTORED = re.compile(r"^([A-Za-z][.)])\xa0")


def dumps(found: Sequence[Generated]) -> str:
    """All items; raises FormatError for a flashcard, which has no options to choose from."""
    items = (item for generated in found for item in generated.items)
    return "\n".join(map(_written, map(visible, items)))


def read(data: bytes, name: str) -> Reading:
    """Items of a file, and what in it is none; raises FormatError where it has neither."""
    text = unified(decoded(data))
    if not _ANSWERED.search(text):
        raise FormatError("the file", "has no line with ANSWER:, as Aiken has behind each question")
    return drafts.reading(_parts(text), title_of(name))


def detect(data: bytes) -> bool:
    """Whether an option with its letter stands before an answer."""
    return bool(_SIGN.search(unified(beginning(data))))


def _written(item: Item) -> str:
    if len(item.options) == 1:
        raise FormatError(f"item {item.id}", "has no options to choose from, which Aiken needs")
    options = [f"{a}. {in_line(b)}" for a, b in zip(ascii_uppercase, item.options, strict=False)]
    stem = _ANSWERING.sub("ANSWER\xa0:", _MISTAKEN.sub("\\1\xa0", in_line(item.stem)))
    return "\n".join((stem, *options, f"ANSWER: {ascii_uppercase[item.key]}", ""))


@dataclass(slots=True)
class _Lines:
    """What has been read of a question so far."""

    line: int = 0
    stem: list[str] = field(default_factory=list)
    options: list[str] = field(default_factory=list)

    def draft(self, answer: str) -> Draft:
        letters = re.findall(r"\w+", answer.upper())
        right = tuple(i for i, letter in enumerate(ascii_uppercase) if letter in letters)
        options = tuple(self.options)
        there = tuple(i for i in right if i < len(options))
        return Draft(f"line {self.line}", _restored("\n".join(self.stem)), options, there)


def _parts(text: str) -> Iterator[Draft | Problem]:
    lines = _Lines()
    for number, line in enumerate(map(str.strip, text.split("\n")), 1):
        option, answer = _OPTION.match(line), _ANSWER.match(line)
        lines.line = lines.line or (number if line else 0)
        if answer:
            yield lines.draft(answer[1])
            lines = _Lines()
        elif option and lines.stem:
            lines.options.append(option[2])
        elif line and lines.options:
            yield Problem(quoted(f"line {number}", line), "is neither an option nor the answer")
            lines = _Lines(number, [line])
        elif line:
            lines.stem.append(line)
    if lines.line:
        yield Problem(quoted(f"line {lines.line}", lines.stem[0]), "has no line with ANSWER:")


def _restored(stem: str) -> str:
    return _RESTORED.sub("\\1 ", stem.replace("ANSWER\xa0:", "ANSWER:", 1))
