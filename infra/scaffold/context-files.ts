import type { Names } from './names.js';

/** The files of a context that registers one kind of thing: the least that has the shape of all of them. */
export function contextFiles(many: Names, one: Names): Readonly<Record<string, string>> {
  const register = `register-${one.kebab}`;
  return {
    'README.md': readme(many, one),
    'context.ts': manifest(many, one),
    'published.ts': published(many, one),
    'facts.ts': factsDoor(one),
    [`domain/${one.kebab}-facts.ts`]: facts(many, one),
    [`domain/${one.kebab}.events.ts`]: events(one),
    [`domain/${one.kebab}.ts`]: streamOf(many, one),
    'domain/refusals.ts': refusals(one),
    [`domain/${register}.ts`]: decision(one),
    [`domain/${register}.spec.ts`]: decisionSpec(many, one),
    [`commands/${register}.ts`]: command(many, one),
    [`commands/${many.kebab}.fields.ts`]: fields(one),
    [`commands/${many.kebab}.controller.ts`]: controller(many, one),
  };
}

const categoryOf = (one: Names): string => one.kebab.replaceAll('-', '');

const readme = (many: Names, one: Names): string => `# ${many.pascal}

What this context is for, in a sentence.

## The story of its events

| a person                      | the log                | who reacts |
| ----------------------------- | ---------------------- | ---------- |
| a ${one.words} becomes known | \`${one.pascal}Registered\` | –          |

## Where to look

Read \`domain/${one.kebab}.events.ts\` first, then follow one row from left to right:

<!-- routes -->
<!-- /routes -->
`;

const manifest = (many: Names, one: Names): string => `import type { Context } from '#runtime';
import { ${many.pascal}Controller } from './commands/${many.kebab}.controller.js';
import { ${one.camel}Refusals } from './domain/refusals.js';
import { ${many.camel} as ${one.camel}Streams } from './domain/${one.kebab}.js';
import { ${many.camel}Contracts } from './published.js';

/** What this context is for. */
export const ${many.camel}: Context = {
  name: '${many.kebab}',
  streams: [${one.camel}Streams],
  commands: [${many.pascal}Controller],
  published: ${many.camel}Contracts,
  refusals: [${one.camel}Refusals],
};
`;

const published = (
  many: Names,
  one: Names,
): string => `import { type ContextContracts, contextContracts } from '#publishing/contracts';

/** What the world outside may know of ${many.words}: nothing yet. */
export const ${many.camel}Contracts: ContextContracts = contextContracts('${many.kebab.replaceAll('-', '')}', ['${categoryOf(one)}'], [], {
  ${one.pascal}Registered: 'nobody outside asks for it yet',
});
`;

const factsDoor = (
  one: Names,
): string => `export { type ${one.pascal}Facts, ${one.camel}Facts } from './domain/${one.kebab}-facts.js';
`;

const facts = (many: Names, one: Names): string => `import type { Reading } from '#kernel';
import { ${many.camel}, known } from './${one.kebab}.js';

/** What a decision of a higher floor may ask of a ${one.words}. */
export interface ${one.pascal}Facts {
  readonly ${one.camel}Id: string;
}

/** Reads a ${one.words} from the log. @throws Rejection \`${one.upper}_NOT_FOUND\` */
export async function ${one.camel}Facts(read: Reading, ${one.camel}Id: string): Promise<${one.pascal}Facts> {
  known(await read.state(${many.camel}, ${one.camel}Id));
  return { ${one.camel}Id };
}
`;

const events = (one: Names): string => `import type { DomainEvent, LocalDate } from '#kernel';

/** A ${one.words} became known. */
export type ${one.pascal}Registered = DomainEvent<
  '${one.pascal}Registered',
  { ${one.camel}Id: string; name: string; effectiveOn: LocalDate }
>;

export type ${one.pascal}Event = ${one.pascal}Registered;
`;

const streamOf = (many: Names, one: Names): string => `import { inSituation, stream } from '#kernel';
import type { ${one.pascal}Event } from './${one.kebab}.events.js';
import { ${one.camel}Refusals } from './refusals.js';

/** Nobody has registered it. */
export interface Unknown {
  readonly situation: 'UNKNOWN';
}

export interface Registered {
  readonly situation: 'REGISTERED';
  readonly ${one.camel}Id: string;
}

export type ${one.pascal}State = Unknown | Registered;

/** What is known of one ${one.words}: \`${categoryOf(one)}-<id>\`. */
export const ${many.camel} = stream<${one.pascal}State, ${one.pascal}Event>('${categoryOf(one)}', {
  initial: { situation: 'UNKNOWN' },
  evolve: (_state, { data }) => ({ situation: 'REGISTERED', ${one.camel}Id: data.${one.camel}Id }),
});

/** The ${one.words}. @throws Rejection \`${one.upper}_NOT_FOUND\` */
export const known = (state: ${one.pascal}State): Registered =>
  inSituation(state, ['REGISTERED'], () => ${one.camel}Refusals.${one.upper}_NOT_FOUND());
`;

