/** What the vectors are: every form × character set × rule × signature type, every kind of message, and the usual ways to fail. */
import { encode } from './charsets.ts';
import type { CharsetName } from './charsets.ts';
import { toFormBody, toJson, toLines, toPlainQuery, toUrl } from './forms.ts';
import { messageOf } from './messages.ts';
import type { Message, Pairs } from './messages.ts';
import { keyFor, sign } from './signing.ts';
import type { KeyName, RuleName, Signing } from './signing.ts';

export interface Case {
  /** File name without its ending. */
  readonly name: string;
  readonly expect: string;
  /** Id of the cause whose group the first finding must be in. */
  readonly cause?: string;
  readonly dialect: string;
  readonly form: Form;
  readonly charset: CharsetName;
  readonly rule?: RuleName;
  readonly key: KeyName | 'none';
  /** `bytes`: given as a file; else as text, decoded as UTF-8. */
  readonly input: 'text' | 'bytes';
  readonly raw: Buffer;
  readonly comment: string;
}

type Form = 'form-body' | 'query' | 'url' | 'json' | 'lines';

interface Shape {
  readonly form: Form;
  /** Messages to take turns; those a form cannot carry are left out. */
  readonly messages: readonly Message['id'][];
  readonly comment: string;
  readonly write: (pairs: Pairs, charset: CharsetName, turn: number) => string;
  /** The pasted text is a file in the message's own character set. */
  readonly file?: true;
}

const ALL = ['paid', 'waiting', 'finished', 'closed', 'refund-partial', 'refund-full'] as const;

const shapes: readonly Shape[] = [
  { form: 'form-body', messages: ALL, comment: 'the body as Alipay posts it', write: (pairs, charset) => toFormBody(pairs, charset) },
  {
    form: 'query',
    messages: ['paid', 'finished', 'closed', 'refund-partial', 'waiting'],
    comment: 'decoded parameters as a log prints them; no & in a value',
    write: toPlainQuery,
  },
  {
    form: 'json',
    messages: ALL,
    comment: 'parameters dumped as JSON',
    write: (pairs, _, turn) => toJson(pairs, (['compact', 'indented', 'php'] as const)[turn % 3] ?? 'compact'),
  },
  {
    form: 'lines',
    messages: ['refund-full', 'paid', 'closed', 'finished'],
    comment: 'one parameter a line, as a file saved in the character set of the message',
    write: (pairs, _, turn) => toLines(pairs, '=', turn % 2 === 0 ? '\n' : '\r\n'),
    file: true,
  },
];

const variants: readonly (Signing & { readonly tag: string })[] = (['utf-8', 'gbk'] as const).flatMap((charset) =>
  (['V1', 'V2'] as const).flatMap((rule) =>
    (['RSA', 'RSA2'] as const).map((type) => ({
      charset,
      declared: declaredFor(charset, rule),
      rule,
      type,
      tag: `${charset}-${rule}-${type}`.toLowerCase(),
    })),
  ),
);

/** Both letter cases occur; the merchant's own is echoed and signed. */
function declaredFor(charset: CharsetName, rule: RuleName): string {
  const lower = rule === 'V2';
  return charset === 'gbk' ? (lower ? 'gbk' : 'GBK') : lower ? 'UTF-8' : 'utf-8';
}

const matrix: readonly Case[] = shapes.flatMap(({ form, messages, comment, write, file }) =>
  variants.map(({ tag, ...signing }, turn): Case => {
    const message = messageOf(messages[turn % messages.length] ?? 'paid');
    const text = write(sign(message.pairs, signing), signing.charset, turn);
    return {
      name: `${message.id}-${form}-${tag}`,
      expect: 'passed verified',
      dialect: message.dialect,
      form,
      charset: signing.charset,
      rule: signing.rule,
      key: keyFor(signing.type),
      input: file ? 'bytes' : 'text',
      raw: file ? encode(text, signing.charset) : Buffer.from(text, 'utf8'),
      comment,
    };
  }),
);

/** The browser's way back is a GET request; in GBK it is a notification that was replayed as one, since a return has no Chinese in it. */
const urls: readonly Case[] = variants.map(({ tag, ...signing }): Case => {
  const message = messageOf(signing.charset === 'gbk' ? 'paid' : 'return');
  const address = message.id === 'return' ? 'https://shop.example/pay/return' : 'http://localhost:8080/pay/notify';
  return {
    name: `${message.id}-url-${tag}`,
    expect: 'passed verified',
    dialect: message.dialect,
    form: 'url',
    charset: signing.charset,
    rule: signing.rule,
    key: keyFor(signing.type),
    input: 'text',
    raw: Buffer.from(toUrl(address, sign(message.pairs, signing), signing.charset), 'utf8'),
    comment: message.id === 'return' ? 'the address to which the browser came back' : 'a notification replayed by hand as a GET request',
  };
});

const usual: Signing = { charset: 'utf-8', declared: 'utf-8', rule: 'V1', type: 'RSA2' };

