/** Lint rules. What the privacy and purity promises forbid in the source is forbidden here. */
import js from '@eslint/js';
import globals from 'globals';
import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const noRequest = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'WebTransport', 'RTCPeerConnection'].map((name) => ({
  name,
  message: 'Nothing leaves the browser.',
}));

const noSink = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'sendBeacon', 'localeCompare'].map((property) => ({
  property,
  message: property === 'localeCompare' ? 'Order must not depend on a locale.' : 'HTML sinks and requests are forbidden.',
}));

const inSource = [
  { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
  { selector: 'TSEnumDeclaration', message: 'Use a union of literals.' },
];

const inCore = [
  ...inSource,
  {
    selector: "NewExpression[callee.name='Date'][arguments.length>0]",
    message: 'Dates of a paste are text with a fixed offset; the clock is passed in.',
  },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The core has no clock: now is passed in.' },
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'The core has no clock: now is passed in.' },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'The core is deterministic.' },
];

export default ts.config(
  {
    ignores: [
      'dist/',
      'dist-single/',
      'coverage/',
      'reports/',
      '.stryker-tmp/',
      'node_modules/',
      'test-results/',
      'playwright-report/',
      '*.config.js',
      '*.config.ts',
      '.size-limit.js',
      'test/mutation/*.mjs',
    ],
  },
  js.configs.recommended,
  ...ts.configs.recommendedTypeChecked,
  ...svelte.configs.recommended,
  {
    languageOptions: {
      globals: { ...globals.browser, ...globals.node },
      parserOptions: { projectService: true, extraFileExtensions: ['.svelte'] },
    },
    rules: {
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      '@typescript-eslint/no-implied-eval': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // TypeScript checks names; these two only know plain JavaScript.
      'no-undef': 'off',
      'no-redeclare': 'off',
      // Control characters are what a scanner of pasted text looks for.
      'no-control-regex': 'off',
      'svelte/no-at-html-tags': 'error',
      'svelte/require-each-key': 'error',
      // Routes are fragments of one document; there is no router to resolve them.
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  {
    files: ['src/**'],
    rules: {
      'no-console': 'error',
      'no-restricted-globals': ['error', ...noRequest],
      'no-restricted-properties': ['error', ...noSink],
      'no-restricted-syntax': ['error', ...inSource],
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['node-forge', 'node-forge/*'], message: 'node-forge stays behind forge.ts.' }] },
      ],
    },
  },
  {
    files: ['src/**/forge.ts', 'src/**/*.d.ts'],
    rules: { 'no-restricted-imports': 'off', 'no-restricted-syntax': 'off', 'no-var': 'off' },
  },
  { files: ['src/core/**/*.ts'], ignores: ['**/*.d.ts', '**/forge.ts'], rules: { 'no-restricted-syntax': ['error', ...inCore] } },
  {
    files: ['test/**'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      'no-empty-pattern': 'off',
    },
  },
);
