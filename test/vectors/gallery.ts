/** The page's built-in examples, as data: one a line of thought. An example of a cause is named by the cause's id. */
import type { CauseId } from '../../src/core/diagnose/causes.ts';
import { toFormBody } from './forms.ts';
import { messageOf } from './messages.ts';
import type { Pairs } from './messages.ts';
import { keyText, sign } from './signing.ts';
import type { KeyName } from './signing.ts';

export interface Entry {
  readonly id: 'verified' | 'wrong-key' | 'broken' | CauseId;
  readonly text: string;
  /** Keys by name: the module holds each of them once. */
  readonly keys: readonly KeyName[];
  /** What "my server" used, for causes that the paste alone does not show. */
  readonly served?: string;
}

const paid = sign(messageOf('paid').pairs, { charset: 'utf-8', declared: 'utf-8', rule: 'V1', type: 'RSA2' });
const body = (pairs: Pairs) => toFormBody(pairs, 'utf-8');
const change = (name: string, by: (value: string) => string): Pairs => paid.map(([key, value]) => [key, key === name ? by(value) : value]);

export const gallery: readonly Entry[] = [
  { id: 'verified', text: body(paid), keys: ['alipay-2048'] },
  { id: 'wrong-key', text: body(paid), keys: ['app-2048'] },
  { id: 'broken', text: body(change('fund_bill_list', (value) => value.replaceAll('"', '&quot;'))), keys: ['alipay-2048'] },
];

const names: Readonly<Record<KeyName, string>> = { 'alipay-1024': 'ALIPAY_1024', 'alipay-2048': 'ALIPAY', 'app-2048': 'APP' };

/** The module that the page loads when an example is asked for. */
export function toModule(entries: readonly Entry[]): string {
  const used = [...new Set(entries.flatMap(({ keys }) => keys))];
  const quoted = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`;
  const rows = entries.map(({ id, text, keys, served }) => {
    const last = served === undefined ? '' : `, served: ${quoted(served)}`;
    return `  { id: ${quoted(id)}, keys: [${keys.map((key) => names[key]).join(', ')}], text: ${quoted(text)}${last} },`;
  });
  return [
    '/** Examples to open with one click. Made by `npx tsx test/vectors/make.ts`: invented messages, throw-away keys. */',
    "import type { CauseId } from '../../core/diagnose/causes.ts';",
    '',
    'export interface Example {',
    "  readonly id: 'verified' | 'wrong-key' | 'broken' | CauseId;",
    '  readonly keys: readonly string[];',
    '  readonly text: string;',
    '  /** What "my server" used, where the paste alone does not show the cause. */',
    '  readonly served?: string;',
    '}',
    '',
    ...used.map((key) => `const ${names[key]} = ${quoted(keyText(key, 'bare.txt').trim())};`),
    '',
    'export const examples: readonly Example[] = [',
    ...rows,
    '];',
    '',
  ].join('\n');
}
