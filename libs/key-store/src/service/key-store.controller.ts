import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { CurrentActor, ProblemError, problems, wrongValue } from '#http';
import type { Actor } from '#kernel';
import { KeysDiffer, StillInFiles } from '../key-store.js';
import {
  UnreadableQuestion,
  readDestruction,
  readKeys,
  readSubjects,
  writtenKeys,
} from '../remote/key-messages.js';
import { SqliteKeyStore } from '../sqlite/sqlite-key-store.js';

/** Which programs may ask what: the names are those of the tokens. */
const MAY = {
  find: ['reader', 'writer', 'eraser'],
  ensure: ['writer'],
  destroy: ['eraser'],
  adopt: ['eraser'],
  destroyed: ['eraser'],
} as const;

/** What other programs ask of the keys. All of it is POST: ids of persons stand in no address. */
@ApiExcludeController()
@Controller('keys')
export class KeyStoreController {
  constructor(private readonly store: SqliteKeyStore) {}

  @Post('find')
  @HttpCode(200)
  async find(@CurrentActor() program: Actor, @Body() body: object) {
    admit(program, 'find');
    return written(await this.store.find(understood(() => readSubjects(body))));
  }

  /** Takes keys for all, and keeps those of whoever has none. */
  @Post('ensure')
  @HttpCode(200)
  async ensure(@CurrentActor() program: Actor, @Body() body: object) {
    admit(program, 'ensure');
    const proposed = understood(() => readKeys(body, ['person', 'health']));
    const bySubject = new Map(proposed.map((one) => [one.subject, one]));
    return written(
      await this.store.ensure([...bySubject.keys()], (subject) => bySubject.get(subject) as never),
    );
  }

  /** Answers once no file of this store holds the keys, or says that one still does. */
  @Post('destroy')
  @HttpCode(200)
  async destroy(@CurrentActor() program: Actor, @Body() body: object) {
    admit(program, 'destroy');
    const { subject, sections } = understood(() => readDestruction(body));
    try {
      await this.store.destroy(subject, sections);
      return { forgotten: true };
    } catch (error) {
      if (!(error instanceof StillInFiles)) throw error;
      return { forgotten: false, waitedSeconds: error.seconds };
    }
  }

  @Post('adopt')
  @HttpCode(200)
  async adopt(@CurrentActor() program: Actor, @Body() body: object) {
    admit(program, 'adopt');
    const keys = understood(() => readKeys(body));
    try {
      await this.store.adopt(keys);
      return { differing: [] };
    } catch (error) {
      if (!(error instanceof KeysDiffer)) throw error;
      return { differing: error.subjects };
    }
  }

  @Post('destroyed')
  @HttpCode(200)
  async destroyed(@CurrentActor() program: Actor) {
    admit(program, 'destroyed');
    return { destroyed: await this.store.destroyed() };
  }
}

/** @throws ProblemError 403 */
function admit({ id }: Actor, question: keyof typeof MAY): void {
  if (MAY[question].some((name) => name === id)) return;
  throw new ProblemError(problems.PROGRAM_NOT_ALLOWED({ programs: MAY[question] }));
}

/** @throws ProblemError 400 naming the field that cannot be read */
function understood<Question>(read: () => Question): Question {
  try {
    return read();
  } catch (error) {
    if (error instanceof UnreadableQuestion) throw wrongValue(error.field, error.allowed);
    throw error;
  }
}

const written = (found: Awaited<ReturnType<SqliteKeyStore['find']>>) => ({
  keys: [...found].map(([subject, keys]) => writtenKeys(subject, keys)),
});
