import assert from 'node:assert/strict';
import { build } from 'esbuild';

const KILOBYTE = 1024;

/** What a bundle holds: its size, and the files that went into it. */
async function bundled(entry: string, options: object) {
  const { outputFiles, metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    outdir: 'out/never-written',
    format: 'cjs',
    target: 'node20',
    logLevel: 'silent',
    ...options,
  });
  const bytes = outputFiles.reduce((sum, { contents }) => sum + contents.byteLength, 0);
  return { bytes, inputs: Object.keys(metafile.inputs), text: outputFiles.map(({ text }) => text).join('') };
}

describe('the bundles', () => {
  it('the entry holds glue alone, so that it loads at once', async () => {
    const options = { platform: 'node', external: ['vscode', './desk.js'] };
    const { bytes, inputs } = await bundled('src/extension.ts', options);
    assert.ok(bytes <= 60 * KILOBYTE, `${Math.round(bytes / KILOBYTE)} KB`);
    for (const heavy of [
      'node_modules/yaml',
      'node_modules/zod',
      'src/engine/entities/',
      'src/engine/disputes/find.ts',
    ]) {
      assert.deepEqual(
        inputs.filter(input => input.includes(heavy)),
        [],
      );
    }
  });

  it('26: the web’s is one file that requires nothing but vscode', async () => {
    const options = { platform: 'browser', external: ['vscode'], mainFields: ['browser', 'module', 'main'] };
    const { text } = await bundled('src/extension.web.ts', options);
    const required = new Set([...text.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name));
    assert.deepEqual([...required], ['vscode']);
  });
});
