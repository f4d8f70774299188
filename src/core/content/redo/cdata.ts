/** XML of WeChat Pay v2 that was taken apart by hand, its frame kept. */
import type { ForwardMistake } from './mistake.ts';

export const cdata: readonly ForwardMistake[] = [
  {
    id: 'v2-trim-cdata',
    source: 'regular expressions over XML keep the frame of a value; XML 1.0 §2.7',
    ways: [(value) => `<![CDATA[${value}]]>`],
  },
];
