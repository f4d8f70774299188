/** The page's start: channels closed, language, the app, the worker, the service worker. */
import './workers/no-channels.ts';
import { mount } from 'svelte';
import App from './ui/App.svelte';
import { Language } from './ui/state/language.svelte.ts';
import { Presence } from './ui/state/presence.svelte.ts';
import { warm } from './workers/client.ts';
import { registerServiceWorker } from './workers/service-worker.ts';
import './ui/styles/tokens.css';
import './ui/styles/base.css';

const language = new Language();
const presence = new Presence();
await language.start();
mount(App, { target: document.body, props: { language, presence } });
warm();
if (import.meta.env.MODE === 'single') presence.offline = true;
else if (import.meta.env.PROD) {
  await registerServiceWorker({ onupdate: (apply) => (presence.update = apply), onready: () => (presence.offline = true) });
}
