// One article: a link to a record or to a place in the text lights that place up.
"use strict";
(() => {
  const body = document.getElementById("body");
  const pieces = [...body.querySelectorAll("[data-end]")];

  function light(span, look) {
    const [start, end] = span.split("-").map(Number);
    const inside = pieces.filter((piece) => Number(piece.id.slice(1)) < end && Number(piece.dataset.end) > start);
    inside.forEach((piece) => piece.classList.add(look));
    return inside[0];
  }

  function clear() {
    document.querySelectorAll(".lit, .core, .chosen").forEach((each) => each.classList.remove("lit", "core", "chosen"));
  }

  function unfold(element) {
    for (let fold = element.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  }

  function follow() {
    const name = decodeURIComponent(location.hash.slice(1));
    clear();
    const place = /^s(\d+-\d+)$/.exec(name);
    if (place) {
      const first = light(place[1], "lit");
      if (first) first.scrollIntoView({ block: "center" });
      return;
    }
    const record = name && document.getElementById(name);
    if (!record || body.contains(record)) return;
    unfold(record);
    if (name === "missed") return showMissed(record);
    record.classList.add("chosen");
    if (!record.dataset.span) return;
    light(record.dataset.span, "lit");
    const first = light(record.dataset.core || record.dataset.span, "core");
    record.scrollIntoView({ block: "nearest" });
    if (first) first.scrollIntoView({ block: "center" });
  }

  function showMissed(list) {
    list.open = true;
    const box = document.getElementById("show-missed");
    if (box) { box.checked = true; body.classList.add("show-missed"); }
  }

  for (const look of ["show-mentions", "show-missed"]) {
    const box = document.getElementById(look);
    if (box) box.addEventListener("change", () => body.classList.toggle(look, box.checked));
  }
  // The same link chosen twice must light up again, though the address does not change.
  document.addEventListener("click", (happening) => {
    const link = happening.target.closest('a[href^="#"]');
    if (link && link.getAttribute("href") === location.hash) follow();
  });
  window.addEventListener("hashchange", follow);
  // The browser goes to the record that the address names once all is loaded; the text is what one came to see.
  if (document.readyState === "complete") follow(); else window.addEventListener("load", () => requestAnimationFrame(follow));
})();
