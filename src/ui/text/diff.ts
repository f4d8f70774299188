/** What differs between two short texts: common stretches, removals and additions. Linear but for a bounded middle. */

export interface DiffPart {
  readonly kind: 'same' | 'old' | 'new';
  readonly text: string;
}

/** Above this many characters in both middles together the whole middle counts as one change. */
const MIDDLE = 1500;

export function diffText(before: string, after: string): readonly DiffPart[] {
  const a = [...before];
  const b = [...after];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const parts: DiffPart[] = [];
  push(parts, 'same', a.slice(0, start));
  middle(a.slice(start, endA), b.slice(start, endB), parts);
  push(parts, 'same', a.slice(endA));
  return parts;
}

function push(parts: DiffPart[], kind: DiffPart['kind'], characters: readonly string[]): void {
  if (!characters.length) return;
  const last = parts.at(-1);
  if (last?.kind === kind) parts[parts.length - 1] = { kind, text: last.text + characters.join('') };
  else parts.push({ kind, text: characters.join('') });
}

/** Longest common subsequence by the textbook table; small middles only. */
function middle(a: readonly string[], b: readonly string[], parts: DiffPart[]): void {
  if (!a.length || !b.length || a.length + b.length > MIDDLE) {
    push(parts, 'old', a);
    push(parts, 'new', b);
    return;
  }
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const below = table[(i + 1) * width + j] as number;
      const right = table[i * width + j + 1] as number;
      table[i * width + j] = a[i] === b[j] ? (table[(i + 1) * width + j + 1] as number) + 1 : Math.max(below, right);
    }
  }
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      push(parts, 'same', [a[i++] as string]);
      j++;
    } else if (j >= b.length || (i < a.length && (table[(i + 1) * width + j] as number) >= (table[i * width + j + 1] as number)))
      push(parts, 'old', [a[i++] as string]);
    else push(parts, 'new', [b[j++] as string]);
  }
}

/** Long common stretches shortened to what surrounds a change. */
export function trimSame(parts: readonly DiffPart[], around = 24): readonly DiffPart[] {
  return parts.map((part, i) => {
    if (part.kind !== 'same') return part;
    const characters = [...part.text];
    const head = i === 0 ? 0 : around;
    const tail = i === parts.length - 1 ? 0 : around;
    if (characters.length <= head + tail + 8) return part;
    return { kind: 'same', text: `${characters.slice(0, head).join('')}…${tail ? characters.slice(-tail).join('') : ''}` };
  });
}
