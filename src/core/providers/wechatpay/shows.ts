/** What a v3 message shows to the eye: a header that is not there or holds another's value, a body that is none, a summary lost or destroyed. */
import type { Reading } from '../../read/reading.ts';
import { NOTHING, headerKey, headerValues } from '../headers.ts';
import type { Received, Shown } from '../provider.ts';

const SIGNED = ['Wechatpay-Timestamp', 'Wechatpay-Nonce', 'Wechatpay-Signature'] as const;

/** @see developers.weixin.qq.com/community/pay/doc/0006806be70158fc7f820965c61c00: the nonce of `resource` taken for the header's */
export function showsOf(received: Received): readonly Shown[] {
  return [...bodyLost(received), ...headersLost(received), ...exchanged(received), ...membersLost(received)];
}

function headersLost({ reading, inputs }: Received): readonly Shown[] {
  // A body alone is a choice of what to paste; a list of headers without these is a loss.
  if ((reading.headers ?? []).length === 0) return [];
  const lost = SIGNED.filter((name) => headerValues(reading, name, inputs).every((value) => NOTHING.test(value.trim())));
  if (lost.length === 0) return [];
  const before = lost.flatMap((name) =>
    headerValues(reading, name)
      .slice(0, 1)
      .map((text) => ({ name, text })),
  );
  return [{ id: 'v3-header-loss', lost: true, edits: lost.map((name) => ({ op: 'add-pair', name })), before }];
}

function exchanged({ reading, inputs }: Received): readonly Shown[] {
  const nonce = headerValues(reading, 'Wechatpay-Nonce', inputs)[0] ?? '';
  if (nonce.length < 8) return [];
  const [inner, id] = [nonceIn(reading), valueOf(reading, 'id')];
  const name = 'Wechatpay-Nonce';
  // Another form than any nonce has: cut, or some other header's.
  if (nonce !== inner && nonce !== id)
    return /^[A-Za-z0-9]{32}$/.test(nonce)
      ? []
      : [{ id: 'v3-header-loss', guess: true, edits: [{ op: 'set-value', name }], before: [{ name, text: nonce.slice(0, 200) }] }];
  return [
    {
      id: 'v3-header-loss',
      lost: true,
      edits: [{ op: 'set-value', name }],
      before: [
        { name, text: nonce },
        { name: nonce === inner ? 'resource.nonce' : 'id', text: nonce },
      ],
    },
  ];
}

/** Headers of a message, and no message: frameworks that have read the body already, or did not parse it. @see wechatpay-go#119 */
function bodyLost({ reading, body, inputs }: Received): readonly Shown[] {
  if (headerValues(reading, 'Wechatpay-Signature', inputs).length === 0) return [];
  const text = body?.text.trim() ?? '';
  // An answer of the API may have no body.
  const length = Number(headerValues(reading, 'Content-Length')[0] ?? NaN);
  if (text === '' && length === 0) return [];
  if (!NOTHING.test(text) && !/^(?:\{\s*\}|\[\s*\]|\[object Object\]|Array\s*\(\s*\))$/.test(text)) return [];
  const parsed = /^[{[]/.test(text);
  return [
    {
      id: parsed ? 'body-not-parsed' : 'superglobals-empty',
      alternatives: [parsed ? 'superglobals-empty' : 'body-not-parsed'],
      lost: true,
      ...(text === '' && !(length > 0) ? { guess: true } : {}),
      edits: [{ op: 'set-value', name: 'body' }],
      before: [{ name: 'body', text }],
    },
  ];
}

/** Members that every notification has. */
const MEMBERS = ['id', 'create_time', 'resource_type', 'event_type', 'summary', 'resource'] as const;

function membersLost({ reading, body }: Received): readonly Shown[] {
  // A body that ends in the middle: what is behind was signed, too.
  const text = body?.text.trim() ?? '';
  if (text.startsWith('{"') && !text.endsWith('}'))
    return [
      { id: 'v3-missing-field', lost: true, edits: [{ op: 'set-value', name: 'body' }], before: [{ name: 'body', text: text.slice(-80) }] },
    ];
  // Of a dump that is read by guessing, nothing is missed.
  if (!/^\s*\{\s*"/.test(text)) return [];
  const names = new Set(reading.pairs.map(({ name }) => headerKey(name)));
  const has = (name: string): boolean => names.has(headerKey(name));
  if (!has('event_type') && !(has('resource_type') && has('resource'))) return [];
  const lost = MEMBERS.filter((name) => !has(name));
  const summary = valueOf(reading, 'summary');
  return [
    ...(lost.length > 0 ? [{ id: 'v3-missing-field', edits: lost.map((name) => ({ op: 'add-pair' as const, name })) }] : []),
    ...(summary !== undefined && /\ufffd|锟斤拷|\?\?/.test(summary)
      ? [
          {
            id: 'v3-charset',
            edits: [{ op: 'set-value' as const, name: 'summary' }],
            before: [{ name: 'summary', text: summary.slice(0, 200) }],
          },
        ]
      : []),
  ];
}

const valueOf = (reading: Reading, name: string): string | undefined =>
  reading.pairs.find((pair) => headerKey(pair.name) === headerKey(name))?.value;

function nonceIn(reading: Reading): string | undefined {
  return /"nonce"\s*:\s*"([^"]{1,64})"/.exec(valueOf(reading, 'resource') ?? '')?.[1];
}
