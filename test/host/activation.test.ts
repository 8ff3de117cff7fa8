import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { activateWith } from '../../src/host/kit/log.ts';
import { instead, until } from './support/support.ts';

describe('an activation that fails', () => {
  it('is shown with its reason and a way to the log, where it stands in full', async () => {
    const written: unknown[][] = [];
    let shown = false;
    const log = {
      error: (...words: unknown[]) => written.push(words),
      show: () => {
        shown = true;
      },
      dispose: () => undefined,
    };
    const told: string[] = [];
    const restore = [
      instead('createOutputChannel', () => log),
      // As if somebody clicked the one button.
      instead('showErrorMessage', (message: string, button: string) => {
        told.push(message, button);
        return Promise.resolve(button);
      }),
    ];
    const failure = new Error('no [model](command:evil) here');
    try {
      const context = { subscriptions: [] } as unknown as vscode.ExtensionContext;
      assert.throws(
        () =>
          activateWith(context, () => {
            throw failure;
          }),
        failure,
      );
      await until('the log', () => shown);
    } finally {
      for (const undo of restore) undo();
    }
    assert.deepEqual(told, ['Crosscheck could not start: no [model] (command:evil) here', 'Show Log']);
    assert.deepEqual(written, [['Crosscheck could not start.', failure]]);
  });
});
