"use strict";
(function () {
  function show(id) {
    var element = document.getElementById(id);
    if (!element) return;
    for (var up = element; up; up = up.parentElement) if (up.tagName === "DETAILS") up.open = true;
    element.scrollIntoView({ block: "center", behavior: "smooth" });
    element.classList.remove("flash");
    void element.offsetWidth;
    element.classList.add("flash");
  }
  document.addEventListener("click", function (event) {
    var origin = event.target.closest("[data-to]");
    if (!origin) return;
    event.preventDefault();
    origin.dataset.to.split(" ").forEach(show);
  });
})();
