import type { Type } from '@nestjs/common';
import { Query, QueryHandler } from '@nestjs/cqrs';
import type { ReadModel, RowsOf } from '#followers';
import type { Kysely } from '#postgres';
import { ReadModels } from '../modules/postgres.module.js';

/** A question to one read model, which may first have to know what a command has just written. */
export abstract class ReadQuery<Asked extends object, Answer> extends Query<Answer> {
  constructor(readonly asked: Asked & { readonly after?: bigint }) {
    super();
  }
}

/** Answers the questions of one class. */
export interface AnswererOf<Asked extends object, Answer> {
  execute(query: ReadQuery<Asked, Answer>): Promise<Answer>;
}

type QueryOf<Asked extends object, Answer> = new (asked: Asked) => ReadQuery<Asked, Answer>;

type AnswererClass<Asked extends object, Answer> = Type<AnswererOf<Asked, Answer>> &
  (new (readModels: ReadModels) => AnswererOf<Asked, Answer>);

/**
 * The handler of a question: `const GetPayoutHandler = queryHandler(GetPayout, payoutReadModel, payoutDetail)`. The
 * tables are those of the read model once it knows what the log held at `after`.
 */
export function queryHandler<Asked extends object, Answer, Tables extends ReadModel['tables']>(
  query: QueryOf<Asked, Answer>,
  model: ReadModel<Tables>,
  answer: (asked: Asked, tables: Kysely<RowsOf<Tables>>) => Promise<Answer>,
): AnswererClass<Asked, Answer> {
  @QueryHandler(query)
  class Handler implements AnswererOf<Asked, Answer> {
    static readonly name = `${query.name}Handler`;

    constructor(private readonly readModels: ReadModels) {}

    async execute({ asked }: ReadQuery<Asked, Answer>): Promise<Answer> {
      return answer(asked, await this.readModels.of(model, asked.after));
    }
  }
  return Handler;
}
