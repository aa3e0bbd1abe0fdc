import { loadRegexes, regexesAtHand } from '../../../istio/index.ts';
import type { Session } from '../../../session/index.ts';
import {
  callersIn,
  passedPlaces,
  RequestError,
  route,
  sayOutcome,
  sendMany,
  type Request,
} from '../../../traffic/index.ts';
import { wayOf } from '../../../topology/index.ts';
import { canvasStore } from '../../canvas/state/canvasState.ts';
import { whenIdle } from '../../whenIdle.ts';
import { draftOf, isObjection, requestOf } from './draft.ts';
import { sameCaller } from './callers.ts';
import { sendStore, showView, type Answer } from './sendState.ts';

/** How many “Send 1,000” sends. */
export const MANY = 1_000;

/** Sends what stands in the fields, or says at the field why that cannot be. Returns whether it was sent. */
export async function send(session: Session): Promise<boolean> {
  if (!regexesAtHand()) await loadRegexes();
  const made = requestOf(sendStore.get().draft);
  if (isObjection(made)) {
    const aside = made.field === 'sni' || made.field === 'address';
    sendStore.set({ objection: made, ...(aside && { more: true }) });
    return false;
  }
  const { sends } = sendStore.get();
  if (!answer(session, made, sends + 1)) return false;
  sendStore.set({ sends: sends + 1, step: null, why: null, middle: 'way' });
  showWay(session, true);
  return true;
}

/** Puts a request into the fields, and sends it. */
export async function sendThis(session: Session, request: Request): Promise<boolean> {
  sendStore.set({ draft: draftOf(request), objection: null });
  showView('way');
  return send(session);
}

/** Sends it many times, as the seed draws. */
export async function sendThousand(session: Session): Promise<void> {
  if (!(await send(session))) return;
  spread(session);
  showView('many');
}

/** Works out where a request goes in the mesh as it is now. */
function answer(session: Session, request: Request, pick: number): boolean {
  const { analysis, workspace } = session.getState();
  const { mesh } = analysis;
  try {
    const trace = route(mesh, request);
    const one = sendMany(mesh, request, { count: 1, seed: pick });
    const picked = Math.max(
      0,
      one.destinations.findIndex(({ count }) => count > 0),
    );
    sendStore.set({
      answer: { request, trace, mesh, workspace: workspace.id, picked },
      objection: null,
      spread: null,
    });
    return true;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    sendStore.set({ objection: { field: 'url', text: error.message } });
    return false;
  }
}

/** Draws again with the seed that stands there. */
export function spread(session: Session): void {
  const { answer: of, seed } = sendStore.get();
  if (!of) return;
  const sent = sendMany(session.getState().analysis.mesh, of.request, { count: MANY, seed });
  sendStore.set({ spread: { sent, of, seed } });
}

/** Lights the way on the canvas; with `travel`, something travels along it. */
function showWay(session: Session, travel: boolean): void {
  const { answer } = sendStore.get();
  if (!answer) return;
  const { topology, drawn, mesh } = session.getState().analysis;
  const { request, trace } = answer;
  const { common, branches } = passedPlaces(trace);
  const taken = trace.outcome.destinations?.[answer.picked]?.cluster;
  const branch = branches.find(({ destination }) => destination.cluster === taken) ?? branches[0];
  const known = callersIn(mesh).find(({ caller }) => sameCaller(caller, request.caller));
  const { kind, namespace } = request.caller;
  const way = wayOf(topology, drawn, {
    caller: { kind, namespace, resource: known?.resource ?? null },
    places: [...common, ...(branch?.passed ?? [])],
    arrives: branch !== undefined && trace.outcome.noEndpoints !== true,
    mirrored: trace.outcome.mirrors?.some(({ exists }) => exists) ?? false,
  });
  canvasStore.set((state) => ({
    sent: way && {
      way,
      tone: sayOutcome(trace.outcome, request).tone,
      run: (state.sent?.run ?? 0) + (travel ? 1 : 0),
    },
  }));
}

/** Takes the way off the canvas. */
export function dismissWay(): void {
  canvasStore.set({ sent: null });
}

const followed = new WeakSet<Session>();

/** From now on an answer is worked out anew when the configuration changes, once the page has a moment. */
export function follow(session: Session): void {
  if (followed.has(session)) return;
  followed.add(session);
  let waiting = false;
  let { drawn, placed } = session.getState().analysis;
  const again = (): void => {
    waiting = false;
    const { answer: before, spread: many } = sendStore.get();
    const { analysis, workspace } = session.getState();
    ({ drawn, placed } = analysis);
    if (!before) return;
    if (before.workspace !== workspace.id) {
      sendStore.set({ answer: null, spread: null, step: null, why: null });
      dismissWay();
      return;
    }
    if (before.mesh !== analysis.mesh) {
      answer(session, before.request, sendStore.get().sends);
      if (many) spread(session);
      keepStep(before);
    }
    if (canvasStore.get().sent) showWay(session, false);
  };
  session.subscribe(() => {
    const { analysis } = session.getState();
    const { answer: known } = sendStore.get();
    if (waiting || !known) return;
    if (known.mesh === analysis.mesh && drawn === analysis.drawn && placed === analysis.placed) return;
    waiting = true;
    whenIdle(again);
  });
}

/** The step that was looked at stays so while there is one like it. */
function keepStep(before: Answer): void {
  const { step, answer: now } = sendStore.get();
  const old = step === null ? undefined : before.trace.steps[step];
  if (!old || !now) return;
  const at = now.trace.steps.findIndex(
    ({ code, resource, path }) =>
      code === old.code && resource === old.resource && path?.join('.') === old.path?.join('.'),
  );
  sendStore.set({ step: at < 0 ? null : at });
}

/** Looks at a step: selects what decided it, everywhere. */
export function chooseStep(session: Session, index: number): void {
  sendStore.set({ step: index });
  const step = sendStore.get().answer?.trace.steps[index];
  if (!step?.resource) return;
  session.dispatch({ type: 'select', resource: step.resource, path: step.path ?? [], origin: 'drawer' });
}
