/** Reads the vector files: `key: value` lines, an empty line, then the raw input, byte for byte. */
import { readFileSync, readdirSync } from 'node:fs';

export interface Vector {
  readonly name: string;
  readonly header: Readonly<Record<string, string>>;
  /** A text as pasted, or the bytes of a file where the header says `input: bytes`. */
  readonly input: string | Uint8Array;
}

const ALIPAY = new URL('./alipay/', import.meta.url);

export function loadVectors(): readonly Vector[] {
  return readdirSync(ALIPAY)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => parseVector(name.slice(0, -4), readFileSync(new URL(name, ALIPAY))));
}

/** @throws where the file is no vector: a committed file is our own mistake */
export function parseVector(name: string, file: Uint8Array): Vector {
  const bytes = Buffer.from(file);
  const end = bytes.indexOf('\n\n');
  if (end < 0) throw new Error(`${name}: no empty line ends the header`);
  const header: Record<string, string> = {};
  for (const line of bytes.subarray(0, end).toString('utf8').split('\n')) {
    const cut = line.indexOf(': ');
    if (cut <= 0) throw new Error(`${name}: a line of the header is not "key: value"`);
    const key = line.slice(0, cut);
    if (key in header) throw new Error(`${name}: ${key} is there twice`);
    header[key] = line.slice(cut + 2);
  }
  const raw = bytes.subarray(end + 2);
  return { name, header, input: header['input'] === 'bytes' ? Uint8Array.from(raw) : raw.toString('utf8') };
}

/** @throws where the header lacks it */
export function headerOf({ name, header }: Vector, key: string): string {
  const value = header[key];
  if (value === undefined) throw new Error(`${name}: no ${key}`);
  return value;
}
