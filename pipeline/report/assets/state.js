// What is being looked at lives in the address: it can be kept as a bookmark, and the browser's "back" works.
"use strict";
svodka.VIEWS = ["events", "network", "map", "articles", "coverage", "about"];

svodka.state = (() => {
  const lists = ["status", "type", "place", "who"];

  function read() {
    const [view, rest = ""] = location.hash.slice(1).split("?");
    const asked = new URLSearchParams(rest);
    const state = {
      view: svodka.VIEWS.includes(view) ? view : "events", q: asked.get("q") ?? "", from: asked.get("from") ?? "",
      to: asked.get("to") ?? "", sure: Number(asked.get("sure")) || 0, page: Math.max(1, Number(asked.get("page")) || 1),
      event: asked.get("event") ?? "", oldest: asked.get("oldest") ?? "",
    };
    for (const name of lists) state[name] = asked.getAll(name);
    return state;
  }

  function address(state) {
    const asked = new URLSearchParams();
    for (const name of ["q", "from", "to", "event", "oldest"]) if (state[name]) asked.set(name, state[name]);
    if (state.sure) asked.set("sure", state.sure);
    if (state.page > 1) asked.set("page", state.page);
    for (const name of lists) state[name].forEach((value) => asked.append(name, value));
    const rest = asked.toString();
    return `#${state.view}${rest ? `?${rest}` : ""}`;
  }

  return {
    read,
    address,
    /** The address of what is looked at now, with some of it changed. */
    with: (changes) => address({ ...read(), ...changes }),
    /** Go there. `quiet` leaves no step for the browser's "back": typing in a field. */
    go(changes, quiet = false) {
      const target = address({ ...read(), page: 1, ...changes });
      if (quiet) location.replace(target); else location.hash = target;
    },
    /** Add a value to a list of the state, or take it out. */
    toggle(name, value) {
      const now = read()[name];
      this.go({ [name]: now.includes(value) ? now.filter((each) => each !== value) : [...now, value], event: "" });
    },
    lists,
  };
})();
