/** Every mistake about values that is made again, the likeliest first. */
import { cdata } from './cdata.ts';
import { charsets } from './charsets.ts';
import { letters } from './letters.ts';
import { markup } from './markup.ts';
import type { ForwardMistake } from './mistake.ts';
import { percent } from './percent.ts';
import { structure } from './structure.ts';
import { values } from './values.ts';

export const forward: readonly ForwardMistake[] = [...markup, ...percent, ...charsets, ...values, ...structure, ...letters, ...cdata];
