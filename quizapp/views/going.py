"""How a form leads on to the next page."""

from flask import redirect, request
from flask.typing import ResponseReturnValue


def leads(url: str) -> ResponseReturnValue:
    """Send a browser on; a script, which stays where it is until it has heard, is told where to."""
    if request.accept_mimetypes.best == "application/json":
        return {"next": url}
    return redirect(url, 303)
