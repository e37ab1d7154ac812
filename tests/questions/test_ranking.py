from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.items import Evidence, Item
from questions.ranking import (
    DRAFT,
    LEAST,
    MOST,
    PASSAGE,
    UNSURE,
    Chosen,
    clash,
    objection,
    opening,
    rank,
    select,
    worth,
)
from tests.make import make_article, make_item


def test_the_best_come_first() -> None:
    low = make_item(id="a", score=0.5)
    high = make_item(
        id="b", stem="How high is the arch?", options=("1", "2", "134", "4"), score=0.8
    )
    assert [item.id for item in select([low, high])[0]] == ["b", "a"]


@pytest.mark.parametrize(
    ("likelihood", "printed", "kept", "reasons"),
    [
        (LEAST, 1, 0, []),
        (LEAST - 0.01, 0, 1, [DRAFT]),
        (UNSURE, 0, 1, [DRAFT]),
        (UNSURE - 0.01, 0, 0, ["an editor would hardly print it"]),
    ],
)
def test_what_an_editor_might_print_is_kept_as_a_draft(
    likelihood: float, printed: int, kept: int, reasons: list[str]
) -> None:
    ranked = rank(make_article(), [make_item(score=likelihood)])
    assert (len(ranked.printed), len(ranked.drafts)) == (printed, kept)
    assert [dropped.reason for dropped in ranked.dropped] == reasons


def test_no_draft_is_a_copy_of_what_is_printed() -> None:
    first = make_item(id="a", score=LEAST)
    again = make_item(id="b", stem="In which year did a bridge open over the bay?", score=UNSURE)
    ranked = rank(make_article(), [again, first])
    assert [item.id for item in ranked.printed] == ["a"]
    assert not ranked.drafts
    assert "same key" in ranked.dropped[0].reason


def test_a_key_is_asked_once() -> None:
    first = make_item(id="a", score=0.9)
    again = make_item(id="b", stem="In which year did a bridge open over the bay?", score=0.5)
    chosen, dropped = select([again, first])
    assert chosen == [first]
    assert "same key" in dropped[0].reason


def test_one_key_in_ten_may_be_asked_again_of_another_sentence() -> None:
    stems = "who why when where which what whom whose how many old".split()
    items = [
        make_item(
            id=str(n),
            stem=f"{word}?",
            options=("a", "b", "Two" if n > 8 else f"c{n}", "d"),
            score=0.9 - n / 100,
            evidence=Evidence(n, n + 1, "x"),
        )
        for n, word in enumerate((*stems[:10], "Sheep"))
    ]
    assert len(select(items)[0]) == 11
    assert len(select(items[7:])[0]) == 3


def test_near_copies_are_dropped() -> None:
    first = make_item(id="a", score=0.9)
    copy = make_item(
        id="b",
        stem="When did the new Sydney Harbour Bridge open?",
        options=("a", "b", "c", "d"),
        score=0.5,
    )
    assert select([first, copy])[0] == [first]


def test_what_is_asked_of_one_life_is_no_copy() -> None:
    born, died, again = (
        make_item(
            id=stem,
            stem=f"In which year {stem}?",
            options=("1880", "1890", year, "1950"),
            evidence=Evidence(n, n + 1, "x"),
        )
        for n, (stem, year) in enumerate(
            (
                ("was Anna Maria Berg born", "1912"),
                ("did Anna Maria Berg die", "1997"),
                ("was Anna Maria Berg born then", "1913"),
            )
        )
    )
    assert [item.id for item in select([born, died])[0]] == [born.id, died.id]
    assert len(select([born, again])[0]) == 1


@st.composite
def short_items(draw: st.DrawFn) -> Item:
    """Items of a few words, with evidence here and there in a long text."""
    words = st.sampled_from("arch bridge harbour Sydney opened steel water tall".split())
    start = draw(st.integers(0, 5 * PASSAGE))
    return make_item(
        stem=" ".join(draw(st.lists(words, min_size=1, max_size=6))) + "?",
        options=(draw(words), "1", "2", "3"),
        key=0,
        evidence=Evidence(start, start + draw(st.integers(0, 2 * PASSAGE)), "x"),
    )


@given(short_items(), st.lists(short_items(), max_size=12))
def test_whatever_an_item_clashes_with_is_looked_at(item: Item, others: list[Item]) -> None:
    chosen = Chosen()
    for other in others:
        chosen.add(other)
    clashing = [other for other in others if clash(item, other, chosen)]
    assert [other for other in chosen.near(item) if clash(item, other, chosen)] == clashing


