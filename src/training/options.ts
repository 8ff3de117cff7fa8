/** What training was tuned to, on held-out documents of the training folder alone. */
export const OPTIONS = {
  rounds: 6,
  margin: 1,
  missed: 0.5,
  /** A feature that came fewer times is left out. */
  least: 2,
  /** One model each; their mean ships. */
  seeds: [1, 2],
  /** How often a corpus's sentences are seen in a round; once where nothing is said. */
  weights: { news: 3, uner_ewt_dev: 3 } as Readonly<Record<string, number>>,
  copies: {
    seed: 5,
    /** Tweets and the like get none. */
    not: ['btc_train', 'wnut17_train'] as readonly string[],
    headlines: 0.3,
    names: 1,
    namesInNews: 3,
  },
  /** How many features are kept in the file. */
  keep: 120_000,
  clusterWords: 60_000,
  clusterSeed: 7,
};
