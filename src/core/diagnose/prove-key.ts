/** Which key made this signature: every text the signature may have had, under every key held, until a block opens. */
import type { RingKey } from '../keys/read-keys.ts';
import type { PublicKey } from '../keys/public-key.ts';
import { openSignature } from '../verify/open.ts';
import type { SignatureRepair, SignatureText } from '../verify/signature-text.ts';
import type { Opened } from '../verify/verdict.ts';

export interface KeyProof {
  /** Index into the ring. */
  readonly index: number;
  readonly key: PublicKey;
  readonly opened: Extract<Opened, { ok: true }>;
  readonly signature: Uint8Array;
  /** What had to be undone on the signature's text; null where it opened as it stood. */
  readonly repair: SignatureRepair | null;
}

export interface KeyTrial {
  readonly proof: KeyProof | null;
  /** Where none opens strictly: the attempt that came nearest. */
  readonly nearest: { readonly index: number; readonly opened: Extract<Opened, { ok: false }>; readonly bytes: Uint8Array } | null;
}

/** How near a failure came; a block that can almost be read tells more than a length. */
const NEARNESS = { noncanonical: 4, 'unknown-hash': 3, padding: 2, range: 1, length: 0 } as const;

export function proveKey(signature: SignatureText, ring: readonly RingKey[]): KeyTrial {
  const texts: readonly { bytes: Uint8Array; repair: SignatureRepair | null }[] = [
    ...(signature.bytes ? [{ bytes: signature.bytes, repair: null }] : []),
    ...signature.repairs.map((repair) => ({ bytes: repair.bytes, repair })),
  ];
  let nearest: KeyTrial['nearest'] = null;
  for (const { bytes, repair } of texts)
    for (const [index, { key }] of ring.entries()) {
      if (!key) continue;
      const opened = openSignature(bytes, key);
      if (opened.ok) return { proof: { index, key, opened, signature: bytes, repair }, nearest: null };
      if (!nearest || NEARNESS[opened.why] > NEARNESS[nearest.opened.why]) nearest = { index, opened, bytes };
    }
  return { proof: null, nearest };
}
