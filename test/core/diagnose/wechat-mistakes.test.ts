/** The central property for WeChat Pay: sign good content, break it by a mistake, diagnose, and get the same cause back. */
import { createHash, createSign } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { inspect } from '../../../src/core/inspect.ts';
import type { Inspection } from '../../../src/core/inspect.ts';
import { causes } from '../../../src/core/diagnose/causes.ts';
import { makeCertificate } from '../../support/certificate.ts';
import { makeRandom, makeSigner } from '../../support/notification.ts';
import type { Pairs } from '../../support/notification.ts';
import { forms, linesOf, makeKey, makeV2, makeV3, renderXml, signV2, signV3 } from '../../support/wechat.ts';
import { boxPairs, corruptions, mistakes, others, pairs } from '../../support/wechat-mistakes.ts';
import type { Made, Mistake } from '../../support/wechat-mistakes.ts';

const CASES = Number(process.env['CASES'] ?? 12);
/** A machine under load needs its time. Milliseconds. */
const SLOW = 120_000 * Math.max(1, CASES / 20);
/** What is not found within this many is not there to be found; the product looks further. */
const search = { maxCandidates: 3000 };
const ground = { signer: makeSigner(), other: makeSigner() };

const diagnose = async ({ text, keys, served }: Made): Promise<Inspection> =>
  inspect({ text, keys, ...(served === undefined ? {} : { served }) }, { search });

/** The groups of ids that are named, best first; the second box before the first. */
const groups = ({ diagnosis, served }: Inspection): readonly (readonly string[])[] =>
  [...(served?.causes ?? []), ...(diagnosis?.causes ?? [])].map(({ id, alternatives }) => [id, ...alternatives]);

async function each(
  mistake: Mistake,
  seeds: number,
  look: (inspection: Inspection, made: Made) => string | null,
): Promise<readonly string[]> {
  const missed: string[] = [];
  let made = 0;
  for (let seed = 1; made < CASES && seed < CASES * 6; seed++) {
    const broken = mistake(ground, makeRandom(seed * seeds));
    if (!broken) continue;
    made++;
    const inspection = await diagnose(broken);
    const problem = look(inspection, broken);
    if (problem !== null) missed.push(`seed ${seed} (${inspection.reading.form}): ${problem}`);
  }
  expect(made).toBeGreaterThan(CASES / 3);
  return missed;
}

const told = ({ verdict, diagnosis, claim }: Inspection, found: readonly (readonly string[])[]): string =>
  `${claim?.dialect} ${verdict.reason} ${JSON.stringify(found.slice(0, 3))} tried ${diagnosis?.tried}`;

test('every cause of WeChat Pay in the catalogue has a mistake here', () => {
  const known = causes.map(({ id }) => id).filter((id) => /^(v2|v3|wechat)-/.test(id));
  expect(Object.keys(mistakes).sort()).toEqual([...known].sort());
});

describe.each(Object.keys(mistakes))('%s', (id) => {
  test(
    'is named again',
    async () => {
      const missed = await each(mistakes[id] as Mistake, 7919, (inspection) => {
        const found = groups(inspection);
        return found[0]?.includes(id) ? null : told(inspection, found);
      });
      expect(missed).toEqual([]);
    },
    SLOW,
  );
});

describe.each(Object.keys(others))('%s', (name) => {
  test(
    'is named again',
    async () => {
      const { ids, make } = others[name] as (typeof others)[string];
      const missed = await each(make, 6101, (inspection) => {
        const found = groups(inspection);
        return found[0]?.some((id) => ids.includes(id)) ? null : told(inspection, found);
      });
      expect(missed).toEqual([]);
    },
    SLOW,
  );
});

describe.each(Object.keys(pairs))('%s', (name) => {
  test(
    'both are named',
    async () => {
      const { ids, make } = pairs[name] as (typeof pairs)[string];
      const missed = await each(make, 5003, (inspection) => {
        const found = groups(inspection);
        return ids.every((id) => found.some((group) => group.includes(id))) ? null : told(inspection, found);
      });
      expect(missed).toEqual([]);
    },
    SLOW,
  );
});

