"use strict";
// The map and the filters of the first page. The list in the page is complete without them.
(function () {
  const list = document.querySelector("[data-list]");
  if (!list) return;
  const rows = Array.from(list.children);
  const most = 500; // rows shown at once; the filters and the map reach all
  const shapes = {};
  for (const item of document.querySelectorAll(".legend .shape")) {
    for (const name of item.classList) if (name.startsWith("shape-")) shapes[name.slice(6)] = item;
  }
  const make = globalThis.remnant.element;
  const map = drawMap();
  const form = document.querySelector("[data-filters]");
  const count = document.querySelector("[data-count]");
  const none = document.querySelector("[data-none]");
  form.hidden = false;
  for (const row of rows) row.folded = globalThis.remnant.fold(row.dataset.words + " " + row.textContent);
  const clear = function () { form.reset(); show(); };
  form.addEventListener("input", show);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("reset", function () { setTimeout(show, 0); });
  document.querySelector("[data-clear]").addEventListener("click", clear);
  show();

  function fits(row, wanted, terms) {
    const data = row.dataset;
    return (!wanted.grade || data.grade === wanted.grade)
      && (!wanted.place || data.place === wanted.place)
      && (!wanted.actor || data.actor.split("|").includes(wanted.actor))
      && (!wanted.weapon || data.weapon.split("|").includes(wanted.weapon))
      && (!wanted.from || (data.last !== "" && data.last >= wanted.from))
      && (!wanted.until || (data.first !== "" && data.first <= wanted.until))
      && terms.every(function (term) { return row.folded.includes(term); });
  }

  function show() {
    const wanted = Object.fromEntries(new FormData(form));
    const terms = globalThis.remnant.terms(wanted.text || "");
    const shown = new Set();
    for (const row of rows) {
      const keep = fits(row, wanted, terms);
      row.hidden = !keep || shown.size >= most;
      if (keep) shown.add(row.dataset.n);
    }
    const all = shown.size === rows.length;
    count.textContent = (all ? rows.length : shown.size + " of " + rows.length) + (rows.length === 1 ? " incident" : " incidents") + ", in order of date"
      + (shown.size > most ? ". The first " + most + " are listed; the filters, the map and the search reach all of them." : "");
    none.hidden = shown.size > 0;
    map(shown);
  }

  function outlines() {
    const world = globalThis.remnant.world;
    const arcs = world.arcs.map(function (flat) {
      const points = []; let x = 0; let y = 0;
      for (let i = 0; i < flat.length; i += 2) { x += flat[i]; y += flat[i + 1]; points.push([y / 100, x / 100]); }
      return points;
    });
    return world.countries.map(function (country) {
      return { name: country[0], rings: country[1].map(function (ring) {
        return ring.flatMap(function (n) { return n < 0 ? arcs[~n].slice().reverse() : arcs[n]; });
      }) };
    });
  }

  function label(rings) {
    let best = rings[0]; let size = -1;
    for (const ring of rings) {
      let area = 0;
      for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) area += ring[j][1] * ring[i][0] - ring[i][1] * ring[j][0];
      if (Math.abs(area) > size) { size = Math.abs(area); best = ring; }
    }
    let y = 0; let x = 0;
    for (const point of best) { y += point[0]; x += point[1]; }
    return { at: [y / best.length, x / best.length], size: size };
  }

  function popup(group) {
    const box = make("div");
    for (const one of group.slice(0, 20)) {
      const link = make("a", "", one.t); link.href = one.h;
      const text = make("p");
      text.append(link, make("br"), one.w + (one.a ? " · " + one.a + " accused" : "") + " · " + one.r);
      box.append(text);
    }
    if (group.length > 20) box.append(make("p", "", "and " + (group.length - 20) + " more; the filters list them"));
    return box;
  }

  function pin(group) {
    const holder = make("div", "pin");
    holder.style.width = "26px"; holder.style.height = "26px";
    if (shapes[group[0].g]) holder.append(shapes[group[0].g].cloneNode(true));
    if (group.length > 1) holder.append(make("b", "", String(group.length)));
    return L.divIcon({ html: holder, className: "", iconSize: [26, 26] });
  }

  function drawMap() {
    const box = document.getElementById("map");
    if (!box || !globalThis.L || !globalThis.remnant.world) return function () {};
    const incidents = globalThis.remnant.incidents;
    const shownMap = L.map(box, { zoomSnap: 0.5, maxZoom: 11, minZoom: 1, worldCopyJump: false, attributionControl: false, scrollWheelZoom: false, fadeAnimation: false, zoomAnimation: false });
    box.setAttribute("tabindex", "0");
    L.control.scale({ imperial: false }).addTo(shownMap);
    const names = L.layerGroup();
    const land = L.layerGroup().addTo(shownMap);
    for (const country of outlines()) {
      L.polygon(country.rings, { className: "land", interactive: false, smoothFactor: 0.6 }).addTo(land);
      const spot = label(country.rings);
      country.spot = spot;
      const mark = L.tooltip({ permanent: true, direction: "center", className: "country-name", interactive: false }).setLatLng(spot.at).setContent(country.name);
      mark.size = spot.size;
      names.addLayer(mark);
    }
    const all = names.getLayers();
    const label_at = function () {
      const view = shownMap.getBounds(); const zoom = shownMap.getZoom();
      for (const one of all) {
        const wide = Math.sqrt(one.size) * Math.pow(2, zoom) > 620;
        const inside = view.contains(one.getLatLng());
        if (wide && inside) one.addTo(shownMap); else one.remove();
      }
    };
    let layer = L.layerGroup().addTo(shownMap);
    const bounds = L.latLngBounds(incidents.map(function (one) { return [one.y, one.x]; }));
    if (bounds.isValid()) shownMap.fitBounds(bounds.pad(0.35), { maxZoom: 8 }); else shownMap.setView([20, 10], 1.5);
    shownMap.on("moveend zoomend", label_at);
    label_at();
    shownMap.on("focus", function () { shownMap.scrollWheelZoom.enable(); });
    shownMap.on("blur", function () { shownMap.scrollWheelZoom.disable(); });
    return function (shown) {
      layer.remove(); layer = L.layerGroup().addTo(shownMap);
      const groups = new Map();
      for (const one of incidents) {
        if (!shown.has(one.n)) continue;
        const key = one.y + "," + one.x;
        if (!groups.has(key)) groups.set(key, []);
        groups.get(key).push(one);
      }
      for (const group of groups.values()) {
        const title = group.slice(0, 20).map(function (one) { return one.t + ": " + one.w; }).join("; ");
        L.marker([group[0].y, group[0].x], { icon: pin(group), title: title, alt: title, keyboard: true }).bindPopup(popup(group), { maxWidth: 300 }).addTo(layer);
      }
    };
  }
})();
