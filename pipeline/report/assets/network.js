// Who takes part in events with whom: the most connected participants as a graph, the strongest pairs as a list.
"use strict";
svodka.network = (() => {
  const NODES = 60;
  const PAIRS = 60;
  const LOOKS = ["node-person", "node-body", "node-place"];
  const look = (type) => (type === "person" ? 0 : type === "organization" ? 1 : 2);

  function count(numbers) {
    const e = svodka.data.events;
    const pairs = new Map(), events = new Map();
    for (const n of numbers) {
      const who = e.who[n].slice(0, 20);
      if (who.length > 1) who.forEach((each) => events.set(each, (events.get(each) ?? 0) + 1));
      for (let a = 0; a < who.length; a += 1) {
        for (let b = a + 1; b < who.length; b += 1) {
          const key = who[a] < who[b] ? `${who[a]} ${who[b]}` : `${who[b]} ${who[a]}`;
          pairs.set(key, (pairs.get(key) ?? 0) + 1);
        }
      }
    }
    const ranked = [...pairs].map(([key, times]) => ({ ends: key.split(" ").map(Number), times })).sort((a, b) => b.times - a.times);
    return { pairs: ranked, events };
  }

  /** Places stretched to the shape of the frame: it would press circles flat to make them fit. */
  function fitted(places) {
    const holder = document.getElementById("chart-network");
    const size = [Math.max(holder.clientWidth - 170, 100), Math.max(holder.clientHeight - 88, 100)];
    const low = [0, 1].map((axis) => Math.min(...places.map((place) => place[axis])));
    const wide = [0, 1].map((axis) => Math.max(...places.map((place) => place[axis] - low[axis]), 1e-6));
    const [x, y] = [0, 1].map((axis) => places.map((place) => (place[axis] - low[axis]) / wide[axis] * size[axis]));
    return places.map((_, n) => ({ x: x[n], y: y[n] }));
  }

  function graph({ pairs, events }) {
    const { colour, hint, plain } = svodka.charts;
    const e = svodka.data.events;
    const narrow = document.getElementById("chart-network").clientWidth < 600;
    const frequent = [...events].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, narrow ? NODES / 2 : NODES);
    const inside = new Set(frequent.map(([who]) => who));
    const links = pairs.filter(({ ends }) => ends.every((end) => inside.has(end)));
    const linked = new Set(links.flatMap(({ ends }) => ends));
    const kept = frequent.filter(([who]) => linked.has(who));
    if (!kept.length) kept.push(...frequent);
    const most = kept[0][1];
    document.getElementById("network-hint").textContent = svodka.say("ui.network_hint", { shown: kept.length, total: events.size });
    const strongest = Math.max(...links.map((link) => link.times), 1);
    // Named are the most frequent ones; the others by the pointer over them.
    const options = (places) => ({
      legend: { top: 8, left: 12, itemWidth: 12, itemHeight: 12, textStyle: { color: colour("soft") }, selectedMode: false },
      tooltip: hint((at) => at.dataType === "edge" ? `${plain(e.entities[Number(at.data.source)][0])} — ${plain(e.entities[Number(at.data.target)][0])}: ${at.data.times}` : `${plain(e.entities[Number(at.data.id)][0])}: ${at.data.times}`),
      series: [{
        type: "graph", layout: places ? "none" : "force", roam: true, left: 40, right: 130, top: 56, bottom: 32, scaleLimit: { min: 0.5, max: 6 },
        categories: LOOKS.map((name, n) => ({ name: svodka.say(`ui.${["person", "body", "place"][n]}`), itemStyle: { color: colour(name) } })),
        force: { repulsion: 260, edgeLength: [50, 160], gravity: 0.16, layoutAnimation: false, initLayout: "circular" },
        data: kept.map(([who, times], n) => ({
          id: String(who), name: String(who), times, value: times, category: look(e.entities[who][1]), ...(places ? places[n] : {}), symbolSize: (9 + 30 * Math.sqrt(times / most)) * (narrow ? 0.6 : 1),
          itemStyle: { borderColor: colour("card"), borderWidth: 1.5 },
          label: { show: n < (narrow ? 12 : 28), formatter: plain(e.entities[who][0]), position: "right", color: colour("ink"), fontSize: narrow ? 12 : 13, textBorderColor: colour("card"), textBorderWidth: 3 },
        })),
        links: links.map(({ ends, times }) => ({ source: String(ends[0]), target: String(ends[1]), times, lineStyle: { width: 1 + 4 * times / strongest } })),
        lineStyle: { color: colour("edge"), opacity: 0.55 }, labelLayout: { hideOverlap: true },
        emphasis: { focus: "adjacency", label: { show: true } },
      }],
    });
    // The force layout runs out of the frame; its places, given as fixed ones, are fitted into it.
    const data = svodka.charts.draw("chart-network", options(null)).getModel().getSeriesByIndex(0).getData();
    const places = fitted(kept.map((_, n) => data.getItemLayout(n)));
    svodka.charts.draw("chart-network", options(places), (at) => {
      const who = at.dataType === "edge" ? [at.data.source, at.data.target] : [at.data.id];
      svodka.state.go({ view: "events", who });
    });
  }

  function draw(numbers) {
    const { make } = svodka;
    const e = svodka.data.events;
    const found = count(numbers);
    document.getElementById("chart-network").hidden = !found.pairs.length;
    if (found.pairs.length) graph(found);
    else document.getElementById("network-hint").textContent = svodka.say("ui.network_empty");
    document.getElementById("pairs").replaceChildren(...found.pairs.slice(0, PAIRS).map(({ ends, times }) => make("li", {},
      make("button", { type: "button", onclick: () => svodka.state.go({ view: "events", who: ends.map(String) }) },
        svodka.bdi(e.entities[ends[0]][0]), " — ", svodka.bdi(e.entities[ends[1]][0])), make("span", { class: "soft" }, svodka.number.format(times)))));
  }

  return { draw };
})();
