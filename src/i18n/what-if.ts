/** What the what-if panel says, in both languages side by side; loaded with it. */
import type { RecipeEditId } from '../core/content/recipe-edits.ts';
import type { Lang } from './messages.ts';

export interface WhatIfWords {
  readonly tab: string;
  /** The watermark. */
  readonly hypothesis: string;
  readonly lead: string;
  readonly answer: Readonly<Record<'same' | 'equal' | 'differs' | 'untold', string>>;
  readonly signed: (hash: string) => string;
  readonly now: string;
  readonly mac: { readonly signed: string; readonly now: string };
  readonly noSecret: string;
  readonly reset: string;
  readonly copy: string;
  readonly copied: string;
  readonly length: (bytes: number, changed: number) => string;
  readonly added: string;
  readonly removed: string;
  readonly group: Readonly<Record<'rule' | 'parameters' | 'values', string>>;
  readonly groupHint: Readonly<Record<'rule' | 'parameters' | 'values', string>>;
  readonly rule: string;
  readonly charset: string;
  readonly way: string;
  readonly nth: (index: number) => string;
  readonly idle: (count: number) => string;
  readonly none: string;
  readonly failed: string;
  readonly recipe: Readonly<Record<RecipeEditId, string>>;
  /** What undoing a mistake does, by the id of its cause; the cause's title stands in for one that is not here. */
  readonly undo: Readonly<Record<string, string>>;
  /** How a way to undo it is named, from its edits: names of parameters. */
  readonly edits: Readonly<Record<'dropped' | 'added' | 'set' | 'rule', (names: string) => string>>;
}

