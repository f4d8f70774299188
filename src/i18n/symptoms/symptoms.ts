/** What people say when they have no message at hand, and which causes it points to, the likeliest first. */
import type { CauseId } from '../../core/diagnose/causes.ts';

interface Symptom {
  readonly id: string;
  readonly suspects: readonly CauseId[];
}

/** Ranked by how closely the cause fits the symptom, then by how often it was met (`prevalence` of the catalogue). */
export const symptoms = [
  {
    id: 'chinese-only',
    suspects: ['charset-gbk-as-utf8', 'latin1-redecode', 'mojibake-latin1', 'jvm-default-charset'],
  },
  {
    id: 'success-only',
    suspects: ['html-entity-quotes', 'json-reserialised-values', 'backslash-quotes', 'quotes-removed'],
  },
  {
    id: 'return-only',
    suspects: ['extra-framework-param', 'own-query-param', 'sandbox-return-quirk', 'double-url-decode'],
  },
  {
    id: 'tool-passes',
    suspects: ['alipay-key-recopied', 'extra-framework-param', 'sign-type-kept', 'sign-hash-mismatch'],
  },
  {
    id: 'server-only',
    suspects: ['jvm-default-charset', 'extra-framework-param', 'wrong-env-key', 'proxy-rewrite'],
  },
  {
    id: 'sometimes',
    suspects: ['sign-plus-to-space', 'html-entity-quotes', 'plus-to-space-value', 'trim-value'],
  },
  {
    id: 'always',
    suspects: ['app-key-as-alipay-key', 'wrong-env-key', 'content-not-decoded', 'sign-type-kept'],
  },
] as const satisfies readonly Symptom[];

type One = (typeof symptoms)[number];
export type SymptomId = One['id'];

/** What is said of each symptom and of each of its suspects; a forgotten one is a compile error. */
export type SymptomWords = { readonly [S in One as S['id']]: { readonly label: string } & Readonly<Record<S['suspects'][number], string>> };
