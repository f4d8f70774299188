/** C2SP/wycheproof in Node: 0 valid signatures missed, 0 invalid ones accepted, by our opener and by the platform. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { judge } from './wycheproof.ts';
import type { WycheproofFile } from './wycheproof.ts';

const FOLDER = new URL('../../../../shared/vectors/wycheproof/', import.meta.url);
const names = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => /^rsa_(signature|pkcs1_\d+_sig_gen).*\.json$/.test(name)) : [];

describe.skipIf(names.length === 0)(names.length === 0 ? 'wycheproof vectors are not here: skipped' : 'wycheproof', () => {
  test.each(names)('%s: 0 wrong', async (name) => {
    const file = JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as WycheproofFile;
    const { ran, wrong } = await judge(file);
    expect(wrong).toEqual([]);
    expect(ran).toBe(file.numberOfTests);
  });

  test('a file whose verdicts are turned round is reported, so that "0 wrong" can fail', async () => {
    const name = names.find((each) => each.startsWith('rsa_signature_2048_sha256')) ?? '';
    const { testGroups, numberOfTests } = JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as WycheproofFile;
    const turned = testGroups.map((group) => ({
      ...group,
      tests: group.tests.map((each) => ({
        ...each,
        flags: [],
        result: each.result === 'valid' ? ('invalid' as const) : ('valid' as const),
      })),
    }));
    expect((await judge({ numberOfTests, testGroups: turned })).wrong).toHaveLength(numberOfTests);
  });
});