export const whatIfWords: Readonly<Record<Lang, WhatIfWords>> = {
  zh: {
    tab: '假设',
    hypothesis: '假设',
    lead: '拨动开关，看待验签串和摘要怎么变。这里只是试算，不影响结论。',
    answer: {
      same: '还没有改动，这是按收到的内容拼出来的',
      equal: '与平台签名的摘要一致',
      differs: '与平台签名的摘要不一致',
      untold: '没有能打开签名的密钥，不知道平台签的是哪一份',
    },
    signed: (hash) => `平台签的 ${hash}`,
    now: '假设算出',
    mac: { signed: '报文里的签名', now: '假设算出' },
    noSecret: '要填商户密钥才能算',
    reset: '全部还原',
    copy: '复制待验签串',
    copied: '已复制',
    length: (bytes, changed) => `${bytes.toLocaleString('zh-CN')} 字节${changed ? `，改动 ${changed} 处` : '，与收到的相同'}`,
    added: '多出',
    removed: '去掉',
    group: { rule: '拼接规则', parameters: '参数多少', values: '参数的值' },
    groupHint: {
      rule: '服务端拼待验签串的方式',
      parameters: '把多出来的去掉，把丢掉的补回',
      values: '把过滤、转码、重排造成的改动还原',
    },
    rule: '规则',
    charset: '编码',
    way: '改法',
    nth: (index) => `第 ${index} 种`,
    idle: (count) => `这条通知里用不上的 ${count} 种`,
    none: '这份内容没有可以拼接的待验签串。',
    failed: '这一次没有算出来，请再拨一次。',
    recipe: {
      'sign-type-kept': '保留 sign_type',
      'sign-kept': '保留 sign',
      'empty-dropped': '丢掉空值参数',
      'empty-kept': '保留空值参数',
      'order-kept': '不排序，按收到的顺序',
      'values-only': '只拼参数值，不带参数名',
      'values-quoted': '参数值加双引号',
      'no-joiner': '参数之间不加 &',
      'line-feed-added': '末尾多一个换行',
      'line-feed-lost': '末尾少一个换行',
      crlf: '换行写成 CRLF',
    },
    undo: {
      'own-query-param': '去掉不是平台发的参数',
      'sign-type-removed': '补回 sign_type 并参与拼接',
      'v2-signtype-removed': '补回 sign_type',
      'duplicate-key': '重复的参数只留一个',
      'empty-kept': '去掉空值参数',
      'v2-empty': '空值参数也参与拼接',
      'empty-dropped': '补回空值参数',
      'null-literal': 'null、undefined 换回空值',
      'field-renamed-case': '参数名换回下划线小写',
      'decode-before-split': '把按 & 切碎的值接回去',
      'charset-gbk-as-utf8': '按另一种编码重读字节',
      'mojibake-lossy': '换上你补充的原文',
      'html-entity-quotes': '还原 &quot; &amp; 等 HTML 实体',
      'backslash-quotes': '去掉多余的反斜杠',
      'nginx-hex-escape': '还原 \\x22 \\xE6',
      'smart-quotes': '弯引号换回直引号',
      'nbsp-zero-width': '特殊空格换回空格，去掉零宽字符',
      'content-not-decoded': '值做一次 URL 解码',
      'double-url-decode': '值做一次 URL 编码',
      'space-to-plus-value': '+ 换回空格',
      'plus-to-space-value': '空格换回 +',
      'mojibake-latin1': '还原 Latin-1 乱码',
      'gbk-utf8-crossed': '还原 GBK、UTF-8 混读的乱码',
      'json-reserialised-values': 'JSON 换回紧凑写法',
      'quotes-removed': '补回丢掉的引号',
      'backslash-lost': '补回反斜杠',
      'numbers-reformatted': '金额换回两位小数',
      'datetime-reformatted': '时间换回平台的写法',
      'trim-value': '补回首尾空白',
      'whitespace-collapsed': '补回连续空白和换行',
      'unicode-normalised': '还原全角、半角和组合字符',
      'param-missing': '补回常见的固定参数',
      'v2-unknown-fields': '补回常见的固定参数',
      'tampered-or-test': '换回报文里其他地方的同一个值',
      'sync-response-rebuilt': '节点换回网关的写法',
      'v2-trim-cdata': '还原空白和转义',
      'v3-body-reserialised': '报文主体换回平台的写法',
      'v3-missing-field': '补回报文主体缺少的字段',
      'v3-charset': '还原报文主体的中文',
      'v3-body-newlines': '还原报文主体的换行',
      'v3-header-loss': '还原请求头的值',
      'log-json-escaped': '还原日志里的转义',
    },
    edits: {
      dropped: (names) => `去掉 ${names}`,
      added: (names) => `补回 ${names}`,
      set: (names) => names,
      rule: (names) => `改用 ${names}`,
    },
  },
  en: {
    tab: 'What if',
    hypothesis: 'Hypothesis',
    lead: 'Flip a switch and watch the content to be signed and its digest. This is a trial; the verdict does not change.',
    answer: {
      same: 'Nothing changed yet: this is built from what arrived',
      equal: 'Equals the digest that the platform signed',
      differs: 'Differs from the digest that the platform signed',
      untold: 'No key here opens the signature, so what was signed is not known',
    },
    signed: (hash) => `Signed ${hash}`,
    now: 'Hypothesis',
    mac: { signed: 'Sign in the message', now: 'Hypothesis' },
    noSecret: 'needs the merchant key',
    reset: 'Reset all',
    copy: 'Copy the content',
    copied: 'Copied',
    length: (bytes, changed) =>
      `${bytes.toLocaleString('en-GB')} bytes, ${changed ? `${changed} ${changed === 1 ? 'change' : 'changes'}` : 'same as received'}`,
    added: 'added',
    removed: 'removed',
    group: { rule: 'How it is joined', parameters: 'Which parameters', values: 'Values' },
    groupHint: {
      rule: 'how the server builds the content',
      parameters: 'take out what was added, put back what was lost',
      values: 'undo filters, encodings and rewriting',
    },
    rule: 'Rule',
    charset: 'Character set',
    way: 'Way',
    nth: (index) => `way ${index}`,
    idle: (count) => `${count} that cannot apply to this message`,
    none: 'There is no content to build here.',
    failed: 'That one gave no answer; flip the switch again.',
    recipe: {
      'sign-type-kept': 'Keep sign_type',
      'sign-kept': 'Keep sign',
      'empty-dropped': 'Drop empty parameters',
      'empty-kept': 'Keep empty parameters',
      'order-kept': 'Do not sort: order as received',
      'values-only': 'Values only, without names',
      'values-quoted': 'Values in double quotes',
      'no-joiner': 'No & between parameters',
      'line-feed-added': 'One line feed too many at the end',
      'line-feed-lost': 'Last line feed missing',
      crlf: 'CRLF for line feeds',
    },
    undo: {
      'own-query-param': 'Leave out what the platform did not send',
      'sign-type-removed': 'Put sign_type back and sign it',
      'v2-signtype-removed': 'Put sign_type back',
      'duplicate-key': 'Keep one of a repeated parameter',
      'empty-kept': 'Leave out empty parameters',
      'v2-empty': 'Sign empty parameters too',
      'empty-dropped': 'Put an empty parameter back',
      'null-literal': 'null, undefined back to empty',
      'field-renamed-case': 'Names back to snake_case',
      'decode-before-split': 'Join values that were cut at &',
      'charset-gbk-as-utf8': 'Read the bytes in the other character set',
      'mojibake-lossy': 'Use the original that you gave',
      'html-entity-quotes': 'Unescape &quot; &amp; and other HTML entities',
      'backslash-quotes': 'Strip added backslashes',
      'nginx-hex-escape': 'Undo \\x22 \\xE6',
      'smart-quotes': 'Curly quotes back to straight',
      'nbsp-zero-width': 'Odd blanks to spaces, zero-width out',
      'content-not-decoded': 'URL-decode values once',
      'double-url-decode': 'URL-encode values once',
      'space-to-plus-value': '+ back to space',
      'plus-to-space-value': 'Space back to +',
      'mojibake-latin1': 'Undo Latin-1 mojibake',
      'gbk-utf8-crossed': 'Undo GBK/UTF-8 mojibake',
      'json-reserialised-values': 'JSON back to compact',
      'quotes-removed': 'Put quotes back',
      'backslash-lost': 'Put backslashes back',
      'numbers-reformatted': 'Amounts back to two decimals',
      'datetime-reformatted': 'Times back to the platform’s form',
      'trim-value': 'Put blanks back at the ends',
      'whitespace-collapsed': 'Put repeated blanks and line breaks back',
      'unicode-normalised': 'Undo width and composition',
      'param-missing': 'Put usual constants back',
      'v2-unknown-fields': 'Put usual constants back',
      'tampered-or-test': 'Use the same value from elsewhere in the message',
      'sync-response-rebuilt': 'Node back to the gateway’s form',
      'v2-trim-cdata': 'Undo trimming and escapes',
      'v3-body-reserialised': 'Body back to the platform’s form',
      'v3-missing-field': 'Put missing members of the body back',
      'v3-charset': 'Undo the body’s mojibake',
      'v3-body-newlines': 'Undo changed line breaks of the body',
      'v3-header-loss': 'Undo changed headers',
      'log-json-escaped': 'Undo the log’s escapes',
    },
    edits: {
      dropped: (names) => `without ${names}`,
      added: (names) => `with ${names}`,
      set: (names) => names,
      rule: (names) => `rule ${names}`,
    },
  },
};
