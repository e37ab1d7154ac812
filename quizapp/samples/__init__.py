"""Articles that are shipped with the program, in words of our own."""

from importlib import resources

from questions import documents
from questions.documents import Document

_FILES = ("notre-dame.md", "marie-curie.md")


def samples() -> list[Document]:
    """The articles, the one that makes the best first quiz first."""
    folder = resources.files(__name__)
    return [documents.read((folder / name).read_bytes(), name) for name in _FILES]
