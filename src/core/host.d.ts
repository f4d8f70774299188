/** The few globals that page, worker and Node share. The core may use no others: it compiles without the DOM library. */

declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  readonly encoding: string;
  decode(input?: Uint8Array, options?: { stream?: boolean }): string;
}

declare class TextEncoder {
  encode(input?: string): Uint8Array;
}

interface AbortSignal {
  readonly aborted: boolean;
  throwIfAborted(): void;
}

/** An imported key; opaque to us. */
interface CryptoKey {
  readonly type: 'public' | 'private' | 'secret';
}

interface SubtleCrypto {
  importKey(
    format: 'spki' | 'raw',
    key: Uint8Array,
    algorithm: object,
    extractable: boolean,
    usages: readonly string[],
  ): Promise<CryptoKey>;
  verify(algorithm: string | object, key: CryptoKey, signature: Uint8Array, data: Uint8Array): Promise<boolean>;
  decrypt(algorithm: object, key: CryptoKey, data: Uint8Array): Promise<ArrayBuffer>;
  digest(algorithm: string, data: Uint8Array): Promise<ArrayBuffer>;
}

/** Absent outside secure contexts: every use goes through `globalThis.crypto?.subtle`. */
declare var crypto: { readonly subtle?: SubtleCrypto } | undefined;

declare function setTimeout(callback: () => void, ms?: number): unknown;

/** What the search kernel uses of it. Absent or forbidden on some pages: every use is in a `try`. */
declare namespace WebAssembly {
  interface Module {
    readonly [Symbol.toStringTag]: string;
  }
  interface Global {
    readonly value: number;
  }
  interface Memory {
    readonly buffer: ArrayBuffer;
    grow(pages: number): number;
  }
  interface Instance {
    readonly exports: Readonly<Record<string, unknown>>;
  }
  function compile(bytes: Uint8Array): Promise<Module>;
  function instantiate(module: Module): Promise<Instance>;
}
