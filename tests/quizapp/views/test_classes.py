import csv
import io
import re
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp.views.services import NAME
from tests.quizapp.factories import HARBOR
from tests.quizapp.views.composed import by_hand, publish
from tests.quizapp.views.pages import accept, add_article, post, send, start, take, undo, upload
from tests.quizapp.views.people import PASSWORD, assign, enter, member, teach


def graded(teacher: FlaskClient, query: str = "") -> list[list[str]]:
    text = teacher.get(f"/classes/1/gradebook.csv{query}").text
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))


def test_empty_pages_say_what_will_be_there(teacher: FlaskClient) -> None:
    assert "No class yet" in teacher.get("/classes/").text
    assert "Make a class" in teacher.get("/classes/").text
    teach(teacher)
    assert "Nobody has joined yet" in teacher.get("/classes/1").text
    assert "Nothing is assigned yet" in teacher.get("/classes/1").text
    assert "Nobody has joined yet" in teacher.get("/classes/1/gradebook").text


def test_who_is_nobody_yet_logs_in_first_and_then_finds_the_code(client: FlaskClient) -> None:
    response = client.get("/classes/?code=BCDFGH")
    assert response.status_code == 302
    assert "next=/classes/?code%3DBCDFGH" in response.location.replace("%2F", "/").replace(
        "%3F", "?"
    )


def test_the_link_of_a_class_fills_in_its_code(app: Flask) -> None:
    assert 'value="BCDFGH"' in member(app, "Ada").get("/classes/?code=BCDFGH").text


@pytest.mark.parametrize("name", ["", "   ", "x" * 81])
def test_a_class_needs_a_name(teacher: FlaskClient, name: str) -> None:
    response = post(teacher, "/classes/", name=name)
    assert response.status_code == 422
    assert 'class="error"' in response.text


@pytest.mark.parametrize("typed", ["", "XXXXXX", "<script>", "x" * 10_000])
def test_a_wrong_code_is_said_beside_the_field(ada: FlaskClient, typed: str) -> None:
    response = enter(ada, typed)
    assert response.status_code == 422
    assert 'id="code-error"' in response.text
    assert "<script>" not in response.text


def test_codes_cannot_be_tried_forever(ada: FlaskClient, code: str) -> None:
    for _ in range(20):
        assert enter(ada, "XXXXXX").status_code == 422
    assert enter(ada, code).status_code == 429


def test_wrong_codes_of_one_shut_out_nobody_else_at_the_same_address(
    app: Flask, ada: FlaskClient, code: str
) -> None:
    for _ in range(21):
        refused = enter(ada, "XXXXXX")
    minutes = re.search(r"Wait (\d+) minutes? and go on", refused.text)
    assert minutes is not None
    assert 0 <= 60 * int(minutes[1]) - int(refused.headers["Retry-After"]) <= 62
    assert enter(member(app, "Ben"), code).status_code == 303


def test_what_is_assigned_waits_on_the_first_page_until_it_is_taken(
    teacher: FlaskClient, ada: FlaskClient
) -> None:
    assert "To do for your classes" not in ada.get("/").text
    assign(teacher, due="2026-03-20T12:00")
    page = ada.get("/").text
    assert "To do for your classes" in page
    assert "due <time" in page
    assert "To do for your classes" not in teacher.get("/").text
    take(ada, start(ada))
    assert "To do for your classes" not in ada.get("/").text
    assert "Best <a" in ada.get("/classes/1").text


def test_only_what_was_begun_since_it_was_assigned_counts(
    app: Flask, teacher: FlaskClient, ada: FlaskClient
) -> None:
    post(teacher, "/quizzes/1/visibility", visibility="open")
    take(ada, start(ada))
    running = start(ada)
    pass_days(app, 1)
    assign(teacher, attempts=1, answers="leave")
    assert graded(teacher)[1][1:] == ["", "", "not yet", ""]
    assert "To do for your classes" in ada.get("/").text
    assert teacher.get("/classes/1/attempts/1").status_code == 404
    begun = start(ada)
    assert begun != running
    take(ada, begun)
    assert graded(teacher)[1][2:4] == ["immediate", ""]
    pass_days(app, 1)
    assign(teacher, attempts=2, answers="leave")
    assert graded(teacher)[1][2:4] == ["immediate", ""]
    post(teacher, "/classes/1/assignments/1/remove")
    assign(teacher, attempts=1, answers="leave")
    assert graded(teacher)[1][1:] == ["", "", "not yet", ""]


