/** Everything that `make.ts` writes, by its path in the repository; a test compares it with what is committed. */
import { format, resolveConfig } from 'prettier';
import { cases, toFile } from './cases.ts';
import { gallery, toModule } from './gallery.ts';

const MODULE = 'src/ui/examples/examples.ts';

export async function made(): Promise<ReadonlyMap<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for (const each of cases) {
    const path = `test/vectors/alipay/${each.name}.txt`;
    if (files.has(path)) throw new Error(`two vectors are named ${each.name}`);
    files.set(path, toFile(each));
  }
  const options = await resolveConfig(MODULE);
  files.set(MODULE, Buffer.from(await format(toModule(gallery), { ...options, filepath: MODULE })));
  return files;
}
