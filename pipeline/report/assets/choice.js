// Which events fit the filters. Events are columns; an event is its number.
"use strict";
svodka.choice = (() => {
  const events = () => svodka.data.events;
  let words = null;

  const fold = (text) => text.toLowerCase().replaceAll("ё", "е");

  function haystack(n) {
    const e = events();
    const place = e.places[e.place[n]];
    const article = svodka.data.articles[e.doc[n]];
    return fold([
      svodka.say(`type.${e.types[e.type[n]]}`), e.trigger[n], ...e.who[n].map((w) => e.entities[w][0]),
      place ? place[0] : "", article ? article[1] : "",
    ].join(" "));
  }

  /** Tests by filter; each takes the number of an event. Places, kinds and statuses widen, participants narrow. */
  function tests(state) {
    const e = events();
    const found = {};
    if (state.q.trim()) {
      words ??= e.id.map((_, n) => haystack(n));
      const sought = fold(state.q).split(/\s+/).filter(Boolean);
      found.q = (n) => sought.every((word) => words[n].includes(word));
    }
    if (state.from) found.from = (n) => e.day[n] >= state.from;
    if (state.to) found.to = (n) => e.day[n] !== "" && e.day[n] <= state.to;
    if (state.sure) found.sure = (n) => e.confidence[n] >= state.sure;
    if (state.status.length) found.status = (n) => state.status.includes(e.statuses[e.status[n]]);
    if (state.type.length) found.type = (n) => state.type.includes(e.types[e.type[n]]);
    if (state.place.length) found.place = (n) => state.place.includes(String(e.place[n]));
    if (state.who.length) found.who = (n) => state.who.every((who) => e.who[n].includes(Number(who)));
    return found;
  }

  /** Numbers of the events that pass all tests but those named. */
  function passing(found, ...without) {
    const used = Object.entries(found).filter(([name]) => !without.includes(name)).map(([, test]) => test);
    const numbers = [];
    for (let n = 0; n < events().id.length; n += 1) if (used.every((test) => test(n))) numbers.push(n);
    return numbers;
  }

  return { tests, passing, fold };
})();
