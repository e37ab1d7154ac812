"""The formats by name: how each is written, read, and known by its content."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from questions.errors import FormatError
from questions.formats import (
    aiken,
    anki_add_on,
    apkg,
    csv,
    gift,
    json,
    moodle_xml,
    qti,
    qti_reading,
    sheet,
    xlsx,
    xlsx_reading,
)
from questions.formats.reading import FILE_LIMIT, Reading
from questions.items import Generated

Write = Callable[[Sequence[Generated]], bytes]
Read = Callable[[bytes, str], Reading]
Detect = Callable[[bytes], bool]


@dataclass(frozen=True, slots=True)
class Format:
    """A format; `write` is None where it is not written here, `read` where it is only written.

    `whole` is one that has the articles themselves, not only what proves each item.
    `use` says who reads it. `read` takes the bytes of a file and its name, which is the title of
    what has none in the file; `reads` names what it takes where that is more than is written.
    """

    name: str
    label: str
    ending: str
    use: str
    write: Write | None = None
    read: Read | None = None
    detect: Detect = lambda _: False
    whole: bool = False
    reads: str = ""

    @property
    def readable(self) -> str:
        """What a file that is read like this is called."""
        return self.reads or self.label


def _text(dumps: Callable[[Sequence[Generated]], str]) -> Write:
    return lambda found: dumps(found).encode()


def _json(found: Sequence[Generated]) -> str:
    return json.dumps(found[0] if len(found) == 1 else found)


FORMATS = (
    Format(
        *("json", "JSON", ".json", "quizapp itself, with the article and all that is known"),
        write=_text(_json),
        read=json.read,
        detect=json.detect,
        whole=True,
    ),
    Format(
        *("anki", "Anki deck", ".apkg", "Anki on every device, with pictures and sounds"),
        read=apkg.read,
        detect=apkg.detect,
    ),
    Format(
        *("anki-add-on", "Multiple Choice for Anki", ".txt", "the add-on of this name, as a text"),
        write=_text(anki_add_on.dumps),
        detect=anki_add_on.detect,
    ),
    Format(
        *("moodle", "Moodle XML", ".xml", "Moodle, ILIAS and others, with feedback and tags"),
        write=moodle_xml.dumps,
        read=moodle_xml.read,
        detect=moodle_xml.detect,
    ),
    Format(
        *("qti", "QTI 2.1", ".zip", "Canvas, TAO, OpenOlat and others, as a package"),
        write=qti.package,
        read=qti_reading.read,
        detect=qti_reading.detect,
        reads="QTI 2.1 to 3.0",
    ),
    Format(
        *("qti3", "QTI 3.0", ".zip", "programs that know the newer standard"),
        write=qti.package_3,
    ),
    Format(
        *("xlsx", "Excel", ".xlsx", "spreadsheets, with everything but the article"),
        write=xlsx.dumps,
        read=xlsx_reading.read,
        detect=xlsx_reading.detect,
        reads="Excel or Kahoot",
    ),
    Format(*("kahoot", "Kahoot", ".xlsx", "Kahoot, as its own spreadsheet"), write=xlsx.kahoot),
    Format(
        *("csv", "CSV", ".csv", "spreadsheets and programs, with everything but the article"),
        write=csv.dumps,
        read=csv.read,
        detect=csv.detect,
    ),
    Format(
        *("aiken", "Aiken", ".txt", "Moodle and others, the questions and keys alone"),
        write=_text(aiken.dumps),
        read=aiken.read,
        detect=aiken.detect,
    ),
    Format(
        *("gift", "GIFT", ".gift", "Moodle and others, in a text that people can edit"),
        write=_text(gift.dumps),
        read=gift.read,
        detect=gift.detect,
    ),
    Format(*("html", "Question sheet", ".html", "paper, answers apart"), write=_text(sheet.dumps)),
)
"""In the order in which a file is tried: from the surest signs to the weakest."""

BY_NAME = {each.name: each for each in FORMATS}
WRITERS = {each.name: each.write for each in FORMATS if each.write}
READABLE = tuple(each for each in FORMATS if each.read)

_OTHERS = {
    b"SQLite format 3\0": "is a database, Anki’s own perhaps; there choose File, Export, and “Anki "
    "Deck Package (.apkg)”",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "is of an old office program; save it as .xlsx there",
}
"""Files that people take for one of these, by how they begin: texts in them may look like any."""


def recognized(data: bytes, name: str = "") -> Format:
    """The format of a file, by its content; where that says nothing, by the ending of its name."""
    for sign, problem in _OTHERS.items():
        if data.startswith(sign):
            raise FormatError("the file", problem)
    for each in FORMATS:
        if each.detect(data):
            return _readable(each)
    for each in READABLE:
        if name.lower().endswith(each.ending):
            return each
    known = ", ".join(each.readable for each in READABLE)
    raise FormatError("the file", f"is in none of the formats that can be read: {known}")


def _readable(found: Format) -> Format:
    if found.read:
        return found
    back = "take the questions along as JSON or as an Anki deck to bring them back"
    raise FormatError("the file", f"is a text for {found.label}, which is only written; {back}")


def read(data: bytes, name: str) -> Reading:
    """Everything in a file; raises FormatError, which names the place, where it is unreadable."""
    if len(data) > FILE_LIMIT:
        raise FormatError("the file", f"has more than {FILE_LIMIT // 1_000_000} MB; split it")
    if not data.strip():
        raise FormatError("the file", "is empty")
    found = recognized(data, name)
    assert found.read is not None  # noqa: S101 - only readable formats are recognized
    return found.read(data, name)
