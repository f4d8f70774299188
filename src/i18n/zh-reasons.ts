/** Every verdict in Chinese: what is the case, and what to do next. */
import type { Messages, VerdictFacts } from './messages.ts';
import { zhKeys } from './zh-input.ts';

const names = (list: readonly string[]) => list.slice(0, 4).join('、') + (list.length > 4 ? ` 等 ${list.length} 个参数` : '');
const because = (f: VerdictFacts) => (f.cause ? `：${f.cause}` : '');
const signatureHeader = (f: VerdictFacts) => f.missing?.find((name) => /signature/i.test(name));
const hash = (name: string | null) => (name ?? '').toUpperCase();

export const zhReasons: Messages['verdict']['reasons'] = {
  verified: (f) => ({
    title: '验签通过',
    next: f.builtIn
      ? `由${zhKeys.role[f.role]}证实。`
      : `内容与签名时逐字节一致。${f.dialect === 'wechat-message' ? '解开后核对接收方，再处理这条消息' : `接着核对${f.provider === 'wechatpay' ? '商户号' : ' app_id'}、商户订单号和金额，再更新订单`}。`,
  }),
  'verified-after-paste-repair': (f) => ({
    title: '验签通过，已还原复制造成的改动',
    next: `只还原了复制途中的改动${because(f)}。平台签的内容是完整的；你的服务端若也失败，请取服务端收到的原文再查。`,
  }),
  'verified-with-unsigned': (f) => ({
    title: `签名没问题，但有 ${f.unsigned.length || '若干'} 个参数不在签名里`,
    next: `${f.unsigned.length ? names(f.unsigned) : '多出的参数'} 不是平台签的。服务端若把它一起拿去验签就会失败，验签前先去掉。`,
  }),
  'wrong-key': (f) => ({
    title: '公钥不对：这个签名不是它对应的私钥签的',
    next:
      f.provider === 'wechatpay'
        ? '先换公钥，内容还没轮到检验。用 Wechatpay-Serial 指明的微信支付公钥或平台证书，不要用商户证书 apiclient_cert.pem。'
        : '先换公钥，内容还没轮到检验。到开放平台查看「支付宝公钥」整串复制，不要用自己生成的应用公钥。',
  }),
  'wrong-key-role': (f) =>
    f.role === 'app' || f.role === 'wechatpay-merchant'
      ? {
          title: `签名不是平台做的：证实它的是${zhKeys.role[f.role]}`,
          next: `${f.cause ? `${f.cause}。` : ''}这是你自己的私钥做的签名，平台发来的通知不会用它：从同一条原始通知里取签名，再用平台的公钥验。`,
        }
      : {
          title: `公钥用错了：证实签名的是${zhKeys.role[f.role]}`,
          next: f.cause ? `${f.cause}。把服务端配置里的公钥换成它，再验一次。` : '你填的公钥打不开这个签名，换用能证实签名的这一把即可。',
        },
  'signature-explained': (f) => ({
    title: `验签失败，原因已找到${because(f)}`,
    next: '公钥是对的，变的是 sign 这一个参数的文本；还原之后签名能打开，内容也一致。',
  }),
  'signature-damaged': () => ({
    title: 'sign 的文本已经损坏，无法还原',
    next: '从服务端日志里取完整的 sign 重新粘贴：它应当是 344 个（RSA 2048）或 172 个（RSA 1024）字符的 Base64。',
  }),
  'signature-length': (f) => ({
    title: f.have !== null && f.need !== null ? `签名长度与公钥不符：签名 ${f.have} 字节，公钥要求 ${f.need} 字节` : '签名长度与公钥不符',
    next:
      f.have !== null && f.need !== null && f.have > f.need
        ? '签名比公钥长：多半是用了 1024 位的旧公钥，请换成 2048 位的公钥。'
        : '核对 sign 是否复制完整，再核对公钥是否属于这个应用。',
  }),
  'signature-noncanonical': () => ({
    title: '签名能打开，但格式不合规范，不能算通过',
    next: '摘要读得出来，但签名块不严格符合 RFC 8017。正常的签名不会这样，请确认签名的来源。',
  }),
  'hash-mismatch': (f) => ({
    title: `签名算法不一致：报文写的是 ${f.declared ?? '另一种算法'}，签名里用的是 ${hash(f.opened)}`,
    next:
      f.opened === 'sha-1'
        ? '服务端验签时传 RSA（SHA-1）而不是 RSA2，或到开放平台把该应用升级为 RSA2。'
        : '服务端验签时传 RSA2（SHA-256）。sign_type 取报文里的值，不要写死。',
  }),
  'content-explained': (f) => ({
    title: `验签失败，原因已找到${because(f)}`,
    next:
      f.causes > 1
        ? `公钥正确。内容共有 ${f.causes} 处问题，逐一还原后与签名完全一致。`
        : '公钥正确，变的是内容；还原这一处改动后，与签名完全一致。',
  }),
  'content-unexplained': (f) =>
    f.missing?.length
      ? { title: `公钥正确，还差 ${names(f.missing)}`, next: '签名的内容包含它，没有就无法检验内容是否改动。在下面补上，会马上重新检查。' }
      : f.searching
        ? { title: '公钥正确，内容和签名时不一样', next: '正在逐一比对常见的改动，找到会立刻显示在这里。' }
        : {
            title: '公钥正确，但内容变了，还没找到变在哪里',
            next: `已比对 ${f.tried.toLocaleString('zh-CN')} 种内容，都对不上。请取服务端收到的原始请求体再试。`,
          },
  'probe-traffic': () => ({
    title: '这是微信支付的探测请求，验签不通过才是对的',
    next: '平台故意发来错误的签名，检查你是否真的在验签。照常拒绝即可，不用处理。',
  }),
  'mac-mismatch': (f) => ({
    title: '签名对不上：密钥或内容有一个不对',
    next: `${/SM2/i.test(f.algorithm ?? '') ? 'SM2' : 'MD5 / HMAC'} 签名无法区分是密钥错了还是内容变了。先核对密钥，再核对参数。`,
  }),
  unreadable: (f) => unreadable(f),
  'not-a-notification': () => ({
    title: '参数读出来了，但不像支付通知',
    next: '没有找到支付通知该有的参数。请粘贴完整的通知：应当含有 sign、sign_type 和 notify_id 或 trade_no。',
  }),
  'no-signature': (f) =>
    f.dialect === 'wechatpay-v2-refund'
      ? {
          title: '这种退款通知本来就没有签名',
          next: '能用 APIv2 密钥解开 req_info，是它来自微信支付的唯一凭据；加密方式挡不住拼接改动，解开后请再查询退款单，核对金额。',
        }
      : f.dialect === 'wechat-message'
        ? callback(f)
        : signatureHeader(f) === undefined
          ? {
              title: '没有 sign 参数，无法验签',
              next: '字段都已读出。要验签，请粘贴含 sign 的完整通知；日志里常把它省略掉了。',
            }
          : {
              title: `没有 ${signatureHeader(f)} 请求头，无法验签`,
              next: '字段都已读出。这类消息的签名在请求头里，请连同请求头一起粘贴，或在下方补上。',
            },
  'no-key': (f) =>
    f.sealed
      ? {
          title: '公钥没问题，但内容是加密的，还差商户私钥',
          next: '老 WAP 通知在 RSA 模式下会用商户公钥加密 notify_data，而签名签的是解密后的 XML：不解开就没法验。把商户私钥和支付宝公钥一起粘贴到密钥框，只在本机内存里用一次。',
        }
      : f.secret
        ? {
            title: '字段已读出，验签还差一个密钥',
            next: `这条消息用共享密钥签名。在密钥框填入${secret(f)}，只在内存里用，不会保存。`,
          }
        : {
            title: '字段已读出，验签还差一把公钥',
            next: `${f.opensOnly ? '已有的 APIv3 密钥只用来解密，不能验签。' : ''}在密钥框填入${f.provider === 'wechatpay' ? '微信支付公钥或平台证书' : '支付宝公钥或证书'}，结论会立刻给出。`,
          },
  'key-unreadable': (f) => ({
    title: '密钥读不出来',
    next: f.keyProblem ? zhKeys.problem[f.keyProblem]({}) : '请粘贴完整的公钥：通常以 MIIBIjAN 开头，或是以 -----BEGIN 开头的 PEM。',
  }),
  'unsupported-algorithm': (f) => ({
    title: `暂不支持${f.algorithm ? ` ${f.algorithm} ` : '这种'}签名算法`,
    next: `字段照常可读，但这里没有验签。${
      /ECDSA/i.test(f.algorithm ?? '')
        ? '支付宝和微信支付的通知不用 ECDSA，请先核对签名类型有没有被改写。'
        : /DSA/i.test(f.algorithm ?? '')
          ? 'DSA 是老接口早年的签名方式，支付宝没有公布对应的公钥；请在商家平台改用 RSA2。'
          : ''
    }目前能验 RSA（SHA-1）、RSA2（SHA-256）、国密 SM2 和 MD5 / HMAC 签名。`,
  }),
  'too-large': (f) => ({
    title: '内容太大，没有读取',
    next: `${f.limit ? `上限是 ${Math.round(f.limit / 1048576)} MB。` : ''}请只粘贴要查的那一条通知。`,
  }),
  'internal-disagreement': () => ({
    title: '两套验签实现的结论不一致，请不要采信',
    next: '这是验签台自身的问题。请不要依据这次结果处理订单，并把现象反馈给我们（不要附带密钥和客户信息）。',
  }),
};

