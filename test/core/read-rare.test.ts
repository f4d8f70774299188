/** Rare readers are asked where the usual ones find nobody's message; a dump that reads in two ways says so until a digest decides. */
import { describe, expect, test } from 'vitest';
import { inspect } from '../../src/core/inspect.ts';
import { contentOf, makeNotification, makeRandom, makeSigner } from '../support/notification.ts';
import { csvRow, turns } from '../support/render/rare-lines.ts';
import { bean, lombok, scalaMap } from '../support/render/rare-maps.ts';
import { base64, lambda, multipart, nested } from '../support/render/rare-structures.ts';
import type { Fields } from '../support/render/values.ts';

const signer = makeSigner();

function signed(changed: (pair: readonly [string, string]) => readonly [string, string] = (pair) => pair): Fields {
  const pairs = makeNotification(makeRandom(5)).map(([name, value]) => changed([name, value]));
  return [...pairs, ['sign', signer.sign(Buffer.from(contentOf(pairs)))]] as Fields;
}

const logfmt = (list: Fields): string =>
  `time=2026-11-20T14:05:34Z level=info ${list.map(([name, value]) => `${name}=${JSON.stringify(value)}`).join(' ')}`;

const inspected = (text: string) => inspect({ text, keys: [signer.publicKey] }, { search: { maxCandidates: 2000 } });

describe('a signed notification is verified', () => {
  test.each([
    ['in turns of lines', turns, null],
    ['in a row of a table', csvRow, null],
    ['in a bean of Lombok', lombok, null],
    ['in a bean with quotes', bean, null],
    ['in a Scala map', scalaMap, null],
    ['in logfmt', logfmt, null],
    ['in a multipart body', multipart, null],
    ['under names with a prefix', nested, 'name-prefix'],
    ['in Base64', base64, 'body-base64'],
    ['in an event of AWS Lambda', lambda, 'body-base64'],
  ] as const)('%s', async (_where, render, repair) => {
    const { verdict, reading } = await inspected(render(signed()));
    expect(verdict.reason).toBe('verified');
    expect(reading.repairs.map(({ id }) => id)).toEqual(repair ? expect.arrayContaining([repair]) : expect.anything());
  });
});

describe('a value that holds `, x=`', () => {
  const list = signed(([name, value]) => [name, name === 'subject' ? 'T-shirt, x=1, size=L' : value]);
  const text = (pairs: Fields): string => `{${pairs.map(([name, value]) => `${name}=${value}`).join(', ')}}`;

  test('is read as it was signed, and then nothing is in doubt', async () => {
    const { verdict, reading } = await inspected(text(list));
    expect(verdict.reason).toBe('verified');
    expect(reading.pairs.find(({ name }) => name === 'subject')?.value).toBe('T-shirt, x=1, size=L');
    expect(reading.notes.map(({ id }) => id)).not.toContain('ambiguous');
  });

  test('is said to be ambiguous where no digest proves a reading', async () => {
    const paste = text(list.map(([name, value]) => [name, name === 'total_amount' ? '0.02' : value]));
    const { verdict, reading } = await inspected(paste);
    expect(verdict.indication).toBe('failed');
    const note = reading.notes.find(({ id }) => id === 'ambiguous');
    expect(note?.count).toBe(2);
    expect(note?.spans.map(([start, end]) => Buffer.from(paste).subarray(start, end).toString())).toEqual(['x=1', 'size=L']);
  });

  test('a map all of whose names look like parameters is not', async () => {
    const { reading } = await inspected(text(signed()));
    expect(reading.notes).toEqual([]);
  });
});
