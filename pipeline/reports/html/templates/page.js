"use strict";
(function () {
  var back = document.getElementById("return"), origins = [];
  function reveal(element) {
    for (var up = element; up; up = up.parentElement) if (up.tagName === "DETAILS") up.open = true;
  }
  function show(element) {
    reveal(element);
    element.scrollIntoView({ block: "center" });
    element.classList.remove("flash");
    void element.offsetWidth;
    element.classList.add("flash");
  }
  /* what a number in the papers, or a quotation that was followed, is about */
  function about(element) {
    var held = element.closest(".one") || element.closest("article.card") || element.closest("li");
    var said = held && (held.querySelector(".said") || held.querySelector("a.plain"));
    return said ? said.textContent.trim() : "";
  }
  function label() {
    var last = origins[origins.length - 1];
    back.hidden = !last;
    back.lastChild.textContent = last ? about(last) || "刚才的位置" : "";
  }
  document.addEventListener("mouseover", function (event) {
    var mark = event.target.closest("sup a, a.no");
    var target = mark && !mark.title && document.getElementById(mark.dataset.to);
    if (target) mark.title = about(target.querySelector(".said") || target);
  });
  document.addEventListener("click", function (event) {
    var origin = event.target.closest("[data-to]");
    if (!origin) return;
    var targets = origin.dataset.to.split(" ").map(function (id) { return document.getElementById(id); }).filter(Boolean);
    if (!targets.length) return;
    event.preventDefault();
    origins.push(origin);
    label();
    targets.reverse().forEach(show);
  });
  back.addEventListener("click", function () {
    var origin = origins.pop();
    label();
    if (origin) show(origin);
  });
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("details.chapter").forEach(function (part) { part.open = true; });
  });
  if (location.hash.length > 1) {
    var wanted = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (wanted) show(wanted);
  }
})();
