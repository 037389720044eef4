import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type Plugin, build } from 'esbuild';
import { BODY, STYLE } from '../verifier/page.js';

const ROOT = join(import.meta.dirname, import.meta.dirname.includes('/dist/') ? '../../../..' : '../../..');
const FOLDER = join(ROOT, 'libs/audit-pack/verifier');

/** Of our own libraries only what is used is taken: none of their modules does anything by being there. */
const onlyWhatIsUsed: Plugin = {
  name: 'only-what-is-used',
  setup(bundler) {
    bundler.onResolve({ filter: /^(#|\.)/ }, async ({ path, pluginData, ...asked }) => {
      if (pluginData === 'asked' || asked.kind === 'entry-point') return undefined;
      const found = await bundler.resolve(path, { ...asked, pluginData: 'asked' });
      return { ...found, sideEffects: false };
    });
  },
};

/**
 * The verifier as one page of HTML, out of the same source that checks packs in Node: its program, its style, and nothing that it would
 * have to fetch, which it is forbidden to do anyway. The same source gives the same bytes.
 */
export async function builtVerifier(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(FOLDER, 'main.ts')],
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2023',
    charset: 'ascii',
    legalComments: 'inline',
    conditions: ['source'],
    alias: { 'node:crypto': join(FOLDER, 'node-crypto.ts') },
    inject: [join(FOLDER, 'buffer.ts')],
    plugins: [onlyWhatIsUsed],
    absWorkingDir: ROOT,
  });
  const program = (outputFiles[0]?.text ?? '').replaceAll('</script', String.raw`<\/script`).trim();
  return page(program);
}

function page(program: string): string {
  const sourceOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const policy = `default-src 'none'; script-src ${sourceOf(program)}; style-src ${sourceOf(STYLE)}`;
  return [
    '<!doctype html>',
    '<html lang="id">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<title>Lindung: pemeriksa berkas audit / verifier of audit packs</title>',
    `<style>${STYLE}</style>`,
    '</head>',
    `<body>${BODY}`,
    `<script type="module">${program}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
