/** Where the signature of a message stands, what it says of itself, and what its text shows before any key is tried. */
import { NOTHING, headerKey, headerValues } from '../providers/headers.ts';
import { queryValue } from '../providers/query.ts';
import type { Algorithm, DialectRules, Provider, Received, Sample } from '../providers/provider.ts';
import { readSignatureText } from '../verify/signature-text.ts';
import type { SignatureText } from '../verify/signature-text.ts';
import type { HashName, SignatureFacts } from '../verify/verdict.ts';

export interface FoundSignature {
  readonly name: string;
  readonly text: string;
  readonly read: SignatureText;
  readonly facts: SignatureFacts;
  readonly algorithm: Algorithm | null;
  /** A type that nobody knows. */
  readonly unknownType: boolean;
  /** Several signatures that differ, or several of another header that counts: then none can be the one. */
  readonly conflicting: boolean;
  /** Which of them stand there twice. */
  readonly twice: readonly string[];
  readonly sample: Sample | null;
}

/** @returns null where the message carries none, or an empty one */
export function findSignature(received: Received, rules: DialectRules, provider: Provider): FoundSignature | null {
  const { type, from, pick, instead } = rules.signature;
  const usual = valuesOf(received, rules.signature.value, from).length > 0;
  const value = usual || instead === undefined ? rules.signature.value : instead;
  const all = valuesOf(received, value, from).map((text) => pick?.(text, 'value') ?? text);
  const text = all[0];
  if (text === undefined || text.trim() === '' || (from === 'header' && NOTHING.test(text.trim()))) return null;
  const kinds = type === null ? [] : valuesOf(received, type, from).map((text) => pick?.(text, 'type') ?? text);
  const kind = kinds[0]?.trim() ?? null;
  // A header that came twice, joined by a proxy. @see RFC 9110 §5.3
  const single = from === 'header' ? (/^(.{64,}?)\s*,\s*\1$/.exec(text.slice(0, TWO))?.[1] ?? text) : text;
  const damaged = single !== text || (from === 'header' && isEscaped(received, value));
  const read = damaged ? throughHeader(readSignatureText(single), single) : readSignatureText(text);
  const algorithm = kind === null ? null : (provider.algorithms[kind.toUpperCase()] ?? closedOf(kind));
  const headers = (rules.signature.among ?? []).filter((name) => {
    const values = headerValues(received.reading, name, received.inputs).map((each) => each.trim());
    return new Set(values.filter((each) => !NOTHING.test(each))).size > 1;
  });
  const twice = [...(new Set(all).size > 1 ? [value] : []), ...headers];
  return {
    name: value,
    text,
    read,
    facts: { text, length: read.bytes?.length ?? null, type: kind, hash: hashOf(algorithm) },
    algorithm,
    unknownType: kind !== null && kind !== '' && algorithm === null,
    conflicting: twice.length > 0,
    twice,
    sample:
      provider.samples.find(({ starts, header }) =>
        header === undefined ? text.startsWith(starts) : headerValues(received.reading, header, received.inputs)[0]?.startsWith(starts),
      ) ?? null,
  };
}

/** Characters of two signatures of 4096 bits, and what stands between them. */
const TWO = 1400;

/** A log wrote each slash as JSON may, and nothing took that back: no base64 holds a backslash. */
function isEscaped({ reading }: Received, name: string): boolean {
  const key = headerKey(name);
  return (reading.headers ?? []).find((header) => headerKey(header.name) === key)?.value.includes('\\/') === true;
}

/** The text is right but for what its header went through, which is told. */
function throughHeader(read: SignatureText, text: string): SignatureText {
  const { bytes, repairs } = read;
  return {
    ...read,
    bytes: null,
    repairs: [
      ...(bytes ? [{ id: 'v3-header-loss' as const, text, bytes, also: [] }] : []),
      ...repairs.map((repair) => ({ ...repair, also: [...repair.also, 'v3-header-loss' as const] })),
    ],
  };
}

function valuesOf({ reading, inputs }: Received, name: string, from: DialectRules['signature']['from']): readonly string[] {
  if (from === 'header') return headerValues(reading, name, inputs);
  if (from === 'query') {
    const value = queryValue(reading, name, inputs);
    return value === undefined ? [] : [value];
  }
  const exact = reading.pairs.filter((pair) => pair.name.trim() === name);
  // Beans of .NET have `Sign` and `SignType`; what else they renamed, a search tells.
  const alike = exact.length > 0 ? exact : reading.pairs.filter((pair) => skeletonOf(pair.name) === skeletonOf(name));
  return alike.map((pair) => pair.value);
}

const skeletonOf = (name: string): string => name.replace(/[^A-Za-z0-9]/g, '').toLowerCase();

/** `DSA-SHA1`, `SHA256withECDSA`: however it is written, what can neither be opened nor verified here. */
const closedOf = (kind: string): Algorithm | null => (/ECDSA/i.test(kind) ? 'ecdsa' : /(^|\W|with)DSA/i.test(kind) ? 'dsa' : null);

const hashOf = (algorithm: Algorithm | null): HashName | null =>
  algorithm === 'sha-1' || algorithm === 'sha-256' ? algorithm : algorithm === 'sm2' ? 'sm3' : null;
