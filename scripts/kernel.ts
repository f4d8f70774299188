/** Compiles the search kernel. `npm run build` writes the module; a test asserts that it would be written the same. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import asc from 'assemblyscript/asc';

const FOLDER = resolve(import.meta.dirname, '../src/core/verify/kernel');
export const MODULE = join(FOLDER, 'kernel.generated.ts');

const ENTRY = 'tree.ts';

/** The source is no TypeScript for TypeScript's own tools, hence its own ending; the compiler knows but one. */
function readSource(name: string): string | null {
  const path = join(FOLDER, 'assembly', name.replace(/\.ts$/, '.as'));
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

/** @returns the text of the generated module: the WebAssembly bytes in Base64 */
export async function makeKernel(): Promise<string> {
  let bytes: Uint8Array = new Uint8Array();
  const problems: string[] = [];
  const { error } = await asc.main([ENTRY, '--outFile', 'kernel.wasm', '-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd'], {
    readFile: readSource,
    writeFile: (_name, contents) => {
      bytes = contents as Uint8Array;
    },
    listFiles: () => [],
    stderr: { write: (text) => void problems.push(String(text)) },
  });
  if (error) throw new Error(`the kernel does not compile\n${problems.join('')}`);
  const text = Buffer.from(bytes).toString('base64');
  return `/** The search kernel, compiled: WebAssembly in Base64. Made of assembly/ by \`npm run build\`. */\nexport const KERNEL =\n  '${text}';\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(MODULE, await makeKernel());