def pass_days(app: Flask, days: int) -> None:
    app.extensions[NAME].now.time += timedelta(days=days)


def test_what_is_overdue_says_so(app: Flask, teacher: FlaskClient, ada: FlaskClient) -> None:
    assign(teacher, due="2026-03-20T12:00")
    pass_days(app, 7)
    assert "was due" in ada.get("/").text
    assert "missing" in teacher.get("/classes/1/gradebook").text
    take(ada, start(ada))
    assert "handed in late" in ada.get("/classes/1").text
    assert graded(teacher)[1][3] == "late"


def test_what_has_begun_is_in_progress(app: Flask, teacher: FlaskClient, ada: FlaskClient) -> None:
    assign(teacher, mode="exam", minutes=20, due="2026-03-20T12:00")
    assert graded(teacher)[1][3] == "not yet"
    start(ada)
    assert ">in progress</span>" in teacher.get("/classes/1/gradebook").text
    assert graded(teacher)[1][1:] == ["", "", "in progress", ""]
    for url in ("/", "/classes/1"):
        assert "· in progress" in ada.get(url).text
    pass_days(app, 7)
    assert graded(teacher)[1][1:] == ["0.0", "exam", "", "0.0"]  # ended with its time


def test_who_joins_after_the_due_date_is_not_behind(
    app: Flask, teacher: FlaskClient, ada: FlaskClient, code: str
) -> None:
    assert ada
    assign(teacher, due="2026-03-20T12:00")
    pass_days(app, 7)
    bo = member(app, "Bo")
    enter(bo, code)
    assert [row[3:] for row in graded(teacher)[1:]] == [
        ["missing", "0.0"],
        ["due before joining", ""],
    ]
    assert "To do for your classes" not in bo.get("/").text
    assert "before you joined" in bo.get("/classes/1").text
    take(bo, start(bo))
    assert graded(teacher)[2][3] == ""
    assert "handed in late" not in bo.get("/classes/1").text


def test_a_due_date_is_in_the_time_of_who_sets_it(teacher: FlaskClient, ada: FlaskClient) -> None:
    """Noon in New York, in March: four hours behind UTC."""
    assign(teacher, due="2026-03-20T12:00", offset="240")
    due = datetime(2026, 3, 20, 16, tzinfo=UTC).isoformat()
    assert f'datetime="{due}"' in ada.get("/").text


@pytest.mark.parametrize(
    "fields",
    [
        {"quiz": 99},
        {"quiz": ""},
        {"size": 3},
        {"due": "tomorrow"},
        {"due": "9999-12-31T23:59"},
        {"due": "2026-03-20T12:00", "offset": "100000"},
    ],
)
def test_what_cannot_be_assigned_is_refused(
    teacher: FlaskClient, code: str, fields: dict[str, object]
) -> None:
    assert code
    response = post(teacher, "/classes/1/assignments", **{"quiz": 1, **fields})
    assert response.status_code == 422
    assert "Nothing is assigned yet" in response.text


@pytest.mark.parametrize(
    ("due", "said"),
    [
        ("2026-03-13T12:00", "That time has passed already."),
        ("2026-03-14T09:00", "That time has passed already."),
        ("tomorrow", "Give a day and a time, like"),
    ],
)
@pytest.mark.usefixtures("code")
def test_when_it_cannot_be_due_is_said_beside_the_field(
    teacher: FlaskClient, due: str, said: str
) -> None:
    response = post(teacher, "/classes/1/assignments", quiz=1, due=due)
    assert response.status_code == 422
    assert re.search(f'id="due-error">.*{said}', response.text)
    assert f'value="{due}"' in response.text


