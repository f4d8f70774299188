import { generateKeyPairSync } from 'node:crypto';
import { expect, it } from 'vitest';
import { Keys } from '../../../src/ui/state/keys.svelte.ts';
import { key } from '../fixtures/records.ts';

const secret = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;

it('a private key goes to the worker, and never into the box', () => {
  const keys = new Keys();
  keys.type(secret);
  expect(keys.text).toBe('');
  expect(keys.masked).toBe(true);
  expect(keys.material).toEqual([secret]);
});

it('once answered, only the public half is left', () => {
  const keys = new Keys();
  keys.type(secret);
  keys.answered([{ ...key, format: 'pkcs8', problems: [{ id: 'private-key', severity: 'warning' }] }]);
  expect(keys.text).toBe(key.spki);
  expect(keys.material).toEqual([key.spki]);
  expect(keys.warned).toBe(true);
  expect(JSON.stringify(keys)).not.toContain(secret.slice(60, 76));
});

it('without an answer nothing private stays', () => {
  const keys = new Keys();
  keys.type(secret);
  keys.dropSecret();
  expect(keys.material).toEqual([]);
  expect(keys.warned).toBe(true);
});

it('a private key that only the worker recognised is replaced as well', () => {
  const keys = new Keys();
  keys.type('some odd text');
  keys.answered([{ ...key, format: 'pkcs1-private' }]);
  expect(keys.text).toBe(key.spki);
});

it('a public key is left as typed', () => {
  const keys = new Keys();
  keys.type('MIIBIjAN public');
  keys.answered([key]);
  expect(keys.text).toBe('MIIBIjAN public');
  expect(keys.warned).toBe(false);
});

it('a key file joins what is in the box; a binary certificate stays bytes', () => {
  const keys = new Keys();
  keys.type('first');
  keys.addFile(new TextEncoder().encode('second'));
  keys.addFile(Uint8Array.from([0x30, 0x82, 0, 1]));
  expect(keys.material).toEqual(['first\n\nsecond', Uint8Array.from([0x30, 0x82, 0, 1])]);
});
