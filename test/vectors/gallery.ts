/** The page's built-in examples, as data: one a line of thought, then one for each cause, named by the cause's id. */
import { causes } from '../../src/core/diagnose/causes.ts';
import type { CauseId } from '../../src/core/diagnose/causes.ts';
import { toFormBody } from './forms.ts';
import { causeExamples } from './gallery-causes.ts';
import { messageOf } from './messages.ts';
import type { Pairs } from './messages.ts';
import { keyText, sign } from './signing.ts';

export interface Entry {
  readonly id: 'verified' | 'wrong-key' | 'broken' | CauseId;
  readonly text: string;
  readonly keys: readonly string[];
  /** What "my server" used, for causes that the paste alone does not show. */
  readonly served?: string;
}

const key = (name: 'alipay-2048' | 'app-2048', form: 'bare.txt' | 'spki.pem'): string => keyText(name, form).trim();
const ALIPAY = key('alipay-2048', 'bare.txt');
const APP = key('app-2048', 'bare.txt');

const paid = sign(messageOf('paid').pairs, { charset: 'utf-8', declared: 'utf-8', rule: 'V1', type: 'RSA2' });
const body = (pairs: Pairs) => toFormBody(pairs, 'utf-8');
const change = (name: string, by: (value: string) => string): Pairs => paid.map(([key, value]) => [key, key === name ? by(value) : value]);

export const gallery: readonly Entry[] = [
  { id: 'verified', text: body(paid), keys: [ALIPAY] },
  { id: 'wrong-key', text: body(paid), keys: [APP] },
  { id: 'broken', text: body(change('fund_bill_list', (value) => value.replaceAll('"', '&quot;'))), keys: [ALIPAY] },
  ...causeExamples,
];

/** Keys that many examples share: the module holds each of them once. */
const shared: ReadonlyMap<string, string> = new Map([
  [ALIPAY, 'ALIPAY'],
  [APP, 'APP'],
  [key('alipay-2048', 'spki.pem'), 'ALIPAY_PEM'],
  [key('app-2048', 'spki.pem'), 'APP_PEM'],
]);

const PLAIN: Readonly<Record<string, string>> = { '\\': '\\\\', "'": "\\'", '\n': '\\n', '\r': '\\r', '\t': '\\t' };
/** A literal; what cannot be seen is escaped, so that no editor loses it. */
const quoted = (text: string): string =>
  `'${text.replace(/[\\'\p{Cc}\p{Cf}\u00a0\u2028\u2029\ufffd]/gu, (mark) => PLAIN[mark] ?? `\\u{${(mark.codePointAt(0) ?? 0).toString(16)}}`)}'`;
const groups = new Map<string, string>(causes.map(({ id, where }) => [id, where]));

/** The module that the page loads when an example is asked for. */
export function toModule(entries: readonly Entry[]): string {
  const used = [...shared].filter(([text]) => entries.some(({ keys }) => keys.includes(text)));
  const rows = entries.map(({ id, text, keys, served }) => {
    const last = served === undefined ? '' : `, served: ${quoted(served)}`;
    const group = groups.get(id);
    const where = group === undefined ? '' : `, group: ${quoted(group)}`;
    return `  { id: ${quoted(id)}${where}, keys: [${keys.map((each) => shared.get(each) ?? quoted(each)).join(', ')}], text: ${quoted(text)}${last} },`;
  });
  return [
    '/** Examples to open with one click. Made by `npx tsx test/vectors/make.ts`: invented messages, throw-away keys. */',
    "import type { Cause, CauseId } from '../../core/diagnose/causes.ts';",
    '',
    'export interface Example {',
    "  readonly id: 'verified' | 'wrong-key' | 'broken' | CauseId;",
    '  /** Where the cause sits; none for the examples of the empty page. */',
    "  readonly group?: Cause['where'];",
    '  readonly keys: readonly string[];',
    '  readonly text: string;',
    '  /** What "my server" used, where the paste alone does not show the cause. */',
    '  readonly served?: string;',
    '}',
    '',
    ...used.map(([text, name]) => `const ${name} = ${quoted(text)};`),
    '',
    'export const examples: readonly Example[] = [',
    ...rows,
    '];',
    '',
  ].join('\n');
}
