/* Searching in a folder of files: the index of all organisations is beside; the page without scripts shows all. */
(function () {
  "use strict";
  var index = window.partnerkg, form = document.querySelector("form.search"), list = document.getElementById("results");
  if (!index || !form || !list) return;
  var asked = new URLSearchParams(location.search), names = index.facets.map(function (facet) { return facet[0]; });
  var nearby = document.getElementById("nearby"), townPlace = names.indexOf("town"), towns = index.facets[townPlace][2];
  if (nearby && index.at.some(Boolean)) {
    nearby.hidden = false;
    towns.forEach(function (town, place) {
      if (index.at[place]) document.getElementById("towns").appendChild(document.createElement("option")).value = town[1];
    });
  }
  if (!asked.get("q") && !asked.get("near") && !names.some(function (name) { return asked.get(name); })) return;
  var fold = function (words) {
    return words.replace(/œ/gi, "oe").replace(/æ/gi, "ae").normalize("NFKD").toLowerCase()
      .replace(/[\u0300-\u036f]/g, "").replace(/[^a-z0-9]+/g, " ").trim();
  };
  var beside = asked.get("near") ? null : new RegExp("^(?:" + index.beside + ")$", "i").exec((asked.get("q") || "").trim().replace(/\s+/g, " "));
  if (beside && index.at.some(function (at, place) { return at && fold(towns[place][1]) === fold(beside.groups.town); })) {
    asked.set("q", beside.groups.words.trim());
    asked.set("near", beside.groups.town);
  }
  var elided = function (words) {
    if (document.documentElement.lang !== "fr") return words;
    return words.replace(/ de le /i, " du ").replace(/ de les /i, " des ").replace(/ de (?=[aeiouàâéèêîôû])/i, " d’");
  };
  var make = function (tag, words, kind) {
    var made = document.createElement(tag);
    if (words !== undefined) made.textContent = words;
    if (kind) made.className = kind;
    return made;
  };
  var wanted = fold(asked.get("q") || "").split(" ").filter(Boolean);
  var telling = wanted.filter(function (word) { return index.small.indexOf(word) < 0; });
  if (telling.length) wanted = telling;
  var chosen = {};
  names.forEach(function (name) { if (asked.get(name)) chosen[name] = asked.get(name); });
  var near = fold(asked.get("near") || ""), within = Number(asked.get("within"));
  if (!(within > 0 && within <= 1000)) within = 20;
  var here = near && index.at.filter(function (at, place) {
    return at && (fold(towns[place][1]) === near || towns[place][0].slice(-near.length - 1) === "-" + near);
  })[0];
  var far = function (row) { // in kilometres, to its nearest town, as the crow flies
    if (!near) return 0;
    if (!here) return Infinity;
    var turn = Math.PI / 180;
    return Math.min.apply(null, row[4][townPlace].map(function (town) {
      var at = index.at[town];
      if (!at) return Infinity;
      var part = Math.pow(Math.sin((at[1] - here[1]) * turn / 2), 2) +
        Math.cos(at[1] * turn) * Math.cos(here[1] * turn) * Math.pow(Math.sin((at[0] - here[0]) * turn / 2), 2);
      return 12742 * Math.asin(Math.sqrt(part));
    }));
  };
  var has = function (row, name) {
    var place = names.indexOf(name);
    return row[4][place].some(function (choice) { return index.facets[place][2][choice][0] === chosen[name]; });
  };
  var stands = function (token, word) { // as a word, but for its ending
    return token === word || (token.length > 3 && word.indexOf(token) === 0 && word.length - token.length < 4);
  };
  var fits = function (token, word) { return token.indexOf(word) === 0 || stands(token, word); };
  var everyIn = function (row, how) {
    return wanted.every(function (word) { return row[3].some(function (token) { return how(token, word); }); });
  };
  var isWord = index.rows.some(function (row) { return everyIn(row, function (token, word) { return token === word; }); });
  var rank = function (row) { // as `partnerkg search`: called so, begins so, has the words in a name, or elsewhere
    if (!wanted.length) return 0;
    if (!everyIn(row, fits)) return -1;
    var begun = !isWord || everyIn(row, stands) ? 0 : 10000;
    return Math.min.apply(null, row[2].map(function (name) {
      var tokens = name.split(" "), text = wanted.join(" ");
      if (tokens.length === wanted.length && tokens.every(function (token, place) { return fits(token, wanted[place]) && token.length - wanted[place].length < 3; })) return 1000 + name.length;
      if (name.indexOf(text) === 0) return begun + 2000 + name.length;
      return begun + (wanted.every(function (word) { return tokens.some(function (token) { return fits(token, word); }); }) ? 3000 : 4000) + name.length;
    }));
  };
  var fitting = function (besides) {
    return index.rows.filter(function (row) {
      return rank(row) >= 0 && far(row) <= within && Object.keys(chosen).every(function (name) { return name === besides || has(row, name); });
    });
  };
  var found = fitting().map(function (row, place) { return [rank(row), far(row), place, row]; })
    .sort(function (one, other) { return one[0] - other[0] || one[1] - other[1] || one[2] - other[2]; })
    .map(function (item) { return item[3]; });
  var address = function (name, value) {
    var next = new URLSearchParams();
    if (asked.get("q")) next.set("q", asked.get("q"));
    if (near && name !== "near") { next.set("near", asked.get("near")); next.set("within", within); }
    Object.keys(chosen).forEach(function (one) { if (one !== name) next.set(one, chosen[one]); });
    if (value) next.set(name, value);
    return "?" + next;
  };
  var link = function (words, href) { var made = make("a", words); made.href = href; return made; };
  var title = document.querySelector("h1");
  title.textContent = (found.length ? (found.length === 1 ? index.words.one : index.words.many).replace("{count}", found.length) : index.words.none) +
    (asked.get("q") ? " " + index.words.for.replace("{words}", asked.get("q")) : "");
  form.elements.q.value = asked.get("q") || "";
  form.elements.near.value = asked.get("near") || "";
  form.elements.within.value = within;
  Object.keys(chosen).forEach(function (name) {
    if (form.elements[name]) return;
    var hidden = make("input");
    hidden.type = "hidden"; hidden.name = name; hidden.value = chosen[name];
    form.appendChild(hidden);
  });
  var chips = document.getElementById("chips"), filters = document.getElementById("filters");
  chips.textContent = "";
  filters.textContent = "";
  index.facets.forEach(function (facet, place) {
    var counts = {}, name = facet[0];
    fitting(name).forEach(function (row) { row[4][place].forEach(function (choice) { counts[choice] = (counts[choice] || 0) + 1; }); });
    var keys = Object.keys(counts).sort(function (one, other) { return counts[other] - counts[one] || one - other; }).slice(0, 30);
    if (!keys.length) return;
    filters.appendChild(make("h2", facet[1]));
    var choices = filters.appendChild(make("ul"));
    keys.forEach(function (key) {
      var value = facet[2][key], made = chosen[name] === value[0], item = link(undefined, address(name, made ? "" : value[0]));
      item.appendChild(make("span", value[1] + (made ? " " + index.words.chosen : "")));
      item.appendChild(make("span", counts[key], "c"));
      if (made) {
        item.setAttribute("aria-current", "true");
        chips.appendChild(make("li")).appendChild(link(facet[1] + " : " + value[1] + " ×", address(name, "")));
      }
      choices.appendChild(make("li")).appendChild(item);
    });
  });
  if (near) chips.appendChild(make("li")).appendChild(
    link(elided(index.words.near.replace("{count}", within).replace("{town}", asked.get("near"))) + " ×", address("near", "")));
  chips.hidden = !chips.childNodes.length;
  list.textContent = "";
  found.slice(0, 200).forEach(function (row) {
    var item = list.appendChild(make("li"));
    item.appendChild(make("h2")).appendChild(link(row[0], row[1]));
    item.appendChild(make("p", row[5], "m"));
  });
  if (!found.length) {
    var none = list.appendChild(make("li"));
    none.appendChild(make("p", near && !here ? index.words.lost.replace("{town}", asked.get("near")) : index.words.empty));
    none.appendChild(link(index.words.all, location.pathname.split("/").pop()));
  }
  var questions = document.getElementById("questions"), said = fold((asked.get("q") || "") + " " + (asked.get("near") || "")).split(" ");
  var told = index.questions.filter(function (one) {
    return one[2].every(function (name) {
      return name.every(function (token) { return said.some(function (word) { return stands(token, word); }); });
    });
  }).sort(function (one, other) { return other[2].length - one[2].length; }).slice(0, 3);
  if (questions && told.length) {
    questions.textContent = "";
    told.forEach(function (one) {
      var item = questions.appendChild(make("li")).appendChild(link(undefined, one[0]));
      item.appendChild(make("span", one[1]));
    });
    questions.parentNode.hidden = false;
  }
  var take = document.getElementById("take");
  if (take) take.hidden = true;
  document.querySelectorAll("p.narrow").forEach(function (one) { one.hidden = true; });
})();
