import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activated, EXTENSION, until } from './support/support.ts';

describe('the extension', () => {
  it('is installed and activates', async () => {
    const extension = await activated();
    assert.equal(extension.id, EXTENSION);
    assert.equal(extension.isActive, true);
  });

  it('registers every command that its manifest names', async () => {
    const extension = await activated();
    const named: readonly string[] = extension.packageJSON.contributes.commands.map(
      (command: { readonly command: string }) => command.command,
    );
    assert.notEqual(named.length, 0);
    let missing = named;
    await until('every command', async () => {
      const registered = new Set(await vscode.commands.getCommands(true));
      missing = named.filter(command => !registered.has(command));
      return missing.length === 0;
    }).catch(() => undefined);
    assert.deepEqual(missing, []);
  });
});
