/** Writes the vectors and the page's examples: `npx tsx test/vectors/make.ts`. Given the committed keys the result is always the same. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { made } from './made.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = `${root}test/vectors/alipay/`;
mkdirSync(folder, { recursive: true });
for (const name of readdirSync(folder)) rmSync(folder + name);
const files = await made();
for (const [path, bytes] of files) writeFileSync(root + path, bytes);
process.stdout.write(`${files.size} files\n`);
