// The time line: bars by day, month or year, and below them the events in order.
"use strict";
svodka.events = (() => {
  const PAGE = 50;
  const UNITS = { day: 10, month: 7, year: 4 };

  const first = { day: (key) => key, month: (key) => `${key}-01`, year: (key) => `${key}-01-01` };
  const last = {
    day: (key) => key,
    month: (key) => new Date(Date.UTC(Number(key.slice(0, 4)), Number(key.slice(5, 7)), 0)).toISOString().slice(0, 10),
    year: (key) => `${key}-12-31`,
  };

  function unit(from, to) {
    const days = (Date.parse(to) - Date.parse(from)) / 86400000;
    return days <= 92 ? "day" : days <= 366 * 6 ? "month" : "year";
  }

  function between(from, to, by) {
    const keys = [];
    const at = new Date(`${from}T00:00:00Z`);
    const end = to.slice(0, UNITS[by]);
    for (let key = from.slice(0, UNITS[by]); key <= end && keys.length < 4000; ) {
      keys.push(key);
      if (by === "day") at.setUTCDate(at.getUTCDate() + 1);
      else if (by === "month") at.setUTCMonth(at.getUTCMonth() + 1, 1);
      else at.setUTCFullYear(at.getUTCFullYear() + 1);
      key = at.toISOString().slice(0, UNITS[by]);
    }
    return keys;
  }

  const time = (day) => Date.parse(day) / 86400000;

  /** The shortest stretch that holds four fifths of the days, with as much on either side; all, if that is not far longer. */
  function dense(days) {
    const held = Math.ceil(days.length * 0.8);
    let best = 0;
    const length = (at) => time(days[at + held - 1]) - time(days[at]);
    for (let at = 1; at + held <= days.length; at += 1) if (length(at) < length(best)) best = at;
    const [whole, part] = [time(days.at(-1)) - time(days[0]), length(best)];
    if (days.length < 20 || whole <= 4 * part || whole <= 92) return [days[0], days.at(-1)];
    const near = days.filter((day) => time(day) >= time(days[best]) - part / 2 && time(day) <= time(days[best + held - 1]) + part / 2);
    return [near[0], near.at(-1)];
  }

  /** A few events of long ago or far ahead must not press all others together: they share one bar at either end. */
  function bars(numbers) {
    const e = svodka.data.events;
    const days = numbers.map((n) => e.day[n]).filter((day) => /^\d{4}-/.test(day)).sort();
    if (!days.length) return null;
    const [from, to] = dense(days);
    const by = unit(from, to);
    const keys = between(from, to, by);
    const place = new Map(keys.map((key, n) => [key, n]));
    const low = e.statuses.map(() => 0), high = e.statuses.map(() => 0);
    const counts = e.statuses.map(() => keys.map(() => 0));
    for (const n of numbers) {
      if (!/^\d{4}-/.test(e.day[n])) continue;
      const at = place.get(e.day[n].slice(0, UNITS[by]));
      if (at !== undefined) counts[e.status[n]][at] += 1;
      else if (e.day[n] < from) low[e.status[n]] += 1;
      else high[e.status[n]] += 1;
    }
    const sum = (list) => list.reduce((a, b) => a + b, 0);
    const stretches = keys.map((key) => ({ name: svodka.date(key), from: first[by](key), to: last[by](key) }));
    if (sum(low)) { stretches.unshift({ name: `… ${svodka.date(from)}`, from: "", to: shift(first[by](keys[0]), -1) }); counts.forEach((c, s) => c.unshift(low[s])); }
    if (sum(high)) { stretches.push({ name: `${svodka.date(to)} …`, from: shift(last[by](keys[keys.length - 1]), 1), to: "" }); counts.forEach((c, s) => c.push(high[s])); }
    return { stretches, counts };
  }

  function shift(day, by) {
    const at = new Date(`${day}T00:00:00Z`);
    at.setUTCDate(at.getUTCDate() + by);
    return at.toISOString().slice(0, 10);
  }

  function chart(numbers) {
    const holder = document.getElementById("chart-time");
    const found = bars(numbers);
    holder.hidden = !found;
    if (!found) return;
    const { colour, hint } = svodka.charts;
    const e = svodka.data.events;
    const narrow = holder.clientWidth < 500;
    const made = svodka.charts.draw("chart-time", {
      grid: { left: 44, right: 16, top: narrow ? 12 : 36, bottom: 28 },
      legend: narrow ? undefined : { top: 6, left: 12, itemWidth: 12, itemHeight: 12, textStyle: { color: colour("soft") }, selectedMode: false },
      tooltip: { trigger: "axis", axisPointer: { type: "shadow" }, ...hint((bars) => `${bars[0].name}\n${bars.filter((bar) => bar.value).map((bar) => `${bar.seriesName}: ${bar.value}`).join("\n")}`) },
      xAxis: { type: "category", data: found.stretches.map((each) => each.name), axisTick: { show: false }, axisLine: { lineStyle: { color: colour("edge") } }, axisLabel: { color: colour("soft"), hideOverlap: true } },
      yAxis: { type: "value", minInterval: 1, splitLine: { lineStyle: { color: colour("line") } }, axisLabel: { color: colour("soft") } },
      series: e.statuses.map((status, n) => ({
        name: svodka.say(`status.${status}`), type: "bar", stack: "all", data: found.counts[n], itemStyle: { color: colour(status) },
        barMaxWidth: 28, barCategoryGap: "18%", cursor: "pointer",
      })),
    });
    // The whole height over a bar can be clicked: a bar of one event is too thin to hit.
    made.getZr().off("click");
    made.getZr().on("click", (at) => {
      const point = [at.offsetX, at.offsetY];
      const stretch = made.containPixel("grid", point) && found.stretches[made.convertFromPixel({ seriesIndex: 0 }, point)[0]];
      if (stretch) svodka.state.go({ from: stretch.from, to: stretch.to, event: "" });
    });
  }

  function row(n, state) {
    const { make, bdi } = svodka;
    const e = svodka.data.events;
    const place = e.places[e.place[n]];
    const article = svodka.data.articles[e.doc[n]];
    const status = e.statuses[e.status[n]];
    const who = e.who[n].slice(0, 6).flatMap((w, at) => [at ? ", " : null, bdi(e.entities[w][0])]);
    return make("li", {}, make("a", {
      class: "event", href: svodka.state.with({ event: e.id[n] }), "data-event": e.id[n],
      "aria-current": state.event === e.id[n] ? "true" : null,
    },
    make("span", { class: "when" }, e.date[n] ? svodka.date(e.date[n]) : svodka.say("ui.undated")),
    make("span", { class: "main" },
      make("span", { class: "what" }, svodka.say(`type.${e.types[e.type[n]]}`)), place ? " · " : null, place ? bdi(place[0]) : null,
      who.length ? make("span", { class: "who" }, ...who, e.who[n].length > 6 ? "…" : null) : null,
      article && article[1] ? make("span", { class: "from" }, bdi(article[1])) : null),
    make("span", { class: `badge b-${status}` }, svodka.say(`status.${status}`))));
  }

  function list(numbers, state) {
    const { make, say } = svodka;
    const e = svodka.data.events;
    const holder = document.getElementById("event-list");
    const pages = Math.max(1, Math.ceil(numbers.length / PAGE));
    const page = Math.min(state.page, pages);
    const rows = [];
    let month = null;
    // Columns run from the oldest on, those without a day last.
    const dated = numbers.filter((n) => e.day[n]);
    const ordered = state.oldest ? numbers : [...dated.reverse(), ...numbers.slice(dated.length)];
    for (const n of ordered.slice((page - 1) * PAGE, page * PAGE)) {
      const here = e.day[n] ? svodka.month(e.date[n], e.day[n]) : say("ui.undated");
      if (here !== month) rows.push(make("li", { class: "month" }, here));
      month = here;
      rows.push(row(n, state));
    }
    if (!numbers.length) rows.push(make("li", { class: "notice" }, `${say("ui.no_events")} ${say("ui.relax")}`));
    holder.replaceChildren(...rows);
    svodka.pages("event-pages", page, pages, (to) => svodka.state.go({ page: to }));
  }

  return {
    /** Draw everything, or, where only another event was opened, its row alone. */
    draw(numbers, state) { chart(numbers); list(numbers, state); },
    mark(state) {
      document.querySelectorAll("#event-list .event").forEach((each) => {
        if (each.dataset.event === state.event) each.setAttribute("aria-current", "true"); else each.removeAttribute("aria-current");
        each.setAttribute("href", svodka.state.with({ event: each.dataset.event }));
      });
    },
  };
})();

/** "Back · Page 2 of 7 · Next"; nothing where one page holds all. */
svodka.pages = (id, page, pages, go) => {
  const { make, say } = svodka;
  const turn = (to, name) => make("button", { type: "button", disabled: to < 1 || to > pages, onclick: () => { go(to); window.scrollTo(0, 0); } }, name);
  document.getElementById(id).replaceChildren(...(pages < 2 ? [] : [
    turn(page - 1, `← ${say("ui.previous")}`), make("span", {}, `${say("ui.page")} ${page} ${say("ui.events_of")} ${pages}`), turn(page + 1, `${say("ui.next")} →`),
  ]));
};
