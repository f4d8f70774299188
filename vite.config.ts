/** The build, the preview server with the headers of a real host, and the service worker. */
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { VitePWA } from 'vite-plugin-pwa';
import { CSP_META, HEADERS, cacheControl, headersFile } from './security-headers.ts';

/** The policy as a meta tag in the built page, and as the file `_headers` for static hosts. */
function policy(): Plugin {
  return {
    name: 'security-policy',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: () => [{ tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: CSP_META }, injectTo: 'head-prepend' }],
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: '_headers', source: headersFile() });
    },
  };
}

/** `npm start` answers as a well-configured host does. */
function headers(): Plugin {
  return {
    name: 'security-headers',
    configurePreviewServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = new URL(request.url ?? '/', 'http://localhost').pathname;
        for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
        response.setHeader('Cache-Control', cacheControl(path));
        next();
      });
    },
  };
}

/** Where a claim comes from is for who reads the code: of suspects and of mistakes made again nothing shows it, and it weighs 12 KB. */
function withoutSources(): Plugin {
  return {
    name: 'without-sources',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!/src\/core\/(?:providers\/\w+\/suspects|content\/redo)\//.test(id)) return null;
      return { code: code.replace(/\bsource:\s*(['"])(?:\\.|(?!\1).)*\1,/g, "source: '',"), map: null };
    },
  };
}

export default defineConfig({
  base: './',
  appType: 'mpa',
  plugins: [
    withoutSources(),
    svelte(),
    policy(),
    headers(),
    VitePWA({
      injectRegister: false,
      registerType: 'prompt',
      includeManifestIcons: false,
      manifest: {
        id: './',
        name: '验签台 · 支付通知验签与排查',
        short_name: '验签台',
        description: '粘贴支付宝或微信支付的通知和公钥，离线验签，找出验签失败的原因。',
        lang: 'zh-CN',
        start_url: './',
        scope: './',
        display: 'standalone',
        background_color: '#ffffff',
        theme_color: '#a3262a',
        categories: ['developer', 'utilities'],
        icons: [
          { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' },
          { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: 'icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
      workbox: {
        inlineWorkboxRuntime: true,
        sourcemap: false,
        cleanupOutdatedCaches: true,
        globPatterns: ['**/*.{html,js,css,svg,png,wasm,woff2,json}'],
        // Asked for once, by the system that installs the app, which is online then.
        globIgnores: ['**/icon-*512.png'],
        // Every page is a fragment of the one document, so only the document itself is a known route.
        navigateFallback: 'index.html',
        navigateFallbackAllowlist: [/\/(index\.html)?$/],
      },
    }),
  ],
  worker: { format: 'es', plugins: () => [withoutSources()] },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    // What the first page and the lazy parts share comes in one file instead of one for each module.
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: 'page', test: /src\/ui\/(state\/|text\/(causes|example|format)|parts\/(Mark|Chip|guard))/ }] },
      },
    },
  },
  preview: { host: '127.0.0.1', port: 4173 },
});
