import { describe, expect, it } from 'vitest';
import type { ParsedDocument } from '../yaml/index.ts';
import type { ParserReply, ParserRequest } from './parser-messages.ts';
import { createParserPort } from './parser.ts';

/** A worker that answers as a test says. */
function fakeWorker() {
  const listeners = new Map<string, (event: unknown) => void>();
  const seen: { request?: ParserRequest; ended: boolean } = { ended: false };
  const worker = {
    addEventListener: (type: string, listener: (event: unknown) => void) => listeners.set(type, listener),
    postMessage: (request: ParserRequest) => (seen.request = request),
    terminate: () => (seen.ended = true),
  };
  return {
    seen,
    start: () => worker as unknown as Worker,
    reply: (...values: string[]) => {
      const data: ParserReply = { documents: values.map((value) => ({ value, problems: [] })) };
      listeners.get('message')?.({ data });
    },
    fail: (message: string) => listeners.get('error')?.({ message }),
  };
}

const parse = (
  worker: ReturnType<typeof fakeWorker>,
  texts: string[],
  signal = new AbortController().signal,
) => {
  const got: [string, unknown][] = [];
  const counts: number[] = [];
  const done = createParserPort(worker.start).parse(
    texts,
    (documents: readonly ParsedDocument[], count) => {
      got.push(...documents.map(({ text, value }): [string, unknown] => [text, value]));
      counts.push(count);
    },
    signal,
  );
  return { got, counts, done };
};

describe('createParserPort', () => {
  it('gives each answer its text, in order, and ends the worker', async () => {
    const worker = fakeWorker();
    const { got, counts, done } = parse(worker, ['a', 'b', 'c']);
    expect(worker.seen.request).toEqual({ texts: ['a', 'b', 'c'] });
    worker.reply('A', 'B');
    worker.reply('C');
    await done;
    expect(got).toEqual([
      ['a', 'A'],
      ['b', 'B'],
      ['c', 'C'],
    ]);
    expect(counts).toEqual([2, 3]);
    expect(worker.seen.ended).toBe(true);
  });

  it('ends the worker at once when cancelled, and says nothing more', async () => {
    const worker = fakeWorker();
    const controller = new AbortController();
    const { got, done } = parse(worker, ['a', 'b'], controller.signal);
    controller.abort();
    await done;
    expect([worker.seen.ended, got]).toEqual([true, []]);
  });

  it('fails when the worker does', async () => {
    const worker = fakeWorker();
    const { done } = parse(worker, ['a']);
    worker.fail('out of memory');
    await expect(done).rejects.toThrow('out of memory');
    expect(worker.seen.ended).toBe(true);
  });

  it('starts no worker for nothing', async () => {
    await createParserPort(() => {
      throw new Error('started');
    }).parse([], () => {}, new AbortController().signal);
  });
});
