// Comfort only: an exam stores what is chosen at once and shows its time; every page works without this file.
(() => {
  "use strict";

  const PATIENCE = 10_000;
  const SOON = 2000;
  const PAUSES = [2, 4, 8, 15];
  const SPOKEN = 10_000;

  const form = document.querySelector("form[data-keep]");
  const last = document.getElementById("over");
  const timer = document.querySelector("[data-timer]");
  const status = document.querySelector("[data-stored]");
  const say = (text, amiss = false) => {
    if (!status) return;
    if (status.textContent !== text) status.textContent = text;
    status.classList.toggle("amiss", amiss);
  };

  // Whoever logs in or out in another tab makes the tokens of this page stale; the refusal brings a fresh one.
  const renew = (page) => {
    const fresh = new DOMParser().parseFromString(page, "text/html").querySelector("[name=csrf_token]")?.value;
    if (fresh) for (const field of document.querySelectorAll("[name=csrf_token]")) field.value = fresh;
    return fresh;
  };

  // The answer of the server, or null where none comes.
  const post = async (url, body) => {
    const headers = { Accept: "application/json" };
    const signal = () => AbortSignal.timeout(PATIENCE);
    const send = () => fetch(url, { method: "POST", headers, body, keepalive: true, signal: signal() });
    const slow = setTimeout(say, 1000, "Sending …");
    try {
      const answer = await send();
      const fresh = answer.status === 400 && renew(await answer.text());
      if (!fresh) return answer;
      body.set("csrf_token", fresh);
      return await send();
    } catch {
      return null;
    } finally {
      clearTimeout(slow);
    }
  };
  const lead = async (answer) => location.assign((await answer.json()).next);
  const passes = (answer) => !answer || answer.status >= 500 || answer.status === 429;
  const AWAY = "no connection. This page keeps trying.";

  // What was not heard is tried again: after a while, and as soon as there is a connection or somebody looks.
  let again = () => undefined;
  let waiting;
  let tries = 0;
  const later = (what) => {
    clearTimeout(waiting);
    again = what;
    waiting = setTimeout(what, 1000 * PAUSES[Math.min(tries++, PAUSES.length - 1)]);
  };
  const heard = () => {
    clearTimeout(waiting);
    again = () => undefined;
    tries = 0;
  };
  window.addEventListener("online", () => again());
  document.addEventListener("visibilitychange", () => document.hidden || again());

  // Chosen here and not stored yet; what the page itself proposes is nobody's choice.
  const given = () => {
    const fields = new FormData(form);
    return ["option", "confidence"].map((name) => fields.get(name) ?? "").join(" ");
  };
  let stored = form?.dataset.keep;
  let touched = form?.hasAttribute("data-pending");
  let leaving = false;
  let ended = false;
  let closed = false;
  const pending = () => Boolean(touched && !closed && form.querySelector("[name=option]:checked")) && given() !== stored;

  // The page that answers says why it could not be done.
  const leave = (submitter) => {
    leaving = true;
    form.requestSubmit(submitter);
  };

  // It was ended elsewhere, or its time was up for the server: what is chosen now is of no use to anybody.
  const close = () => {
    closed = true;
    heard();
    timer?.remove();
    say("The exam has ended, so this does not count. ", true);
    const results = document.createElement("a");
    results.href = form.action.replace(/questions.*/, "results");
    results.textContent = "See results";
    status.append(results);
  };

  const refused = (answer) => {
    if (answer?.status === 409) return close();
    later(keep);
    if (answer?.status === 404)
      say("Not stored: you are logged out in this browser. “Submit answer” leads to the log-in, with your choice.", true);
    else say(`Not stored yet: ${passes(answer) ? AWAY : "press “Submit answer”."}`, true);
  };

  const store = async () => {
    while (pending() && !ended && !leaving) {
      const sent = given();
      const answer = await post(form.action, new FormData(form));
      if (!answer?.ok) return refused(answer);
      stored = sent;
      heard();
      say("Answer stored.");
    }
  };
  let sending = null;
  const keep = () => (sending ??= store().finally(() => (sending = null)));

  // What is submitted must not be overtaken by an earlier choice that is still on its way.
  const settled = () => Promise.race([sending, new Promise((resolve) => setTimeout(resolve, SOON))]);
  let busy = false;
  const submit = async (submitter) => {
    await settled();
    const sent = given();
    const url = submitter?.hasAttribute("formaction") ? submitter.formAction : form.action;
    const answer = await post(url, new FormData(form, submitter));
    if (answer?.ok) {
      stored = sent;
      return lead(answer);
    }
    if (!passes(answer)) return leave(submitter);
    touched = true;
    if (pending()) refused(answer);
    else say("Not sent: no connection. Press it once more.", true);
  };

  const elsewhere = (link) => link.origin !== location.origin || link.pathname + link.search !== location.pathname + location.search;
  const plain = (event) => !(event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  let insisted = null;
  const follow = async (link) => {
    await keep();
    if (!pending() || link === insisted) return location.assign(link.href);
    insisted = link;
  };

  if (form) {
    form.addEventListener("change", () => {
      touched = true;
      if (ended || closed) return;
      say("");
      keep();
    });
    form.addEventListener("submit", (event) => {
      if (leaving) return;
      event.preventDefault();
      if (ended) return over();
      if (busy) return;
      busy = true;
      submit(event.submitter).finally(() => (busy = false));
    });
    // Whoever goes elsewhere waits until the choice is stored; a second click on the same link insists.
    document.addEventListener("click", (event) => {
      const link = event.target.closest("a[href]");
      if (!link || !plain(event) || !elsewhere(link) || !pending()) return;
      event.preventDefault();
      follow(link);
    });
    window.addEventListener("beforeunload", (event) => !leaving && pending() && event.preventDefault());
    window.addEventListener("pageshow", () => pending() && keep());
  }

  const ending = document.querySelector("form[data-end]");
  ending?.addEventListener("submit", async (event) => {
    if (leaving) return;
    event.preventDefault();
    const answer = await post(ending.action, new FormData(ending));
    if (answer?.ok) return lead(answer);
    if (passes(answer)) return say("Not ended: no connection. Press it once more.", true);
    leaving = true;
    ending.submit();
  });

  // The server keeps the deadline; this only shows it, and sends what is chosen when it comes.
  const late = async (chosen) => {
    if (!chosen) return post(last.action, new FormData(last));
    const fields = new FormData(form);
    fields.set("over", "1");
    return post(form.action, fields);
  };
  let finishing = false;
  const finish = async () => {
    await settled();
    const chosen = pending();
    const answer = await late(chosen);
    if (answer?.ok) {
      leaving = true;
      return lead(answer);
    }
    if (passes(answer)) {
      say(`The time is up: ${AWAY}`, true);
      return later(over);
    }
    if (!chosen) return last.submit();
    form.append(last.elements.over);
    leave();
  };
  const over = () => {
    ended = true;
    if (finishing) return;
    finishing = true;
    finish().finally(() => (finishing = false));
  };

  const words = (seconds) => {
    if (seconds < 60) return `${seconds} s`;
    return `${Math.floor(seconds / 60)} min${seconds % 60 ? ` ${seconds % 60} s` : ""}`;
  };
  if (timer) {
    const time = timer.querySelector("[role=timer]");
    const spoken = document.querySelector("[data-thresholds]");
    const speak = (text) => {
      spoken.textContent = text;
      setTimeout(() => (spoken.textContent = ""), SPOKEN);
    };
    // Of a device that sleeps, one clock or the other may stand still.
    const [steady, wall] = [performance.now(), Date.now()];
    const spent = () => Math.max(performance.now() - steady, Date.now() - wall);
    const limit = 1000 * Number(time.getAttribute("datetime").match(/[\d.]+/)[0]);
    let before = 0;
    let next;
    const tick = () => {
      clearTimeout(next);
      if (ended || closed) return;
      const left = Math.max(0, limit - spent());
      const seconds = Math.floor(left / 1000);
      const passed = [60, 300].find((threshold) => seconds < threshold && threshold <= before);
      time.textContent = words(seconds);
      if (passed) speak(`${words(passed)} left.`);
      before = seconds;
      if (left) next = setTimeout(tick, (left % 1000) + 1);
      else {
        spoken.textContent = "The time is up.";
        over();
      }
    };
    tick();
    document.addEventListener("visibilitychange", tick);
    window.addEventListener("pageshow", tick);
    window.addEventListener("focus", tick);
    timer.open = localStorage.getItem("timer") !== "hidden";
    timer.addEventListener("toggle", () => localStorage.setItem("timer", timer.open ? "shown" : "hidden"));
  }
})();
