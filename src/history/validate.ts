/** Whether what was read is what was once written. Anything else is never shown, and lies where it lay until it is deleted by its id or with all. */
import type { Body, Head } from './schema.ts';

const INDICATIONS: readonly unknown[] = ['passed', 'failed', 'indeterminate'];
/** The last moment that a `Date` can hold, in milliseconds. ECMA-262 §21.4.1.1. */
const LAST_MOMENT = 8.64e15;

type Loose<T> = Partial<Record<keyof T, unknown>>;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isTextOrNull = (value: unknown): boolean => value === null || typeof value === 'string';

/** Every property that the list draws has the type it is drawn by. */
export function isHead(value: unknown): value is Head {
  if (!isObject(value)) return false;
  const head = value as Loose<Head>;
  return (
    typeof head.id === 'string' &&
    typeof head.time === 'number' &&
    Math.abs(head.time) <= LAST_MOMENT &&
    INDICATIONS.includes(head.indication) &&
    typeof head.reason === 'string' &&
    [head.dialect, head.order, head.amount, head.currency, head.segment].every(isTextOrNull)
  );
}

/** Whether a record can be shown. Only this version of the record is known. */
export function isBody(value: unknown): value is Body {
  if (!isObject(value) || typeof value['id'] !== 'string') return false;
  const { entry } = value as Loose<Body>;
  if (!isObject(entry)) return false;
  const { request, inspection } = entry;
  if (!isObject(request) || !isObject(inspection)) return false;
  const { text, hints } = request;
  if (typeof text !== 'string' && !(text instanceof Uint8Array)) return false;
  if (hints !== undefined && !isObject(hints)) return false;
  const { version, reading, keys, verdict, explanation, unsealed, asks } = inspection;
  return (
    version === 1 &&
    isObject(reading) &&
    Array.isArray(reading['pairs']) &&
    isObject(verdict) &&
    INDICATIONS.includes(verdict['indication']) &&
    isObject(explanation) &&
    Array.isArray(explanation['fields']) &&
    [keys, unsealed, asks].every(Array.isArray)
  );
}

/** Whether a stored value, sound or not, goes by this id. */
export const isCalled = (value: unknown, id: string): boolean => isObject(value) && value['id'] === id;

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as readonly unknown[]) : []);
