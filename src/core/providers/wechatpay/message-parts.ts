/** What message callbacks sign: two parameters of the address, and the ciphertext where there is one. */
import type { ContentPair } from '../../content/run.ts';
import type { Received } from '../provider.ts';
import { queryValue } from '../query.ts';

/** With `msg_signature` the ciphertext is covered; with `signature` alone (clear mode, the check of an address) nothing of the body is. */
export function messageParts({ reading, inputs }: Received): readonly ContentPair[] | null {
  const value = (name: string): string | undefined => queryValue(reading, name, inputs);
  const [timestamp, nonce] = [value('timestamp'), value('nonce')];
  if (timestamp === undefined || nonce === undefined) return null;
  const covered = value('msg_signature') !== undefined;
  const encrypt = reading.pairs.find(({ name }) => name === 'Encrypt')?.value ?? (covered ? value('echostr') : undefined);
  if (covered && encrypt === undefined) return null;
  return [
    { name: 'timestamp', value: timestamp },
    { name: 'nonce', value: nonce },
    ...(covered && encrypt !== undefined ? [{ name: 'Encrypt', value: encrypt }] : []),
  ];
}

/** What stands in the address of a callback; everything else came in its body. */
const ADDRESS: ReadonlySet<string> = new Set(['msg_signature', 'signature', 'timestamp', 'nonce', 'echostr', 'encrypt_type', 'openid']);

/** There is a body, and no `msg_signature`: whoever has seen one address can send any other body to it. */
export function isUncovered({ reading, inputs }: Received): boolean {
  if (queryValue(reading, 'msg_signature', inputs) !== undefined) return false;
  return reading.pairs.some(({ name }) => !ADDRESS.has(name.trim()) && queryValue({ ...reading, pairs: [] }, name) === undefined);
}

export function missingQuery({ reading, inputs }: Received): readonly string[] {
  const has = (name: string): boolean => queryValue(reading, name, inputs) !== undefined;
  const encrypted = reading.pairs.some(({ name }) => name === 'Encrypt');
  const signed = has('msg_signature') || (has('signature') && !encrypted);
  return [...(signed ? [] : ['msg_signature']), ...['timestamp', 'nonce'].filter((name) => !has(name))];
}
