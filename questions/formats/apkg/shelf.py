"""The pictures and sounds of a package, taken out where a card shows them."""

from urllib.parse import unquote

from questions.formats.apkg.package import Package
from questions.media import Media, known


class Shelf:
    """Gives marks for names; `lacking` are names that could not be given since it was emptied."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._marks: dict[str, str] = {}
        self.taken: dict[str, Media] = {}
        self.lacking: list[str] = []

    def mark(self, name: str) -> str:
        """The mark of a picture or sound by its name in a field, '' where it is not there."""
        if name not in self._marks:
            self._marks[name] = self._found(name)
        if not self._marks[name]:
            self.lacking.append(name[:80])
        return self._marks[name]

    def lacked(self) -> list[str]:
        """What was lacking since this was asked last."""
        found, self.lacking = list(dict.fromkeys(self.lacking)), []
        return found

    def _found(self, name: str) -> str:
        data = self._package.file(name) or self._package.file(unquote(name))
        media = known(data) if data else None
        if media is None:
            return ""
        self.taken[media.name] = media
        return media.mark
