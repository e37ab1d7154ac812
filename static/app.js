// Comfort only: every page works without this file.
(() => {
  "use strict";

  const form = document.querySelector("form[data-question]");
  const help = document.querySelector("dialog");
  const typing = (node) => node.matches("textarea, select, input:not([type=radio])");
  const plain = (event) => !(event.ctrlKey || event.metaKey || event.altKey || event.repeat);

  const choose = (event) => {
    const option = form.querySelectorAll("input[name=option][type=radio]")[Number(event.key) - 1];
    if (!option || option.disabled) return;
    option.click(); // So that an exam keeps it, as it keeps what is chosen with the mouse.
    option.focus();
    event.preventDefault();
  };

  // Who flags by key finds the focus on the flag of the page that follows; Enter goes on from there.
  const flag = () => {
    const button = form.querySelector(".flag");
    if (button) sessionStorage.setItem("flagged", "by key");
    button?.click();
  };
  let flagged = sessionStorage.getItem("flagged") && form?.querySelector(".flag");
  sessionStorage.removeItem("flagged");
  flagged?.addEventListener("blur", () => (flagged = null));

  const submit = (event) => {
    const control = event.target.closest("a, button, summary");
    if (control && control !== flagged) return;
    form.requestSubmit();
    event.preventDefault();
  };

  const press = (event) => {
    if (!plain(event) || typing(event.target) || help.open) return;
    if (event.key === "?") help.showModal();
    else if (!form) return;
    else if (/^[1-9]$/.test(event.key)) choose(event);
    else if (/^f$/i.test(event.key)) flag();
    else if (event.key === "Enter") submit(event);
  };

  if (help) {
    const on = help.querySelector("input");
    const apply = () => {
      document.documentElement.classList.toggle("keys-off", !on.checked);
      (on.checked ? document.addEventListener : document.removeEventListener).call(document, "keydown", press);
    };
    on.checked = localStorage.getItem("keys") !== "off";
    on.addEventListener("change", () => {
      localStorage.setItem("keys", on.checked ? "on" : "off");
      apply();
    });
    document.querySelector("[data-help]")?.addEventListener("click", () => help.showModal());
    apply();
  }

  // Whoever has to correct something begins there, unless the page has led them to it already.
  if (!document.querySelector("[autofocus]")) document.querySelector("[aria-invalid]")?.focus();

  // The focus on the button below it may have led a small page past the verdict.
  const verdict = document.querySelector("p.verdict");
  const settled = (then) => requestAnimationFrame(() => requestAnimationFrame(then));
  if (verdict && document.querySelector("a[autofocus]")) {
    settled(() => {
      scrollTo(0, 0);
      verdict.scrollIntoView({ block: "nearest" });
    });
  }

  // A folded review opens where a link leads into it; not every browser does so by itself.
  const unfold = () => {
    const folded = location.hash && document.getElementById(location.hash.slice(1))?.closest("details");
    if (folded) folded.open = true;
  };
  window.addEventListener("hashchange", unfold);
  document.querySelector(".soft")?.addEventListener("click", (event) => event.target.closest("mark")?.nextElementSibling?.click());
  unfold();

  // A question that comes back from the browser's memory may have been answered meanwhile.
  window.addEventListener("pageshow", (event) => event.persisted && form && location.reload());

  // What is to be passed on is copied by a button, also where the page does not come over HTTPS.
  const copied = async (field) => {
    if (navigator.clipboard) return navigator.clipboard.writeText(field.value);
    field.select();
    document.execCommand("copy");
  };
  for (const button of document.querySelectorAll("[data-copy]")) {
    const name = button.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await copied(document.getElementById(button.dataset.copy));
      button.textContent = "Copied";
      setTimeout(() => (button.textContent = name), 3000);
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

  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  for (const zones of document.querySelectorAll("select[data-zone]")) {
    if ([...zones.options].some((zone) => zone.value === here)) zones.value = here;
  }

  const local = { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" };
  const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
  const near = new Intl.DateTimeFormat("en-GB", local);
  const far = new Intl.DateTimeFormat("en-GB", { ...local, year: "numeric" });
  for (const time of document.querySelectorAll("time[data-local]")) {
    const when = new Date(time.dateTime);
    const format = time.dataset.local === "clock" ? clock : when.getFullYear() === new Date().getFullYear() ? near : far;
    time.textContent = format.format(when).replace(" at ", ", ");
  }

  for (const due of document.querySelectorAll("input[type=datetime-local]")) {
    if (due.dataset.utc) {
      const when = new Date(due.dataset.utc);
      when.setMinutes(when.getMinutes() - when.getTimezoneOffset());
      due.value = when.toISOString().slice(0, 16);
    }
    due.form.querySelector("[data-zone]").textContent = "your time";
    due.form.addEventListener("submit", () => {
      due.form.elements.offset.value = due.value ? new Date(due.value).getTimezoneOffset() : 0;
    });
  }
})();
