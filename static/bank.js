// Comfort only: the item bank works without this file.
(() => {
  "use strict";

  // How many items are selected, and all of the page at once.
  const all = [...document.querySelectorAll("[data-all]")];
  const boxes = [...document.querySelectorAll("input[name=item][type=checkbox]")];
  const count = document.querySelector("[data-count]");
  const bar = document.querySelector(".bulk");
  const tell = () => {
    const chosen = boxes.filter((box) => box.checked).length;
    for (const box of all) {
      box.checked = chosen > 0 && chosen === boxes.length;
      box.indeterminate = chosen > 0 && chosen < boxes.length;
    }
    count.textContent = chosen ? `(${chosen})` : "";
    bar.hidden = !chosen;
  };
  if (boxes.length) {
    for (const one of all) {
      one.addEventListener("change", () => {
        for (const box of boxes) box.checked = one.checked;
        tell();
      });
    }
    for (const live of document.querySelectorAll("[data-live]")) live.hidden = false;
    for (const box of boxes) box.addEventListener("change", tell);
    window.addEventListener("pageshow", tell);
    bar.classList.add("live");
    tell();
  }

  // What is doubtful about a wording is said while it is being written.
  for (const form of document.querySelectorAll("form[data-check]")) {
    const place = form.querySelector("[data-warnings]");
    let waiting, asked = 0;
    const check = async () => {
      const turn = ++asked;
      const answer = await fetch(form.dataset.check, { method: "POST", body: new FormData(form) });
      const found = answer.ok ? (await answer.text()).trim() : place.innerHTML;
      if (turn === asked && found !== place.innerHTML.trim()) place.innerHTML = found;
    };
    form.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => check().catch(() => undefined), 500);
    });
  }
})();
