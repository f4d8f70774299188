/** Explains parameters as they are, without a paste around them. */
import { explain } from '../../../src/core/explain/explain.ts';
import type { ExplainCase } from '../../../src/core/explain/explain.ts';
import type { Check, Explanation, FieldNote } from '../../../src/core/explain/explanation.ts';
import { alipay } from '../../../src/core/providers/alipay/index.ts';
import { wechatpay } from '../../../src/core/providers/wechatpay/index.ts';
import type { Reading } from '../../../src/core/read/reading.ts';
import { messageOf } from '../../vectors/messages.ts';
import type { Message, Pairs } from '../../vectors/messages.ts';

export function readingOf(pairs: Pairs): Reading {
  return {
    form: 'form-body',
    rivals: [],
    found: 1,
    picked: 0,
    size: 0,
    charset: { declared: null, detected: null, used: 'utf-8' },
    pairs: pairs.map(([name, value]) => ({ name, value, nameSpan: [0, 0], valueSpan: [0, 0] })),
    repairs: [],
    notes: [],
  };
}

type More = Partial<Pick<ExplainCase, 'now' | 'expected' | 'signed'>>;

export function explained(dialect: string, pairs: Pairs, more: More = {}): Explanation {
  const provider = dialect.startsWith('wechat') ? wechatpay : alipay;
  const claim = { provider: provider.id, dialect, score: 1, evidence: [], rivals: [] };
  const reading = readingOf(pairs);
  return explain({ reading, claim, names: provider.names, shape: provider.shape(dialect, reading), signed: null, ...more });
}

/** A message of the vectors with some parameters set, or taken away (null). */
export function changed(id: Message['id'], changes: Readonly<Record<string, string | null>> = {}): Pairs {
  const { pairs } = messageOf(id);
  const kept = pairs.filter(([name]) => !(name in changes));
  return [...kept, ...Object.entries(changes).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]))];
}

export const checkOf = ({ checks }: Explanation, id: Check['id'], name?: string): Check | undefined =>
  checks.find((check) => check.id === id && (name === undefined || check.params?.['name'] === name));

export const rowOf = ({ fields }: Explanation, path: string): FieldNote | undefined => fields.find((note) => note.path === path);
