// Puts the options in an order of the day, the same on both sides of the card without storing
// anything; old web views run this too, hence no modern syntax.
(function () {
  var list = document.getElementById("options");
  if (!list) return;
  var options = Array.prototype.slice.call(list.children);
  var answer = document.getElementById("answer-text");
  if (answer) {
    options.forEach(function (option) {
      if (option.innerHTML === answer.innerHTML) option.className = "right";
    });
  }
  if (!list.getAttribute("data-shuffle")) return;
  var seed = list.getAttribute("data-item") + new Date().toDateString();
  var state = 2166136261;
  for (var i = 0; i < seed.length; i++) state = Math.imul(state ^ seed.charCodeAt(i), 16777619);
  function below(limit) {
    state = (state + 0x6d2b79f5) | 0;
    var mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  }
  for (var left = options.length; left > 0; left--) {
    list.appendChild(options.splice(below(left), 1)[0]);
  }
})();
