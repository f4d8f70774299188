/** Text that is loaded when first needed: the causes of failure, what a message says, and what each field means. */
import { createContext } from 'svelte';
import type { Field } from '../../core/providers/field.ts';
import type { Catalogue as Causes } from '../../i18n/causes/prose.ts';
import type { Explaining } from '../../i18n/explain/words.ts';
import type { Lang } from '../../i18n/messages.ts';

export type { Causes };
export type Fields = Readonly<Record<string, Field>>;

/** The dictionaries that exist, by provider. */
const FIELDS: Readonly<Record<string, () => Promise<Fields>>> = {
  alipay: async () => (await import('../../core/providers/alipay/fields.ts')).fields,
  wechatpay: async () => (await import('../../core/providers/wechatpay/fields.ts')).fields,
};

export class Prose {
  #causes = $state.raw<Partial<Record<Lang, Causes>>>({});
  #fields = $state.raw<Readonly<Record<string, Fields>>>({});
  #explaining = $state.raw<Partial<Record<Lang, Explaining>>>({});

  causes(lang: Lang): Causes | null {
    return this.#causes[lang] ?? null;
  }

  fields(provider: string): Fields | null {
    return this.#fields[provider] ?? null;
  }

  async loadCauses(lang: Lang): Promise<void> {
    if (this.#causes[lang]) return;
    const causes = lang === 'zh' ? (await import('../../i18n/causes/zh.ts')).causes : (await import('../../i18n/causes/en.ts')).causes;
    this.#causes = { ...this.#causes, [lang]: causes };
  }

  explaining(lang: Lang): Explaining | null {
    return this.#explaining[lang] ?? null;
  }

  async loadExplaining(lang: Lang): Promise<void> {
    if (this.#explaining[lang]) return;
    const { explaining } = lang === 'zh' ? await import('../../i18n/explain/zh.ts') : await import('../../i18n/explain/en.ts');
    this.#explaining = { ...this.#explaining, [lang]: explaining };
  }

  async loadFields(provider: string): Promise<void> {
    const load = FIELDS[provider];
    if (this.#fields[provider] || !load) return;
    this.#fields = { ...this.#fields, [provider]: await load() };
  }
}

export const [getProse, setProse] = createContext<Prose>();
