/** What training was tuned to, on held-out documents of the training folder alone. */
export const OPTIONS = {
  rounds: 6,
  margin: 1,
  missed: 1,
  /** A feature that came fewer times is left out. */
  least: 3,
  /** One model each; their mean ships. */
  seeds: [1, 2],
  /** How often a corpus's sentences are seen in a round; once where nothing is said. */
  weights: { news: 3, uner_ewt_dev: 4 } as Readonly<Record<string, number>>,
  copies: {
    seed: 5,
    /** Tweets and the like get none. */
    not: ['btc_train', 'wnut17_train'] as readonly string[],
    headlines: 0.3,
    withoutCapitals: 0.15,
    names: 0,
    namesInNews: 1,
  },
  /** How many features are kept in the file. */
  keep: 66_000,
  clusterWords: 150_000,
  clusterSeed: 7,
};
