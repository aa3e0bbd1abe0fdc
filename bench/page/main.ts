import * as checks from '../../src/checks/index.ts';
import { createBrowserPorts } from '../../src/browser/index.ts';
import { indexNames } from '../../src/language/index.ts';
import { createSession, type Session } from '../../src/session/index.ts';
import { createTextSearch } from '../../src/text/index.ts';
import { memoryPorts } from '../memory-ports.ts';
import { percentile } from '../statistics.mjs';
import { workspaceOf } from '../workspace.ts';

/** Milliseconds of main-thread time. */
export interface EditTimes {
  readonly typing: { readonly p50: number; readonly p95: number };
  readonly form: { readonly p50: number; readonly p95: number };
  readonly renames: { readonly p50: number; readonly p95: number };
}

const EDITS = 200;

async function opened(count: number, each: number): Promise<Session> {
  const session = createSession(memoryPorts(), { checks });
  await session.settled();
  const files = workspaceOf(count, each).map(({ path, text }) => ({ path, content: text }));
  session.dispatch({ type: 'open-files', files, mode: 'replace' });
  await session.settled();
  const found = session.getState().analysis.mesh.resources.length;
  if (found !== count) throw new Error(`${found} resources opened instead of ${count}`);
  return session;
}

/** One key at a time, in documents all over the file; as in a person's typing, the page gets to breathe between keys. */
async function typing(session: Session): Promise<number[]> {
  const samples: number[] = [];
  for (let index = 0; index < EDITS; index++) {
    const files = session.getState().workspace.files;
    const file = files[index % files.length];
    if (!file) throw new Error('no file');
    const at =
      file.text.indexOf('attempts: 2', Math.floor((file.text.length * (index % 17)) / 20)) +
      'attempts: 2'.length;
    const edits = [{ from: at, to: at, insert: String(index % 10) }];
    const before = performance.now();
    session.dispatch({ type: 'edit-text', path: file.path, edits, origin: 'text', mark: `burst ${index}` });
    samples.push(performance.now() - before);
    await new Promise((resolve) => setTimeout(resolve));
  }
  return samples;
}

async function form(session: Session): Promise<number[]> {
  const samples: number[] = [];
  const services = session.getState().analysis.mesh.resources.filter(({ kind }) => kind === 'VirtualService');
  for (let index = 0; index < EDITS; index++) {
    const resource = services[(index * 7) % services.length];
    if (!resource) throw new Error('no VirtualService');
    const before = performance.now();
    session.dispatch({
      type: 'operate',
      operation: {
        kind: 'set-field',
        resource: resource.id,
        path: ['spec', 'http', 1, 'timeout'],
        value: `${index + 10}s`,
      },
      origin: 'form',
    });
    samples.push(performance.now() - before);
    await new Promise((resolve) => setTimeout(resolve));
  }
  return samples;
}

/** What touches more than one resource: the host of a route becomes another, and a resource another name. */
async function renames(session: Session): Promise<number[]> {
  const samples: number[] = [];
  for (let index = 0; index < EDITS / 2; index++) {
    const services = session
      .getState()
      .analysis.mesh.resources.filter(({ kind }) => kind === 'VirtualService');
    const resource = services[(index * 7) % services.length];
    if (!resource) throw new Error('no VirtualService');
    const operation = {
      ...(index % 2
        ? { kind: 'rename-resource' as const, name: `renamed-${index}` }
        : {
            kind: 'set-field' as const,
            path: ['spec', 'http', 0, 'route', 0, 'destination', 'host'],
            value: `other-${index}.example`,
          }),
      resource: resource.id,
    };
    const before = performance.now();
    session.dispatch({ type: 'operate', operation, origin: 'form' });
    samples.push(performance.now() - before);
    await new Promise((resolve) => setTimeout(resolve));
  }
  return samples;
}

const summary = (samples: readonly number[]) => ({
  p50: percentile(samples, 0.5),
  p95: percentile(samples, 0.95),
});

async function edits(count: number, each: number): Promise<EditTimes> {
  const session = await opened(count, each);
  const times = {
    typing: summary(await typing(session)),
    form: summary(await form(session)),
    renames: summary(await renames(session)),
  };
  session.dispose();
  return times;
}

/** How long a workspace takes to open, and the longest that the page did not answer meanwhile (milliseconds). */
export interface OpenTimes {
  readonly total: number;
  readonly stall: number;
}

/** Asks the page for an answer again and again; returns the way to stop, which tells the longest wait. */
function watchStalls(): () => number {
  const { port1, port2 } = new MessageChannel();
  let last = performance.now();
  let longest = 0;
  const note = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  port1.addEventListener('message', () => {
    note();
    port2.postMessage(null);
  });
  port1.start();
  port2.postMessage(null);
  return () => {
    note();
    port1.close();
    return longest;
  };
}

async function opening(count: number, each: number): Promise<OpenTimes> {
  const { parser } = createBrowserPorts();
  const session = createSession({ ...memoryPorts(), ...(parser ? { parser } : {}) }, { checks });
  await session.settled();
  const files = workspaceOf(count, each).map(({ path, text }) => ({ path, content: text }));
  const stop = watchStalls();
  const before = performance.now();
  session.dispatch({ type: 'open-files', files, mode: 'replace' });
  await new Promise<void>((resolve) => {
    const look = () => session.getState().analysis.mesh.resources.length === count && resolve();
    session.subscribe(look);
    look();
  });
  const total = performance.now() - before;
  const stall = stop();
  session.dispose();
  return { total, stall };
}

const WORDS = ['attempts: 2', 'api-17.partners', 'team-4/api-4', 'agreed with', 'nowhere to be found'];

/** What one more letter costs until all that it finds is known: names and lines, over all files. */
async function searching(count: number, each: number): Promise<{ readonly p95: number }> {
  const session = await opened(count, each);
  const { analysis, workspace } = session.getState();
  const through = <T>(steps: Generator<void, T>): T => {
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
    }
  };
  // What the search gathers when it opens, before anybody has typed.
  through(indexNames(analysis.mesh));
  const text = createTextSearch(5000);
  const samples: number[] = [];
  for (const word of WORDS)
    for (let length = 1; length <= word.length; length++) {
      const words = word.slice(0, length);
      const before = performance.now();
      through(indexNames(analysis.mesh)).search(words);
      through(text.inSteps(workspace.files, { words, matchCase: false, wholeName: false }));
      samples.push(performance.now() - before);
      await new Promise((resolve) => setTimeout(resolve));
    }
  session.dispose();
  return { p95: percentile(samples, 0.95) };
}

declare global {
  interface Window {
    bench: {
      edits: typeof edits;
      opening: typeof opening;
      searching: typeof searching;
      workspaceOf: typeof workspaceOf;
    };
  }
}
window.bench = { edits, opening, searching, workspaceOf };
