// Sends a file part by part: after a cut, or when the page was loaded again, it goes on behind what the node has of it. Without this the form
// sends it in one.
const form = document.querySelector("#sending");
const MIB = 1 << 20;
const PART = 4 * MIB; // bytes; of a part that is cut the node keeps each whole MiB
const STALLED = 90_000; // ms without a byte until a connection is given up
const FIRST = 1_000; // ms until it is tried again,
const LAST = 30_000; // and at most
const parts = form.dataset.parts;
const box = document.querySelector("#going");
const bar = document.querySelector("#progress");
const figure = document.querySelector("#figure");
const told = document.querySelector("#told");
const aloud = document.querySelector("#aloud");
const wrong = document.querySelector("#wrong");
const say = (name, ...values) => form.dataset[name].replace(/%(\d)/g, (_, which) => values[which - 1]);
const tell = (text) => { told.textContent = text; };

// The same file, chosen again, has the same key; one that was changed meanwhile has another. So may another file of this name, length and time: what
// the node has under the key is compared.
const keyOf = (file) => {
  let hash = 0x811c9dc5;
  for (const octet of new TextEncoder().encode(file.name)) hash = Math.imul(hash ^ octet, 0x01000193) >>> 0;
  return `page-${file.size}-${Math.abs(file.lastModified)}-${hash.toString(16)}`;
};

let request = null;
let cancelled = false;
let hurry = () => {};

const read = ({ status, responseText }, type) => {
  if (status === 0 || status === 408 || status === 429 || status >= 500) return { again: true };
  return type?.startsWith("application/json") ? JSON.parse(responseText) : { ended: true };
};

const call = (method, path, headers = {}, body = null, sent = () => {}) => new Promise((done) => {
  let patience;
  const wait = () => { clearTimeout(patience); patience = setTimeout(() => request?.abort(), STALLED); };
  request = new XMLHttpRequest();
  request.upload.addEventListener("progress", (event) => { wait(); sent(event.loaded); });
  request.addEventListener("loadend", ({ target }) => {
    clearTimeout(patience);
    request = null;
    done(read(target, target.getResponseHeader("Content-Type")));
  });
  request.open(method, path);
  Object.entries(headers).forEach(([name, value]) => request.setRequestHeader(name, value));
  wait();
  request.send(body);
});

const hex = (bytes) => [...new Uint8Array(bytes)].map((each) => each.toString(16).padStart(2, "0")).join("");

// @param own hashes of the file, as far as they were needed
// @returns whether these are the hashes of its beginning, MiB by MiB; null where this browser cannot tell
const beginsWith = async (file, own, chunks) => {
  if (!globalThis.crypto?.subtle) return null;
  for (const [place, hash] of chunks.entries()) {
    own[place] ??= hex(await crypto.subtle.digest("SHA-256", await file.slice(place * MIB, (place + 1) * MIB).arrayBuffer()));
    if (own[place] !== hash) return false;
  }
  return true;
};

const drop = (path) => fetch(`${path}/drop`, {
  method: "POST", redirect: "manual", body: new URLSearchParams({ _csrf: form.elements._csrf.value }),
});

const readable = (file) => file.slice(0, 1).arrayBuffer().then(() => true, () => false);
const soon = (pause) => new Promise((done) => { hurry = done; setTimeout(done, pause); });
addEventListener("online", () => hurry());

const show = (file, bytes) => {
  const percent = Math.floor((100 * bytes) / (file.size || 1));
  const quarter = Math.floor(percent / 25) * 25;
  if (quarter > Math.floor(bar.value / 25) * 25) aloud.textContent = say("going", file.name, quarter); // now and then, for who does not see the bar
  bar.value = percent;
  figure.textContent = say("going", file.name, percent);
};

const refuse = (why) => {
  wrong.querySelector("p").textContent = why;
  wrong.hidden = false;
};

// @returns what to say if it came to nothing; null if it was cancelled
const send = async (file) => {
  const key = keyOf(file);
  const token = form.elements._csrf.value;
  const own = [];
  let ours = false; // whether all that the node has was sent from here, for browsers that cannot compare
  let at = null;
  let pause = FIRST;
  let strayed = 0;
  while (!cancelled) {
    const from = at;
    const answer = from === null
      ? await call("GET", `${parts}/${key}`)
      : await call("POST", parts, {
        "Content-Type": "application/octet-stream", "X-CSRF-TOKEN": token, "File-Name": encodeURIComponent(file.name),
        "Upload-Key": key, "Upload-Offset": from, "Upload-Length": file.size,
      }, file.slice(from, from + PART), (bytes) => show(file, from + bytes));
    if (cancelled) break;
    if (answer.ended) return say("ended");
    if (answer.size !== undefined) {
      const same = await beginsWith(file, own, answer.chunks ?? []).catch(() => "unreadable");
      if (same === "unreadable") return say("unreadable");
      if (!(same ?? (ours || answer.size === 0))) {
        if ((strayed += 1) > 3) return say("other");
        // A file that lay ready before stays; what is on its way, or was joined just now, is of no use to anybody.
        if (!answer.ready) await drop(`${parts}/${key}`).catch(() => {});
        else if (from !== null) await drop(`${form.getAttribute("action")}/${answer.ready.id}`).catch(() => {});
        tell(say("anew", file.name));
        at = 0;
        ours = true;
        continue;
      }
      if (answer.ready) {
        location.assign(`${form.getAttribute("action")}?sent=${answer.ready.id}`);
        return null;
      }
      ours ||= answer.size === 0;
      if (from === null) {
        tell(answer.size ? say("resumed", file.name) : "");
        aloud.textContent = say("going", file.name, Math.floor((100 * answer.size) / file.size));
      } else pause = FIRST;
      at = answer.size;
      show(file, at);
      continue;
    }
    const stray = answer.rule === "OTHER_PLACE" && (strayed += 1) < 3;
    if (!answer.again && !stray && answer.rule !== "BROKE_OFF" && answer.rule !== "TOO_SLOW") return answer.why;
    if (!(await readable(file))) return say("unreadable");
    if (!stray) tell(say("cut"));
    await soon(pause);
    pause = Math.min(2 * pause, LAST);
    at = null;
  }
  return null;
};

// Only what the node answers tells that nothing is kept: it may refuse, be away, or have had the whole of it by then.
const isKept = async (path) => {
  try {
    await drop(path);
    const answer = await fetch(path);
    return !answer.ok || !answer.headers.get("Content-Type")?.startsWith("application/json") || (await answer.json()).size !== 0;
  } catch {
    return true;
  }
};

const cancel = async () => {
  const file = form.elements.file.files[0];
  cancelled = true;
  hurry();
  request?.abort();
  tell(say(await isKept(`${parts}/${keyOf(file)}`) ? "left" : "cancelled", file.name));
};
document.querySelector("#cancel").addEventListener("click", cancel);

const sendingNow = (on) => {
  box.hidden = !on;
  [...form.elements].filter((each) => each.id !== "cancel" && each.type !== "hidden").forEach((each) => { each.disabled = on; });
};

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  wrong.hidden = true;
  cancelled = false;
  bar.value = 0;
  sendingNow(true);
  document.querySelector("#cancel").focus();
  const why = await send(form.elements.file.files[0]);
  if (why) { tell(""); refuse(why); }
  aloud.textContent = "";
  sendingNow(false);
});
