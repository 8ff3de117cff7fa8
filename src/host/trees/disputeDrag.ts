import * as vscode from 'vscode';
import { COMMANDS, VIEWS } from '../kit/ids.ts';
import { type DisputeNode, factOf } from './disputeNodes.ts';

/** VS Code's own name for what is dragged within this tree: the view's id in small letters. */
const WITHIN = `application/vnd.code.tree.${VIEWS.disputes.toLowerCase()}`;

/** With the mouse: a passage dropped on another position moves there; a fact dropped on another is merged into it. */
export class DisputeDrag implements vscode.TreeDragAndDropController<DisputeNode> {
  readonly dragMimeTypes = [WITHIN];
  readonly dropMimeTypes = [WITHIN];

  handleDrag(nodes: readonly DisputeNode[], transfer: vscode.DataTransfer): void {
    transfer.set(WITHIN, new vscode.DataTransferItem(nodes));
  }

  async handleDrop(target: DisputeNode | undefined, transfer: vscode.DataTransfer): Promise<void> {
    const dragged: unknown = transfer.get(WITHIN)?.value;
    if (!target || !Array.isArray(dragged)) return;
    const nodes = dragged as readonly DisputeNode[];
    const fact = factOf(target);
    if (target.kind === 'position' || target.kind === 'passage') {
      const { label } = target.position;
      const moving = nodes.filter(node => isPart(node) && factOf(node) === fact && node.position !== target.position);
      if (moving.length) {
        await vscode.commands.executeCommand(COMMANDS.moveToPosition, moving[0], moving, { says: label });
        return;
      }
    }
    const others = nodes.filter(
      node => node.kind === 'dispute' && node.folder === target.folder && node.dispute !== fact,
    );
    const into = rowOfFact(target);
    if (into && others.length) await vscode.commands.executeCommand(COMMANDS.mergeFacts, into, [into, ...others]);
  }
}

function isPart(node: DisputeNode): node is Extract<DisputeNode, { kind: 'position' | 'passage' }> {
  return node.kind === 'position' || node.kind === 'passage';
}

/** The row of the fact that a row is, or stands below. */
function rowOfFact(node: DisputeNode): DisputeNode | undefined {
  if (node.kind === 'dispute') return node;
  return isPart(node) ? rowOfFact(node.parent) : undefined;
}
