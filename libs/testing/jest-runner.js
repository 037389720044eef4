import { createRequire, registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import jestCircus from 'jest-circus/runner';
import { bindGlobals } from './jest-globals.js';
import { SOURCE_MAPS } from './typescript-in-node.js';

const require = createRequire(import.meta.url);
const GLOBALS = new URL('./jest-globals.js', import.meta.url).href;

/** How many spec files this process has run for somebody who watches. */
let watched = 0;

registerHooks({
  resolve: (specifier, context, next) => {
    if (specifier === '@jest/globals') return { url: GLOBALS, shortCircuit: true };
    const resolved = next(specifier, context);
    const [, query] = context.parentURL?.split('?') ?? [];
    return query && resolved.url.endsWith('.ts')
      ? { ...resolved, url: `${resolved.url}?${query}` }
      : resolved;
  },
});

/**
 * Runs a spec file as Jest does, but as a module of Node: what one spec file of a worker has imported is there for the next
 * one. Jest itself would read, link and compile a thousand modules for each, which takes more than all that specs do.
 */
export default function runInNode(globalConfig, config, environment, runtime, testPath, sendMessageToJest) {
  const jestRuntime = Object.create(runtime, {
    requireInternalModule: { value: requireAnew },
    unstable_shouldLoadAsEsm: { value: () => true },
    unstable_importModule: { value: (path) => importSpec(path, runtime, globalConfig) },
  });
  return jestCircus
    .default(globalConfig, config, environment, jestRuntime, testPath, sendMessageToJest)
    .finally(forgetTests);
}

/** For somebody who watches, a file is read anew each time, and all that it imports. */
async function importSpec(path, runtime, { watch, watchAll }) {
  const query = watch || watchAll ? `?watched=${(watched += 1)}` : '';
  bindGlobals(runtime.requireModuleOrMock(path, '@jest/globals'));
  try {
    await import(`${pathToFileURL(path).href}${query}`);
  } finally {
    for (const [loaded, map] of SOURCE_MAPS) runtime.getSourceMaps().set(loaded, map);
  }
}

/** What collects the tests of a file keeps them in the module and in two names of the global object. */
function requireAnew(path) {
  delete require.cache[path];
  return require(path);
}

function forgetTests() {
  for (const symbol of Object.getOwnPropertySymbols(globalThis)) {
    if (['JEST_STATE_SYMBOL', 'EVENT_HANDLERS'].includes(symbol.description)) delete globalThis[symbol];
  }
}
