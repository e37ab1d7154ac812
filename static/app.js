// Comfort only: every page works without this file.
(() => {
  "use strict";

  const form = document.querySelector("form[data-question]");
  const typing = (node) => node.matches("textarea, select, input:not([type=radio])");
  const plain = (event) => !(event.ctrlKey || event.metaKey || event.altKey);

  const choose = (event) => {
    const option = form.querySelectorAll("input[type=radio]")[Number(event.key) - 1];
    if (!option) return;
    option.checked = true;
    option.focus();
    event.preventDefault();
  };

  const submit = (event) => {
    if (event.target.closest("a, button")) return;
    form.requestSubmit();
    event.preventDefault();
  };

  if (form) {
    document.addEventListener("keydown", (event) => {
      if (!plain(event) || typing(event.target)) return;
      if (/^[1-9]$/.test(event.key)) choose(event);
      else if (event.key === "Enter") submit(event);
    });
  }

  for (const slow of document.querySelectorAll("form[data-busy]")) {
    const button = slow.querySelector("button[type=submit]");
    const name = button.textContent;
    slow.addEventListener("submit", (event) => {
      if (button.hasAttribute("aria-busy")) return event.preventDefault();
      button.setAttribute("aria-busy", "true");
      button.textContent = slow.dataset.busy;
    });
    window.addEventListener("pageshow", () => {
      button.removeAttribute("aria-busy");
      button.textContent = name;
    });
  }

  const local = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" });
  for (const time of document.querySelectorAll("time[data-local]")) {
    time.textContent = local.format(new Date(time.dateTime)).replace(" at ", ", ");
  }
})();
