// Before somebody logs out, what they rated offline is sent, and their cards are taken off the device.
(() => {
  "use strict";

  const PATIENCE = 3000;
  const form = document.querySelector("form[data-leaving]");
  const late = new Promise((wake) => setTimeout(wake, PATIENCE));
  const clear = async () => {
    await outbox.sync().catch(() => undefined);
    await outbox.forget();
  };

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    await Promise.race([clear(), late]).catch(() => undefined);
    form.submit();
  });
})();
