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
  document.addEventListener("click", function (event) {
    var origin = event.target.closest("[data-to]");
    if (!origin) return;
    var targets = origin.dataset.to.split(" ").map(function (id) { return document.getElementById(id); }).filter(Boolean);
    if (!targets.length) return;
    event.preventDefault();
    origins.push(origin);
    back.hidden = false;
    targets.reverse().forEach(show);
  });
  back.addEventListener("click", function () {
    var origin = origins.pop();
    back.hidden = origins.length === 0;
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
