import type { Session } from '../../../session/index.ts';
import { callersIn, passedPlaces, sayOutcome, type Request } from '../../../traffic/index.ts';
import { wayOf } from '../../../topology/index.ts';
import { canvasStore } from '../../canvas/state/canvasState.ts';
import { ask } from './ask.ts';
import { draftOf, isObjection, requestOf } from './draft.ts';
import { sameCaller } from './callers.ts';
import { sendStore, showView, type Answer } from './sendState.ts';

/** How many “Send 1,000” sends. */
export const MANY = 1_000;

/** Sends what stands in the fields, or says at the field why that cannot be. Returns whether it was sent. */
export async function send(session: Session, many = false): Promise<boolean> {
  const made = requestOf(sendStore.get().draft);
  if (isObjection(made)) {
    const aside = made.field === 'sni' || made.field === 'address';
    sendStore.set({ objection: made, ...(aside && { more: true }) });
    return false;
  }
  const { sends } = sendStore.get();
  sendStore.set({ sends: sends + 1 });
  if (!(await answer(session, made, many))) return false;
  sendStore.set({ step: null, why: null, middle: 'way' });
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
  if (await send(session, true)) showView('many');
}

/** Draws again, with another seed. */
export async function reseed(session: Session, seed: number): Promise<void> {
  sendStore.set({ seed });
  const { answer: known } = sendStore.get();
  if (known?.many) await answer(session, known.request, true);
}

/** Works out where a request goes in the workspace as it is now. False where it cannot be sent, or was overtaken. */
async function answer(session: Session, request: Request, many: boolean): Promise<boolean> {
  const { sends, seed } = sendStore.get();
  const { revision, workspace } = session.getState();
  const reply = await ask(session, 'route', {
    request,
    pick: sends,
    ...(many && { many: { count: MANY, seed } }),
  });
  if (!reply) return false;
  if ('refused' in reply) {
    sendStore.set({ objection: { field: 'url', text: reply.refused } });
    return false;
  }
  const { told } = reply;
  sendStore.set({ answer: { ...told, request, seed, revision, workspace: workspace.id }, objection: null });
  return true;
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
      tone: sayOutcome(trace, request).tone,
      run: (state.sent?.run ?? 0) + (travel ? 1 : 0),
    },
  }));
}

/** Takes the way off the canvas. */
export function dismissWay(): void {
  canvasStore.set({ sent: null });
}

const followed = new WeakSet<Session>();

/** From now on an answer is worked out anew whenever the text changes, and its way drawn where things stand now. */
export function follow(session: Session): void {
  if (followed.has(session)) return;
  followed.add(session);
  let asking = false;
  let { drawn, placed } = session.getState().analysis;
  const again = async (before: Answer): Promise<void> => {
    asking = true;
    await answer(session, before.request, before.many !== undefined).catch(() => false);
    asking = false;
    keepStep(before);
    if (canvasStore.get().sent) showWay(session, false);
    look();
  };
  const look = (): void => {
    const { analysis, workspace, revision } = session.getState();
    const { answer: known } = sendStore.get();
    if (!known || asking) return;
    if (known.workspace !== workspace.id) {
      sendStore.set({ answer: null, step: null, why: null });
      dismissWay();
    } else if (known.revision !== revision) void again(known);
    else if (drawn !== analysis.drawn || placed !== analysis.placed) {
      ({ drawn, placed } = analysis);
      if (canvasStore.get().sent) showWay(session, false);
    }
  };
  session.subscribe(look);
}

/** The step that was looked at stays so while there is one like it. */
function keepStep(before: Answer): void {
  const { step, answer: now } = sendStore.get();
  const old = step === null ? undefined : before.trace.steps[step];
  if (!old || !now || now === before) return;
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
