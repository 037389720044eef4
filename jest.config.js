import { availableParallelism } from 'node:os';

const shared = {
  rootDir: import.meta.dirname,
  // Node itself imports and compiles what specs need, once for each worker: see docs/decisions/jest-in-esm-mode.md.
  testEnvironment: '<rootDir>/libs/testing/jest-environment.js',
  testRunner: '<rootDir>/libs/testing/jest-runner.js',
  injectGlobals: false,
  transform: {},
};

/**
 * The suffix alone says the level, wherever the file stands: `*.spec.ts` is pure and needs nothing but Node,
 * `*.int.spec.ts` needs servers, files or processes, `*.e2e.spec.ts` runs whole programs.
 */
export default {
  // A machine that does other things is slow, not wrong.
  testTimeout: 600_000,
  // What a spec imports stays in memory for the next one, and Node gives little of what it needed back.
  workerIdleMemoryLimit: '1GB',
  // Most integration specs wait for servers: with as many workers as cores a fifth of the machine is idle.
  maxWorkers: Math.ceil(availableParallelism() * 1.5),
  testSequencer: '<rootDir>/libs/testing/jest-sequencer.js',
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/{apps,libs,test}/**/*.spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', '\\.(int|e2e)\\.spec\\.ts$'],
    },
    {
      ...shared,
      displayName: 'integration',
      globalSetup: '<rootDir>/libs/testing/jest-global-setup.js',
      globalTeardown: '<rootDir>/libs/testing/jest-global-teardown.js',
      testMatch: ['<rootDir>/{apps,libs,test}/**/*.{int,e2e}.spec.ts'],
    },
  ],
};
