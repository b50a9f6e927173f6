// Opens the page of reports without a connection: what the network does not give comes from what the page has put aside. It puts nothing aside itself.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== location.origin || request.headers.has("Acorde-Fresh")) return;
  event.respondWith(fetch(request).catch(async () => {
    const cache = await caches.open("acorde-offline");
    return (await cache.match(request, { ignoreSearch: request.mode === "navigate", ignoreVary: true })) ?? Response.error();
  }));
});
