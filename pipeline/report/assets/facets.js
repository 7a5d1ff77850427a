// Lists of values to tick: statuses, kinds, places, participants, each with the number of events it would leave.
"use strict";
svodka.facets = (() => {
  const SHORT = 7;
  const STEP = 20;
  const shown = { status: 10, type: SHORT, place: SHORT, who: SHORT };
  const sought = { type: "", place: "", who: "" };
  let values = null;

  /** All values of each list, those of most events first: the order does not change while one filters. */
  function all() {
    if (values) return values;
    const e = svodka.data.events;
    const count = (length, of) => {
      const counts = new Array(length).fill(0);
      e.id.forEach((_, n) => of(n).forEach((value) => { if (value >= 0) counts[value] += 1; }));
      return counts;
    };
    const ranked = (counts, name, key) => counts.map((total, n) => ({ key: key(n), number: n, name: name(n), total }))
      .sort((a, b) => b.total - a.total || a.name.localeCompare(b.name));
    const ordered = (counts, name, key) => ranked(counts, name, key).filter((value) => value.total).sort((a, b) => a.number - b.number);
    values = {
      status: ordered(count(e.statuses.length, (n) => [e.status[n]]), (n) => svodka.say(`status.${e.statuses[n]}`), (n) => e.statuses[n]),
      type: ranked(count(e.types.length, (n) => [e.type[n]]), (n) => svodka.say(`type.${e.types[n]}`), (n) => e.types[n]),
      place: ranked(count(e.places.length, (n) => [e.place[n]]), (n) => e.places[n][0], String),
      who: ranked(count(e.entities.length, (n) => e.who[n]), (n) => e.entities[n][0], String),
    };
    return values;
  }

  const of = {
    status: (e, n) => [e.status[n]], type: (e, n) => [e.type[n]], place: (e, n) => [e.place[n]], who: (e, n) => e.who[n],
  };

  function counts(name, tests) {
    const e = svodka.data.events;
    const found = new Map();
    // Participants narrow: what is left is counted with those already chosen.
    const numbers = name === "who" ? svodka.choice.passing(tests) : svodka.choice.passing(tests, name);
    for (const n of numbers) for (const value of of[name](e, n)) found.set(value, (found.get(value) ?? 0) + 1);
    return found;
  }

  function row(name, value, count, chosen) {
    const { make } = svodka;
    const box = make("input", {
      type: "checkbox", "data-facet": name, "data-key": value.key, onchange: () => svodka.state.toggle(name, value.key),
    });
    box.checked = chosen;
    const dot = name === "status" ? make("span", { class: `dot s-${value.key}`, "aria-hidden": "true" }) : null;
    return make("li", { class: count ? "" : "empty" }, make("label", {},
      box, make("span", { class: "name" }, dot, dot ? " " : null, svodka.bdi(value.name)),
      make("span", { class: "number" }, svodka.number.format(count))));
  }

  function list(name, state, tests) {
    const { make } = svodka;
    const chosen = state[name];
    const wanted = svodka.choice.fold(sought[name] ?? "");
    const fitting = all()[name].filter((value) => !wanted || svodka.choice.fold(value.name).includes(wanted));
    const visible = fitting.slice(0, shown[name]);
    const hidden = all()[name].filter((value) => chosen.includes(value.key) && !visible.includes(value));
    const found = counts(name, tests);
    const rows = [...visible, ...hidden].map((value) => row(name, value, found.get(value.number) ?? 0, chosen.includes(value.key)));
    const more = fitting.length > visible.length ? make("button", {
      type: "button", onclick: () => { shown[name] += STEP; svodka.facets.draw(); },
    }, `${svodka.say("ui.more_values")} (${svodka.number.format(fitting.length - visible.length)})`) : null;
    return make("div", { class: "values" }, make("ul", {}, ...rows), more);
  }

  function search(name) {
    const field = svodka.make("input", {
      type: "search", placeholder: svodka.say("ui.find"), "aria-label": `${svodka.say(`ui.${name === "who" ? "participant" : name}`)}: ${svodka.say("ui.find")}`,
      oninput: () => { sought[name] = field.value; svodka.facets.draw(); },
    });
    return field;
  }

  function draw() {
    const state = svodka.state.read();
    const tests = svodka.choice.tests(state);
    const at = document.activeElement?.dataset?.key === undefined ? null : { ...document.activeElement.dataset };
    for (const name of svodka.state.lists) {
      const holder = document.getElementById(`facet-${name}`);
      holder.hidden = all()[name].length === 0;
      if (!holder.querySelector("input[type=search]") && all()[name].length > SHORT && name !== "status") holder.append(search(name));
      holder.querySelector(".values")?.remove();
      holder.append(list(name, state, tests));
    }
    if (at) document.querySelector(`[data-facet="${at.facet}"][data-key="${CSS.escape(at.key)}"]`)?.focus();
  }

  return { draw, all };
})();
