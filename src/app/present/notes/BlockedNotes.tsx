import { Button, Modal } from '../../controls/index.ts';
import { useStore } from '../../useStore.ts';
import { notesStore } from './openNotes.ts';

/** What to do where the browser kept the notes from opening by themselves. */
export function BlockedNotes() {
  const blocked = useStore(notesStore, (state) => state.blocked);
  if (blocked === null) return null;
  const close = () => notesStore.set({ blocked: null });
  return (
    <Modal
      title="The notes window was kept from opening"
      description="Your browser blocks pop-ups of this page. Open the notes by the link below, then drag that window to your own screen, away from the projector. Or allow pop-ups for this page, and ask for the notes again."
      onClose={close}
      actions={<Button onClick={close}>Close</Button>}
    >
      <p>
        <a href={blocked} target="_blank" rel="noreferrer" onClick={close}>
          Open the notes
        </a>
      </p>
    </Modal>
  );
}
