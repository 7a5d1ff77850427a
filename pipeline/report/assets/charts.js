// ECharts in the colours of the page. Labels and hints are drawn on a canvas: nothing in them can be markup.
"use strict";
svodka.charts = (() => {
  const drawn = new Map();
  const probe = document.createElement("span");

  /** A colour of the style sheet as it is now, light or dark. */
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

  function chart(id) {
    if (!drawn.has(id)) {
      const holder = document.getElementById(id);
      const made = echarts.init(holder, null, { renderer: "canvas" });
      new ResizeObserver(() => { if (holder.clientWidth) made.resize(); }).observe(holder);
      drawn.set(id, made);
    }
    return drawn.get(id);
  }

  /** Draw anew; `options` may use what `look` gives. */
  function draw(id, options, onClick) {
    const made = chart(id);
    made.clear();
    made.off("click");
    made.setOption({
      animation: false, backgroundColor: "transparent", textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: colour("ink") },
      ...options,
    });
    if (onClick) made.on("click", onClick);
    return made;
  }

  const hint = (format) => ({
    renderMode: "richText", confine: true, backgroundColor: colour("card"), borderColor: colour("edge"),
    textStyle: { color: colour("ink"), fontSize: 14 }, formatter: format,
  });

  // In ECharts' rich text a brace opens a style: a name from an article must not.
  const plain = (text) => svodka.cut(text.replace(/[{}|]/g, " ").replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\n]/g, ""), 60);

  return { draw, colour, hint, plain, probe };
})();
