// Reports that are written without a connection: kept in this browser under the account they were written by, sent one by one when asked.
const page = document.querySelector("#offline");
const CACHE = "acorde-offline";
const MOST = 200; // reports kept at once
const { account } = page.dataset;
const key = `${CACHE}-${account}`;
const write = document.querySelector("#write");
const waiting = document.querySelector("#waiting");
const status = document.querySelector("#status");
const say = (name, value = "") => page.dataset[name].replace("%1", value);
const tell = (text) => { status.textContent = text; };
const kept = () => JSON.parse(localStorage.getItem(key) ?? "[]");
const keep = (all) => localStorage.setItem(key, JSON.stringify(all));

const show = (reasons = {}) => {
  const all = kept();
  waiting.replaceChildren(...all.map((each) => {
    const item = document.createElement("li");
    const drop = document.createElement("button");
    drop.type = "button";
    drop.className = "usa-button usa-button--unstyled";
    drop.textContent = `${say("drop")} ${each.code}`;
    drop.addEventListener("click", () => { keep(kept().filter((other) => other.made !== each.made)); show(); });
    item.append(`${each.code}, ${new Date(each.made).toLocaleString(document.documentElement.lang)} `, drop);
    if (reasons[each.made]) {
      const reason = document.createElement("p");
      reason.textContent = reasons[each.made];
      item.append(reason);
    }
    return item;
  }));
  document.querySelector("#send").hidden = all.length === 0;
  if (all.length === 0) waiting.replaceChildren(Object.assign(document.createElement("li"), { textContent: say("none") }));
};

// What the chosen initiative asks for.
const choose = () => {
  const { unit = "", restrictions = "" } = write.code.selectedOptions[0]?.dataset ?? {};
  document.querySelector("#value").hidden = unit === "";
  document.querySelector("#unit").textContent = unit;
  document.querySelector("#kept").hidden = restrictions === "";
  document.querySelector("#restrictions-text").textContent = restrictions;
  document.querySelector("#restrictions").required = restrictions !== "";
};
write.code.addEventListener("change", choose);

write.addEventListener("submit", (event) => {
  event.preventDefault();
  const { version, basis } = write.code.selectedOptions[0].dataset;
  const all = kept();
  if (all.length >= MOST) { tell(say("full")); return; }
  try {
    keep([...all, { ...Object.fromEntries(new FormData(write)), version, basis, account, made: new Date().toISOString() }]);
  } catch {
    tell(say("full"));
    return;
  }
  write.reset();
  choose();
  show();
  tell(say("kept", all.length + 1));
});

// Only the account that wrote them sends them: the page is asked for anew, for its token and for whose it is.
const fresh = async () => {
  const answer = await fetch(page.querySelector("#send").action, { cache: "no-store", headers: { "Acorde-Fresh": "1" } });
  const there = new DOMParser().parseFromString(await answer.text(), "text/html");
  return { whose: there.querySelector("#offline")?.dataset.account, token: there.querySelector("#send [name=_csrf]")?.value };
};

document.querySelector("#send").addEventListener("submit", async (event) => {
  event.preventDefault();
  const reasons = {};
  let acts = [];
  try {
    for (const each of kept()) {
      const { whose, token } = await fresh();
      if (whose !== account) { tell(say("other")); return; }
      const answer = await fetch(event.target.action, { method: "POST", body: new URLSearchParams({ ...each, _csrf: token }) });
      const text = await answer.text();
      if (answer.status === 201) {
        keep(kept().filter((other) => other.made !== each.made));
        acts = [...acts, text];
      } else reasons[each.made] = text;
    }
    tell(acts.length > 0 ? say("sent", acts.join(", ")) : "");
  } catch {
    tell(say("away"));
  }
  show(reasons);
});

document.querySelector("#forget").addEventListener("click", async () => {
  localStorage.removeItem(key);
  await caches.delete(CACHE);
  show();
  tell(say("gone"));
});

// So that the page opens without a connection: it and what it is made of, as they are now.
const ready = async () => {
  await navigator.serviceWorker.register("/offline-worker.js", { scope: "/offline" });
  await navigator.serviceWorker.ready;
  const parts = [...document.querySelectorAll("link[rel=stylesheet], link[rel=preload], script[src]")].map((part) => part.href || part.src);
  const cache = await caches.open(CACHE);
  await cache.addAll([location.pathname, ...parts]);
  tell(say("ready"));
};

page.hidden = false;
choose();
show();
if (navigator.onLine && "serviceWorker" in navigator) ready().catch(() => tell(say("away")));
