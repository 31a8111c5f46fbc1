"use strict";
(function () {
  var data = JSON.parse(document.getElementById("data").textContent);
  var STEP = 100, UNITS = 15, HINT = data.severities.length - 1;
  function at(id) { return document.getElementById(id); }
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
  function empty(body, columns, words) {
    var tr = document.createElement("tr"), td = cell(tr, words, "empty");
    td.colSpan = columns;
    body.replaceChildren(tr);
  }

  /* findings */
  var shown = STEP, list = at("findings"), more = at("more"), clear = at("clear");
  var fields = {};
  ["search", "severity", "result", "rule", "decision", "state", "hints"].forEach(function (id) { fields[id] = at(id); });
  var count = at("count"), news = data.findings.some(function (row) { return row[7] !== 0; });
  function fits(row) {
    var severity = fields.severity.value, result = fields.result.value, rule = fields.rule.value;
    var decision = fields.decision.value, state = fields.state.value, words = fields.search.value.trim();
    if (severity !== "" && row[1] !== +severity) return false;
    if (result !== "" && row[2] !== +result) return false;
    if (rule !== "" && row[3] !== rule && row[3].charAt(0) !== rule) return false;
    if (decision !== "" && (decision === "-" ? row[5] !== "" : row[5] !== decision)) return false;
    if (state !== "" && row[7] !== +state) return false;
    if (!words) return true;
    var text = data.units[row[0]][0] + " " + row[3] + " " + (data.rules[row[3]] || "") + " " + row[4];
    return words.split(/\s+/).every(function (word) { return text.indexOf(word) >= 0; });
  }
  /* hints stay folded until somebody asks for them: by the box, by severity, by a rule of their own */
  function wantsHints() { return fields.hints.checked || fields.severity.value === String(HINT) || fields.rule.value.length > 1; }
  function asked() {
    return Object.keys(fields).filter(function (id) { return id === "hints" ? fields[id].checked : fields[id].value.trim() !== ""; });
  }
  function draw() {
    var fitting = data.findings.filter(fits), all = wantsHints();
    var found = all ? fitting : fitting.filter(function (row) { return row[1] !== HINT; });
    var folded = fitting.length - found.length, rows = document.createDocumentFragment();
    found.slice(0, shown).forEach(function (row) {
      var unit = data.units[row[0]], tr = document.createElement("tr");
      var first = cell(tr, "");
      var chip = document.createElement("span");
      chip.className = "chip s" + data.severities[row[1]]; chip.textContent = data.severities[row[1]];
      first.appendChild(chip);
      link(cell(tr, ""), unit[0], unit[2]);
      cell(tr, row[3] + " " + (data.rules[row[3]] || ""), "hide-small");
      var said = cell(tr, "");
      link(said, row[4], unit[2] + "#finding-" + row[6]);
      if (news && row[7] !== 1) {
        var tag = document.createElement("span");
        tag.className = "tag"; tag.textContent = data.states[row[7]];
        said.appendChild(tag);
      }
      cell(tr, data.results[row[2]], "hide-small tight");
      cell(tr, row[5], "hide-small tight");
      rows.appendChild(tr);
    });
    if (found.length) list.replaceChildren(rows);
    else empty(list, 6, folded ? "没有提示以外的问题。勾选“含提示”查看 " + folded + " 条提示。" : data.findings.length ? "没有符合条件的问题。" : "没有需要说明的问题。");
    var total = "共 " + data.findings.length + " 条";
    count.textContent = "显示 " + Math.min(shown, found.length) + " / " + found.length + " 条" +
      (folded ? "（另有提示 " + folded + " 条未列出）" : asked().length ? "（" + total + "）" : "");
    more.hidden = found.length <= shown;
    clear.hidden = asked().length === 0;
  }
  function reset() { shown = STEP; draw(); }
  Object.keys(fields).forEach(function (id) { fields[id].addEventListener("input", reset); });
  more.addEventListener("click", function () { shown += STEP; draw(); });
  clear.addEventListener("click", function () {
    Object.keys(fields).forEach(function (id) { if (id === "hints") fields[id].checked = false; else fields[id].value = ""; });
    reset(); fields.search.focus();
  });
  function only(field, value) {
    Object.keys(fields).forEach(function (id) { if (id !== "hints") fields[id].value = ""; });
    fields[field].value = value; fields.hints.checked = field === "state";
    reset(); at("all-findings").scrollIntoView();
  }
  document.querySelectorAll("[data-severity]").forEach(function (tile) {
    tile.addEventListener("click", function () { only("severity", tile.dataset.severity); fields.result.value = "0"; reset(); });
  });
  document.querySelectorAll("[data-state]").forEach(function (button) {
    button.addEventListener("click", function () { only("state", button.dataset.state); });
  });

  var gone = at("gone");
  if (gone) at("show-gone").addEventListener("click", function () { gone.open = !gone.open; });

  /* units */
  var units = at("units"), unitShown = UNITS, unitMore = at("unit-more"), heads = at("unit-heads");
  var unitSearch = at("unit-search"), lacks = at("lacks"), unitCount = at("unit-count"), sortKey = null, down = true;
  function graver(a, b) {
    for (var k = 5; k < 9; k++) if (data.units[a][k] !== data.units[b][k]) return data.units[b][k] - data.units[a][k];
    return a - b;
  }
  function compare(a, b) {
    if (sortKey === null) return graver(a, b);
    var x = data.units[a][sortKey], y = data.units[b][sortKey];
    if (x === "" || y === "") return (x === "") - (y === "") || a - b;
    var by = isNaN(+x) || isNaN(+y) ? String(x).localeCompare(String(y), "zh-CN") : x - y;
    return (down ? -by : by) || graver(a, b);
  }
  function drawUnits() {
    var words = unitSearch.value.trim(), missing = lacks.value;
    var order = data.units.map(function (_, i) { return i; }).filter(function (i) {
      var unit = data.units[i];
      return (!words || unit[0].indexOf(words) >= 0) &&
        (!missing || missing.split("|").every(function (kind) { return unit[11].indexOf(kind) < 0; }));
    }).sort(compare);
    var rows = document.createDocumentFragment();
    order.slice(0, unitShown).forEach(function (i) {
      var unit = data.units[i], tr = document.createElement("tr");
      link(cell(tr, ""), unit[0], unit[2]);
      cell(tr, unit[1], "n"); cell(tr, unit[11], "hide-small small");
      cell(tr, unit[3], "n"); cell(tr, unit[4], "n" + (unit[3] !== "" && unit[4] !== "" && +unit[3] !== +unit[4] ? " hit" : ""));
      for (var k = 5; k < 11; k++) cell(tr, unit[k] || "", "n" + (k > 6 ? " hide-small" : "") + (unit[k] && k < 7 ? " w" + k : ""));
      rows.appendChild(tr);
    });
    if (order.length) units.replaceChildren(rows); else empty(units, 11, "没有符合条件的单位。");
    unitCount.textContent = "显示 " + Math.min(unitShown, order.length) + " / " + order.length + " 份";
    unitMore.hidden = order.length <= unitShown;
    heads.querySelectorAll("th").forEach(function (th) {
      th.setAttribute("aria-sort", sortKey === +th.dataset.key ? (down ? "descending" : "ascending") : "none");
    });
  }
  heads.querySelectorAll("th").forEach(function (th) {
    th.tabIndex = 0;
    function sort() {
      var key = +th.dataset.key, text = key < 1 || key === 11;
      down = sortKey === key ? !down : !text;
      sortKey = key; drawUnits();
    }
    th.addEventListener("click", sort);
    th.addEventListener("keydown", function (event) { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); sort(); } });
  });
  [unitSearch, lacks].forEach(function (field) { field.addEventListener("input", function () { unitShown = UNITS; drawUnits(); }); });
  unitMore.addEventListener("click", function () { unitShown += STEP; drawUnits(); });

  document.addEventListener("keydown", function (event) {
    if (event.key === "/" && !/INPUT|SELECT|TEXTAREA/.test(event.target.tagName)) { event.preventDefault(); fields.search.focus(); }
    if (event.key === "Escape" && event.target === fields.search) { fields.search.value = ""; reset(); }
  });
  /* on paper all units, and what the filters leave */
  var kept;
  window.addEventListener("beforeprint", function () {
    kept = [unitShown, shown];
    unitShown = data.units.length; shown = 2000;
    drawUnits(); draw();
  });
  window.addEventListener("afterprint", function () { unitShown = kept[0]; shown = kept[1]; drawUnits(); draw(); });
  draw(); drawUnits();
})();
