import { PRODUCTION } from './setting-rules.js';
import { type ConfigClass, type Setting, groupsIn, settingsIn } from './setting.decorator.js';

/** The variables an app was started with. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** One setting that keeps an app from starting. Never holds the value of a secret. */
interface ConfigProblem {
  readonly variable: string;
  readonly problem: string;
  readonly allowed: string;
}

/** Everything that is missing or wrong in the environment of an app, at once. */
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
        'See docs/reference/configuration.md.',
      ].join('\n'),
    );
  }
}

/**
 * Reads the config of an app. This is the only place that looks at the environment.
 * @param environment for tests and for several apps in one; the environment of this app otherwise
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
  for (const [property, setting] of settingsIn(type)) {
    // An empty variable counts as absent: that is what compose files and unit files make of an unset one.
    const text = environment[setting.variable] || setting.default;
    if (text === undefined) {
      if (!setting.optional) problems.push(problemWith(setting, 'is missing'));
      continue;
    }
    const value = setting.holds.fromText(text);
    if (!setting.holds.fits(value)) problems.push(problemWith(setting, notAllowed(text, setting)));
    else if (environment.NODE_ENV === PRODUCTION) problems.push(...forDevelopment(setting, value));
    Object.assign(config, { [property]: value });
  }
  for (const [property, group] of groupsIn(type)) {
    Object.assign(config, { [property]: read(group, environment, problems) });
  }
  return Object.freeze(config);
}

/** What is wrong with a value that is allowed, but not in production. */
function forDevelopment({ variable, inProduction }: Setting, value: unknown): ConfigProblem[] {
  if (!inProduction || inProduction.fits(value)) return [];
  const problem = `has a value that is for development, and NODE_ENV is ${PRODUCTION}`;
  return [{ variable, problem, allowed: inProduction.words.en }];
}

function problemWith({ variable, holds }: Setting, problem: string): ConfigProblem {
  return { variable, problem, allowed: holds.words.en };
}

function notAllowed(text: string, { secret }: Setting): string {
  return secret ? 'has a value that is not allowed' : `is ${quoted(text)}, which is not allowed`;
}

/** Connection strings may carry a password even where the setting is no secret. */
function quoted(text: string): string {
  return `"${text.replace(/\/\/.*@/, '//***@').slice(0, 80)}"`;
}
