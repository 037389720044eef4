import type { RawEvent } from '../compatibility/upgrade/raw-log.js';
import { commandsIn } from '../crash/audit.js';
import type { Acknowledged, Told, Watcher } from '../crash/patient-client.js';

/** What people heard while one kind of trouble lasted, and until they could work again. */
export interface Row {
  readonly kind: string;
  /** The longest time in which no command at all was acknowledged. */
  longestSilenceMs: number;
  acknowledged: number;
  /** Answered that nothing was recorded. */
  notRecorded: number;
  /** Answered that nobody knows. */
  unknown: number;
  /** Refused appends, reads and discoveries, and appends that nobody answered, as the cluster counts them. */
  met: number;
  /** How long it took until readiness said that commands cannot be taken, where they could not. */
  unreadyAfterMs: number | undefined;
}

/** What the log makes of what was answered. */
export interface Compared {
  readonly kind: string;
  /** Acknowledged, and not in the log as it was answered. */
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  /** Answered that nothing was recorded, and in the log. */
  readonly falselyDenied: readonly string[];
}

const NOT_RECORDED: ReadonlySet<string | undefined> = new Set([
  'EVENT_LOG_UNAVAILABLE',
  'STREAM_BUSY',
  'KEY_STORE_UNAVAILABLE',
]);
const UNKNOWN = 'APPEND_UNANSWERED';

interface Sent {
  readonly kind: string;
  readonly path: string;
  /** Whether every answer but the last was that nothing was recorded. */
  denied: boolean;
  isDone: boolean;
}

/** Notes what was answered to every command, by the kind of trouble that there was then. */
export class Book implements Watcher {
  readonly rows: Row[] = [];
  /** Answers that are a mistake of ours, and requests that were not answered. */
  readonly mistakes: string[] = [];
  private readonly sent = new Map<string, Sent>();
  private readonly acks: { readonly kind: string; readonly command: Acknowledged }[] = [];
  private readonly falselyDenied: { readonly kind: string; readonly command: string }[] = [];
  private lastAck = performance.now();

  constructor() {
    this.begin('before');
  }

  get row(): Row {
    return this.rows.at(-1)!;
  }

  begin(kind: string): void {
    const none = { acknowledged: 0, notRecorded: 0, unknown: 0, met: 0, unreadyAfterMs: undefined };
    this.rows.push({ kind, longestSilenceMs: 0, ...none });
  }

  told({ commandId, path, status, code }: Told): void {
    const { row } = this;
    const before = this.sent.get(commandId) ?? { kind: row.kind, path, denied: true, isDone: false };
    this.sent.set(commandId, before);
    if (status !== undefined && status < 500) {
      before.isDone = true;
      return;
    }
    const isDenied = status === 503 && NOT_RECORDED.has(code);
    if (isDenied) row.notRecorded += 1;
    else if (status === 503 && code === UNKNOWN) row.unknown += 1;
    else this.mistakes.push(`${row.kind}: ${path} was answered ${status ?? 'nothing'} ${code ?? ''}`);
    before.denied &&= isDenied;
  }

  acknowledged(command: Acknowledged, repeated: boolean): void {
    const { row } = this;
    const now = performance.now();
    row.longestSilenceMs = Math.max(row.longestSilenceMs, Math.round(now - this.lastAck));
    this.lastAck = now;
    row.acknowledged += 1;
    this.acks.push({ kind: row.kind, command });
    const sent = this.sent.get(command.commandId);
    if (repeated && sent?.denied) {
      this.falselyDenied.push({ kind: sent.kind, command: `${command.path} ${command.commandId}` });
    }
  }

  compare(log: readonly RawEvent[]): Compared[] {
    const recorded = new Set(log.map(({ commandId }) => commandId));
    const denied = [...this.sent].flatMap(([commandId, { kind, path, denied: isDenied, isDone }]) =>
      isDenied && !isDone && recorded.has(commandId) ? [{ kind, command: `${path} ${commandId}` }] : [],
    );
    return this.rows.map(({ kind }) => {
      const { lost, doubled } = commandsIn(
        log,
        this.acks.filter((ack) => ack.kind === kind).map(({ command }) => command),
      );
      const falselyDenied = [...denied, ...this.falselyDenied]
        .filter((one) => one.kind === kind)
        .map(({ command }) => command);
      return { kind, lost, doubled, falselyDenied };
    });
  }
}
