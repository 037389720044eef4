import { parseArgs } from 'node:util';

/** An option that is a whole number. */
interface NumberOption {
  readonly default: number;
  /** The smallest; any whole number unless told. */
  readonly min?: number;
}

type Options<Numbers extends string, Texts extends string> = Readonly<
  Record<Numbers, number> & Partial<Record<Texts, string>> & { json: boolean }
>;

/**
 * The options of a long test program: whole numbers, texts, `--json` and `--help`, which shows the usage and ends. An option
 * that does not exist or makes no sense ends the program with 2, the usage and what is wrong.
 */
export function optionsOrExit<Numbers extends string, Texts extends string = never>(
  usage: string,
  numbers: Readonly<Record<Numbers, NumberOption>>,
  texts: readonly Texts[] = [],
): Options<Numbers, Texts> {
  try {
    return readOptions(usage, numbers, texts);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    process.stderr.write(`${error.message}\n\n${usage}`);
    return process.exit(2);
  }
}

/** @throws TypeError */
function readOptions<Numbers extends string, Texts extends string>(
  usage: string,
  numbers: Readonly<Record<Numbers, NumberOption>>,
  texts: readonly Texts[],
): Options<Numbers, Texts> {
  const named = [...Object.keys(numbers), ...texts].map((name) => [name, { type: 'string' as const }]);
  const { values } = parseArgs({
    options: { ...Object.fromEntries(named), json: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  const given: Readonly<Record<string, unknown>> = values;
  if (given.help) {
    process.stdout.write(usage);
    process.exit(0);
  }
  const read = Object.entries<NumberOption>(numbers).map(([name, option]) => {
    const value = given[name] === undefined ? option.default : Number(given[name]);
    const fits = Number.isSafeInteger(value) && value >= (option.min ?? -Infinity);
    if (fits && given[name] !== '') return [name, value];
    throw new TypeError(
      `--${name} must be a whole number${option.min === undefined ? '' : `, ${option.min} or more`}`,
    );
  });
  return { ...given, ...Object.fromEntries(read), json: given.json === true } as Options<Numbers, Texts>;
}
