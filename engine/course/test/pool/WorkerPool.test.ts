import { WorkerPool, type TaskMessage, type TaskWorker, type WorkerMessage } from '../../src/index.js';

/** A worker that answers when told to; the pool's own rules are tested here, the real threads in test/cli. */
class HandWorker implements TaskWorker {
  static made: HandWorker[] = [];
  received: TaskMessage[] = [];
  terminated = false;
  private listener: (message: WorkerMessage) => void = () => undefined;
  private fault: (message: string) => void = () => undefined;
  constructor() {
    HandWorker.made.push(this);
  }
  post(message: TaskMessage): void {
    this.received.push(message);
  }
  onMessage(listener: (message: WorkerMessage) => void): void {
    this.listener = listener;
  }
  onFault(listener: (message: string) => void): void {
    this.fault = listener;
  }
  terminate(): void {
    this.terminated = true;
  }
  answer(message: Record<string, unknown>): void {
    this.listener({ id: this.received.at(-1)?.id ?? 0, ...message } as WorkerMessage);
  }
  crash(message: string): void {
    this.fault(message);
  }
}

const input = {} as never;
const pool = (size: number): WorkerPool => new WorkerPool(() => new HandWorker(), size);

beforeEach(() => {
  HandWorker.made = [];
});

describe('the worker pool', () => {
  it('W1: gives waiting tasks to workers in the order in which they came', async () => {
    const two = pool(2);
    const results = Promise.all([1, 2, 3].map(() => two.run('resample', input)));
    expect(HandWorker.made).toHaveLength(2);
    const [first, second] = HandWorker.made;
    second?.answer({ kind: 'result', output: 'b' });
    second?.answer({ kind: 'result', output: 'c' });
    first?.answer({ kind: 'result', output: 'a' });
    expect(await results).toEqual(['a', 'b', 'c']);
    expect(HandWorker.made).toHaveLength(2);
  });

  it('W2: cancelling ends the worker at once and the next task gets a fresh one', async () => {
    const one = pool(1);
    const controller = new AbortController();
    const cancelled = one.run('register', input, { signal: controller.signal });
    const next = one.run('register', input);
    controller.abort();
    await expect(cancelled).rejects.toMatchObject({ code: 'GW_CANCELLED' });
    expect(HandWorker.made[0]?.terminated).toBe(true);
    HandWorker.made[1]?.answer({ kind: 'result', output: 'fresh' });
    expect(await next).toBe('fresh');
  });

  it('W3: a waiting task that is cancelled never reaches a worker', async () => {
    const one = pool(1);
    const controller = new AbortController();
    const running = one.run('register', input);
    const waiting = one.run('register', input, { signal: controller.signal });
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'GW_CANCELLED' });
    HandWorker.made[0]?.answer({ kind: 'result', output: 1 });
    expect(await running).toBe(1);
    expect(HandWorker.made[0]?.received).toHaveLength(1);
  });

  it('W4: a refusal keeps its code and details; the worker is not used again', async () => {
    const one = pool(1);
    const refused = one.run('register', input);
    HandWorker.made[0]?.answer({ kind: 'refusal', code: 'GW_NO_OVERLAP', details: { fixed: 1, moving: 2 } });
    await expect(refused).rejects.toMatchObject({ code: 'GW_NO_OVERLAP', details: { fixed: 1, moving: 2 } });
    expect(HandWorker.made[0]?.terminated).toBe(true);
  });

  it('W5: a worker that dies fails its task and no other', async () => {
    const one = pool(1);
    const lost = one.run('register', input);
    const next = one.run('register', input);
    HandWorker.made[0]?.crash('out of memory');
    await expect(lost).rejects.toThrow('out of memory');
    HandWorker.made[1]?.answer({ kind: 'result', output: 2 });
    expect(await next).toBe(2);
  });

  it('W6: disposing refuses what runs and what waits', async () => {
    const one = pool(1);
    const both = [one.run('register', input), one.run('register', input)];
    one.dispose();
    for (const task of both) await expect(task).rejects.toMatchObject({ code: 'GW_CANCELLED' });
  });

  it('W7: sends what tasks share to each worker once, and anew to a worker that takes the place of another', async () => {
    const workers = pool(2);
    const kept = { key: 7, value: { many: 'voxels' } };
    const cancel = new AbortController();
    const [first, second, third] = [
      workers.run('transport', input, { kept, signal: cancel.signal }),
      workers.run('transport', input, { kept }),
      workers.run('transport', input, { kept }),
    ];
    const [one, two] = HandWorker.made;
    expect([one?.received[0]?.kept, two?.received[0]?.kept]).toEqual([kept, kept]);
    two?.answer({ kind: 'result', output: 2 });
    await second;
    expect(two?.received[1]?.kept).toEqual({ key: 7 });
    cancel.abort();
    await expect(first).rejects.toMatchObject({ code: 'GW_CANCELLED' });
    two?.answer({ kind: 'result', output: 3 });
    await third;
    const other = { key: 8, value: {} };
    const later = [workers.run('transport', input, { kept: other }), workers.run('transport', input, { kept })];
    expect(two?.received[2]?.kept).toEqual(other);
    expect(HandWorker.made[2]?.received[0]?.kept).toEqual(kept);
    two?.answer({ kind: 'result', output: 4 });
    HandWorker.made[2]?.answer({ kind: 'result', output: 5 });
    await Promise.all(later);
  });
});
