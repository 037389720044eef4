import type { Type } from '@nestjs/common';
import { Query, QueryHandler } from '@nestjs/cqrs';
import type { ReadModel, RowsOf } from '#followers';
import type { Sight } from '#kernel';
import type { Kysely } from '#postgres';
import { named } from '../named.js';
import { ReadModels } from '../modules/postgres.module.js';

/** What stands in every question beside what it asks. */
interface Beside {
  /** How far whoever asks sees: no question can be asked without saying so. */
  readonly sight: Sight;
  readonly after?: bigint;
}

/** A question to one read model, which may first have to know what a command has just written. */
export abstract class ReadQuery<Asked extends object, Answer> extends Query<Answer> {
  constructor(readonly asked: Asked & Beside) {
    super();
  }
}

/** Answers the questions of one class. */
interface AnswererOf<Asked extends object, Answer> {
  execute(query: ReadQuery<Asked, Answer>): Promise<Answer>;
}

/** A class of questions, and the class that answers them. */
interface QueryClass<Asked extends object, Answer> {
  new (asked: Asked & Beside): ReadQuery<Asked, Answer>;
  readonly handler: Type<AnswererOf<Asked, Answer>> &
    (new (readModels: ReadModels) => AnswererOf<Asked, Answer>);
}

/**
 * A question and how it is answered: `const GetPayout = query('GetPayout', payoutReadModel, async ({ payoutId }, tables) =>
 * …)`. The tables are those of the read model once it knows what the log held at `after`.
 */
export function query<Asked extends object, Answer, Tables extends ReadModel['tables']>(
  name: string,
  model: ReadModel<Tables>,
  answer: (asked: Asked & Beside, tables: Kysely<RowsOf<Tables>>) => Promise<Answer>,
): QueryClass<Asked, Answer> {
  class Asking extends ReadQuery<Asked, Answer> {}

  @QueryHandler(Asking)
  class Handler implements AnswererOf<Asked, Answer> {
    constructor(private readonly readModels: ReadModels) {}

    async execute({ asked }: ReadQuery<Asked, Answer>): Promise<Answer> {
      return answer(asked, await this.readModels.of(model, asked.after));
    }
  }
  return Object.assign(named(name, Asking), { handler: named(`${name}Handler`, Handler) });
}
