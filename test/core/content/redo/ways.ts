/** What a mistake makes of a text, way by way. */
import { forward } from '../../../../src/core/content/redo/all.ts';
import type { ForwardMistake } from '../../../../src/core/content/redo/mistake.ts';
import { ofSignature } from '../../../../src/core/content/redo/sign.ts';

export function mistakeOf(id: string): ForwardMistake {
  const mistake = [...forward, ...ofSignature].find((each) => each.id === id);
  if (!mistake) throw new Error(`no mistake is called ${id}`);
  return mistake;
}

export const made = (id: string, value: string, name = 'subject'): readonly string[] => mistakeOf(id).ways.map((way) => way(value, name));

export const fits = (id: string, right: string, used: string, name = 'subject'): boolean | undefined =>
  mistakeOf(id).fits?.(right, used, name);
