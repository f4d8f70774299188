/** Budgets over dist/: what the browser fetches before the first paste, and what it stores to work offline. */
import { readFileSync } from 'node:fs';

const page = readFileSync(new URL('dist/index.html', import.meta.url), 'utf8');
const first = [...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/g)].map(([, path]) => `dist/${path}`);
if (first.length === 0) throw new Error('index.html names no script: the budget would measure nothing');

export default [
  { name: 'first load: script and style', path: first, limit: '60 KB', brotli: true },
  { name: 'inspection worker', path: 'dist/assets/inspect.worker-*.js', limit: '60 KB', brotli: true },
  {
    name: 'precache, uncompressed',
    path: ['dist/**/*.{html,js,css,svg,png,wasm,woff2,json}', '!dist/sw.js', '!dist/icon-*512.png'],
    limit: '1.5 MB',
    brotli: false,
  },
];
