"""The day of publication that a page states in its code, in the order of how sure each place is."""

import lxml.html
import pytest

from pipeline.readers.extraction.page_date import stated_day

LINKED = '<script type="application/ld+json">{}</script>'


@pytest.mark.parametrize(
    ("code", "day"),
    [
        ('<meta property="article:published_time" content="2023-11-21T09:00:00+03:00">', "2023-11-21T09:00:00+03:00"),
        ('<meta itemprop="datePublished" content="2023-11-21"><meta name="author" content="x">', "2023-11-21"),
        ('<meta property="article:modified_time" content="2023-11-22">', ""),
        (LINKED.format('{"@type": "NewsArticle", "datePublished": "2023-11-21"}'), "2023-11-21"),
        (
            LINKED.format(
                '{"@graph": [{"@type": "Comment", "datePublished": "2023-12-01"},'
                '{"@type": ["Article"], "datePublished": "2023-11-21"}]}'
            ),
            "2023-11-21",
        ),
        (LINKED.format('{"@type": "NewsArticle", broken'), ""),
        (LINKED.format('[{"@type": "WebPage", "datePublished": "2023-11-21"}]'), "2023-11-21"),
        ('<span itemprop="datePublished">21.11.2023</span>', "21.11.2023"),
        ('<time datetime="2023-11-21T09:00">утром</time><time datetime="2023-11-21T10:00"></time>', "2023-11-21T09:00"),
        ('<time datetime="2023-11-21">статья</time><time datetime="2023-11-20">другая статья</time>', ""),
        ("<p>Вчера, 5 мая 2019 года, в Пинске открыли мост.</p>", ""),
    ],
)
def test_day(code, day):
    assert stated_day(lxml.html.fromstring(f"<html><body><div>{code}</div></body></html>")) == day
