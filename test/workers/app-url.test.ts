/** Which script addresses the Trusted Types policy lets through. */
import { expect, test } from 'vitest';
import { sameOrigin } from '../../src/workers/app-url.ts';
import { closeChannels } from '../../src/workers/no-channels.ts';

const BASE = 'https://a.example/app/index.html';

test.each([
  ['sw.js', 'https://a.example/app/sw.js'],
  ['/assets/x.js', 'https://a.example/assets/x.js'],
  ['https://a.example/y.js', 'https://a.example/y.js'],
])('%s is ours', (address, href) => expect(sameOrigin(address, BASE)).toBe(href));

test.each([
  'https://b.example/x.js',
  '//b.example/x.js',
  'http://a.example/x.js',
  'https://a.example:8443/x.js',
  'https://a.example@b.example/x.js',
  'data:text/javascript,1',
  'javascript:1',
  'blob:https://a.example/0',
  'https://[',
])('%s is refused', (address) => expect(sameOrigin(address, BASE)).toBeNull());

test('closed channels cannot be opened again', () => {
  const realm: Record<string, unknown> = { RTCPeerConnection: class {} };
  closeChannels(realm);
  expect(realm['RTCPeerConnection']).toBeUndefined();
  expect(() => Object.defineProperty(realm, 'RTCPeerConnection', { value: 1 })).toThrow(TypeError);
});
