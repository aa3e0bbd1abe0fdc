import { createStore } from '../../store.ts';

let id: string | null = null;
let opened: Window | null = null;

/** The address of notes that the browser kept from opening by themselves; null where nothing stands in the way. */
export const notesStore = createStore<{ readonly blocked: string | null }>({ blocked: null });

/** The presentation whose notes are meant. */
export function setNotesId(next: string | null): void {
  id = next;
  notesStore.set({ blocked: null });
}

/** Opens the notes in a window of their own, for the trainer's screen, or brings that to the front. */
export function openNotes(): void {
  if (id === null) return;
  const address = `${location.href.replace(/#.*$/, '')}#notes=${id}`;
  if (opened && !opened.closed) return opened.focus();
  // Another window of our own origin; a blocker of pop-ups gives null.
  opened = window.open(address, `meshwright-notes-${id}`, 'popup,width=960,height=720');
  notesStore.set({ blocked: opened ? null : address });
}
