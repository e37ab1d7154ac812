"""Which items of a file are in the bank already."""

from dataclasses import replace

from questions import Item
from questions.documents import clean


def same(mine: Item, theirs: Item) -> bool:
    """Whether an item of a file is one that is there, perhaps in other words.

    Ids of other programs may be as plain as 'q1', so that an id alone proves nothing.
    """
    if mine.id != theirs.id:
        return _wording(mine) == _wording(theirs)
    answers = _plain(mine.options[mine.key]), _plain(theirs.options[theirs.key])
    proofs = _plain(mine.evidence.text), _plain(theirs.evidence.text)
    asks_alike = _plain(mine.stem) == _plain(theirs.stem)
    return asks_alike or answers[0] == answers[1] or (proofs[0] == proofs[1] != "")


def told_anew(mine: Item, theirs: Item) -> Item:
    """The item in the words of a file; its id and its place in its article stay."""
    if worded_alike(mine, theirs):
        return mine
    return replace(
        mine,
        stem=theirs.stem,
        options=theirs.options,
        key=theirs.key,
        explanation=theirs.explanation,
        kind=theirs.kind,
    )


def worded_alike(mine: Item, theirs: Item) -> bool:
    """Whether two ask and explain the same, whatever the capitals and the spaces."""
    explained = _plain(mine.explanation), _plain(theirs.explanation)
    return _wording(mine) == _wording(theirs) and explained[0] == explained[1]


def _wording(item: Item) -> tuple[str, tuple[str, ...], int]:
    """What is asked, whatever the capitals and the spaces."""
    return _plain(item.stem), tuple(map(_plain, item.options)), item.key


def _plain(text: str) -> str:
    return " ".join(clean(text).split()).casefold()
