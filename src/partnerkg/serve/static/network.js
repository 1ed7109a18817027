/* The network: names are filtered as one types, in the picture and in the tables, whose rows are sorted by a click. */
(function () {
  "use strict";
  var tools = document.getElementById("tools");
  if (!tools) return;
  var fold = function (words) {
    return words.replace(/œ/gi, "oe").replace(/æ/gi, "ae").normalize("NFKD").toLowerCase()
      .replace(/[\u0300-\u036f]/g, "").replace(/[^a-z0-9]+/g, " ").trim();
  };
  var rows = Array.prototype.map.call(document.querySelectorAll("main tbody tr"), function (row) {
    return [row, fold(row.cells[0].textContent + " " + row.cells[1].textContent + " " + row.cells[2].textContent)];
  });
  var names = Array.prototype.map.call(document.querySelectorAll("svg.pic a"), function (name) {
    return [name, fold((name.querySelector("title") || name).textContent)];
  });
  var label = document.createElement("label"), input = document.createElement("input"), said = document.createElement("span");
  label.textContent = tools.dataset.filter + " ";
  input.type = "search";
  said.setAttribute("role", "status");
  said.className = "small";
  label.appendChild(input);
  tools.append(label, " ", said);
  tools.hidden = false;
  input.addEventListener("input", function () {
    var wanted = fold(input.value).split(" ").filter(Boolean), count = 0;
    var fits = function (words) { return wanted.every(function (word) { return words.indexOf(word) >= 0; }); };
    rows.forEach(function (row) { row[0].hidden = !fits(row[1]); count += !row[0].hidden; });
    names.forEach(function (name) { name[0].classList.toggle("dim", wanted.length > 0 && !fits(name[1])); });
    document.querySelectorAll("svg.pic").forEach(function (picture) { picture.classList.toggle("dimmed", wanted.length > 0); });
    if (wanted.length) document.querySelectorAll("details.fold:not(.names)").forEach(function (one) { one.open = true; });
    said.textContent = wanted.length ? (count === 1 ? tools.dataset.one : tools.dataset.many.replace("{count}", count)) : "";
  });
  document.querySelectorAll("main table").forEach(function (table) {
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (head, place) {
      if (place > 2) return;
      var button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.textContent = head.textContent;
      head.textContent = "";
      head.appendChild(button);
      button.addEventListener("click", function () {
        var down = head.getAttribute("aria-sort") === "ascending", body = table.tBodies[0];
        Array.prototype.forEach.call(table.tHead.rows[0].cells, function (other) { other.removeAttribute("aria-sort"); });
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        Array.prototype.slice.call(body.rows).sort(function (one, other) {
          return one.cells[place].textContent.localeCompare(other.cells[place].textContent, document.documentElement.lang) * (down ? -1 : 1);
        }).forEach(function (row) { body.appendChild(row); });
      });
    });
  });
})();
