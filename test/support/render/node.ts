/** What Node prints, by Node itself. */
import { inspect } from 'node:util';
import type { Fields } from './values.ts';

export const withoutPrototype = (list: Fields): string =>
  inspect(Object.assign(Object.create(null) as object, Object.fromEntries(list)), { breakLength: 80, maxStringLength: null });
export const map = (list: Fields): string => inspect(new Map(list), { maxStringLength: null });
export const searchParams = (list: Fields): string =>
  inspect(new URLSearchParams(list.map(([name, value]) => [name, value])), { maxStringLength: null });
export const plainObject = (list: Fields): string => inspect(Object.fromEntries(list), { maxStringLength: null });
