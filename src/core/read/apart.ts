/** Several messages one below the other, a parameter at a time: where each begins. */

/** Fewer parameters than this are no message: then a name is there twice for another reason. */
const MIN_PAIRS = 3;

/**
 * Cuts a list where every part has a `sign` of its own: at the gaps, or where the first name comes again, or any name.
 * @param gaps indices of items before which something else stood
 */
export function apart<T>(list: readonly T[], nameOf: (item: T) => string, gaps: ReadonlySet<number>): readonly (readonly T[])[] {
  const names = list.map(nameOf);
  const signs = names.filter((name) => name === 'sign').length;
  if (signs < 2) return [list];
  const ways: readonly ((i: number, seen: ReadonlySet<string>) => boolean)[] = [
    (i) => gaps.has(i),
    (i) => names[i] === names[0],
    (i, seen) => seen.has(names[i] as string),
  ];
  for (const begins of ways) {
    const starts = [0];
    let seen = new Set<string>();
    for (const [i, name] of names.entries()) {
      if (i > 0 && begins(i, seen)) {
        starts.push(i);
        seen = new Set();
      }
      seen.add(name);
    }
    const parts = starts.map((start, k) => list.slice(start, starts[k + 1]));
    if (parts.length === signs && parts.every((part) => part.length >= MIN_PAIRS && part.some((item) => nameOf(item) === 'sign')))
      return parts;
  }
  return [list];
}
