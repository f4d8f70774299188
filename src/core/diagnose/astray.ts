/** A signature that stands in another header than its own, the values having been exchanged: told by its form, proved by the key. */
import { headerValues } from '../providers/headers.ts';
import type { DialectRules, Received } from '../providers/provider.ts';
import { readSignatureText } from '../verify/signature-text.ts';
import type { SignatureRepair } from '../verify/signature-text.ts';
import type { FoundSignature } from './signature.ts';

/** Base64 of 128 bytes or more, damaged or not: no nonce and no serial number is so long. */
const SIGNATURE = /^[A-Za-z0-9+/\-_ %]{170,1400}={0,2}$/;

export function withAstray(found: FoundSignature | null, { reading, inputs }: Received, rules: DialectRules): FoundSignature | null {
  if (!found || SIGNATURE.test(found.text.trim())) return found;
  const texts = (rules.signature.among ?? []).flatMap((name) => headerValues(reading, name, inputs).filter((text) => SIGNATURE.test(text)));
  const repairs = texts.flatMap((text): SignatureRepair[] => {
    const read = readSignatureText(text);
    return [
      ...(read.bytes ? [{ id: 'v3-header-loss' as const, text, bytes: read.bytes, also: [] }] : []),
      ...read.repairs.map((repair) => ({ ...repair, id: 'v3-header-loss' as const, also: [repair.id, ...repair.also] })),
    ];
  });
  return repairs.length === 0 ? found : { ...found, read: { ...found.read, hex: null, repairs: [...repairs, ...found.read.repairs] } };
}
