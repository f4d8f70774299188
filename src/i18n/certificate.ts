/** What the key doctor says of certificates, in both languages side by side; loaded with it. */
import type { CertificateChain, CertificateNote, Environment } from '../core/keys/report.ts';
import type { Lang } from './messages.ts';

export interface CertificateWords {
  readonly certificate: Readonly<Record<'title' | 'subject' | 'issuer' | 'serial' | 'dates' | 'certSn' | 'rootSn' | 'rootSnSm2', string>>;
  readonly period: (from: string, to: string) => string;
  readonly copyCertSn: string;
  readonly copyRootSn: string;
  /** Where not every SDK spells the issuer alike. */
  readonly snDiffers: string;
  readonly dates: Readonly<Record<string, string>>;
  readonly check: Readonly<Record<CertificateNote['id'], (holds: boolean, own: string, said: string) => string>>;
  /** Who signed it; `issuer` is the place of the issuer's certificate in the list, `known` whether a published one was reached. */
  readonly chain: Readonly<Record<CertificateChain['signature'], (issuer: number | null, known: boolean) => string>> & {
    readonly published: string;
  };
  /** Put behind: whose the issuer's name is. */
  readonly named: Readonly<Record<Environment, string>>;
  readonly beside: string;
}

/** `2024-03-11T10:20:32+08:00` as people write it. */
const clock = (iso: string): string => iso.replace('T', ' ').replace(/(\.\d+)?(Z|[+-]\d\d:\d\d)$/, '');

export const certificateWords: Readonly<Record<Lang, CertificateWords>> = {
  zh: {
    certificate: {
      title: '证书',
      subject: '使用者',
      issuer: '颁发者',
      serial: '序列号',
      dates: '有效期',
      certSn: '证书 SN',
      rootSn: '根证书 SN',
      rootSnSm2: '国密根 SN',
    },
    period: (from, to) => `${from} 至 ${to}`,
    copyCertSn: '复制证书 SN',
    copyRootSn: '复制根证书 SN',
    snDiffers: '颁发者名称里有特殊字符或类型，各家 SDK 写法不一；这里与 Java SDK 一致。',
    dates: { valid: '有效期内', expired: '已过期', early: '尚未生效' },
    check: {
      dates: (holds, own, said) =>
        holds
          ? `报文发出时（${clock(said)}）在有效期内`
          : own === 'expired'
            ? `报文发出时（${clock(said)}）证书已经过期`
            : `报文发出时（${clock(said)}）证书还没有生效`,
      'root-cert-sn': (holds, _, said) =>
        holds
          ? '与报文的 alipay_root_cert_sn 一致'
          : `报文的 alipay_root_cert_sn 是 ${said}，指的是另一份根证书文件，或者这里只粘贴了其中一部分`,
      'alipay-cert-sn': (holds, _, said) => (holds ? '与报文的 alipay_cert_sn 一致' : `报文的 alipay_cert_sn 是 ${said}，指的是另一张证书`),
      'app-cert-sn': () => '与 app_cert_sn 一致：这是应用公钥证书，不能用来验通知',
      'wechatpay-serial': (holds, _, said) => (holds ? '与 Wechatpay-Serial 一致' : `Wechatpay-Serial 是 ${said}，指的是另一张证书`),
      seller: (holds, own, said) =>
        holds ? `证书里的商户号与报文一致（${own}）` : `证书属于商户 ${own}，报文的收款方是 ${said}；服务商代商户收款时可以不同`,
      app: (holds, own, said) => (holds ? `证书里的应用与 app_id 一致（${own}）` : `证书属于应用 ${own}，报文的 app_id 是 ${said}`),
    },
    chain: {
      published: '与支付宝公布的证书一致（按 SHA-256 指纹核对）',
      verified: (issuer, known) =>
        `证书的签名由颁发者证书${issuer === null ? '' : `（第 ${issuer} 把）`}验证通过${known ? '，一路核对到支付宝公布的证书' : '；再往上没有核对到已知的根证书'}`,
      self: () => '自签名的证书，不在已知的根证书里',
      refuted: (issuer) =>
        `${issuer === null ? '一起粘贴的证书' : `第 ${issuer} 把`}与颁发者同名，却验不过这张证书的签名：证书被改过，或者不是真的`,
      absent: () => '没有一起粘贴颁发者的证书，证书的签名没有核对',
      untested: () => '证书用国密 SM2 或椭圆曲线签名，这里不核对',
    },
    named: { production: '。颁发者的名字是支付宝的', sandbox: '。颁发者的名字是支付宝沙箱的，只用于沙箱环境' },
    beside: '这些是旁证，不影响验签结论。',
  },
  en: {
    certificate: {
      title: 'Certificate',
      subject: 'Subject',
      issuer: 'Issuer',
      serial: 'Serial',
      dates: 'Valid',
      certSn: 'Cert SN',
      rootSn: 'Root SN',
      rootSnSm2: 'Root SN, SM2',
    },
    period: (from, to) => `${from} to ${to}`,
    copyCertSn: 'Copy the cert SN',
    copyRootSn: 'Copy the root SN',
    snDiffers: "The issuer's name holds characters or types that SDKs spell differently; this is what the Java SDK makes of it.",
    dates: { valid: 'in date', expired: 'expired', early: 'not yet valid' },
    check: {
      dates: (holds, own, said) =>
        holds
          ? `Was in date when the message was sent (${clock(said)})`
          : own === 'expired'
            ? `Had expired when the message was sent (${clock(said)})`
            : `Was not yet valid when the message was sent (${clock(said)})`,
      'root-cert-sn': (holds, _, said) =>
        holds
          ? 'Equals alipay_root_cert_sn of the message'
          : `alipay_root_cert_sn of the message is ${said}: another bundle of roots, or only a part of it was pasted`,
      'alipay-cert-sn': (holds, _, said) =>
        holds ? 'Equals alipay_cert_sn of the message' : `alipay_cert_sn of the message is ${said}: another certificate`,
      'app-cert-sn': () => 'Equals app_cert_sn: this is the app certificate, which cannot verify notifications',
      'wechatpay-serial': (holds, _, said) => (holds ? 'Equals Wechatpay-Serial' : `Wechatpay-Serial is ${said}: another certificate`),
      seller: (holds, own, said) =>
        holds
          ? `Names the seller of the message (${own})`
          : `The certificate names ${own}, the seller of the message is ${said}; fine where a service provider acts for the seller`,
      app: (holds, own, said) =>
        holds ? `Names the app of the message (${own})` : `The certificate names app ${own}, the message ${said}`,
    },
    chain: {
      published: 'Is one of the certificates that Alipay publishes (by its SHA-256)',
      verified: (issuer, known) =>
        `Its signature verifies under the issuer's certificate${issuer === null ? '' : ` (key ${issuer})`}${known ? ', up to one that Alipay publishes' : '; no known root was reached above it'}`,
      self: () => 'Signed by itself, and none of the known roots',
      refuted: (issuer) =>
        `${issuer === null ? 'A certificate pasted with it' : `Key ${issuer}`} has the issuer's name, but its signature does not verify: it was altered, or is not genuine`,
      absent: () => "The issuer's certificate was not pasted, so its signature was not checked",
      untested: () => 'Signed with SM2 or an elliptic curve, which is not checked here',
    },
    named: {
      production: ". The issuer's name is Alipay's",
      sandbox: ". The issuer's name is that of Alipay's sandbox, and good for the sandbox only",
    },
    beside: 'These stand beside the verdict and never change it.',
  },
};
