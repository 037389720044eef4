import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire, enableCompileCache, registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);

/** What was made of a file once stays there until the next `npm ci`: a program of a thousand files starts in a third of the time. */
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/typescript-in-node/', import.meta.url));
mkdirSync(CACHE, { recursive: true });
enableCompileCache(CACHE);

const OPTIONS = {
  swcrc: false,
  module: { type: 'es6' },
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    keepClassNames: true,
  },
};

const MADE_BY = JSON.stringify([require('@swc/core/package.json').version, OPTIONS]);

/**
 * Lets plain Node run the TypeScript sources, for what Jest starts outside its own module system: the global set-up
 * and child processes (`node --conditions=source --import ./libs/testing/typescript-in-node.js file.ts`).
 */
registerHooks({
  resolve: (specifier, context, next) => {
    const conditions = [...new Set(['source', ...context.conditions])];
    const inSources = specifier.startsWith('.') && context.parentURL?.endsWith('.ts');
    return next(inSources ? specifier.replace(/\.js$/, '.ts') : specifier, { ...context, conditions });
  },
  load: (url, context, next) => {
    if (!url.endsWith('.ts')) return next(url, context);
    return { format: 'module', source: javaScriptOf(fileURLToPath(url)), shortCircuit: true };
  },
});

function javaScriptOf(filename) {
  const typescript = readFileSync(filename, 'utf8');
  const made = `${CACHE}${hash('sha256', `${MADE_BY}\n${filename}\n${typescript}`)}.js`;
  try {
    return readFileSync(made, 'utf8');
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  const { code } = require('@swc/core').transformSync(typescript, { filename, ...OPTIONS });
  // Others that start at the same time make the same file; none reads half of it.
  const unfinished = `${made}.${process.pid}`;
  writeFileSync(unfinished, code);
  renameSync(unfinished, made);
  return code;
}
