/** Registers the service worker, which makes the page work offline, and says when a new version waits. */
import { appUrl } from './app-url.ts';

/** Updates are looked for when the page is shown again, at most this often. Milliseconds. */
const HOUR = 3_600_000;

export interface ServiceWorkerEvents {
  /** A new version is installed and waits; `apply` starts it and reloads the page. Nothing happens unless it is called. */
  readonly onupdate: (apply: () => void) => void;
  /** Everything is stored: the page works offline from now on. */
  readonly onready: () => void;
}

/** Does nothing where the browser has no service workers or refuses them: the page then works online only. */
export async function registerServiceWorker(events: ServiceWorkerEvents): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const container = navigator.serviceWorker;
  const address = appUrl(new URL('sw.js', document.baseURI).href);
  const registration = await container.register(address, { updateViaCache: 'none' }).catch(() => null);
  if (!registration) return;
  void container.ready.then(events.onready);
  let asked = false;
  const offer = () => {
    const { waiting } = registration;
    // Without a controller this is the first visit: there is no older version to replace.
    if (!waiting || !container.controller) return;
    events.onupdate(() => {
      asked = true;
      waiting.postMessage({ type: 'SKIP_WAITING' });
    });
  };
  offer();
  registration.addEventListener('updatefound', () => {
    const { installing } = registration;
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed') offer();
    });
  });
  let controlled = container.controller !== null;
  container.addEventListener('controllerchange', () => {
    if (asked) location.reload();
    // Another tab started the new version: this one keeps what is on its screen, and is told.
    else if (controlled) events.onupdate(() => location.reload());
    controlled = true;
  });
  let checked = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - checked < HOUR) return;
    checked = Date.now();
    void registration.update().catch(() => undefined);
  });
}
