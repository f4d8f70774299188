/** Which kind of key some DER is: told from its structure, never from the label around it. */
import { contentOf, integerOf, oidOf, readDer } from './der.ts';
import type { DerNode } from './der.ts';
import type { KeyFormat, KeyProblem } from './report.ts';

export interface Structure {
  readonly format: KeyFormat | null;
  readonly algorithm: 'RSA' | 'EC' | 'SM2' | 'DSA' | null;
  /** `d` of a private key alone: for decrypting, never for records. */
  readonly rsa?: { readonly n: bigint; readonly e: bigint; readonly d?: bigint };
  /** The SubjectPublicKeyInfo as it stands, where there is one. */
  readonly spki?: Uint8Array;
  readonly isPrivate?: true;
  readonly problems: readonly KeyProblem[];
}

const OID = {
  rsa: '2a864886f70d010101',
  pss: '2a864886f70d01010a',
  ec: '2a8648ce3d0201',
  sm2: '2a811ccf5501822d',
  dsa: '2a8648ce380401',
  pkcs7: '2a864886f70d0107',
};

/** @param bytes one DER element, nothing after it */
export function readStructure(bytes: Uint8Array): Structure {
  const der = readDer(bytes);
  if (!der.ok) {
    const params = { at: der.at, have: bytes.length, ...(der.need === undefined ? {} : { need: der.need }) };
    return failed(
      ({ 'not-der': 'not-der', truncated: 'truncated', 'non-canonical': 'non-canonical-der', 'too-large': 'too-large' } as const)[der.why],
      params,
    );
  }
  if (der.trailing > 0) return failed('trailing-bytes', { at: der.node.end, have: der.trailing });
  const { node } = der;
  const [a, b, c] = node.inner;
  if (node.tag !== 0x30 || !a) return failed('not-der', { at: 0 });
  if (a.tag === 0x02) return integerFirst(bytes, node);
  if (a.tag === 0x06) return failed(oidOf(bytes, a)?.startsWith(OID.pkcs7) ? 'pkcs7' : 'not-der');
  if (a.tag !== 0x30 || !b) return failed('not-der', { at: 0 });
  if (b.tag === 0x03 && node.inner.length === 2) return readSpki(bytes, node);
  if (b.tag === 0x04) return failed('private-key-encrypted');
  if (b.tag === 0x30 && c?.tag === 0x03)
    return a.inner[0]?.tag === 0x02 && a.inner[1]?.tag === 0x30 && a.inner[2]?.tag === 0x30 && a.inner[2].inner[1]?.tag === 0x03
      ? failed('certificate-request')
      : readCertificate(bytes, a);
  return failed('not-der', { at: 0 });
}

/** PKCS#1 public or private, PKCS#8, SEC1. */
function integerFirst(bytes: Uint8Array, node: DerNode): Structure {
  const [a, b, c] = node.inner;
  if (node.inner.length === 2 && b?.tag === 0x02) return fromPkcs1(bytes, node, 'pkcs1', false);
  if (b?.tag === 0x02 && node.inner.length >= 9) return fromPkcs1(bytes, node, 'pkcs1-private', true);
  if (b?.tag === 0x30 && c?.tag === 0x04) {
    const algorithm = oidOf(bytes, b.inner[0]);
    if (algorithm !== OID.rsa) return { ...otherAlgorithm(bytes, b), format: 'pkcs8', isPrivate: true };
    const inside = contentOf(bytes, c);
    const key = readDer(inside);
    return key.ok && key.trailing === 0 ? fromPkcs1(inside, key.node, 'pkcs8', true) : failed('not-der', { at: c.from });
  }
  if (a && b?.tag === 0x04) return { format: null, algorithm: 'EC', isPrivate: true, problems: [{ id: 'ec-key', severity: 'error' }] };
  return failed('not-der', { at: 0 });
}

function fromPkcs1(bytes: Uint8Array, node: DerNode, format: KeyFormat, isPrivate: boolean): Structure {
  const [n, e, d] = node.inner.slice(isPrivate ? 1 : 0, 4).map((each) => integerOf(bytes, each));
  if (typeof n !== 'bigint' || typeof e !== 'bigint')
    return {
      ...failed('non-canonical-der', { at: node.from }),
      format,
      algorithm: 'RSA',
      ...(isPrivate ? { isPrivate: true as const } : {}),
    };
  const secret = isPrivate && typeof d === 'bigint' ? { d } : {};
  return { format, algorithm: 'RSA', rsa: { n, e, ...secret }, problems: [], ...(isPrivate ? { isPrivate: true as const } : {}) };
}

/** SubjectPublicKeyInfo, as strictly as Chromium imports it: NULL parameters, no unused bits, nothing left over. */
function readSpki(bytes: Uint8Array, node: DerNode): Structure {
  const [algorithm, bits] = node.inner as readonly [DerNode, DerNode];
  const spki = bytes.subarray(node.start, node.end);
  const [oid, parameters] = algorithm.inner;
  if (oidOf(bytes, oid) !== OID.rsa) return { ...otherAlgorithm(bytes, algorithm), format: 'spki', spki };
  const strict = parameters?.tag === 0x05 && parameters.end === parameters.from && algorithm.inner.length === 2 && bytes[bits.from] === 0;
  if (!strict) return { ...failed('non-canonical-der', { at: parameters?.start ?? algorithm.end }), format: 'spki', algorithm: 'RSA' };
  const inside = bytes.subarray(bits.from + 1, bits.end);
  const key = readDer(inside);
  if (!key.ok) return { ...failed('not-der', { at: bits.from + 1 + key.at }), format: 'spki', algorithm: 'RSA' };
  if (key.trailing > 0 || key.node.inner.length !== 2)
    return { ...failed('trailing-bytes', { at: bits.from + 1 + key.node.end, have: key.trailing }), format: 'spki', algorithm: 'RSA' };
  return { ...fromPkcs1(inside, key.node, 'spki', false), spki };
}

/** The key in a certificate; who it names is read elsewhere. @see RFC 5280 §4.1 */
function readCertificate(bytes: Uint8Array, tbs: DerNode): Structure {
  const fields = tbs.inner[0]?.tag === 0xa0 ? tbs.inner.slice(1) : tbs.inner;
  const spki = fields[5];
  if (spki?.tag !== 0x30 || spki.inner.length !== 2 || spki.inner[0]?.tag !== 0x30 || spki.inner[1]?.tag !== 0x03)
    return { ...failed('certificate-unreadable', { at: tbs.start }), format: 'x509' };
  return { ...readSpki(bytes, spki), format: 'x509' };
}

function otherAlgorithm(bytes: Uint8Array, algorithm: DerNode): Structure {
  const oid = oidOf(bytes, algorithm.inner[0]);
  if (oid === OID.pss) return { ...failed('pss-key'), algorithm: 'RSA' };
  if (oid === OID.dsa) return { ...failed('dsa-key'), algorithm: 'DSA' };
  if (oid === OID.ec)
    return oidOf(bytes, algorithm.inner[1]) === OID.sm2
      ? { format: null, algorithm: 'SM2', problems: [{ id: 'sm2-key', severity: 'warning' }] }
      : { ...failed('ec-key'), algorithm: 'EC' };
  return failed('not-rsa');
}

function failed(id: KeyProblem['id'], params?: Readonly<Record<string, number>>): Structure {
  return { format: null, algorithm: null, problems: [{ id, severity: 'error', ...(params ? { params } : {}) }] };
}