test.each(['', '支付失败', '已支付', 'Payment OK', '退款成功'])(
  'a summary that now says %j was edited, whatever set it is in',
  async (summary) => {
    const message = signV3({ ...makeV3(makeRandom(3)) }, ground.signer);
    const body = message.body.replace(/"event_type":"[^"]*","summary":"[^"]*"/, '"event_type":"TRANSACTION.SUCCESS","summary":"支付成功"');
    const good = signV3({ ...message, body }, ground.signer);
    const text = forms.http({ ...good, body: body.replace('支付成功', summary) }, makeRandom(4));
    const { verdict, diagnosis } = await diagnose({ text, keys: [ground.signer.publicKey] });
    expect(verdict.reason).toBe('content-explained');
    expect(diagnosis?.causes[0]).toMatchObject({ id: 'tampered-or-test', proof: 'digest', side: 'unknown' });
  },
);

test('a body that was changed and a text that was built wrongly are both named in the second box', async () => {
  const missed: string[] = [];
  for (const [i, { ids, make }] of boxPairs.entries())
    for (let seed = 1; seed <= 2; seed++) {
      const { text, keys, served } = make(ground, makeRandom(seed * 31 + i)) as Made;
      const inspection = await inspect({ text, keys, served: served ?? '' });
      const found = (inspection.served?.causes ?? []).map(({ id }) => id);
      if (ids.some((id) => !found.some((each) => each === id))) missed.push(`${ids.join('+')}: ${found.join(',')}`);
    }
  expect(missed).toEqual([]);
}, 60_000);

describe('the second box', () => {
  const message = signV3(makeV3(makeRandom(21)), ground.signer);
  const text = forms.http(message, makeRandom(22));
  const look = async (served: string) => (await diagnose({ text, keys: [ground.signer.publicKey], served })).served;
  const right = linesOf(message);

  test.each(['sha1', 'md5'])('the right text under %s is a wrong hash and nothing else', async (hash) => {
    const served = await look(createHash(hash).update(right).digest('hex'));
    expect(served).toMatchObject({ form: 'digest', equalsSigned: false });
    expect(served?.causes.map(({ id }) => id)).toEqual(['sign-hash-mismatch']);
    expect(served?.causes[0]?.alternatives).toEqual(['wrong-algorithm-for-message']);
  });

  test('a wrong text under another hash is both', async () => {
    const served = await look(createHash('sha1').update(right.slice(0, -1)).digest('hex'));
    expect(served?.causes.map(({ id }) => id)).toEqual(['v3-body-newlines', 'sign-hash-mismatch']);
  });

  test.each([
    ['a label', `待验签串:${right}`],
    ['brackets', `message=[${right}]`],
    ['the log of an SDK', `serial[1A] message[${right}] sign[abc]`],
    ['a JSON string', JSON.stringify(right)],
  ])('%s around the right text is none of it', async (_, served) => {
    expect(await look(served)).toMatchObject({ form: 'content', equalsSigned: true, causes: [] });
  });

  test('a label hides no mistake', async () => {
    expect((await look(`待验签串:${right.slice(0, -1)}`))?.causes.map(({ id }) => id)).toEqual(['v3-body-newlines']);
  });
});