const refusals = (one: Names): string => `import { conflict, notFound, refusals } from '#kernel';

/** Why something about a ${one.words} is refused. */
export const ${one.camel}Refusals = refusals({
  ${one.upper}_NOT_FOUND: notFound({
    en: 'No such ${one.words} is registered',
    id: '${one.words} ini tidak terdaftar',
  }),
  ${one.upper}_ALREADY_REGISTERED: conflict({
    en: 'This ${one.words} is registered already',
    id: '${one.words} ini sudah terdaftar',
  }),
});
`;

const decision = (one: Names): string => `import { type CommandContext, inSituation } from '#kernel';
import type { ${one.pascal}Event } from './${one.kebab}.events.js';
import type { ${one.pascal}State } from './${one.kebab}.js';
import { ${one.camel}Refusals } from './refusals.js';

export interface Register${one.pascal}Input {
  readonly ${one.camel}Id: string;
  readonly name: string;
}

/** Makes a ${one.words} known. @throws Rejection \`${one.upper}_ALREADY_REGISTERED\` */
export function register${one.pascal}(
  input: Register${one.pascal}Input,
  state: ${one.pascal}State,
  { today }: CommandContext,
): readonly ${one.pascal}Event[] {
  inSituation(state, ['UNKNOWN'], () => ${one.camel}Refusals.${one.upper}_ALREADY_REGISTERED());
  return [{ type: '${one.pascal}Registered', data: { ...input, effectiveOn: today } }];
}
`;

const decisionSpec = (many: Names, one: Names): string => `import { describe, it } from '@jest/globals';
import { localDate } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import type { ${one.pascal}Event } from './${one.kebab}.events.js';
import { ${many.camel} } from './${one.kebab}.js';
import { register${one.pascal} } from './register-${one.kebab}.js';

const given = decisionSpec(${many.camel});

const input = { ${one.camel}Id: '${one.kebab}-1', name: 'Contoh' };

const registered: ${one.pascal}Event = {
  type: '${one.pascal}Registered',
  data: { ...input, effectiveOn: localDate('2026-11-20') },
};

describe('registering a ${one.words}', () => {
  it('makes it known', () => {
    given()
      .when((state) => register${one.pascal}(input, state, testContext()))
      .thenRecorded([registered]);
  });

  it('is done once', () => {
    given([registered])
      .when((state) => register${one.pascal}(input, state, testContext()))
      .thenRejected('${one.upper}_ALREADY_REGISTERED');
  });
});
`;

const command = (many: Names, one: Names): string => `import { command } from '#runtime';
import { ${many.camel} } from '../domain/${one.kebab}.js';
import { register${one.pascal} } from '../domain/register-${one.kebab}.js';

export const Register${one.pascal} = command(
  'Register${one.pascal}',
  ${many.camel},
  '${one.camel}Id',
  register${one.pascal},
);
`;

const fields = (one: Names): string => `import { asked, shape } from '#http';

export class Register${one.pascal}Body extends shape({
  name: asked.name(),
}) {}
`;

const controller = (
  many: Names,
  one: Names,
): string => `import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandResult } from '#event-store';
import { CommandEndpoint, Issued } from '#http';
import { derivedId } from '#kernel';
import type { Issue } from '#runtime';
import { Register${one.pascal}Body } from './${many.kebab}.fields.js';
import { Register${one.pascal} } from './register-${one.kebab}.js';

@ApiTags('${many.kebab}')
@Controller('${many.kebab}')
export class ${many.pascal}Controller {
  static readonly handlers = [Register${one.pascal}.handler];

  constructor(private readonly commands: CommandBus) {}

  @Post()
  @CommandEndpoint({ summary: 'Register a ${one.words}', roles: ['registrar'], creates: true })
  register(@Body() body: Register${one.pascal}Body, @Issued() issue: Issue): Promise<CommandResult> {
    const ${one.camel}Id = derivedId('${one.kebab}', issue.context.commandId);
    return this.commands.execute(new Register${one.pascal}({ ...body, ${one.camel}Id }, issue));
  }
}
`;

/** A golden stream of its one event, so that nobody changes later what it means. */
export function goldenStream(one: Names): Readonly<Record<string, string>> {
  const category = categoryOf(one);
  const id = '00000000-0000-4000-8000-000000000001';
  const stream = {
    category,
    events: [
      {
        type: `${one.pascal}Registered`,
        schema: 1,
        data: { [`${one.camel}Id`]: id, name: 'Contoh', effectiveOn: '2026-11-20' },
      },
    ],
    state: { situation: 'REGISTERED', [`${one.camel}Id`]: id },
  };
  return { [`${category}.1.json`]: `${JSON.stringify(stream, null, 2)}\n` };
}
