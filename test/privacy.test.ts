/** What the built files may not hold: ways out of the browser, foreign addresses, evaluated code; and what the start may not carry. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { CSP_META, headersFile } from '../security-headers.ts';

const DIST = 'dist';

/** Names of things, never fetched. */
const NAMES_NOT_ADDRESSES = [
  'http://www.w3.org/',
  'https://svelte.dev/e/',
  // Shown as links to the sources of what the page says; the browser opens them only on a click.
  'https://opendocs.alipay.com/',
  'https://open.alipay.com/',
  'https://openapi.alipay.com/gateway.do',
  'https://pay.weixin.qq.com/',
  'https://github.com/',
];

const WAYS_OUT = [/(?<![.\w$])fetch\s*\(/, /XMLHttpRequest/, /\bWebSocket\b/, /sendBeacon/, /EventSource/, /importScripts/];
const EVALUATION = [/(?<![.\w$])eval\s*\(/, /new Function\b/];

/** Words that forge, the prose of causes and the dictionary hold and the start does not need. */
const HEAVY = ['rsaEncryption', 'asn1.fromDer', 'pkcs12', 'ASN.1 object', 'voucher_detail_list', '1.2.840.113549'];

const outsideNames = (text: string) =>
  [...text.matchAll(/\b(?:https?|wss?):\/\/[a-z0-9.-]+\.[a-z]{2,}[^\s"'`<>)\\]*/gi)]
    .map(([url]) => url)
    .filter((url) => !NAMES_NOT_ADDRESSES.some((name) => url.startsWith(name)));

interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
}

const PERMISSIVE =
  /^\(?(MIT|MIT-0|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|CC0-1\.0|BlueOak-1\.0\.0|Unlicense|Python-2\.0|CC-BY-4\.0|CC-BY-3\.0|WTFPL)\b/;
/** Tools of the build and the tests whose weak copyleft covers their own files only; nothing of them is shipped. */
const TOOLS_ONLY = /^MPL-2\.0$/;

describe('the built files', () => {
  const files = new Map<string, string>();
  beforeAll(() => {
    if (!existsSync(join(DIST, 'index.html'))) throw new Error('No build found: run npm run build first.');
    for (const name of readdirSync(DIST, { recursive: true, encoding: 'utf8' })) {
      if (/\.(js|css|html|webmanifest|svg)$/.test(name)) files.set(name, readFileSync(join(DIST, name), 'utf8'));
    }
  });
  const scripts = () => [...files].filter(([name]) => name.endsWith('.js'));

  test('hold the page, its scripts and the service worker', () => {
    expect([...files.keys()]).toEqual(expect.arrayContaining(['index.html', 'sw.js']));
    expect(scripts().length).toBeGreaterThan(3);
  });

  test('hold no way out of the browser, but for the service worker and its precache', () => {
    const found = scripts()
      .filter(([name]) => name !== 'sw.js')
      .flatMap(([name, text]) => WAYS_OUT.filter((way) => way.test(text)).map((way) => `${name}: ${way.source}`));
    expect(found).toEqual([]);
    // The patterns see what they look for: the precache does fetch.
    expect(WAYS_OUT.some((way) => way.test(files.get('sw.js') ?? ''))).toBe(true);
  });

  test('evaluate no code', () => {
    expect(scripts().flatMap(([name, text]) => EVALUATION.filter((way) => way.test(text)).map((way) => `${name}: ${way.source}`))).toEqual(
      [],
    );
    expect(EVALUATION.every((way) => way.test('eval(x); new Function("x")'))).toBe(true);
  });

  test('name no foreign address', () => {
    expect(
      [...files].filter(([name]) => name !== 'sw.js').flatMap(([name, text]) => outsideNames(text).map((url) => `${name}: ${url}`)),
    ).toEqual([]);
    expect(outsideNames('a="https://cdn.example.com/x.js"')).toEqual(['https://cdn.example.com/x.js']);
  });

  test('start without forge and without the prose of the dictionary', () => {
    const page = files.get('index.html') ?? '';
    const start = [...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map((match) => match[1] ?? '');
    expect(start.length).toBeGreaterThan(0);
    for (const name of start) {
      const text = files.get(name) ?? '';
      expect(text.length, name).toBeGreaterThan(0);
      expect(
        HEAVY.filter((word) => text.includes(word)),
        name,
      ).toEqual([]);
    }
  });

  test('carry the policy in the page and in the file for static hosts', () => {
    expect((files.get('index.html') ?? '').replaceAll('&#39;', "'").includes(CSP_META)).toBe(true);
    expect(readFileSync(join(DIST, '_headers'), 'utf8')).toBe(headersFile());
  });

  test('hold no inline script or style', () => {
    const page = files.get('index.html') ?? '';
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)/);
    expect(page).not.toMatch(/<style|\sstyle=|\son[a-z]+=/);
  });
});

describe('the packages', () => {
  const own = JSON.parse(readFileSync('package.json', 'utf8')) as {
    dependencies: Record<string, string>;
    devDependencies: Record<string, string>;
  };
  const { packages, lockfileVersion } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    lockfileVersion: number;
    packages: Record<string, LockedPackage>;
  };
  const locked = Object.entries(packages).filter(([path, entry]) => path !== '' && !entry.link);

  test('are pinned to exact versions', () => {
    const ranges = Object.entries({ ...own.dependencies, ...own.devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
    );
    expect(ranges).toEqual([]);
    expect(lockfileVersion).toBe(3);
  });

  test('are under permissive licences', () => {
    const others = locked.filter(([, { license, dev }]) => !PERMISSIVE.test(license ?? 'none') && !(dev && TOOLS_ONLY.test(license ?? '')));
    expect(others.map(([path, { license }]) => `${path}: ${license ?? 'none'}`)).toEqual([]);
    expect(locked.length).toBeGreaterThan(100);
  });

  test('hold no node-forge older than 1.4.3', () => {
    const versions = locked.filter(([path]) => path.endsWith('node_modules/node-forge')).map(([, { version }]) => version ?? '0.0.0');
    expect(versions.length).toBeGreaterThan(0);
    for (const version of versions) {
      const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
      expect(major * 1e6 + minor * 1e3 + patch).toBeGreaterThanOrEqual(1_004_003);
    }
  });
});
