/** Whether the page works without a network, and if not, why. */
export type OfflineState =
  /** Not looked at yet. */
  | 'unknown'
  /** Over http:// from another machine: browsers allow it only over https:// and on localhost. */
  | 'insecure'
  /** The browser has no service workers here: a private window, a page inside another one, blocked storage. */
  | 'unavailable'
  /** Everything is being fetched. */
  | 'preparing'
  | 'ready'
  /** Something could not be fetched; the browser tries again when the page is loaded anew. */
  | 'failed';

export interface Offline {
  readonly state: OfflineState;
  /** Takes the newer version that has been fetched, and loads the page anew; null where there is none. */
  readonly update: (() => Promise<void>) | null;
}

/** A page that stays open all day hears of a new version too. */
const LOOK_EVERY = 60 * 60_000;

/** Sees to it that the page works without a network from now on; tells how that stands, and of new versions. */
export async function startOffline(tell: (change: Partial<Offline>) => void): Promise<void> {
  const container = workersHere();
  if (typeof container === 'string') return tell({ state: container });
  try {
    // A page that was never served from here becomes so with its first worker: that is no news of a new version.
    let had = container.controller !== null;
    container.addEventListener('controllerchange', () => {
      if (had) tell({ update: async () => location.reload() });
      had = true;
    });
    const registration = (await container.register(new URL('sw.js', document.baseURI), {
      updateViaCache: 'none',
    })) as ServiceWorkerRegistration | undefined;
    // Where something stands between page and browser, and stubs it out.
    if (!registration) return tell({ state: 'unavailable' });
    follow(registration, tell);
    tell({ state: registration.active ? 'ready' : 'preparing' });
    if (registration.active) post(registration.active, 'opened');
    setInterval(() => {
      if (document.visibilityState === 'visible') registration.update().catch(() => {});
    }, LOOK_EVERY);
  } catch (error) {
    tell({ state: error instanceof DOMException ? 'unavailable' : 'failed' });
  }
}

/** The browser's service workers, or why there are none. */
function workersHere(): ServiceWorkerContainer | 'insecure' | 'unavailable' {
  if (!isSecureContext) return 'insecure';
  // A page inside another one is there to be looked at. In a sandbox even asking throws.
  if (window.top !== window) return 'unavailable';
  return 'serviceWorker' in navigator ? navigator.serviceWorker : 'unavailable';
}

function follow(registration: ServiceWorkerRegistration, tell: (change: Partial<Offline>) => void): void {
  const offer = (waiting: ServiceWorker) => tell({ update: () => takeOver(waiting) });
  const watch = (worker: ServiceWorker) =>
    worker.addEventListener('statechange', () => {
      if (worker.state === 'installed' && registration.active) offer(worker);
      if (worker.state === 'activated') tell({ state: 'ready' });
      if (worker.state === 'redundant' && !registration.active) tell({ state: 'failed' });
    });
  if (registration.waiting && registration.active) offer(registration.waiting);
  if (registration.installing) watch(registration.installing);
  registration.addEventListener('updatefound', () => {
    if (registration.installing) watch(registration.installing);
  });
}

/** The new version becomes the one that answers, and then the page is loaded from it. */
function takeOver(waiting: ServiceWorker): Promise<void> {
  return new Promise((resolve) => {
    const reload = () => {
      location.reload();
      resolve();
    };
    // Another page may have asked first: then it answers already.
    if (waiting.state !== 'installed') return reload();
    navigator.serviceWorker.addEventListener('controllerchange', reload, { once: true });
    post(waiting, 'take-over');
  });
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
const post = (worker: ServiceWorker, message: 'opened' | 'take-over') => worker.postMessage(message);
