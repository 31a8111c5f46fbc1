"use strict";
(function () {
  var data = JSON.parse(document.getElementById("data").textContent);
  var STEP = 100, shown = STEP;
  var list = document.getElementById("findings"), count = document.getElementById("count"), more = document.getElementById("more");
  var fields = ["search", "severity", "result", "rule", "decision"].map(function (id) { return document.getElementById(id); });
  function cell(row, text, kind) {
    var td = document.createElement("td");
    td.textContent = text;
    if (kind) td.className = kind;
    row.appendChild(td);
    return td;
  }
  function link(td, text, href) {
    var a = document.createElement("a");
    a.textContent = text; a.href = href;
    td.textContent = ""; td.appendChild(a);
  }
  function fits(row) {
    var words = fields[0].value.trim(), severity = fields[1].value, result = fields[2].value, rule = fields[3].value, decision = fields[4].value;
    if (severity !== "" && row[1] !== +severity) return false;
    if (result !== "" && row[2] !== +result) return false;
    if (rule !== "" && row[3] !== rule && row[3].charAt(0) !== rule) return false;
    if (decision !== "" && (decision === "-" ? row[5] !== "" : row[5] !== decision)) return false;
    if (!words) return true;
    var text = data.units[row[0]][0] + " " + row[3] + " " + (data.rules[row[3]] || "") + " " + row[4];
    return words.split(/\s+/).every(function (word) { return text.indexOf(word) >= 0; });
  }
  function draw() {
    var found = data.findings.filter(fits), rows = document.createDocumentFragment();
    found.slice(0, shown).forEach(function (row) {
      var unit = data.units[row[0]], tr = document.createElement("tr");
      var first = cell(tr, "");
      var chip = document.createElement("span");
      chip.className = "chip s" + data.severities[row[1]]; chip.textContent = data.severities[row[1]];
      first.appendChild(chip);
      link(cell(tr, ""), unit[0], unit[2]);
      cell(tr, row[3] + " " + (data.rules[row[3]] || ""), "hide-small");
      link(cell(tr, ""), row[4], unit[2] + "#finding-" + row[6]);
      cell(tr, data.results[row[2]], "hide-small tight");
      cell(tr, row[5], "hide-small");
      rows.appendChild(tr);
    });
    list.replaceChildren(rows);
    count.textContent = "共 " + found.length + " 项" + (found.length > shown ? "，列出前 " + shown + " 项" : "");
    more.hidden = found.length <= shown;
  }
  fields.forEach(function (field) { field.addEventListener("input", function () { shown = STEP; draw(); }); });
  more.addEventListener("click", function () { shown += STEP; draw(); });
  var units = document.getElementById("units"), unitShown = 15, unitMore = document.getElementById("unit-more");
  var order = data.units.map(function (_, i) { return i; }).sort(function (a, b) {
    for (var k = 5; k < 9; k++) if (data.units[a][k] !== data.units[b][k]) return data.units[b][k] - data.units[a][k];
    return a - b;
  });
  function drawUnits() {
    var rows = document.createDocumentFragment();
    order.slice(0, unitShown).forEach(function (i) {
      var unit = data.units[i], tr = document.createElement("tr");
      link(cell(tr, ""), unit[0], unit[2]);
      cell(tr, unit[1], "n hide-small"); cell(tr, unit[3], "n"); cell(tr, unit[4], "n" + (unit[3] && unit[4] && unit[3] !== unit[4] ? " hit" : ""));
      for (var k = 5; k < 11; k++) cell(tr, unit[k] || "", "n" + (k > 6 ? " hide-small" : ""));
      rows.appendChild(tr);
    });
    units.replaceChildren(rows);
    unitMore.hidden = order.length <= unitShown;
  }
  unitMore.addEventListener("click", function () { unitShown += STEP; drawUnits(); });
  draw(); drawUnits();
})();
