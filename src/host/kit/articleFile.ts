import * as vscode from 'vscode';
import { decodeUtf8 } from '../../review/base/utf8.ts';

/** Larger files are no articles; VS Code itself gives extensions none over 50 MB. */
const MOST_BYTES = 10 * 1024 * 1024;

/** An article's text as it lies on disk, or why there is none, in words for people. */
export type ArticleFile = { readonly text: string } | { readonly reason: string };

/** Reads an article, and says what is wrong rather than throw. */
export async function readArticleFile(uri: vscode.Uri): Promise<ArticleFile> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > MOST_BYTES) {
      return {
        reason: vscode.l10n.t('{0} MB large; articles are read up to {1} MB', megabytes(size), megabytes(MOST_BYTES)),
      };
    }
    const bytes = await vscode.workspace.fs.readFile(uri);
    if (bytes.byteLength > 3 && isUtf16(bytes)) return { reason: vscode.l10n.t('UTF-16, not UTF-8: save it as UTF-8') };
    if (bytes.includes(0)) return { reason: vscode.l10n.t('not text: it holds zero bytes') };
    const text = decodeUtf8(bytes);
    if (text === undefined) return { reason: vscode.l10n.t('not UTF-8: save it with that encoding') };
    if (!/\S/.test(text)) return { reason: vscode.l10n.t('empty') };
    return { text };
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') {
      return { reason: vscode.l10n.t('no longer there') };
    }
    return { reason: vscode.l10n.t('cannot be read: {0}', error instanceof Error ? error.message : String(error)) };
  }
}

function isUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(0);
}
