// A day's work is one story: each job begins where the one before it ended.

/** In a suite: once a test has failed, those after it are passed over, for they would tell nothing. */
export function oneAfterAnother() {
  let broken = false;
  beforeEach(function () {
    if (broken) this.skip();
  });
  afterEach(function () {
    broken ||= this.currentTest.state === 'failed';
  });
}
