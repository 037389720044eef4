import { describe, expect, it } from '@jest/globals';
import { MessageFlow, type FlowConsumer, type FlowSettings, type GroupMessage } from './message-flow.js';

class Room implements FlowConsumer {
  held = 0;

  constructor(private readonly size = 100) {}

  get hasRoom(): boolean {
    return this.held < this.size;
  }

  begin(): void {
    this.held++;
  }

  end(): void {
    this.held--;
  }
}

const SETTINGS: FlowSettings = { strategy: 'RoundRobin', maxRetryCount: 2, messageTimeoutMs: 1_000 };

function message(number: number, id = `id-${number}`): GroupMessage {
  return { number, id, pin: `pin-${number % 3}`, body: undefined, retryCount: 0, parkedRevision: undefined };
}

function parked(revision: number): GroupMessage {
  return { ...message(revision, `parked-${revision}`), parkedRevision: revision };
}

function flowOf(settings: Partial<FlowSettings> = {}, ...consumers: Room[]): MessageFlow<Room> {
  const flow = new MessageFlow<Room>({ ...SETTINGS, ...settings });
  for (const consumer of consumers) flow.join(consumer);
  return flow;
}

const delivered = (flow: MessageFlow<Room>, now = 0) =>
  flow.deliver(now).map(({ message: { number, retryCount } }) => [number, retryCount]);

describe('the flow of messages', () => {
  it('gives consumers no more than they have room for', () => {
    const flow = flowOf({}, new Room(2), new Room(1));
    flow.admit([0, 1, 2, 3].map((number) => message(number)));
    expect(delivered(flow)).toEqual([
      [0, 0],
      [1, 0],
      [2, 0],
    ]);
    expect(delivered(flow)).toEqual([]);
    flow.settle('id-1', 0);
    expect(delivered(flow)).toEqual([[3, 0]]);
  });

  it('hands out no more than it is asked for, retries included', () => {
    const flow = flowOf({}, new Room());
    flow.admit([0, 1, 2].map((number) => message(number)));
    expect(flow.deliver(0, 1).map(({ message: { number } }) => number)).toEqual([0]);
    flow.tryAgain('id-0', 0);
    expect(flow.deliver(0, 2).map(({ message: { number } }) => number)).toEqual([0, 1]);
    expect(flow.waitingCount).toBe(1);
  });

  it('tries again in the order of the log, before anything new', () => {
    const flow = flowOf({}, new Room(3));
    flow.admit([0, 1, 2, 3].map((number) => message(number)));
    delivered(flow);
    flow.tryAgain('id-2', 0);
    flow.tryAgain('id-0', 0);
    flow.settle('id-1', 0);
    expect(delivered(flow)).toEqual([
      [0, 1],
      [2, 1],
      [3, 0],
    ]);
  });

  it('hands out for parking what was tried often enough', () => {
    const flow = flowOf({}, new Room());
    flow.admit([message(0)]);
    for (const spent of [false, false, true]) {
      delivered(flow);
      expect(flow.tryAgain('id-0', 0) !== undefined).toBe(spent);
    }
    expect(delivered(flow)).toEqual([]);
    expect(flow.lowestUnsettled).toBe(0);
    flow.forget(message(0));
    expect(flow.lowestUnsettled).toBeUndefined();
  });

  it('tries again what could not be parked', () => {
    const flow = flowOf({}, new Room());
    flow.admit([message(0)]);
    delivered(flow);
    const taken = flow.beginParking('id-0', 0)!;
    expect(delivered(flow)).toEqual([]);
    flow.retry(taken);
    expect(delivered(flow)).toEqual([[0, 1]]);
  });

  it('takes back what is held too long, and knows when', () => {
    const flow = flowOf({}, new Room(1));
    flow.admit([message(0), message(1)]);
    expect(flow.nextExpiry).toBe(Infinity);
    delivered(flow, 500);
    expect(flow.nextExpiry).toBe(1_500);
    expect(flow.expire(1_499)).toEqual([]);
    expect(delivered(flow, 1_499)).toEqual([]);
    flow.expire(1_500);
    expect(delivered(flow, 1_500)).toEqual([[0, 1]]);
    expect(flow.settle('id-0', 1_600)?.retryCount).toBe(1);
  });

  it.each([0, 1, -1])('takes back what is held for a second when the limit is %d', (messageTimeoutMs) => {
    const flow = flowOf({ messageTimeoutMs }, new Room());
    flow.admit([message(0)]);
    delivered(flow);
    expect(flow.nextExpiry).toBe(1_000);
  });

  it('gives to others what a consumer had that left', () => {
    const [leaving, staying] = [new Room(2), new Room(5)];
    const flow = flowOf({ strategy: 'DispatchToSingle' }, leaving, staying);
    flow.admit([0, 1, 2].map((number) => message(number)));
    delivered(flow);
    flow.leave(leaving, 0);
    expect(leaving.held).toBe(0);
    expect(delivered(flow)).toEqual([
      [0, 1],
      [1, 1],
    ]);
    expect(staying.held).toBe(3);
  });

  it('holds back an event while another with the same id is being processed', () => {
    const flow = flowOf({}, new Room());
    flow.admit([message(0, 'same'), message(1, 'same'), message(2)]);
    expect(delivered(flow).map(([number]) => number)).toEqual([0, 2]);
    flow.settle('same', 0);
    expect(delivered(flow)).toEqual([[1, 0]]);
  });

  it('replays parked messages after what waits for another try, and outside of the order of the log', () => {
    const flow = flowOf({}, new Room(1));
    flow.admit([message(7)]);
    delivered(flow);
    flow.replay([parked(3)]);
    flow.tryAgain('id-7', 0);
    expect(delivered(flow)).toEqual([[7, 1]]);
    flow.settle('id-7', 0);
    expect(delivered(flow)).toEqual([[3, 0]]);
    expect(flow.lowestUnsettled).toBeUndefined();
    expect(flow.settle('parked-3', 0)?.parkedRevision).toBe(3);
  });

  it('passes over messages whose own consumer is busy, and still counts them as unsettled', () => {
    const busy = new Room(1);
    const flow = flowOf({ strategy: 'Pinned' }, busy, new Room());
    flow.admit([0, 1, 2, 3, 4, 5].map((number) => message(number)));
    const first = delivered(flow).map(([number]) => number!);
    for (const number of first) flow.settle(`id-${number}`, 0);
    const rest = [0, 1, 2, 3, 4, 5].filter((number) => !first.includes(number));
    expect(flow.lowestUnsettled).toBe(rest[0]);
  });
});
