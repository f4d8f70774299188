/** What the key doctor says, in both languages side by side; loaded with it. */
import type { KeyReport, KeyRole } from '../core/keys/report.ts';
import { certificateWords } from './certificate.ts';
import type { CertificateWords } from './certificate.ts';
import type { Lang } from './messages.ts';

type Fit =
  'fits' | 'loosely' | 'mended' | 'refuted' | 'length' | 'other' | 'verified' | 'secret' | 'untold' | 'unusable' | 'nothing' | 'above';
type Form = 'base64' | 'pem' | 'pkcs1' | 'xml' | 'jwk';
type Node = readonly [what: string, whose: string];

/** One pair of keys: who signs what with the private half, who verifies it with the public one. */
export interface PairWords {
  readonly title: string;
  readonly nodes: readonly [secret: Node, message: Node, open: Node];
}

export interface DoctorWords extends CertificateWords {
  readonly number: (index: number) => string;
  readonly question: string;
  readonly fit: Readonly<Record<Fit, { readonly answer: string; readonly why: string }>>;
  readonly facts: Readonly<Record<'kind' | 'format' | 'role' | 'fingerprint' | 'repairs' | 'problems', string>>;
  readonly algorithm: Readonly<Record<NonNullable<KeyReport['algorithm']>, string>>;
  readonly bits: (bits: number) => string;
  readonly exponent: (exponent: string) => string;
  readonly role: Readonly<Record<KeyRole, string>>;
  readonly noRepairs: string;
  readonly noProblems: string;
  readonly copyFingerprint: string;
  readonly copied: string;
  readonly forms: { readonly title: string; readonly copy: (form: string) => string };
  readonly form: Readonly<Record<Form, readonly [name: string, used: string]>>;
  readonly pairs: { readonly title: string; readonly lead: string; readonly needed: string };
  /** The pair that verifies notifications, then the merchant's own. */
  readonly pair: Readonly<Record<'alipay' | 'wechatpay', readonly [PairWords, PairWords]>>;
}

