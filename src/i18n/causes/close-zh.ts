/** Closer prose in Chinese for the causes that a paste alone can prove: what was found in this message. */
import type { Finding } from '../../core/diagnose/finding.ts';
import type { Closer } from './prose.ts';

/** Names of the parameters that a finding touches, the first few. */
const names = ({ edits }: Finding): string => {
  const all = [...new Set(edits.flatMap(({ name }) => name ?? []))];
  return all.slice(0, 5).join('、') + (all.length > 5 ? ` 等 ${all.length} 个` : '');
};
const places = ({ edits }: Finding): number => edits.reduce((sum, { count }) => sum + (count ?? 1), 0);
const charset = ({ edits }: Finding): string => (edits.find(({ op }) => op === 'use-charset')?.value ?? 'gbk').toUpperCase();

export const close: Closer = {
  'own-query-param': {
    title: 'notify_url 里自带的参数混进了验签',
    headline: (f) => `多了你自己的参数 ${names(f)}`,
    found: (f) => `${names(f)} 是你写在 notify_url（或 return_url）里的参数，支付宝没有对它签名。去掉之后摘要与签名一致。`,
  },
  'extra-framework-param': {
    headline: (f) => `框架多塞了参数 ${names(f)}`,
    found: (f) => `${names(f)} 是框架路由或伪静态规则加进来的，不在支付宝的签名里。去掉之后摘要与签名一致。`,
  },
  'app-added-param': {
    headline: (f) => `你的程序加了参数 ${names(f)}`,
    found: (f) => `${names(f)} 是中间件或业务代码放进参数表的，支付宝没有签它。去掉之后摘要与签名一致。`,
  },
  'request-superglobal-cookies': {
    headline: (f) => `Cookie 混进了参数：${names(f)}`,
    found: (f) => `${names(f)} 来自 Cookie：$_REQUEST 会把 GET、POST 和 Cookie 合在一起。验签只能用 $_POST。`,
  },
  'sign-plus-to-space': {
    title: 'sign 里的 + 变成了空格',
    headline: (f) => `sign 里有 ${places(f)} 个 + 变成了空格`,
    found: (f) =>
      `sign 是 Base64，里面的 + 被当作表单里的空格又解了一次码，共 ${places(f)} 处。换回 + 之后签名能打开。签名里没有 + 时就能通过，所以看起来时好时坏。`,
  },
  'sign-equals-lost': {
    title: 'sign 结尾的 = 丢了',
    headline: () => 'sign 结尾的 = 丢了',
    found: () => '按 = 号切割参数时，把 sign 结尾用来补位的 = 一并切掉了。补上之后签名能打开。',
  },
  'sign-still-encoded': {
    title: 'sign 还没有 URL 解码',
    headline: () => 'sign 还是 URL 编码的样子',
    found: () => 'sign 里还有 %2B、%2F、%3D：取值时少做了一次 URL 解码。解码之后签名能打开。',
  },
  'base64-url-safe': {
    title: 'sign 被换成了 URL 安全的 Base64',
    headline: () => 'sign 里的 + 和 / 被换成了 - 和 _',
    found: () => '途中有一环把标准 Base64 换成了 URL 安全的写法。换回 + 和 / 之后签名能打开。',
  },
  'base64-linebreaks': {
    title: 'sign 中间被换行或空格打断',
    headline: () => 'sign 中间多了换行或空格',
    found: (f) => `sign 被打断在 ${places(f)} 处，常见于邮件、聊天窗口和终端自动折行。去掉之后签名能打开。`,
  },
  'sign-truncated': {
    title: 'sign 被截断了',
    headline: () => 'sign 不完整，后面被截断了',
    found: () =>
      'sign 解码后的字节数比公钥要求的少，丢掉的部分补不回来。常见于数据库字段太短（varchar(255) 放不下 344 个字符）或日志截断。',
  },
  'sign-masked': {
    title: 'sign 被打码了',
    headline: () => 'sign 被打了码，无法验签',
    found: () => 'sign 里有 * 或省略号，是日志脱敏或贴出来之前人工遮住的，补不回来。这里离线运行，可以放心粘贴原文。',
  },
  'sign-type-kept': {
    title: '待验签串里多留了 sign_type',
    headline: () => '待验签串里不该有 sign_type',
    found: () => '支付类通知的待验签串不含 sign_type，去掉它之后摘要与签名一致。',
  },
  'sign-type-removed': {
    title: 'sign_type 被去掉了，而这类通知要保留它',
    headline: () => '这类通知的 sign_type 参与签名，却被去掉了',
    found: (f) =>
      `补回 sign_type=${f.edits.find(({ op }) => op === 'add-pair')?.value ?? 'RSA2'} 之后摘要与签名一致：这类消息的签名包含 sign_type（规则 V2）。`,
  },
  'sign-hash-mismatch': {
    title: 'RSA（SHA-1）与 RSA2（SHA-256）用反了',
    found: () => '签名里写明的摘要算法和报文声明的 sign_type 不是一回事。以签名里的为准。',
  },
  'app-key-as-alipay-key': {
    title: '把应用公钥当成了支付宝公钥',
    headline: () => '填的是应用公钥，不是支付宝公钥',
    found: () =>
      '你填的公钥打不开这个签名。应用公钥是你自己生成、上传给支付宝的那一把；支付宝用的是它自己的私钥，要用开放平台上显示的「支付宝公钥」来验。两者长度和开头都一样，很容易拿错。',
  },
  'wrong-app-key': {
    title: '用了另一个应用的支付宝公钥',
    found: () => '每个应用的支付宝公钥都不同。按报文里的 app_id 取对应的那一把。',
  },
  'wrong-env-key': {
    title: '沙箱和正式环境的公钥混用了',
    found: () => '沙箱应用和正式应用的支付宝公钥是两把。按通知来自哪个环境，取对应的那一把。',
  },
  'rsa1-default-key': {
    title: 'RSA 和 RSA2 的支付宝公钥不是同一把',
    found: () =>
      '同一个应用，RSA（1024 位，签名 128 字节）和 RSA2（2048 位，签名 256 字节）各有一把支付宝公钥。按 sign_type 取对应的那一把。',
  },
  'mapi-vs-openapi-key': {
    title: '老接口（MAPI）和开放平台的公钥混用了',
    found: () => '老接口的通知由支付宝统一的一把密钥签名，与开放平台应用里显示的支付宝公钥不同。按接口取对应的那一把。',
  },
  'duplicate-key': {
    title: '同名参数出现了多次',
    headline: (f) => `参数 ${names(f)} 重复出现`,
    found: (f) => `${names(f)} 出现了不止一次，支付宝只签了其中一个。只留那一个，摘要与签名一致。`,
  },
  'charset-gbk-as-utf8': {
    title: '按 UTF-8 验签，而支付宝是按 GBK 签的',
    headline: (f) => `支付宝按 ${charset(f)} 签名，不是 UTF-8`,
    found: (f) =>
      `文字没有错，错在转成字节时用的编码。按 ${charset(f)} 编码之后摘要与签名一致。纯英文的通知看不出差别，所以只有中文订单会失败。`,
  },
  'empty-kept': {
    title: '空值参数参与了拼接',
    headline: (f) => `空值参数 ${names(f)} 不该参与验签`,
    found: (f) => `${names(f)} 没有值，支付宝签名时没有它。去掉之后摘要与签名一致。多半是自己的代码或结构体默认值补上的空参数。`,
  },
  'tampered-or-test': {
    title: '内容被手工改过，或是自己拼的测试报文',
    found: () => '有参数的值在签名之后被换掉了，例如调试时改金额、打码，或在接口工具里手拼。用支付宝真实发来的原文再试。',
  },
  'html-entity-quotes': {
    title: '双引号被转成了 &quot;',
    headline: (f) => `${names(f) || '参数'} 里的引号被转成了 &quot;`,
    found: (f) =>
      `${names(f) || '参数'} 里的双引号被全局过滤器（htmlspecialchars 一类）转成了 HTML 实体。只有带 JSON 的参数会中招，所以往往只有支付成功的通知验不过。`,
  },
  'pem-missing-header': { title: '公钥缺少 PEM 头尾' },
  'pem-wrong-label': { title: 'PEM 的标签和内容不符' },
  'key-path-as-key': { title: '把文件路径当成了公钥' },
};
