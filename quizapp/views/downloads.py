"""Files to take along."""

from collections.abc import Iterable, Sequence

from flask import Response

from quizapp.tables import Cell, csv_of


def binary(data: bytes, name: str) -> Response:
    """File of this name, to be kept and not to be shown."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(data, mimetype="application/octet-stream", headers=headers)


def table(rows: Iterable[Sequence[Cell]], name: str) -> Response:
    """CSV file of this name."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(csv_of(rows), content_type="text/csv; charset=utf-8", headers=headers)
