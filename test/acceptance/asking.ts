import type { Role } from '#kernel';
import type { Answer, Ask } from '#testing/context-app';
import type { Standalone } from '../../apps/standalone/src/start-standalone.js';

/** When everything happens unless told. */
const CLOCK = '2026-11-20T10:15:00+07:00';

/** Requests to a running system as people send them. @param system asked for each time, since it may have been started again */
export function asking(system: () => Standalone) {
  async function ask(url: string, init: RequestInit, role: Role, at = CLOCK): Promise<Answer> {
    const authorization = `Bearer ${await system().tokenFor(role)}`;
    const headers = { 'content-type': 'application/json', 'x-lindung-clock': at, authorization };
    const response = await fetch(url, { ...init, headers });
    const text = await response.text();
    const body = JSON.parse(text) as Answer['body'];
    return { status: response.status, headers: response.headers, text, body };
  }
  const sent = (body: unknown): RequestInit => ({ method: 'POST', body: JSON.stringify(body) });
  return {
    post: (path: string, body: unknown, { role = 'registrar', at }: Ask = {}) =>
      ask(system().commandApiUrl + path, sent(body), role, at),
    /** GET, or POST with a body. */
    query: (path: string, role: Role, body?: object) =>
      ask(system().queryApiUrl + path, body ? sent(body) : {}, role),
    /** A report, or what else the reporting service answers. */
    report: (path: string) => ask(system().reportingUrl + path, {}, 'reporting'),
  };
}
