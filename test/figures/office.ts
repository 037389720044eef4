import { setTimeout as wait } from 'node:timers/promises';
import type { Role } from '#kernel';

/** Where a running Lindung is, and who signs in there. */
export interface Addresses {
  readonly commandApiUrl: string;
  readonly queryApiUrl: string;
  tokenFor(role: Role, subject?: string): Promise<string>;
}

export type Item = Readonly<Record<string, unknown>>;

export interface Command {
  readonly role?: Role;
  /** The day on which it is entered, or the moment. */
  readonly at?: string;
}

/** People who work over HTTP, as everybody does. */
export interface Office {
  /** @throws Error with what was answered, when it is refused */
  post(path: string, body: object, command?: Command): Promise<Item>;
  ask(path: string, role?: Role): Promise<Item>;
  /** Sends a file, and gives its report. @throws Error when there is none */
  file(path: string, terms: Readonly<Record<string, string>>, file: string, on: string): Promise<Item>;
  /** The furthest place in the log that was answered. */
  position(): bigint;
}

/** A token lasts for some minutes. */
const TOKEN_FOR_MS = 60_000;

/** Asks again until there is something. @throws Error after so long */
export async function until<Found>(
  what: string,
  look: () => Promise<Found | undefined>,
  withinMs: number,
): Promise<Found> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > deadline) throw new Error(`${what}: not within ${withinMs} ms`);
    await wait(50);
  }
}

export function openOffice(system: Addresses, usualDay: string): Office {
  const tokens = new Map<Role, { readonly token: Promise<string>; readonly until: number }>();
  let furthest = 0n;
  const tokenOf = (role: Role) => {
    const known = tokens.get(role);
    if (known && known.until > Date.now()) return known.token;
    const token = system.tokenFor(role);
    tokens.set(role, { token, until: Date.now() + TOKEN_FOR_MS });
    return token;
  };
  const moment = (at: string) => (at.includes('T') ? at : `${at}T10:00:00+07:00`);
  const sent = async (url: string, role: Role, init: RequestInit): Promise<string> => {
    const authorization = `Bearer ${await tokenOf(role)}`;
    const headers = { ...(init.headers as Record<string, string>), authorization };
    const response = await fetch(url, { ...init, headers });
    const text = await response.text();
    if (!response.ok) throw new Error(`${url} answered ${response.status}: ${text}`);
    return text;
  };
  const noted = (answer: Item): Item => {
    const position = BigInt((answer['position'] as string | undefined) ?? 0);
    if (position > furthest) furthest = position;
    return answer;
  };
  return {
    post: async (path, body, { role = 'registrar', at = usualDay } = {}) =>
      noted(
        JSON.parse(
          await sent(system.commandApiUrl + path, role, {
            method: 'POST',
            headers: { 'content-type': 'application/json', 'x-lindung-clock': moment(at) },
            body: JSON.stringify(body),
          }),
        ) as Item,
      ),
    ask: async (path, role = 'registrar') =>
      JSON.parse(await sent(system.queryApiUrl + path, role, {})) as Item,
    file: async (path, terms, file, on) => {
      const url = `${system.commandApiUrl}${path}?${new URLSearchParams(terms).toString()}`;
      const headers = { 'content-type': 'text/csv', 'x-lindung-clock': moment(on) };
      const text = await sent(url, 'registrar', { method: 'POST', headers, body: file });
      const last = JSON.parse(text.trim().split('\n').at(-1)!) as { readonly report?: Item };
      if (!last.report) throw new Error(`${path} answered ${JSON.stringify(last)}`);
      return noted(last.report);
    },
    position: () => furthest,
  };
}
