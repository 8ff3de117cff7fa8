/** When this runs; or what SOURCE_DATE_EPOCH says (reproducible-builds.org), so that the same articles can give the same bytes. */
export function dateOfRun({ SOURCE_DATE_EPOCH: epoch }: NodeJS.ProcessEnv = process.env): Date {
  const seconds = Number(epoch);
  return epoch && Number.isFinite(seconds) ? new Date(seconds * 1000) : new Date();
}

/** The same as ISO date and time, to the second. */
export function timeOfRun(): string {
  return dateOfRun()
    .toISOString()
    .replace(/\.\d+Z$/, 'Z');
}