export const doctorWords: Readonly<Record<Lang, DoctorWords>> = {
  zh: {
    number: (index) => `第 ${index} 把`,
    question: '和这条通知是否匹配',
    fit: {
      fits: { answer: '与这条通知匹配', why: '用它打开签名，得到格式完全正确的签名块。公钥没有问题，不用再换。' },
      loosely: { answer: '匹配，但签名块不规范', why: '用它能读出签名块，但格式不完全符合标准，按严格规则不算通过。' },
      mended: { answer: '差一个字符', why: '改正其中一个字符后就能打开签名：复制时错了一位，请重新复制整串。' },
      refuted: { answer: '与这条通知不匹配', why: '用它打开签名，得不到合法的签名块：要么不是这一对密钥，要么 sign 的文本已经变了。' },
      length: { answer: '长度对不上', why: '签名的字节数和这把公钥的位数不一致，二者必有一错。' },
      other: { answer: '不是签名用的那一把', why: '签名由另一把公钥打开，这一把没有用上。' },
      verified: { answer: '与这条通知匹配', why: '用它验签通过。' },
      secret: { answer: '与这条通知匹配', why: '用它算出的签名和报文里的完全一致。' },
      untold: { answer: '无法单独判断', why: '这种签名打不开，只能整体比对；对不上时，分不清是密钥不对还是内容变了。' },
      unusable: { answer: '没有拿去试', why: '先解决下面的问题，才能用它验签。' },
      nothing: { answer: '还没有可试的签名', why: '粘贴一条带 sign 的通知，就能知道是否匹配。' },
      above: {
        answer: '不用来验通知',
        why: '根证书和颁发机构的证书只为别的证书作保。验通知用支付宝公钥证书 alipayCertPublicKey_RSA2.crt。',
      },
    },
    facts: { kind: '种类', format: '粘贴的形式', role: '用途', fingerprint: '指纹', repairs: '格式修复', problems: '问题' },
    algorithm: { RSA: 'RSA', EC: '椭圆曲线 EC', SM2: '国密 SM2', DSA: 'DSA', secret: '共享密钥' },
    bits: (bits) => `${bits} 位`,
    exponent: (exponent) => `指数 ${exponent}`,
    role: {
      'alipay-mapi': '支付宝老接口（MAPI）公钥，验老接口的通知',
      'alipay-open': '支付宝开放平台默认公钥',
      'alipay-sandbox': '支付宝沙箱公钥，只验沙箱的通知',
      alipay: '支付宝公钥，验支付宝发来的通知和响应',
      app: '应用公钥，支付宝用它验你的请求；不能用来验通知',
      authority: '颁发机构的证书，用来验证书链；不能用来验通知',
      root: '根证书，用来验证书链；不能用来验通知',
      'wechatpay-platform': '微信支付平台公钥，验微信支付发来的通知和应答',
      'wechatpay-merchant': '商户公钥，微信支付用它验你的请求；不能用来验通知',
      unknown: '从公钥本身看不出是谁的，拿它试过签名才知道',
    },
    noRepairs: '不需要',
    noProblems: '没有发现',
    copyFingerprint: '复制指纹',
    copied: '已复制',
    ...certificateWords.zh,
    forms: { title: '复制成代码要的格式', copy: (form) => `复制 ${form}` },
    form: {
      base64: ['一行 Base64', '支付宝官方 SDK 的公钥参数：Java、PHP、.NET、Node、EasySDK'],
      pem: ['PEM', 'PHP openssl、Node crypto、Python cryptography、Go x509'],
      pkcs1: ['PKCS#1 PEM', '要求 RSA PUBLIC KEY 的库，如 Python rsa'],
      xml: ['XML', '.NET 的 RSA.FromXmlString'],
      jwk: ['JWK', 'WebCrypto、jose'],
    },
    pairs: {
      title: '两对密钥，各管一头',
      lead: '私钥签名，同一对里的公钥验签。拿错了另一对的公钥，怎么验都不会通过。',
      needed: '验通知用它',
    },
    pair: {
      alipay: [
        {
          title: '支付宝公私钥',
          nodes: [
            ['支付宝私钥', '支付宝保管'],
            ['通知、响应', '支付宝签名'],
            ['支付宝公钥', '从控制台复制'],
          ],
        },
        {
          title: '应用公私钥',
          nodes: [
            ['应用私钥', '你的服务器保管'],
            ['你的请求', '你签名'],
            ['应用公钥', '上传给支付宝'],
          ],
        },
      ],
      wechatpay: [
        {
          title: '微信支付公私钥',
          nodes: [
            ['平台私钥', '微信支付保管'],
            ['通知、应答', '微信支付签名'],
            ['平台证书或公钥', '从商户平台下载'],
          ],
        },
        {
          title: '商户公私钥',
          nodes: [
            ['商户 API 私钥', '你的服务器保管'],
            ['你的请求', '你签名'],
            ['商户 API 证书', '微信支付持有'],
          ],
        },
      ],
    },
  },
  en: {
    number: (index) => `Key ${index}`,
    question: 'Does it fit this notification?',
    fit: {
      fits: { answer: 'It fits', why: 'Opening the signature with it gives a perfectly formed block. The key is right; leave it.' },
      loosely: {
        answer: 'It fits, but the block is odd',
        why: 'The block can be read, but breaks the standard; strict rules do not accept it.',
      },
      mended: { answer: 'One character off', why: 'With one character put right it opens the signature. Copy the whole key again.' },
      refuted: {
        answer: 'It does not fit',
        why: 'Opening the signature with it gives no valid block: it belongs to another pair, or the text of sign was changed.',
      },
      length: { answer: 'Lengths differ', why: 'The signature is not as long as this key. One of the two is wrong.' },
      other: { answer: 'Not this one', why: 'Another key opened the signature; this one was not needed.' },
      verified: { answer: 'It fits', why: 'The signature verifies with it.' },
      secret: { answer: 'It fits', why: 'The signature computed with it is the one in the message.' },
      untold: {
        answer: 'Cannot be told on its own',
        why: 'This kind of signature cannot be opened, only compared as a whole: a wrong key and changed content look the same.',
      },
      unusable: { answer: 'Not tried', why: 'It can be used once the problems below are solved.' },
      nothing: { answer: 'No signature to try yet', why: 'Paste a notification with its sign to find out.' },
      above: {
        answer: 'Not for notifications',
        why: 'Roots and issuing authorities only vouch for other certificates. Notifications verify under alipayCertPublicKey_RSA2.crt.',
      },
    },
    facts: { kind: 'Kind', format: 'Pasted as', role: 'Purpose', fingerprint: 'Fingerprint', repairs: 'Repairs', problems: 'Problems' },
    algorithm: { RSA: 'RSA', EC: 'Elliptic curve', SM2: 'SM2', DSA: 'DSA', secret: 'Shared secret' },
    bits: (bits) => `${bits} bits`,
    exponent: (exponent) => `exponent ${exponent}`,
    role: {
      'alipay-mapi': 'Alipay legacy (MAPI) public key, for legacy notifications',
      'alipay-open': 'Alipay open platform default public key',
      'alipay-sandbox': 'Alipay sandbox public key, for sandbox notifications only',
      alipay: 'Alipay public key, verifies what Alipay sends',
      app: 'App public key: Alipay verifies your requests with it; it cannot verify notifications',
      authority: 'Certificate of an issuing authority, for certificate chains; it cannot verify notifications',
      root: 'Root certificate, for certificate chains; it cannot verify notifications',
      'wechatpay-platform': 'WeChat Pay platform key, verifies what WeChat Pay sends',
      'wechatpay-merchant': 'Merchant key: WeChat Pay verifies your requests with it; it cannot verify notifications',
      unknown: 'A public key does not say whose it is; only trying it on a signature does',
    },
    noRepairs: 'none needed',
    noProblems: 'none found',
    copyFingerprint: 'Copy the fingerprint',
    copied: 'Copied',
    ...certificateWords.en,
    forms: { title: 'Copy for your code', copy: (form) => `Copy ${form}` },
    form: {
      base64: ['One-line base64', 'Key setting of the official Alipay SDKs: Java, PHP, .NET, Node, EasySDK'],
      pem: ['PEM', 'PHP openssl, Node crypto, Python cryptography, Go x509'],
      pkcs1: ['PKCS#1 PEM', 'Libraries that want RSA PUBLIC KEY, such as Python rsa'],
      xml: ['XML', 'RSA.FromXmlString of .NET'],
      jwk: ['JWK', 'WebCrypto, jose'],
    },
    pairs: {
      title: 'Two pairs of keys, one for each direction',
      lead: 'The private half signs; the public half of the same pair verifies. With the other pair nothing ever verifies.',
      needed: 'verifies notifications',
    },
    pair: {
      alipay: [
        {
          title: "Alipay's pair",
          nodes: [
            ['Alipay private key', 'kept by Alipay'],
            ['Messages', 'signed by Alipay'],
            ['Alipay public key', 'copied from the console'],
          ],
        },
        {
          title: "Your app's pair",
          nodes: [
            ['App private key', 'kept on your server'],
            ['Your requests', 'signed by you'],
            ['App public key', 'uploaded to Alipay'],
          ],
        },
      ],
      wechatpay: [
        {
          title: "WeChat Pay's pair",
          nodes: [
            ['Platform private key', 'kept by WeChat Pay'],
            ['Messages', 'signed by WeChat Pay'],
            ['Platform certificate or key', 'from the merchant platform'],
          ],
        },
        {
          title: "The merchant's pair",
          nodes: [
            ['API private key', 'kept on your server'],
            ['Your requests', 'signed by you'],
            ['API certificate', 'held by WeChat Pay'],
          ],
        },
      ],
    },
  },
};
