"""The report in a real browser, opened from disk: what a reader sees, clicks and reaches with the keyboard."""

import re
import time

import pytest

from pipeline.report.build import build_report
from pipeline.report.settings import ReportSettings

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]
SLOWLY = """() => {
    const load = svodka.load;
    svodka.load = async (name) => { await new Promise(done => setTimeout(done, 700)); return load(name); };
}"""
VIEWS = ("events", "network", "map", "articles", "coverage", "about")
# Contrast of every text with what lies behind it, by WCAG 2.2: those under 4.5 (3 where the text is large).
CONTRAST = """() => {
  const rgb = (text) => { const n = text.match(/[\\d.]+/g).map(Number); return n.length < 4 ? [...n, 1] : n; };
  const light = (c) => c.slice(0, 3).map((v) => v / 255).map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, n) => sum + v * [0.2126, 0.7152, 0.0722][n], 0);
  const ground = (e) => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor); if (c[3] === 1) return c; } return [255, 255, 255]; };
  const faults = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const e = node.parentElement;
    if (!node.data.trim() || !e.checkVisibility() || ["SCRIPT", "STYLE", "NOSCRIPT"].includes(e.tagName)) continue;
    const style = getComputedStyle(e);
    const [a, b] = [light(rgb(style.color)), light(ground(e))].sort((x, y) => y - x);
    const large = parseFloat(style.fontSize) >= 24;
    if ((a + 0.05) / (b + 0.05) < (large ? 3 : 4.5)) faults.push(`${node.data.trim().slice(0, 30)}: ${((a + 0.05) / (b + 0.05)).toFixed(2)}`);
  }
  return faults;
}"""


class Look:
    """A page, and what it complained of or asked the network for."""

    def __init__(self, browser, folder, *, width=1440, scheme="light"):
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, locale="ru-RU")
        self.folder, self.page, self.troubles = folder, context.new_page(), []
        self.page.set_default_timeout(15_000)
        self.page.on("console", lambda m: self.troubles.append(m.text) if m.type in {"error", "warning"} else None)
        self.page.on("pageerror", lambda error: self.troubles.append(error.stack or str(error)))
        self.page.on("dialog", lambda dialog: (self.troubles.append(dialog.message), dialog.dismiss()))
        self.page.on("request", lambda r: None if r.url.startswith(("file:", "data:")) else self.troubles.append(r.url))

    def open(self, address="index.html"):
        self.page.goto(f"{self.folder.as_uri()}/{address}")
        self.page.wait_for_load_state("load")
        return self.page


@pytest.fixture
def look(browser):
    looks = []

    def start(folder, **options):
        looks.append(Look(browser, folder, **options))
        return looks[-1]

    yield start
    for each in looks:
        each.page.context.close()
        assert each.troubles == []


@pytest.fixture(scope="session")
def report(tmp_path_factory, stories):
    folder = tmp_path_factory.mktemp("report")
    tables = stories.write_run(folder, [stories.lake_story(), stories.regatta_story()])
    build_report(ReportSettings(tables=tables, folder=folder / "pages"))
    return folder / "pages"


def until(page, condition):
    """Wait for a condition; the page's own policy forbids what `wait_for_function` does."""
    deadline = time.monotonic() + 15
    while not page.evaluate(condition):
        assert time.monotonic() < deadline, condition
        page.wait_for_timeout(20)


def rows(page):
    return page.locator("#event-list .event .what").all_inner_texts()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_every_view_is_readable_narrow_and_wide_light_and_dark(look, report, width, scheme):
    page = look(report, width=width, scheme=scheme).open()
    page.evaluate("() => { const fold = document.getElementById('filters-fold'); fold.open = true; }")
    for view in VIEWS:
        page.locator(f"[data-go={view}]").click()
        page.locator(f"[data-view={view}]").wait_for()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate(CONTRAST) == []
    page = look(report, width=width, scheme=scheme).open("articles/000001.html#missed")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(CONTRAST) == []
    assert page.evaluate("parseFloat(getComputedStyle(document.getElementById('body')).fontSize)") >= 16


def test_a_map_that_is_left_while_its_outline_loads_is_drawn_when_it_is_opened_again(look, report):
    page = look(report).open()
    page.evaluate(SLOWLY)
    page.locator("[data-go=map]").click()
    page.locator("[data-view=map]").wait_for()
    page.locator("[data-go=events]").click()
    until(page, "echarts.getMap('world')")
    page.locator("[data-go=map]").click()
    until(page, "document.querySelector('#chart-map canvas')")


def test_events_stand_in_the_order_of_time_with_those_without_a_day_last(look, report):
    page = look(report).open()
    assert rows(page) == ["Встреча", "Соревнование", "Визит"]
    assert page.locator("#event-list .month").all_inner_texts() == ["март 2024", "май 2023", "без даты"]
    page.locator("#order").click()
    until(page, "document.querySelector('#event-list .what').textContent === 'Соревнование'")
    assert rows(page) == ["Соревнование", "Встреча", "Визит"]


