"""What a teacher lays down for an assigned quiz holds, whatever a form says."""

import pytest
from flask.testing import FlaskClient

from tests.quizapp.views.pages import post, send, start, take
from tests.quizapp.views.people import assign

EXAM = {"mode": "exam", "minutes": 20, "extra": 0}
OTHERWISE = {"mode": "practice", "minutes": 5, "extra": 900, "size": 4}


def sit(client: FlaskClient, attempt: str) -> str:
    """Answer all questions of an exam and end it; the results."""
    take(client, attempt)
    return send(client, f"{attempt}/finish").text


def gradebook(teacher: FlaskClient) -> str:
    return teacher.get("/classes/1/gradebook").text


def test_an_attempt_takes_the_terms_of_the_class_whatever_the_form_says(
    teacher: FlaskClient, ada: FlaskClient
) -> None:
    assign(teacher, **EXAM)
    attempt = start(ada, 1, **OTHERWISE)
    page = ada.get(f"{attempt}/questions/1").text
    assert ">19 min " in page
    assert "Look it over and end the exam" in page
    assert "of 20 min" in sit(ada, attempt)
    assert "of 20 min" not in take(teacher, start(teacher)).text  # the teacher is free


def test_the_pages_say_what_is_laid_down_and_offer_nothing_else(
    teacher: FlaskClient, ada: FlaskClient
) -> None:
    told = "exam, 20 minutes, no extra time, the first attempt counts"
    assert told.capitalize() in assign(teacher, **EXAM, attempts=1)
    for url in ("/", "/classes/1", "/quizzes/1"):
        assert told in ada.get(url).text
    page = ada.get("/quizzes/1").text
    assert 'name="mode"' not in page
    assert 'name="minutes"' not in page
    assert 'name="extra"' not in page
    assign(teacher, **EXAM | {"extra": 1})
    assert 'name="extra"' in ada.get("/quizzes/1").text
    assert ">39 min " in ada.get(f"{start(ada, extra=100)}/questions/1").text


def test_extra_time_is_given_by_the_teacher_and_told_in_the_gradebook(
    teacher: FlaskClient, ada: FlaskClient
) -> None:
    assert '<option selected value="0">None</option>' in extra(teacher.get("/classes/1").text)
    exam = {"mode": "exam", "minutes": 20}
    assert "Exam, 20 minutes, no extra time" in assign(teacher, **exam)
    sit(ada, start(ada, extra=900))
    assert "with extra time" not in gradebook(teacher)
    assert "Exam, 20 minutes, extra time allowed" in assign(teacher, **exam, extra=1)
    assert "exam, 20 minutes, extra time allowed" in ada.get("/classes/1").text
    sit(ada, start(ada, extra=100))
    page = teacher.get("/classes/1/gradebook?attempts=last").text
    assert '<span class="tag">40 min with extra time</span>' in page
    assert "40 min with extra time" in teacher.get("/classes/1/gradebook.csv?attempts=last").text
    assert "with extra time" not in teacher.get("/classes/1/gradebook?attempts=first").text


def extra(page: str) -> str:
    """Choices of extra time."""
    return page.partition('name="extra"')[2].partition("</select>")[0]


def test_what_has_begun_on_these_terms_goes_on_before_another_begins(
    teacher: FlaskClient, ada: FlaskClient
) -> None:
    """Else whoever has looked at all questions could take them with the whole time once more."""
    assign(teacher, **EXAM, attempts=1)
    attempt = start(ada)
    assert attempt in ada.get("/history/").text
    assert "Go on with it" in ada.get("/quizzes/1").text
    for url in ("/quizzes/1/attempts", f"{attempt}/again"):
        assert post(ada, url).location == attempt
    post(ada, f"{attempt}/finish")
    assert "Go on with it" not in ada.get("/quizzes/1").text
    assert start(ada) != attempt
    assert "0 of 4" in gradebook(teacher)


@pytest.mark.parametrize(("url", "times"), [("/", 3), ("/classes/1", 1), ("/quizzes/", 1)])
def test_while_its_time_runs_it_is_gone_on_with_wherever_it_could_be_started(
    teacher: FlaskClient, ada: FlaskClient, url: str, times: int
) -> None:
    assign(teacher, **EXAM)
    exam = start(ada)
    page = ada.get(url).text
    assert page.count(f'href="{exam}"') == page.count(">Continue</a>") == times
    assert "Start quiz" not in page
    post(teacher, "/quizzes/1/close")
    assert ">Continue</a>" in ada.get(url).text
    post(ada, f"{exam}/finish")
    assert f'href="{exam}"' not in ada.get(url).text


@pytest.mark.parametrize("url", ["/", "/quizzes/", "/classes/1", "/articles/1"])
def test_nobody_begins_an_exam_of_a_class_before_its_terms_have_been_read(
    teacher: FlaskClient, ada: FlaskClient, url: str
) -> None:
    post(teacher, "/quizzes/1/visibility", visibility="open")
    assign(teacher, answers="leave")
    assert 'action="/quizzes/1/attempts"' in ada.get(url).text
    assign(teacher, **EXAM, answers="leave")
    page = ada.get(url).text
    assert 'action="/quizzes/1/attempts"' not in page
    assert 'href="/quizzes/1' in page


