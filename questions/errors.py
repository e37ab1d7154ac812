"""What can be wrong with the input.

QuestionsError
├── InputError          the input cannot be used as an article
│   ├── EmptyText       nothing but white space
│   ├── TextTooLong     more characters than the limit
│   ├── NotText         binary data
│   ├── NotUtf8         text in another encoding
│   ├── NotEnglish      another language
│   ├── Damaged         a file that is not what its ending says, or only a part of it
│   ├── Locked          a file that asks for a password
│   ├── OnlyPictures    a PDF of scanned pages
│   ├── TooManyPages    a PDF of more pages than the limit
│   └── UnknownFileKind a file name whose ending is not known
└── FormatError         a file of items cannot be read, or items cannot be written
"""


class QuestionsError(Exception):
    """Base of all errors of this package; `str(error)` is one clear sentence for people."""


class InputError(QuestionsError):
    """The input cannot be used as an article."""


class EmptyText(InputError):
    """Nothing but white space."""

    def __init__(self) -> None:
        super().__init__("There is no text here. Paste or upload an article of a few paragraphs.")


class TextTooLong(InputError):
    """More text than the limit; `found` and `limit` in characters."""

    def __init__(self, found: int, limit: int) -> None:
        self.found, self.limit = found, limit
        super().__init__(
            f"The text has {found:,} characters; at most {limit:,} can be read at once. "
            "Split it into parts."
        )


class NotText(InputError):
    """Binary data instead of text."""

    def __init__(self) -> None:
        super().__init__("This is not text but binary data. Save the article as plain text first.")


class NotUtf8(InputError):
    """Text that is not encoded in UTF-8; `offset` is the first byte that cannot be read."""

    def __init__(self, offset: int) -> None:
        self.offset = offset
        super().__init__(
            f"The text is not encoded in UTF-8 (byte {offset + 1:,} cannot be read). "
            "Save it as UTF-8 and try again."
        )


class NotEnglish(InputError):
    """Text in another language."""

    def __init__(self) -> None:
        super().__init__("The text does not seem to be English. Only English articles can be read.")


class Damaged(InputError):
    """A file that is not what its ending says, or only a part of it; `kind` is PDF or Word."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        super().__init__(
            f"This is no {kind} file that can be read: it is damaged, or of another kind. "
            "Save it again, or paste its text."
        )


class Locked(InputError):
    """A file that asks for a password."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        super().__init__(f"This {kind} file is locked with a password. Save it without one first.")


class OnlyPictures(InputError):
    """A PDF whose pages are pictures, as scanners make them."""

    def __init__(self) -> None:
        super().__init__(
            "This PDF file holds pictures of pages, not their text. Run it through a program that "
            "recognizes text first."
        )


class TooManyPages(InputError):
    """A PDF of more pages than the limit."""

    def __init__(self, found: int, limit: int) -> None:
        self.found, self.limit = found, limit
        super().__init__(
            f"The file has {found:,} pages; at most {limit:,} can be read at once. "
            "Split it into parts."
        )


class UnknownFileKind(InputError):
    """A file whose ending is none of the known ones."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        self.name, self.known = name, known
        super().__init__(f"“{name}” is not one of the known kinds of file: {', '.join(known)}.")


class FormatError(QuestionsError):
    """Items that a format cannot read or write; `place` is where in the file or which item."""

    def __init__(self, place: str, problem: str) -> None:
        self.place, self.problem = place, problem
        super().__init__(f"{place}: {problem}.")
