/** What must hold for any message: reading undoes writing, and nothing that was signed can change without being seen. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inspect } from '../../src/core/inspect.ts';
import type { Inspection } from '../../src/core/inspect.ts';
import { read } from '../../src/core/read/read.ts';
import type { ReadHints } from '../../src/core/read/read.ts';
import type { FormId } from '../../src/core/read/reading.ts';
import { toFormBody, toJson, toLines, toPlainQuery } from '../vectors/forms.ts';
import { messageOf } from '../vectors/messages.ts';
import type { Pairs } from '../vectors/messages.ts';
import { keyFor, keyText, sign } from '../vectors/signing.ts';
import type { Signing } from '../vectors/signing.ts';

const RSA2: Signing = { charset: 'utf-8', declared: 'utf-8', rule: 'V1', type: 'RSA2' };
const GBK: Signing = { charset: 'gbk', declared: 'GBK', rule: 'V2', type: 'RSA' };

/** Text as merchants put it into a subject, a body, a passback: Chinese, emoji, marks, JSON, and what is usually broken on the way. */
const character = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...'abcXYZ019-_.,:;!?()（）【】“”…、。《》中文测试金额元订单号') },
  { weight: 2, arbitrary: fc.constantFrom(...' "\'<>/\\{}[]#%@*|~^`$', '😀', '\u00a0', '\u200b', 'é') },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }) },
);
const anything = fc.oneof(character, fc.constantFrom('&', '=', '+', '\n', '\r\n', '\t', '%3D', '&amp;', '&quot;', '\\"'));
const value = (unit: fc.Arbitrary<string>) => fc.array(unit, { maxLength: 40 }).map((list) => list.join(''));

const signedOnce = sign(messageOf('paid').pairs, RSA2);

/** A signed message with some of its texts replaced by generated ones; it is read, not verified. */
const withTexts = (unit: fc.Arbitrary<string>) =>
  fc.record({ subject: value(unit), body: value(unit), passback_params: value(unit) }).map(({ subject, body, passback_params }): Pairs => {
    const [first, ...base] = signedOnce;
    const replaced = base.map(([name, old]) => [name, name === 'subject' ? subject : name === 'body' ? body : old] as const);
    // Not last: blanks around a whole paste are no data.
    return [first ?? ['gmt_create', ''], ['passback_params', passback_params], ...replaced];
  });

// What looks like a copy artefact may be data: both readings are tried against the signature, see intact.test.ts. Here it is taken as it is.
const AS_IS: ReadHints = { keepRepairs: [] };

function expectReadBack(text: string, pairs: Pairs, form: FormId, hints: ReadHints = {}): void {
  const { reading } = read(text, hints);
  expect(reading.form).toBe(form);
  expect(reading.pairs.map((pair) => [pair.name, pair.value])).toEqual(pairs);
}

