import type { SealedSection } from '#event-store';
import {
  type AdoptedKeys,
  type DestroyedKey,
  type KeyStore,
  KeyStoreUnavailable,
  KeysDiffer,
  StillInFiles,
  type WrappedKeys,
} from '../key-store.js';
import { type Answer, Asking } from './asking.js';
import { MOST_SUBJECTS, PATHS, type WrittenKeys, fromWritten, writtenKeys } from './key-messages.js';

/** How long an answer may take, milliseconds. A destruction may have to wait for a backup of the server. */
const ANSWER_WITHIN_MS = 5_000;
const DESTROYED_WITHIN_MS = 20_000;

interface RemoteKeyStoreOptions {
  /** `http://key-store:3000` */
  readonly url: string;
  /** Says who asks, and so what may be asked. */
  readonly token: string;
  readonly answerWithinMs?: number;
}

/** The keys behind `apps/key-store`, for programs on other machines. */
export class RemoteKeyStore implements KeyStore {
  readonly place: string;
  private readonly asking: Asking;
  private readonly answerWithinMs: number;

  constructor({ url, token, answerWithinMs = ANSWER_WITHIN_MS }: RemoteKeyStoreOptions) {
    const base = new URL(url.endsWith('/') ? url : `${url}/`);
    this.place = base.origin;
    this.asking = new Asking(base, {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
    });
    this.answerWithinMs = answerWithinMs;
  }

  async find(subjects: readonly string[]): Promise<ReadonlyMap<string, WrappedKeys>> {
    return this.keysFrom('find', subjects, (some) => ({ subjects: some }));
  }

  async ensure(
    subjects: readonly string[],
    make: (subject: string) => Required<WrappedKeys>,
  ): Promise<ReadonlyMap<string, WrappedKeys>> {
    return this.keysFrom('ensure', subjects, (some) => ({
      keys: some.map((subject) => writtenKeys(subject, make(subject))),
    }));
  }

  async destroy(subject: string, sections: readonly SealedSection[]): Promise<void> {
    const { forgotten, waitedSeconds = 0 } = (await this.ask(
      'destroy',
      { subject, sections },
      Math.max(DESTROYED_WITHIN_MS, this.answerWithinMs),
    )) as { forgotten: boolean; waitedSeconds?: number };
    if (!forgotten) throw new StillInFiles(this.place, waitedSeconds);
  }

  async adopt(keys: readonly AdoptedKeys[]): Promise<void> {
    for (const some of pieces(keys)) {
      const written = some.map(({ subject, destroyed, ...one }) => ({
        ...writtenKeys(subject, one),
        destroyed,
      }));
      const { differing } = (await this.ask('adopt', { keys: written }, DESTROYED_WITHIN_MS)) as {
        differing: string[];
      };
      if (differing.length > 0) throw new KeysDiffer(differing);
    }
  }

  async destroyed(): Promise<readonly DestroyedKey[]> {
    const { destroyed } = (await this.ask('destroyed', {}, DESTROYED_WITHIN_MS)) as {
      destroyed: DestroyedKey[];
    };
    return destroyed;
  }

  async check(): Promise<void> {
    await this.find([]);
  }

  async close(): Promise<void> {
    this.asking.close();
  }

  private async keysFrom(
    question: 'find' | 'ensure',
    subjects: readonly string[],
    bodyOf: (some: readonly string[]) => object,
  ): Promise<ReadonlyMap<string, WrappedKeys>> {
    const found = new Map<string, WrappedKeys>();
    for (const some of subjects.length === 0 ? [[]] : pieces(subjects)) {
      const { keys } = (await this.ask(question, bodyOf(some))) as { keys: WrittenKeys[] };
      for (const one of keys) found.set(one.subject, fromWritten(one));
    }
    return found;
  }

  /** @throws KeyStoreUnavailable, whatever is the matter: nothing here is about a person */
  private async ask(
    question: keyof typeof PATHS,
    body: object,
    withinMs = this.answerWithinMs,
  ): Promise<unknown> {
    let answer: Answer;
    try {
      answer = await this.asking.post(PATHS[question], JSON.stringify(body), withinMs);
      if (answer.status === 200) return JSON.parse(answer.text);
    } catch (cause) {
      const { message, code } = cause as NodeJS.ErrnoException;
      throw new KeyStoreUnavailable(`The key store at ${this.place} does not answer: ${message || code}`, {
        cause,
      });
    }
    throw new KeyStoreUnavailable(
      `The key store at ${this.place} refuses to ${question}: ${answer.status}${HINTS[answer.status] ?? ''}`,
    );
  }
}

const HINTS: Readonly<Record<number, string>> = {
  401: ' (it does not know this KEY_STORE_TOKEN)',
  403: ' (this KEY_STORE_TOKEN may not do it)',
  404: ' (is KEY_STORE_URL the address of a key store?)',
};

function pieces<Item>(items: readonly Item[]): Item[][] {
  const count = Math.ceil(items.length / MOST_SUBJECTS);
  return Array.from({ length: count }, (_, at) => items.slice(at * MOST_SUBJECTS, (at + 1) * MOST_SUBJECTS));
}
