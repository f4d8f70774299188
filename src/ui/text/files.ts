/** Files that were dropped or chosen: small ones that look like keys go to the key box, anything else is the message. */
import type { Inspector } from '../state/inspector.svelte.ts';

/** Larger files are no keys. Bytes. */
const KEY_LIMIT = 32 * 1024;
/** Above this a file is not even read; the core refuses it too. Bytes. */
const FILE_LIMIT = 64 * 1024 * 1024;

export async function receiveFiles(files: FileList | null | undefined, inspector: Inspector): Promise<void> {
  for (const file of [...(files ?? [])]) {
    const bytes = new Uint8Array(await file.slice(0, FILE_LIMIT + 1).arrayBuffer());
    if (isKey(file.name, bytes)) inspector.addKeyFile(bytes);
    else inspector.take(bytes, file.name);
  }
}

function isKey(name: string, bytes: Uint8Array): boolean {
  if (bytes.length > KEY_LIMIT) return false;
  if (/\.(pem|crt|cer|der|key|pub|p7b)$/i.test(name)) return true;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  return head.includes('-----BEGIN ') || (/^\s*MI[A-Za-z0-9+/=\s]+$/.test(head) && bytes.length < 4096);
}
