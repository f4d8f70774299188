/** The page's start: language, the app, the service worker. */
import { mount } from 'svelte';
import App from './ui/App.svelte';
import { Language } from './ui/state/language.svelte.ts';
import { Presence } from './ui/state/presence.svelte.ts';
import './ui/styles/tokens.css';
import './ui/styles/base.css';

const language = new Language();
const presence = new Presence();
await language.start();
mount(App, { target: document.body, props: { language, presence } });
