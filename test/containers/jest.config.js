import repository from '../../jest.config.js';

const integration = repository.projects.find(({ displayName }) => displayName === 'integration');

/** `*.containers.ts` need Docker; only `npm run test:containers` looks at them. They bring servers of their own. */
export default {
  ...integration,
  displayName: 'containers',
  globalSetup: undefined,
  globalTeardown: undefined,
  testTimeout: 300_000,
  testMatch: [
    '<rootDir>/test/containers/**/*.containers.ts',
    '<rootDir>/libs/testing/src/containers.int.spec.ts',
  ],
};
