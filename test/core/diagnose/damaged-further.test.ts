/** Mistakes that hide others: a damaged key, a damaged signature, three changes at once. What lies behind is named as well. */
import { describe, expect, test } from 'vitest';
import { SLOW, diagnose, groups, other, signer } from '../../support/diagnosing.ts';
import { both, mistakes } from '../../support/mistakes.ts';
import type { Mistake } from '../../support/mistakes.ts';
import { contentOf, makeNotification, makeRandom, renderForm, renderJson } from '../../support/notification.ts';

const pairs = makeNotification(makeRandom(7));
/** With a `+` in it, whatever the key: one of the next messages has one. */
const { signed, sign } = [...Array(20).keys()]
  .map((n) => [...pairs, ['notify_id', `2026112500222${n}`] as const])
  .map((all) => ({ signed: all, sign: signer.sign(Buffer.from(contentOf(all))) }))
  .find((each) => each.sign.includes('+')) as { signed: typeof pairs; sign: string };
const at = 120;
const key = signer.publicKey;
const wrongLetter = key.slice(0, at) + (key[at] === 'A' ? 'B' : 'A') + key.slice(at + 1);
const lostLetter = key.slice(0, at) + key.slice(at + 1);

describe('a key that was miscopied', () => {
  const behind = [
    'html-entity-quotes',
    'trim-value',
    'numbers-reformatted',
    'extra-framework-param',
    'empty-dropped',
    'sign-still-encoded',
  ];
  test.each(behind)('does not hide %s', { timeout: SLOW }, async (id) => {
    for (let seed = 1; ; seed++) {
      const random = makeRandom(seed * 7919);
      const broken = (mistakes[id] as Mistake)({ pairs: makeNotification(random), signer, other }, random);
      if (!broken) continue;
      for (const wrong of [wrongLetter, lostLetter]) {
        const found = await diagnose({ ...broken, keys: [wrong] });
        expect(found.verdict.reason).toBe('wrong-key');
        expect(groups(found)[0]).toContain('alipay-key-recopied');
        expect(groups(found).some((group) => group.includes(id))).toBe(true);
      }
      return;
    }
  });
});

describe('a signature whose + became blanks', () => {
  const text = renderJson([...signed, ['sign', sign.replaceAll('+', ' ')]]);

  test('is not short: without a key only the key is missing', async () => {
    const found = await diagnose({ text, keys: [] });
    expect(found.verdict).toMatchObject({ indication: 'indeterminate', reason: 'no-key' });
    expect(groups(found)).toEqual([['sign-plus-to-space']]);
  });

  test("does not hide that the key is somebody else's", async () => {
    const found = await diagnose({ text, keys: [other.publicKey] });
    expect(found.verdict.reason).toBe('wrong-key');
    expect(groups(found).flat()).toContain('sign-plus-to-space');
    expect(groups(found).flat()).not.toContain('sign-truncated');
  });

  test('does not hide a miscopied key', async () => {
    const found = groups(await diagnose({ text, keys: [wrongLetter] })).flat();
    expect(found).toContain('alipay-key-recopied');
    expect(found).toContain('sign-plus-to-space');
  });

  test('is mended where it was wrapped next to one', async () => {
    const place = sign.indexOf('+') + 1;
    const wrapped = `${sign.slice(0, place)}\n${sign.slice(place)}`.replaceAll('+', ' ');
    const found = groups(await diagnose({ text: renderJson([...signed, ['sign', wrapped]]), keys: [signer.publicKey] })).flat();
    expect(found).toContain('sign-plus-to-space');
    expect(found).toContain('base64-linebreaks');
  });
});

test('what follows a signature did not fall off it', async () => {
  const [first, ...rest] = signed;
  const text = renderForm([first as readonly [string, string], ['sign', sign.replace(/=+$/, '')], ['s', '/pay/notify'], ...rest]);
  const found = groups(await diagnose({ text, keys: [signer.publicKey] }));
  expect(found.map(([id]) => id)).toEqual(['sign-equals-lost', 'extra-framework-param', 'pem-missing-header']);
});

const together: readonly (readonly string[])[] = [
  ['trim-value', 'numbers-reformatted', 'extra-framework-param'],
  ['double-url-decode', 'numbers-reformatted', 'extra-framework-param'],
  ['mojibake-latin1', 'empty-dropped', 'extra-framework-param'],
  ['param-missing', 'numbers-reformatted', 'field-renamed-case'],
  ['empty-dropped', 'param-missing'],
];

test.each(together.map((ids) => ({ ids, name: ids.join(', ') })))('all are named: $name', { timeout: SLOW }, async ({ ids }) => {
  const mistake = ids.map((id) => mistakes[id] as Mistake).reduce((a, b) => both(a, b) as Mistake);
  let made = 0;
  let named = 0;
  for (let seed = 1; made < 3 && seed < 40; seed++) {
    const random = makeRandom(seed * 15485863);
    const broken = mistake({ pairs: makeNotification(random), signer, other }, random);
    if (!broken) continue;
    made++;
    const found = groups(await diagnose(broken));
    if (ids.every((id) => found.some((group) => group.includes(id)))) named++;
  }
  expect(made).toBe(3);
  expect(named).toBeGreaterThanOrEqual(2);
});