def test_whether_it_is_due_in_time_to_come_is_by_the_clock_of_who_sets_it(
    teacher: FlaskClient, ada: FlaskClient
) -> None:
    """The clock here says half past nine, that of New York half past five."""
    assert ada
    fields = {"quiz": 1, "due": "2026-03-14T07:00"}
    assert post(teacher, "/classes/1/assignments", **fields).status_code == 422
    assert post(teacher, "/classes/1/assignments", **fields, offset=240).status_code == 303


def test_what_was_due_can_be_changed_otherwise(
    app: Flask, teacher: FlaskClient, ada: FlaskClient
) -> None:
    assert ada
    due = {"due": "2026-03-20T12:00"}
    assign(teacher, **due)
    pass_days(app, 7)
    page = assign(teacher, **due, mode="exam", minutes=20)
    assert "Exam, 20 minutes" in page
    response = post(teacher, "/classes/1/assignments", quiz=1, due="2026-03-20T13:00")
    assert response.status_code == 422


@pytest.mark.usefixtures("teacher")
def test_only_what_a_teacher_may_see_can_be_assigned(app: Flask) -> None:
    other = member(app, "Other")
    teach(other)
    assert post(other, "/classes/1/assignments", quiz=1).status_code == 422
    assert "Quizzes come from articles" in other.get("/classes/1").text


def test_the_gradebook_shows_the_attempt_that_is_wanted(
    teacher: FlaskClient, ada: FlaskClient
) -> None:
    assign(teacher)
    for _ in range(2):
        take(ada, start(ada))
    header, row = graded(teacher)
    title = "The harbor of Vellmouth reopens"
    assert header == ["Name", f"{title} (%)", f"{title}: mode", f"{title}: state", "Mean (%)"]
    assert row[0] == "Ada"
    assert row[1] == row[4]
    assert row[2] == "immediate"
    for query in ("", "?attempts=first", "?attempts=last", "?attempts=worst"):
        page = teacher.get(f"/classes/1/gradebook{query}").text
        assert re.search(r"<b>\d+ %</b>", page)
    assert "Ada" in teacher.get("/classes/1").text


def test_a_name_that_looks_like_a_formula_is_none_in_the_table(
    app: Flask, teacher: FlaskClient, code: str
) -> None:
    enter(member(app, "=1+1"), code)
    assign(teacher)
    assert graded(teacher)[1][0] == "'=1+1"


def test_members_do_not_see_each_other(
    app: Flask, teacher: FlaskClient, ada: FlaskClient, code: str
) -> None:
    bo = member(app, "Bodhisattva Rao")
    enter(bo, code)
    assign(teacher)
    take(bo, start(bo))
    for url in ("/classes/", "/classes/1", "/"):
        assert "Bodhisattva" not in ada.get(url).text
    assert ada.get("/classes/1/gradebook").status_code == 403
    assert ada.get("/attempts/1/results").status_code == 404


def test_removing_a_member_is_undone_at_once_or_later(
    teacher: FlaskClient, ada: FlaskClient
) -> None:
    page = send(teacher, "/classes/1/members/1/remove").text
    assert "Ada was removed; all results are kept." in page
    assert ada.get("/classes/1").status_code == 404
    assert "1 removed" in teacher.get("/classes/1").text
    send(teacher, "/classes/1/members/1/restore")
    assert ada.get("/classes/1").status_code == 200


def test_an_assignment_is_taken_back_and_undone(teacher: FlaskClient, ada: FlaskClient) -> None:
    assign(teacher)
    assert "was removed" in send(teacher, "/classes/1/assignments/1/remove").text
    assert ada.get("/quizzes/1").status_code == 404
    send(teacher, "/classes/1/assignments/1/restore")
    assert ada.get("/quizzes/1").status_code == 200


@pytest.mark.parametrize("url", ["/classes/1/members/9/remove", "/classes/1/assignments/9/remove"])
def test_nothing_that_is_not_there_is_removed(teacher: FlaskClient, code: str, url: str) -> None:
    assert code
    assert post(teacher, url).status_code == 404


