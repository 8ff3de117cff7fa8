// Small stand-ins for the packages of VS Code's that would have to be compiled. Written as `exports.x = …`, since VS Code
// imports them as ES modules and Node finds the names of a CommonJS module only where they are written so.

/** Log files: an extension's log channel is shown from its file, so lines really are written. Levels as in spdlog. */
const spdlog = `'use strict';
const fs = require('fs');
const NAMES = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];
class Logger {
  constructor(file) { this.file = file; this.level = 2; this.plain = false; }
  setPattern() {}
  clearFormatters() { this.plain = true; }
  setLevel(level) { this.level = level; }
  write(level, text) {
    if (level < this.level) return;
    const time = new Date().toISOString().replace('T', ' ').replace('Z', '');
    const line = this.plain ? text : time + ' [' + NAMES[level] + '] ' + text + '\\n';
    try { fs.appendFileSync(this.file, line); } catch {}
  }
  trace(text) { this.write(0, text); }
  debug(text) { this.write(1, text); }
  info(text) { this.write(2, text); }
  warn(text) { this.write(3, text); }
  error(text) { this.write(4, text); }
  critical(text) { this.write(5, text); }
  flush() {}
  drop() {}
}
exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.shutdown = () => {};
exports.createRotatingLogger = async (name, file) => new Logger(file);
exports.createAsyncRotatingLogger = async (name, file) => new Logger(file);
`;

/** Ends the extension host if the server dies hard; our own harness ends the whole process group instead. */
const watchdog = `'use strict';
exports.start = () => {};
`;

/** An identity for telemetry, which is off. */
const deviceId = `'use strict';
exports.getDeviceId = async () => '00000000-0000-0000-0000-000000000000';
`;

/** Copies that share blocks on disk, for Git; plain copies do as well. */
const copyFile = `'use strict';
const fs = require('fs');
exports.isCloneSupported = async () => false;
exports.copyFile = (from, to) => fs.promises.copyFile(from, to);
exports.cp = (from, to, options) => fs.promises.cp(from, to, options);
`;

/** Source by package name. */
export const standIns = {
  '@vscode/spdlog': spdlog,
  '@vscode/native-watchdog': watchdog,
  'native-watchdog': watchdog,
  '@vscode/deviceid': deviceId,
  '@vscode/fs-copyfile': copyFile,
};
