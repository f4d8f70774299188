/** The adapter to node-forge's block ciphers, for what WebCrypto lacks: ECB, and CBC without its own idea of padding. Imported on demand. */
import 'node-forge/lib/aes.js';
import cipher from 'node-forge/lib/cipher.js';
import util from 'node-forge/lib/util.js';

/** Whole blocks, padding still on. */
export function decryptBlocks(mode: 'AES-ECB' | 'AES-CBC', key: Uint8Array, iv: Uint8Array | null, input: Uint8Array): Uint8Array {
  const decipher = cipher.createDecipher(mode, util.createBuffer(binary(key)));
  decipher.start(iv ? { iv: util.createBuffer(binary(iv)) } : {});
  decipher.update(util.createBuffer(binary(input)));
  decipher.finish(() => true);
  const text = decipher.output.getBytes();
  return Uint8Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
}

function binary(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
