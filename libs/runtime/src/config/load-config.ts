import { validateSync } from 'class-validator';
import {
  type ConfigClass,
  type Setting,
  type SettingType,
  groupsIn,
  settingsIn,
} from './setting.decorator.js';

/** The variables a process was started with. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** One setting that keeps a process from starting. Never holds the value of a secret. */
export interface ConfigProblem {
  readonly variable: string;
  readonly problem: string;
  readonly allowed: string;
}

/** Everything that is missing or wrong in the environment of a process, at once. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(
    config: string,
    readonly problems: readonly ConfigProblem[],
  ) {
    super(
      [
        `Cannot start (${config}): ${problems.length} setting(s) missing or wrong`,
        ...problems.map(({ variable, problem, allowed }) => `  ${variable}: ${problem}; allowed: ${allowed}`),
        'See docs/configuration.md.',
      ].join('\n'),
    );
  }
}

/**
 * Reads the config of a process. This is the only place that looks at the environment.
 * @param environment for tests and for several processes in one; the environment of this process otherwise
 * @throws ConfigError naming every setting that is missing or wrong
 */
export function loadConfig<T extends object>(
  type: ConfigClass<T>,
  environment: Environment = process.env,
): Readonly<T> {
  const problems: ConfigProblem[] = [];
  const config = read(type, environment, problems);
  if (problems.length > 0) throw new ConfigError(type.name, problems);
  return config;
}

function read<T extends object>(
  type: ConfigClass<T>,
  environment: Environment,
  problems: ConfigProblem[],
): Readonly<T> {
  const config = new type() as T & Record<string, unknown>;
  const settings = settingsIn(type);
  const unread = new Set<string>();
  for (const [property, setting] of settings) {
    // An empty variable counts as absent: that is what compose files and unit files make of an unset one.
    const text = environment[setting.variable] || setting.default;
    if (text === undefined) {
      unread.add(property);
      if (!setting.optional) problems.push(problemWith(setting, 'is missing'));
      continue;
    }
    Object.assign(config, { [property]: valueOf(text, setting) });
  }
  for (const error of validateSync(config, { forbidUnknownValues: false })) {
    const setting = settings.get(error.property);
    if (!setting || unread.has(error.property)) continue;
    const given = setting.secret
      ? 'has a value that is'
      : `is ${quoted(environment[setting.variable])}, which is`;
    problems.push(problemWith(setting, `${given} not allowed`));
  }
  for (const [property, group] of groupsIn(type)) {
    Object.assign(config, { [property]: read(group, environment, problems) });
  }
  return Object.freeze(config);
}

function problemWith({ variable, allowed }: Setting, problem: string): ConfigProblem {
  return { variable, problem, allowed };
}

/** A value that cannot be read as its type stays text, so that the rule beside the setting refuses it. */
function valueOf(text: string, { type }: Setting): unknown {
  return READERS[type](text);
}

const READERS: Readonly<Record<SettingType, (text: string) => unknown>> = {
  text: (text) => text,
  integer: (text) => (/^-?\d{1,15}$/.test(text) ? Number(text) : text),
  boolean: (text) => (text === 'true' ? true : text === 'false' ? false : text),
  bytes: (text) => (/^[A-Za-z0-9+/]+={0,2}$/.test(text) ? Buffer.from(text, 'base64') : text),
  list: (text) => text.split(',').map((item) => item.trim()),
};

/** Connection strings may carry a password even where the setting is no secret. */
function quoted(text: string | undefined): string {
  return `"${(text ?? '').replace(/\/\/[^@/]*@/, '//***@').slice(0, 80)}"`;
}