@pytest.mark.parametrize(
    ("facet", "value", "left"),
    [
        ("status", "запланировано", ["Визит"]),
        ("type", "Соревнование", ["Соревнование"]),
        ("place", "Тверь", ["Соревнование", "Визит"]),
        ("who", "Марфа Сухарева", ["Встреча"]),
        ("who", "Ермолай Чуваткин", ["Встреча", "Соревнование"]),
    ],
)
def test_a_ticked_value_leaves_its_events_and_its_chip_takes_it_back(look, report, facet, value, left):
    page = look(report).open()
    page.locator(f"#facet-{facet} label", has_text=value).click()
    until(page, f"document.querySelectorAll('#event-list .event').length === {len(left)}")
    assert rows(page) == left
    assert f"{len(left)} из 3" in page.locator("#events-count").inner_text()
    page.locator("#chips button").click()
    until(page, "document.querySelectorAll('#event-list .event').length === 3")


def test_words_period_and_confidence_filter_too_and_what_fits_nothing_says_so(look, report):
    page = look(report).open()
    page.locator("#filter-q").fill("ермолай костром")
    until(page, "document.querySelectorAll('#event-list .event').length === 1")
    page.locator("#filter-q").fill("ничего такого")
    page.locator("#event-list .notice").wait_for()
    page.locator("#filter-reset").click()
    page.locator("#filter-from").fill("2024-01-01")
    page.locator("#filter-from").blur()
    until(page, "document.querySelectorAll('#event-list .event').length === 1")
    assert rows(page) == ["Встреча"]
    page.locator("#filter-reset").click()
    until(page, "document.querySelectorAll('#event-list .event').length === 3")
    page.locator("#filter-sure").fill("0.6")
    until(page, "document.querySelectorAll('#event-list .event').length === 2")


def test_a_bar_of_the_chart_narrows_the_period_and_back_widens_it(look, report):
    page = look(report).open()
    chart = page.locator("#chart-time")
    chart.locator("canvas").first.wait_for()
    box = chart.bounding_box()
    chart.click(position={"x": box["width"] - 20, "y": box["height"] - 60})  # the last bar: the month of the meeting
    until(page, "document.querySelectorAll('#event-list .event').length === 1")
    assert rows(page) == ["Встреча"]
    page.go_back()
    until(page, "document.querySelectorAll('#event-list .event').length === 3")


def test_a_click_on_an_event_shows_its_sentence_with_the_deciding_words_marked(look, report):
    page = look(report).open()
    page.locator("#event-list .event", has_text="Встреча").click()
    quote = page.locator("#panel blockquote")
    quote.wait_for()
    assert quote.inner_text() == "Его встреча с Марфой прошла 11 марта 2024 года: Марфа Сухарева отметила 😀 успех."
    assert quote.locator("mark.core").all_inner_texts() == ["встреча"]
    assert quote.locator("mark.lit").all_inner_texts() == ["Марфа Сухарева"]
    assert page.locator("#panel dl > div", has_text="Всё в записи верно").locator("dd").inner_text() == "0,42"


def test_from_an_event_to_its_place_in_the_article(look, report):
    page = look(report).open()
    page.locator("#event-list .event", has_text="Встреча").click()
    page.locator("#panel .open").click()
    until(page, "document.querySelectorAll('.lit').length > 0")
    lit = "".join(page.locator("#body .lit").all_inner_texts())
    assert lit == "Его встреча с Марфой прошла 11 марта 2024 года: Марфа Сухарева отметила 😀 успех."
    assert page.locator("#body .core").all_inner_texts() == ["встреча"]
    assert page.locator(".record.chosen h3").inner_text().startswith("Встреча")


def test_every_cell_with_a_place_leads_to_exactly_its_words(look, report):
    page = look(report).open("articles/000001.html")
    page.locator("details").evaluate_all("all => all.forEach((fold) => { fold.open = true; })")
    cells = page.locator("a.cell")
    assert cells.count() > 10
    for number in range(cells.count()):
        cell = cells.nth(number)
        cell.click()
        page.evaluate(
            "() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))"
        )  # the page has heard it
        start, end = map(int, re.fullmatch(r"#s(\d+)-(\d+)", cell.get_attribute("href")).groups())
        # Offsets count code points: the emoji before the last records is one of them.
        lit = "".join(page.locator("#body .lit").all_inner_texts())
        assert len(lit) == end - start
        value = cell.inner_text()
        assert value in {lit, "состоялось", "запланировано"}


def test_what_no_record_took_up_is_listed_and_can_be_shown(look, report):
    page = look(report).open("articles/000001.html#missed")
    missed = page.locator("#missed li a").all_inner_texts()
    assert missed == ["Марфой", "отметила", "завтра"]
    assert page.locator("#body.show-missed .missed").all_inner_texts() == missed
    page = look(report).open("index.html#coverage")
    assert "Марфой" in page.locator("[data-view=coverage]").inner_text()


