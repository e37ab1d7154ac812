// Reviews that wait to be sent and the cards taken along; for pages and for the service worker.
"use strict";

const outbox = (() => {
  const AT_ONCE = 200;

  const opened = new Promise((resolve, reject) => {
    const request = indexedDB.open("study", 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("reviews", { keyPath: "uid" });
      request.result.createObjectStore("kept");
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

  const store = async (name, mode, act) => {
    const transaction = (await opened).transaction(name, mode);
    const request = act(transaction.objectStore(name));
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve(request?.result);
      transaction.onerror = transaction.onabort = () => reject(transaction.error);
    });
  };

  const pack = () => store("kept", "readonly", (kept) => kept.get("pack"));
  const waiting = async () => {
    const found = await store("reviews", "readonly", (reviews) => reviews.getAll());
    return found.sort((one, other) => one.at - other.at);
  };
  const add = (review) => store("reviews", "readwrite", (reviews) => reviews.put(review));
  const change = async (act) => {
    const kept = await pack();
    if (kept) await store("kept", "readwrite", (all) => all.put(act(kept), "pack"));
  };
  const note = (review) => change((kept) => (kept.who === review.who ? { ...kept, rated: [...(kept.rated ?? []), review] } : kept));
  const takeBack = () => change((kept) => ({ ...kept, rated: kept.rated?.slice(0, -1) }));
  const forget = () => store("kept", "readwrite", (kept) => kept.delete("pack"));
  const drop = (card) => change((kept) => ({ ...kept, cards: kept.cards.filter((each) => each.card !== card) }));
  const remove = (uids) => store("reviews", "readwrite", (reviews) => uids.forEach((uid) => reviews.delete(uid)));

  const fetched = async () => {
    const answer = await fetch("/study/pack", { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(`pack: ${answer.status}`);
    return { ...(await answer.json()), taken: Date.now() };
  };

  const send = async (reviews, token) => {
    const sent = Date.now(); // a clock that was set back meanwhile must not make reviews of tomorrow, nor of before 1970
    const said = reviews.map(({ uid, card, rating, at, took }) => ({ uid, card, rating, at: Math.max(0, Math.min(at, sent)), took }));
    const answer = await fetch("/study/sync", {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRFToken": token },
      body: JSON.stringify({ sent, reviews: said }),
    });
    if (!answer.ok) throw new Error(`sync: ${answer.status}`);
    return answer.json();
  };

  // What belongs to somebody else who studies on this device stays until they are back.
  const deliver = async (reviews, { token, who }) => {
    const { stored, refused } = await send(reviews, token);
    const gone = reviews.filter((review) => refused.includes(review.uid) && review.who === who);
    await remove([...stored, ...gone.map((review) => review.uid)]);
    return stored.length;
  };

  // Brings everything that waits, takes new cards along, and says how many reviews were stored.
  const sync = async () => {
    let current = await fetched();
    let stored = 0;
    const all = await waiting();
    for (let start = 0; start < all.length; start += AT_ONCE) {
      stored += await deliver(all.slice(start, start + AT_ONCE), current);
    }
    if (all.length) current = await fetched();
    await store("kept", "readwrite", (kept) => kept.put(current, "pack"));
    return stored;
  };

  return { add, note, takeBack, drop, remove, forget, pack, waiting, sync };
})();
