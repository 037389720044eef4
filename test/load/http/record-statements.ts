import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import pg from 'pg';
import type { Statement } from './standalone.js';

/** Loaded in each thread of the standalone: records the SQL that requests cause, when it is asked to. */
export const CHANNEL = 'statements of requests';

/** What is asked of each thread, and what each answers. */
export type AskedOfThreads = 'record' | 'tell';
export interface ThreadAnswer {
  readonly statements: readonly Statement[];
}

/** Only what a request asks for: followers use the same database at the same time. */
const insideRequest = new AsyncLocalStorage<boolean>();
let recorded: Statement[] | undefined;
let restore = () => {};

function record(): void {
  recorded = [];
  // oxlint-disable-next-line typescript/unbound-method -- called with its client below
  const original = pg.Client.prototype.query as (...args: unknown[]) => unknown;
  pg.Client.prototype.query = function query(this: pg.Client, ...args: unknown[]) {
    const [statement, values] = args as [string | Partial<Statement>, unknown];
    const { text, values: own = values } = typeof statement === 'string' ? { text: statement } : statement;
    if (insideRequest.getStore() && typeof text === 'string') {
      recorded?.push({ text, values: Array.isArray(own) ? own : [] });
    }
    return original.apply(this, args);
  } as typeof pg.Client.prototype.query;
  restore = () => {
    pg.Client.prototype.query = original as typeof pg.Client.prototype.query;
  };
}

function told(): readonly Statement[] {
  restore();
  const statements = recorded ?? [];
  recorded = undefined;
  return statements;
}

subscribe('http.server.request.start', () => {
  if (recorded) insideRequest.enterWith(true);
});

const channel = new BroadcastChannel(CHANNEL);
channel.unref();
channel.addEventListener('message', (event) => {
  const { data } = event as MessageEvent;
  if (data === 'record') record();
  else if (data !== 'tell') return;
  channel.postMessage({ statements: data === 'tell' ? told() : [] } satisfies ThreadAnswer);
});
