import { isExpectationsFile } from '../../../istio/index.ts';
import type { Session, Told, ToldExpectation } from '../../../session/index.ts';
import { expectationValue, onlyExpected } from '../../../traffic/index.ts';
import { fileText } from '../../../text/index.ts';
import { locate, nodeAt, splitDocuments } from '../../../yaml/index.ts';
import { canvasStore } from '../../canvas/state/canvasState.ts';
import { panes } from '../../commands/panes.ts';
import { showOutcome } from '../../shell/layout/showPane.ts';
import { createStore } from '../../store.ts';
import { expectCounts } from '../expectCounts.ts';
import { ask } from './ask.ts';
import { uncoveredRows } from './uncovered.ts';
import { sendThis } from './send.ts';
import { showView, type Answer } from './sendState.ts';

/** Where expectations are kept while there is no file for them. */
const FILE = 'requests.expect.yaml';

interface Checked extends Told<'expectations'> {
  /** Of the text that they were checked with. */
  readonly revision: number;
}

interface ExpectState {
  readonly checked: Checked | null;
  /** Rules that no expectation reaches are marked on the canvas. */
  readonly marked: boolean;
}

export const expectStore = createStore<ExpectState>({ checked: null, marked: false });

const keepsAny = (session: Session): boolean =>
  session.getState().workspace.files.some(({ path }) => isExpectationsFile(path));

const watched = new WeakSet<Session>();

/** From now on the expectations are checked whenever the text changes, one question at a time. */
export function watchExpectations(session: Session): void {
  if (watched.has(session)) return;
  watched.add(session);
  let asking = false;
  const look = (): void => {
    const { revision, ready } = session.getState();
    if (!ready || asking || expectStore.get().checked?.revision === revision) return;
    // Nothing is kept, and nothing wants to know which rules are covered.
    if (!keepsAny(session) && !expectStore.get().marked && !wanted) {
      if (expectStore.get().checked) take(session, null);
      return;
    }
    asking = true;
    void ask(session, 'expectations', {})
      .then((reply) => {
        if (reply && 'told' in reply) take(session, { ...reply.told, revision });
      })
      .finally(() => {
        asking = false;
        // What was asked may be overtaken already.
        setTimeout(look, 0);
      });
  };
  watching = look;
  session.subscribe(look);
  look();
}

let watching: (() => void) | undefined;
let wanted = false;

/** While the list is looked at, the rules are counted even where nothing is kept yet. */
export function wantCoverage(on: boolean): void {
  wanted = on;
  watching?.();
}

function take(session: Session, checked: Checked | null): void {
  expectStore.set({ checked });
  expectCounts.set({
    total: checked?.expectations.length ?? 0,
    failing: checked?.expectations.filter(({ departures }) => departures.length > 0).length ?? 0,
  });
  mark(session);
}

/** Marks the rules that no expectation reaches, or takes the marks away. */
export function markUncovered(session: Session, marked: boolean): void {
  expectStore.set({ marked });
  watching?.();
  mark(session);
}

function mark(session: Session): void {
  const { checked, marked } = expectStore.get();
  const { topology } = session.getState().analysis;
  canvasStore.set({
    uncovered: marked && checked ? uncoveredRows(topology, checked.coverage) : null,
  });
}

/** Keeps what an answer tells as an expectation, as far as its facts are wanted. */
export function keep(session: Session, answer: Answer, name: string, facts: ReadonlySet<string>): boolean {
  const { request, trace } = answer;
  const value = expectationValue({ name, request, expect: onlyExpected(trace.outcome, facts) });
  return session.dispatch({
    type: 'operate',
    operation: { kind: 'add-expectation', file: fileFor(session), value },
    origin: 'drawer',
  });
}

const fileFor = (session: Session): string =>
  session.getState().workspace.files.find(({ path }) => isExpectationsFile(path))?.path ?? FILE;

export function forget(session: Session, { file, document, index }: ToldExpectation): void {
  session.dispatch({
    type: 'operate',
    operation: { kind: 'remove-expectation', file, document, index },
    origin: 'drawer',
  });
}

export function rename(session: Session, { file, document, index }: ToldExpectation, name: string): void {
  session.dispatch({
    type: 'operate',
    operation: { kind: 'set-expectation', file, document, index, path: ['name'], value: name },
    origin: 'drawer',
  });
}

/** Sends the request of an expectation, to see where it goes now. */
export function sendAgain(session: Session, { expectation }: ToldExpectation): void {
  void sendThis(session, expectation.request);
  showView('expectations');
}

/** Shows where an expectation is written. */
export function showText(session: Session, { file, document, index }: ToldExpectation): void {
  const text = fileText(session.getState().workspace.files, file);
  const slice = splitDocuments(text ?? '')[document];
  if (text === undefined || !slice) return;
  const node = nodeAt(locate(slice.text), ['expectations', index]);
  const offset = slice.from + (node?.from ?? 0);
  session.dispatch({ type: 'show-file', path: file });
  showOutcome(session, 'yaml');
  panes.source?.reveal(offset);
}
