import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { looksPrivate } from '../../../src/ui/text/looks-private.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
const bare = (pem: string) => pem.replace(/-----[^-]+-----/g, '').replace(/\s/g, '');
const pem = (type: 'pkcs1' | 'pkcs8') => privateKey.export({ type, format: 'pem' }) as string;
const wrapped = (text: string) => text.replace(/(.{64})/g, '$1\r\n');

describe('a private key is recognised before it is drawn', () => {
  const secret: Readonly<Record<string, string>> = {
    'PKCS#8 PEM': pem('pkcs8'),
    'PKCS#1 PEM': pem('pkcs1'),
    'encrypted PEM': privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-128-cbc', passphrase: 'x' }) as string,
    'bare PKCS#8': bare(pem('pkcs8')),
    'bare PKCS#1': bare(pem('pkcs1')),
    'wrapped without labels': wrapped(bare(pem('pkcs1'))),
    'after a name': `privateKey: "${bare(pem('pkcs8'))}"`,
    'after a public key': `${bare(publicKey.export({ type: 'spki', format: 'pem' }) as string)}\n\n${bare(pem('pkcs8'))}`,
    JWK: JSON.stringify(privateKey.export({ format: 'jwk' })),
  };
  for (const [name, text] of Object.entries(secret)) it(name, () => expect(looksPrivate(text)).toBe(true));
});

describe('what is public stays in sight', () => {
  const open: Readonly<Record<string, string>> = {
    'SPKI PEM': publicKey.export({ type: 'spki', format: 'pem' }) as string,
    'bare SPKI': bare(publicKey.export({ type: 'spki', format: 'pem' }) as string),
    'bare PKCS#1 public': bare(publicKey.export({ type: 'pkcs1', format: 'pem' }) as string),
    'public JWK': JSON.stringify(publicKey.export({ format: 'jwk' })),
    'a notification': 'gmt_create=2026-11-20+14%3A10%3A31&sign=MGrtW2hQ8cVn0pXk3sTz&sign_type=RSA2',
    nothing: '',
  };
  for (const [name, text] of Object.entries(open)) it(name, () => expect(looksPrivate(text)).toBe(false));
});
