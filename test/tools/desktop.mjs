// A desktop VS Code, where there is one: with a profile of its own, and ended with the command that opened it.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { onPath } from './chromium.mjs';

const windows = process.platform === 'win32';

/** The path of `code`, if it opens a window on this machine's own screen. */
export function findCode() {
  // In a remote window's terminal, `code` speaks to the VS Code at the other end, which has no profile for us.
  if (process.env.VSCODE_IPC_HOOK_CLI || process.env.WSL_DISTRO_NAME) return undefined;
  const screen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  return screen ? onPath(windows ? 'code.cmd' : 'code') : undefined;
}

/**
 * Installs the package into the profile and opens a folder; returns when the window is closed.
 * @param {import('./command.mjs').Scope} scope
 */
export async function openDesktop(scope, code, { vsix, userData, extensions, folder }) {
  const profile = [`--user-data-dir=${userData}`, `--extensions-dir=${extensions}`];
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const shell = windows;
  await scope.run(code, [...profile, ...asRoot, '--install-extension', vsix, '--force'], { shell });
  scope.later(() => endByProfile(userData));
  const child = scope.start(code, [...profile, ...asRoot, '--new-window', '--wait', folder], {
    shell,
    stdio: 'ignore',
  });
  return child.ended;
}

/** The window is no child of ours: `code` hands it over to the system. Its processes are known by the private profile. */
async function endByProfile(userData) {
  if (windows) return;
  const { stdout } = await promisify(execFile)('ps', ['-A', '-ww', '-o', 'pid=,args='], {
    maxBuffer: 16 * 1024 * 1024,
  });
  for (const line of stdout.split('\n')) {
    const [, pid, args] = /^\s*(\d+)\s+(.*)$/.exec(line) ?? [];
    const ours = args && (args.includes(`--user-data-dir=${userData}`) || args.includes(`--user-data-dir ${userData}`));
    if (!ours || Number(pid) === process.pid) continue;
    try {
      process.kill(Number(pid), 'SIGTERM');
    } catch (error) {
      if (error.code !== 'ESRCH') throw error;
    }
  }
}