@pytest.mark.parametrize("url", ["/", "/quizzes/", "/classes/1"])
def test_what_has_begun_for_a_class_is_gone_on_with_though_no_time_runs(
    teacher: FlaskClient, ada: FlaskClient, url: str
) -> None:
    assign(teacher)
    begun = start(ada)
    page = ada.get(url).text
    assert f'href="{begun}"' in page
    assert "Start quiz" not in page
    take(ada, begun)
    assert f'href="{begun}"' not in ada.get(url).text


def test_the_page_of_an_article_leads_to_the_exam_about_it_that_runs(teacher: FlaskClient) -> None:
    assert "Start quiz" in teacher.get("/articles/1").text
    exam = start(teacher, mode="exam", minutes=20)
    page = teacher.get("/articles/1").text
    assert f'href="{exam}"' in page
    assert "Start quiz" not in page


def test_time_that_runs_on_other_terms_is_no_attempt_at_the_assignment(
    teacher: FlaskClient, ada: FlaskClient
) -> None:
    assign(teacher)
    exam = start(ada, mode="exam", minutes=30)
    assign(teacher, **EXAM)
    page = ada.get("/classes/1").text
    assert exam not in page
    assert "Start quiz" in page


def test_what_has_begun_on_other_terms_does_not_stand_in_the_way(
    teacher: FlaskClient, ada: FlaskClient
) -> None:
    assign(teacher)
    free = start(ada, mode="practice")
    assign(teacher, **EXAM)
    bound = start(ada)
    assert bound != free
    assert start(teacher) != start(teacher)


def test_only_attempts_on_these_terms_are_in_the_gradebook(
    teacher: FlaskClient, ada: FlaskClient
) -> None:
    assign(teacher)
    take(ada, start(ada))
    assert "not yet" not in gradebook(teacher)
    assign(teacher, **EXAM)
    assert "not yet" in gradebook(teacher)
    sit(ada, start(ada))
    page = gradebook(teacher)
    assert "not yet" not in page
    assert '<span class="tag">exam</span>' in page


def test_later_attempts_do_not_count_and_are_free(teacher: FlaskClient, ada: FlaskClient) -> None:
    assign(teacher, **EXAM, attempts=1)
    first = start(ada)
    sit(ada, first)
    beside = start(ada)
    take(ada, beside)
    page = gradebook(teacher)
    assert f"/classes/1{first}" in page
    assert f"/classes/1{beside}" not in page
    assert "Look it over" not in ada.get(f"{start(ada)}/questions/1").text


def test_nothing_is_practised_before_the_exam(teacher: FlaskClient, ada: FlaskClient) -> None:
    assign(teacher)
    before = start(ada)
    take(ada, before)
    assign(teacher, **EXAM)
    again = post(ada, f"{before}/again")
    assert again.location == "/quizzes/1"
    response = post(ada, "/history/practice/1", answer_type="date")
    assert response.location == "/quizzes/1"
    assert "take this quiz first" in ada.get("/quizzes/1").text


def test_again_keeps_the_terms(teacher: FlaskClient, ada: FlaskClient) -> None:
    assign(teacher, **EXAM)
    first = start(ada)
    sit(ada, first)
    assert "Take it again" in ada.get("/classes/1").text
    response = post(ada, f"{first}/again")
    assert ">19 min " in ada.get(response.location).text


def test_without_conditions_again_means_as_before(teacher: FlaskClient, ada: FlaskClient) -> None:
    assign(teacher)
    first = start(ada, mode="exam")
    sit(ada, first)
    assert f'action="{first}/again"' in ada.get("/classes/1").text


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"minutes": 20}, "Only an exam has a time limit."),
        ({"mode": "practice", "minutes": 20}, "Only an exam has a time limit."),
        ({"mode": "oral"}, "error"),
        ({"mode": "exam", "minutes": 7}, "error"),
        ({"attempts": 4}, "error"),
    ],
)
@pytest.mark.usefixtures("ada")
def test_what_makes_no_sense_is_refused(
    teacher: FlaskClient, fields: dict[str, object], said: str
) -> None:
    response = post(teacher, "/classes/1/assignments", quiz=1, **fields)
    assert response.status_code == 422
    assert said in response.text
    assert "<details open>" in response.text


@pytest.mark.usefixtures("ada")
def test_a_change_begins_with_what_is_there(teacher: FlaskClient) -> None:
    page = assign(teacher, **EXAM, attempts=2, due="2026-03-20T12:00")
    assert 'href="/classes/1?quiz=1#assign"' in page
    page = teacher.get("/classes/1?quiz=1").text
    assert 'data-utc="2026-03-20T12:00Z"' in page
    for value in ("exam", 20, 0, 2):
        assert f'<option selected value="{value}">' in page


def test_the_teacher_reads_what_was_answered(teacher: FlaskClient, ada: FlaskClient) -> None:
    assign(teacher)
    attempt = start(ada)
    assert teacher.get(f"/classes/1{attempt}").status_code == 404  # it still runs
    take(ada, attempt)
    assert f'href="/classes/1{attempt}"' in gradebook(teacher)
    page = teacher.get(f"/classes/1{attempt}").text
    assert ">Ada</h1>" in page
    assert "Chosen" in page
    assert teacher.get(f"{attempt}/results").status_code == 404
    own = start(teacher)
    take(teacher, own)
    assert teacher.get(f"/classes/1{own}").status_code == 404
