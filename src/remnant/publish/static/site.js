"use strict";
// Runs before the page is drawn, so that a chosen theme never flashes.
globalThis.remnant = { shards: [] };
(function () {
  const root = document.documentElement;
  const stored = function () { try { return localStorage.getItem("theme"); } catch { return null; } };
  const keep = function (name) { try { localStorage.setItem("theme", name); } catch { /* private mode */ } };
  const chosen = stored();
  if (chosen === "dark" || chosen === "light") root.dataset.theme = chosen;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const now = function () { return root.dataset.theme || (system.matches ? "dark" : "light"); };

  document.addEventListener("DOMContentLoaded", function () {
    const button = document.querySelector("[data-theme-toggle]");
    const label = document.querySelector("[data-theme-label]");
    if (!button || !label) return;
    const name = function () { label.textContent = now() === "dark" ? "Light" : "Dark"; button.setAttribute("aria-label", label.textContent + " colours"); };
    button.hidden = false;
    button.addEventListener("click", function () {
      const next = now() === "dark" ? "light" : "dark";
      root.dataset.theme = next; keep(next); name();
    });
    system.addEventListener("change", name);
    name();
  });

  // Letters without their marks, in lower case: Saloğlu and saloglu are one word.
  const plain = { "ə": "e", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "’": "'", "‘": "'" };
  globalThis.remnant.fold = function (text) {
    return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[əıłøđßæœþð’‘]/gu, function (c) { return plain[c]; });
  };
  // The words of a query; what stands between quotation marks is one.
  globalThis.remnant.terms = function (query) {
    const found = [];
    for (const part of query.matchAll(/["“]([^"”]+)["”]|(\S+)/gu)) found.push(globalThis.remnant.fold(part[1] || part[2]));
    return found.filter(Boolean);
  };
  globalThis.remnant.element = function (tag, name, text) {
    const made = document.createElement(tag);
    if (name) made.className = name;
    if (text !== undefined) made.textContent = text;
    return made;
  };
})();
