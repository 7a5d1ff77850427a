// Where events happen: circles on an outline that comes with the report.
"use strict";
svodka.map = (() => {
  const NAMED = 24;
  let registered = null;

  function count(numbers) {
    const e = svodka.data.events;
    const found = new Map();
    let without = 0;
    for (const n of numbers) {
      const place = e.places[e.place[n]];
      if (place && place[1] !== null && place[2] !== null) found.set(e.place[n], (found.get(e.place[n]) ?? 0) + 1);
      else without += 1;
    }
    return { places: [...found].sort((a, b) => b[1] - a[1] || a[0] - b[0]), without };
  }

  /** The stretch of the world that holds nearly all events, with a margin and in the shape of the frame. */
  function view(places) {
    const e = svodka.data.events;
    const weigh = (axis) => places.flatMap(([place, times]) => new Array(Math.min(times, 50)).fill(e.places[place][axis])).sort((a, b) => a - b);
    const inner = (list) => [list[Math.floor(list.length * 0.03)], list[Math.ceil(list.length * 0.97) - 1]];
    const [[south, north], [west, east]] = [inner(weigh(1)), inner(weigh(2))];
    const middle = [(west + east) / 2, (south + north) / 2];
    const aspect = Math.max(0.4, Math.cos(middle[1] * Math.PI / 180));
    const holder = document.getElementById("chart-map");
    const shape = holder.clientWidth / holder.clientHeight;
    const tall = Math.max((north - south) * 1.3 + 5, ((east - west) * 1.25 + 8) * aspect / shape);
    const wide = tall * shape / aspect;
    return { corners: [[middle[0] - wide / 2, middle[1] + tall / 2], [middle[0] + wide / 2, middle[1] - tall / 2]], aspect };
  }

  async function chart(places) {
    registered ??= svodka.load("outline").then((outline) => echarts.registerMap("world", outline));
    await registered;
    if (!document.getElementById("chart-map").clientWidth) return; // left for another view while the outline was loading
    const { colour, hint, plain } = svodka.charts;
    const e = svodka.data.events;
    const { corners, aspect } = view(places);
    const most = places[0][1];
    svodka.charts.draw("chart-map", {
      tooltip: hint((at) => `${plain(e.places[at.data.place][0])}: ${at.data.value[2]}`),
      geo: {
        map: "world", roam: true, silent: true, boundingCoords: corners, aspectScale: aspect,
        scaleLimit: { min: 0.3, max: 30 }, left: 0, right: 0, top: 0, bottom: 0,
        itemStyle: { areaColor: colour("land"), borderColor: colour("shore"), borderWidth: 0.8 },
      },
      series: [{
        type: "scatter", coordinateSystem: "geo", symbolSize: (value) => 8 + 30 * Math.sqrt(value[2] / most), cursor: "pointer",
        itemStyle: { color: colour("accent"), opacity: 0.75, borderColor: colour("card"), borderWidth: 1.5 },
        labelLayout: { hideOverlap: true },
        data: places.map(([place, times], n) => ({
          place, value: [e.places[place][2], e.places[place][1], times],
          label: { show: n < NAMED, opacity: 1, formatter: plain(e.places[place][0]), position: "right", color: colour("ink"), fontSize: 13, textBorderColor: colour("land"), textBorderWidth: 3 },
        })),
      }],
    }, (at) => { if (at.componentType === "series") svodka.state.go({ view: "events", place: [String(at.data.place)] }); });
  }

  function draw(numbers) {
    const { make } = svodka;
    const e = svodka.data.events;
    const { places, without } = count(numbers);
    document.getElementById("map-hint").textContent = svodka.say(places.length ? "ui.map_hint" : "ui.map_empty", { without: svodka.number.format(without) });
    document.getElementById("chart-map").hidden = !places.length;
    if (places.length) chart(places);
    document.getElementById("places").replaceChildren(...places.slice(0, 90).map(([place, times]) => make("li", {},
      make("button", { type: "button", onclick: () => svodka.state.go({ view: "events", place: [String(place)] }) }, svodka.bdi(e.places[place][0])),
      make("span", { class: "soft" }, svodka.number.format(times)))));
  }

  return { draw };
})();
