/** Something that this server does in another way than EventStoreDB, on purpose. */
export interface Deviation {
  /** Where in the documentation it stands. */
  readonly about: 'streams' | 'groups';
  readonly name: string;
  /** What this server does, and what EventStoreDB does. */
  readonly difference: string;
  /** Why it stays so. */
  readonly reason: string;
  /** The recorded cases that show it, by name; none when a recorded answer cannot show it. */
  readonly cases: readonly string[];
  /** Those that show it only at some moments: nothing holds them to it. */
  readonly momentary?: readonly string[];
}

/**
 * All that differs from EventStoreDB 24.2 on purpose. `docs/event-store.md` is generated from it (`npm run
 * generate:deviations`), and `hold-to-recording.ts` holds the server to it: a recorded case agrees, or it is named here.
 */
export const DEVIATIONS: readonly Deviation[] = [
  {
    about: 'streams',
    name: 'Positions',
    difference:
      'They count events; in EventStoreDB they are byte offsets. Commit and prepare are the same in both.',
    reason: 'A gap can be seen, and a position is only to be compared, not calculated with.',
    cases: [],
  },
  {
    about: 'streams',
    name: 'A fresh log',
    difference:
      'It holds one system event, `$DatabaseCreated` in `$database`; EventStoreDB writes its own there.',
    reason: 'Position 0 is before everything that clients wrote.',
    cases: [],
  },
  {
    about: 'streams',
    name: 'Repeated appends with `any`',
    difference:
      'They are recognised among the newest 50,000 events even after a restart; the memory of EventStoreDB is of about the same size and begins empty.',
    reason: 'A writer that tries again after a restart is the one that needs it.',
    cases: [],
  },
  {
    about: 'streams',
    name: 'The size of an append',
    difference:
      'Data, metadata and twice the type count towards it, as in EventStoreDB 25 and KurrentDB; in EventStoreDB 24 data alone.',
    reason: 'What is taken here is taken by every version.',
    cases: [],
  },
  {
    about: 'streams',
    name: 'A stream without a name',
    difference: 'It is refused with `INVALID_ARGUMENT`; the process of EventStoreDB ends.',
    reason: 'No request ends the server.',
    cases: [],
  },
  {
    about: 'streams',
    name: 'A read of no events (`maxCount` 0)',
    difference: 'It is answered with none; EventStoreDB never answers.',
    reason: 'There is nothing wrong with the question.',
    cases: [],
  },
  {
    about: 'streams',
    name: 'Ids sent again in another order',
    difference: 'They are answered like any repeated append; EventStoreDB never answers some of them.',
    reason: 'Every call ends.',
    cases: [],
  },
  {
    about: 'streams',
    name: 'Names in errors that are not ASCII',
    difference: 'They are percent-encoded; EventStoreDB breaks the answer.',
    reason: 'A trailer of HTTP/2 holds nothing else.',
    cases: [],
  },
  {
    about: 'streams',
    name: 'Metadata whose content type is not JSON',
    difference:
      'They are void, whenever they are looked at. The writer of EventStoreDB takes what it wrote a moment ago for JSON whatever it says, so that `{"$tb":9223372036854775807}` counts as a soft delete for the next append alone.',
    reason: 'What a stream is does not depend on a moment.',
    cases: ['c-16', 'c-137'],
  },
  {
    about: 'streams',
    name: 'Filters',
    difference:
      "They are JavaScript's regular expressions, and .NET's in EventStoreDB. Options may stand before them (`(?i)^claim-`). What ours cannot read, or would read otherwise, is refused with `INVALID_ARGUMENT` and the reason (`\\G`, `[a-z-[aeiou]]`, a lone brace); EventStoreDB says `UNKNOWN` of what it cannot read. One thing remains: `\\w`, `\\d` and `\\b` mean ASCII here.",
    reason: 'Two languages; nothing is read in another sense than the writer meant.',
    cases: [],
  },
  {
    about: 'streams',
    name: 'Scavenging',
    difference:
      'Nothing is scavenged: `$maxCount`, `$maxAge`, `$tb` and deletes hide events, and `$all` keeps showing them, as it does in EventStoreDB until a scavenge.',
    reason: 'What is recorded is kept.',
    cases: [],
  },
  {
    about: 'streams',
    name: 'Slow subscribers',
    difference:
      'One that takes nothing for a minute is dropped; EventStoreDB keeps it. One that lags stays live and is told `caughtUp` once; EventStoreDB reads again what it could not take, without what is hidden by then, and says `caughtUp` again.',
    reason:
      'A reader that went away without a word holds nothing for ever, and one that is slow misses nothing.',
    cases: [],
  },
  {
    about: 'streams',
    name: 'The checkpoint of a search from the start that has found nothing',
    difference:
      'It is position 0; EventStoreDB says the largest number there is, and no checkpoint after it.',
    reason: 'Whoever goes on from there goes on from the start, and not from the end.',
    cases: [],
  },
  {
    about: 'streams',
    name: 'Protocol',
    difference:
      '`requires-leader` is always met. First and last stream position messages (`ControlOption`), which the Node.js client does not ask for, are not sent. Event ids are always sent as text.',
    reason: 'There is one node, and one client is used.',
    cases: [],
  },
  {
    about: 'streams',
    name: 'User certificates',
    difference: 'They are a plugin of EventStoreDB, and not looked at here.',
    reason: 'Users have passwords.',
    cases: [],
  },
  {
    about: 'streams',
    name: 'HTTP',
    difference:
      'Health, metrics, gossip and ping; there is no AtomPub interface (`/streams/…` is answered with 404 and the reason) and no web console.',
    reason: 'The applications speak gRPC.',
    cases: [],
  },
  {
    about: 'groups',
    name: '`stop`',
    difference:
      'It drops the consumer that answers it and gives all its messages to others. EventStoreDB takes `stop` for `skip`, so that the message is lost to the group without a word.',
    reason: 'No message is lost.',
    cases: ['more: ps stop ~s0', 'more: ps stop all'],
  },
  {
    about: 'groups',
    name: 'Start from the end',
    difference:
      'It is the end at the time of creation, also after a restart. EventStoreDB takes the end anew each time it starts, as long as there is no checkpoint.',
    reason: 'A restart leaves nothing out.',
    cases: [],
  },
  {
    about: 'groups',
    name: 'A replayed message',
    difference:
      'It stays parked until it is answered. EventStoreDB takes it off the parked stream when the replay begins, and a crash in between loses it. Until the replay is over, the parked stream therefore still shows it, while `parkedMessageCount` does not.',
    reason: 'No message is lost.',
    cases: [],
  },
  {
    about: 'groups',
    name: 'Two events with the same id',
    difference:
      'In one stream or in `$all` they are delivered one after the other. EventStoreDB may deliver the second while it cannot tell the answers apart.',
    reason: 'An answer settles the message that it is about.',
    cases: [],
  },
  {
    about: 'groups',
    name: 'Checkpoints',
    difference:
      'What a group goes on from stands in a table; the stream `…-checkpoint` tells of it, a moment later than in EventStoreDB. What was answered before an update, a restart of the groups or a stop is kept, without an event. The checkpoint of a `$all` group is the position just before its oldest open message; that of EventStoreDB may lie behind messages that nobody was given. `$persistentSubscriptionConfig` tells of each group that was created, updated or deleted, and by whom; in EventStoreDB each of its events holds all settings of all groups.',
    reason: 'No message is lost, and few come twice.',
    cases: [],
    momentary: ['f1-60'],
  },
  {
    about: 'groups',
    name: 'What was there before',
    difference:
      'The newest message that a group of `$all` knows, its checkpoint, and how much it holds ready or gives in the first moments depend on what the server did before: how often groups were changed (the revision of `$persistentSubscriptionConfig`), and how many events `$all` held.',
    reason: 'The recorded answers come from servers that had done other things before.',
    cases: [
      'f1-1',
      'f1-2',
      'f1-19',
      'f1-20',
      'f1-23',
      'f1-30',
      'f1-34',
      'f1-43',
      'f1-47',
      'f1-55',
      'f1-79',
      'more: ps ack out of order, restart all',
      'ps: ps buffer 1 all',
      'ps: ps buffer 2147483647 all',
      'ps: ps settings {"readBatchSize":0} all',
      'ps: ps settings {"liveBufferSize":0} all',
      'ps: ps settings {"messageTimeout":-1} all',
      'ps: ps settings {"messageTimeout":0} all',
      'ps: ps settings {"maxRetryCount":-1} all',
      'ps: ps settings {"checkPointAfter":-1} all',
      'ps: ps settings {"checkPointAfter":0} all',
      'ps: ps settings {"checkPointLowerBound":-1} all',
      'ps: ps settings {"checkPointUpperBound":-1} all',
      'ps: ps settings {"checkPointLowerBound":100,"checkPointUpperBound":10} all',
      'ps: ps settings {"maxSubscriberCount":-1} all',
      'ps: ps settings {"maxSubscriberCount":0} all',
      'ps: ps settings {"consumerStrategyName":"Nope"} all',
      'ps: ps settings {"consumerStrategyName":"PinnedByCorrelation"} all',
      'ps: ps settings {"consumerStrategyName":""} all',
      'ps: ps settings {"liveBufferSize":5,"readBatchSize":20} all',
      'ps: ps startFrom {"abs":["0","0"]} all',
      'ps: ps startFrom {"abs":["18446744073709551615","18446744073709551615"]} all',
      'ps: ps startFrom {"nth":0} all',
      'ps: ps startFrom "end" all',
    ],
  },
  {
    about: 'groups',
    name: 'Times',
    difference:
      'Messages time out to the millisecond, after a second at least; EventStoreDB looks once a second.',
    reason: 'A timer is at hand.',
    cases: [],
  },
  {
    about: 'groups',
    name: 'Filters of groups',
    difference: "They are JavaScript's regular expressions.",
    reason: 'As with subscriptions.',
    cases: [],
  },
  {
    about: 'groups',
    name: 'A consumer that takes nothing from the network for a minute (`stalledAfterMs`)',
    difference:
      'It is dropped with an error that says so; its messages go to others. EventStoreDB keeps it and grows.',
    reason: 'A consumer that went away without a word holds nothing for ever.',
    cases: [],
  },
  {
    about: 'groups',
    name: 'Over HTTP',
    difference: 'Messages cannot be fetched, and `TruncateParked` of newer servers is not offered.',
    reason: 'The applications speak gRPC.',
    cases: [],
  },
];
