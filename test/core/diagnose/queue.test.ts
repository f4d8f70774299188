/** The cheapest first; among equals the one that came first. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Queue } from '../../../src/core/diagnose/queue.ts';

function drained<T>(queue: Queue<T>): readonly T[] {
  const out: T[] = [];
  while (queue.size > 0) out.push(queue.pop() as T);
  return out;
}

test('items come by their cost, equals by their turn', () => {
  const queue = new Queue<string>();
  for (const [item, cost] of [
    ['e', 5],
    ['a1', 1],
    ['c', 3],
    ['a2', 1],
    ['b', 2],
    ['a3', 1],
    ['d', 4],
  ] as const)
    queue.push(item, cost);
  expect(queue.size).toBe(7);
  expect(drained(queue)).toEqual(['a1', 'a2', 'a3', 'b', 'c', 'd', 'e']);
  expect(queue.size).toBe(0);
  expect(queue.pop()).toBeUndefined();
});

test('an emptied queue is filled again', () => {
  const queue = new Queue<number>();
  queue.push(1, 1);
  expect(queue.pop()).toBe(1);
  expect(queue.pop()).toBeUndefined();
  queue.push(2, 2);
  queue.push(3, 1);
  expect(drained(queue)).toEqual([3, 2]);
});

test('any costs, pushed and popped in any order, as a stable sort has them', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5), { maxLength: 40 }), fc.nat(40), (costs, early) => {
      const queue = new Queue<number>();
      costs.forEach((cost, i) => {
        queue.push(i, cost);
      });
      const byCost = [...costs.keys()].sort((a, b) => (costs[a] as number) - (costs[b] as number));
      const first = Array.from({ length: Math.min(early, costs.length) }, () => queue.pop() as number);
      expect([...first, ...drained(queue)]).toEqual(byCost);
    }),
    { numRuns: 60, seed: 1 },
  );
});
