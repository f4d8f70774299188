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
  // Of few names too many orders are kept by chance.
  const allowed = sorted ? Math.floor(names.length / 3) : Math.min(8, Math.floor((names.length - 5) / 3));
  return best && best.misfits > 0 && best.misfits <= allowed ? best.kept : null;
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

/** The longest subsequence that never falls, by patience sorting; names that are equal count as a fall in an order by name. */
function longestChain(names: readonly string[], compare: Compare): boolean[] {
  const tails: number[] = [];
  const before: number[] = [];
  for (const [i, name] of names.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = names[tails[middle] as number] as string;
      if (other !== name && compare(other, name) <= 0) low = middle + 1;
      else high = middle;
    }
    before.push(low > 0 ? (tails[low - 1] as number) : -1);
    tails[low] = i;
  }
  const kept = names.map(() => false);
  for (let i = tails.at(-1) ?? -1; i >= 0; i = before[i] as number) kept[i] = true;
  return kept;
}
