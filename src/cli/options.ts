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
    };

const OPTIONS = {
  format: { type: 'string' },
  out: { type: 'string' },
  all: { type: 'boolean', default: false },
  claims: { type: 'boolean', default: false },
  'no-matches': { type: 'boolean', default: false },
  'no-sidecars': { type: 'boolean', default: false },
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
  if (name !== 'analyze' && name !== 'check' && name !== 'report')
    throw new UsageError(`"${name}" is no command; there are analyze, check and report.`);
  if (folder === undefined) throw new UsageError(`${name} wants the folder that the articles lie in.`);
  if (rest.length > 0) throw new UsageError(`${name} takes one folder, not also "${rest[0]}".`);
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
