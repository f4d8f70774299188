/** Who may import whom. The table is the rule; a planted violation proves that it can fail. */
import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cruise } from 'dependency-cruiser';
import type { ICruiseResult, IForbiddenRuleType } from 'dependency-cruiser';

const ALL_CORE = 'core';

/** Folder → folders it may import; itself always. */
const may: Readonly<Record<string, readonly string[]>> = {
  'core/text': [],
  'core/read': ['core/text'],
  'core/keys': ['core/text'],
  'core/content': ['core/text', 'core/read'],
  'core/providers': ['core/text', 'core/read', 'core/content'],
  'core/recognise': ['core/text', 'core/read', 'core/providers'],
  'core/verify': ['core/text', 'core/keys'],
  'core/unseal': ['core/text', 'core/keys'],
  'core/diagnose': ['core/text', 'core/read', 'core/content', 'core/providers', 'core/keys', 'core/verify'],
  'core/explain': ['core/text', 'core/read', 'core/content', 'core/providers', 'core/keys', 'core/verify', 'core/unseal', 'core/diagnose'],
  workers: [ALL_CORE],
  history: [ALL_CORE],
  i18n: [ALL_CORE],
  ui: [ALL_CORE, 'workers/client.ts', 'history', 'i18n'],
};

const INTERFACE = '^src/core/providers/provider\\.ts$';

const exact = (path: string) => (path.endsWith('.ts') ? `^src/${path.replaceAll('.', '\\.')}$` : `^src/${path}/`);

const rules: IForbiddenRuleType[] = [
  ...Object.entries(may).map(([from, to]): IForbiddenRuleType => ({
    name: `${from} may import ${to.join(', ') || 'nothing'}`,
    severity: 'error',
    from: { path: `^src/${from}/`, pathNot: INTERFACE },
    to: { path: '^src/', pathNot: [from, ...to].map(exact) },
  })),
  // The interface names the key reports that it hands out; a provider does not read keys.
  {
    name: 'the interface of providers may import types of keys',
    severity: 'error',
    from: { path: INTERFACE },
    to: { path: '^src/', pathNot: ['^src/core/(providers|text|read|content)/', '^src/core/keys/report\\.ts$'] },
  },
  { name: 'core stays in core', severity: 'error', from: { path: '^src/core/' }, to: { path: '^src/', pathNot: '^src/core/' } },
  // Types vanish; what is left at run time must be the lazy prose alone.
  {
    name: 'ui imports core types only, but for the prose of fields',
    severity: 'error',
    from: { path: '^src/(ui|i18n|history)/' },
    to: { path: '^src/core/', pathNot: '^src/core/providers/[^/]+/fields', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'a provider knows no other provider',
    severity: 'error',
    from: { path: '^src/core/providers/([^/]+)/' },
    to: { path: '^src/core/providers/[^/]+/', pathNot: '^src/core/providers/$1/' },
  },
  { name: 'no cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
  {
    name: 'node-forge only in forge.ts',
    severity: 'error',
    from: { pathNot: '/(forge\\.ts|node-forge\\.d\\.ts)$' },
    to: { path: 'node_modules/node-forge' },
  },
  {
    name: 'sm-crypto-v2 only in sm2.ts and sm4.ts',
    severity: 'error',
    from: { pathNot: '^src/core/(verify/sm2|unseal/sm4)\\.ts$' },
    to: { path: 'node_modules/sm-crypto-v2' },
  },
  { name: 'idb only in history', severity: 'error', from: { pathNot: '^src/history/' }, to: { path: 'node_modules/idb/' } },
  {
    name: 'svelte only in ui and main',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/(ui/|main\\.ts)' },
    to: { path: 'node_modules/svelte/' },
  },
  { name: 'comlink only in workers', severity: 'error', from: { pathNot: '^src/workers/' }, to: { path: 'node_modules/comlink/' } },
  { name: 'no Node modules in the product', severity: 'error', from: { path: '^src/' }, to: { dependencyTypes: ['core'] } },
];

async function cruiseTree(root: string): Promise<ICruiseResult> {
  const { output } = await cruise(
    ['src'],
    {
      baseDir: root,
      validate: true,
      ruleSet: { forbidden: rules },
      doNotFollow: { path: 'node_modules' },
      tsPreCompilationDeps: 'specify',
      tsConfig: { fileName: join(root, 'tsconfig.json') },
      enhancedResolveOptions: {
        extensions: ['.ts', '.svelte', '.js', '.svelte.ts'],
        exportsFields: ['exports'],
        conditionNames: ['import', 'browser'],
      },
    },
    undefined,
    { tsConfig: { options: {} } },
  );
  if (typeof output === 'string') throw new Error('the cruise gave text instead of a result');
  return output;
}

const violations = (result: ICruiseResult) => result.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);

const sources = (root: string) =>
  readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|svelte)$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => `src/${name}`);

describe('the tree', () => {
  let result: ICruiseResult;
  beforeAll(async () => {
    result = await cruiseTree(resolve('.'));
  }, 120_000);

  test('keeps to the table', () => expect(violations(result)).toEqual([]));

  test('was seen whole: every source file was cruised', () => {
    const seen = new Set(result.modules.map((module) => module.source));
    expect(sources('.').filter((name) => !seen.has(name))).toEqual([]);
  });

  test('resolves every import within it', () => {
    const lost = result.modules.flatMap((module) =>
      module.dependencies
        .filter((to) => to.couldNotResolve && to.module.startsWith('.') && !to.module.includes('?'))
        .map((to) => `${module.source} → ${to.module}`),
    );
    expect(lost).toEqual([]);
  });

  test('every folder below src is under a rule', () => {
    const folders = new Set(sources('.').map((name) => /^src\/((?:core\/)?[^/]+)\//.exec(name)?.[1]));
    expect([...folders].filter((folder) => folder !== undefined && folder !== 'core' && !(folder in may))).toEqual([]);
  });
});

describe('a planted violation is reported', () => {
  const root = mkdtempSync(join(tmpdir(), 'architecture-'));
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test('of each kind', async () => {
    for (const name of ['src', 'tsconfig.json', 'tsconfig.base.json', 'package.json']) cpSync(name, join(root, name), { recursive: true });
    symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
    const plant = (path: string, text: string) => writeFileSync(join(root, 'src', path), text);
    plant('core/text/planted.ts', "import { none } from '../read/planted.ts';\nexport const text = none;\n");
    plant('core/read/planted.ts', "import { text } from '../text/planted.ts';\nexport const none = text;\n");
    plant('workers/planted.ts', "import { openDB } from 'idb';\nexport const db = openDB;\n");
    plant('ui/Planted.svelte', '<script lang="ts">\n  import { text } from \'../core/text/planted.ts\';\n</script>\n{text}\n');
    plant('core/unseal/planted.ts', "import { sm3 } from 'sm-crypto-v2';\nexport const hash = sm3;\n");
    const found = violations(await cruiseTree(root)).filter((line) => /planted/i.test(line));
    for (const rule of [
      'core/text may import nothing',
      'no cycles',
      'idb only in history',
      'ui imports core types only',
      'sm-crypto-v2 only',
    ]) {
      expect(
        found.some((line) => line.startsWith(rule)),
        rule,
      ).toBe(true);
    }
  }, 120_000);
});

test('the core compiles without page, network, storage or Node', () => {
  const { status, stdout } = spawnSync('npx', ['tsc', '-p', 'src/core'], { encoding: 'utf8' });
  expect(stdout).toBe('');
  expect(status).toBe(0);
}, 60_000);
