/** A priority queue: the cheapest first, and among equals the one that came first, so that every run finds the same answer. */
export class Queue<T> {
  readonly #heap: { readonly cost: number; readonly turn: number; readonly item: T }[] = [];
  #turn = 0;

  get size(): number {
    return this.#heap.length;
  }

  push(item: T, cost: number): void {
    const heap = this.#heap;
    const entry = { cost, turn: this.#turn++, item };
    let i = heap.length;
    heap.push(entry);
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (before(heap[parent] as Ordered, entry)) break;
      heap[i] = heap[parent] as (typeof heap)[number];
      i = parent;
    }
    heap[i] = entry;
  }

  pop(): T | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first?.item;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && before(heap[child + 1] as Ordered, heap[child] as Ordered)) child++;
      if (before(last, heap[child] as Ordered)) break;
      heap[i] = heap[child] as (typeof heap)[number];
      i = child;
    }
    heap[i] = last;
    return first.item;
  }
}

interface Ordered {
  readonly cost: number;
  readonly turn: number;
}

function before(a: Ordered, b: Ordered): boolean {
  return a.cost < b.cost || (a.cost === b.cost && a.turn < b.turn);
}
