import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const FOLDER = join(import.meta.dirname, 'first-edition');

/** Who sent a request, and when it was for them. */
export interface Sender {
  readonly role: string;
  readonly subject: string;
  /** Of `X-Lindung-Clock`. */
  readonly clock: string;
}

/** What the first edition answered to a command. */
export interface OldAnswer {
  readonly id: string;
  readonly events: readonly string[];
  readonly repeated: boolean;
  readonly [more: string]: unknown;
}

/** A command with the key it was recorded under. */
export interface OldCommand extends Sender {
  readonly path: string;
  readonly idempotencyKey: string;
  /** Revision of the `If-Match` it came with. */
  readonly ifMatch?: string;
  readonly body: object;
}

export interface AnsweredCommand extends OldCommand {
  readonly status: number;
  readonly answer: OldAnswer;
}

export interface OldImport extends Sender {
  readonly query: Readonly<Record<string, string>>;
  /** The bytes of the file in Base64: lists come with lines that are no text. */
  readonly file: string;
  readonly answer: Readonly<Record<string, unknown>>;
}

export interface OldEvent {
  readonly position: number;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly id: string;
  readonly commandId: string;
  /** Of the content of its command. */
  readonly digest: string;
}

export interface DigestedContent {
  readonly commandId: string;
  readonly stream: string;
  /** The canonical JSON that the digest was made of. */
  readonly content: string;
}

/** What the folder was left with, and what the first edition itself made of it. */
export interface Outcome {
  /** When the questions were asked. */
  readonly clock: string;
  readonly erased: readonly string[];
  /** The process that had sent its commands and not stored its place, and the approval it was at. */
  readonly behind: { readonly process: string; readonly approval: string; readonly claimId: string };
  /** Approved while that process hung: nothing was ordered yet. */
  readonly notYetOrdered: { readonly claimId: string };
  readonly schemas: readonly string[];
  /** Stream and type of the events that the first edition added when it was started again and the cut import sent again. */
  readonly added: readonly (readonly [string, string])[];
}

const bytesOf = (name: string) => readFileSync(join(FOLDER, name));
const valueOf = (name: string): unknown => JSON.parse(bytesOf(name).toString());
const linesOf = <Line>(name: string) =>
  bytesOf(name)
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

/** The log's file as the first edition left it. */
export const eventsFile = () => gunzipSync(bytesOf('events.sqlite.gz'));
/** Its PostgreSQL in SQL. */
export const databaseDump = () => gunzipSync(bytesOf('postgres.sql.gz')).toString();
export const secretsFile = () => bytesOf('secrets.json');

export const oldCommands = () => linesOf<AnsweredCommand>('commands.jsonl');
/** Old keys with another content than they were used for. */
export const otherContents = () => linesOf<OldCommand>('other-contents.jsonl');
/** Two that ended, and one that was cut short. */
export const oldImports = () => linesOf<OldImport>('imports.jsonl');
export const oldEvents = () => linesOf<OldEvent>('log.jsonl');
export const digestedContents = () => linesOf<DigestedContent>('digests.jsonl');
/** What the first edition answers to questions, as far as it is about people, states and amounts. */
export const oldAnswers = () =>
  linesOf<{ path: string; answer: Readonly<Record<string, unknown>> }>('answers.jsonl');
export const outcome = () => valueOf('outcome.json') as Outcome;
/** What the first edition kept its digests with. */
export const idSecret = () =>
  Buffer.from((valueOf('secrets.json') as { LINDUNG_ID_SECRET: string }).LINDUNG_ID_SECRET, 'base64');
