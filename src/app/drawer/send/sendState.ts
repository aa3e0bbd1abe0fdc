import type { Told } from '../../../session/index.ts';
import type { Hop, Request, RuleRef, Step } from '../../../traffic/index.ts';
import { createStore } from '../../store.ts';
import { EMPTY_DRAFT, type Draft, type Objection } from './draft.ts';

/** What became of a request, in the workspace as its text was then. */
export interface Answer extends Told<'route'> {
  readonly request: Request;
  /** Another one now: what is told here is being worked out anew. */
  readonly revision: number;
  readonly workspace: string;
  /** Of `many`. */
  readonly seed: number;
}

/** The parts of a request's way: at the first proxy, and at each gateway further on. */
export const hopsOf = ({ request, trace, onward }: Answer): readonly [Hop, ...Hop[]] => [
  { request, trace },
  ...onward,
];

/** All steps of a way, one after the other, each with the request as it came there. */
export const stepsOn = (
  hops: readonly Hop[],
): readonly { readonly step: Step; readonly hop: Hop; readonly first: boolean }[] =>
  hops.flatMap((hop) => hop.trace.steps.map((step, index) => ({ step, hop, first: index === 0 })));

export const stepsOf = (answer: Answer): ReturnType<typeof stepsOn> => stepsOn(hopsOf(answer));

/** A rule of which it is asked why it did not take a request, as that came to its proxy. */
export interface AskedWhy {
  readonly rule: RuleRef;
  readonly request: Request;
}

export type View = 'way' | 'suggested' | 'facts' | 'many' | 'expectations';

/** The drawer's “Send a request”; gone with the page, but for the expectations, which are text. */
export interface SendState {
  readonly draft: Draft;
  readonly objection: Objection | null;
  readonly answer: Answer | null;
  /** Index of the step that is looked at. */
  readonly step: number | null;
  readonly why: AskedWhy | null;
  /** How often something was sent: the seed of who takes it, and what makes the same words heard twice. */
  readonly sends: number;
  /** SNI, address and protocol are shown. */
  readonly more: boolean;
  readonly seed: number;
  /** What stands in the middle, and beside it. */
  readonly middle: 'way' | 'suggested';
  readonly side: 'facts' | 'many' | 'expectations';
  /** Which of the two shows where there is no room for both. */
  readonly front: 'middle' | 'side';
}

export const sendStore = createStore<SendState>({
  draft: EMPTY_DRAFT,
  objection: null,
  answer: null,
  step: null,
  why: null,
  sends: 0,
  more: false,
  seed: 42,
  middle: 'way',
  side: 'facts',
  front: 'middle',
});

/** Changes what stands in the fields; what was wrong with them may be right now. */
export function writeDraft(change: Partial<Draft>): void {
  sendStore.set(({ draft }) => ({ draft: { ...draft, ...change }, objection: null }));
}

const MIDDLE: ReadonlySet<View> = new Set<View>(['way', 'suggested']);

export function showView(view: View): void {
  if (MIDDLE.has(view)) sendStore.set({ middle: view as SendState['middle'], front: 'middle' });
  else sendStore.set({ side: view as SendState['side'], front: 'side' });
}
