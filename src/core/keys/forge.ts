/**
 * The adapter to node-forge: who a certificate names, its serial and its dates. Nothing here judges anything: the key itself
 * comes from our own strict reader, which has already bounded the size and depth of these bytes. Imported on demand.
 * @see RFC 5280 §4.1
 */
import asn1 from 'node-forge/lib/asn1.js';
import type { Asn1 } from 'node-forge/lib/asn1.js';
import { md5 } from '@noble/hashes/legacy.js';
import { encodeHex } from '../text/hex.ts';
import { encodeUtf8 } from '../text/utf8.ts';
import { toBigInt } from './der.ts';
import type { CertificateFacts } from './report.ts';

/** Short names as RFC 4514 §3 has them; others are written as their numbers. */
const SHORT: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.9': 'STREET',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '0.9.2342.19200300.100.1.25': 'DC',
  '0.9.2342.19200300.100.1.1': 'UID',
};

/** @returns null where the certificate does not have the shape that RFC 5280 prescribes */
export function readCertificateFacts(der: Uint8Array): CertificateFacts | null {
  try {
    const [tbs, algorithm] = children(asn1.fromDer(binary(der), { strict: true, decodeBitStrings: false }));
    const fields = children(tbs);
    const [serial, , issuer, validity, subject] = fields[0]?.tagClass === asn1.Class.CONTEXT_SPECIFIC ? fields.slice(1) : fields;
    const [from, to] = children(validity);
    const number = toBigInt(bytesOf(serial));
    const issuerName = nameOf(issuer);
    return {
      subject: nameOf(subject),
      issuer: issuerName,
      serial: number.toString(16),
      notBefore: timeOf(from),
      notAfter: timeOf(to),
      signatureAlgorithm: asn1.derToOid(contentOf(children(algorithm)[0])),
      certSn: encodeHex(md5(encodeUtf8(issuerName + number.toString(10)))),
    };
  } catch {
    return null; // forge throws texts of its own on anything unexpected; they say nothing to a user
  }
}

function children(node: Asn1 | undefined): readonly Asn1[] {
  return typeof node?.value === 'object' ? node.value : [];
}

/** A primitive's contents as a binary string. */
const contentOf = (node: Asn1 | undefined): string => (typeof node?.value === 'string' ? node.value : '');

/** Most specific part first, no blanks: the order in which Alipay hashes it (Java's `X500Principal.getName`, RFC 2253). */
function nameOf(name: Asn1 | undefined): string {
  return children(name)
    .map((set) =>
      children(set)
        .map((pair) => {
          const [type, value] = children(pair);
          const oid = asn1.derToOid(contentOf(type));
          return `${SHORT[oid] ?? oid}=${textOf(value)}`;
        })
        .join('+'),
    )
    .reverse()
    .join(',');
}

function textOf(value: Asn1 | undefined): string {
  const bytes = bytesOf(value);
  if (value?.type === asn1.Type.BMPSTRING)
    return String.fromCharCode(
      ...Array.from({ length: bytes.length >> 1 }, (_, i) => ((bytes[2 * i] as number) << 8) | (bytes[2 * i + 1] as number)),
    );
  return new TextDecoder('utf-8').decode(bytes);
}

/** UTCTime or GeneralizedTime, which RFC 5280 §4.1.2.5 fixes to seconds and `Z`, as ISO 8601. */
function timeOf(time: Asn1 | undefined): string {
  const digits = contentOf(time);
  const full = time?.type === asn1.Type.UTCTIME ? (Number(digits.slice(0, 2)) < 50 ? '20' : '19') + digits : digits;
  const parts = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/.exec(full);
  return parts ? `${parts[1]}-${parts[2]}-${parts[3]}T${parts[4]}:${parts[5]}:${parts[6]}Z` : '';
}

function binary(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

function bytesOf(node: Asn1 | undefined): Uint8Array {
  const text = contentOf(node);
  return Uint8Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
}