def test_who_leaves_is_told_the_way_back(ada: FlaskClient, code: str) -> None:
    page = send(ada, "/classes/1/leave").text
    assert f"{code[:3]} {code[3:]}" in page
    assert ada.get("/classes/1").status_code == 404
    assert enter(ada, f"{code[:3].lower()}-{code[3:].lower()}").status_code == 303
    undo(ada, send(ada, "/classes/1/leave").text)
    assert ada.get("/classes/1").status_code == 200


def test_leaving_is_undone_though_the_code_has_changed(
    teacher: FlaskClient, ada: FlaskClient
) -> None:
    page = send(ada, "/classes/1/leave").text
    post(teacher, "/classes/1/code")
    assert undo(ada, page).location == "/classes/1"
    assert ada.get("/classes/1").status_code == 200


def test_who_was_taken_out_comes_back_only_if_the_teacher_wants_it(
    teacher: FlaskClient, ada: FlaskClient, code: str
) -> None:
    send(ada, "/classes/1/leave")
    enter(ada, code)
    for _ in range(2):  # a button pressed twice
        assert post(teacher, "/classes/1/members/1/remove").status_code == 303
    assert post(ada, "/classes/1/return").status_code == 404
    assert "its teacher has taken you out" in enter(ada, code).text
    assert ada.get("/classes/1").status_code == 404
    post(teacher, "/classes/1/members/1/restore")
    assert ada.get("/classes/1").status_code == 200


def test_who_has_left_is_not_put_back_by_the_teacher(
    teacher: FlaskClient, ada: FlaskClient
) -> None:
    send(ada, "/classes/1/leave")
    page = teacher.get("/classes/1").text
    assert "Ada left by themselves" in page
    assert "Put back" not in page
    for action in ("restore", "remove"):
        assert post(teacher, f"/classes/1/members/1/{action}").status_code == 404
    assert ada.get("/classes/1").status_code == 404


def test_all_questions_are_all_that_the_quiz_has_when_it_is_taken(
    app: Flask, teacher: FlaskClient, ada: FlaskClient, code: str
) -> None:
    by_hand(teacher, 1, 2)
    publish(teacher, 2)
    assert "<td>all 2<" in assign(teacher, quiz=2)
    take(ada, start(ada, 2), 2)
    send(teacher, "/quizzes/by-hand", quiz=2, item=[3])
    assert "<td>all 3<" in teacher.get("/classes/1").text
    assert "To do for your classes" not in ada.get("/").text
    assert graded(teacher)[1][3] == ""
    bo = member(app, "Bo")
    enter(bo, code)
    assert "3 questions" in bo.get("/").text
    take(bo, start(bo, 2), 3)
    assert graded(teacher)[2][3] == ""
    assert '<option selected value="0">All' in teacher.get("/classes/1?quiz=2").text


def test_in_an_archived_class_no_link_leads_nowhere(teacher: FlaskClient, ada: FlaskClient) -> None:
    add_article(teacher, f"Harbors of the north\n{HARBOR}")
    for quiz in (1, 2):
        assign(teacher, quiz=quiz)
    take(ada, start(ada, 2))
    post(teacher, "/classes/1/archive")
    page = ada.get("/classes/1").text
    links = set(re.findall(r'href="(/quizzes/\d+)', page))
    assert links == {"/quizzes/2"}
    assert ada.get("/quizzes/2").status_code == 200
    assert page.count("</h3>") == 2
    post(teacher, "/quizzes/1/visibility", visibility="open")
    assert 'href="/quizzes/1' in ada.get("/classes/1").text


def test_who_deletes_the_account_leaves_a_trace_without_a_name(
    app: Flask, teacher: FlaskClient, ada: FlaskClient, code: str
) -> None:
    assign(teacher)
    take(ada, start(ada))
    enter(member(app, "Bo"), code)
    for url in ("/classes/1", "/classes/1/gradebook"):
        assert "deleted the account" not in teacher.get(url).text
    assert post(ada, "/account/removal", confirmation=PASSWORD).status_code == 303
    for url in ("/classes/1", "/classes/1/gradebook"):
        page = teacher.get(url).text
        assert "1 member has deleted the account, and with it all results." in page
        assert "Ada" not in page


