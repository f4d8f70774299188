/** Genuine WeChat Pay messages and what their publishers say of them, where they lie beside the checkout: each verdict, digest and plain text. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { inspect } from '../../../../src/core/inspect.ts';
import type { Inspection } from '../../../../src/core/inspect.ts';
import { readKeys } from '../../../../src/core/keys/read-keys.ts';
import { decodeBase64 } from '../../../../src/core/text/base64.ts';
import { encodeText } from '../../../../src/core/text/charset.ts';
import type { SignedContent } from '../../../../src/core/verify/verdict.ts';

const FILE = new URL('../../../../../shared/vectors/wechatpay.json', import.meta.url);

interface SharedVector {
  readonly id: string;
  readonly dialect: string;
  readonly form: string;
  readonly raw: string;
  readonly keys: readonly { readonly kind: string; readonly value: string }[];
  readonly expect: {
    readonly verify?: 'pass' | 'fail' | 'cannot';
    readonly hash?: 'md5' | 'sha256' | 'sm3' | 'hmac-sha256';
    readonly event_type?: string;
    readonly decrypt?: 'pass';
    readonly plaintext?: string;
    readonly plaintext_starts_with?: string;
    readonly string_to_sign?: string;
    readonly sign?: string;
    readonly app_id?: string;
    readonly cert_serial?: string;
    readonly cert_not_after?: string;
    readonly cert_subject_cn?: string;
    readonly warnings?: readonly string[];
    readonly diagnosis?: string;
    readonly base?: string;
    readonly serial_mismatch?: boolean;
    readonly recognised?: string;
    readonly [other: string]: unknown;
  };
}

/** The vectors describe what was done to them; the catalogue names it. */
const CAUSES: Readonly<Record<string, string>> = {
  'v3.body.reserialised.key-order': 'v3-body-reserialised',
  'v3.body.reserialised.spaces': 'v3-body-reserialised',
  'v3.body.reserialised.unicode-escape': 'v3-body-reserialised',
  'v3.body.reserialised.bean': 'v3-body-reserialised',
  'v3.body.pretty-printed': 'v3-body-reserialised',
  'v3.body.bom': 'v3-body-reserialised',
  'v3.body.reserialised.slash-escape': 'v3-body-reserialised',
  'v3.body.reserialised.slash-unescape': 'v3-body-reserialised',
  'v3.header.timestamp-nonce-swapped': 'v3-header-loss',
  'v3.key.wrong-certificate': 'v3-wrong-cert',
  'v3.probe.signtest': 'wechat-signtest',
  'v2.empty-value-kept': 'v2-empty',
  'v2.value.altered-whitespace': 'v2-trim-cdata',
  'v2.field.missing': 'v2-unknown-fields',
  'v2.key.wrong': 'v2-wrong-key',
};

const REASONS: Readonly<Record<string, string>> = {
  'v3.key.wrong-certificate': 'wrong-key',
  'v3.probe.signtest': 'probe-traffic',
  'v2.key.wrong': 'mac-mismatch',
};

const vectors = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as readonly SharedVector[]) : [];
const byId = new Map(vectors.map((vector) => [vector.id, vector]));
/** A signed text without a message around it: nothing to recognise. `sm2.test.ts` verifies it. */
const messages = vectors.filter(({ form }) => form !== 'signed-message');
let ran = 0;

const ask = async ({ raw, keys }: SharedVector): Promise<Inspection> => inspect({ text: raw, keys: keys.map(({ value }) => value) });

