import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire, enableCompileCache, registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);

/** What was made of a file once stays there until the next `npm ci`: a program of a thousand files starts in a third of the time. */
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/typescript-in-node/', import.meta.url));
mkdirSync(CACHE, { recursive: true });
enableCompileCache(CACHE);

const OPTIONS = {
  swcrc: false,
  sourceMaps: true,
  module: { type: 'es6' },
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    keepClassNames: true,
  },
};

const MADE_BY = JSON.stringify([require('@swc/core/package.json').version, OPTIONS]);

/** Where the source map of each TypeScript file is that was loaded, by its URL. */
export const SOURCE_MAPS = new Map();

const isTypeScript = (url) => url?.split('?', 1)[0].endsWith('.ts') ?? false;

/**
 * Lets plain Node run the TypeScript sources: specs, and what they start in processes of their own
 * (`node --conditions=source --import ./libs/testing/typescript-in-node.js file.ts`).
 */
registerHooks({
  resolve: (specifier, context, next) => {
    const conditions = [...new Set(['source', ...context.conditions])];
    const inSources = specifier.startsWith('.') && isTypeScript(context.parentURL);
    return next(inSources ? specifier.replace(/\.js$/, '.ts') : specifier, { ...context, conditions });
  },
  load: (url, context, next) => {
    if (!isTypeScript(url)) return next(url, context);
    const made = madeOf(fileURLToPath(url));
    SOURCE_MAPS.set(url, `${made}.map`);
    return { format: 'module', source: readFileSync(made, 'utf8'), shortCircuit: true };
  },
});

/** The file of JavaScript that is made of a TypeScript file; its source map lies beside it. */
function madeOf(filename) {
  const typescript = readFileSync(filename, 'utf8');
  const made = `${CACHE}${hash('sha256', `${MADE_BY}\n${filename}\n${typescript}`)}.js`;
  if (existsSync(made)) return made;
  const { code, map } = require('@swc/core').transformSync(typescript, { filename, ...OPTIONS });
  writeAtOnce(`${made}.map`, map);
  writeAtOnce(made, code);
  return made;
}

/** Others that start at the same time make the same file; none reads half of it. */
function writeAtOnce(path, text) {
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, text);
  renameSync(unfinished, path);
}
