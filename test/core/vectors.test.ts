/** Every vector of our own through the whole path, with its key in each form in which merchants hold it. */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { inspect } from '../../src/core/inspect.ts';
import type { Inspection } from '../../src/core/inspect.ts';
import { headerOf, loadVectors, parseVector } from '../vectors/load.ts';
import type { Vector } from '../vectors/load.ts';
import { made } from '../vectors/made.ts';
import { KEY_FORMS, keyText } from '../vectors/signing.ts';
import type { KeyName } from '../vectors/signing.ts';

const vectors = loadVectors();
const root = new URL('../../', import.meta.url);

/** What is named here is found early; what is not is not found later either, and only takes longer. */
const SEARCH = { search: { maxCandidates: 20_000 } };

/** What the vector says of the record; only what its header names is compared. */
function expectAsSaid(vector: Vector, record: Inspection): void {
  const { header } = vector;
  const said = {
    verdict: headerOf(vector, 'expect'),
    form: header['form'],
    dialect: header['dialect'],
    charset: header['charset'],
    ...(header['rule'] === undefined ? {} : { rule: header['rule'] }),
  };
  const { verdict, reading, claim, diagnosis } = record;
  expect({
    verdict: `${verdict.indication} ${verdict.reason}`,
    form: reading.form,
    dialect: claim?.dialect,
    charset: verdict.content?.charset ?? reading.charset.used,
    ...(header['rule'] === undefined ? {} : { rule: verdict.rule }),
  }).toEqual(said);
  if (header['cause'] === undefined) return;
  const [first] = diagnosis?.causes ?? [];
  expect([first?.id, ...(first?.alternatives ?? [])]).toContain(header['cause']);
}

function keyForms(vector: Vector): readonly { readonly form: string; readonly keys: readonly string[] }[] {
  const key = headerOf(vector, 'key');
  return key === 'none' ? [{ form: 'no key', keys: [] }] : KEY_FORMS.map((form) => ({ form, keys: [keyText(key as KeyName, form)] }));
}

describe.each(vectors.map((vector) => ({ name: vector.name, vector })))('$name', ({ vector }) => {
  test.each(keyForms(vector))('with $form', async ({ keys }) => {
    expectAsSaid(vector, await inspect({ text: vector.input, keys }, SEARCH));
  });
});

describe('the vector files', () => {
  test('are what make.ts makes, byte for byte, and no others', async () => {
    const files = await made();
    for (const [path, bytes] of files) expect(readFileSync(new URL(path, root)).equals(bytes), path).toBe(true);
    const committed = readdirSync(new URL('test/vectors/alipay/', root)).map((name) => `test/vectors/alipay/${name}`);
    expect(committed.filter((path) => !files.has(path))).toEqual([]);
  });

  test('hold every form with every character set, rule and signature type', () => {
    const has = new Set(
      vectors
        .filter(({ header }) => header['expect'] === 'passed verified')
        .map(({ header }) => [header['form'], header['charset'], header['rule'], header['key']].join(' ')),
    );
    for (const form of ['form-body', 'query', 'url', 'json', 'lines'])
      for (const charset of ['utf-8', 'gbk'])
        for (const rule of ['V1', 'V2'])
          for (const key of ['alipay-1024', 'alipay-2048']) expect(has).toContain([form, charset, rule, key].join(' '));
  });

  test('end their header at the first empty line and keep what follows as it is', () => {
    const vector = parseVector('made up', Buffer.from('expect: passed verified\nkey: none\n\na=1\r\n\n\nb: 2\n'));
    expect(vector).toEqual({ name: 'made up', header: { expect: 'passed verified', key: 'none' }, input: 'a=1\r\n\n\nb: 2\n' });
    expect(() => parseVector('made up', Buffer.from('expect: passed verified\n'))).toThrow('no empty line');
  });
});