function signedBytes({ text, bytes, charset }: SignedContent): Uint8Array {
  return bytes === undefined ? encodeText(text, charset).bytes : (decodeBase64(bytes) ?? new Uint8Array());
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The body after the first empty line, to the last byte: what v3 signs. */
function threeLines(raw: string): string {
  const [head = '', ...rest] = raw.split(/\r?\n\r?\n/);
  const header = (name: string): string => new RegExp(`^${name}: *(.*?)\\r?$`, 'im').exec(head)?.[1] ?? '';
  return `${header('Wechatpay-Timestamp')}\n${header('Wechatpay-Nonce')}\n${rest.join('\n\n')}\n`;
}

describe.skipIf(vectors.length === 0)(vectors.length === 0 ? 'shared vectors are not here: skipped' : 'shared WeChat Pay vectors', () => {
  afterAll(() => process.stdout.write(`shared WeChat Pay vectors: ${ran} of ${messages.length} ran\n`));

  test.each(messages.map((vector) => ({ id: vector.id, vector })))('$id', async ({ vector }) => {
    ran++;
    const told = vector.expect;
    const inspection = await ask(vector);
    const { verdict, claim, unsealed, diagnosis } = inspection;
    expect({ provider: claim?.provider, dialect: claim?.dialect }).toEqual({ provider: 'wechatpay', dialect: vector.dialect });
    if (told.verify === 'pass') {
      expect({ indication: verdict.indication, reason: verdict.reason }).toEqual({ indication: 'passed', reason: 'verified' });
      if (told.hash === 'sha256') {
        expect(verdict.opened?.ok && verdict.opened.hash).toBe('sha-256');
        expect(verdict.verifiers).toEqual({ own: true, webcrypto: true });
        const content = threeLines(vector.raw);
        expect(verdict.content && sha256(signedBytes(verdict.content))).toBe(sha256(Buffer.from(content)));
      } else {
        // The secret is never shown: the vector's string ends with it, and one of its values happens to be the same text.
        const content = told.string_to_sign?.replace(/&key=[^&]*$/, '') ?? '';
        expect(verdict.content?.text).toBe(vector.keys.reduce((text, { value }) => text.replaceAll(value, '‹secret 1›'), content));
        expect(verdict.signature?.text).toBe(told.sign);
      }
    } else if (told.verify === 'fail') {
      const cause = CAUSES[told.diagnosis ?? ''];
      const reason = REASONS[told.diagnosis ?? ''] ?? 'content-explained';
      const [first] = diagnosis?.causes ?? [];
      expect({ indication: verdict.indication, reason: verdict.reason }).toEqual({ indication: 'failed', reason });
      expect([first?.id, ...(first?.alternatives ?? [])]).toContain(cause);
      // What was found is what had been signed: the base's own content, but where the signer itself made the mistake.
      const base = told.diagnosis === 'v2.empty-value-kept' ? undefined : byId.get(told.base ?? '');
      if (reason === 'content-explained' && base) {
        const opened = inspection.verdict.opened;
        // A content that is shown is the one that arrived; that another one was found, the proof says, and which digest it has.
        if (opened?.ok) expect(opened.digest).toBe(contentOf(await ask(base)));
        else expect(contentOf(inspection)).toBe(contentOf(await ask(base)));
      }
    } else if (told.verify === 'cannot') {
      expect(verdict.indication).not.toBe('passed');
      expect(verdict.sample).toBe('documentation');
    }
    if (told.event_type !== undefined)
      expect(inspection.reading.pairs.find(({ name }) => name === 'event_type')?.value).toBe(told.event_type);
    if (told.decrypt === 'pass') {
      const [opened] = unsealed;
      expect({ opened: opened?.opened, warnings: opened?.warnings }).toEqual({
        opened: true,
        warnings: vector.keys.some(({ kind, value }) => kind === 'apiv3_key' && value.length === 16) ? ['key-16-bytes'] : [],
      });
      if (told.plaintext !== undefined) expect(opened?.text).toBe(told.plaintext);
      if (told.plaintext_starts_with !== undefined) expect(opened?.text?.startsWith(told.plaintext_starts_with)).toBe(true);
      if (told.app_id !== undefined) expect(opened?.receiver).toBe(told.app_id);
    }
  });

  test.each(vectors.filter((vector) => vector.expect.cert_serial).map((vector) => ({ id: vector.id, vector })))(
    'serial, subject and end of the certificate of $id',
    async ({ vector }) => {
      const { cert_serial: serial = '', cert_not_after: end, cert_subject_cn: cn, plaintext } = vector.expect;
      const [key] = await readKeys(plaintext?.startsWith('-----BEGIN') ? [plaintext] : vector.keys.map(({ value }) => value));
      const { certificate, role } = key?.report ?? {};
      expect(certificate?.serial).toBe(serial.toLowerCase());
      expect(role).toBe('wechatpay-platform');
      if (end !== undefined) expect(certificate?.notAfter).toBe(end);
      if (cn !== undefined) expect(certificate?.subject).toContain(`CN=${cn}`);
    },
  );

  test('every expectation of the vectors is one that this test knows', () => {
    const looked = new Set(
      'verify hash event_type decrypt plaintext plaintext_starts_with string_to_sign sign app_id cert_serial cert_not_after warnings diagnosis base serial_mismatch cert_subject_cn recognised repair'.split(
        ' ',
      ),
    );
    const unknown = vectors.flatMap((vector) => Object.keys(vector.expect).filter((name) => !looked.has(name)));
    expect(unknown).toEqual([]);
    const ids = vectors.flatMap(({ expect: { diagnosis } }) => (diagnosis !== undefined && !CAUSES[diagnosis] ? [diagnosis] : []));
    expect(ids).toEqual([]);
  });
});

function contentOf({ verdict: { content } }: Inspection): string | undefined {
  return content && sha256(signedBytes(content));
}
