/** JSON Web Keys: one, or a set. @see RFC 7517 §4, RFC 7518 §6.3 */
import { decodeBase64 } from '../text/base64.ts';
import { toBigInt } from './der.ts';
import type { Structure } from './structure.ts';

/** @returns null where the text is no JWK at all */
export function readJwk(text: string): readonly Structure[] | null {
  if (!/^\s*\{/.test(text) || !text.includes('"kty"')) return null;
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return null; // how JSON.parse says "not JSON"
  }
  const keys = isRecord(parsed) && Array.isArray(parsed['keys']) ? parsed['keys'] : [parsed];
  const found = keys
    .slice(0, 32)
    .filter(isRecord)
    .filter((key) => typeof key['kty'] === 'string');
  return found.length > 0 ? found.map(toStructure) : null;
}

function toStructure(key: Readonly<Record<string, unknown>>): Structure {
  const isPrivate = key['d'] === undefined ? {} : { isPrivate: true as const };
  if (key['kty'] === 'EC') return { format: 'jwk', algorithm: 'EC', problems: [{ id: 'ec-key', severity: 'error' }], ...isPrivate };
  if (key['kty'] !== 'RSA') return { format: 'jwk', algorithm: null, problems: [{ id: 'not-rsa', severity: 'error' }], ...isPrivate };
  const n = numberOf(key['n']);
  const e = numberOf(key['e']);
  if (n === null || e === null)
    return { format: 'jwk', algorithm: 'RSA', problems: [{ id: 'not-base64', severity: 'error' }], ...isPrivate };
  const d = numberOf(key['d']);
  return { format: 'jwk', algorithm: 'RSA', rsa: { n, e, ...(d === null ? {} : { d }) }, problems: [], ...isPrivate };
}

function numberOf(value: unknown): bigint | null {
  if (typeof value !== 'string' || !/^[\w-]+$/.test(value)) return null;
  const text = value.replace(/-/g, '+').replace(/_/g, '/');
  const bytes = decodeBase64(text.padEnd(Math.ceil(text.length / 4) * 4, '='));
  return bytes ? toBigInt(bytes) : null;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
