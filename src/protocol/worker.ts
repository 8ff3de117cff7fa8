/**
 * What the editor and the worker that holds the engine say to each other. Plain, structured-cloneable data; every request is answered once, by a
 * result or by an error with a message for people. One protocol for Node's worker threads and the web's workers.
 */
import type { AnalyzedDocument, Match } from '../engine/analysis.ts';
import type { ArticleInput, CorpusDelta } from '../engine/corpus.ts';

/** The requests, with what each is given and what it answers. `folder` is any string that names a folder of articles: its URI. */
export interface Requests {
  /** First of all: the bytes of `media/names.model` and of `media/words.vectors`. */
  load: { params: { readonly model: Uint8Array; readonly vectors: Uint8Array }; result: null };
  /** Reads articles (new or again) and answers with each as it reads on its own, for highlights at once. */
  read: {
    params: { readonly folder: string; readonly articles: readonly ArticleInput[] };
    result: readonly AnalyzedDocument[];
  };
  remove: { params: { readonly folder: string; readonly paths: readonly string[] }; result: null };
  /** Compares the folder's articles with each other, and tells what that changed. */
  settle: { params: { readonly folder: string }; result: CorpusDelta };
  /** For each claim of an article its best passages in the other articles of its story. Asked on hover: it costs one article. */
  matches: { params: { readonly folder: string; readonly path: string }; result: readonly Match[] };
  /** Lets go of a folder. */
  forget: { params: { readonly folder: string }; result: null };
}

export type RequestName = keyof Requests;

export type RequestMessage = {
  [Name in RequestName]: { readonly id: number; readonly name: Name; readonly params: Requests[Name]['params'] };
}[RequestName];

/** Takes back a request that nobody waits for any more; a started one is finished, and its answer dropped. */
export interface CancelMessage {
  readonly cancel: number;
}

export type Answer =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: string };

/** One end of a channel between two threads. */
export interface Port {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
}
