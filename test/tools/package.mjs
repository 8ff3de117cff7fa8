// Packages the extension as it would be published.
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { step } from './progress.mjs';

/**
 * Builds what ships.
 * @param {import('./command.mjs').Scope} scope
 * @param {string} root the project's folder
 */
export async function build(scope, root) {
  await step('build', () => scope.run(process.execPath, ['esbuild.mjs'], { cwd: root }));
}

/**
 * Packages what was built.
 * @param {import('./command.mjs').Scope} scope
 * @param {string} root the project's folder
 * @param {string} vsix where to
 */
export async function packageExtension(scope, root, vsix) {
  await step('package the extension', async () => {
    const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
    await scope.run(process.execPath, [vsce, 'package', '--no-dependencies', '--out', vsix], { cwd: root });
  });
  const { size } = await stat(vsix);
  console.log(`  ${Math.ceil(size / 1024).toLocaleString('en')} KB`);
}