/** Every message once, in the form in which it arrives. */
const arrivals: readonly Case[] = [...ALL, 'return' as const].map((id): Case => {
  const message = messageOf(id);
  const pairs = sign(message.pairs, usual);
  return {
    name: `${id}-as-received`,
    expect: 'passed verified',
    dialect: message.dialect,
    form: id === 'return' ? 'query' : 'form-body',
    charset: 'utf-8',
    rule: 'V1',
    key: 'alipay-2048',
    input: 'text',
    raw: Buffer.from(id === 'return' ? `?${toFormBody(pairs, 'utf-8')}` : toFormBody(pairs, 'utf-8')),
    comment: id === 'return' ? 'what follows the address in the request line' : 'the body as Alipay posts it',
  };
});

interface Failure {
  readonly name: string;
  readonly expect: string;
  readonly comment: string;
  readonly cause?: string;
  readonly key?: Case['key'];
  readonly rule?: RuleName;
  /** What happens to the received pairs. */
  readonly pairs?: (pairs: Pairs) => Pairs;
}

const set =
  (name: string, change: (value: string) => string) =>
  (pairs: Pairs): Pairs =>
    pairs.map(([key, value]) => [key, key === name ? change(value) : value]);

const failures: readonly Failure[] = [
  {
    name: 'wrong-key',
    expect: 'failed wrong-key',
    key: 'app-2048',
    comment: 'the public half of the merchant’s own key instead of the one Alipay shows',
  },
  { name: 'no-key', expect: 'indeterminate no-key', key: 'none', comment: 'RSA2 and no key at hand' },
  {
    name: 'no-signature',
    expect: 'indeterminate no-signature',
    comment: 'sign was left out of the log',
    pairs: (pairs) => pairs.filter(([name]) => name !== 'sign'),
  },
  {
    name: 'amount-changed',
    expect: 'failed content-explained',
    cause: 'tampered-or-test',
    comment: 'someone edited the amount; the others of the message give it away',
    pairs: set('total_amount', () => '860.00'),
  },
  {
    name: 'rewritten',
    expect: 'failed content-unexplained',
    comment: 'another subject and another order number: nothing in the message tells what they were',
    pairs: (pairs) => set('subject', () => '演示商品')(set('out_trade_no', () => 'DEMO0001')(pairs)),
  },
  {
    name: 'sign-cut',
    expect: 'failed signature-length',
    comment: 'the last 40 characters of sign are gone',
    pairs: set('sign', (value) => value.slice(0, -40)),
  },
  {
    name: 'sign-plus-to-space',
    expect: 'failed signature-explained',
    cause: 'sign-plus-to-space',
    comment: 'sign was form-decoded once too often',
    pairs: set('sign', (value) => value.replaceAll('+', ' ')),
  },
  {
    name: 'sign-type-of-other-hash',
    expect: 'failed hash-mismatch',
    cause: 'sign-hash-mismatch',
    comment: 'signed with SHA-256, and sign_type says RSA, which stands for SHA-1',
    rule: 'V1',
    pairs: set('sign_type', () => 'RSA'),
  },
  {
    name: 'html-entity-quotes',
    expect: 'failed content-explained',
    cause: 'html-entity-quotes',
    comment: 'a filter against scripting escaped the quotes of fund_bill_list',
    pairs: set('fund_bill_list', (value) => value.replaceAll('"', '&quot;')),
  },
  {
    name: 'own-parameter',
    expect: 'passed verified-with-unsigned',
    cause: 'own-query-param',
    comment: 'notify_url carried a parameter of the merchant’s own',
    rule: 'V1',
    pairs: (pairs) => [['shop_no', '17'], ...pairs],
  },
  {
    name: 'sign-type-removed',
    expect: 'failed content-explained',
    cause: 'sign-type-removed',
    comment: 'sign_type was taken out although it is signed',
    rule: 'V2',
    pairs: (pairs) => pairs.filter(([name]) => name !== 'sign_type'),
  },
];

const failed: readonly Case[] = failures.map((failure): Case => {
  const message = messageOf('paid');
  const received = sign(message.pairs, { ...usual, rule: failure.rule ?? 'V1' });
  return {
    name: failure.name,
    expect: failure.expect,
    ...(failure.cause === undefined ? {} : { cause: failure.cause }),
    dialect: message.dialect,
    form: 'form-body',
    charset: 'utf-8',
    ...(failure.rule === undefined ? {} : { rule: failure.rule }),
    key: failure.key ?? 'alipay-2048',
    input: 'text',
    raw: Buffer.from(toFormBody(failure.pairs?.(received) ?? received, 'utf-8')),
    comment: failure.comment,
  };
});

export const cases: readonly Case[] = [...arrivals, ...matrix, ...urls, ...failed];

export function toFile({ name: _, raw, ...header }: Case): Buffer {
  const lines = Object.entries(header).map(([key, value]) => `${key}: ${value}\n`);
  return Buffer.concat([Buffer.from(`${lines.join('')}source: own; test/vectors/make.ts\n\n`), raw]);
}
