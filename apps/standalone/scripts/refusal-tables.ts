import { CONTEXTS } from '#contexts';
import { commandRefusals } from '#event-store';
import { STATUS_OF, problems } from '#http';
import { type RefusalLine, TABLE, type Words } from '#kernel';
import { COVERAGE_REFUSALS, INPUT_ERRORS } from '#law';
import { lawQueryRefusals } from '#law-queries';
import { reportingRefusals } from '#reporting';
import { actionRefusals } from '#runtime';
import { NamedValues } from './named-values.js';

/** A refusal as the page of refusals shows it. */
export interface ShownRefusal {
  readonly code: string;
  readonly status: string;
  /** One, or each of those that its values choose between. */
  readonly sentences: readonly Words[];
  readonly allowed: readonly Words[];
  readonly article?: string;
}

/** Everything that one context or library refuses. */
export interface RefusalTable {
  readonly of: string;
  readonly about: string;
  readonly refusals: readonly ShownRefusal[];
}

/** A line of any table: those of the contexts say a kind, those of the edge a status. */
type AnyLine = Pick<RefusalLine<never>, 'words' | 'allowed' | 'article'> & {
  readonly kind?: keyof typeof STATUS_OF;
  readonly status?: number | ((params: never) => number);
  readonly shown?: readonly object[];
};

/** Every table of refusals there is. */
export function refusalTables(): readonly RefusalTable[] {
  return [...tablesOfContexts(), ...tablesOfLaw(), ...tablesOfTheHouse()];
}

const tablesOfContexts = (): RefusalTable[] =>
  CONTEXTS.filter(({ refusals = [] }) => refusals.length > 0).map(({ name, refusals = [] }) => ({
    of: name,
    about: `From [libs/contexts/${name}](../../libs/contexts/${name}/README.md).`,
    refusals: refusals.flatMap((table) => shownIn(table[TABLE])),
  }));

const tablesOfLaw = (): RefusalTable[] => [
  {
    of: 'cover',
    about: 'What depends on cover, where the law gives none. The answer names the article.',
    refusals: Object.entries(COVERAGE_REFUSALS).map(([code, words]) => byLaw(code, words)),
  },
  {
    of: 'law',
    about:
      'Facts that the law cannot be asked about. In English the answer also names the fact; in Indonesian it says the following.',
    refusals: Object.entries(INPUT_ERRORS).map(([code, words]) => byLaw(code, [words])),
  },
  {
    of: 'questions about the law',
    about: 'From [libs/law-queries](../../libs/law-queries/README.md).',
    refusals: shownIn(lawQueryRefusals[TABLE]),
  },
];

/** What is refused whatever the matter is. */
const tablesOfTheHouse = (): RefusalTable[] => [
  {
    of: 'reports',
    about: 'From [libs/reporting](../../libs/reporting/README.md).',
    refusals: shownIn(reportingRefusals[TABLE]),
  },
  {
    of: 'actions',
    about: 'Where somebody asks what can be done with a thing.',
    refusals: shownIn(actionRefusals[TABLE]),
  },
  {
    of: 'event store',
    about: 'From any command.',
    refusals: shownIn(commandRefusals[TABLE]),
  },
  {
    of: 'HTTP',
    about: 'From any address, before or instead of a context.',
    refusals: shownIn(problems[TABLE]),
  },
];

const byLaw = (code: string, sentences: readonly Words[]): ShownRefusal => ({
  code,
  status: String(STATUS_OF.CONFLICT),
  sentences,
  allowed: [],
});

function shownIn(table: Readonly<Record<string, AnyLine>>): ShownRefusal[] {
  return Object.entries(table).map(([code, line]) => shownLine(code, line));
}

function shownLine(
  code: string,
  { kind, status, words, allowed, article, shown = [{}] }: AnyLine,
): ShownRefusal {
  const values = new NamedValues();
  const told = <Value>(said: Value | ((params: never) => Value), given: object): Value =>
    typeof said === 'function' ? values.tell(said as (params: never) => Value, given) : said;
  const plain = ({ en, id }: Words): Words => ({
    en: values.namesIn(en),
    id: values.namesIn(id),
  });
  return {
    code,
    status: kind ? String(STATUS_OF[kind]) : String(told(status, {})),
    sentences: distinct(shown.map((given) => plain(told(words, given)))),
    allowed: distinct(shown.flatMap((given) => [...told(allowed ?? [], given)].map(plain))),
    ...(article && { article }),
  };
}

function distinct(words: readonly Words[]): readonly Words[] {
  return [...new Map(words.map((one) => [one.en, one])).values()];
}
