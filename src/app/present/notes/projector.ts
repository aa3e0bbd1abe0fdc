import type { Session } from '../../../session/index.ts';
import { lessonHere } from '../../lesson/here.ts';
import { lessonStore } from '../../lesson/lessonStore.ts';
import { running } from '../../lesson/progress.ts';
import { go } from '../go.ts';
import { present, presentStore } from '../presentStore.ts';
import { openChannel, readAsked, type Asked } from './messages.ts';
import { setNotesId } from './openNotes.ts';
import { toldOf } from './told.ts';

/** Tells the notes window what the projector shows, from when it first asks, and does what it asks. Returns the way to end. */
export function keepNotesInStep(session: Session, id: string): () => void {
  setNotesId(id);
  let heard = false;
  let due = false;
  let last = '';
  let lesson = lessonHere(session.getState())?.lesson;

  const tell = () => {
    due = false;
    const { now } = presentStore.get();
    if (!now || !heard) return;
    const told = toldOf(session.getState(), now, running(session), lessonStore.get().goals);
    const text = JSON.stringify(told);
    if (text === last) return;
    last = text;
    channel.post(told);
  };
  /** Many things change at once; they are told once. */
  const change = () => {
    const begun = lessonHere(session.getState())?.lesson;
    if (begun !== lesson) {
      lesson = begun;
      present({ since: Date.now() });
    }
    if (!heard || due) return;
    due = true;
    queueMicrotask(tell);
  };

  const does: Record<Asked['what'], () => void> = {
    hello: () => {
      heard = true;
      last = '';
      change();
    },
    next: () => go(session, 1),
    back: () => go(session, -1),
    dark: () => present({ dark: !presentStore.get().now?.dark }),
    laser: () => present({ laser: !presentStore.get().now?.laser }),
    clock: () => present({ since: Date.now() }),
  };
  const channel = openChannel(id, (message) => {
    const asked = readAsked(message);
    if (asked) does[asked.what]();
  });
  const gone = () => channel.post({ kind: 'gone' });
  window.addEventListener('pagehide', gone);
  // A window that was open before a reload of this page goes on.
  channel.post({ kind: 'here' });
  const stops = [session.subscribe(change), presentStore.subscribe(change), lessonStore.subscribe(change)];
  return () => {
    for (const stop of stops) stop();
    window.removeEventListener('pagehide', gone);
    gone();
    channel.close();
    setNotesId(null);
  };
}
