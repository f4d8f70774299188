/** The language of the page: Chinese in the first chunk, English on demand. Changing it reloads nothing. */
import { createContext } from 'svelte';
import { zh } from '../../i18n/zh.ts';
import type { Lang, Messages } from '../../i18n/messages.ts';
import { Persisted } from './persisted.svelte.ts';

export class Language {
  readonly #chosen = new Persisted<Lang>('lang', ['zh', 'en']);
  #messages = $state.raw<Messages>(zh);

  get current(): Lang {
    return this.#messages.lang;
  }

  get m(): Messages {
    return this.#messages;
  }

  /** At start: `?lang=` wins and is remembered, then what was chosen before. */
  async start(): Promise<void> {
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- read once, never changed
    const asked = new URLSearchParams(location.search).get('lang');
    await this.use(asked === 'zh' || asked === 'en' ? asked : this.#chosen.current);
  }

  async use(lang: Lang): Promise<void> {
    const messages =
      lang === 'zh'
        ? zh
        : await import('../../i18n/en.ts').then(
            ({ en }) => en,
            () => zh,
          );
    this.#messages =
      import.meta.env.DEV && location.search.includes('lang=fake') ? (await import('../../i18n/fake.ts')).fake(messages) : messages;
    this.#chosen.current = messages.lang;
    document.documentElement.lang = messages.htmlLang;
    document.title = messages.title;
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- read once, never changed
    const address = new URL(location.href);
    if (address.searchParams.get('lang') === (messages.lang === 'zh' ? 'en' : 'zh')) {
      address.searchParams.set('lang', messages.lang);
      history.replaceState(null, '', address);
    }
  }
}

export const [getLanguage, setLanguage] = createContext<Language>();
