/**
 * The one place that connects to anything: a model behind an endpoint that speaks the OpenAI chat protocol, asked by the command line alone.
 * The extension's bundles hold nothing of it (`test/unit/host/bundle.test.ts`).
 *
 * The answer is asked for as a stream, so that a slow model on one's own machine is told from one that has stalled; an endpoint that
 * answers in one piece is understood too. Redirects are not followed: the articles and the key go to the address that was given.
 */
import type { Message } from '../../reader/prompt.ts';

/** Whom to ask. */
export interface Endpoint {
  /** Up to where `/chat/completions` begins, such as `http://127.0.0.1:11434/v1`. */
  readonly address: string;
  readonly model: string;
  readonly key?: string;
  /** Milliseconds without a sign of life after which an attempt is given up. */
  readonly patience: number;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Told before another attempt is made, and why. */
  readonly log: (message: string) => void;
}

/** The model gave no answer; the message says why, and holds no key. */
export class ChatError extends Error {
  override readonly name = 'ChatError';
  /** Whether the next story would fare the same: a wrong key, model or address. */
  readonly hopeless: boolean;

  constructor(message: string, hopeless: boolean) {
    super(message);
    this.hopeless = hopeless;
  }
}

/** An attempt that may go better next time, after so many milliseconds where the endpoint says so. */
class Passing extends Error {
  readonly after: number | undefined;

  constructor(message: string, after?: number) {
    super(message);
    this.after = after;
  }
}

const ATTEMPTS = 5;
/** Doubles with every attempt. */
const FIRST_PAUSE = 1_000;
/** Whoever is asked to wait longer than this had better come back another time. */
const LONGEST_PAUSE = 120_000;
/** However many signs of life there are, no answer takes so many patiences. */
const PATIENCES = 6;
const LONGEST_ANSWER = 10_000_000;

/**
 * The address that conversations go to.
 * @throws in the reader's words when it is none
 */
export function chatAddress(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:')
    throw new Error('--endpoint wants an address that begins with http:// or https://.');
  if (url.username !== '' || url.password !== '')
    throw new Error(
      '--endpoint takes no name or password: put the key into an environment variable and name it by --key.',
    );
  url.hash = '';
  const path = url.pathname.replace(/\/+$/, '');
  if (!path.endsWith('/chat/completions')) url.pathname = `${path}/chat/completions`;
  return url;
}

/** Asks a model, and again a few times where that may help. Throws `ChatError`. */
export async function chat(endpoint: Endpoint, messages: readonly Message[]): Promise<string> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask(endpoint, messages);
    } catch (error) {
      if (!(error instanceof Passing)) throw error;
      const words = withoutKey(error.message, endpoint);
      if (attempt === ATTEMPTS) throw new ChatError(`${words} (${ATTEMPTS} attempts)`, false);
      const pause = error.after ?? FIRST_PAUSE * 2 ** (attempt - 1);
      if (pause > LONGEST_PAUSE)
        throw new ChatError(`${words} It asks to wait for ${Math.round(pause / 1000)} seconds.`, true);
      endpoint.log(`${words} Asking again in ${Math.round(pause / 1000)} s.`);
      await endpoint.wait(pause);
    }
  }
}

async function ask(endpoint: Endpoint, messages: readonly Message[], temperature: 0 | null = 0): Promise<string> {
  const { model, key, patience } = endpoint;
  const given = new AbortController();
  const started = Date.now();
  let timer = setTimeout(() => given.abort(), patience);
  const alive = () => {
    clearTimeout(timer);
    const left = started + patience * PATIENCES - Date.now();
    timer = setTimeout(() => given.abort(), Math.max(0, Math.min(patience, left)));
  };
  try {
    const response = await fetch(chatAddress(endpoint.address), {
      method: 'POST',
      redirect: 'manual',
      signal: given.signal,
      headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
      body: JSON.stringify({ model, messages, stream: true, ...(temperature !== null && { temperature }) }),
    });
    alive();
    const text = await bodyOf(response, alive);
    // Some models take no temperature but their own.
    if (response.status === 400 && temperature !== null && /temperature/i.test(text))
      return await ask(endpoint, messages, null);
    expectGood(response, text, endpoint);
    return withoutKey(contentOf(text, response.headers.get('content-type') ?? ''), endpoint);
  } catch (error) {
    if (error instanceof Passing || error instanceof ChatError) throw error;
    if (given.signal.aborted) throw new Passing(`No answer for ${Math.round(patience / 1000)} seconds.`);
    throw new Passing(`The connection failed: ${reasonOf(error)}.`);
  } finally {
    clearTimeout(timer);
  }
}

