import { until } from './workbench.mjs';

/** The frame in which the page of the matrix lies, once it is drawn. */
export async function matrixOf(page) {
  return until('the matrix', async () => {
    for (const frame of page.frames()) {
      const found = await frame.evaluate(() => document.querySelector('[role=gridcell]') !== null).catch(() => false);
      if (found) return frame;
    }
    return undefined;
  });
}
