"""How it works, and what is kept."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

bp = Blueprint("about", __name__, url_prefix="/about")


@bp.get("/")
def index() -> ResponseReturnValue:
    """One page of help."""
    return render_template("about/index.html")
