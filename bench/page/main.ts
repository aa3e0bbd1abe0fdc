import * as checks from '../../src/checks/index.ts';
import { createSession, type Session } from '../../src/session/index.ts';
import { memoryPorts } from '../memory-ports.ts';
import { percentile } from '../statistics.ts';
import { workspaceOf } from '../workspace.ts';

/** Milliseconds of main-thread time. */
export interface EditTimes {
  readonly typing: { readonly p50: number; readonly p95: number };
  readonly form: { readonly p50: number; readonly p95: number };
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

const summary = (samples: readonly number[]) => ({
  p50: percentile(samples, 0.5),
  p95: percentile(samples, 0.95),
});

async function edits(count: number, each: number): Promise<EditTimes> {
  const session = await opened(count, each);
  const times = { typing: summary(await typing(session)), form: summary(await form(session)) };
  session.dispose();
  return times;
}

declare global {
  interface Window {
    bench: { edits: typeof edits };
  }
}
window.bench = { edits };
