from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from threading import Event

import pytest

from questions import Generated
from quizapp.jobs import AT_ONCE, Busy, one_at_a_time
from tests.quizapp.factories import make_generated


def test_articles_wait_for_each_other_and_one_too_many_is_turned_away() -> None:
    go_on, running = Event(), set()

    def slow(text: str, /, **_options: object) -> Generated:
        running.add(text)
        assert running == {text}
        assert go_on.wait(10)
        running.remove(text)
        return make_generated()

    generate = one_at_a_time(slow)
    with ThreadPoolExecutor(AT_ONCE + 1) as readers:
        asked = {readers.submit(generate, str(n)) for n in range(AT_ONCE + 1)}
        turned_away, others = wait(asked, timeout=10, return_when=FIRST_COMPLETED)
        go_on.set()
        assert [type(each.exception()) for each in turned_away] == [Busy]
        assert [each.result(10) for each in others] == [make_generated()] * AT_ONCE
    assert generate("later") == make_generated()


def test_a_failure_makes_room_for_the_next() -> None:
    def fail(_text: str, /, **_options: object) -> Generated:
        raise ZeroDivisionError

    generate = one_at_a_time(fail)
    for _ in range(AT_ONCE + 1):
        with pytest.raises(ZeroDivisionError):
            generate("text")
