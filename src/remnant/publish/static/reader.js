"use strict";
// Walks the claims of a document: by link, by click, by j and k. The page reads without it.
(function () {
  const cards = Array.from(document.querySelectorAll("[data-card]"));
  const order = cards.map(function (card) { return card.dataset.card; });
  const byName = new Map(cards.map(function (card) { return [card.dataset.card, card]; }));
  const marks = new Map();
  for (const mark of document.querySelectorAll("mark[data-c]")) {
    for (const name of mark.dataset.c.split(" ")) {
      if (!marks.has(name)) marks.set(name, []);
      marks.get(name).push(mark);
    }
  }
  const live = document.querySelector("[data-live]");
  const keys = document.querySelector("[data-keys]");
  const panel = document.querySelector(".panel");
  if (keys && order.length) keys.hidden = false;
  let current = null;

  function lower() {
    for (const one of document.querySelectorAll(".on")) one.classList.remove("on");
    for (const one of document.querySelectorAll(".hit")) one.classList.remove("hit");
  }

  function select(name, scroll) {
    lower();
    current = name;
    const card = byName.get(name);
    if (!card) return;
    for (const mark of marks.get(name) || []) mark.classList.add("on");
    card.classList.add("on");
    const details = card.querySelector("details");
    for (const other of cards) if (other !== card) { const open = other.querySelector("details[open]"); if (open) open.open = false; }
    if (details) details.open = true;
    if (getComputedStyle(panel).position === "sticky") {
      const box = card.getBoundingClientRect(); const frame = panel.getBoundingClientRect();
      if (box.top < frame.top + 8 || box.bottom > Math.min(frame.bottom, innerHeight) - 8) panel.scrollTop += box.top - frame.top - 24;
    }
    if (scroll) {
      const first = (marks.get(name) || [])[0];
      if (first) first.scrollIntoView({ block: "center" });
    }
    const head = card.querySelector(".c-head"); const by = card.querySelector(".c-by");
    if (live) live.textContent = "Claim " + (order.indexOf(name) + 1) + " of " + order.length + ": " + head.textContent.trim() + ". " + (by ? by.textContent.trim() : "");
  }

  // The words from one offset to another, wherever the highlights cut them.
  function words(start, end) {
    lower();
    let first = null;
    for (const piece of document.querySelectorAll("[data-o]")) {
      const at = Number(piece.dataset.o);
      if (at >= start && at < end) { piece.classList.add("hit"); first = first || piece; }
    }
    if (!first) return;
    const holder = first.closest("mark[data-c]");
    if (holder) {
      const names = holder.dataset.c.split(" ");
      current = names[names.length - 1];
      for (const name of names) { const card = byName.get(name); if (card) card.classList.add("on"); }
    }
    first.scrollIntoView({ block: "center" });
  }

  function follow() {
    const name = decodeURIComponent(location.hash.slice(1));
    const range = /^w-(\d+)-(\d+)$/.exec(name);
    if (range) words(Number(range[1]), Number(range[2]));
    else if (byName.has(name)) select(name, true);
    else if (name.startsWith("k-") && byName.has(name.slice(2))) select(name.slice(2), true);
  }

  function go(name) {
    if (location.hash === "#" + name) select(name, true); else location.hash = name;
  }

  // While nothing is chosen, the panel keeps beside the words being read.
  const all = Array.from(document.querySelectorAll("mark[data-c]"));
  let waiting = false;
  function beside() {
    waiting = false;
    if (current || !all.length || getComputedStyle(panel).position !== "sticky") return;
    let low = 0; let high = all.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (all[middle].getBoundingClientRect().bottom < 90) low = middle + 1; else high = middle;
    }
    const names = all[low].dataset.c.split(" ");
    const card = byName.get(names[0]);
    if (card) panel.scrollTop += card.getBoundingClientRect().top - panel.getBoundingClientRect().top - 70;
  }
  addEventListener("scroll", function () { if (!waiting) { waiting = true; requestAnimationFrame(beside); } }, { passive: true });
  addEventListener("hashchange", follow);
  document.addEventListener("click", function (event) {
    const link = event.target.closest("a[href^='#']");
    if (link && link.getAttribute("href") === location.hash) follow();
    const mark = event.target.closest("mark[data-c]");
    if (!mark || event.target.closest("a")) return;
    const names = mark.dataset.c.split(" ");
    const at = names.indexOf(current);
    const next = at < 0 ? names[names.length - 1] : names[(at + names.length - 1) % names.length];
    history.replaceState(null, "", "#" + next);
    select(next, false);
  });
  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(?:INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
    if (event.key === "Escape") { lower(); current = null; return; }
    if (event.key !== "j" && event.key !== "k" || !order.length) return;
    event.preventDefault();
    const at = order.indexOf(current);
    const step = event.key === "j" ? 1 : -1;
    const next = at < 0 ? (step > 0 ? 0 : order.length - 1) : Math.min(order.length - 1, Math.max(0, at + step));
    go(order[next]);
  });
  follow();
})();
