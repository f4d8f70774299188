/** Where something stood in the source: half-open byte offsets. The source itself is never copied into a record. */

/** `[start, end)` in bytes of the source as pasted (strings count as UTF-8). */
export type Span = readonly [start: number, end: number];
