// Asks the cards that were taken along, and keeps the ratings until there is a connection.
(() => {
  "use strict";

  const AHEAD = 20 * 60 * 1000;
  const UNKNOWN = 10 * 60 * 1000;
  const find = (name) => document.querySelector(`[data-${name}]`);
  const reveal = document.querySelector(".reveal");
  const buttons = [...document.querySelectorAll("[name=rating]")];
  const undo = find("undo");
  let pack, waiting, asked, shown, back;

  // Where a card stands after what was rated since it was taken along: when it is due, and what the next ones bring.
  const stand = (card) => [...(pack.rated ?? []), ...waiting].filter((review) => review.card === card.card).reduce(
    ({ ratings }, review) => ({
      seen: true,
      due: review.at + (ratings?.[review.rating]?.away ?? (review.rating < 3 ? UNKNOWN : Infinity)),
      ratings: ratings?.[review.rating]?.ratings,
    }),
    { seen: false, due: 0, ratings: card.ratings },
  );

  const next = () => {
    const now = Date.now();
    const open = pack.cards.map((card) => ({ card, ...stand(card) })).filter(({ seen, due }) => !seen || due < pack.taken + pack.left);
    const back = open.filter(({ seen }) => seen).sort((one, other) => one.due - other.due);
    const fresh = open.filter(({ seen }) => !seen);
    find("left").textContent = `${open.length} left`;
    return back.find(({ due }) => due <= now) ?? fresh[0] ?? back.find(({ due }) => due <= now + AHEAD);
  };

  const option = (text, letter, right) => {
    const line = document.createElement("li");
    line.className = right ? "option is-answer" : "option";
    for (const [name, content] of [["cap", letter], ["text", text]]) {
      const part = document.createElement("span");
      part.className = name;
      part.textContent = content;
      line.append(part);
    }
    return line;
  };

  const show = ({ card, ratings }) => {
    for (const name of ["title", "front", "back", "evidence"]) find(name).textContent = card[name];
    find("proof").hidden = !card.evidence;
    find("options").replaceChildren(...card.options.map((text, at) => option(text, "ABCDEFGHIJ"[at], text === card.back)));
    for (const button of buttons) button.querySelector(".span").textContent = ratings?.[button.value]?.text ?? "";
    reveal.open = false;
    shown = Date.now();
    find("front").focus();
  };

  const status = (extra = "") => {
    const count = `${waiting.length} review${waiting.length === 1 ? " waits" : "s wait"} to be sent.`;
    const offline = `You are studying offline. ${waiting.length ? count : ""} ${extra}`.trim();
    find("status").textContent = back ? "You have a connection again, and all your reviews are sent." : offline;
  };

  const tell = (done) => {
    find("heading").textContent = done ? "All cards are asked" : "No cards on this device";
    if (done) find("why").textContent = waiting.length ? "Your ratings are sent once the connection is back." : "All your ratings are sent.";
  };

  const own = async () => (await outbox.waiting()).filter(({ who }) => who === pack?.who);

  const go = async (extra) => {
    waiting = await own();
    asked = pack ? next() : undefined;
    find("card").hidden = !asked;
    find("nothing").hidden = Boolean(asked);
    undo.hidden = !waiting.length;
    status(extra);
    if (asked) show(asked);
    else tell(Boolean(pack?.cards.length));
  };

  const rate = async (rating) => {
    const now = Date.now();
    const review = { uid: crypto.randomUUID(), who: pack.who, card: asked.card.card, rating, at: now, took: now - shown };
    await outbox.add(review).then(() => (back ? leave() : go()), () => status("This device could not keep the rating: it may be full."));
  };

  // A second click while the first is being stored would rate the card twice.
  let busy = false;
  const once = async (act) => {
    if (busy) return;
    busy = true;
    await act();
    busy = false;
  };

  // Nobody is taken from the card they think about: the next rating leads on.
  const bring = async () => {
    if (back || !(await outbox.waiting()).length) return;
    if (!asked) return leave();
    await outbox.sync();
    waiting = await own();
    back = undo.hidden = !waiting.length;
    status();
  };

  const leave = async () => {
    try {
      await outbox.sync();
      location.replace("/study/next");
    } catch {
      back = false;
      pack = await outbox.pack();
      await go();
    }
  };

  const start = async () => {
    await leave();
    setInterval(() => bring().catch(() => undefined), 10_000);
    window.addEventListener("online", () => bring().catch(() => undefined));
  };

  for (const button of buttons) button.addEventListener("click", () => once(() => rate(Number(button.value))));
  undo.addEventListener("click", () => once(async () => {
    await outbox.remove([waiting.at(-1).uid]);
    await go();
  }));
  start();
})();
