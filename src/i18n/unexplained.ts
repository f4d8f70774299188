/** What is said where the key is proved and nothing explains the content, in both languages side by side; loaded with it. */
import type { RuledOut } from '../core/diagnose/finding.ts';
import type { Lang } from './messages.ts';

export type RuledOutGroup = 'rules' | 'parameters' | 'filters' | 'encodings' | 'blanks' | 'rewritten' | 'others';

export interface UnexplainedWords {
  readonly ruledOut: string;
  readonly count: (tried: number) => string;
  readonly group: Readonly<Record<RuledOutGroup, string>>;
  readonly ways: (count: number) => string;
  readonly searching: string;
  readonly budget: string;
  readonly exhausted: string;
  readonly deeper: string;
  readonly deepest: string;
  readonly deeperHint: string;
  readonly deepestHint: string;
  readonly missing: string;
  readonly missingLead: (status: string | null) => string;
  readonly missingNone: (status: string | null) => string;
  readonly missingThen: string;
  readonly next: string;
  readonly capture: string;
  readonly chooseStack: string;
  readonly allStacks: (count: number) => string;
  readonly steps: readonly string[];
  readonly tryByHand: string;
  readonly copy: string;
  readonly copied: string;
}

const zhCount = (value: number) => value.toLocaleString('zh-CN');
const enCount = (value: number) => value.toLocaleString('en-GB');

export const unexplainedWords: Readonly<Record<Lang, UnexplainedWords>> = {
  zh: {
    ruledOut: '已排除',
    count: (tried) => `${zhCount(tried)} 种内容，摘要都对不上`,
    group: {
      rules: '其他拼接规则和编码',
      parameters: '参数多了、少了、改名',
      filters: '过滤和转义',
      encodings: '编码、解码和乱码',
      blanks: '空白和不可见字符',
      rewritten: '金额、时间、JSON 被重写',
      others: '其他改动',
    },
    ways: (count) => `${zhCount(count)} 种`,
    searching: '还在查找，下面的数字会继续增加。',
    budget: '按可能性从高到低试到这里，更少见的组合还没有试。',
    exhausted: '已知的改动和它们的组合全部试过。',
    deeper: '继续深入搜索',
    deepest: '不限时继续搜索',
    deeperHint: '约百万种组合，外加参数的每一种取舍，一般不到一分钟，随时可以停。',
    deepestHint: '一直搜到你停止为止，结果会替换现在的结论。',
    missing: '可能少了',
    missingLead: (status) => `${status ? `${status} 的通知` : '这类通知'}通常还有下面这些参数，这份内容里没有：`,
    missingNone: (status) => `${status ? `${status} 的通知` : '这类通知'}该有的参数都在，看不出少了哪一个。`,
    missingThen: '如果服务端收到过它们，补进来再试。丢掉的参数也算在签名里，少一个都通不过。',
    next: '下一步',
    capture: '记下请求体的原文，再粘贴进来。很多改动一看就知道：',
    chooseStack: '选择你的框架，就能看到对应的代码。',
    allStacks: (count) => `全部写法（${count} 种）`,
    steps: ['确认参数和 sign 来自同一次通知：每次重发签名都会变，不能混用。', '从数据库、消息队列或日志里取的，改用刚收到时的原文。'],
    tryByHand: '自己动手试',
    copy: '复制',
    copied: '已复制',
  },
  en: {
    ruledOut: 'Ruled out',
    count: (tried) => `${enCount(tried)} contents, none has the digest`,
    group: {
      rules: 'Other rules and character sets',
      parameters: 'Parameters added, lost, renamed',
      filters: 'Filters and escapes',
      encodings: 'Encoding, decoding, mojibake',
      blanks: 'Blanks and invisible characters',
      rewritten: 'Amounts, times, JSON rewritten',
      others: 'Other changes',
    },
    ways: (count) => enCount(count),
    searching: 'Still searching; these figures go on growing.',
    budget: 'Tried in the order of likelihood up to here; rarer combinations are left.',
    exhausted: 'Every known change and combination was tried.',
    deeper: 'Search deeper',
    deepest: 'Search without a limit',
    deeperHint: 'About a million combinations and every subset of the parameters; mostly under a minute, stop at any time.',
    deepestHint: 'Goes on until you stop it; a result replaces the verdict.',
    missing: 'Maybe missing',
    missingLead: (status) =>
      `${status ? `Notifications of ${status}` : 'Such messages'} usually hold these as well, and this one does not:`,
    missingNone: (status) => `Everything that ${status ? `notifications of ${status}` : 'such messages'} usually hold is here.`,
    missingThen: 'If your server received them, add them and try again. A parameter that was dropped was signed all the same.',
    next: 'Next',
    capture: 'Keep the raw body and paste that: many changes show at once.',
    chooseStack: 'Choose your framework to see its code.',
    allStacks: (count) => `All of them (${count})`,
    steps: [
      'Make sure that the parameters and sign are of the same delivery: each retry is signed anew.',
      'If it came from a database, a queue or a log, use the text as first received.',
    ],
    tryByHand: 'Try by hand',
    copy: 'Copy',
    copied: 'Copied',
  },
};

/** Which group a cause is shown in; those not named are the others. */
const GROUPS: Readonly<Record<Exclude<RuledOutGroup, 'others'>, readonly string[]>> = {
  rules: ['rules', 'charsets', 'charset-gbk-as-utf8', 'sign-type-removed', 'sign-type-kept', 'v2-signtype-removed', 'sort-order'],
  parameters: [
    'own-query-param',
    'extra-framework-param',
    'app-added-param',
    'request-superglobal-cookies',
    'duplicate-key',
    'empty-kept',
    'empty-dropped',
    'v2-empty',
    'null-literal',
    'field-renamed-case',
    'decode-before-split',
    'param-missing',
    'v2-unknown-fields',
    'v3-missing-field',
    'v3-header-loss',
  ],
  filters: [
    'html-entity-quotes',
    'html-named-entity',
    'backslash-quotes',
    'backslash-lost',
    'nginx-hex-escape',
    'log-json-escaped',
    'quotes-removed',
    'v2-trim-cdata',
  ],
  encodings: [
    'content-not-decoded',
    'double-url-decode',
    'mapi-notify-id-encoded',
    'space-to-plus-value',
    'plus-to-space-value',
    'mojibake-latin1',
    'gbk-utf8-crossed',
    'mojibake-lossy',
    'v3-charset',
  ],
  blanks: ['trim-value', 'whitespace-collapsed', 'nbsp-zero-width', 'smart-quotes', 'unicode-normalised', 'v3-body-newlines'],
  rewritten: ['json-reserialised-values', 'numbers-reformatted', 'datetime-reformatted', 'sync-response-rebuilt', 'v3-body-reserialised'],
};

/** Groups with their sums, in a fixed order; empty ones are left out. */
export function groupRuledOut(
  rows: readonly RuledOut[],
): readonly { readonly id: RuledOutGroup; readonly tried: number; readonly rows: readonly RuledOut[] }[] {
  const groupOf = (id: string) => (Object.entries(GROUPS).find(([, ids]) => ids.includes(id))?.[0] ?? 'others') as RuledOutGroup;
  return ([...Object.keys(GROUPS), 'others'] as RuledOutGroup[]).flatMap((id) => {
    const own = rows.filter((row) => groupOf(row.id) === id && row.tried > 0);
    return own.length ? [{ id, tried: own.reduce((sum, { tried }) => sum + tried, 0), rows: own }] : [];
  });
}
