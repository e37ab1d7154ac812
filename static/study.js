// Comfort only: keys for cards, and studying without a connection. With one, every page works without this file.
(() => {
  "use strict";

  const reveal = document.querySelector(".reveal");
  const ratings = document.querySelector("[data-rate]");
  const form = ratings?.closest("form");
  const { worker, who } = document.currentScript.dataset;
  const help = document.querySelector("dialog");
  const off = () => document.documentElement.classList.contains("keys-off");
  const plain = (event) => !(event.ctrlKey || event.metaKey || event.altKey || event.repeat);

  const rate = (value) => ratings?.querySelector(`[name=rating][value="${value}"]`)?.click();

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

  // Without a connection nothing is kept but ratings; a button that has been pressed can be pressed again.
  navigator.serviceWorker?.addEventListener("message", () => {
    const told = document.querySelector("[data-away]") ?? document.createElement("p");
    Object.assign(told, { className: "notice", role: "status" }).dataset.away = "";
    document.querySelector("main").prepend(told);
    told.textContent = "This needs a connection, so nothing has changed. Try again once it is back.";
    told.scrollIntoView({ block: "nearest" });
    window.dispatchEvent(new PageTransitionEvent("pageshow"));
  });

  // Whose days begin elsewhere is told so: a zone that was never set is nobody's own.
  const days = document.querySelector("[data-days]");
  const now = new Date();
  const clock = (timeZone) => now.toLocaleString("en-GB", { timeZone });
  if (days) days.hidden = clock(days.dataset.days) === clock(undefined);

  // The cards of today are taken along; what was rated elsewhere meanwhile is brought first.
  const FRESH = 5 * 60 * 1000;
  const prepare = async () => {
    await navigator.serviceWorker.register(worker);
    const pack = await outbox.pack();
    const waiting = (await outbox.waiting()).some((review) => review.who === who);
    if (!waiting && pack?.who === who && Date.now() - pack.taken < FRESH) return;
    if ((await outbox.sync()) && !reveal?.open) location.reload();
  };
  if (worker && "serviceWorker" in navigator) prepare().catch(() => undefined);
})();