describe('nothing broken', () => {
  test('an answer without a body passes, and no body is missed', async () => {
    const message = signV3({ ...makeV3(makeRandom(5)), body: '' }, ground.signer);
    const { verdict, diagnosis } = await diagnose({ text: forms.http(message, makeRandom(6)), keys: [ground.signer.publicKey] });
    expect(verdict.reason).toBe('verified');
    expect(diagnosis?.causes.map(({ id }) => id)).toEqual(['pem-missing-header']);
  });

  test.each(['????', '\ufffd', '', 'null'])('a summary that is %j passes as it is', async (summary) => {
    const made = makeV3(makeRandom(7));
    const message = signV3({ ...made, body: made.body.replace(/"summary":"[^"]*"/, `"summary":"${summary}"`) }, ground.signer);
    const { verdict, diagnosis } = await diagnose({ text: forms.http(message, makeRandom(8)), keys: [ground.signer.publicKey] });
    expect(verdict.reason).toBe('verified');
    expect(diagnosis?.causes.map(({ id }) => id)).toEqual(['pem-missing-header']);
  });

  test.each(Object.keys(forms) as (keyof typeof forms)[])('v3 as %s passes, and nothing is found', async (form) => {
    for (let seed = 1; seed <= CASES; seed++) {
      const random = makeRandom(seed * 31);
      const message = signV3(makeV3(random), ground.signer);
      const { verdict, diagnosis, claim } = await diagnose({ text: forms[form](message, random), keys: [ground.signer.publicKey] });
      expect({ dialect: claim?.dialect, reason: verdict.reason, own: verdict.verifiers, causes: diagnosis?.causes, seed }).toEqual({
        dialect: 'wechatpay-v3',
        reason: 'verified',
        own: { own: true, webcrypto: true },
        causes: expect.toSatisfy((list: readonly { id: string }[]) =>
          list.every(({ id: each }) => each === 'pem-missing-header' || each === 'log-json-escaped'),
        ),
        seed,
      });
    }
  });

  test('v2 passes under MD5 and HMAC-SHA256', async () => {
    for (let seed = 1; seed <= CASES; seed++) {
      const random = makeRandom(seed * 37);
      const key = makeKey(random);
      const hash = random() < 0.5 ? 'md5' : 'hmac';
      const { verdict } = await diagnose({ text: renderXml(signV2(makeV2(random), key, hash), random), keys: [key] });
      expect({ reason: verdict.reason, rule: verdict.rule, seed }).toEqual({
        reason: 'verified',
        rule: hash === 'md5' ? 'wechatpay-v2-md5' : 'wechatpay-v2-hmac-sha256',
        seed,
      });
    }
  });
});

test('a header that came twice with two values is never passed over', async () => {
  const { make } = others['v3: a header twice, each with a value of its own'] as (typeof others)[string];
  const missed = await each(make, 7001, (inspection) =>
    inspection.verdict.reason === 'content-explained' && inspection.diagnosis?.causes[0]?.id === 'duplicate-key'
      ? null
      : told(inspection, groups(inspection)),
  );
  expect(missed).toEqual([]);
});

describe('damage that no cause explains', () => {
  test.each(Object.keys(corruptions))(
    '%s: never passed, and nothing but guesses',
    async (name) => {
      const missed = await each(corruptions[name] as Mistake, 104729, (inspection) => {
        const claimed = (inspection.diagnosis?.causes ?? []).filter(({ proof }) => proof === 'digest');
        return inspection.verdict.indication !== 'failed' || claimed.length > 0 ? told(inspection, groups(inspection)) : null;
      });
      expect(missed).toEqual([]);
    },
    240_000,
  );
});

test('v3: a body that nothing explains is done with, and the search says so', async () => {
  const random = makeRandom(77);
  const message = signV3(makeV3(random), ground.signer);
  const text = forms.http({ ...message, body: message.body.replace(/"id":"./, '"id":"g') }, random);
  const { verdict, diagnosis } = await inspect({ text, keys: [ground.signer.publicKey] });
  expect(verdict.reason).toBe('content-unexplained');
  expect(diagnosis).toMatchObject({ complete: true });
  expect(diagnosis?.tried).toBeLessThan(5000);
});

test('v2: the longer the message and the more the keys, the fewer contents are tried; searching deeper tries them all', async () => {
  const random = makeRandom(78);
  const key = makeKey(random);
  const coupons = Array.from({ length: 60 }, (_, i) => [`coupon_fee_${i}`, '1'] as const);
  const tried = async (extra: Pairs, keys: readonly string[], maxOptional?: number): Promise<number> => {
    const pairs = signV2([...makeV2(random), ...extra], key, 'hmac').map(([name, text]) => [name, name === 'openid' ? 'x' : text] as const);
    const options = { maxCandidates: 4000, ...(maxOptional === undefined ? {} : { maxOptional }) };
    return (await inspect({ text: renderXml(pairs, random), keys }, { search: options })).diagnosis?.tried ?? 0;
  };
  const others = Array.from({ length: 5 }, () => makeKey(random));
  const usual = await tried([], [key]);
  expect(usual).toBe(2000);
  expect(await tried(coupons, [key])).toBeLessThan(usual / 1.5);
  expect(await tried([], [key, ...others])).toBeLessThan(usual / 1.5);
  expect(await tried(coupons, [key], 20)).toBe(4000);
});

test('v3: a resource without its ciphertext is soon done with', async () => {
  const random = makeRandom(79);
  const message = signV3(makeV3(random), ground.signer);
  const opened = JSON.stringify({ mchid: '1623889015', out_trade_no: '7', trade_state: 'SUCCESS', payer: { openid: 'o' } });
  const text = forms.http({ ...message, body: message.body.replace(/\{"original_type".*\}(?=\})/, opened) }, random);
  const { verdict, diagnosis } = await inspect({ text, keys: [ground.signer.publicKey] });
  expect(verdict.reason).toBe('content-unexplained');
  expect(diagnosis).toMatchObject({ complete: true });
  expect(diagnosis?.tried).toBeLessThan(5000);
});

describe('keys beside each other', () => {
  const random = makeRandom(4711);
  const message = signV3(makeV3(random), ground.signer);
  const text = forms.http(message, random);
  const secret = makeKey(random);
  const causesOf = ({ diagnosis }: Inspection): readonly string[] =>
    (diagnosis?.causes ?? []).map(({ id }) => id).filter((id) => id !== 'pem-missing-header');

  test.each([
    ['right first', [ground.signer.publicKey, ground.other.publicKey]],
    ['right last', [ground.other.publicKey, ground.signer.publicKey, secret]],
  ])('a ring that holds the right key is no mistake: %s', async (_, keys) => {
    const inspection = await diagnose({ text, keys });
    expect(inspection.verdict.reason).toBe('verified');
    expect(causesOf(inspection)).toEqual([]);
  });

  test('an APIv3 key alone is no mistake: the public key is asked for', async () => {
    const inspection = await diagnose({ text, keys: [secret] });
    expect(inspection.verdict).toMatchObject({ reason: 'no-key', params: { need: 'public-key' } });
    expect(causesOf(inspection)).toEqual([]);
    expect(inspection.asks).toContainEqual({ id: 'public-key' });
  });

  test.each([
    ['a path', './cert/pub_key.pem', 'key-path-as-key'],
    ['the id of a public key', 'PUB_KEY_ID_0114232134912410000000000000', 'v3-wrong-cert'],
    ['a serial number', '5157F09EFDC096DE15EBE81A47057A7232F1B8E1', 'v3-wrong-cert'],
    ['a key that was cut', ground.signer.publicKey.slice(0, 300), 'alipay-key-recopied'],
  ])('beside an APIv3 key, %s is still named', async (_, key, id) => {
    const inspection = await diagnose({ text, keys: [key, secret] });
    expect(inspection.verdict.reason).toBe('key-unreadable');
    expect(causesOf(inspection)).toContain(id);
  });

  test.each([1024, 4096])('an RSA key of %i bits is another key of WeChat Pay, not one of Alipay', async (bits) => {
    const inspection = await diagnose({ text, keys: [makeSigner(bits).publicKey] });
    expect(inspection.verdict.reason).toBe('signature-length');
    expect(causesOf(inspection)).toEqual(['v3-wrong-cert']);
  });

  test("a signature that the merchant's own key made is not WeChat Pay's, whatever it signs", async () => {
    const { pem: merchants, privatePem } = makeCertificate('1a2b3c', '1623889015');
    const sign = (content: Buffer): string => createSign('sha256').update(content).sign(privatePem, 'base64');
    const signer = { ...ground.signer, sign };
    const own = await diagnose({ text: forms.http(signV3(message, signer), random), keys: [merchants] });
    // The mathematics holds; whose key that is stands beside it.
    expect(own.verdict.reason).toBe('verified');
    expect(own.diagnosis?.causes[0]).toMatchObject({ id: 'v3-wrong-cert', proof: 'padding' });
    const other = signV3(makeV3(random), signer);
    const mixed = forms.http({ ...message, signature: other.signature }, random);
    for (const keys of [[merchants], [ground.other.publicKey, merchants]]) {
      const request = await diagnose({ text: mixed, keys });
      expect(request.verdict).toMatchObject({ indication: 'failed', reason: 'wrong-key-role' });
      expect(request.diagnosis?.causes[0]).toMatchObject({ id: 'sign-of-other-message', proof: 'padding' });
    }
  });

  test('v3: one wrong character of a bare key is mended', async () => {
    const bare = ground.signer.publicKey.replace(/-----[^-]+-----|\s/g, '');
    const typed = `${bare.slice(0, 150)}${bare[150] === 'A' ? 'B' : 'A'}${bare.slice(151)}`;
    const inspection = await diagnose({ text, keys: [typed] });
    expect(inspection.verdict).toMatchObject({ reason: 'wrong-key', opened: { ok: true } });
    expect(causesOf(inspection)[0]).toBe('alipay-key-recopied');
  });

  test('v2: a public key where a secret is needed is named, and a certificate beside the secret is not', async () => {
    const pairs = signV2(makeV2(random), secret, 'md5');
    const alone = await diagnose({ text: renderXml(pairs, random), keys: [ground.signer.publicKey] });
    expect(causesOf(alone)).toEqual(['v2-wrong-key']);
    const both = await diagnose({ text: renderXml(pairs, random), keys: [ground.signer.publicKey, secret] });
    expect(causesOf(both)).toEqual([]);
  });

  test.each([
    ['no width, inside', (key: string) => `${key.slice(0, 9)}\u200b${key.slice(9)}`],
    ['no width, behind', (key: string) => `${key}\ufeff`],
    ['a blank that looks like none, behind', (key: string) => `${key}\u00a0`],
    ['a blank inside', (key: string) => `${key.slice(0, 16)} ${key.slice(16)}`],
    ['no width, behind a label', (key: string) => `mchKey: ${key}\u200b`],
  ])('v2: signs in the secret that do not belong there are undone and told: %s', async (_, spoil) => {
    const pairs = signV2(makeV2(random), secret, 'md5');
    const inspection = await diagnose({ text: renderXml(pairs, random), keys: [spoil(secret)] });
    expect(inspection.verdict).toMatchObject({ reason: 'verified', key: 0 });
    expect(causesOf(inspection)).toEqual(['key-whitespace-artefact']);
    expect(JSON.stringify(inspection)).not.toContain(secret);
  });

  test('v2: the path of a file is no secret, and is named', async () => {
    const inspection = await diagnose({
      text: renderXml(signV2(makeV2(random), secret, 'md5'), random),
      keys: ['/etc/wx/apiclient_key.pem'],
    });
    expect(inspection.verdict.reason).toBe('key-unreadable');
    expect(causesOf(inspection)).toEqual(['key-path-as-key']);
  });

  test('v2: a sign shorter than any digest was cut', async () => {
    const pairs = signV2(makeV2(random), secret, 'md5').map(
      ([name, value]) => [name, name === 'sign' ? value.slice(0, 20) : value] as const,
    );
    const inspection = await diagnose({ text: renderXml(pairs, random), keys: [secret] });
    expect(causesOf(inspection)).toEqual(['sign-truncated']);
  });
});
