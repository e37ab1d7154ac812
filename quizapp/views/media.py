"""Pictures and sounds that items show."""

from flask import Blueprint, Response, url_for
from markupsafe import Markup

from questions.media import MARK, TYPES, ending, pieces
from quizapp.store import media, session
from quizapp.views.services import found

bp = Blueprint("media", __name__, url_prefix="/media")


@bp.get("/<picture>")
def file(picture: str) -> Response:
    """A file by the name of its content, which nobody guesses; opened alone it can do nothing."""
    data = found(media.get(session(), picture))
    response = Response(data, mimetype=TYPES[ending(picture)])
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["Cache-Control"] = "private, max-age=31536000, immutable"
    return response


def shown(text: str) -> str | Markup:
    """Text with its pictures and sounds in their places."""
    if not MARK.search(text):
        return text
    return Markup().join(
        _picture(piece.image) if piece.image else _sound(piece.sound) if piece.sound else piece.text
        for piece in pieces(text)
    )


def _picture(name: str) -> Markup:
    address = url_for("media.file", picture=name)
    return Markup('<img class="shown" src="{}" alt="Picture" loading="lazy">').format(address)


def _sound(name: str) -> Markup:
    address = url_for("media.file", picture=name)
    return Markup('<audio class="shown" src="{}" controls preload="none"></audio>').format(address)


def worded(text: str) -> str:
    """Text with a word in place of each picture or sound, where they cannot be shown."""
    return MARK.sub(lambda mark: "(picture)" if mark["what"] == "image" else "(sound)", text)
