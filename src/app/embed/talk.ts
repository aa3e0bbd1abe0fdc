import type { Session } from '../../session/index.ts';
import { PROTOCOL, readMessage, type Asked, type Told } from './messages.ts';

/** Changes are told at most this often, in milliseconds. */
const PAUSE = 200;

/**
 * Talks with the page around, of the one origin that the address names: hears nobody else, and tells nobody else. Returns the
 * way to stop.
 */
export function talkWith(origin: string, session: Session): () => void {
  const around = window.parent;
  if (around === window) return () => {};
  const tell = (told: Told, id?: string | number) =>
    around.postMessage({ meshwright: PROTOCOL, ...told, ...(id !== undefined && { id }) }, origin);

  const hear = (event: MessageEvent<unknown>) => {
    if (event.origin !== origin || event.source !== around) return;
    const message = readMessage(event.data);
    if (!message) return;
    const { asked, id } = message;
    tell('refused' in asked ? { type: 'refused', reason: asked.refused } : answer(session, asked), id);
  };
  window.addEventListener('message', hear);

  let { selection, revision } = session.getState();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = session.subscribe(() => {
    const state = session.getState();
    if (state.selection?.resource !== selection?.resource) {
      tell({ type: 'selected', resource: state.selection?.resource ?? null });
    }
    ({ selection } = state);
    if (state.revision === revision) return;
    ({ revision } = state);
    timer ??= setTimeout(() => {
      timer = undefined;
      tell({ type: 'changed', files: filesOf(session) });
    }, PAUSE);
  });
  tell({ type: 'ready' });
  return () => {
    window.removeEventListener('message', hear);
    clearTimeout(timer);
    stop();
  };
}

function answer(session: Session, asked: Asked): Told {
  if (asked.type === 'get') return { type: 'files', files: filesOf(session) };
  if (asked.type === 'set') {
    const done = session.dispatch({
      type: 'put-files',
      files: asked.files,
      label: 'Files from the page around',
    });
    return done ? { type: 'done' } : { type: 'refused', reason: 'The files could not be put in place.' };
  }
  const { resource } = asked;
  const isThere = resource === null || session.getState().analysis.mesh.byId.has(resource);
  if (!isThere) return { type: 'refused', reason: `There is no ${resource} here.` };
  session.dispatch({ type: 'select', resource, origin: 'system' });
  return { type: 'done' };
}

const filesOf = (session: Session) =>
  session.getState().workspace.files.map(({ path, text }) => ({ path, text }));