@given(
    st.lists(
        st.builds(
            lambda item, score, name: replace(item, score=score, id=str(name)),
            short_items(),
            st.floats(0, 1),
            st.uuids(),
        ),
        max_size=15,
    )
)
def test_drafts_change_nothing_that_is_printed_and_clash_with_nothing(items: list[Item]) -> None:
    article = make_article()
    ranked = rank(article, items)
    alone = rank(article, [item for item in items if item.score >= LEAST])
    assert ranked.printed == alone.printed
    before = Chosen()
    for item in (*ranked.printed, *ranked.drafts):
        assert objection(item, before) is None
        before.add(item)
    scores = [draft.score for draft in ranked.drafts]
    assert scores == sorted(scores, reverse=True)
    assert len(ranked.printed) + len(ranked.dropped) == len(items)
    assert [d.candidate for d in ranked.dropped if d.reason == DRAFT] == [
        draft.stem for draft in ranked.drafts
    ]


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


def test_no_date_in_a_stem_tells_what_another_asks() -> None:
    died = make_item(
        stem="In which year did Anna Berg die?", options=("1961", "1965", "1970", "1972"), key=0,
        evidence=Evidence(0, 18, "Berg died in 1961."), score=0.9,
    )  # fmt: skip
    disease = make_item(
        stem="Of which disease did Anna Berg die in Graz on 2 November 1961?", score=0.8,
        evidence=Evidence(500, 521, "Pneumonia killed her."),
    )  # fmt: skip
    kept, dropped = select([died, disease])
    assert [i.stem for i in kept] == [died.stem]
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
    assert len(select(items)[0]) == MOST["What position"][0]


def test_what_is_told_in_other_sentences_comes_before_more_of_the_same() -> None:
    first, more = (
        make_item(id=key, stem=stem, options=("1", "2", f"{key}3", "4"), score=score)
        for key, stem, score in (
            ("a", "How high is the arch over the bay?", 0.9),
            ("b", "Which king laid the first stone in spring?", 0.8),
        )
    )
    elsewhere = make_item(
        id="c",
        stem="How many workers lost their lives there?",
        options=("5", "6", "16", "8"),
        score=0.7,
        evidence=replace(first.evidence, start=first.evidence.end),
    )
    assert [item.id for item in select([first, more, elsewhere])[0]] == ["a", "c", "b"]


def test_another_opening_comes_before_more_of_one() -> None:
    stems = (
        ("a", "In which year was Ada Lind born?", "1841", 0.80),
        ("b", "In which year did the Harbour Prize first reward her poems?", "1872", 0.79),
        ("c", "In which city did the novelist open a school?", "Turin", 0.78),
    )
    items = [
        make_item(id=name, stem=stem, options=("1", "2", key, "4"), score=score)
        for name, stem, key, score in stems
    ]
    elsewhere = [
        replace(item, evidence=replace(item.evidence, start=n * 100, end=n * 100 + 50))
        for n, item in enumerate(items)
    ]
    assert [item.id for item in select(elsewhere)[0]] == ["a", "c", "b"]


@pytest.mark.parametrize(
    ("stem", "words"),
    [
        ("Who said, “We came”?", "Who said,"),
        ("How many ships sank?", "How many"),
        ("In which year did it open?", "In which year"),
        ("Which river rose?", "Which river"),
    ],
)
def test_the_opening_tells_what_is_asked_for(stem: str, words: str) -> None:
    assert opening(stem) == words


def test_scores_fall_from_first_to_last() -> None:
    items = [
        make_item(id=str(n), stem=f"{word} tall?", options=("a", "b", f"c{n}", "d"), score=0.9)
        for n, word in enumerate(("Is the arch", "Are seven masts", "Was Anna"))
    ]
    scores = [item.score for item in select(items)[0]]
    assert scores == sorted(scores, reverse=True)
    assert scores[-1] < scores[0]


def test_the_worth_prefers_the_headline_and_the_beginning() -> None:
    article = make_article(title="A bridge opens over the bay")
    bridge = make_item(stem="When did the bridge open over the bay?")
    about = worth(article, bridge)
    aside = worth(article, make_item(stem="When did the mayor of the town retire?"))
    late = worth(article, make_item(stem=bridge.stem, evidence=Evidence(100, 101, "x")))
    assert about > aside
    assert about > late
