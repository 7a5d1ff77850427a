"""The card of the corpora says what the corpora hold."""

from __future__ import annotations

from tests.gold.card import CARD, count_card, counted_part, load_corpora, read_styles, split_of


def test_the_card_is_counted_from_the_corpora():
    assert counted_part(CARD.read_text(encoding="utf-8")) == count_card(load_corpora(), read_styles())


def test_every_own_article_has_a_style_and_lies_where_its_id_says():
    corpora = load_corpora()
    for split in ("dev", "test"):
        assert {split_of(article.id) for article in corpora[f"own: {split}"]} == {split}
    assert {a.id for split in ("dev", "test") for a in corpora[f"own: {split}"]} == set(read_styles())
