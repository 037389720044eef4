import type { Role } from '#kernel';

/** Where a running Lindung is. */
export interface Addresses {
  readonly commandApiUrl: string;
  readonly queryApiUrl: string;
  readonly reportingUrl: string;
  readonly issuerUrl: string;
}

/** What became of a command, as the API answers. Commands add members of their own, such as `childId`. */
export interface CommandAnswer {
  readonly id: string;
  readonly revision: string;
  readonly position: string;
  readonly events: readonly string[];
  readonly repeated: boolean;
  readonly [more: string]: unknown;
}

/** RFC 9457, as far as the story needs it. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly allowed?: readonly string[];
  readonly [more: string]: unknown;
}

export interface CommandOptions {
  /** The revision the person saw. */
  readonly ifMatch?: string;
  /** UUID of the command; the same one when it is sent again. */
  readonly idempotencyKey?: string;
}

export interface ImportReport {
  readonly rows: number;
  readonly registered: number;
  readonly rejected: readonly { line: number; code: string; detail: string; participantId?: string }[];
  readonly warnings: readonly { line: number; code: string; detail: string }[];
  readonly repeated: boolean;
  readonly position: string;
}

/** Somebody who signed in. */
export interface Person {
  /** Subject of the token. */
  readonly id: string;
  /** Sends a command. @throws UnexpectedAnswer when it is refused */
  send(path: string, body?: object, options?: CommandOptions): Promise<CommandAnswer>;
  /** Sends a command that must be refused with this code. @throws UnexpectedAnswer when it is not */
  sendInVain(code: string, path: string, body?: object, options?: CommandOptions): Promise<Problem>;
  /** Asks, and gets an answer that knows everything this client has written. @throws UnexpectedAnswer */
  ask<Answer>(path: string): Promise<Answer>;
  /** The same of the reporting service. @throws UnexpectedAnswer */
  askReports<Answer>(path: string): Promise<Answer>;
  /** Sends a file of workers and tells how far the import is. @throws UnexpectedAnswer */
  importFile(
    terms: Readonly<Record<string, string>>,
    file: Uint8Array<ArrayBuffer>,
    onProgress: (done: number, of: number) => void,
  ): Promise<ImportReport>;
}

/** Lindung over its public API. */
export interface Lindung {
  /** Business time of everything that is sent from now on, with its offset. */
  setTime(moment: string): void;
  /** Signs somebody in at the development issuer. */
  signIn(role: Role, id: string, facility?: string): Promise<Person>;
}

/** The API answered otherwise than the story goes. */
export class UnexpectedAnswer extends Error {
  override readonly name = 'UnexpectedAnswer';
}

/** What all people of one client share: the business time, and how far they have written. */
interface Shared {
  moment?: string;
  position: bigint;
}

export function connectLindung(addresses: Addresses): Lindung {
  const shared: Shared = { position: 0n };
  return {
    setTime: (moment) => {
      shared.moment = moment;
    },
    signIn: async (role, id, facility) =>
      personWith(await tokenFor(addresses, { role, subject: id, facility }), id, addresses, shared),
  };
}

interface SignIn {
  readonly role: Role;
  readonly subject: string;
  readonly facility?: string;
}

async function tokenFor({ issuerUrl }: Addresses, who: SignIn): Promise<string> {
  const answer = await fetch(`${issuerUrl}/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...who, office: 'BEKASI-CIKARANG' }),
  });
  if (!answer.ok) throw new UnexpectedAnswer(`No token for ${who.role}: ${await answer.text()}`);
  return ((await answer.json()) as { access_token: string }).access_token;
}

function personWith(token: string, id: string, addresses: Addresses, shared: Shared): Person {
  const { commandApiUrl, queryApiUrl, reportingUrl } = addresses;
  const post = posting(commandApiUrl, token, shared);
  const ask = asking(token, shared);
  return {
    id,
    send: async (path, body = {}, options = {}) => {
      const answer = await answerOf<CommandAnswer>(path, await post(path, body, options));
      wrote(shared, answer.position);
      return answer;
    },
    sendInVain: async (code, path, body = {}, options = {}) => {
      const response = await post(path, body, options);
      const problem = (await response.json()) as Problem;
      if (!response.ok && problem.code === code) return problem;
      throw new UnexpectedAnswer(
        `${path} should have been refused with ${code}, but: ${describe(response, problem)}`,
      );
    },
    ask: (path) => ask(queryApiUrl, path),
    askReports: (path) => ask(reportingUrl, path),
    importFile: async (terms, file, onProgress) => {
      const response = await fetch(
        `${commandApiUrl}/participants/imports?${new URLSearchParams(terms).toString()}`,
        { method: 'POST', headers: headersOf(token, shared, { 'content-type': 'text/csv' }), body: file },
      );
      if (!response.ok) return answerOf('the import', response);
      const report = await reportFrom(response, onProgress);
      wrote(shared, report.position);
      return report;
    },
  };
}

function headersOf(
  token: string,
  { moment }: Shared,
  more: Readonly<Record<string, string | undefined>> = {},
): [string, string][] {
  const all = { authorization: `Bearer ${token}`, 'x-lindung-clock': moment, ...more };
  return Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
}

function wrote(shared: Shared, position: string): void {
  if (BigInt(position) > shared.position) shared.position = BigInt(position);
}

const posting =
  (url: string, token: string, shared: Shared) =>
  (path: string, body: object, { ifMatch, idempotencyKey }: CommandOptions): Promise<Response> =>
    fetch(url + path, {
      method: 'POST',
      headers: headersOf(token, shared, {
        'content-type': 'application/json',
        'if-match': ifMatch === undefined ? undefined : `"${ifMatch}"`,
        'idempotency-key': idempotencyKey,
      }),
      body: JSON.stringify(body),
    });

/** Asks for an answer that knows everything that was written so far. */
const asking =
  (token: string, shared: Shared) =>
  async <Answer>(url: string, path: string): Promise<Answer> => {
    const after = `${path.includes('?') ? '&' : '?'}after=${shared.position}`;
    return answerOf(path, await fetch(url + path + after, { headers: headersOf(token, shared) }));
  };

async function answerOf<Answer>(what: string, response: Response): Promise<Answer> {
  const body = (await response.json()) as Answer | Problem;
  if (response.ok) return body as Answer;
  throw new UnexpectedAnswer(`${what} was refused: ${describe(response, body as Problem)}`);
}

function describe({ status }: Response, body: Partial<Problem>): string {
  return `${status} ${body.code ?? ''} ${JSON.stringify(body)}`;
}

/** Reads the lines of an import's answer as they come: progress, and last the report. */
async function reportFrom(
  response: Response,
  onProgress: (done: number, of: number) => void,
): Promise<ImportReport> {
  let text = '';
  for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    const lines = text.split('\n');
    text = lines.pop() ?? '';
    for (const line of lines) {
      const { progress, report, problem } = JSON.parse(line) as ImportLine;
      if (progress) onProgress(progress.done, progress.of);
      if (report) return report;
      if (problem) throw new UnexpectedAnswer(`The import broke off: ${problem.code} ${problem.detail}`);
    }
  }
  throw new UnexpectedAnswer('The import ended without a report');
}

interface ImportLine {
  readonly progress?: { readonly done: number; readonly of: number };
  readonly report?: ImportReport;
  readonly problem?: Problem;
}
