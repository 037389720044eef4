import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

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
    const filename = fileURLToPath(url);
    const { code } = transformSync(readFileSync(filename, 'utf8'), {
      filename,
      swcrc: false,
      sourceMaps: 'inline',
      module: { type: 'es6' },
      jsc: {
        target: 'es2023',
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true },
        keepClassNames: true,
      },
    });
    return { format: 'module', source: code, shortCircuit: true };
  },
});