def test_an_exam_that_would_end_too_late_says_so_before_it_begins(
    app: Flask, teacher: FlaskClient, ada: FlaskClient
) -> None:
    """The clock says half past nine."""
    assign(teacher, mode="exam", minutes=20, due="2026-03-14T12:00")
    page = ada.get("/quizzes/1").text
    assert "due <time" in page
    assert "counts as late" not in page
    assign(teacher, mode="exam", minutes=30, due="2026-03-14T09:50")
    page = ada.get("/quizzes/1").text
    assert "which is after it is due" in page
    pass_days(app, 1)
    page = ada.get("/quizzes/1").text
    assert "was due <time" in page
    assert "What is handed in now counts as late." in page


def test_an_archived_class_can_be_reopened(
    app: Flask, teacher: FlaskClient, ada: FlaskClient, code: str
) -> None:
    assign(teacher)
    assert "This class is archived" in send(teacher, "/classes/1/archive").text
    assert "To do for your classes" not in ada.get("/").text
    assert "This class is over" in ada.get("/classes/1").text
    assert enter(member(app, "Bo"), code).status_code == 422
    assert code[:3] in send(teacher, "/classes/1/reopen").text


def test_a_new_code_shuts_out_who_has_the_old_one(
    app: Flask, teacher: FlaskClient, code: str
) -> None:
    assert "has a new code" in send(teacher, "/classes/1/code").text
    assert enter(member(app, "Bo"), code).status_code == 422


def test_a_teacher_takes_the_class_along_and_with_the_account_it_is_gone(
    teacher: FlaskClient, ada: FlaskClient
) -> None:
    assign(teacher)
    take(ada, start(ada))
    assert "Tuesday" in teacher.get("/account/data").text
    assert post(teacher, "/account/removal", confirmation=PASSWORD).status_code == 303
    assert "Tuesday" not in ada.get("/classes/").text
    assert ada.get("/classes/1").status_code == 404
    assert ada.get("/").status_code == 200


def test_a_member_whose_account_is_gone_is_not_in_the_gradebook(
    teacher: FlaskClient, ada: FlaskClient
) -> None:
    assign(teacher)
    take(ada, start(ada))
    assert post(ada, "/account/removal", confirmation=PASSWORD).status_code == 303
    assert "Nobody has joined yet" in teacher.get("/classes/1/gradebook").text


def test_the_page_of_a_quiz_leads_to_the_class_that_is_to_take_it(
    teacher: FlaskClient, code: str
) -> None:
    assert code
    add_article(teacher, f"{HARBOR}\nA second harbor.")
    assert 'href="/classes/?quiz=1"' in teacher.get("/quizzes/1").text
    page = teacher.get("/classes/?quiz=1").text
    assert 'href="/classes/1?quiz=1#assign"' in page
    assert '<option selected value="1">' in teacher.get("/classes/1?quiz=1").text
    assert teacher.get("/classes/1?quiz=many").status_code == 200


@pytest.mark.parametrize(("size", "chosen"), [("4", 4), ("3", 4), ("99", 4), ("all", 4)])
def test_the_way_to_a_quiz_may_choose_its_length(
    teacher: FlaskClient, size: str, chosen: int
) -> None:
    page = teacher.get(f"/quizzes/1?size={size}").text
    assert f'<option value="{chosen}" selected>' in page


def test_a_quiz_is_begun_as_long_as_it_counts(teacher: FlaskClient, ada: FlaskClient) -> None:
    many = "\n\n".join(f"When did ship {n} call? {{=In May ~In June}}" for n in range(18))
    accept(teacher, upload(teacher, many).location)
    assign(teacher, quiz=2)
    told = "Your class is to answer 18 questions: shorter attempts do not count there."
    page = ada.get("/quizzes/2").text
    assert told in page
    assert '<option value="18" selected' in page
    attempt = start(ada, 2)  # by a button that says nothing of the length
    assert "1 of 18" in ada.get(f"{attempt}/questions/1").text
    take(ada, attempt, 18)
    page = ada.get("/quizzes/2").text
    assert told not in page
    assert '<option value="10" selected' in page
