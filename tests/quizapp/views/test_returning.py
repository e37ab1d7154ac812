import pytest

from quizapp.views.returning import local


@pytest.mark.parametrize("target", ["/", "/quizzes/3", "/quizzes/?page=2", "/attempts/1#q2"])
def test_a_path_of_this_site_is_gone_to(target: str) -> None:
    assert local(target) == target


@pytest.mark.parametrize(
    "target",
    [
        None,
        "",
        "quizzes",
        "https://elsewhere.example/",
        "//elsewhere.example",
        "///elsewhere.example",
        "/\\elsewhere.example",
        "\\\\elsewhere.example",
        "/\t/elsewhere.example",
        "/\n/elsewhere.example",
        " //elsewhere.example",
        "javascript:alert(1)",
        "/%\r\nSet-Cookie: a=b",
        "http:/elsewhere.example",
    ],
)
def test_anything_else_is_not(target: str | None) -> None:
    assert local(target) is None
