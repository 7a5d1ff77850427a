// One event beside the list: its sentence with the deciding words marked, every cell, its other tellings.
"use strict";
svodka.panel = (() => {
  const panel = () => document.getElementById("panel");

  /** The sentence, cut at every border of what is marked in it. Offsets count code points of the article. */
  function sentence(detail, status) {
    const points = [...detail.evidence];
    const spans = [["core", detail.trigger], ["cue", detail.cue], ...detail.cells.map((cell) => ["lit", [cell[3], cell[4]]])]
      .filter(([, span]) => span).map(([look, [start, end]]) => [look, Math.max(0, start - detail.at), Math.min(points.length, end - detail.at)])
      .filter(([, start, end]) => start < end);
    const borders = [...new Set([0, points.length, ...spans.flatMap(([, start, end]) => [start, end])])].sort((a, b) => a - b);
    return svodka.make("blockquote", { class: `s-${status}${/\S{500}/.test(detail.evidence) ? " unbroken" : ""}`, dir: "auto" }, ...borders.slice(1).map((end, n) => {
      const start = borders[n];
      const looks = [...new Set(spans.filter(([, from, to]) => from <= start && end <= to).map(([look]) => look))];
      const text = points.slice(start, end).join("");
      return looks.length ? svodka.make("mark", { class: looks.join(" ") }, text) : text;
    }));
  }

  function place(n, start, end, text) {
    const article = svodka.data.articles[svodka.data.events.doc[n]];
    return article && article[4] ? svodka.make("a", { href: `${article[4]}#s${start}-${end}` }, svodka.bdi(text)) : svodka.bdi(text);
  }

  function cells(n, detail) {
    const { make, say } = svodka;
    const e = svodka.data.events;
    const line = (label, ...value) => make("div", {}, make("dt", {}, label), make("dd", {}, ...value));
    const lines = [line(say("ui.trigger"), place(n, ...detail.trigger, e.trigger[n]))];
    const cue = say(`status.${e.statuses[e.status[n]]}`);
    lines.push(line(say("ui.status"), detail.cue ? place(n, ...detail.cue, cue) : cue));
    if (detail.phase) lines.push(line(say("ui.phase"), say(`phase.${detail.phase}`)));
    for (const [role, name, text, start, end, value] of detail.cells) {
      const shown = value && value !== name ? `${name} (${value})` : name;
      lines.push(line(say(`role.${role}`), place(n, start, end, shown), text === shown ? null : make("span", { class: "soft" }, " «", svodka.bdi(text), "»")));
    }
    if (detail.by) lines.push(line(say("ui.asserted_by"), svodka.bdi(detail.by)));
    lines.push(line(say("ui.confidence"), svodka.number.format(e.confidence[n])));
    lines.push(line(say("ui.certainty"), svodka.number.format(detail.certainty)), line(say("ui.source"), make("code", {}, detail.source)));
    return make("dl", {}, ...lines);
  }

  function tellings(n) {
    const { make, say } = svodka;
    const e = svodka.data.events;
    const others = e.cluster[n] < 0 ? [] : e.id.map((_, m) => m).filter((m) => m !== n && e.cluster[m] === e.cluster[n]);
    if (!others.length) return [];
    return [make("h3", {}, say("ui.tellings")), make("ul", {}, ...others.slice(0, 30).map((m) => make("li", {}, make("a", { href: svodka.state.with({ event: e.id[m] }) },
      svodka.bdi((svodka.data.articles[e.doc[m]] ?? [])[1] || say("ui.no_title"))), ` ${svodka.date((svodka.data.articles[e.doc[m]] ?? [])[2] ?? "")} `,
    make("span", { class: `badge b-${e.statuses[e.status[m]]}` }, say(`status.${e.statuses[e.status[m]]}`)))))];
  }

  async function show(id) {
    const { make, say, bdi } = svodka;
    const e = svodka.data.events;
    const n = e.id.indexOf(id);
    if (n < 0) return hide();
    const portion = await svodka.load(`details-${Math.floor(n / e.portion)}`);
    if (svodka.state.read().event !== id) return;
    const detail = portion[n % e.portion];
    const article = svodka.data.articles[e.doc[n]];
    const status = e.statuses[e.status[n]];
    const title = make("h2", { tabindex: "-1" }, say(`type.${e.types[e.type[n]]}`));
    panel().replaceChildren(
      make("button", { type: "button", class: "close", onclick: close }, say("ui.close")), title,
      make("p", {}, make("span", { class: `badge b-${status}` }, say(`status.${status}`)), " ", e.date[n] ? svodka.date(e.date[n]) : say("ui.undated")),
      make("h3", {}, say("ui.evidence")), sentence(detail, status), make("h3", {}, say("ui.cells")), cells(n, detail), ...tellings(n),
      ...(article ? [make("h3", {}, say("ui.article")), make("p", { class: "soft" }, bdi(article[1] || say("ui.no_title")), article[2] ? ` · ${svodka.date(article[2])}` : "", article[3] ? " · " : "", article[3] ? bdi(article[3]) : "")] : []),
      ...(article && article[4] ? [make("a", { class: "open", href: `${article[4]}#${id}` }, `${say("ui.open_article")} →`)] : []));
    panel().hidden = false;
    document.getElementById("frame").classList.add("with-panel");
    if (panel().dataset.event !== id) { panel().scrollTop = 0; title.focus({ preventScroll: true }); }
    panel().dataset.event = id;
  }

  function hide() {
    panel().hidden = true;
    document.getElementById("frame").classList.remove("with-panel");
    delete panel().dataset.event;
  }

  function close() {
    const id = svodka.state.read().event;
    svodka.state.go({ event: "", page: svodka.state.read().page });
    [...document.querySelectorAll("#event-list .event")].find((each) => each.dataset.event === id)?.focus();
  }

  document.addEventListener("keydown", (key) => { if (key.key === "Escape" && svodka.state.read().event) close(); });
  return { show, hide };
})();
