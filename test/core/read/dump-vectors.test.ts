/** Real dumps, where they lie beside the checkout: their form, and every field as an eye would read it off the paste. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { read } from '../../support/read-sql.ts';
import type { FormId } from '../../../src/core/read/reading.ts';

interface Vector {
  readonly id: string;
  readonly form: string;
  readonly raw: string;
}

const load = (name: string): readonly Vector[] => {
  const file = new URL(`../../../../shared/vectors/${name}.json`, import.meta.url);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as readonly Vector[]) : [];
};

type Fields = readonly (readonly [string, string])[];

const rows = (raw: string, row: RegExp): Fields => [...raw.matchAll(row)].map((found) => [found[1] as string, (found[2] as string).trim()]);

/** No value of these pastes holds a comma and a name. */
const members = (raw: string): Fields => rows(raw.replace(/^\s*(?:\/\/|\*)/gm, ' '), /([a-z_]+)=(.*?)\s*(?=,\s+[a-z_]+=|,?\s*\}|\s*$)/g);

const printed = (raw: string): Fields =>
  rows(raw, /\[([a-z_]+)\] => (.*?)\s*(?=\s(?:\* )?\[[a-z_]+\] =>|\n?\s*(?:\* )?\)\s*(?:\*\/\s*)?$)/gs);

/** How the vectors name the shapes, what we call them, and how they are read by eye. */
const SHAPES: Readonly<Record<string, readonly [FormId, (raw: string) => Fields]>> = {
  'java-map': ['java-map', members],
  'java-map-nobrace': ['java-map', members],
  'java-log-comment': ['java-map', members],
  'javadoc-log': ['java-map', members],
  'php-print_r': ['php-print_r', printed],
  'php-print_r-docblock': ['php-print_r', printed],
  'php-print_r-oneline': ['php-print_r', printed],
  'python-dict': ['python-dict', (raw) => rows(raw, /'([a-z_]+)':\s'([^']*)'/g)],
  'sql-insert': ['sql', (raw) => [...new URLSearchParams(/'(charset=[^']*)'/.exec(raw)?.[1])]],
};

const all = [...load('alipay-parse-only'), ...load('alipay')];

describe.skipIf(all.length === 0)('real dumps', () => {
  test.each(all.filter(({ form }) => form in SHAPES))('$form: $id', ({ form, raw }) => {
    const [id, byEye] = SHAPES[form] as (typeof SHAPES)[string];
    const { reading } = read(raw);
    expect(reading.form).toBe(id);
    expect(reading.found).toBe(1);
    expect(reading.pairs.length).toBeGreaterThan(5);
    expect(reading.pairs.map(({ name, value }) => [name, value])).toEqual(byEye(raw));
  });

  test.each(all.filter(({ form, raw }) => ['nsdictionary-log', 'android-message-log'].includes(form) && raw.includes('_response')))(
    '$form: $id',
    ({ form, raw }) => {
      const { reading } = read(raw);
      expect(reading.form).toBe(form === 'nsdictionary-log' ? 'ios-log' : 'android-log');
      const response = /"alipay_trade_app_pay_response":(\{.*?\}),"sign":"([^"]*)"/.exec(raw);
      expect(reading.pairs[0]?.raw).toBe(response?.[1]);
      expect(reading.pairs[1]).toMatchObject({ name: 'sign', value: response?.[2] });
    },
  );
});
