// What all scripts of the report share. Text from articles goes into the page as text alone, never as markup.
"use strict";
const svodka = { data: {} };

/** Data scripts hand over their value here. */
svodka.take = (name, value) => { svodka.data[name] = value; };

/** Load a data script once; a page opened from disk may not fetch, but may add a script. */
svodka.load = (() => {
  const waiting = new Map();
  return (name) => {
    if (!waiting.has(name)) {
      waiting.set(name, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = `data/${name}.js`;
        script.onload = () => resolve(svodka.data[name]);
        script.onerror = () => reject(new Error(script.src));
        document.head.append(script);
      }));
    }
    return waiting.get(name);
  };
})();

/** The page's own words by key; the key itself where there are none. */
svodka.say = (key, values = {}) =>
  (svodka.data.labels[key] ?? key.slice(key.indexOf(".") + 1)).replace(/\{(\w+)\}/g, (_, name) => values[name]);

/** An element: `make("a", {href: "#", class: "x"}, "text", child)`. */
svodka.make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (typeof value === "boolean") element.toggleAttribute(name, value);
    else if (value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
};

/** A name from an article: its direction of writing must not spill over into the page. */
svodka.bdi = (text) => svodka.make("bdi", {}, svodka.cut(text, 160));

svodka.cut = (text, length) => {
  const points = [...text.slice(0, length * 2 + 2)];
  return points.length > length ? `${points.slice(0, length - 1).join("")}…` : text;
};

/** A day or a stretch of days in EDTF as people write it; what is no plain day, month or year stays as it is. */
svodka.date = (() => {
  const language = document.documentElement.lang;
  const day = new Intl.DateTimeFormat(language, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  const month = new Intl.DateTimeFormat(language, { month: "long", year: "numeric", timeZone: "UTC" });
  const one = (text) => {
    if (/^\d{4}-\d\d-\d\d$/.test(text)) return day.format(new Date(text)).replace(/ г\.$/, "");
    if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return month.format(new Date(`${text}-01`)).replace(/ г\.$/, "");
    return text;
  };
  return (text) => text.split("/").map(one).join(" – ");
})();

/** The month of an event, or its year where no more is known of it. */
svodka.month = (date, day) => (/^\d{4}-(0[1-9]|1[0-2])/.test(date) ? svodka.date(date.slice(0, 7)) : day.slice(0, 4));
svodka.number = new Intl.NumberFormat(document.documentElement.lang);
