// The list of articles, with a search over headlines.
"use strict";
svodka.articles = (() => {
  const PAGE = 50;
  let page = 1;

  function row(article) {
    const { make, bdi, say } = svodka;
    const [id, title, day, publisher, file, events, mentions, status] = article;
    const name = bdi(title || say("ui.no_title"));
    const note = status === "ok" ? (file ? publisher : say("ui.no_page")) : say(`document.${status}`);
    return make("tr", {}, make("td", { class: "when" }, day ? svodka.date(day) : "—"),
      make("td", {}, file ? make("a", { href: file }, name) : name, note ? make("span", { class: "soft" }, " · ", bdi(note)) : null, title ? null : make("span", { class: "soft" }, " ", bdi(id))),
      make("td", { class: "number" }, svodka.number.format(events)), make("td", { class: "number" }, svodka.number.format(mentions)));
  }

  function draw() {
    const field = document.getElementById("article-search");
    const wanted = svodka.choice.fold(field.value).split(/\s+/).filter(Boolean);
    const fitting = svodka.data.articles.filter(([id, title, , publisher]) => wanted.every((word) => svodka.choice.fold(`${id} ${title} ${publisher}`).includes(word)));
    const pages = Math.max(1, Math.ceil(fitting.length / PAGE));
    page = Math.min(page, pages);
    const rows = fitting.slice((page - 1) * PAGE, page * PAGE).map(row);
    if (!rows.length) rows.push(svodka.make("tr", {}, svodka.make("td", { colspan: "4" }, svodka.say("ui.no_articles"))));
    document.querySelector("#article-table tbody").replaceChildren(...rows);
    svodka.pages("article-pages", page, pages, (to) => { page = to; draw(); });
    field.oninput = () => { page = 1; draw(); };
  }

  return { draw };
})();
