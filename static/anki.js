// Sends a deck straight to Anki on the reader's own machine, through its add-on AnkiConnect.
// Without this file the deck is downloaded and opened there.
(() => {
  "use strict";

  const FILE = "_quizapp.apkg"; // Its underscore keeps Anki from calling it unused.
  const form = document.querySelector("form[data-anki]");
  const button = form && form.querySelector("[data-push]");
  const place = form && form.querySelector("[data-said]");
  if (!button || !window.fetch) return;
  const home = form.dataset.anki;

  class Refused extends Error {}

  const say = (text, state = "") => {
    place.textContent = text;
    place.className = `said ${state}`;
  };

  // One action of AnkiConnect. A plain text needs no leave from it beforehand, as JSON would.
  const ask = async (action, params = {}) => {
    let answer;
    try {
      const sent = JSON.stringify({ action, version: 6, params });
      answer = await (await fetch(home, { method: "POST", body: sent })).json();
    } catch {
      throw new Refused(
        "Anki does not answer. Start it on this computer with its add-on AnkiConnect " +
        "(number 2055492159) and try again, or download the deck.");
    }
    if (answer && answer.error) throw new Refused(`Anki refuses: ${answer.error}.`);
    return answer && answer.result;
  };

  const base64 = (blob) => new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });

  const permitted = async () => {
    say("Anki may be asking you whether this page may do so …");
    const { permission, requireApikey } = await ask("requestPermission") || {};
    if (permission !== "granted") throw new Refused("Anki was told not to let this page in. Download the deck instead.");
    if (requireApikey) throw new Refused("AnkiConnect asks for a key, which this page does not have. Download the deck instead.");
  };

  // The add-on imports files of its own machine only, so the deck is laid among the media first.
  const push = async () => {
    say("Making the deck …");
    const query = new URLSearchParams(new FormData(form));
    const made = await fetch(`${form.action}?${query}`);
    if (!made.ok) throw new Refused("There is nothing to send. Choose cards first.");
    const data = await base64(await made.blob());
    await permitted();
    say("Sending the deck. Anki takes in about 40 kB a second …");
    const folder = await ask("getMediaDirPath");
    await ask("storeMediaFile", { filename: FILE, data });
    try {
      if (!await ask("importPackage", { path: `${folder}/${FILE}` })) throw new Refused("Anki could not import the deck. Is a profile open?");
    } finally {
      await ask("deleteMediaFile", { filename: FILE }).catch(() => null); // What went wrong before says more.
    }
    say("In Anki. Cards that were there already were updated, reviews and schedule kept.", "done");
  };

  button.hidden = false;
  button.addEventListener("click", async () => {
    button.disabled = true;
    button.setAttribute("aria-busy", "true");
    try {
      await push();
    } catch (error) {
      say(error instanceof Refused ? error.message : "The deck could not be made. Is this page still connected?", "failed");
    } finally {
      button.disabled = false;
      button.removeAttribute("aria-busy");
    }
  });
})();
