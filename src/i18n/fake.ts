/** A language for development: every sentence in double brackets, so text that never came from the messages stands out. */
import type { Messages } from './messages.ts';

export function fake(messages: Messages): Messages {
  return wrap(messages, '') as Messages;
}

function wrap(value: unknown, key: string): unknown {
  if (key === 'lang' || key === 'code' || key === 'htmlLang') return value;
  if (typeof value === 'string') return `[[${value}]]`;
  if (typeof value === 'function') return (...args: unknown[]) => wrap((value as (...args: unknown[]) => unknown)(...args), '');
  if (Array.isArray(value)) return value.map((item) => wrap(item, ''));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, wrap(item, name)]));
}
