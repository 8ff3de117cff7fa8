// Says what a command is doing, so that nothing takes longer than two seconds in silence.

const FIRST_WORD_AFTER = 2_000;
const NEXT_WORD_AFTER = 10_000;

/**
 * Does `work` and tells how it went: a line when it has taken two seconds, one every ten seconds after, one at its end.
 * @param {string} name what is being done, as a reader would say it
 * @param {(say: (detail: string) => void) => Promise<T>} work may tell through `say` what it is at
 * @returns {Promise<T>} what `work` returns; what it throws is thrown on
 * @template T
 */
export async function step(name, work) {
  const began = Date.now();
  let detail = '';
  let timer = setTimeout(function tell() {
    console.log(`  … ${name}${detail ? `: ${detail}` : ''} (${seconds(began)})`);
    timer = setTimeout(tell, NEXT_WORD_AFTER);
  }, FIRST_WORD_AFTER);
  try {
    const result = await work(words => {
      detail = words;
    });
    console.log(`✓ ${name} (${seconds(began)})`);
    return result;
  } catch (error) {
    console.log(`✗ ${name} (${seconds(began)})`);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** How long ago, as `1.2 s`. */
export function seconds(began) {
  return `${((Date.now() - began) / 1000).toFixed(1)} s`;
}
