/**
 * Looks at a share of the mutants only: all of them take a day. A checker is the one face of Stryker that sees each mutant before it is run;
 * those outside the sample are reported as compile errors, which no score counts.
 * `SAMPLE=0.05` takes one in twenty, the same ones each time; without it all are run.
 */
import { createHash } from 'node:crypto';

const SHARE = Number(process.env['SAMPLE'] ?? 1);

/** Spread evenly over 0 to 1, by what the mutant is and not by its number, which changes with every edit above it. */
function placeOf({ fileName, location, mutatorName, replacement }) {
  const { start, end } = location;
  const text = [fileName.replace(/^.*\/src\//, ''), start.line, start.column, end.line, end.column, mutatorName, replacement].join('\n');
  return createHash('sha256').update(text).digest().readUInt32BE(0) / 2 ** 32;
}

const sample = () => ({
  init: async () => undefined,
  check: async (mutants) =>
    Object.fromEntries(
      mutants.map((mutant) => [
        mutant.id,
        placeOf(mutant) < SHARE ? { status: 'passed' } : { status: 'compileError', reason: 'not in the sample' },
      ]),
    ),
});

export const strykerPlugins = [{ kind: 'Checker', name: 'sample', factory: sample }];
