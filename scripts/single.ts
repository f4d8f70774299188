/**
 * The whole app as one HTML file that works from a disk: for machines where nothing may be installed or served. Script, style, workers
 * and icon are in the page; its policy allows exactly that script, by hash, and workers out of the page's own memory.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';
import type { InlineConfig, Plugin, Rolldown } from 'vite';
import { CSP_META } from '../security-headers.ts';

const ROOT = resolve(import.meta.dirname, '..');
const OUT = resolve(ROOT, 'dist-single');
export const FILE = 'yanqian.html';

/** A worker's address is that of a blob with its code, made when the module runs. */
function workersInline(): Plugin {
  const PREFIX = '\0worker:';
  return {
    name: 'workers-inline',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (!source.endsWith('?worker&url')) return null;
      const found = await this.resolve(source.replace('?worker&url', ''), importer, { skipSelf: true });
      return found && PREFIX + found.id;
    },
    async load(id) {
      if (!id.startsWith(PREFIX)) return null;
      const { code } = await bundle(id.slice(PREFIX.length), 'iife');
      return `export default URL.createObjectURL(new Blob([${JSON.stringify(code)}], { type: 'text/javascript' }));`;
    },
  };
}

interface Bundle {
  readonly code: string;
  readonly css: string;
}

/** One entry with everything that it imports, lazily or not, as one script. */
async function bundle(entry: string, format: 'es' | 'iife'): Promise<Bundle> {
  const config: InlineConfig = {
    root: ROOT,
    configFile: false,
    mode: 'single',
    logLevel: 'error',
    plugins: [workersInline(), svelte()],
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      cssCodeSplit: false,
      assetsInlineLimit: Number.MAX_SAFE_INTEGER,
      rolldownOptions: { input: entry, output: { codeSplitting: false, format } },
    },
  };
  const { output } = (await build(config)) as Rolldown.RolldownOutput;
  const scripts = output.filter((file) => file.type === 'chunk');
  const [script] = scripts;
  if (!script || scripts.length > 1) throw new Error(`${entry} is ${scripts.length} scripts, not one`);
  const css = output.flatMap((file) => (file.type === 'asset' && file.fileName.endsWith('.css') ? [String(file.source)] : []));
  return { code: script.code.replaceAll('</script', '<\\/script'), css: css.join('\n') };
}

const sha256 = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** @returns the text of the one file */
export async function makeSingle(): Promise<string> {
  const { code, css } = await bundle(resolve(ROOT, 'src/main.ts'), 'es');
  const icon = `data:image/svg+xml;base64,${readFileSync(resolve(ROOT, 'public/icon.svg')).toString('base64')}`;
  const policy = CSP_META.replace("script-src 'self'", `script-src ${sha256(code)}`)
    .replace("style-src 'self'", "style-src 'unsafe-inline'")
    .replace("connect-src 'self'", "connect-src 'none'")
    .replace("worker-src 'self'", 'worker-src blob:')
    .replace("manifest-src 'self'", "manifest-src 'none'");
  return readFileSync(resolve(ROOT, 'index.html'), 'utf8')
    .replace(
      '<meta charset="utf-8" />',
      () => `<meta charset="utf-8" />\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
    )
    .replace('href="./icon.svg"', () => `href="${icon}"`)
    .replace(/\s*<link rel="apple-touch-icon"[^>]*>/, '')
    .replace('</head>', () => `  <style>${css}</style>\n  </head>`)
    .replace(/<script type="module"[^>]*><\/script>/, () => `<script type="module">${code}</script>`);
}

if (resolve(process.argv[1] ?? '') === import.meta.filename) {
  const html = await makeSingle();
  mkdirSync(OUT, { recursive: true });
  writeFileSync(resolve(OUT, FILE), html);
  process.stdout.write(`dist-single/${FILE}  ${(Buffer.byteLength(html) / 1024).toFixed(0)} kB\n`);
}
