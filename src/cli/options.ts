/** What was typed, as one of the commands there are. */
import { parseArgs } from 'node:util';
import packageJson from '../../package.json';
import type { ReportFormat } from '../review/report/report.ts';

/** What was typed makes no command; the message says why. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** One of the commands, with its options. */
type Command =
  | { readonly name: 'help' }
  | { readonly name: 'version'; readonly version: string }
  | {
      readonly name: 'analyze';
      readonly folder: string;
      readonly format: 'text' | 'json';
      readonly all: boolean;
      readonly claims: boolean;
      readonly matches: boolean;
      readonly sidecars: boolean;
    }
  | { readonly name: 'check'; readonly folder: string; readonly format: 'text' | 'json' | 'github' }
  | {
      readonly name: 'report';
      readonly folder: string;
      readonly format: ReportFormat;
      readonly out?: string;
      readonly all: boolean;
      readonly sidecars: boolean;
    }
  | ({ readonly name: 'read' } & ReadOptions);

/** What `read` was asked for. */
export interface ReadOptions {
  readonly folder: string;
  readonly way:
    | { readonly by: 'prompts'; readonly prompts: string }
    /** `prompts` is where the prompts that they answer lie, and where the next ones go. */
    | { readonly by: 'answers'; readonly answers: string; readonly model: string; readonly prompts?: string }
    /** `key` names an environment variable. */
    | { readonly by: 'endpoint'; readonly endpoint: string; readonly model: string; readonly key?: string };
  /** The most words to send in all. */
  readonly maxWords?: number;
  /** The most words of one prompt; longer stories are cut. */
  readonly window: number;
  /** Whether the rows are judged in a second pass. */
  readonly second: boolean;
  /** Whether stories are read again that were read as they stand. */
  readonly again: boolean;
  /** Seconds without a sign of life. */
  readonly timeout: number;
}

/** Every model that is offered today takes this much. */
const DEFAULT_WINDOW = 60_000;
const DEFAULT_TIMEOUT = 300;

const OPTIONS = {
  format: { type: 'string' },
  out: { type: 'string' },
  all: { type: 'boolean', default: false },
  claims: { type: 'boolean', default: false },
  'no-matches': { type: 'boolean', default: false },
  'no-sidecars': { type: 'boolean', default: false },
  prompts: { type: 'string' },
  answers: { type: 'string' },
  endpoint: { type: 'string' },
  model: { type: 'string' },
  key: { type: 'string' },
  'max-words': { type: 'string' },
  window: { type: 'string' },
  timeout: { type: 'string' },
  'one-pass': { type: 'boolean', default: false },
  again: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', short: 'v', default: false },
} as const;

/** @throws UsageError */
export function parseCommand(args: readonly string[]): Command {
  const { values, positionals } = parsed(args);
  const [name, folder, ...rest] = positionals;
  if (values.help || name === undefined || name === 'help') {
    if (values.version) return { name: 'version', version: packageJson.version };
    return { name: 'help' };
  }
  if (name !== 'analyze' && name !== 'check' && name !== 'report' && name !== 'read')
    throw new UsageError(`"${name}" is no command; there are analyze, check, report and read.`);
  if (folder === undefined) throw new UsageError(`${name} wants the folder that the articles lie in.`);
  if (rest.length > 0) throw new UsageError(`${name} takes one folder, not also "${rest[0]}".`);
  if (name === 'read') return { name, ...readOptions(folder, values) };
  const { all, claims, out } = values;
  const sidecars = !values['no-sidecars'];
  if (name === 'report') {
    const format = reportFormat(values.format, out);
    return { name, folder, format, ...(out === undefined ? {} : { out }), all, sidecars };
  }
  if (out !== undefined) throw new UsageError(`${name} prints what it finds; --out is for report.`);
  const { format = 'text' } = values;
  if (name === 'check') {
    if (format !== 'text' && format !== 'json' && format !== 'github')
      throw new UsageError(`--format is text, json or github, not "${format}".`);
    return { name, folder, format };
  }
  if (format !== 'text' && format !== 'json') throw new UsageError(`--format is text or json, not "${format}".`);
  return { name, folder, format, all, claims, matches: !values['no-matches'], sidecars };
}

function readOptions(folder: string, values: ReturnType<typeof parsed>['values']): ReadOptions {
  const { again } = values;
  const maxWords = wholeNumber('max-words', values['max-words']);
  return {
    folder,
    way: readingWay(values),
    ...(maxWords !== undefined && { maxWords }),
    window: wholeNumber('window', values.window) ?? DEFAULT_WINDOW,
    timeout: wholeNumber('timeout', values.timeout) ?? DEFAULT_TIMEOUT,
    second: !values['one-pass'],
    again,
  };
}

function readingWay({
  prompts,
  answers,
  endpoint,
  model,
  key,
}: ReturnType<typeof parsed>['values']): ReadOptions['way'] {
  if (endpoint !== undefined) {
    if (prompts !== undefined || answers !== undefined)
      throw new UsageError('--endpoint asks the model itself; --prompts and --answers are for asking by hand.');
    if (!model) throw new UsageError('--endpoint wants --model NAME.');
    return { by: 'endpoint', endpoint, model, ...(key !== undefined && { key }) };
  }
  if (key !== undefined) throw new UsageError('--key is for --endpoint.');
  if (answers !== undefined) {
    if (!model) throw new UsageError('--answers wants --model NAME: whose answers they are.');
    return { by: 'answers', answers, model, ...(prompts !== undefined && { prompts }) };
  }
  if (prompts !== undefined) return { by: 'prompts', prompts };
  throw new UsageError('read wants --prompts DIR, --answers DIR or --endpoint URL: how a model is asked.');
}

function wholeNumber(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new UsageError(`--${name} wants a whole number from 1, not "${value}".`);
  return Number(value);
}

/** As it is asked for, else as the file's name ends, else Markdown. */
function reportFormat(format: string | undefined, out: string | undefined): ReportFormat {
  const ending = /\.(html?|csv|md|markdown)$/i.exec(out ?? '')?.[1]?.toLowerCase();
  const wanted = format ?? (ending === 'htm' ? 'html' : ending === 'markdown' ? 'md' : ending) ?? 'md';
  if (wanted !== 'md' && wanted !== 'html' && wanted !== 'csv')
    throw new UsageError(`--format is md, html or csv, not "${wanted}".`);
  return wanted;
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
