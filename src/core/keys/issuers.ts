/**
 * Certificates that Alipay publishes, by their SHA-256: the four of alipayRootCert.crt, and the one that issues the certificates its
 * messages are signed under (it stands behind the leaf in alipayCertPublicKey_RSA2.crt, and is signed by R1).
 * @see Alipay open docs, 公钥证书 (alipayRootCert.crt, `alipay_root_cert_sn` 687b59193f3f462dd5336e5abf83c5d8_02941eef3187dddf3d3b83462e1dfcf6)
 */
import type { Environment } from './report.ts';

const PUBLISHED: ReadonlySet<string> = new Set([
  // CN=ROOTCA,O=NRCAC,C=CN; SM2, serial 69e2fec0170ac67b, until 2042-07-07
  '9c28d3847414bfff1a5749e7e2381146f82842083e8c592e16a612d04a5ba8cd',
  // CN=Ant Financial Certification Authority R1; RSA 4096, serial 1fcfa18d6a480d11, until 2038-02-28
  '8458680229315741d3a9ab299ad357853ea7b8ac44248d65bcecc78869bebda7',
  // CN=Ant Financial Certification Authority E1; P-384, serial 417efa52c07fdf4a, until 2049-04-20
  'daef51357801810a0d4175209e7418ee9c823255746a8af41256a3b141f2789a',
  // CN=iTrusChina Class 2 Root CA - G3; RSA 2048 with SHA-1, serial 10c764e9d560384212d9c08fd10e373fdd0fb396, until 2033-04-18
  '7dd16c32a554a6a77e842a879baaeb74ce0b25a8435a6acb0a4bd2e4b64cdc1f',
  // CN=Ant Financial Certification Authority Class 2 R1; RSA 2048, serial 62c4abe5b280325f, until 2037-11-26
  '2448bd38647cf2260d9d57cead4cca893b5766e6073645b0f4ec7814e511171e',
]);

/** The sandbox's are the same with `test` behind; their files are not at hand, so only the name tells. */
const NAME = /^CN=Ant Financial Certification Authority (?:Class \d )?[A-Z]\d( test)?(?:,|$)/;

export const isPublished = (fingerprint: string | undefined): boolean => fingerprint !== undefined && PUBLISHED.has(fingerprint);

/** Whose network a name belongs to. Anyone can write it into a certificate. */
export function environmentOf(name: string): Environment | null {
  const match = NAME.exec(name);
  return match ? (match[1] === undefined ? 'production' : 'sandbox') : null;
}
