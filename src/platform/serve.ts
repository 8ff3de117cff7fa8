import { Corpus } from '../engine/corpus.ts';
import { loadNamesModel } from '../engine/entities/mentions/model.ts';
import { loadWordVectors } from '../engine/text/wordVectors.ts';
import type { Answer, CancelMessage, Port, RequestMessage, Requests } from '../protocol/worker.ts';

/**
 * The worker's end of the port: one corpus a folder, requests answered one after the other in the order in which they came, so that a
 * cancelled one that has not begun costs nothing. `later` yields to the port between two requests, that cancellations can come in.
 */
export function serve(port: Port, later: (run: () => void) => void): void {
  const corpora = new Map<string, Corpus>();
  let newCorpus: (() => Corpus) | undefined;
  let queue: RequestMessage[] = [];
  let busy = false;

  port.onMessage(message => {
    const request = message as RequestMessage | CancelMessage;
    if ('cancel' in request) queue = queue.filter(({ id }) => id !== request.cancel);
    else queue.push(request);
    if (!busy && queue.length > 0) {
      busy = true;
      later(next);
    }
  });

  function next(): void {
    const request = queue.shift();
    if (request) port.post(answerTo(request));
    busy = queue.length > 0;
    if (busy) later(next);
  }

  function answerTo(request: RequestMessage): Answer {
    try {
      return { id: request.id, result: resultOf(request) };
    } catch (error) {
      return { id: request.id, error: error instanceof Error ? error.message : String(error) };
    }
  }

  function resultOf(request: RequestMessage): Requests[RequestMessage['name']]['result'] {
    switch (request.name) {
      case 'load': {
        const model = loadNamesModel(request.params.model);
        const vectors = loadWordVectors(request.params.vectors);
        newCorpus = () => new Corpus(model, vectors);
        corpora.clear();
        return null;
      }
      case 'read':
        return corpusOf(request.params.folder).read(request.params.articles);
      case 'remove':
        corpusOf(request.params.folder).remove(request.params.paths);
        return null;
      case 'settle':
        return corpusOf(request.params.folder).settle();
      case 'matches':
        return corpusOf(request.params.folder).matchesOf(request.params.path);
      case 'forget':
        corpora.delete(request.params.folder);
        return null;
      default:
        throw new Error(`The worker knows no request "${String((request as { name: unknown }).name)}".`);
    }
  }

  function corpusOf(folder: string): Corpus {
    if (!newCorpus) throw new Error('The worker was asked before it was given the names model.');
    const corpus = corpora.get(folder) ?? newCorpus();
    corpora.set(folder, corpus);
    return corpus;
  }
}
