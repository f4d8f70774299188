/** Mounts the app on a stand-in for the worker, and gives what a person would meet. */
import { flushSync, mount, unmount } from 'svelte';
import { vi } from 'vitest';
import type { Inspection, InspectRequest } from '../../../src/core/inspect.ts';
import type { WhatIf, WhatIfChoice } from '../../../src/core/what-if.ts';
import type { ClientOptions } from '../../../src/workers/client.ts';
import App from '../../../src/ui/App.svelte';
import { Language } from '../../../src/ui/state/language.svelte.ts';
import { Presence } from '../../../src/ui/state/presence.svelte.ts';

export interface Answer {
  (request: InspectRequest): Inspection | Promise<Inspection>;
}

/** What the worker answers; set before anything is pasted. */
export const worker = {
  answer: null as Answer | null,
  requests: [] as InspectRequest[],
  /** How each inspection was to be run. */
  options: [] as ClientOptions[],
  whatIf: null as ((request: InspectRequest, choice: WhatIfChoice) => WhatIf | null | Promise<WhatIf | null>) | null,
};

vi.mock('../../../src/workers/client.ts', () => ({
  inspect: async (request: InspectRequest, options: ClientOptions) => {
    worker.requests.push(request);
    worker.options.push(options);
    if (!worker.answer) throw new Error('worker-stopped');
    return worker.answer(request);
  },
  whatIf: async (request: InspectRequest, choice: WhatIfChoice) => {
    if (!worker.whatIf) throw new Error('worker-stopped');
    return worker.whatIf(request, choice);
  },
}));

export async function open(lang: 'zh' | 'en' = 'zh') {
  localStorage.clear();
  worker.requests.length = 0;
  worker.options.length = 0;
  const language = new Language();
  await language.use(lang);
  const app = mount(App, { target: document.body, props: { language, presence: new Presence() } });
  flushSync();
  const find = <T extends HTMLElement>(selector: string) => document.querySelector<T>(selector);
  return {
    language,
    find,
    all: (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)],
    type: async (selector: string, text: string) => {
      const box = find<HTMLTextAreaElement>(selector);
      if (!box) throw new Error(`no ${selector}`);
      box.value = text;
      box.dispatchEvent(new Event('input', { bubbles: true }));
      await settle();
    },
    settle,
    close: () => unmount(app),
  };
}

/** Longer than the rest after a keystroke, and than the lazy parts need. */
async function settle(): Promise<void> {
  flushSync();
  await vi.waitFor(
    () => {
      if (document.querySelector('[aria-busy="true"]')) throw new Error('busy');
    },
    { timeout: 3000 },
  );
  await new Promise((resolve) => setTimeout(resolve, 60));
  flushSync();
}