function unreadable(f: VerdictFacts) {
  switch (f.unreadable) {
    case 'too-large':
      return { title: '内容太大，没有读取', next: '请只粘贴要查的那一条通知。' };
    case 'binary':
      return { title: '这是二进制内容，读不出参数', next: '如果是证书文件，请放进密钥框；如果是压缩包，请先解压。' };
    case 'too-deep':
    case 'too-many':
      return { title: '内容的层数或参数个数超出上限', next: '请只粘贴要查的那一条通知。' };
    case 'doctype':
      return { title: 'XML 里带有 DTD，出于安全没有读取', next: '支付平台的 XML 不会带 DTD。请去掉 <!DOCTYPE …> 再试，并留意来源。' };
    case 'is-key':
      return { title: '这看起来是一把密钥，不是通知', next: '请把它放进下面的密钥框。如果是私钥，请立即更换，不要再发给任何人。' };
    case 'is-token':
      return { title: '这看起来是一个令牌，不是通知', next: '请粘贴支付平台发到 notify_url 的请求体。' };
    default:
      return { title: '没有读出任何参数', next: '请粘贴完整的通知：k=v&k=v 形式的请求体、JSON、URL，或日志里打印的参数都可以。' };
  }
}

/** What the shared secret is called where it is set. */
function secret({ provider, dialect }: VerdictFacts): string {
  return dialect === 'wechat-message' ? '消息推送配置里的 Token' : provider === 'wechatpay' ? ' APIv2 密钥' : ' MD5 安全校验码';
}

/** `signature` covers token, timestamp and nonce alone. @see developers.weixin.qq.com, 消息加解密说明 */
function callback(f: VerdictFacts) {
  return f.missing?.includes('msg_signature')
    ? {
        title: '没有 msg_signature，消息内容无法验签',
        next: 'signature 只由 token、timestamp、nonce 算出，管不到 Encrypt：见过一次这个地址的人就能换上别的内容。msg_signature 在回调地址的参数里，请把完整地址一起粘贴，或在下方补上。',
      }
    : {
        title: '明文模式的消息体没有签名',
        next: 'signature 对得上，只说明这个地址出自知道 token 的一方，管不到消息体：内容要另行核实，或改用安全模式（加密后才有 msg_signature）。',
      };
}
