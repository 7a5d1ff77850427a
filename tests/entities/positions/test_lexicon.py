"""The lexicon of posts: shipped words, and errors that say where to mend."""

import pytest

from pipeline.entities.positions.lexicon import post_lexicon, read_posts
from pipeline.errors import ResourceError


@pytest.mark.parametrize("lemma", ["президент", "пресс-секретарь", ["главный", "редактор"][1], "полковник"])
def test_posts_and_ranks(lemma):
    assert post_lexicon().is_post(lemma)


def test_an_unknown_key_is_refused(tmp_path):
    path = tmp_path / "posts.yaml"
    path.write_text("posts: [президент]\njobs: []\n", encoding="utf-8")
    with pytest.raises(ResourceError, match="jobs"):
        read_posts(path)
