/** The runner against workers that answer, dawdle, hang or die. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Inspection, InspectRequest } from '../../src/core/inspect.ts';
import type { Outcome } from '../../src/workers/protocol.ts';
import { BEAT, GRACE, Runner, SILENCE } from '../../src/workers/runner.ts';
import type { Spawned } from '../../src/workers/runner.ts';

const request: InspectRequest = { text: 'a=b', keys: [] };
const record = (version: number) => ({ version }) as unknown as Inspection;

interface Fake extends Spawned {
  readonly answer: (outcome: Outcome) => void;
  readonly die: () => void;
  terminated: boolean;
  cancelled: number;
}

/** A worker that lives; `obeys` = ends a cancelled job, `alive` = answers pings. */
function fake(obeys = true, alive = true): Fake {
  let answer: (outcome: Outcome) => void = () => undefined;
  let die: () => void = () => undefined;
  const self: Fake = {
    terminated: false,
    cancelled: 0,
    answer: (outcome) => answer(outcome),
    die: () => die(),
    ondeath: (callback) => (die = callback),
    terminate: () => (self.terminated = true),
    service: {
      run: () => new Promise((resolve) => (answer = resolve)),
      whatIf: () => (alive ? Promise.resolve(null) : new Promise(() => undefined)),
      cancel: () => {
        self.cancelled++;
        if (obeys) answer({ ok: false, id: 'aborted' });
        return Promise.resolve();
      },
      ping: () => (alive ? Promise.resolve() : new Promise(() => undefined)),
    },
  };
  return self;
}

function setUp(...workers: Fake[]) {
  let spawned = 0;
  const runner = new Runner(() => {
    const worker = workers[spawned++];
    if (!worker) throw new Error('one worker too many');
    return worker;
  });
  return { runner, spawned: () => spawned };
}

const start = (runner: Runner, signal = new AbortController().signal) => {
  const promise = runner.inspect(request, { signal });
  promise.catch(() => undefined);
  return promise;
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('the record is what the worker answered, and the worker stays warm', async () => {
  const worker = fake();
  const { runner, spawned } = setUp(worker);
  for (const version of [1, 2]) {
    const promise = start(runner);
    worker.answer({ ok: true, inspection: record(version) });
    expect(await promise).toEqual(record(version));
  }
  expect(spawned()).toBe(1);
  expect(worker.terminated).toBe(false);
});

test('the newest call wins, and the older one is aborted in the same worker', async () => {
  const worker = fake();
  const { runner, spawned } = setUp(worker);
  const older = start(runner);
  const newer = start(runner);
  await expect(older).rejects.toMatchObject({ name: 'AbortError' });
  await vi.advanceTimersByTimeAsync(1);
  worker.answer({ ok: true, inspection: record(7) });
  expect(await newer).toEqual(record(7));
  expect(spawned()).toBe(1);
  expect(worker.cancelled).toBe(1);
});

test('of three calls at once only the last one is answered', async () => {
  const worker = fake();
  const { runner } = setUp(worker);
  const calls = [start(runner), start(runner), start(runner)] as const;
  await vi.advanceTimersByTimeAsync(1);
  worker.answer({ ok: true, inspection: record(3) });
  await expect(calls[0]).rejects.toMatchObject({ name: 'AbortError' });
  await expect(calls[1]).rejects.toMatchObject({ name: 'AbortError' });
  expect(await calls[2]).toEqual(record(3));
});

test('abort rejects at once, and a worker that does not let go within the grace is ended', async () => {
  const stubborn = fake(false);
  const { runner, spawned } = setUp(stubborn, fake());
  const controller = new AbortController();
  const promise = start(runner, controller.signal);
  controller.abort();
  await expect(promise).rejects.toMatchObject({ name: 'AbortError' });
  await vi.advanceTimersByTimeAsync(GRACE - 1);
  expect(stubborn.terminated).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(stubborn.terminated).toBe(true);
  void start(runner);
  await vi.advanceTimersByTimeAsync(1);
  expect(spawned()).toBe(2);
});

test('a worker that obeys the abort lives on', async () => {
  const worker = fake();
  const { runner } = setUp(worker);
  const controller = new AbortController();
  const promise = start(runner, controller.signal);
  controller.abort();
  await expect(promise).rejects.toMatchObject({ name: 'AbortError' });
  await vi.advanceTimersByTimeAsync(GRACE * 2);
  expect(worker.terminated).toBe(false);
});

test('a silent worker is ended, its call rejects as worker-stopped, and the next call works', async () => {
  const stuck = fake(false, false);
  const fresh = fake();
  const { runner } = setUp(stuck, fresh);
  const promise = start(runner);
  await vi.advanceTimersByTimeAsync(SILENCE + BEAT);
  await expect(promise).rejects.toMatchObject({ id: 'worker-stopped' });
  expect(stuck.terminated).toBe(true);
  const next = start(runner);
  fresh.answer({ ok: true, inspection: record(9) });
  expect(await next).toEqual(record(9));
});

test('a long search that answers pings is left alone', async () => {
  const worker = fake();
  const { runner } = setUp(worker);
  const promise = start(runner);
  await vi.advanceTimersByTimeAsync(SILENCE * 4);
  expect(worker.terminated).toBe(false);
  worker.answer({ ok: true, inspection: record(1) });
  expect(await promise).toEqual(record(1));
});

test('a worker that dies rejects its call as worker-stopped', async () => {
  const worker = fake();
  const { runner } = setUp(worker, fake());
  const promise = start(runner);
  worker.die();
  await expect(promise).rejects.toMatchObject({ id: 'worker-stopped' });
});

test('a mistake of ours is told by its id and carries no text of the input', async () => {
  const worker = fake();
  const { runner } = setUp(worker);
  const promise = start(runner);
  worker.answer({ ok: false, id: 'failed' });
  await expect(promise).rejects.toMatchObject({ id: 'inspect-failed', message: 'inspect-failed' });
});

test('a signal that is already aborted starts no worker', async () => {
  const { runner, spawned } = setUp();
  await expect(start(runner, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
  expect(spawned()).toBe(0);
});

test('a question beside an inspection is answered by the same worker, and does not end it', async () => {
  const worker = fake();
  const { runner, spawned } = setUp(worker);
  const promise = start(runner);
  expect(await runner.whatIf(request, {})).toBeNull();
  worker.answer({ ok: true, inspection: record(3) });
  expect(await promise).toEqual(record(3));
  expect(spawned()).toBe(1);
});

test('a question that is not answered in time ends the worker', async () => {
  const [stuck, next] = [fake(true, false), fake()];
  const { runner } = setUp(stuck, next);
  const asked = runner.whatIf(request, {});
  const refused = expect(asked).rejects.toMatchObject({ id: 'worker-stopped' });
  await vi.advanceTimersByTimeAsync(SILENCE);
  await refused;
  expect(stuck.terminated).toBe(true);
  expect(await runner.whatIf(request, {})).toBeNull();
});
