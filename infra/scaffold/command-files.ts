import type { Names } from './names.js';

/** What a context's folder says about its main stream. */
export interface StreamOfContext {
  /** `facilities`: the value in `domain/<file>.ts`. */
  readonly value: string;
  /** `facility` */
  readonly file: string;
  /** `FacilityState` */
  readonly state: string;
  /** `FacilityEvent` */
  readonly event: string;
  /** `facilityId` */
  readonly id: string;
}

/** A decision that records one event that exists already, and the command for it. */
export function commandFiles(
  command: Names,
  recorded: string,
  { value, file, state, event, id }: StreamOfContext,
): Readonly<Record<string, string>> {
  return {
    [`domain/${command.kebab}.ts`]: `import type { CommandContext, EventOf } from '#kernel';
import type { ${event} } from './${file}.events.js';
import { type ${state}, known } from './${file}.js';

export type ${command.pascal}Input = Omit<EventOf<${event}, '${recorded}'>['data'], 'effectiveOn'>;

/** What it is for, and who asks for it. */
export function ${command.camel}(
  input: ${command.pascal}Input,
  state: ${state},
  { today }: CommandContext,
): readonly ${event}[] {
  known(state);
  return [{ type: '${recorded}', data: { ...input, effectiveOn: today } }];
}
`,
    [`commands/${command.kebab}.ts`]: `import { command } from '#runtime';
import { ${command.camel} } from '../domain/${command.kebab}.js';
import { ${value} } from '../domain/${file}.js';

export const ${command.pascal} = command('${command.pascal}', ${value}, '${id}', ${command.camel});
`,
  };
}

/** The controller with the handler in its list; the route itself is yours to write. */
export function withHandler(controller: string, command: Names): string {
  const listed = controller.replace(
    /static readonly handlers = \[([^\]]*?),?\s*\];/,
    (_match, handlers: string) => `static readonly handlers = [${handlers}, ${command.pascal}.handler];`,
  );
  if (listed === controller) throw new RangeError('The controller has no list of handlers');
  return listed.replace(
    /\n\n(\/\*\*|const |@ApiTags)/,
    `\nimport { ${command.pascal} } from './${command.kebab}.js';\n\n$1`,
  );
}
