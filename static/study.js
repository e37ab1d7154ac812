// Comfort only: keys for cards. Every page works without this file.
(() => {
  "use strict";

  const reveal = document.querySelector(".reveal");
  const form = document.querySelector("form[data-rate]");
  const help = document.querySelector("dialog");
  const off = () => document.documentElement.classList.contains("keys-off");
  const plain = (event) => !(event.ctrlKey || event.metaKey || event.altKey || event.repeat);

  const rate = (value) => form?.querySelector(`[name=rating][value="${value}"]`)?.click();

  const press = (event) => {
    if (!plain(event) || off() || help?.open || event.target.closest("textarea, input, select, a, button, summary")) return;
    const shown = reveal.open;
    if (event.key === " " && !shown) reveal.open = true;
    else if (event.key === " ") rate(3);
    else if (/^[1-4]$/.test(event.key) && shown) rate(event.key);
    else if (/^u$/i.test(event.key)) document.querySelector("[data-undo]")?.click();
    else return;
    event.preventDefault();
  };

  if (reveal) {
    reveal.addEventListener("toggle", () => reveal.open && reveal.querySelector(".back").focus());
    document.addEventListener("keydown", press);
  }

  // A second click while the first is on its way would only be told that it came twice.
  form?.addEventListener("submit", (event) => {
    if (form.hasAttribute("aria-busy")) return event.preventDefault();
    form.setAttribute("aria-busy", "true");
  });

  // A card that comes back from the browser's memory may have been rated meanwhile.
  window.addEventListener("pageshow", (event) => {
    form?.removeAttribute("aria-busy");
    if (event.persisted && form) location.reload();
  });
})();
