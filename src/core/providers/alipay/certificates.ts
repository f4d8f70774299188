/** Where Alipay's messages speak of certificates, and whom its certificates name. */
import type { Reading } from '../../read/reading.ts';
import { headerValues } from '../headers.ts';
import type { CertificateNaming, Signer } from '../provider.ts';

/** @see Alipay open docs, 公钥证书; 开放平台 V3 协议 (alipay-sn) */
const SN = ['alipay_cert_sn', 'alipay-sn'] as const;

export const certificates: CertificateNaming = {
  said: {
    'alipay-cert-sn': SN,
    'app-cert-sn': ['app_cert_sn'],
    'root-cert-sn': ['alipay_root_cert_sn'],
    seller: ['seller_id', 'partner'],
    app: ['app_id', 'auth_app_id'],
    time: ['notify_time', 'timestamp', 'utc_timestamp', 'alipay-timestamp', 'gmt_payment'],
  },
  /** Alipay's are named `支付宝…-<partner id>`, the application's `<partner id>-<app id>` or `<partner id>`. */
  parties: (subject) => {
    const name = /(?:^|,)CN=([^,]{0,200})/.exec(subject)?.[1] ?? '';
    return { seller: /(?:^|-)(2088\d{12})(?=-|$)/.exec(name)?.[1] ?? null, app: /-(20(?!88)\d{14})$/.exec(name)?.[1] ?? null };
  },
};

/** In certificate mode an answer names the certificate that it was signed under; a bare key has no such number. */
export function signerOf(reading: Reading): Signer | null {
  const text = SN.map((name) => reading.pairs.find((pair) => pair.name === name)?.value ?? headerValues(reading, name)[0])
    .find((value) => value !== undefined && value.trim() !== '')
    ?.trim();
  if (text === undefined) return null;
  return { header: 'alipay_cert_sn', text, fits: (certificate) => (certificate === null ? null : certificate.certSn === text) };
}
