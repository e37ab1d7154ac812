"""Files to take along."""

from collections.abc import Iterable, Sequence

from flask import Response

from quizapp.tables import Cell, csv_of


def table(rows: Iterable[Sequence[Cell]], name: str) -> Response:
    """CSV file of this name."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(csv_of(rows), content_type="text/csv; charset=utf-8", headers=headers)
