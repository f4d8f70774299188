/** What the time of signing tells: which delivery this is, and whether a live server would still have taken it. */
import { headerValues } from '../providers/headers.ts';
import type { Deliveries, ExplainShape } from '../providers/shape.ts';
import type { Reading } from '../read/reading.ts';
import type { Check } from './explanation.ts';

/** Deliveries are late rather than early; a second is lost to rounding. */
const EARLY = 1;

export function deliveryChecks(reading: Reading, { deliveries, repeats }: ExplainShape, now: Date | undefined): readonly Check[] {
  if (!deliveries) return [];
  const text = headerValues(reading, deliveries.signed)[0];
  if (text === undefined) return [];
  const signed = /^1\d{9}$/.test(text) ? Number(text) : null;
  return [...numberOf(reading, deliveries, repeats?.after ?? [], signed), ...windowOf(deliveries, signed, now)];
}

/** Whether it is the first; `number` counts from 1. */
function numberOf(reading: Reading, { created }: Deliveries, after: readonly number[], signed: number | null): readonly Check[] {
  const time = Date.parse(reading.pairs.find(({ name }) => name === created)?.value ?? '');
  if (signed === null || Number.isNaN(time)) return [];
  const seconds = signed - Math.floor(time / 1000);
  // Long after the last one it is a copy, or another clock: nothing can be counted.
  if (seconds < -EARLY || seconds > (after.at(-1) ?? 0) + 3600)
    return [{ id: 'delivery', answer: 'unknown', params: { seconds: String(seconds) } }];
  const number = 1 + after.filter((each) => each <= seconds + EARLY).length;
  return [{ id: 'delivery', answer: number === 1 ? 'yes' : 'no', params: { number: String(number), seconds: String(seconds) } }];
}

/** Not a fault of an old message: its age, against what a live server allows. */
function windowOf({ window }: Deliveries, signed: number | null, now: Date | undefined): readonly Check[] {
  if (!now) return [];
  if (signed === null) return [{ id: 'clock-window', answer: 'unknown' }];
  const seconds = Math.floor(now.getTime() / 1000) - signed;
  return [
    {
      id: 'clock-window',
      answer: Math.abs(seconds) <= window ? 'yes' : 'no',
      params: { seconds: String(seconds), window: String(window) },
    },
  ];
}
