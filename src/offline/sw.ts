import { answer, askedFor } from './answer.ts';
import type { Entry } from './entries.ts';
import { fill } from './fill.ts';
import { shelfOf, tidy } from './shelf.ts';

// The service worker. It keeps each version of the build whole, in a cache of its own, so that a page that is open goes on
// with its version while another page has taken the next.

declare const self: ServiceWorkerGlobalScope & {
  /** Put here by the build. */
  readonly __WB_MANIFEST: readonly Entry[];
};

const shelf = shelfOf(self.registration.scope, self.__WB_MANIFEST, caches);
const get: typeof fetch = (...asked) => fetch(...asked);

self.addEventListener('install', (event) => event.waitUntil(fill(shelf, caches, get)));

// The page that is open now is served from here at once: what it loads later is there without a network too.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', (event) => {
  // Only when a person has asked for the new version.
  if (event.data === 'take-over') event.waitUntil(self.skipWaiting());
  // A page of this version has opened.
  if (event.data === 'opened') event.waitUntil(tidyWhenAlone());
});

async function tidyWhenAlone(): Promise<void> {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (pages.filter(({ url }) => url.startsWith(shelf.scope)).length <= 1) await tidy(shelf, caches);
}

self.addEventListener('fetch', (event) => {
  const asked = askedFor(event.request, shelf);
  if (asked) event.respondWith(answer(event.request, asked, shelf, caches, get));
});
