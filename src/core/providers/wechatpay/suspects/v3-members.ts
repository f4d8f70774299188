/** Members of a v3 body that were left out, and the one that holds Chinese. */
import { crossedBack, singleBytes, strictly } from '../../../content/undo/encodings.ts';
import type { Json } from '../../../content/undo/structure.ts';
import { decodeText } from '../../../text/charset.ts';
import { encodeUtf8 } from '../../../text/utf8.ts';
import type { Attempt, Suspect } from '../../suspect.ts';
import { SUMMARIES } from '../summaries.ts';
import { INNER, OUTER, PLAIN, STYLES, bodyOf, canonical, rebuilt, resourceOf, valueIn, viaOf, withBody, write } from './v3-body.ts';
import type { Members } from './v3-body.ts';

/** Ways to put several members back at once. */
const MOST_TOGETHER = 200;

type Guess = readonly [name: string, values: readonly string[]];

function guessesFor(members: Members, originals: Readonly<Record<string, string>>): readonly Guess[] {
  const event = valueIn(members, 'event_type') ?? '';
  const resource = resourceOf(members);
  const type = event.split('.')[0]?.toLowerCase() ?? '';
  const types = [
    ...new Set([
      valueIn(resource ?? [], 'associated_data') ?? '',
      valueIn(resource ?? [], 'original_type') ?? '',
      type,
      'transaction',
      'refund',
      'payscore',
      'mch_payment',
      'profitsharing',
    ]),
  ].filter((each) => each !== '');
  const said = originals['summary'];
  const outer: readonly Guess[] = [
    ['summary', [...(said === undefined ? [] : [said]), ...(SUMMARIES[event] ?? ['支付成功', '退款成功'])]],
    ['resource_type', ['encrypt-resource']],
    ['event_type', Object.keys(SUMMARIES)],
  ];
  const inner: readonly Guess[] = [
    ['original_type', types],
    ['algorithm', ['AEAD_AES_256_GCM']],
    ['associated_data', ['', ...types]],
  ];
  const lacks =
    (list: Members) =>
    ([name]: Guess): boolean =>
      !list.some(([each]) => each === name);
  return [...outer.filter(lacks(members)), ...(resource ? inner.filter(lacks(resource)) : [])];
}

function inserted(members: Members, added: readonly (readonly [string, string])[]): Members {
  const isInner = (name: string): boolean => (INNER as readonly string[]).includes(name);
  const inner = added.filter(([name]) => isInner(name));
  const outer = added.filter(([name]) => !isInner(name));
  return canonical([...members, ...outer], OUTER, 'filled').map(([name, value]): readonly [string, Json] =>
    name === 'resource' && inner.length > 0
      ? [name, { members: canonical([...(resourceOf(members) ?? []), ...inner], INNER, 'filled') }]
      : [name, value],
  );
}

export const missingField: Suspect = {
  id: 'v3-missing-field',
  cost: 2,
  source: 'a bean without the property writes the body without it; summaries as WeChat Pay documents them',
  *attempts(work, { originals }): Iterable<Attempt> {
    const members = rebuilt(bodyOf(work));
    if (!members) return;
    const guesses = guessesFor(members, originals);
    const found = viaOf(work, members);
    const via = found ? { via: found } : {};
    for (const [name, values] of guesses)
      for (const value of values)
        for (const style of STYLES.slice(0, 2))
          yield { work: withBody(work, write({ members: inserted(members, [[name, value]]) }, style)), ...via };
    // Several that one bean lacks: each set of names, with every choice of values.
    for (let mask = 1; mask < 1 << guesses.length; mask++) {
      const chosen = guesses.filter((_, i) => mask & (1 << i));
      if (chosen.length < 2 || chosen.length > 4) continue;
      let count = 0;
      for (const added of choices(chosen)) {
        if (++count > MOST_TOGETHER) break;
        yield { work: withBody(work, write({ members: inserted(members, added) }, PLAIN)), cost: chosen.length / 2, ...via };
      }
    }
  },
};

function* choices([first, ...rest]: readonly Guess[]): Iterable<readonly (readonly [string, string])[]> {
  if (!first) yield [];
  else for (const others of choices(rest)) for (const value of first[1]) yield [[first[0], value], ...others];
}

/** The summary of an event is known: whatever became of it, it can be put back. What became of it, its letters tell. */
export const charset: Suspect = {
  id: 'v3-charset',
  cost: 1.5,
  source: 'wechatpay-apache-httpclient#138: a reader with the default character set of the platform',
  *attempts(work, { originals }): Iterable<Attempt> {
    const text = bodyOf(work);
    const bytes = singleBytes(text);
    const latin = bytes && strictly(bytes, 'utf-8');
    if (latin) {
      yield { work: withBody(work, latin) };
      // Each reader on the way may have read it so.
      const again = singleBytes(latin);
      const twice = again && strictly(again, 'utf-8');
      if (twice) yield { work: withBody(work, twice), cost: 0.5 };
    }
    for (const back of crossedBack(text)) yield { work: withBody(work, back) };
    const members = rebuilt(text);
    const old = members && valueIn(members, 'summary');
    if (!members || old === null) return;
    // Escaped, which is undone as such.
    if (/\\[xu]|&#?\w+;|%[0-9A-F]{2}/i.test(old)) return;
    const said = originals['summary'];
    const known = SUMMARIES[valueIn(members, 'event_type') ?? ''] ?? [];
    const found = viaOf(work, members);
    for (const summary of [...(said === undefined ? [] : [said]), ...known]) {
      if (summary === old) continue;
      const named = isDamaged(old, summary) ? {} : { id: 'tampered-or-test', alternatives: lossesOf(old, summary) };
      const far = isDamaged(old, summary) ? 0 : 2;
      if (old !== '' && text.includes(old)) yield { work: withBody(work, text.replace(old, summary)), cost: far, ...named };
      const whole = members.map(([name, value]): readonly [string, Json] => (name === 'summary' ? [name, summary] : [name, value]));
      yield { work: withBody(work, write({ members: whole }, PLAIN)), cost: far + 0.5, ...named, ...(found ? { via: found } : {}) };
    }
  },
};

/** Nothing left, or only what is ASCII: an encoder may have dropped the rest, a bean may have had nothing to write. */
const lossesOf = (old: string, summary: string): readonly string[] => [
  ...(old === summary.replace(/[^\0-\x7f]/g, '') ? ['v3-charset'] : []),
  ...(old === '' ? ['v3-missing-field'] : []),
];

/** Signs of a wrong set: what stands for lost letters, letters that no summary has, bytes of the text read as GBK. Another text is none. */
function isDamaged(old: string, summary: string): boolean {
  if (/\ufffd|锟斤拷/.test(old) || /[^\0-\x7f\u3000-\u303f\u4e00-\u9fff\uff00-\uff5e]/.test(old)) return true;
  const { text } = decodeText(encodeUtf8(summary), 'gbk');
  // What question marks left over is of this summary, or of its bytes read as GBK.
  const kept = old.replaceAll('?', '');
  if (kept !== old) return isPartOf(kept, summary) || isPartOf(kept, text);
  return [...crossedBack(old)].includes(summary) || (old !== '' && text.startsWith(old));
}

/** Its characters stand in the text, in this order. */
function isPartOf(kept: string, text: string): boolean {
  let at = 0;
  for (const char of kept) {
    at = text.indexOf(char, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
