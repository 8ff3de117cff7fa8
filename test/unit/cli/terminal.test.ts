import assert from 'node:assert/strict';
import { harmless, terminal, wrap } from '../../../src/cli/terminal.ts';

const stream = (isTTY: boolean) => ({ isTTY, columns: 80 }) as NodeJS.WriteStream;

describe('output to a terminal', () => {
  it('has colours on a terminal', () => {
    assert.notEqual(terminal(stream(true), {}).bold('x'), 'x');
  });

  it('has none in a pipe, and none where NO_COLOR is set', () => {
    assert.equal(terminal(stream(false), {}).bold('x'), 'x');
    assert.equal(terminal(stream(true), { NO_COLOR: '1' }).bold('x'), 'x');
  });

  it("lets no article's text steer the terminal", () => {
    assert.equal(harmless('a\u001b[31mb\u0007c\u202ed'), 'a [31mb c d');
  });

  it('wraps at spaces', () => {
    assert.deepEqual(wrap('one two three four', 9), ['one two', 'three', 'four']);
  });
});
