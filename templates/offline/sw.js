{% set files = ["style.css", "study.css", "app.js", "study.js", "outbox.js", "offline.js", "favicon.svg"] %}
// Keeps studying going where there is no connection. A new version of any file below is a new worker.
"use strict";

const SHELL = {{ url_for("offline.shell") | tojson }};
const FILES = [{% for file in files %}{{ url_for("static", filename=file) | tojson }}{{ ", " if not loop.last }}{% endfor %}];
const CACHE = "study " + FILES.map((file) => file.split("=").pop()).join(" ");

importScripts({{ url_for("static", filename="outbox.js") | tojson }});

self.addEventListener("install", (event) => event.waitUntil(
  caches.open(CACHE).then((cache) => cache.addAll([SHELL, ...FILES])).then(() => self.skipWaiting()),
));

self.addEventListener("activate", (event) => event.waitUntil(
  caches.keys()
    .then((names) => Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name))))
    .then(() => self.clients.claim()),
));

// What a form wants of which card: a rating has the name its page gave it, so that it is the same
// review should it have arrived although its answer was lost.
const read = async (request) => {
  const sent = await request.formData();
  const [, card, what] = new URL(request.url).pathname.match(/(?:\/cards\/(\d+))?\/(\w+)$/) ?? [];
  const now = Date.now();
  const took = now - 1000 * Number(sent.get("shown"));
  const rated = { uid: sent.get("uid"), who: sent.get("who"), card: Number(card), rating: Number(sent.get("rating")), at: now };
  return { what, aside: sent.get("away") === "1", rated: { ...rated, took: 0 < took && took < 600_000 ? took : null } };
};

const keep = async ({ what, rated }) => {
  const kept = what === "rate" && rated.uid && rated.rating;
  if (kept) await outbox.add(rated);
  return kept;
};

// What cannot be kept leaves its page as it is, with all that was typed there; the page says so.
const stay = async ({ referrer }) => {
  const pages = await self.clients.matchAll({ type: "window" });
  for (const page of pages) if (page.url.split("#")[0] === referrer) page.postMessage("away");
  return new Response(null, { status: 204 });
};

// The cards taken along stay as they are on the server.
const follow = async ({ what, aside, rated }) => {
  if (what === "rate") await outbox.note(rated);
  else if (what === "undo") await outbox.takeBack();
  else if (aside) await outbox.drop(rated.card);
};

// Where only something between here and the server answers, that is no connection either.
const AWAY = [502, 503, 504];

const go = async (event) => {
  const { request } = event;
  const form = request.method === "POST" ? read(request.clone()) : null;
  try {
    const answer = await fetch(request);
    if (AWAY.includes(answer.status)) throw new Error(`away: ${answer.status}`);
    if (form && answer.status < 400) event.waitUntil(form.then(follow));
    return answer;
  } catch {
    if (!form) return caches.match(SHELL);
    const kept = await form.then(keep).catch(() => false);
    return kept ? Response.redirect(SHELL, 303) : stay(request);
  }
};

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.mode === "navigate") event.respondWith(go(event));
  else if (FILES.includes(url.pathname + url.search)) event.respondWith(caches.match(event.request).then((kept) => kept ?? fetch(event.request)));
});
