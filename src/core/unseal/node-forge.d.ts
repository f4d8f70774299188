/** What we use of node-forge's ciphers; its own types know only the whole package. */
declare module 'node-forge/lib/aes.js' {}

declare module 'node-forge/lib/util.js' {
  export interface ByteBuffer {
    getBytes(): string;
  }
  const util: { createBuffer(bytes: string): ByteBuffer };
  export default util;
}

declare module 'node-forge/lib/cipher.js' {
  import type { ByteBuffer } from 'node-forge/lib/util.js';
  interface Decipher {
    readonly output: ByteBuffer;
    start(options: { readonly iv?: ByteBuffer }): void;
    update(input: ByteBuffer): void;
    finish(unpad?: () => boolean): boolean;
  }
  const cipher: { createDecipher(mode: string, key: ByteBuffer): Decipher };
  export default cipher;
}
