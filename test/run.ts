/**
 * Runs every test that guards a promise and ends with one line, `N passed, N failed`.
 * `--deep` adds the slow suites. Exits non-zero when anything failed, or when nothing ran.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { findChromium } from './chromium.ts';

interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

interface PlaywrightReport {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number; readonly skipped: number };
}

const FOLDER = resolve('test-results');
const VITEST = resolve(FOLDER, 'vitest.json');
const PLAYWRIGHT = resolve(FOLDER, 'playwright.json');

/** A suite that leaves no report failed as a whole and counts as one failed test. */
const BROKEN: Count = { passed: 0, failed: 1, skipped: 0 };

function run(args: readonly string[], variables: Readonly<Record<string, string>>): boolean {
  const { status } = spawnSync('npx', [...args], { stdio: 'inherit', env: { ...process.env, ...variables } });
  return status === 0;
}

function readReport<Report>(path: string, count: (report: Report) => Count, passed: boolean): Count {
  if (!existsSync(path)) return BROKEN;
  const counted = count(JSON.parse(readFileSync(path, 'utf8')) as Report);
  // An error outside any test, such as a rejected promise nobody awaits, is in no count but fails the run.
  return !passed && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
}

function countVitest(report: VitestReport): Count {
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

function countPlaywright({ stats }: PlaywrightReport): Count {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}

const deep = process.argv.includes('--deep');
const chromium = findChromium();
rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
const shared = { CHROMIUM_PATH: chromium, ...(deep && { DEEP: '1' }) };
const units = run(['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${VITEST}`], shared);
const first = readReport<VitestReport>(VITEST, countVitest, units);
const pages = run(['playwright', 'test', '--reporter=list,json'], { ...shared, PLAYWRIGHT_JSON_OUTPUT_NAME: PLAYWRIGHT });
const second = readReport<PlaywrightReport>(PLAYWRIGHT, countPlaywright, pages);

const passed = first.passed + second.passed;
const failed = first.failed + second.failed;
const skipped = first.skipped + second.skipped;
process.stdout.write(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