async function bodyOf(response: Response, alive: () => void): Promise<string> {
  if (!response.body) return '';
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body) {
    alive();
    text += decoder.decode(chunk, { stream: true });
    if (text.length > LONGEST_ANSWER) throw new ChatError('It answers with more than ten million characters.', false);
  }
  return text + decoder.decode();
}

function expectGood(response: Response, text: string, endpoint: Endpoint): void {
  const { status } = response;
  if (status >= 200 && status < 300) return;
  if (status >= 300 && status < 400)
    throw new ChatError('The endpoint sends on to another address, which is not followed: give that one.', true);
  const said = withoutKey(errorIn(text), endpoint);
  const words = `The endpoint answers with status ${status}${said && `: ${said}`}.`;
  if (status === 408 || status === 409 || status === 425 || status === 429 || status >= 500)
    throw new Passing(words, afterOf(response.headers.get('retry-after')));
  throw new ChatError(words, status !== 400 && status !== 413 && status !== 422);
}

/** Milliseconds of a `Retry-After`, which is a number of seconds or a date. */
function afterOf(header: string | null): number | undefined {
  if (header === null) return undefined;
  const seconds = Number(header);
  const milliseconds = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(milliseconds) ? Math.max(0, milliseconds) : undefined;
}

/** What an error's body says, in one short line. */
function errorIn(text: string): string {
  const value = parsed(text);
  const error = get(value, 'error');
  const message = get(error, 'message') ?? error ?? get(value, 'message');
  const words = typeof message === 'string' ? message : '';
  return words
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, 200)
    .replace(/\.$/, '');
}

/** The words of the answer, of a stream of events or in one piece. */
function contentOf(text: string, type: string): string {
  const events = /event-stream/i.test(type) || /^\s*(?:data|event|id|:)/.test(text);
  if (!events) return wordsIn(parsed(text), 'message');
  let content = '';
  let finished = false;
  for (const line of text.split(/\r?\n/)) {
    const data = /^data:\s?(.*)$/.exec(line)?.[1];
    if (data === undefined) continue;
    if (data.trim() === '[DONE]') finished = true;
    else {
      const value = parsed(data);
      const error = get(value, 'error');
      if (error !== undefined) throw new Passing(`The model failed: ${errorIn(data) || 'no reason given'}.`);
      const choice = firstChoice(value);
      if (typeof get(choice, 'finish_reason') === 'string') finished = true;
      const words = get(get(choice, 'delta'), 'content');
      if (typeof words === 'string') content += words;
    }
  }
  if (!finished) throw new Passing('The answer broke off.');
  return content;
}

function wordsIn(value: unknown, where: string): string {
  const words = get(get(firstChoice(value), where), 'content');
  if (typeof words === 'string') return words;
  // A refusal has no content, and is read as the empty answer that it is.
  if (firstChoice(value) !== undefined) return '';
  throw new Passing('The endpoint does not answer in the chat protocol.');
}

function firstChoice(value: unknown): unknown {
  const choices = get(value, 'choices');
  return Array.isArray(choices) ? choices[0] : undefined;
}

function get(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Endpoints repeat what they were sent: a key is never shown. */
function withoutKey(words: string, { key }: Endpoint): string {
  return key ? words.replaceAll(key, '…') : words;
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = get(cause, 'code');
  return typeof code === 'string' ? code : cause instanceof Error ? cause.message : String(cause);
}
