from questions.ranking import LEAST, MOST, score, select
from tests.make import make_article, make_item


def test_the_best_come_first() -> None:
    low = make_item(id="a", score=0.5)
    high = make_item(
        id="b", stem="How high is the arch?", options=("1", "2", "134", "4"), score=0.8
    )
    assert select([low, high])[0] == [high, low]


def test_what_an_editor_would_hardly_print_is_dropped() -> None:
    chosen, dropped = select([make_item(score=LEAST / 2), make_item(id="b", score=LEAST)])
    assert [item.id for item in chosen] == ["b"]
    assert "hardly" in dropped[0].reason


def test_a_key_is_asked_once() -> None:
    first = make_item(id="a", score=0.9)
    again = make_item(id="b", stem="In which year did a bridge open over the bay?", score=0.5)
    chosen, dropped = select([again, first])
    assert chosen == [first]
    assert "same key" in dropped[0].reason


def test_near_copies_are_dropped() -> None:
    first = make_item(id="a", score=0.9)
    copy = make_item(
        id="b",
        stem="When did the new Sydney Harbour Bridge open?",
        options=("a", "b", "c", "d"),
        score=0.5,
    )
    assert select([first, copy])[0] == [first]


def test_no_item_answers_another() -> None:
    first = make_item(id="a", score=0.9)
    telling = make_item(
        id="b",
        stem="What rose over the water of the bay in 1932?",
        options=("arch", "b", "c", "d"),
        key=0,
        score=0.5,
    )
    chosen, dropped = select([first, telling])
    assert chosen == [first]
    assert "gives away" in dropped[0].reason


def test_one_opening_does_not_fill_a_quiz() -> None:
    items = [
        make_item(
            id=str(n),
            stem=f"What position does {name} hold?",
            options=("a", "b", f"c{n}", "d"),
        )
        for n, name in enumerate(("Ann Hill", "Bo Berg", "Cy Lind", "Di Moss"))
    ]
    assert len(select(items)[0]) == MOST["What position"]


def test_the_score_prefers_the_headline_and_the_beginning() -> None:
    article = make_article(title="A bridge opens over the bay")
    about = score(article, "When did the bridge open over the bay?", 0, 0.5)
    aside = score(article, "When did the mayor of the town retire?", 0, 0.5)
    late = score(article, "When did the bridge open over the bay?", 100, 0.5)
    assert about > aside
    assert about > late