describe('read(write(message)) = message', () => {
  test('as a form body, whatever the texts hold', () => {
    fc.assert(
      fc.property(withTexts(anything), fc.constantFrom('+' as const, '%20' as const), (pairs, space) =>
        expectReadBack(toFormBody(pairs, 'utf-8', space), pairs, 'form-body'),
      ),
      { numRuns: 300 },
    );
  });

  test('as a form body with every byte that is no letter escaped', () => {
    fc.assert(
      fc.property(withTexts(anything), (pairs) => {
        const text = toFormBody(pairs, 'utf-8', '%20').replace(/[*._-]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
        expectReadBack(text, pairs, 'form-body');
      }),
      { numRuns: 100 },
    );
  });

  test('as JSON, compact, indented or with everything escaped', () => {
    fc.assert(
      fc.property(withTexts(anything), fc.constantFrom('compact' as const, 'indented' as const, 'php' as const), (pairs, style) =>
        expectReadBack(toJson(pairs, style), pairs, 'json', AS_IS),
      ),
      { numRuns: 300 },
    );
  });

  // Decoded parameters have no way to tell data from syntax: `&`, line ends and escapes are left out.
  const plain = character.filter((text) => !/[&%\r\n\u2028\u2029\u0085\v\f\0]/.test(text));

  test('as decoded parameters', () => {
    fc.assert(
      fc.property(withTexts(plain), (pairs) => expectReadBack(toPlainQuery(pairs), pairs, 'query', AS_IS)),
      { numRuns: 300 },
    );
  });

  test('as lines', () => {
    fc.assert(
      fc.property(withTexts(plain), fc.constantFrom('\n' as const, '\r\n' as const), (pairs, end) =>
        expectReadBack(toLines(pairs, '=', end), pairs, 'lines', AS_IS),
      ),
      { numRuns: 300 },
    );
  });

  test('anything else is read without a throw, and its spans lie within it', () => {
    fc.assert(
      fc.property(fc.oneof(value(anything), fc.string({ unit: 'binary' }), fc.uint8Array({ maxLength: 200 })), (input) => {
        const { reading } = read(input);
        for (const { nameSpan, valueSpan } of reading.pairs)
          for (const [start, end] of [nameSpan, valueSpan]) {
            expect(start).toBeLessThanOrEqual(end);
            expect(end).toBeLessThanOrEqual(reading.size);
          }
      }),
      { numRuns: 1000 },
    );
  });
});

const bodies = (['paid', 'finished', 'refund-full', 'return'] as const).flatMap((id) =>
  [RSA2, GBK].map((signing) => ({ signing, pairs: sign(messageOf(id).pairs, signing) })),
);
const keys = [keyText('alipay-2048', 'bare.txt'), keyText('alipay-1024', 'bare.txt')];
const quick = { search: { maxCandidates: 300 } };

const received = (pairs: Pairs, { charset }: Signing) => inspect({ text: toFormBody(pairs, charset), keys }, quick);
const passed = ({ verdict }: Inspection) => verdict.indication === 'passed';

const message = fc.constantFrom(...bodies);
/** An index among the pairs that are signed. */
const signedAt = (pairs: Pairs, { rule }: Signing, at: number): number => {
  const places = pairs.flatMap(([name], i) => (name === 'sign' || (name === 'sign_type' && rule === 'V1') ? [] : [i]));
  return places[at % places.length] ?? 0;
};

describe('what was signed cannot change unseen', () => {
  test('unchanged it passes', async () => {
    for (const { pairs, signing } of bodies) {
      const { verdict } = await received(pairs, signing);
      expect(verdict).toMatchObject({ indication: 'passed', reason: 'verified', rule: signing.rule });
      expect(keyFor(signing.type)).toContain(signing.type === 'RSA' ? '1024' : '2048');
    }
  });

  test('a value in which one character is another one never passes', async () => {
    const other = fc.constantFrom(...'0123456789abcXYZ中元');
    await fc.assert(
      fc.asyncProperty(message, fc.nat(), fc.nat(), other, async ({ pairs, signing }, which, where, by) => {
        const index = signedAt(pairs, signing, which);
        const changed = pairs.map(([name, old], i): readonly [string, string] => {
          if (i !== index) return [name, old];
          const at = where % Math.max(1, old.length);
          return [name, old.slice(0, at) + (old[at] === by ? `${by}${by}` : by) + old.slice(at + 1)];
        });
        expect(passed(await received(changed, signing))).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  test('a name in which one letter is another one never passes', async () => {
    await fc.assert(
      fc.asyncProperty(message, fc.nat(), fc.nat(), fc.constantFrom(...'abcdefgz_19'), async ({ pairs, signing }, which, where, by) => {
        const index = signedAt(pairs, signing, which);
        const changed = pairs.map(([name, old], i): readonly [string, string] => {
          if (i !== index) return [name, old];
          const at = where % name.length;
          return [name.slice(0, at) + (name[at] === by ? `${by}${by}` : by) + name.slice(at + 1), old];
        });
        expect(passed(await received(changed, signing))).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  test('a parameter that is left out, or whose value is cut or emptied, never passes', async () => {
    await fc.assert(
      fc.asyncProperty(message, fc.nat(), fc.constantFrom('drop', 'cut', 'empty'), async ({ pairs, signing }, which, how) => {
        const index = signedAt(pairs, signing, which);
        const changed = pairs.flatMap(([name, old], i): (readonly [string, string])[] => {
          if (i !== index) return [[name, old]];
          return how === 'drop' ? [] : [[name, how === 'cut' ? old.slice(0, -1) : '']];
        });
        expect(passed(await received(changed, signing))).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  test('two parameters whose values changed places never pass', async () => {
    await fc.assert(
      fc.asyncProperty(message, fc.nat(), fc.nat(), async ({ pairs, signing }, a, b) => {
        const [first, second] = [signedAt(pairs, signing, a), signedAt(pairs, signing, b)];
        fc.pre(pairs[first]?.[1] !== pairs[second]?.[1]);
        const changed = pairs.map(([name, old], i): readonly [string, string] => [
          name,
          (i === first ? pairs[second]?.[1] : i === second ? pairs[first]?.[1] : old) ?? old,
        ]);
        expect(passed(await received(changed, signing))).toBe(false);
      }),
      { numRuns: 40 },
    );
  });

  test('a byte of the body that is another one passes only if the signed content is still the same', async () => {
    await fc.assert(
      fc.asyncProperty(message, fc.nat(), fc.integer({ min: 0x21, max: 0x7e }), async ({ pairs, signing }, where, byte) => {
        const body = toFormBody(pairs, signing.charset);
        const at = where % body.length;
        const text = body.slice(0, at) + String.fromCharCode(byte) + body.slice(at + 1);
        const good = await received(pairs, signing);
        const { verdict } = await inspect({ text, keys }, quick);
        if (verdict.indication === 'passed') expect(verdict.content?.text).toBe(good.verdict.content?.text);
      }),
      { numRuns: 100 },
    );
  });

  test('a parameter of one’s own beside it is named as unsigned; one with a name of Alipay’s never passes', async () => {
    await fc.assert(
      fc.asyncProperty(
        message,
        fc.constantFrom('shop_no', 's', '_url', 'lang'),
        fc.stringMatching(/^[a-z0-9]{0,12}$/),
        fc.boolean(),
        async ({ pairs, signing }, name, text, front) => {
          const { verdict } = await received(front ? [[name, text], ...pairs] : [...pairs, [name, text]], signing);
          expect(verdict).toMatchObject({ indication: 'passed', reason: 'verified-with-unsigned' });
        },
      ),
      { numRuns: 20 },
    );
    await fc.assert(
      fc.asyncProperty(
        message,
        fc.constantFrom('refund_status', 'total_amount', 'Total_Amount', 'total_amount[]', 'discount_amount'),
        fc.stringMatching(/^[1-9][0-9]{0,5}$/),
        async ({ pairs, signing }, name, text) => {
          expect(passed(await received([...pairs, [name, text]], signing))).toBe(false);
        },
      ),
      { numRuns: 20 },
    );
  });

  test('with another key it never passes', async () => {
    for (const { pairs, signing } of bodies) {
      const record = await inspect({ text: toFormBody(pairs, signing.charset), keys: [keyText('app-2048', 'spki.pem')] }, quick);
      expect(passed(record)).toBe(false);
    }
  });
});
