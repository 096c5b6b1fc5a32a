"use strict";
// Searches claims and incidents in the page. Parts of a large index are loaded one by one.
(function () {
  const form = document.querySelector("[data-search]");
  const out = document.querySelector("[data-results]");
  const count = document.querySelector("[data-count]");
  const index = globalThis.remnant.index;
  const fold = globalThis.remnant.fold;
  const make = globalThis.remnant.element;
  const MOST = 200;
  const claims = [];
  const incidents = index.incidents.map(function (row) { return { row: row, text: fold(row.join(" ")) }; });
  const field = form.elements.q;
  const asked = new URLSearchParams(location.search).get("q");
  if (asked) field.value = asked;
  form.addEventListener("submit", function (event) { event.preventDefault(); show(); });
  let timer = 0;
  form.addEventListener("input", function () { clearTimeout(timer); timer = setTimeout(show, 120); });
  load(0);
  field.focus({ preventScroll: true });

  function load(number) {
    if (number >= index.shards) { show(); return; }
    const part = document.createElement("script");
    part.src = document.documentElement.dataset.root + "assets/data/claims-" + number + ".js";
    part.addEventListener("load", function () {
      for (const row of globalThis.remnant.shards[number]) {
        const doc = index.documents[row[0]];
        claims.push({ row: row, doc: doc, text: fold([row[2], row[4], row[5], row[6], doc[1], doc[2]].join(" ")) });
      }
      load(number + 1);
    });
    part.addEventListener("error", function () { count.textContent = "A part of the index could not be loaded."; });
    document.head.append(part);
  }

  // Text with the terms marked. Folding may change lengths, so each letter is folded alone.
  function marked(text, terms) {
    const letters = Array.from(text); const starts = []; let folded = "";
    letters.forEach(function (letter) { starts.push(folded.length); folded += fold(letter); });
    const on = new Array(letters.length).fill(false);
    for (const term of terms) {
      for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + term.length)) {
        letters.forEach(function (_, i) { if (starts[i] >= at && starts[i] < at + term.length) on[i] = true; });
      }
    }
    const box = document.createDocumentFragment();
    let run = ""; let state = false;
    const flush = function () { if (run) box.append(state ? make("mark", "", run) : run); run = ""; };
    letters.forEach(function (letter, i) { if (on[i] !== state) { flush(); state = on[i]; } run += letter; });
    flush();
    return box;
  }

  function show() {
    const terms = globalThis.remnant.terms(field.value);
    const kind = form.elements.kind.value; const stance = form.elements.stance.value;
    out.replaceChildren();
    if (!terms.length && !kind && !stance) { count.textContent = index.claims + " claims and " + index.incidents.length + " incidents can be searched."; return; }
    const has = function (one) { return terms.every(function (term) { return one.text.includes(term); }); };
    const events = kind || stance ? [] : incidents.filter(has);
    const found = claims.filter(function (one) { return has(one) && (!kind || one.row[2] === kind) && (!stance || one.row[3] === stance); });
    count.textContent = (events.length ? events.length + (events.length === 1 ? " event, " : " events, ") : "") + found.length + (found.length === 1 ? " claim" : " claims") + (found.length > MOST ? ", the first " + MOST + " shown" : "");
    if (!events.length && !found.length) { out.append(make("p", "empty", "Nothing holds all these words. Try fewer, or another spelling of a place.")); return; }
    for (const one of events.slice(0, 20)) out.append(event(one.row, terms));
    for (const one of found.slice(0, MOST)) out.append(claim(one, terms));
  }

  function event(row, terms) {
    const box = make("div", "result"); const head = make("p");
    const link = make("a"); link.href = row[0]; link.append(marked(row[2], terms));
    head.append(link, make("span", "i-no", row[1]), " ", make("span", "tag", row[3]));
    const text = make("p", "small"); text.append(marked(row[4], terms));
    box.append(head, text);
    return box;
  }

  function claim(one, terms) {
    const row = one.row;
    const stances = { "Stated": "affirmed", "Hedged": "hedged", "Denied": "denied", "Not known": "not_known", "Left open": "open" };
    const box = make("div", "result"); const head = make("p");
    head.append(make("b", "", row[2]), " ", make("span", "stance stance-" + stances[row[3]], row[3]));
    const words = make("p"); const link = make("a", "words"); link.href = one.doc[0] + "#" + row[1];
    const quote = make("q"); quote.append(marked(row[5], terms)); link.append(quote); words.append(link);
    const by = make("p", "small"); by.append(marked((row[4] ? row[4] + ", in " : "") + one.doc[1], terms));
    box.append(head, words, by);
    return box;
  }
})();
