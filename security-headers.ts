/**
 * What the browser is told to forbid. The one source of the headers that `npm start`, `public/_headers` and the page's meta tag carry.
 * `connect-src 'self'` is for the service worker's precache; the page itself requests nothing.
 * `webrtc 'block'` is left out: Chromium does not know it and says so in the console; `src/workers/no-channels.ts` closes that way.
 * `'wasm-unsafe-eval'` lets the search kernel compile; it does not allow `eval`.
 */
const directives = [
  ['default-src', "'none'"],
  ['script-src', "'self' 'wasm-unsafe-eval'"],
  ['style-src', "'self'"],
  ['img-src', "'self' data:"],
  ['font-src', "'self'"],
  ['connect-src', "'self'"],
  ['worker-src', "'self'"],
  ['manifest-src', "'self'"],
  ['form-action', "'none'"],
  ['base-uri', "'none'"],
  ['frame-ancestors', "'none'"],
  ['require-trusted-types-for', "'script'"],
  ['trusted-types', 'svelte-trusted-html app-url'],
] as const;

/** Directives that a browser ignores in a meta tag, with a message in the console. */
const HEADER_ONLY: readonly string[] = ['frame-ancestors'];

const write = (rows: readonly (readonly [string, string])[]) => rows.map(([name, value]) => `${name} ${value}`).join('; ');

export const CSP = write(directives);

export const CSP_META = write(directives.filter(([name]) => !HEADER_ONLY.includes(name)));

const FORBIDDEN_FEATURES = [
  'camera',
  'microphone',
  'geolocation',
  'payment',
  'usb',
  'serial',
  'hid',
  'browsing-topics',
  'local-fonts',
  'display-capture',
];

/** Sent with every file. */
export const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CSP,
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Strict-Transport-Security': 'max-age=31536000',
  'Permissions-Policy': FORBIDDEN_FEATURES.map((name) => `${name}=()`).join(', '),
};

/** Files with a hash in their name never change; all others are asked for again, so that an update is seen. */
export const IMMUTABLE = 'public, max-age=31536000, immutable';
export const REVALIDATE = 'no-cache';

/** The value of `Cache-Control` for a path. A query or a fragment does not matter. */
export function cacheControl(path: string): string {
  return /^\/assets\//.test(path) ? IMMUTABLE : REVALIDATE;
}

/** The text of `public/_headers`, the format that static hosts read. */
export function headersFile(): string {
  const all = Object.entries(HEADERS).map(([name, value]) => `  ${name}: ${value}`);
  return ['/*', ...all, `  Cache-Control: ${REVALIDATE}`, '/assets/*', '  ! Cache-Control', `  Cache-Control: ${IMMUTABLE}`, ''].join('\n');
}