def test_all_can_be_reached_with_the_keyboard_alone(look, report):
    page = look(report).open()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    reached = []
    for _ in range(40):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.className || document.activeElement.id"))
        if reached[-1] == "event":
            break
    assert reached[-1] == "event"
    assert page.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth)") >= 2
    page.keyboard.press("Enter")
    page.locator("#panel h2").wait_for()
    assert page.evaluate("document.activeElement.tagName") == "H2"
    page.keyboard.press("Escape")
    until(page, "document.activeElement.className === 'event'")
    page.locator("#facet-status input").first.focus()
    page.keyboard.press("Space")
    until(page, "document.querySelectorAll('#event-list .event').length === 2")
    assert page.evaluate("document.activeElement.dataset.facet") == "status"  # where one was, though the list is new


def test_network_and_map_lead_back_to_the_events_behind_them(look, report):
    page = look(report).open("index.html#network")
    page.locator("#chart-network canvas").first.wait_for()
    page.locator("#pairs button").click()
    until(page, "document.querySelectorAll('#event-list .event').length === 1")
    assert page.locator("#chips button").all_inner_texts() == ["Ермолай Чуваткин", "Марфа Сухарева"]
    page = look(report).open("index.html#map")
    page.locator("#chart-map canvas").first.wait_for()
    assert page.locator("#places li").all_inner_texts() == ["Тверь\n2", "Кострома\n1"]
    page.locator("#places button", has_text="Тверь").click()
    until(page, "document.querySelectorAll('#event-list .event').length === 2")


def test_a_run_without_events_still_has_its_pages(look, tmp_path, stories):
    tables = stories.write_run(tmp_path, [stories.Story(doc_id="x", text="Тихий день в городе.")])
    build_report(ReportSettings(tables=tables, folder=tmp_path / "pages", language="en"))
    page = look(tmp_path / "pages").open()
    for view in VIEWS:
        page.locator(f"[data-go={view}]").click()
        page.locator(f"[data-view={view}] h1").wait_for()
    assert page.locator("html").get_attribute("lang") == "en"


HOSTILE = (
    "<script>window.hacked = 1</script>", '"><img src=x onerror="window.hacked = 1">', "</bdi></main>'\"`", "\u202eправо-налево",
    "{{ 7 * 7 }}", "${alert(1)}", "\ud800", "]]>&amp;&#60;", "Я" * 100_000,
)  # fmt: skip


def test_hostile_text_is_text_and_nothing_else(look, tmp_path, stories):
    told = []
    for number, words in enumerate(HOSTILE):
        story = stories.Story(
            doc_id=f"{number}{words[:50]}", title=words, url="javascript:window.hacked=1",
            text=f"Первый. Встреча {words} и {words[::-1]} прошла в городе Тверь.",
        )  # fmt: skip
        story.event("Встреча", story.text[8:], date="2024-03-11", place="Тверь", who=(words, words[::-1]))
        told.append(story)
    build_report(ReportSettings(tables=stories.write_run(tmp_path, told), folder=tmp_path / "pages"))
    for width in (390, 1440):
        page = look(tmp_path / "pages", width=width).open()
        shown = page.locator("#event-list").inner_text()
        assert "<script>window.hacked = 1</script>" in shown
        assert "{{ 7 * 7 }}" in shown
        for number in range(len(HOSTILE)):
            page.locator("#event-list .event").nth(number).click()
            page.locator("#panel blockquote").wait_for()
            page.locator("#panel .close").click()
        for view in VIEWS:
            page.locator(f"[data-go={view}]").click()
            page.locator(f"[data-view={view}] h1").wait_for()
            assert page.evaluate("document.documentElement.scrollWidth") <= width
        for number in range(1, len(HOSTILE) + 1):
            page = look(tmp_path / "pages", width=width).open(f"articles/{number:06d}.html")
            assert page.evaluate("window.hacked") is None
            assert page.locator("img, body script, a[href^='javascript']").count() == 0
            assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_ten_thousand_events_stay_fluid(look, tmp_path, stories):
    told = []
    for number in range(2_500):
        text = "Встреча, затем визит, потом суд и спор прошли в городе Тверь."
        story = stories.Story(doc_id=f"d{number}", title=f"Статья {number}", text=text)
        for step, trigger in enumerate(("Встреча", "визит", "суд", "спор")):
            day = f"20{10 + number % 14}-{1 + step * 3:02d}-{1 + number % 28:02d}"
            story.event(trigger, text, type=("meeting", "visit", "trial", "conflict")[step], date=day)
        told.append(story)
    made = build_report(
        ReportSettings(tables=stories.write_run(tmp_path, told), folder=tmp_path / "pages", max_articles=20)
    )
    assert (made.events_listed, made.pages) == (10_000, 20)
    page = look(tmp_path / "pages").open()
    assert page.locator("#event-list .event").count() == 50
    begun = time.perf_counter()
    for word in ("статья 1", "статья 12", "статья 123"):
        page.locator("#filter-q").fill(word)
        until(page, f"location.hash.includes({word.split()[1]!r})")
    until(page, "document.querySelector('#events-count').textContent.includes('52 из')")
    assert time.perf_counter() - begun < 6  # three filters over all events, drawn; a tenth of that on a quiet machine
    assert "1 из 2" in page.locator("#event-pages").inner_text()
