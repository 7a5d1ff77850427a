// From the address to what is seen: read the state, choose the events, draw what is looked at.
"use strict";
(() => {
  const FILTERED = ["events", "network", "map"];
  let drawn = "";

  const parts = () => {
    const state = svodka.state.read();
    return { state, choice: svodka.state.address({ ...state, event: "" }) };
  };

  function chips(state) {
    const { make, say } = svodka;
    const chip = (name, remove) => make("button", { type: "button", onclick: remove }, svodka.bdi(name));
    const found = [];
    if (state.q) found.push(chip(`«${state.q}»`, () => svodka.state.go({ q: "" })));
    if (state.from || state.to) {
      const text = [state.from && `${say("ui.from")} ${svodka.date(state.from)}`, state.to && `${say("ui.to")} ${svodka.date(state.to)}`].filter(Boolean).join(" ");
      found.push(chip(text, () => svodka.state.go({ from: "", to: "" })));
    }
    for (const name of svodka.state.lists) {
      for (const key of state[name]) {
        const value = svodka.facets.all()[name].find((each) => each.key === key);
        found.push(chip(value ? value.name : key, () => svodka.state.toggle(name, key)));
      }
    }
    if (state.sure) found.push(chip(`${say("ui.confidence")} ≥ ${svodka.number.format(state.sure)}`, () => svodka.state.go({ sure: 0 })));
    document.getElementById("chips").replaceChildren(...found);
    document.getElementById("filters-count").textContent = found.length ? `(${found.length})` : "";
  }

  function fields(state) {
    const set = (id, value) => { const field = document.getElementById(id); if (field !== document.activeElement) field.value = value; };
    set("filter-q", state.q); set("filter-from", state.from); set("filter-to", state.to); set("filter-sure", state.sure);
    document.getElementById("filter-sure-shown").textContent = state.sure.toLocaleString(document.documentElement.lang, { minimumFractionDigits: 2 });
  }

  function views(state) {
    document.querySelectorAll("main > section").forEach((each) => { each.hidden = each.dataset.view !== state.view; });
    document.querySelectorAll("[data-go]").forEach((link) => {
      if (link.dataset.go === state.view) {
        link.setAttribute("aria-current", "page");
        link.scrollIntoView({ block: "nearest", inline: "nearest" });  // narrow screens show a part of the row
      } else link.removeAttribute("aria-current");
      link.setAttribute("href", svodka.state.with({ view: link.dataset.go, event: "", page: 1 }));
    });
    document.getElementById("frame").classList.toggle("no-filters", !FILTERED.includes(state.view));
    document.title = `${svodka.say(`ui.${state.view}`)} — ${svodka.say("ui.brand")}`;
  }

  function draw(again = false) {
    const { state, choice } = parts();
    if (choice !== drawn || again) {
      views(state);
      if (FILTERED.includes(state.view)) {
        const numbers = svodka.choice.passing(svodka.choice.tests(state));
        const count = `${svodka.say("ui.found")}: ${svodka.number.format(numbers.length)} ${svodka.say("ui.events_of")} ${svodka.number.format(svodka.data.events.id.length)}`;
        document.querySelectorAll(".count").forEach((each) => { each.textContent = count; });
        document.getElementById("order").textContent = svodka.say(state.oldest ? "ui.newest" : "ui.oldest");
        fields(state);
        chips(state);
        svodka.facets.draw();
        svodka[state.view].draw(numbers, state);
      } else if (state.view === "articles") svodka.articles.draw();
      drawn = choice;
    }
    if (state.view === "events") svodka.events.mark(state);
    if (state.view === "events" && state.event) svodka.panel.show(state.event); else svodka.panel.hide();
  }

  const on = (id, name, act) => document.getElementById(id).addEventListener(name, act);
  on("filter-q", "input", (at) => svodka.state.go({ q: at.target.value, event: "" }, true));
  on("filter-from", "change", (at) => svodka.state.go({ from: at.target.value, event: "" }, true));
  on("filter-to", "change", (at) => svodka.state.go({ to: at.target.value, event: "" }, true));
  on("filter-sure", "input", (at) => svodka.state.go({ sure: Number(at.target.value), event: "" }, true));
  on("filter-reset", "click", () => { location.hash = `#${svodka.state.read().view}`; });
  on("order", "click", () => svodka.state.go({ oldest: svodka.state.read().oldest ? "" : "1" }));
  on("filter-form", "submit", (at) => at.preventDefault());
  on("skip", "click", (at) => { at.preventDefault(); document.getElementById("main").focus(); });
  if (window.matchMedia("(max-width: 900px)").matches) document.getElementById("filters-fold").open = false;
  window.addEventListener("hashchange", () => draw());
  // Charts are canvases: they take the colours of the other scheme only when drawn anew.
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => draw(true));
  draw();
})();
