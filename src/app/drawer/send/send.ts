import type { Session } from '../../../session/index.ts';
import { callersIn, passedPlaces, sayJourney, type Hop, type Request } from '../../../traffic/index.ts';
import { wayOf, type WayPlace } from '../../../topology/index.ts';
import { canvasStore } from '../../canvas/state/canvasState.ts';
import { showPane } from '../../shell/layout/showPane.ts';
import { ask } from './ask.ts';
import { begin } from './begin.ts';
import { draftOf, isObjection, protocolOf, requestOf } from './draft.ts';
import { sameCaller } from './callers.ts';
import { hopsOf, sendStore, showView, stepsOf, writeDraft, type Answer } from './sendState.ts';

/** How many “Send 1,000” sends. */
export const MANY = 1_000;

/** Sends what stands in the fields, or says at the field why that cannot be. Returns whether it was sent. */
export async function send(session: Session, many = false): Promise<boolean> {
  const { draft } = sendStore.get();
  const protocol = protocolOf(draft);
  if (protocol !== draft.protocol) writeDraft({ protocol, ...(protocol === 'grpc' && { method: 'POST' }) });
  const made = requestOf(sendStore.get().draft);
  if (isObjection(made)) {
    const aside = made.field === 'sni' || made.field === 'address';
    sendStore.set({ objection: made, ...(aside && { more: true }) });
    return false;
  }
  const { sends } = sendStore.get();
  sendStore.set({ sends: sends + 1 });
  const sent = await answer(session, made, many);
  if (sent) {
    sendStore.set({ step: null, why: null, middle: 'way' });
    showWay(session, true);
  }
  lookAgain();
  return sent;
}

/** Puts a request into the fields, and sends it. */
export async function sendThis(session: Session, request: Request): Promise<boolean> {
  sendStore.set({ draft: draftOf(request), objection: null });
  showView('way');
  return send(session);
}

/** Puts a request into the fields, for who wants to send it. */
export function fill(request: Request): void {
  writeDraft(draftOf(request));
}

/** Shows the drawer's “Send a request”, fills it and sends; the keyboard stays where it is. */
export async function sendShown(session: Session, request: Request): Promise<boolean> {
  session.dispatch({ type: 'prefer', preferences: { drawerTab: 'send' } });
  showPane(session, 'drawer', false);
  return sendThis(session, request);
}

/** Sends it many times, as the seed draws. */
export async function sendThousand(session: Session): Promise<void> {
  if (await send(session, true)) showView('many');
}

/** Draws again, with another seed. */
export async function reseed(session: Session, seed: number): Promise<void> {
  sendStore.set({ seed });
  const { answer: known } = sendStore.get();
  if (known?.many && (await answer(session, known.request, true))) lookAgain();
}

/** How many requests are being worked out. */
let underWay = 0;

/** Works out where a request goes in the workspace as it is now. False where it cannot be sent, or was overtaken. */
async function answer(session: Session, request: Request, many: boolean): Promise<boolean> {
  const { sends, seed } = sendStore.get();
  const { revision, workspace } = session.getState();
  underWay++;
  const reply = await ask(session, 'route', {
    request,
    pick: sends,
    ...(many && { many: { count: MANY, seed } }),
  }).finally(() => underWay--);
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
  const { request } = answer;
  const hops = hopsOf(answer);
  const parts = hops.map((hop, index) => partOf(hop, index === 0 ? answer.picked : undefined));
  const { outcome } = (hops.at(-1) ?? hops[0]).trace;
  const known = callersIn(mesh).find(({ caller }) => sameCaller(caller, request.caller));
  const { kind, namespace } = request.caller;
  const way = wayOf(topology, drawn, {
    caller: { kind, namespace, resource: known?.resource ?? null },
    places: parts.flatMap(({ places }) => places),
    arrives: parts.at(-1)?.goesOn === true && outcome.noEndpoints !== true,
    mirrored: outcome.mirrors?.some(({ exists }) => exists) ?? false,
  });
  canvasStore.set((state) => ({
    sent: way && {
      way,
      tone: sayJourney(hops).tone,
      run: (state.sent?.run ?? 0) + (travel ? 1 : 0),
    },
  }));
}

/** What a request passes at one proxy, and whether it goes on from there; to the destination that was drawn, else to the heaviest. */
function partOf(
  { trace }: Hop,
  picked: number | undefined,
): { readonly places: readonly WayPlace[]; readonly goesOn: boolean } {
  const { common, branches } = passedPlaces(trace);
  const drawn = picked === undefined ? undefined : trace.outcome.destinations?.[picked]?.cluster;
  const branch =
    branches.find(({ destination }) => destination.cluster === drawn) ??
    branches.toSorted((a, b) => b.destination.weight - a.destination.weight)[0];
  return { places: [...common, ...(branch?.passed ?? [])], goesOn: branch !== undefined };
}

/** Takes the way off the canvas. */
export function dismissWay(): void {
  canvasStore.set({ sent: null });
}

const followed = new WeakSet<Session>();
/** Sees to it that what is told is about the text as it is now. */
let lookAgain = (): void => {};

/** From now on an answer is worked out anew whenever the text changes, its way drawn where things stand now, and the fields filled for another workspace. */
export function follow(session: Session): void {
  if (followed.has(session)) return;
  followed.add(session);
  let { drawn, placed } = session.getState().analysis;
  let filled = session.getState().workspace.id;
  const again = async (before: Answer): Promise<void> => {
    const { revision } = session.getState();
    const answered = await answer(session, before.request, before.many !== undefined).catch(() => false);
    keepStep(before);
    if (canvasStore.get().sent) showWay(session, false);
    // What cannot be answered is not asked of the same text for ever.
    if (answered || revision !== session.getState().revision) look();
  };
  const look = (): void => {
    const { analysis, workspace, revision } = session.getState();
    if (workspace.id !== filled) {
      filled = workspace.id;
      void begin(session);
    }
    const { answer: known } = sendStore.get();
    // Asked now, it would overtake what a person has just sent. It is looked at when that is answered.
    if (!known || underWay > 0) return;
    if (known.workspace !== workspace.id) {
      sendStore.set({ answer: null, step: null, why: null });
      dismissWay();
    } else if (known.revision !== revision) void again(known);
    else if (drawn !== analysis.drawn || placed !== analysis.placed) {
      ({ drawn, placed } = analysis);
      if (canvasStore.get().sent) showWay(session, false);
    }
  };
  lookAgain = look;
  session.subscribe(look);
}

/** The step that was looked at stays so while there is one like it. */
function keepStep(before: Answer): void {
  const { step, answer: now } = sendStore.get();
  const old = step === null ? undefined : stepsOf(before)[step]?.step;
  if (!old || !now || now === before) return;
  const at = stepsOf(now).findIndex(
    ({ step: { code, resource, path } }) =>
      code === old.code && resource === old.resource && path?.join('.') === old.path?.join('.'),
  );
  sendStore.set({ step: at < 0 ? null : at });
}

/** Looks at a step: selects what decided it, everywhere. */
export function chooseStep(session: Session, index: number): void {
  sendStore.set({ step: index });
  const { answer } = sendStore.get();
  const step = answer && stepsOf(answer)[index]?.step;
  if (!step?.resource) return;
  session.dispatch({ type: 'select', resource: step.resource, path: step.path ?? [], origin: 'drawer' });
}
