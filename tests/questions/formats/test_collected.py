from questions.formats.collected import collected, is_collected
from questions.items import Evidence
from tests.make import make_item

TEXTS = ("The bridge opened in 1874.", "", "The bridge opened in 1874.", "It is steel.")


def test_what_proves_the_items_becomes_their_article() -> None:
    items = [
        make_item(
            id=str(number), stem=f"Question {number}?", evidence=Evidence(9, 9 + len(text), text)
        )
        for number, text in enumerate(TEXTS)
    ]
    found = collected("Friday test", items, "https://example.org")
    assert found.article.title == "Friday test"
    assert found.article.text == f"{TEXTS[0]}\n\nQuestion 1?\n\n{TEXTS[3]}"
    assert [item.id for item in found.items] == ["0", "1", "2", "3"]
    for item, text in zip(found.items, TEXTS, strict=True):
        assert found.article.text[item.evidence.start : item.evidence.end] == text
    assert is_collected(found.article, found.items)
    assert not is_collected(found.article, found.items[1:3])
    assert found == collected("Friday test", items, "https://example.org")
