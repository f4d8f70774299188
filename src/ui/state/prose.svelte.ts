/** Text that is loaded when first needed: the causes of failure, and what each field means. */
import { createContext } from 'svelte';
import type { Field } from '../../core/providers/field.ts';
import type { Catalogue as Causes } from '../../i18n/causes/prose.ts';
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

  async loadFields(provider: string): Promise<void> {
    const load = FIELDS[provider];
    if (this.#fields[provider] || !load) return;
    this.#fields = { ...this.#fields, [provider]: await load() };
  }
}

export const [getProse, setProse] = createContext<Prose>();
