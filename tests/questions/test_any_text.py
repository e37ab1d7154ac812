"""Whatever is read as an article gives clean items, none, or a named error.

`pytest --hypothesis-profile=thorough` tries ten thousand texts of each kind.
"""

import textwrap
from collections.abc import Callable
from contextlib import suppress
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questions import InputError, generate
from questions.checks import flaws
from tests.questions.test_pipeline import NEWS

FACTS = (
    "The bridge over the Drin was opened by Queen Marta in May 1932. It cost 4.2 million crowns. "
    "The engineer Paul Vane designed it. In 1956 a flood destroyed two arches of the bridge."
)
OPENED = "When was the bridge over the Drin opened by Queen Marta?"


@pytest.mark.parametrize(
    "text",
    [
        # Little that could be asked for.
        "The weather is often mild. People like to walk along the sea. Nobody knows why.",
        "Storm floods the old harbour of Varna",
        "The bridge over the Drin was opened by Queen Marta in May 1932",
        # No prose.
        "NAME | AGE | TOWN.\nAnna | 34 | Lund.\nErik | 41 | Oslo.\nthe end of the table of and to.",
        "Country   People   Capital\nSweden    10.4     Stockholm\nThe list is of the year 2020.\n",
        "def run():\n    return 3  # the number of the day and of the year, to be read in.\n",
        "+-----+\n| the |\n+-----+\n   |  of and to the\n   v\n",
        "The moon rose over Arlen hill,\nAnd ships lay in the bay,\nThe king had drunk his fill\n",
        # Written so that names cannot be told from other words.
        FACTS.upper(),
        FACTS.title(),
        # Letters and signs that no English sentence has.
        "😀 the 😀 and 😀 of 😀 to 😀 in 😀 is 😀 was 😀 for 😀 with 😀 by 😀 on 😀",
        "🚀 The rocket 🚀 was launched by the 😀 agency in May 2020 🎉 from the coast 🌴.",
        "The king of the town gave 300 coins to محمد in 1200. The book הספר was written in 1948.",
        "T̸h̷e̵ b̴r̷i̶d̸g̴e̵ w̷a̵s̸ o̷p̴e̵n̷e̸d̶ i̴n̵ 1932 by the queen of the kingdom in the north.",
        # Speech without anybody to ask for.
        "Q: When did you join the bank?\nA: I joined it in 1990 with 40 others of the town.\n",
        "[00:01:12] SPEAKER 1: So, um, the bridge was, you know, the best of the town.\n",
    ],
)
def test_texts_without_clear_facts_give_no_items(text: str) -> None:
    assert generate(text).items == ()


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(textwrap.wrap(FACTS, 60)),
        "\n".join(textwrap.wrap(FACTS, 34)),
        FACTS.replace("opened", "ope-\nned").replace("Marta in", "Marta\nin"),
        FACTS.replace(" ", "  \u2009").replace("It", "\t It"),
        FACTS.replace("opened", "op\u00adened\u200b").replace("bridge", "bri\x07dge"),
        FACTS.replace("Marta", "Marta[1]").replace("1932.", "1932.[2][citation needed]"),
        "\n".join(f"• {sentence}." for sentence in FACTS.removesuffix(".").split(". ")),
        f"Photo: the queen (AP)\n\n{FACTS}\n\nRead more: 10 things to know\n",
        "\n\n".join([FACTS] * 4),
    ],
)
def test_what_is_written_oddly_is_read_as_it_was_meant(text: str) -> None:
    stems = [item.stem for item in generate(text).items]
    assert stems.count(OPENED) == 1


def test_a_sentence_of_a_thousand_words_is_read() -> None:
    clauses = (f"the worker carried {n} stones to the bridge of the town" for n in range(100))
    assert_clean("In 1932 " + " and ".join(clauses) + ".")


def assert_clean(text: str) -> None:
    with suppress(InputError):
        made = generate(text)
        assert [flaws(item, made.article) for item in made.items] == [[]] * len(made.items)


SOME = settings(deadline=None, max_examples=60) if settings().max_examples == 100 else settings()
LINES = [line for line in NEWS.splitlines() if line]
PIECES = st.sampled_from(
    [*LINES, "“", "”", ";", ":", "(", "1,234", "\n", "who", "said", ".", "The"]
)
FOREIGN = "мост القاهرة הספר 東京 😀 e\u0301 \u200b \u00a0 \ufffd -\n …  ” — [1] $ 3½ ©".split(" ")
Change = Callable[[list[str], int, Random], list[str]]
CHANGES: list[Change] = [
    lambda words, _, rng: rng.sample(words, len(words)),
    lambda words, at, _: words[:at],
    lambda words, at, _: words[at:],
    lambda words, at, _: words + words[at:],
    lambda words, at, rng: [*words[:at], rng.choice(FOREIGN), *words[at:]],
    lambda words, at, _: [*words[:at], "\n", *words[at:]],
    lambda words, at, rng: [*words[:at], rng.choice(words or [""]), *words[at:]],
    lambda words, at, _: [*words[:at], "".join(words[at : at + 2]), *words[at + 2 :]],
    lambda words, at, _: [*words[:at], *(w.upper() for w in words[at:])],
    lambda words, at, _: [*words[:at], *(w.strip(".,") for w in words[at:])],
]


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """Two paragraphs of news, changed in a few places as careless copies are."""
    words = " ".join(draw(st.lists(st.sampled_from(LINES), min_size=2, max_size=2))).split(" ")
    rng = draw(st.randoms(use_true_random=False))
    for change in draw(st.lists(st.sampled_from(CHANGES), min_size=1, max_size=5)):
        words = change(words, rng.randint(0, len(words)), rng)
    return " ".join(words)


@SOME
@given(mutated())
def test_careless_copies_give_clean_items(text: str) -> None:
    assert_clean(text)


@SOME
@given(st.lists(PIECES, max_size=25).map(" ".join))
def test_any_mixture_gives_clean_items(text: str) -> None:
    assert_clean(text)


@SOME
@given(st.text(max_size=400))
def test_any_characters_give_clean_items(text: str) -> None:
    assert_clean(text)
