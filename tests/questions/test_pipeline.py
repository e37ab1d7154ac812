import os
import subprocess
import sys
from collections.abc import Iterable
from decimal import Decimal
from itertools import combinations
from pathlib import Path

import pytest

from questions import AnswerType, Generated, Item, generate
from questions.checks import flaws
from questions.explanations import quoted
from questions.formats import json
from questions.quantities import parse
from questions.ranking import DRAFT
from questions.text import overlap, tokens

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "quizapp" / "samples" / "notre-dame.md"

NEWS = """\
Storm floods the old harbour of Varna

Heavy rain flooded the old harbour of Varna on Monday night, killing at least four people and \
injuring 27, Mayor Ivan Petkov said.

“The water came within minutes,” fire chief Stoyan Dimitrov told reporters. He said 340 firemen \
had been sent to the town.

Interior Minister Elena Koleva promised to repair the sea wall. Koleva, who took office in 2021, \
will visit Varna with Finance Minister Georgi Stanev on Friday.

Transport Minister Rosen Angelov closed the railway to Sofia for three days. The railway carries \
around 6,500 people a day.

Varna was flooded in June 2014. The harbour was built in 1906 by engineers from Belgium.
"""


@pytest.fixture(scope="module")
def news() -> Generated:
    return generate(NEWS)


def test_the_news_gives_a_quiz(news: Generated) -> None:
    keys = {item.stem: item.options[item.key] for item in news.items}
    assert len(keys) >= 6
    assert "Elena Koleva" in keys.values()


def test_every_item_is_whole_and_clean(news: Generated) -> None:
    assert_whole_and_clean(news, news.items)


def assert_whole_and_clean(found: Generated, items: Iterable[Item]) -> None:
    for item in items:
        assert len(set(item.options)) == 4
        assert 0 <= item.key < 4
        assert 0 <= item.score <= 1
        assert 0 <= item.difficulty <= 1
        assert flaws(item, found.article) == []
        evidence = item.evidence
        assert found.article.text[evidence.start : evidence.end] == evidence.text
        assert item.explanation.startswith(quoted(evidence))


@pytest.mark.parametrize(
    ("text", "never"),
    [
        # The number belongs to the rocket's name.
        ("An Ariane 5 rocket launched the Webb telescope in the winter of 2021.", "How many"),
        ("Two firefighters were treated for burns and a third for heat.", "a third"),
        ("Hill was assessed a foul moments later by the referee of the game.", "moments"),
        ("The 26-year-old was sold to a club in Orlando in February 2023.", "26-year-old"),
    ],
)
def test_what_once_went_wrong_is_not_asked(text: str, never: str) -> None:
    assert not [item.stem for item in generate(text).items if never in item.stem]


def test_numbers_ascend(news: Generated) -> None:
    counts = [i for i in news.items if i.answer_type == AnswerType.NUMBER]
    assert counts
    for item in counts:
        values = [(parse(o) or pytest.fail(o)).value for o in item.options]
        assert values == sorted(values)
        assert all(value >= Decimal(1) for value in values)


def test_no_item_repeats_or_answers_another(news: Generated) -> None:
    for a, b in combinations(news.items, 2):
        assert tokens(a.options[a.key]) != tokens(b.options[b.key])
        assert overlap(a.stem, b.stem) < 0.5


def test_the_best_come_first_and_a_limit_keeps_them(news: Generated) -> None:
    scores = [item.score for item in news.items]
    assert scores == sorted(scores, reverse=True)
    assert generate(NEWS, limit=3).items == news.items[:3]


def test_the_seed_changes_options_and_hardly_the_items(news: Generated) -> None:
    other = generate(NEWS, seed=7)
    # Options count in the score, so that an item at the threshold may come or go.
    assert len({i.id for i in other.items} ^ {i.id for i in news.items}) <= 2
    assert [i.options for i in other.items] != [i.options for i in news.items]


def test_every_dropped_candidate_has_a_reason(news: Generated) -> None:
    assert news.dropped
    assert all(d.candidate and d.reason for d in news.dropped)


def test_what_is_less_sure_is_kept_as_drafts_beside_the_items() -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    found = generate(text)
    assert found.drafts
    assert_whole_and_clean(found, found.drafts)
    assert not {each.stem for each in found.items} & {each.stem for each in found.drafts}
    kept = [d.candidate for d in found.dropped if d.reason == DRAFT]
    assert kept == [draft.stem for draft in found.drafts]
    assert generate(text, limit=1).drafts == found.drafts


TEXTS = [
    *sorted((ROOT / "quizapp" / "samples").glob("*.md")),
    *sorted((ROOT / "tests" / "ranker" / "texts").glob("[bdgu]07.txt")),
]
ELSEWHERE = """
import sys
from pathlib import Path
from tests.questions.test_pipeline import made
sys.stdout.buffer.write(made(map(Path, sys.argv[1:])).encode())
"""


def made(texts: Iterable[Path]) -> str:
    """Items and drafts of all texts, which need not be made in the order of their names."""
    found = {path: generate(path.read_text(encoding="utf-8")) for path in texts}
    each = (found[path] for path in sorted(found))
    return "\n".join(f"{json.dumps(one)}{one.drafts}" for one in each)


def test_the_same_text_gives_the_same_bytes_in_any_process_and_any_order() -> None:
    """Here the hash seed is another, and other items may have been made before."""
    elsewhere = subprocess.run(
        [sys.executable, "-c", ELSEWHERE, *TEXTS],
        cwd=ROOT,
        capture_output=True,
        check=True,
        env=os.environ | {"PYTHONHASHSEED": "1"},
    ).stdout
    assert made(reversed(TEXTS)).encode() == elsewhere
    assert len(TEXTS) > 4
