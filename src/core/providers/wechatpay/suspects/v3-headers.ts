/** The parts of a v3 message that stand in its headers: exchanged, taken from elsewhere, written otherwise. */
import type { Attempt, Suspect, Work } from '../../suspect.ts';
import { AGAIN } from '../parts.ts';
import { bodyOf, rebuilt, resourceOf, valueIn, withPart } from './v3-body.ts';

/** By these forms alone a value is told from the others. @see pay.weixin.qq.com/doc/v3/merchant/4013053249 */
const FORMS: readonly (readonly [name: string, form: RegExp])[] = [
  ['timestamp', /^\d{10}$/],
  ['serial', /^(?:PUB_KEY_ID_\w+|[0-9A-F]{40})$/],
  ['signature', /^[A-Za-z0-9+/]{170,1400}={0,2}$/],
  ['nonce', /^[A-Za-z0-9]{32}$/],
];

export const headers: Suspect = {
  id: 'v3-header-loss',
  cost: 1.6,
  source: 'wechatpay-java#226; developers.weixin.qq.com/community/pay/doc/0006806be70158fc7f820965c61c00: arguments exchanged',
  *attempts(work): Iterable<Attempt> {
    const value = (name: string): string => work.pairs.find((pair) => pair.name === name)?.value ?? '';
    const set = (timestamp: string, nonce: string): Work => withPart(withPart(work, 'timestamp', timestamp), 'nonce', nonce);
    const [timestamp, nonce, serial] = [value('timestamp'), value('nonce'), value('serial')];
    // Each in the form of its place: nothing was exchanged, and another nonce could only be guessed.
    if (/^\d{10}$/.test(timestamp) && /^[A-Za-z0-9]{32}$/.test(nonce)) return;
    const sorted = inPlace(work);
    if (sorted) yield { work: sorted };
    yield { work: set(nonce, timestamp) };
    if (serial !== '') {
      yield { work: set(timestamp, serial) };
      yield { work: set(serial, nonce) };
    }
    // Two equal headers that a proxy joined.
    const [a, b] = [once(timestamp), once(nonce)];
    if (a !== timestamp || b !== nonce) yield { work: set(a, b) };
    const members = rebuilt(bodyOf(work)) ?? [];
    const inner = valueIn(resourceOf(members) ?? [], 'nonce');
    if (inner !== null) yield { work: set(timestamp, inner) };
    if (/^\d{13}$/.test(timestamp)) yield { work: set(timestamp.slice(0, 10), nonce) };
    if (/^\d{10}\.\d{1,9}$/.test(timestamp)) yield { work: set(timestamp.slice(0, 10), nonce) };
    const created = Date.parse(valueIn(members, 'create_time') ?? '') / 1000;
    // The moment of delivery is near that of creation: a lost timestamp is one of few.
    if (Number.isFinite(created) && !/^\d{10}$/.test(timestamp))
      for (let after = 0; after <= 60; after++) yield { work: set(String(created + after), nonce), cost: 1 };
    for (const tidy of [nonce.trim(), nonce.toLowerCase(), nonce.toUpperCase()])
      if (tidy !== nonce) yield { work: set(timestamp.trim(), tidy) };
  },
};

/** A header that came twice with different values: which of them was signed, the digest tells. */
export const twice: Suspect = {
  id: 'duplicate-key',
  cost: 0.5,
  source: 'a proxy or a test tool adds headers of its own beside those of WeChat Pay',
  *attempts(work): Iterable<Attempt> {
    const valuesOf = (name: string): readonly string[] =>
      work.pairs.filter((pair) => pair.name === name || pair.name === `${name}${AGAIN}`).map(({ value }) => value);
    for (const [i, timestamp] of valuesOf('timestamp').entries())
      for (const [k, nonce] of valuesOf('nonce').entries())
        if (i + k > 0) yield { work: withPart(withPart(work, 'timestamp', timestamp), 'nonce', nonce) };
  },
};

/** Every value in the place that its form tells; null where they are there already, or a form fits none or two. */
function inPlace(work: Work): Work | null {
  const names = FORMS.map(([name]) => name);
  const held = work.pairs.filter(({ name }) => names.includes(name));
  let sorted = work;
  for (const { value } of held) {
    const fits = FORMS.filter(([, form]) => form.test(value));
    // 32 hex digits in capitals are no serial number: those have 40.
    const [name] = fits[0] ?? [];
    if (name === undefined || fits.length > 1) return null;
    if (held.some((other) => other.value !== value && FORMS.find(([, form]) => form.test(other.value))?.[0] === name)) return null;
    sorted = withPart(sorted, name, value);
  }
  const moved = held.some(({ name, value }) => sorted.pairs.some((pair) => pair.name === name && pair.value !== value));
  return moved ? sorted : null;
}

const once = (text: string): string => /^(.+?),\s*\1$/.exec(text)?.[1] ?? text;
