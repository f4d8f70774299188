/**
 * Maps print their members in an order: sorted by name (`TreeMap`, Go's `fmt`), or by hash (`HashMap`). A name that breaks an order
 * which all others keep is no member: it stood in a value. @see java.util.HashMap#hash; Go fmt, "maps are printed in key-sorted order"
 */

type Compare = (a: string, b: string) => number;

const byName: Compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const SIZES = [16, 32, 64, 128, 256];

/**
 * Which of the names keep the order that nearly all of them keep; null where they keep none, or all keep it.
 * @param sorted the map is known to be sorted by name
 */
export function keepingOrder(names: readonly string[], sorted = false): readonly boolean[] | null {
  const orders = [byName, ...(sorted ? [] : SIZES.map(byBucket))];
  let best: { kept: readonly boolean[]; misfits: number } | null = null;
  for (const compare of orders) {
    const kept = longestChain(names, compare);
    const misfits = kept.filter((each) => !each).length;
    if (kept[0] === true && misfits < (best?.misfits ?? Infinity)) best = { kept, misfits };
  }
  if (!best || best.misfits === 0) return null;
  // Of few names too many orders are kept by chance; and what was added behind the others may be members all the same.
  const allowed = sorted ? Math.floor(names.length / 3) : Math.min(8, Math.floor((names.length - 9) / 3));
  return best.misfits <= allowed && (sorted || best.kept.at(-1) === true) ? best.kept : null;
}

/** Whether all names keep one of the orders, and are so many that it is no chance. */
export function inOrder(names: readonly string[]): boolean {
  if (names.length < 8) return false;
  return [byName, ...SIZES.map(byBucket)].some((compare) =>
    names.every((name, i) => i === 0 || compare(names[i - 1] as string, name) <= 0),
  );
}

/** The order in which a hash table of this many buckets is walked; members of one bucket stand in any order. */
function byBucket(size: number): Compare {
  return (a, b) => bucketOf(a, size) - bucketOf(b, size);
}

function bucketOf(name: string, size: number): number {
  let hash = 0;
  for (let i = 0; i < name.length; i++) hash = (Math.imul(hash, 31) + name.charCodeAt(i)) | 0;
  return (hash ^ (hash >>> 16)) & (size - 1);
}

/** The longest subsequence that begins with the first name and never falls, by patience sorting; no name stands in it twice in a row. */
function longestChain(names: readonly string[], compare: Compare): boolean[] {
  const follows = (a: string, b: string): boolean => a !== b && compare(a, b) <= 0;
  const tails: number[] = [];
  const before: number[] = [];
  for (const [i, name] of names.entries()) {
    let low = i === 0 ? 0 : 1;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = names[tails[middle] as number] as string;
      if (follows(other, name)) low = middle + 1;
      else high = middle;
    }
    if (i > 0 && low === 1 && !follows(names[0] as string, name)) {
      before.push(-1);
      continue;
    }
    before.push(low > 0 ? (tails[low - 1] as number) : -1);
    tails[low] = i;
  }
  const kept = names.map(() => false);
  for (let i = tails.at(-1) ?? -1; i >= 0; i = before[i] as number) kept[i] = true;
  return kept;
}
